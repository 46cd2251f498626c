// The elements in every state, and the switches for language, theme and width.
import { CommandError, ConnectCcpElement, ConnectCommandEvent } from '../cdn/connect-ccp.min.js';
import { attachSimulator } from '../dist/src/simulator/simulator.js';
import { liveCallOf } from './customer-ear.js';

/** States that the simulator has published, by name; `test/support/stills.mjs` records them. */
const { quickConnects, ...recorded } = await (await fetch('stills.json')).json();

/** Makes an element; texts only ever become text. */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A host that stands still: it embeds nothing, publishes one state, and says what it is asked for. */
class CcpStill extends ConnectCcpElement {
  picture;
  asked;

  get state() {
    return this.picture ?? super.state;
  }

  get status() {
    return this.state.status;
  }

  subscribe(selector, callback) {
    callback(selector(this.state));
  }

  async perform(request) {
    if (this.asked) this.asked.textContent = `${request.type} was asked for.`;
    return 'confirmed';
  }

  async showPanel() {
    if (this.asked) this.asked.textContent = 'The panel was asked for.';
  }

  login() {
    void this.perform({ type: 'connect-login-request' });
  }

  retry() {
    if (this.asked) this.asked.textContent = 'To be loaded again was asked for.';
  }

  /** Enough of a runtime for the list of quick connects. */
  get connect() {
    if (!this.picture) return super.connect;
    const endpoints = quickConnects.map((endpoint) => ({
      ...endpoint,
      stripPhoneNumber: () => endpoint.phoneNumber ?? '',
    }));
    return {
      ...super.connect,
      Agent: class {
        getAllQueueARNs = () => [];
        getEndpoints = async () => ({ endpoints });
      },
      Contact: class {
        getAgentConnection = () => null;
      },
    };
  }
}

customElements.define('ccp-still', CcpStill);

/** A recorded state: ages as times of this page, some parts replaced. */
function picture(name, { agentAge, ...parts } = {}) {
  const state = structuredClone(recorded[name]);
  const now = Date.now();
  if (state.agent) state.agent.state.since = now - (agentAge ?? -state.agent.state.since);
  for (const contact of state.contacts) {
    contact.state.since += now;
    for (const moment of ['begun', 'heldSince', 'customerWroteAt']) {
      if (typeof contact[moment] === 'number') contact[moment] += now;
    }
  }
  return Object.assign(state, parts);
}

/** The same with one command of the first contact under way. */
function withPending(name, verb) {
  const state = picture(name);
  state.contacts[0].pending = [verb];
  return state;
}

/** The same without a panel that answers. */
const withStatus = (status, error = null) => ({
  status,
  agent: null,
  contacts: [],
  selectedContactId: null,
  mute: false,
  talkingMuted: false,
  network: null,
  sessionExpiration: null,
  region: null,
  error,
});

const refused = (operation) =>
  new CommandError({ operation, type: 'TimeoutException', message: 'The panel has not answered in time.' });

/** Tells of a command, as a host does. */
const tells = (operation, phase, error) => (host) =>
  host.dispatchEvent(
    new ConnectCommandEvent({ operation, phase, error, contactId: host.state.contacts[0]?.contactId ?? null }),
  );

/** Presses a control of an element. */
const presses = (verb) => (host, element) => element.shadowRoot.querySelector(`[data-verb="${verb}"]`).click();

/** A still has no conversation: what stands in the slot of the workspace says where there is one. */
const talksElsewhere = (host, element) =>
  element.append(
    make('p', { slot: 'workspace', lang: 'en', dir: 'ltr' }, 'The conversation goes here: see it at work above.'),
  );

/** What is shown: caption, state of the host, then what happens and attributes of the element. */
const AGENT = [
  ['available', 'Available', picture('available')],
  ['offline', 'Offline', picture('offline')],
  ['break', 'A break of the instance’s own', picture('lunch')],
  ['ringing', 'A contact rings', picture('ringing')],
  ['talking', 'On a contact', picture('talking')],
  ['next-state', 'On a contact, the next state chosen', picture('next-state')],
  ['acw', 'After-call work', picture('after-call-work', { agentAge: 23_000 }), { acwSeconds: 90 }],
  ['acw-little', 'After-call work, little time left', picture('after-call-work'), { acwSeconds: 100 }],
  ['acw-over', 'After-call work, time over', picture('after-call-work'), { acwSeconds: 60 }],
  [
    'question',
    'Asks before it closes a contact',
    picture('after-call-work'),
    {},
    (host, element) => element.setAgentState('Available'),
  ],
  ['missed', 'A contact was missed', picture('missed')],
  ['failed', 'A contact has failed', picture('failed')],
  [
    'changing',
    'A change is under way',
    picture('available'),
    {},
    (host, element) => {
      element.setAgentState('Lunch');
      tells('set-agent-state', 'pending')(host);
    },
  ],
  [
    'unconfirmed',
    'A change was not confirmed',
    picture('available'),
    {},
    (host, element) => {
      element.setAgentState('Lunch');
      tells('set-agent-state', 'unconfirmed')(host);
    },
  ],
  [
    'change-failed',
    'A change was refused',
    picture('available'),
    {},
    (host, element) => {
      element.setAgentState('Lunch');
      tells('set-agent-state', 'failed', refused('set-agent-state'))(host);
    },
  ],
  ['stale', 'The panel has stopped answering', picture('available', { status: 'stale' })],
  ['signed-out', 'Nobody is signed in', withStatus('signed-out')],
  ['expired', 'The session has ended', withStatus('expired')],
  ['loading', 'The panel is loading', withStatus('loading')],
  ['unbound', 'Without a panel', null],
];

const CONTACTS = [
  ['none', 'No contact', picture('available')],
  ['incoming', 'A call', picture('ringing')],
  ['callback', 'A queued callback', picture('callback')],
  ['chat-offered', 'A chat', picture('chat-offered')],
  ['accepting', 'Accepted, not yet confirmed', withPending('ringing', 'accept'), {}, tells('accept', 'pending')],
  ['dialing', 'Calling out', picture('dialing')],
  ['talking', 'Connected', picture('talking')],
  ['hold', 'On hold', picture('hold')],
  ['muted', 'Muted', picture('muted')],
  ['keypad', 'Keypad', picture('talking'), {}, presses('send-digits')],
  ['transfer', 'Transfer', picture('talking'), { country: 'US' }, presses('transfer')],
  ['third-party-called', 'Calling a third party', picture('third-party-called')],
  ['consulting', 'Talking to a third party', picture('consulting')],
  ['conference', 'All together', picture('conference')],
  ['chat', 'Chat', picture('chat'), {}, talksElsewhere],
  ['task', 'Task', picture('task')],
  ['several', 'Several at once', picture('several')],
  ['after-call-work', 'After-call work', picture('after-call-work')],
  ['chat-ended', 'A chat is over', picture('chat-ended'), {}, talksElsewhere],
  ['missed', 'Missed', picture('missed')],
  ['failed', 'Failed', picture('failed')],
  ['unconfirmed', 'A command was not confirmed', picture('talking'), {}, tells('hold', 'unconfirmed')],
  ['command-failed', 'A command has failed', picture('hold'), {}, tells('resume', 'failed', refused('resume'))],
  ['confirmed', 'A command was confirmed', picture('muted'), {}, tells('mute', 'confirmed')],
  ['stale', 'The panel has stopped answering', picture('talking', { status: 'stale' })],
  ['loading', 'The panel is loading', withStatus('loading')],
  ['unbound', 'Without a panel', null],
];

const CCP = [
  ['idle', 'Without an address'],
  ['loading', 'Loading'],
  ['signed-out', 'Nobody is signed in'],
  ['popup-open', 'The sign-in window is open'],
  ['popup-blocked', 'The browser has blocked it'],
  ['storage-access-needed', 'Cookies are kept from it'],
  ['stale', 'It has stopped answering'],
  ['expired', 'The session has ended'],
  ['denied', 'The agent may not use it'],
  [
    'unreachable',
    'It cannot be reached',
    {
      code: 'unreachable',
      message:
        'The address of the panel does not answer. Check ccp-url, and whether the network lets the browser through.',
    },
  ],
  ['duplicate', 'Another element shows it'],
  ['terminated', 'The page has ended it'],
  ['ready', 'Ready, with a warning', { code: 'microphone-denied', message: 'The microphone is blocked.' }],
].map(([status, caption, error]) => [status, caption, withStatus(status, error)]);

/** An exhibit: a still, and the element that shows it, unless that is the still itself. */
function exhibit(group, tagName, [name, caption, state, properties = {}, act]) {
  const asked = make('p', { className: 'asked', lang: 'en', dir: 'ltr' });
  const host = Object.assign(document.createElement('ccp-still'), { picture: state ?? undefined, asked });
  host.headless = tagName !== undefined;
  const element = tagName ? make(tagName, { ...properties, forElement: state ? host : null }) : null;
  const shown = element && state ? [host, element] : [element ?? host];
  group.append(
    make(
      'figure',
      { id: `${group.id}-${name}` },
      make('figcaption', { lang: 'en', dir: 'ltr' }, make('h3', {}, caption)),
      make('div', { className: 'stage' }, ...shown),
      asked,
    ),
  );
  return async () => {
    if (!act) return;
    await element.updateComplete;
    act(host, element);
    await element.updateComplete;
    asked.textContent = '';
  };
}

const GLOBAL = [['bad-regions', 'Without regions', null]];

const main = document.querySelector('main');
const groups = [
  ['agent', 'connect-agent-status', AGENT],
  ['contacts', 'connect-contact-controls', CONTACTS],
  ['ccp', undefined, CCP],
  ['global', 'connect-global-ccp', GLOBAL],
].map(([id, tagName, exhibits]) => [document.getElementById(id), tagName, exhibits]);

const acts = groups.flatMap(([group, tagName, exhibits]) => exhibits.map((each) => exhibit(group, tagName, each)));
// What is pressed here takes the focus, which nobody has asked for: not as long as nothing is seen.
await Promise.all(acts.map((act) => act()));
await new Promise((resolve) => setTimeout(resolve));
for (const [group] of groups) group.hidden = false;

/** The switches. */
const apply = {
  language(language) {
    main.lang = language;
    main.dir = language === 'ar' ? 'rtl' : 'ltr';
  },
  theme: (theme) => (document.documentElement.dataset.theme = theme),
  width: (width) => (main.dataset.width = width),
};
const form = document.querySelector('.switches');
form.addEventListener('change', ({ target: { name, value } }) => apply[name](value));
form.addEventListener('submit', (event) => event.preventDefault());
// A browser that goes back to the page fills the form in as it was left.
for (const [name, value] of new FormData(form)) apply[name](value);

/** The customer of the live desktop. */
const live = document.querySelector('#live');
const hint = document.querySelector('#hint');
let simulator;

const arrivals = {
  call: () => simulator.incomingCall({ from: '+12065550100', queue: 'Support', attributes: { plan: 'Gold' } }),
  chat: () => simulator.incomingChat({ customerName: 'Mei Tanaka', message: 'Hello' }),
  task: () => simulator.incomingTask({ name: 'Check the return of order 8790' }),
  'hang-up': () => {
    const contact = live.state.contacts.find(({ type, state }) => type !== 'task' && state.type !== 'ended');
    if (!contact) throw new Error('Nobody is on the line.');
    return simulator.customerHangsUp(contact.contactId);
  },
};

document.querySelector('#customer').addEventListener('click', async ({ target }) => {
  const arrival = target.closest('button')?.dataset.arrival;
  if (!arrival) return;
  hint.textContent = '';
  try {
    if (!simulator) {
      simulator = await attachSimulator(live);
      document.querySelector('customer-ear').follow(simulator, () => liveCallOf(live));
    }
    await arrivals[arrival]();
  } catch (error) {
    hint.textContent = error.message;
  }
});

for (const button of document.querySelectorAll('#customer button')) button.disabled = false;
