// Records states of a host for demo/custom-ccp.html: each is what a <connect-ccp> publishes once the simulator has been brought
// there, over the wire. `node test/support/stills.mjs` writes demo/stills.json; test/long/looks.test.mjs records again and compares.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { serveDemo } from '../../demo/serve.mjs';
import { launchChromium } from './browser.mjs';

const CUSTOMER = {
  from: '+12065550100',
  queue: 'Support',
  attributes: { customerId: 'C-1042', plan: 'Gold', reason: 'Order 8841 has not arrived' },
};

/**
 * Brings a simulator into each of some states and takes the host's. Runs in the page.
 * @returns {Promise<Record<string, object>>} the host's states by name.
 */
async function record(simulatorPage, customer) {
  const library = await import('/cdn/connect-ccp.min.js');
  const { attachSimulator } = await import('/dist/src/simulator/simulator.js');
  const request = (name, fields) => new library[`Connect${name}RequestEvent`](fields);

  /** A host on a simulator of its own. */
  async function open(name, options) {
    const url = new URL(simulatorPage);
    const all = { instance: `still-${name}`, drawer: 'none', state: 'Available', outboundCall: 'true', ...options };
    for (const [key, value] of Object.entries(all)) url.searchParams.set(key, value);
    const host = Object.assign(document.createElement('connect-ccp'), { headless: true, ccpUrl: url.href });
    document.body.append(host);
    await host.ready;
    const sim = await attachSimulator(host);
    const until = (isSo) =>
      new Promise((resolve) => {
        const done = new AbortController();
        host.subscribe(isSo, (isItNow) => isItNow && (done.abort(), resolve()), done);
      });
    const contactIn = (state) => until(({ contacts }) => contacts.some((one) => one.state.type === state));
    const agentIn = (state) => until(({ agent }) => agent?.state.name === state);
    const ask = async (verb, fields) => {
      const phase = await host.request(request(verb, fields));
      if (phase !== 'confirmed') throw new Error(`${name}: ${verb} was ${phase}`);
    };
    const rings = (contactId) => until(({ contacts }) => contacts.some((one) => one.contactId === contactId));
    const call = async () => {
      const contactId = await sim.incomingCall(customer);
      await rings(contactId);
      return contactId;
    };
    const talk = async () => {
      const contactId = await call();
      await ask('Accept', { contactId });
      return contactId;
    };
    const addParty = async (contactId) => {
      const isTo = (state) => until(({ contacts: [one] }) => one.connections.at(-1).state === state);
      await ask('AddParticipant', { contactId, endpoint: '+442079460958' });
      await isTo('connecting');
      return isTo;
    };
    return { host, sim, until, contactIn, agentIn, ask, rings, call, talk, addParty };
  }

  const scenes = {
    available: () => {},
    offline: async ({ sim, agentIn }) => (await sim.setAgentState('Offline'), await agentIn('Offline')),
    lunch: async ({ sim, agentIn }) => (await sim.setAgentState('Lunch'), await agentIn('Lunch')),
    ringing: ({ call }) => call(),
    talking: ({ talk }) => talk(),
    'next-state': async ({ talk, ask, until }) => {
      await talk();
      await ask('SetAgentState', { agentState: 'Lunch' });
      await until(({ agent }) => agent.nextState);
    },
    'after-call-work': async ({ talk, sim, contactIn, agentIn }) => {
      await sim.customerHangsUp(await talk());
      await contactIn('ended');
      await agentIn('AfterCallWork');
    },
    missed: async ({ call, sim, contactIn, agentIn }) => {
      await sim.missed(await call());
      await contactIn('missed');
      await agentIn('MissedCallAgent');
    },
    failed: async ({ call, sim, contactIn, agentIn }) => {
      await sim.contactFails(await call());
      await contactIn('error');
      await agentIn('FailedConnectAgent');
    },
    callback: async ({ sim, rings }) => rings(await sim.queuedCallback({ ...customer, from: '+493055512345' })),
    dialing: async ({ ask, contactIn }) => {
      await ask('Dial', { endpoint: '+81312345678' });
      await contactIn('connecting');
    },
    hold: async ({ talk, ask }) => ask('Hold', { contactId: await talk() }),
    muted: async ({ talk, ask }) => ask('Mute', { contactId: await talk() }),
    'third-party-called': async ({ talk, addParty }) => void (await addParty(await talk())),
    consulting: async ({ talk, addParty, sim }) => {
      const contactId = await talk();
      const isTo = await addParty(contactId);
      await sim.thirdPartyAnswers(contactId);
      await isTo('connected');
    },
    conference: async ({ talk, addParty, sim, ask }) => {
      const contactId = await talk();
      const isTo = await addParty(contactId);
      await sim.thirdPartyAnswers(contactId);
      await isTo('connected');
      await ask('Conference', { contactId });
    },
    'chat-offered': async ({ sim, rings }) =>
      rings(await sim.incomingChat({ customerName: 'Mei Tanaka', message: 'Hello', queue: 'Support' })),
    chat: async ({ sim, rings, ask }) => {
      const contactId = await sim.incomingChat({ customerName: 'Mei Tanaka', message: 'Hello', queue: 'Support' });
      await rings(contactId);
      await ask('Accept', { contactId });
    },
    'chat-ended': async ({ sim, rings, ask, contactIn }) => {
      const contactId = await sim.incomingChat({ customerName: 'Mei Tanaka', message: 'Hello', queue: 'Support' });
      await rings(contactId);
      await ask('Accept', { contactId });
      await sim.customerHangsUp(contactId);
      await contactIn('ended');
    },
    task: async ({ sim, rings, ask }) => {
      const contactId = await sim.incomingTask({ name: 'Check the return of order 8790', queue: 'Sales' });
      await rings(contactId);
      await ask('Accept', { contactId });
    },
    several: async ({ talk, sim, rings, ask }) => {
      await talk();
      const chat = await sim.incomingChat({ customerName: 'Mei Tanaka', message: 'Hello', queue: 'Support' });
      await rings(chat);
      await ask('Accept', { contactId: chat });
      await rings(await sim.incomingTask({ name: 'Check the return of order 8790', queue: 'Sales' }));
    },
  };

  const stills = {};
  for (const [name, play] of Object.entries(scenes)) {
    const scene = await open(name);
    await play(scene);
    stills[name] = structuredClone(scene.host.state);
    if (name === 'available') {
      const agent = new scene.host.connect.Agent();
      const { endpoints } = await agent.getEndpoints(agent.getAllQueueARNs());
      stills.quickConnects = endpoints.map((endpoint) => ({ ...endpoint }));
    }
    scene.sim.detach();
    scene.host.remove();
  }
  return stills;
}

/** Times as ages, the same in each recording: how long an agent or a contact has been in its state when the page opens. */
function withAges(stills) {
  for (const { agent, contacts = [] } of Object.values(stills)) {
    if (agent) agent.state.since = -83_000;
    for (const [index, contact] of contacts.entries()) {
      contact.state.since = -47_000 - index * 100_000;
      if (contact.begun !== null) contact.begun = -287_000 - index * 100_000;
      if (contact.heldSince !== null) contact.heldSince = -38_000;
      if (contact.customerWroteAt) contact.customerWroteAt = -65_000;
      if (contact.lasted !== null) contact.lasted = 312_000;
    }
  }
  return stills;
}

/**
 * Records all.
 * @param {import('puppeteer-core').Browser} browser
 * @param {{url: string, simulatorUrl: string}} demo
 */
export async function recordStills(browser, demo) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  try {
    await page.goto(demo.url);
    return withAges(await page.evaluate(record, demo.simulatorUrl, CUSTOMER));
  } finally {
    await context.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [browser, demo] = await Promise.all([launchChromium(), serveDemo({ port: 8460 })]);
  try {
    const stills = await recordStills(browser, demo);
    const json = await format(JSON.stringify(stills), { parser: 'json', printWidth: 120 });
    writeFileSync(new URL('../../demo/stills.json', import.meta.url), json);
  } finally {
    await browser.close();
    await demo.close();
  }
}
