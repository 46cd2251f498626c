// Soak: what comes and goes a hundred times and more leaves listeners, timers, ports, subscriptions, frames and memory where
// they were. `npm run soak` does all of it ten times as often. SOAK_TIMES: how many times as often. There is no chance in it,
// and so no seed.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serveDemo } from '../../demo/serve.mjs';
import { launchChromium, TEST_PATIENCE } from '../support/browser.mjs';

/** How many times as often as in the tests of every day. */
const MORE = Number(process.env.SOAK_TIMES ?? (process.env.npm_lifecycle_event === 'soak' ? 10 : 1));

let browser;
let demo;

before(async () => {
  [browser, demo] = await Promise.all([
    launchChromium({ protocolTimeout: 0, args: ['--js-flags=--expose-gc'] }),
    serveDemo({ port: 8600 }),
  ]);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** Keeps `window.timers`: those that are due. Runs in the page, before its own scripts. */
function countTimers() {
  const timers = (window.timers = new Set());
  const { setTimeout: wait, setInterval: repeat } = window;
  window.setTimeout = (run, ...rest) => {
    const id = wait(
      (...args) => {
        timers.delete(id);
        run(...args);
      },
      ...rest,
    );
    timers.add(id);
    return id;
  };
  window.setInterval = (...args) => {
    const id = repeat(...args);
    timers.add(id);
    return id;
  };
  for (const name of ['clearTimeout', 'clearInterval']) {
    const clear = window[name];
    window[name] = (id) => {
      timers.delete(id);
      clear(id);
    };
  }
}

/** How many objects of a page are alive that somebody has made from a prototype, and that pass a filter. */
async function alive(page, prototypeOf, passes = () => true) {
  const prototype = await page.evaluateHandle(prototypeOf);
  const objects = await page.queryObjects(prototype);
  const count = await page.evaluate(
    (list, filter) => list.filter(new Function(`return ${filter}`)()).length,
    objects,
    `${passes}`,
  );
  await Promise.all([prototype.dispose(), objects.dispose()]);
  return count;
}

/** Subscriptions are plain objects with these members. */
const isSubscription = (one) => ['eventName', 'f', 'unsubscribe'].every((name) => Object.hasOwn(one, name));

/** A page with our library loaded, and functions that measure it. */
async function open(t, path = 'demo/index.html') {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(TEST_PATIENCE);
  await page.evaluateOnNewDocument(countTimers);
  await page.goto(new URL(`/${path}`, demo.url).href);
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  return {
    page,
    async measure() {
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const value = (name) => metrics.find((metric) => metric.name === name).value;
      return {
        listeners: value('JSEventListeners'),
        frames: value('Frames'),
        heap: value('JSHeapUsedSize'),
        timers: await page.evaluate(() => window.timers.size),
        ports: await alive(page, () => MessagePort.prototype),
        workers: await alive(page, () => SharedWorker.prototype),
        iframes: await alive(page, () => HTMLIFrameElement.prototype),
        subscriptions: await alive(page, () => Object.prototype, isSubscription),
      };
    },
  };
}

/** The same with the demo's panel, once it is ready. */
async function openReady(t) {
  const opened = await open(t);
  await opened.page.waitForFunction(() => document.querySelector('connect-ccp').status === 'ready');
  return opened;
}

/** How often memory is collected and measured again: a frame that was removed goes only after some turns of the loop. */
const COLLECTIONS = 30;

/** What is under way at the moment of measuring may have so many of each; a leak would have one for each round. */
const UNDER_WAY = { listeners: 8, timers: 4, ports: 0, workers: 0, iframes: 0, subscriptions: 2, frames: 0 };

/** Measures until all is back where it was, and fails with the last figures if it never is. */
async function assertFlat(measure, before, { heap }) {
  let now;
  for (let collection = 0; collection < COLLECTIONS; collection++) {
    now = await measure();
    const counts = Object.entries(UNDER_WAY).every(([name, more]) => now[name] <= before[name] + more);
    if (counts && now.heap < before.heap + heap) return;
  }
  assert.fail(`not flat: ${JSON.stringify({ before, now })}`);
}

/** Bytes that the browser itself keeps when a frame with nothing in it has loaded itself again so many times. */
async function keptByBrowser(t, times) {
  const { page, measure } = await open(t, 'test/support/pages/desk.html');
  const reload = (rounds) =>
    page.evaluate(
      async (count, src) => {
        const frame = document.querySelector('iframe') ?? document.createElement('iframe');
        for (let round = 0; round < count; round++) {
          const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
          if (frame.isConnected) frame.contentWindow.location.replace(`${src}?${round}`);
          else document.body.append(Object.assign(frame, { src }));
          await loaded;
        }
      },
      rounds,
      new URL('/demo/favicon.svg', demo.simulatorUrl).href,
    );
  await reload(10);
  const before = await measure();
  await reload(times);
  const { heap } = await measure();
  t.diagnostic(`the browser keeps ${heap - before.heap} bytes of ${times} empty frames`);
  return Math.max(0, heap - before.heap);
}

describe('comes and goes', () => {
  test('<connect-ccp> removed and mounted a hundred times', { timeout: MORE * 3 * TEST_PATIENCE }, async (t) => {
    const { page, measure } = await openReady(t);
    const cycle = (rounds) =>
      page.evaluate(async (count) => {
        const ccp = document.querySelector('connect-ccp');
        const parent = ccp.parentElement;
        for (let round = 0; round < count; round++) {
          ccp.remove();
          parent.append(ccp);
          await ccp.ready;
        }
      }, rounds);
    await page.evaluate(() => {
      const bus = document.querySelector('connect-ccp').connect.core.getEventBus();
      bus.subscribe('update_connected_ccps', ({ length }) => (window.panels = length));
    });
    await cycle(10);
    const before = await measure();
    await cycle(MORE * 100);
    await assertFlat(measure, before, { heap: 1_000_000 });
    // The worker has let go of the ports of all frames that were.
    await page.waitForFunction(() => window.panels === 1, { polling: 20 });
  });

  test(
    'status, controls and command buttons in a call, removed and mounted a hundred times',
    { timeout: 3 * TEST_PATIENCE },
    async (t) => {
      const { page, measure } = await openReady(t);
      await page.evaluate(async () => {
        const { attachSimulator } = await import('../dist/src/simulator/simulator.js');
        const ccp = document.querySelector('connect-ccp');
        ccp.id = 'ccp';
        const sim = await attachSimulator(ccp);
        await sim.setAgentState('Available');
        const added = new Promise((resolve) => ccp.addEventListener('connect-contact-added', resolve, { once: true }));
        const id = await sim.incomingCall({ attributes: { tier: 'gold' } });
        await added;
        await new ccp.connect.Contact(id).accept();
        sim.detach();
      });
      await page.waitForFunction(() => document.querySelector('#ccp').state.contacts[0].state.type === 'connected', {
        polling: 20,
      });
      const cycle = (rounds) =>
        page.evaluate(async (count) => {
          const markup = document.createElement('template');
          markup.innerHTML = `<connect-agent-status></connect-agent-status>
          <connect-contact-controls country="US"></connect-contact-controls>
          <button commandfor="ccp" command="--hold">Hold</button>`;
          for (let round = 0; round < count; round++) {
            const box = document.body.appendChild(document.createElement('div'));
            box.append(markup.content.cloneNode(true));
            const elements = box.querySelectorAll('connect-agent-status, connect-contact-controls');
            for (const element of elements) await element.updateComplete;
            const [status, controls] = [...elements].map(({ shadowRoot }) => shadowRoot.textContent);
            if (!status.includes('On a contact') || !controls.includes('Hold'))
              throw new Error(`${status} ${controls}`);
            box.remove();
          }
        }, rounds);
      await cycle(20);
      const before = await measure();
      await cycle(100);
      await assertFlat(measure, before, { heap: 1_000_000 });
    },
  );

  test('initCCP and terminate a hundred times in one container', { timeout: MORE * 3 * TEST_PATIENCE }, async (t) => {
    const { page, measure } = await openReady(t);
    const cycle = (rounds) =>
      page.evaluate(
        async (count, ccpUrl) => {
          const { createConnect } = await import('../cdn/connect-ccp.min.js');
          const connect = (window.soaked ??= createConnect());
          const box = (window.box ??= document.body.appendChild(document.createElement('div')));
          for (let round = 0; round < count; round++) {
            connect.core.initCCP(box, { ccpUrl, loginMode: 'none' });
            await new Promise((resolve) => connect.agent(resolve));
            connect.core.terminate();
            if (box.querySelectorAll('iframe').length !== 1) throw new Error('not one frame');
          }
        },
        rounds,
        `${demo.simulatorUrl}?instance=soak`,
      );
    await cycle(10);
    const before = await measure();
    await cycle(MORE * 100);
    await assertFlat(measure, before, { heap: 1_000_000 });
  });

  test('a hundred sign-outs, each with a new sign-in', { timeout: MORE * 3 * TEST_PATIENCE }, async (t) => {
    const { page, measure } = await openReady(t);
    const cycle = (rounds) =>
      page.evaluate(async (count) => {
        const ccp = document.querySelector('connect-ccp');
        const until = (wanted) =>
          new Promise((resolve) => {
            const look = () => {
              if (ccp.status !== wanted) return;
              ccp.removeEventListener('connect-status-change', look);
              resolve();
            };
            ccp.addEventListener('connect-status-change', look);
            look();
          });
        for (let round = 0; round < count; round++) {
          const ended = until('signed-out');
          ccp.connect.core.getUpstream().sendUpstream('terminate');
          await ended;
          await until('ready');
        }
      }, rounds);
    await cycle(10);
    const before = await measure();
    await cycle(MORE * 100);
    // The CCP's page loads itself again at each of them.
    await assertFlat(measure, before, { heap: 1_000_000 + (await keptByBrowser(t, MORE * 100)) });
  });

  test('a thousand calls, from ringing to cleared', { timeout: MORE * 8 * TEST_PATIENCE }, async (t) => {
    const { page, measure } = await openReady(t);
    await page.evaluate(async () => {
      const { attachSimulator } = await import('../dist/src/simulator/simulator.js');
      const ccp = document.querySelector('connect-ccp');
      window.sim = await attachSimulator(ccp);
      await window.sim.setAgentState('Available');
      ccp.connect.contact((contact) => {
        for (const name of ['onRefresh', 'onConnected', 'onEnded', 'onDestroy']) contact[name](() => {});
      });
    });
    const cycle = (rounds) =>
      page.evaluate(async (count) => {
        const ccp = document.querySelector('connect-ccp');
        const until = (type) => new Promise((resolve) => ccp.addEventListener(type, resolve, { once: true }));
        for (let round = 0; round < count; round++) {
          const added = until('connect-contact-added');
          const id = await window.sim.incomingCall();
          await added;
          const contact = new ccp.connect.Contact(id);
          await contact.accept();
          await contact.getAgentConnection().destroy();
          const removed = until('connect-contact-removed');
          await contact.clear();
          await removed;
        }
      }, rounds);
    await cycle(50);
    const before = await measure();
    await cycle(MORE * 1000);
    // The log keeps its newest 2000 entries, and fills up during the first calls.
    await assertFlat(measure, before, { heap: 2_000_000 });
  });

  test('a thousand failovers between two regions', { timeout: MORE * 3 * TEST_PATIENCE }, async (t) => {
    const { page, measure } = await open(t, 'test/support/pages/desk.html');
    await page.evaluate(async (ccpUrl) => {
      await import('/cdn/connect-ccp.min.js');
      const global = Object.assign(document.createElement('connect-global-ccp'), { withoutPolling: true });
      for (const region of ['us-east-1', 'us-west-2']) {
        const url = new URL(ccpUrl);
        url.search = new URLSearchParams({ region, instance: `soak-${region}`, state: 'Available', drawer: 'none' });
        if (region === 'us-west-2') url.hostname = '127.0.0.1';
        global.append(Object.assign(document.createElement('connect-ccp'), { region, ccpUrl: url.href }));
      }
      document.body.append(global, document.createElement('connect-agent-status'));
      window.global = global;
    }, demo.simulatorUrl);
    await page.waitForFunction(() => window.global.regions?.every(({ status }) => status === 'ready'));
    const cycle = (rounds) =>
      page.evaluate(async (count) => {
        const { global } = window;
        const told = (type) => new Promise((resolve) => global.addEventListener(type, resolve, { once: true }));
        for (let round = 0; round < count; round++) {
          const { standbyRegion } = global;
          const complete = told('connect-failover-complete');
          global.failover();
          const { activeRegion } = await complete;
          if (activeRegion !== standbyRegion || global.activeRegion !== standbyRegion)
            throw new Error(`${activeRegion}`);
        }
      }, rounds);
    await cycle(10);
    const before = await measure();
    await cycle(MORE * 1000);
    await assertFlat(measure, before, { heap: 1_000_000 });
  });
});
