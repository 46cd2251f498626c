// Load: a hundred updates a second with a hundred contacts, for ten minutes of a shift; and twenty tabs on one worker.
// Half a minute of the shift by day, all ten minutes by `npm run soak`. LOAD_SECONDS: how long it is; LOAD_SEED: what the last one has printed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { serveDemo } from '../../demo/serve.mjs';
import { launchChromium, TEST_PATIENCE } from '../support/browser.mjs';
import { movedClock } from '../support/moved-clock.mjs';

const isLonger = process.env.npm_lifecycle_event === 'soak';
const LONGER = isLonger ? 600 : 30;
// A change is judged by the same ones each time; the longer run takes others.
const SEED = isLonger ? Date.now() % 2 ** 31 : 1;
const { LOAD_SECONDS = LONGER, LOAD_SEED = SEED } = process.env;

/** Updates in a second of the shift, and how many seconds go by at a stretch. */
const RATE = 100;
const PART = 10;

/** By how much memory may differ: a leak would have some hundred bytes for each update. */
const MEMORY = 1_000_000;

/** A task that takes longer than this lets a frame drop. Printed, for a busy machine is no fault of ours. */
const LONG = 50;

let browser;
let demo;

before(async () => {
  [browser, demo] = await Promise.all([launchChromium(), serveDemo({ port: 8500 })]);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

async function bundled(name) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`load/${name}`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    ignoreAnnotations: true,
  });
  return outputFiles[0].text;
}

/** Bytes that are in use after everything that can go has gone. */
async function memory(session) {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

test(
  'a hundred updates a second, with a hundred contacts: nothing lost, nothing doubled, one row for each',
  { timeout: TEST_PATIENCE + LOAD_SECONDS * 2_000 },
  async (t) => {
    const seed = Number(LOAD_SEED);
    t.diagnostic(`LOAD_SEED=${seed} LOAD_SECONDS=${LOAD_SECONDS}`);
    const [pageScript, ccpScript] = await Promise.all([bundled('page.ts'), bundled('ccp.ts')]);
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.evaluateOnNewDocument(movedClock);
    await page.goto(new URL('/test/long/load/page.html', demo.url).href);
    // On another site, so that what the CCP does is in a process of its own.
    const url = new URL('/test/support/pages/ccp.html', demo.simulatorUrl.replace('//localhost', '//127.0.0.1')).href;
    await page.addScriptTag({ content: pageScript });
    await page.evaluate(
      (ccpUrl) => Object.assign(document.querySelector('connect-ccp'), { ccpUrl, loginMode: 'none' }),
      url,
    );
    const frame = await page.waitForFrame(url);
    await frame.waitForFunction(() => window.heard !== undefined, { polling: 20, timeout: TEST_PATIENCE });
    await frame.addScriptTag({ content: ccpScript });
    await page.evaluate((one) => window.begin(one), seed);
    const session = await page.createCDPSession();
    /** Goes on with the shift, in parts that the browser's tools wait for. */
    const work = async (seconds) => {
      const all = { updates: 0, rows: 0, moves: 0, times: [] };
      for (let left = seconds; left > 0; left -= PART) {
        const part = await page.evaluate((updates) => window.work(updates), Math.min(left, PART) * RATE);
        assert.equal(part.wrong, null, `${seconds - left} s into this part of the shift`);
        for (const name of ['updates', 'rows', 'moves']) all[name] += part[name];
        all.times.push(...part.times);
      }
      return all;
    };
    // What is kept for good is there after the first part.
    const seconds = Number(LOAD_SECONDS);
    await work(Math.ceil(seconds / 10));
    const before = await memory(session);
    const { rows, moves, updates, times } = await work(seconds - Math.ceil(seconds / 10));
    const growth = (await memory(session)) - before;
    times.sort((a, b) => a - b);
    const at = (part) => times[Math.floor((times.length - 1) * part)].toFixed(2);
    const long = times.filter((time) => time > LONG).length;
    t.diagnostic(`script time of an update: median ${at(0.5)} ms, 99 % under ${at(0.99)} ms, longest ${at(1)} ms`);
    t.diagnostic(`${long} of ${times.length} updates took longer than ${LONG} ms; ${growth} bytes more`);
    assert.equal(times.length, updates);
    t.diagnostic(`${moves} times the selected contact went, and another one was drawn as such`);
    assert.ok(rows <= updates + moves, 'one row is drawn for each update, and one for each new selection');
    assert.ok(growth < MEMORY, `${growth} bytes more after ${updates} updates`);
  },
);

const TABS = 20;

test('twenty panels of one worker: each in sync, and each question answered once, to the one that asks', async (t) => {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(TEST_PATIENCE);
  await page.goto(new URL('/test/support/pages/desk.html', demo.url).href);
  await page.evaluate(
    async (ccpUrl, count) => {
      const { createConnect } = await import('/cdn/connect-ccp.min.js');
      const { attachSimulator } = await import('/dist/src/simulator/simulator.js');
      const NEVER = 2_000_000_000;
      const open = async () => {
        const connect = createConnect();
        connect.getLog().setEchoLevel('CRITICAL');
        const box = document.body.appendChild(document.createElement('div'));
        // Nothing is asked by itself: each question is one of this test's.
        connect.core.initCCP(box, { ccpUrl, loginMode: 'none', ccpSynTimeout: NEVER, ccpAckTimeout: NEVER });
        await new Promise((resolve) => connect.agent(resolve));
        const tab = { connect, answers: 0, told: [], marks: new Set() };
        const bus = connect.core.getEventBus();
        bus.subscribe('acknowledge', () => tab.answers++);
        bus.subscribe('a mark', ({ mark }) => tab.marks.add(mark));
        connect.contact((contact) => {
          tab.told.push('init');
          contact.onConnected(() => tab.told.push('connected'));
          contact.onEnded(() => tab.told.push('ended'));
          contact.onDestroy(() => tab.told.push('destroyed'));
        });
        return tab;
      };
      window.tabs = [];
      while (window.tabs.length < count) window.tabs.push(await open());
      window.sim = await attachSimulator(window.tabs[0].connect);
    },
    `${demo.simulatorUrl}?instance=load-${process.pid}&state=Available&drawer=none`,
    TABS,
  );
  /** What every panel is told after everything that was said before. */
  const settled = async (mark) => {
    await page.evaluate(
      (one) =>
        window.tabs[0].connect.core.getUpstream().sendUpstream('broadcast', { event: 'a mark', data: { mark: one } }),
      mark,
    );
    await page.waitForFunction((one) => window.tabs.every(({ marks }) => marks.has(one)), { polling: 20 }, mark);
  };

  await settled('begin');
  for (let asking = 0; asking < TABS; asking++) {
    await page.evaluate((one) => {
      for (const tab of window.tabs) tab.answers = 0;
      for (let question = 0; question < 10; question++)
        window.tabs[one].connect.core.getUpstream().sendUpstream('synchronize');
    }, asking);
    await page.waitForFunction((one) => window.tabs[one].answers >= 10, { polling: 20 }, asking);
    await settled(`asked ${asking}`);
    const answers = await page.evaluate(() => window.tabs.map((tab) => tab.answers));
    assert.deepEqual(
      answers,
      answers.map((_, tab) => (tab === asking ? 10 : 0)),
    );
  }

  const all = (state) =>
    page.waitForFunction(
      (wanted) =>
        window.tabs.every(({ connect }) => (new connect.Agent().getContacts()[0]?.getState().type ?? null) === wanted),
      { polling: 20 },
      state,
    );
  await page.evaluate(() => window.sim.incomingCall().then((id) => (window.id = id)));
  await all('connecting');
  await page.evaluate(() => new (window.tabs.at(-1).connect.Contact)(window.id).accept());
  await all('connected');
  await page.evaluate(() => window.sim.customerHangsUp(window.id));
  await all('ended');
  await page.evaluate(() => new window.tabs[7].connect.Contact(window.id).clear());
  await all(null);
  const told = await page.evaluate(() => window.tabs.map((tab) => tab.told));
  assert.deepEqual(
    told,
    told.map(() => ['init', 'connected', 'ended', 'destroyed']),
  );
});
