// A small CRM around the elements: the caller's record pops up, numbers dial themselves, and every event is listed.
import { attachSimulator } from '../dist/src/simulator/simulator.js';
import { liveCallOf } from './customer-ear.js';

const CUSTOMERS = [
  {
    id: 'C-1042',
    name: 'Ana Ruiz',
    company: 'Ruiz Ceramics',
    number: '+12065550100',
    tier: 'Gold',
    since: 2019,
    city: 'Seattle',
    orders: [
      ['#8841', 'Kiln shelves, 12 pieces', 'Delivered', '$ 412.00'],
      ['#8790', 'Glaze set “Northern lights”', 'Returned', '$ 96.50'],
      ['#8713', 'Kiln, 60 litres', 'Delivered', '$ 2,180.00'],
    ],
    note: 'Prefers a call to e-mail. Last time: two shelves arrived chipped.',
  },
  {
    id: 'C-0977',
    name: 'Jonas Weber',
    company: 'Weber & Sohn',
    number: '+493055512345',
    tier: 'Silver',
    since: 2021,
    city: 'Berlin',
    orders: [
      ['#8833', 'Workbench, beech', 'In transit', '€ 640.00'],
      ['#8602', 'Clamps, set of 8', 'Delivered', '€ 118.00'],
    ],
    note: 'Asks for invoices by post.',
  },
  {
    id: 'C-1188',
    name: 'Mei Tanaka',
    company: 'Studio Tanaka',
    number: '+61417000000',
    tier: 'Gold',
    since: 2017,
    city: 'Melbourne',
    orders: [['#8852', 'Linen, 40 m', 'Packed', 'A$ 980.00']],
    note: 'Next delivery must come before the 4th.',
  },
  {
    id: 'C-1201',
    name: 'Sam Okafor',
    company: 'Okafor Interiors',
    number: '+442079460958',
    tier: 'New',
    since: 2026,
    city: 'London',
    orders: [],
    note: 'Came by recommendation.',
  },
];

/** Makes an element; texts only ever become text. */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A number that dials itself: a plain button that names its command. */
function dialButton({ name, number }) {
  const button = make('button', { type: 'button', className: 'dial', value: number }, number);
  button.setAttribute('command', '--dial');
  button.setAttribute('commandfor', 'ccp');
  button.setAttribute('aria-label', `Dial ${name}, ${number}`);
  return button;
}

customElements.define(
  'phone-dock',
  class extends HTMLElement {
    constructor() {
      super();
      const controls = document.createElement('connect-contact-controls');
      controls.setAttribute('for', 'ccp');
      controls.setAttribute('country', 'US');
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(':host { display: block }');
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      root.append(controls);
    }
  },
);

const ccp = document.querySelector('#ccp');
const record = document.querySelector('#record');
const list = document.querySelector('#customers');
let shown = CUSTOMERS[0];
/** The contact that the record is about, or null. */
let contactId = null;

const digitsOf = (text) => text.replace(/\D/g, '');

/** The customer behind a contact: by the id among its attributes, else by number, else by name. */
const customerOf = ({ attributes, phoneNumber, who }) =>
  CUSTOMERS.find(({ id }) => id === attributes.customerId) ??
  CUSTOMERS.find(({ number }) => phoneNumber && digitsOf(number) === digitsOf(phoneNumber)) ??
  CUSTOMERS.find(({ name }) => name === who);

/** A contact as it stands now. */
const contactOf = (id) => ccp.state?.contacts.find((each) => each.contactId === id);

/** What there is to say about a contact in each state. */
const WORDS = {
  connecting: 'You are being put through',
  connected: 'You are in touch',
  paused: 'This task is paused',
  ended: 'You were in touch: wrap it up',
  missed: 'You have missed this contact',
  rejected: 'You have rejected this contact',
  error: 'This contact has failed',
};

const wordsFor = ({ ringing, state }) => (ringing ? 'Wants to talk to you' : (WORDS[state.type] ?? 'You are in touch'));

/** The customer whose record is on the page: it is made anew for another one only, so that nothing which is being typed is lost. */
let made = null;
const banner = make('p', { className: 'banner', hidden: true });

function showRecord() {
  if (made !== shown) makeRecord();
  const contact = contactOf(contactId);
  banner.hidden = !contact;
  if (!contact) return;
  const { reason } = contact.attributes;
  const text = ` through ${contact.queue ?? 'no queue'}${reason ? `: “${reason}”` : ''}`;
  banner.replaceChildren(make('strong', {}, wordsFor(contact)), text);
}

function makeRecord() {
  made = shown;
  const { id, name, company, tier, since, city, orders, note } = shown;
  const facts = [
    ['Customer', id],
    ['City', city],
    ['Since', String(since)],
  ];
  record.replaceChildren(
    make(
      'header',
      { className: 'who' },
      make('span', { className: 'avatar', ariaHidden: 'true' }, name.replace(/(\w)\w*\s*/g, '$1')),
      make('div', {}, make('h1', {}, name), make('p', {}, company)),
      make('span', { className: `tier ${tier.toLowerCase()}` }, tier),
      dialButton(shown),
    ),
    banner,
    make('dl', {}, ...facts.map(([term, value]) => make('div', {}, make('dt', {}, term), make('dd', {}, value)))),
    make('h2', {}, 'Orders'),
    orders.length
      ? make(
          'table',
          {},
          make('tbody', {}, ...orders.map((order) => make('tr', {}, ...order.map((cell) => make('td', {}, cell))))),
        )
      : make('p', { className: 'empty' }, 'None yet.'),
    make('h2', {}, make('label', { htmlFor: 'note' }, 'Notes')),
    make('textarea', { id: 'note', rows: 4, value: note, oninput: ({ target }) => (shown.note = target.value) }),
  );
  for (const item of list.children) item.firstChild.ariaCurrent = item.dataset.id === id ? 'true' : null;
}

list.append(
  ...CUSTOMERS.map((customer) => {
    const open = () => {
      [shown, contactId] = [customer, null];
      showRecord();
    };
    const item = make(
      'li',
      {},
      make(
        'button',
        { type: 'button', className: 'customer', onclick: open },
        make('strong', {}, customer.name),
        make('span', {}, customer.company),
      ),
      dialButton(customer),
    );
    item.dataset.id = customer.id;
    return item;
  }),
);

/** Brings up the record of a contact. */
function pop(contact) {
  const customer = customerOf(contact);
  if (!customer) return;
  [shown, contactId] = [customer, contact.contactId];
  showRecord();
}

/** Who comes in does not push aside the record of somebody who is being talked to; the agent's choice does. */
function newcomer({ contact }) {
  const present = contactOf(contactId);
  if (!present || present.ringing || present.state.type === 'ended') pop(contact);
}

/** Who it is, the CRM knows: every element shows it, and so do the page's title and the list of recent contacts. */
function identify({ contact }) {
  const customer = customerOf(contact);
  if (customer) ccp.identifyContact(contact.contactId, { name: customer.name, detail: customer.company });
}

ccp.addEventListener('connect-contact-added', identify);
ccp.addEventListener('connect-ringing', newcomer);
ccp.addEventListener('connect-contact-added', newcomer);
ccp.addEventListener('connect-contact-change', (event) => event.contactId === contactId && showRecord());
ccp.addEventListener('connect-contact-removed', (event) => {
  if (event.contactId !== contactId) return;
  contactId = null;
  showRecord();
});

const log = document.querySelector('#log');
const count = document.querySelector('#count');
const details = {
  'connect-ready': () => '',
  'connect-status-change': ({ current }) => current,
  'connect-agent-change': ({ current }) => current?.state.name ?? '',
  'connect-contact-added': ({ contact }) => contact.who,
  'connect-ringing': ({ contact }) => contact.who,
  'connect-contact-change': ({ contact }) => `${contact.who}: ${contact.state.type}`,
  'connect-contact-removed': ({ contact }) => contact.who,
  'connect-command': ({ operation, phase }) => `${operation} ${phase}`,
  'connect-error': ({ error }) => error.message,
};
for (const [name, detail] of Object.entries(details)) {
  // Facts do not bubble, but a capturing listener hears them, requests in a shadow root included.
  document.addEventListener(
    name,
    (event) => {
      log.prepend(make('li', {}, make('code', {}, name), make('span', {}, detail(event))));
      if (log.children.length > 200) log.lastChild.remove();
      count.value = String(Number(count.value) + 1);
    },
    true,
  );
}

const wrapUp = document.querySelector('#wrap-up');
wrapUp.codes = [
  { value: 'delivery', label: 'Late delivery', group: 'Orders' },
  { value: 'return', label: 'Return or refund', group: 'Orders' },
  { value: 'advice', label: 'Advice' },
  { value: 'other', label: 'Something else' },
];
// A CRM would send it to its server, and give the promise to waitUntil().
wrapUp.addEventListener('connect-wrap-up-request', (event) => {
  const customer = customerOf(contactOf(event.contactId) ?? { attributes: {} }) ?? shown;
  customer.note = [customer.note, event.notes].filter(Boolean).join('\n');
  event.waitUntil(Promise.resolve());
  if (customer === shown) document.querySelector('#note').value = customer.note;
});

/** The simulator, which from then on answers what ChatJS asks the service for. */
async function attachedSimulator() {
  const attached = await attachSimulator(ccp);
  await attached.answerParticipantService();
  document.querySelector('customer-ear').follow(attached, () => liveCallOf(ccp));
  return attached;
}

const hint = document.querySelector('#play-hint');
let simulator;
let next = 0;

const arrivals = {
  call: (customer) =>
    simulator.incomingCall({
      from: customer.number,
      attributes: { customerId: customer.id, reason: 'My order has not arrived' },
    }),
  callback: (customer) =>
    simulator.queuedCallback({
      from: customer.number,
      attributes: { customerId: customer.id, reason: 'Call me back' },
    }),
  chat: (customer) =>
    simulator.incomingChat({
      customerName: customer.name,
      message: 'Hello! I have a question about my last order.',
      replies: true,
      attributes: { customerId: customer.id, reason: 'A question' },
    }),
  task: (customer) =>
    simulator.incomingTask({
      name: `Check ${customer.name}'s return`,
      description: 'The parcel has come back. See what is in it, and tell the customer.',
      references: { Parcel: { type: 'STRING', value: 'R-20931' } },
      attributes: { customerId: customer.id },
    }),
};

document.querySelector('#play').addEventListener('click', async ({ target }) => {
  const arrival = target.closest('button')?.dataset.arrival;
  if (!arrival) return;
  hint.textContent = '';
  try {
    simulator ??= await attachedSimulator();
    if (arrival === 'hang-up') {
      const live = ccp.state.contacts.find(({ state }) => state.type !== 'ended');
      if (live) await simulator.customerHangsUp(live.contactId);
      else hint.textContent = 'Nobody is on the line.';
    } else await arrivals[arrival](CUSTOMERS[next++ % CUSTOMERS.length]);
  } catch (error) {
    hint.textContent = error.message;
  }
});

showRecord();
await customElements.whenDefined('connect-ccp');
ccp.subscribe(
  ({ contacts }) => contacts.some(({ ringing }) => !ringing),
  (isBusy) => (wrapUp.hidden = !isBusy),
);
ccp.subscribe(
  ({ selectedContactId }) => selectedContactId,
  (selected) => selected && pop(contactOf(selected)),
);
