// Plays the service of two regions, and lists what <connect-global-ccp> says of it.
import { attachSimulator } from '../dist/src/simulator/simulator.js';
import { liveCallOf } from './customer-ear.js';
import { ConnectAcceptRequestEvent } from '../cdn/connect-ccp.min.js';

const PLACES = { 'us-east-1': 'N. Virginia', 'us-west-2': 'Oregon' };

const ccp = document.querySelector('#ccp');
const [callButton, hangUpButton, moveNowButton, hint, log] = ['call', 'hang-up', 'move-now', 'hint', 'log'].map((id) =>
  document.getElementById(id),
);

/** Makes an element; texts only ever become text. */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** What the service does: where the traffic goes, and what is out of order. */
const service = { traffic: 'us-east-1', failed: new Set() };

let sim;
/** The region to which the agent moves when the call is over. */
let nextRegion = null;

const other = (region) => Object.keys(PLACES).find((name) => name !== region);

/** A region fails: its service answers nothing any more, and the traffic goes to the other one. */
async function fail(region) {
  service.failed.add(region);
  if (service.traffic === region) service.traffic = other(region);
  await sim.impair(region);
  await sim.activeRegion(service.traffic);
}

async function repair(region) {
  service.failed.delete(region);
  await sim.impair(region, false);
}

/** As planned: calls are brought to their end first. */
async function moveTraffic(region) {
  service.traffic = region;
  await sim.activeRegion(region, { soft: true });
}

/** A card for each region: how it is, what the agent is doing in it, and what can be done to it. */
function makeCard(region) {
  const name = region.region;
  const [state, agent] = [make('span', { className: 'state' }), make('span', { className: 'agent' })];
  const failButton = make('button', { type: 'button', className: 'fail' });
  const moveButton = make('button', { type: 'button', textContent: 'Move the traffic here, let calls end first' });
  const card = make(
    'article',
    { className: 'region' },
    make('h3', { textContent: name }),
    make('span', { className: 'place', textContent: PLACES[name] }),
    state,
    make('span', { className: 'here', textContent: 'Agent is here' }),
    agent,
    make('div', { className: 'buttons' }, failButton, moveButton),
  );
  const act = async (action) => {
    await action(name);
    draw();
  };
  failButton.addEventListener('click', () => act(service.failed.has(name) ? repair : fail));
  moveButton.addEventListener('click', () => act(moveTraffic));

  return {
    card,
    draw() {
      const hasFailed = service.failed.has(name);
      const hasTraffic = service.traffic === name;
      card.classList.toggle('failed', hasFailed);
      card.classList.toggle('traffic', hasTraffic);
      card.classList.toggle('working', ccp.activeRegion === name);
      state.textContent = hasFailed ? 'Out of service' : hasTraffic ? 'Takes the calls' : 'Stands by';
      const { agent: who, contacts } = region.state;
      const calls = contacts.length > 0 ? `, ${contacts.length} contact${contacts.length > 1 ? 's' : ''}` : '';
      agent.textContent = who ? `Agent: ${who.state.name}${calls}` : 'Agent: not known';
      failButton.textContent = hasFailed ? `Repair ${name}` : `Take ${name} out of service`;
      failButton.disabled = !sim || (!hasFailed && service.failed.has(other(name)));
      moveButton.disabled = !sim || hasTraffic || hasFailed || service.failed.has(other(name));
    },
  };
}

const cards = ccp.regions.map(makeCard);
document.querySelector('#regions').append(...cards.map(({ card }) => card));

function draw() {
  for (const card of cards) card.draw();
  const { agent, contacts } = ccp.state;
  const call = contacts.find(({ type }) => type === 'voice');
  const isFree = agent?.state.type === 'routable' && !call;
  callButton.disabled = !sim || !isFree;
  hangUpButton.disabled = !sim || call?.state.type !== 'connected' || service.failed.has(ccp.activeRegion);
  moveNowButton.disabled = nextRegion === null;
  hint.textContent = hintFor(agent, call);
}

function hintFor(agent, call) {
  if (!sim) return 'The panels are loading.';
  if (nextRegion && call?.state.type === 'ended') return 'The call is over. Once the agent has cleared it, they move.';
  if (nextRegion) return `The agent moves to ${nextRegion} when the call is over, or now if the page says so.`;
  if (call?.state.type === 'ended') return 'The call is over. The agent clears it, in the panel.';
  if (call) return 'A call is in progress. Now take its region away, or move the traffic.';
  if (agent?.state.type === 'routable') return 'The agent waits for a call.';
  return `The agent is offline in ${ccp.activeRegion}: choose Available on the desktop.`;
}

/** Waits until the state says something. */
function until(isSo) {
  return new Promise((resolve) => {
    const ended = new AbortController();
    ccp.subscribe(isSo, (isItNow) => isItNow && (ended.abort(), resolve()), ended);
  });
}

/** A customer calls, and the agent answers. */
async function startCall() {
  callButton.disabled = true;
  const contactId = await sim.incomingCall({ from: '+12065550100' });
  await until(({ contacts }) => contacts.some((contact) => contact.contactId === contactId));
  await ccp.request(new ConnectAcceptRequestEvent({ contactId }));
}

callButton.addEventListener('click', () => void startCall());
hangUpButton.addEventListener('click', () => {
  const call = ccp.state.contacts.find(({ type }) => type === 'voice');
  if (call) void sim.customerHangsUp(call.contactId);
});

moveNowButton.addEventListener('click', () => ccp.failover());

function add(kind, text) {
  const time = new Date().toLocaleTimeString();
  log.append(make('li', { className: kind }, make('time', { textContent: time }), make('span', { textContent: text })));
  log.scrollTop = log.scrollHeight;
}

const SAYINGS = {
  'connect-ready': () => `The panel of ${ccp.activeRegion} answers.`,
  'connect-agent-change': ({ current }) => current && `${ccp.activeRegion}: the agent is ${current.state.name}.`,
  'connect-contact-added': ({ contact }) => `${ccp.activeRegion}: ${contact.who} calls.`,
  'connect-contact-removed': ({ contact }) => `The contact with ${contact.who} is gone.`,
  'connect-failover-pending': ({ nextRegion }) => `Pending: the agent moves to ${nextRegion} when the call is over.`,
  'connect-failover-complete': ({ activeRegion }) => `Complete: the agent works in ${activeRegion} now.`,
  'connect-error': ({ error }) => error.message,
};
for (const [name, say] of Object.entries(SAYINGS)) {
  ccp.addEventListener(name, (event) => {
    const text = say(event);
    if (text) add(name.startsWith('connect-failover') ? 'event' : '', text);
  });
}

ccp.addEventListener('connect-failover-pending', (event) => {
  nextRegion = event.nextRegion;
  draw();
});
ccp.addEventListener('connect-failover-complete', () => {
  nextRegion = null;
  draw();
});
for (const region of ccp.regions) {
  region.subscribe(
    (state) => state,
    () => draw(),
  );
}
ccp.subscribe(
  (state) => state,
  () => draw(),
);

/** The service may remember what was done to it before this page was loaded again. */
async function beginAnew() {
  const home = sim.inRegion(service.traffic);
  for (const region of Object.keys(PLACES)) await sim.impair(region, false);
  await sim.activeRegion(service.traffic);
  if (ccp.state.contacts.length > 0) return;
  await home.setAgentState('Available');
  await until(({ region, agent }) => region === service.traffic && agent?.state.type === 'routable');
  await startCall();
}

await ccp.ready;
sim = await attachSimulator(ccp);
document.querySelector('customer-ear').follow(sim, () => liveCallOf(ccp));
draw();
await beginAnew();
