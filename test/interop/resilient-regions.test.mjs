// Two regions behind one runtime: amazon-connect-streams and our ES modules embed the same two simulators by
// `enableGlobalResiliency`, go through the same failovers, and hear the same.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { serveDemo } from '../../demo/serve.mjs';
import { launchChromium, PATIENCE, TEST_PATIENCE } from '../support/browser.mjs';
import { serveEmbeddingPage } from './embedding-page.mjs';
import { libraries, OURS, THEIRS } from './libraries.mjs';

const EAST = 'us-east-1';
const WEST = 'us-west-2';
const POLLING = { timeout: PATIENCE, polling: 10 };

const folder = mkdtempSync(join(tmpdir(), 'resilient-regions-'));

/** Ours is in the ES modules alone: here as a classic script, like theirs. */
function ourBundle() {
  const outfile = join(folder, 'ours.js');
  const contents = `import { connect } from './src/index.js'; window.connect = connect;`;
  const resolveDir = fileURLToPath(new URL('../../dist', import.meta.url));
  buildSync({ stdin: { contents, resolveDir }, outfile, bundle: true, format: 'iife', logLevel: 'error' });
  return outfile;
}

let browser;
let demo;
const bundles = { [OURS]: ourBundle(), [THEIRS]: libraries[THEIRS] };

before(async () => {
  [browser, demo] = await Promise.all([launchChromium(), serveDemo({ port: 8680 })]);
});

after(async () => {
  await browser?.close();
  await demo?.close();
  rmSync(folder, { recursive: true });
});

/** Opens a page that embeds both regions; resolves when it has heard which one is active, and knows every one that loads. */
async function openDesk(t, library, { activeRegion = EAST, impaired } = {}) {
  const server = await serveEmbeddingPage(bundles[library]);
  const context = await browser.createBrowserContext();
  t.after(async () => {
    await context.close();
    await server.close();
  });
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  t.after(() => assert.deepEqual(complaints, []));
  await page.goto(server.url);
  await page.addScriptTag({ url: '/page/resilient-regions.js' });
  const regionAt = (region, otherRegion, host) => {
    const query = { region, otherRegion, instance: randomUUID(), activeRegion, state: 'Available', drawer: 'none' };
    if (region === impaired) query.impaired = 'true';
    const ccpUrl = `${demo.simulatorUrl.replace('localhost', host)}?${new URLSearchParams(query)}`;
    return { region, ccpUrl };
  };
  const regions = [regionAt(EAST, WEST, '127.0.0.1'), regionAt(WEST, EAST, 'localhost')];
  await page.evaluate((...args) => window.embedRegions(...args), ...regions);

  const desk = {
    /** Tells a region's service something. */
    tell: (region, verb, ...args) =>
      page.evaluate(
        async (url, name, given) => {
          const { attachSimulator } = await import('/api/simulator/simulator.js');
          const frame = [...document.querySelectorAll('iframe')].find((one) => one.src === url);
          window.simulators ??= {};
          window.simulators[url] ??= await attachSimulator(frame);
          return window.simulators[url][name](...given);
        },
        regions.find((one) => one.region === region).ccpUrl,
        verb,
        args,
      ),
    /** Sends the traffic to a region; the one that gets it learns of it first. */
    async activate(region, soft = false) {
      for (const one of [region, region === EAST ? WEST : EAST]) await desk.tell(one, 'activeRegion', region, { soft });
    },
    /** Calls `window.connect`, once the contact is known if there is one. */
    async does(action, contactId = null) {
      const known = (id) => !id || new window.connect.Agent().getContacts().some((one) => one.getContactId() === id);
      await page.waitForFunction(known, POLLING, contactId);
      await page.evaluate(`void (${action})(${JSON.stringify(contactId)})`);
    },
    async take(region, verb) {
      const contactId = await desk.tell(region, verb);
      await desk.does((id) => new window.connect.Contact(id).accept(), contactId);
      return contactId;
    },
    agentIs: (name) =>
      page.waitForFunction(
        (wanted) => window.connect.agent.initialized && new window.connect.Agent().getState().name === wanted,
        POLLING,
        name,
      ),
    /** Waits until as many lines have come as are expected, and compares. */
    async hears(...expected) {
      const enough = (count) => window.lines.length >= count;
      await page.waitForFunction(enough, POLLING, expected.length).catch(() => {}); // the comparison says what is missing
      assert.deepEqual(await page.evaluate(() => window.lines.splice(0)), expected);
    },
    regionStands: async (region, name) => {
      while ((await desk.tell(region, 'truth')).agent.state.name !== name);
    },
  };
  await desk.hears(`init ${activeRegion}`);
  await desk.agentIs('Available');
  // A region that comes up only now would take part in what is told to the other one.
  const areKnown = (count) => window.framesKnown.size === count;
  await page.waitForFunction(areKnown, POLLING, impaired ? 1 : 2);
  return desk;
}

const completed = (region) => `complete ${region} ${region} ${region}`;
const detected = (region) => `detected ${region}`;

const scenarios = {
  async 'with nothing to do, and back again'(desk) {
    await desk.activate(WEST);
    await desk.hears(detected(WEST), completed(WEST));
    await desk.tell(WEST, 'setAgentState', 'Available');
    await desk.activate(EAST);
    await desk.hears(detected(EAST), completed(EAST));
  },

  async 'with a call that is brought to its end'(desk) {
    const call = await desk.take(EAST, 'incomingCall');
    await desk.hears('contact voice', 'contact.onConnected');
    await desk.activate(WEST, true);
    await desk.hears(detected(WEST), `pending ${WEST}`);
    await desk.tell(EAST, 'customerHangsUp', call);
    await desk.hears('contact.onACW', 'contact.onEnded');
    await desk.does((id) => new window.connect.Contact(id).clear(), call);
    await desk.hears('contact.onDestroy', completed(WEST));
    await desk.tell(WEST, 'setAgentState', 'Available');
    await desk.take(WEST, 'incomingChat');
    await desk.hears('contact chat', 'contact.onConnected');
  },

  async 'forced by the page'(desk) {
    await desk.tell(WEST, 'activeRegion', WEST); // else it would send the agent back
    await desk.does(() => window.connect.globalResiliency.forceFailover());
    await desk.hears(completed(WEST));
    await desk.regionStands(EAST, 'Offline');
  },
};

const begins = {
  'the other region is the active one from the start': { activeRegion: WEST },
  'the first region does not load at all': { activeRegion: WEST, impaired: EAST },
};

describe('two regions behind one runtime', { concurrency: 4 }, () => {
  for (const library of Object.keys(bundles)) {
    for (const [name, run] of Object.entries(scenarios)) {
      test(`${library}: ${name}`, { timeout: TEST_PATIENCE }, async (t) => run(await openDesk(t, library)));
    }
    for (const [name, settings] of Object.entries(begins)) {
      test(`${library}: ${name}`, { timeout: TEST_PATIENCE }, async (t) => void (await openDesk(t, library, settings)));
    }
  }
});
