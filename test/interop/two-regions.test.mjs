// Two regions: amazon-connect-streams' own artifact and ours embed the same two simulators, go through the same failovers,
// and hear the same.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serveDemo } from '../../demo/serve.mjs';
import { instanceArnOf } from '../../dist/src/simulator/simulator.js';
import { launchChromium, PATIENCE, TEST_PATIENCE } from '../support/browser.mjs';
import { serveEmbeddingPage } from './embedding-page.mjs';
import { libraries, OURS, THEIRS } from './libraries.mjs';

const EAST = 'us-east-1';
const WEST = 'us-west-2';

/** Theirs is a second file; ours has both in one. */
const bundles = { [OURS]: libraries[OURS], [THEIRS]: join(dirname(libraries[THEIRS]), 'connect-streams-dr.js') };

let browser;
let demo;

before(async () => {
  [browser, demo] = await Promise.all([launchChromium(), serveDemo({ port: 8600 })]);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** A page that embeds both regions, and the service behind each. */
class GlobalDesk {
  #page;
  #urls;

  static async open(t, library, { activeRegion = EAST, polls = true, impaired } = {}) {
    const desk = new GlobalDesk();
    const server = await serveEmbeddingPage(bundles[library]);
    const context = await browser.createBrowserContext();
    t.after(async () => {
      await context.close();
      await server.close();
    });
    desk.#page = await context.newPage();
    const complaints = [];
    desk.#page.on('pageerror', (error) => complaints.push(error.message));
    t.after(() => assert.deepEqual(complaints, []));
    await desk.#page.goto(server.url);
    await desk.#page.addScriptTag({ url: '/page/regions.js' });
    const urlOf = (region, host) => {
      const query = { region, instance: randomUUID(), activeRegion, state: 'Available', drawer: 'none' };
      if (region === impaired) query.impaired = 'true';
      return `${demo.simulatorUrl.replace('localhost', host)}?${new URLSearchParams(query)}`;
    };
    desk.#urls = { [EAST]: urlOf(EAST, '127.0.0.1'), [WEST]: urlOf(WEST, 'localhost') };
    const [first, second] = [EAST, WEST].map((region) => ({
      region,
      ccpUrl: desk.#urls[region],
      instanceArn: instanceArnOf(region),
    }));
    await desk.#page.evaluate((...args) => window.embedRegions(...args), first, second, polls);
    return desk;
  }

  /** The window in which a region's library runs: the page itself, or a frame of it. */
  async #realmOf(region) {
    const url = this.#urls[region];
    return this.#page
      .frames()
      .find((frame) => frame.url() === url)
      .parentFrame();
  }

  /** Tells a region's service something. */
  async tell(region, verb, ...args) {
    const realm = await this.#realmOf(region);
    return realm.evaluate(
      async (src, name, given) => {
        const { attachSimulator } = await import('/api/simulator/simulator.js');
        const frame = [...document.querySelectorAll('iframe')].find((one) => one.src === src);
        window.simulators ??= {};
        window.simulators[src] ??= await attachSimulator(frame);
        return window.simulators[src][name](...given);
      },
      this.#urls[region],
      verb,
      args,
    );
  }

  /** Sends the traffic to a region; the one that gets it learns of it first. */
  async activate(region, soft = false) {
    for (const one of [region, region === EAST ? WEST : EAST]) await this.tell(one, 'activeRegion', region, { soft });
  }

  /** A contact arrives in the active region, and the page takes it. */
  async take(region, verb) {
    const contactId = await this.tell(region, verb);
    await this.does((id) => new window.connect.Contact(id).accept(), contactId);
    return contactId;
  }

  /** Calls `window.connect` or `window.globalConnect`, once the contact is known if there is one. */
  async does(action, contactId = null) {
    const known = (id) => !id || new window.connect.Agent().getContacts().some((one) => one.getContactId() === id);
    await this.#page.waitForFunction(known, { timeout: PATIENCE, polling: 10 }, contactId);
    await this.#page.evaluate(`void (${action})(${JSON.stringify(contactId)})`);
  }

  /** Waits until the page has heard a line, and forgets all that it has heard. */
  async begins(...needed) {
    const isHeard = (lines) => lines.every((line) => window.lines.includes(line));
    await this.#page.waitForFunction(isHeard, { timeout: PATIENCE, polling: 10 }, needed);
    return this.#page.evaluate(() => window.lines.splice(0));
  }

  /** Waits until as many lines have come as are expected, and compares. */
  async hears(...expected) {
    const enough = (count) => window.lines.length >= count;
    const options = { timeout: PATIENCE, polling: 10 };
    await this.#page.waitForFunction(enough, options, expected.length).catch(() => {}); // the comparison says what is missing
    assert.deepEqual(await this.#page.evaluate(() => window.lines.splice(0)), expected);
  }
}

const completed = (region) =>
  `complete ${region} true (${region}, ${region === EAST ? WEST : EAST}; window.connect: ${region})`;

/** What is heard of a call or a chat that is taken, and of a call that is over. */
const taken = (region, type) => {
  const [ringing, busy] = type === 'voice' ? [[`${region} agent PendingBusy`], [`${region} agent Busy`]] : [[], []];
  const begun = [`${region} contact ${type}`, `${region} contact.onConnecting`];
  return [...ringing, ...begun, ...busy, `${region} contact.onConnected`];
};
const over = (region) => [`${region} agent AfterCallWork`, `${region} contact.onACW`, `${region} contact.onEnded`];
const cleared = (region) => [`${region} agent Available`, `${region} contact.onDestroy`];

/** The agent is available in the active region. */
async function makeAvailable(desk, region) {
  await desk.tell(region, 'setAgentState', 'Available');
  await desk.hears(`${region} agent Available`);
}

/** The agent takes a call, and hears softly that they are to move: it waits until that is over and cleared. */
async function moveAfterCall(desk, from, to, { move, pending }) {
  await makeAvailable(desk, from);
  const call = await desk.take(from, 'incomingCall');
  await desk.hears(...taken(from, 'voice'));
  await move();
  await desk.hears(pending);
  await desk.tell(from, 'customerHangsUp', call);
  await desk.hears(...over(from));
  await desk.does((id) => new window.connect.Contact(id).clear(), call);
  await desk.hears(...cleared(from), completed(to), `${from} agent Offline`);
}

const scenarios = {
  async 'failovers that the CCPs find out by polling'(desk) {
    await desk.begins(`${EAST} agent Available`, `${WEST} agent Offline`);

    await desk.activate(WEST);
    await desk.hears(completed(WEST), `${EAST} agent Offline`);

    await desk.activate(EAST);
    await desk.hears(completed(EAST));

    const move = () => desk.activate(WEST, true);
    await moveAfterCall(desk, EAST, WEST, { move, pending: `pending ${WEST}` });

    await makeAvailable(desk, WEST);
    await desk.take(WEST, 'incomingChat');
    await desk.hears(...taken(WEST, 'chat'));
    await desk.activate(EAST, true);
    const chatOver = [`${WEST} contact.onACW`, `${WEST} contact.onEnded`];
    await desk.hears(...chatOver, completed(EAST), `${WEST} agent Offline`);

    await makeAvailable(desk, EAST);
    await desk.take(EAST, 'incomingCall');
    await desk.hears(...taken(EAST, 'voice'));
    await desk.activate(WEST);
    await desk.hears(...over(EAST), completed(WEST), `${EAST} agent Offline`, `${EAST} contact.onDestroy`);
  },

  async 'failovers that the page asks for'(desk, library) {
    await desk.begins(`${EAST} agent Available`, `${WEST} agent Offline`);

    await desk.does(() => window.globalConnect.core.failover());
    await desk.hears(completed(WEST), `${EAST} agent Offline`);

    const move = () => desk.does(() => window.globalConnect.core.failover(true));
    // Ours says which region is meant, though the CCP has not been told.
    await moveAfterCall(desk, WEST, EAST, { move, pending: library === OURS ? `pending ${EAST}` : 'pending -' });
  },

  async 'the active region dies in mid-call, and comes back'(desk) {
    await desk.begins(`${EAST} agent Available`, `${WEST} agent Offline`);
    await desk.take(EAST, 'incomingCall');
    await desk.hears(...taken(EAST, 'voice'));
    await desk.tell(EAST, 'impair', EAST);
    await desk.activate(WEST);
    await desk.hears(completed(WEST));
    await desk.tell(EAST, 'impair', EAST, false);
    await desk.hears(...over(EAST), `${EAST} agent Offline`, `${EAST} contact.onDestroy`);
  },

  async 'the other region is the active one from the start'(desk) {
    const lines = await desk.begins(completed(WEST), `${EAST} agent Offline`, `${WEST} agent Available`);
    assert.deepEqual(lines.slice(0, 2), [`init ${EAST}`, `init ${WEST}`]);
    assert.deepEqual(
      lines.filter((line) => /^(complete|pending)/.test(line)),
      [completed(WEST)],
    );
  },

  async 'the first region does not load at all'(desk) {
    const lines = await desk.begins(completed(WEST), `${WEST} agent Available`);
    assert.deepEqual(
      lines.filter((line) => /^(init|complete|pending)/.test(line)),
      [`init ${EAST}`, `init ${WEST}`, completed(WEST)],
    );
  },
};

const settings = {
  'failovers that the page asks for': { polls: false },
  'the other region is the active one from the start': { activeRegion: WEST },
  'the first region does not load at all': { activeRegion: WEST, impaired: EAST },
};

describe('two regions', { concurrency: 4 }, () => {
  for (const library of Object.keys(bundles)) {
    for (const [name, run] of Object.entries(scenarios)) {
      test(`${library}: ${name}`, { timeout: TEST_PATIENCE }, async (t) => {
        await run(await GlobalDesk.open(t, library, settings[name]), library);
      });
    }
  }
});
