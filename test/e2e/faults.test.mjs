// Faults that need real pages: framed by somebody else's page, who may neither look nor speak; and a browser without storage.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serveDemo } from '../../demo/serve.mjs';
import { complaintsOf, isFirefox, launchBrowser, PATIENCE } from '../support/browser.mjs';

const POLLING = { timeout: PATIENCE, polling: 20 };

/** What a page that frames ours has to hand on, so that the panel gets it: its permissions end with whoever leaves them out. */
const HANDED_ON = 'microphone; camera; autoplay; clipboard-write; speaker-selection';

/** Firefox has permissions policies, but no way to look at them. */
const NEEDS_POLICY = { skip: isFirefox && 'there is no document.featurePolicy' };

let browser;
let demo;
/** A page of a third origin, which keeps what it hears. */
let strangerUrl;

before(async () => {
  [browser, demo] = await Promise.all([launchBrowser({ pageCache: true }), serveDemo({ port: 8900 })]);
  strangerUrl = new URL('/test/support/pages/ccp.html', demo.url.replace('//localhost', '//127.0.0.1')).href;
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

async function newPage(t) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  return context.newPage();
}

/** Somebody else's page with ours in a frame, once ours is ready. */
async function framedPage(t, allow) {
  const outer = await newPage(t);
  const complaints = complaintsOf(outer);
  await outer.goto(strangerUrl);
  await outer.evaluate(
    (src, permissions) => {
      // What a browser does not know it complains of; Firefox does not tell what it knows.
      const known = document.featurePolicy?.features();
      const allow = permissions.split('; ').filter((one) => !known || known.includes(one));
      document.body.append(Object.assign(document.createElement('iframe'), { src, allow: allow.join('; ') }));
    },
    demo.url,
    allow,
  );
  const inner = await (await outer.$('iframe')).contentFrame();
  await inner.waitForFunction(() => document.querySelector('connect-ccp')?.status === 'ready', POLLING);
  return { outer, inner, complaints };
}

/** A call that rings and is answered. */
const takeCall = (frame) =>
  frame.evaluate(async () => {
    const { attachSimulator } = await import('../dist/src/simulator/simulator.js');
    const ccp = document.querySelector('connect-ccp');
    const sim = await attachSimulator(ccp);
    await sim.setAgentState('Available');
    const rings = new Promise((resolve) => ccp.addEventListener('connect-ringing', resolve, { once: true }));
    const id = await sim.incomingCall({ from: '+12065550137' });
    await rings;
    await new ccp.connect.Contact(id).accept();
  });

const callIs = (frame, type) =>
  frame.waitForFunction(
    (wanted) => document.querySelector('connect-ccp').state.contacts[0]?.state.type === wanted,
    POLLING,
    type,
  );

describe('framed by a page of a third origin', () => {
  test('that hands the permissions on, the panel has them, and a call is taken', NEEDS_POLICY, async (t) => {
    const { inner, complaints } = await framedPage(t, HANDED_ON);
    const panel = await (await inner.$('connect-ccp >>> iframe')).contentFrame();
    assert.equal(await panel.evaluate(() => document.featurePolicy.allowsFeature('microphone')), true);
    await takeCall(inner);
    await callIs(inner, 'connected');
    assert.deepEqual(complaints, []);
  });

  test('that hands nothing on, the panel is ready all the same, without a microphone', NEEDS_POLICY, async (t) => {
    const { inner } = await framedPage(t, '');
    const panel = await (await inner.$('connect-ccp >>> iframe')).contentFrame();
    assert.equal(await panel.evaluate(() => document.featurePolicy.allowsFeature('microphone')), false);
    assert.equal(await inner.$eval('connect-ccp', (ccp) => ccp.status), 'ready');
  });

  test('it can neither read nor command, nor can a frame beside the panel; and it hears nothing of a call', async (t) => {
    const { outer, inner } = await framedPage(t, HANDED_ON);
    await inner.evaluate(
      (src) => document.body.append(Object.assign(document.createElement('iframe'), { src, id: 'sibling' })),
      strangerUrl,
    );
    const sibling = await (await inner.waitForSelector('#sibling')).contentFrame();
    await sibling.waitForFunction(() => window.heard !== undefined, POLLING);
    await takeCall(inner);
    await callIs(inner, 'connected');
    const before = await inner.evaluateHandle(() => document.querySelector('connect-ccp').state);
    const words = (own) => {
      const page = own === 'outer' ? window.frames[0] : parent;
      for (const name of ['connect', 'document', 'localStorage']) {
        try {
          return `could read ${name}: ${page[name]}`;
        } catch {
          // The browser forbids it.
        }
      }
      const say = (event, data) => page.postMessage({ event, data }, '*');
      say('acknowledge', { id: 'a port of mine' });
      say('agent::update', { snapshot: { state: { name: 'Mine' }, contacts: [] }, configuration: {} });
      say('terminated');
      say('request_configure');
      say('api_request', { requestId: '1', method: 'destroyConnection', params: {} });
      say('broadcast', { event: 'terminated' });
      page.postMessage({ lastOfAll: own }, '*');
      return null;
    };
    const dealtWith = inner.evaluate(
      () =>
        new Promise((resolve) => {
          const last = new Set(['outer', 'sibling']);
          addEventListener('message', ({ data }) => last.delete(data?.lastOfAll) && !last.size && resolve());
        }),
    );
    await inner.evaluate(() => null); // by now it listens
    assert.equal(await outer.evaluate(words, 'outer'), null);
    assert.equal(await sibling.evaluate(words, 'sibling'), null);
    await dealtWith;
    assert.equal(await inner.evaluate((state) => document.querySelector('connect-ccp').state === state, before), true);
    for (const stranger of [outer, sibling]) {
      assert.deepEqual(await stranger.evaluate(() => window.heard.map(({ data }) => data)), []);
    }
  });
});

test('a browser that gives the page no storage: the panel comes up, a call is taken, nothing complains', async (t) => {
  const page = await newPage(t);
  const complaints = complaintsOf(page);
  await page.evaluateOnNewDocument(() => {
    if (window !== window.top) return;
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('There is no storage here.', 'SecurityError');
        },
      });
    }
  });
  await page.goto(demo.url);
  await page.waitForFunction(() => document.querySelector('connect-ccp').status === 'ready', POLLING);
  await takeCall(page);
  await callIs(page, 'connected');
  assert.deepEqual(complaints, []);
});

/**
 * Whether this browser keeps a page with a shared worker in its cache, as Chromium does since some version after 143; seen
 * with a page that has nothing of ours.
 */
async function keepsPagesWithWorkers(t) {
  const page = await newPage(t);
  await page.goto(strangerUrl);
  await page.evaluate(() => {
    window.worker = new SharedWorker('data:text/javascript,onconnect = () => {}');
    window.worker.port.start();
    addEventListener('pageshow', ({ persisted }) => (window.isBack = persisted));
  });
  await page.goto(demo.url);
  await page.goBack();
  return page.evaluate(() => window.isBack === true);
}

test(
  'a page that comes back from the browser’s cache: the panel is asked at once, answers, and a call is taken',
  { skip: isFirefox && 'WebDriver does not wait for a page of the cache' },
  async (t) => {
    const page = await newPage(t);
    const complaints = complaintsOf(page);
    await page.goto(demo.url);
    await page.waitForFunction(() => document.querySelector('connect-ccp').status === 'ready', POLLING);
    await page.evaluate(() => {
      window.isTheSame = true;
      addEventListener('pageshow', ({ persisted }) => (window.isBack = persisted));
    });
    await page.goto(strangerUrl);
    await page.goBack();
    if (!(await keepsPagesWithWorkers(t))) {
      t.diagnostic('This browser keeps no page whose frame has a shared worker: the page was loaded anew.');
      await page.waitForFunction(() => document.querySelector('connect-ccp').status === 'ready', POLLING);
      await takeCall(page);
      return callIs(page, 'connected');
    }
    assert.equal(await page.evaluate(() => window.isTheSame && window.isBack), true);
    const answers = page.evaluate(
      () =>
        new Promise((resolve) => {
          const { core, EventType } = document.querySelector('connect-ccp').connect;
          core.getEventBus().subscribe(EventType.ACKNOWLEDGE, () => resolve('answered'));
        }),
    );
    assert.equal(await answers, 'answered');
    await takeCall(page);
    await callIs(page, 'connected');
    assert.deepEqual(complaints, []);
  },
);

test(
  'a worker that dies in mid-call: the page says that it may be old, and a new frame brings all back',
  { skip: isFirefox && 'nobody can end a worker by WebDriver' },
  async (t) => {
    const page = await newPage(t);
    await page.goto(demo.url);
    const statusIs = (status) =>
      page.waitForFunction((wanted) => document.querySelector('connect-ccp').status === wanted, POLLING, status);
    await page.evaluate(() =>
      Object.assign(document.querySelector('connect-ccp'), { synTimeout: 50, ackTimeout: 500 }),
    );
    await statusIs('ready');
    await takeCall(page);
    await callIs(page, 'connected');
    const isWorker = (target) => target.type() === 'shared_worker' && target.browserContext() === page.browserContext();
    const worker = browser.targets().find(isWorker);
    const session = await browser.target().createCDPSession();
    await session.send('Target.closeTarget', { targetId: worker._targetId });
    await statusIs('stale');
    // Nothing is loaded anew by itself: the call may go on.
    assert.equal(await page.$eval('connect-ccp', (ccp) => ccp.state.contacts[0].state.type), 'connected');
    // In a call it asks first.
    await page.locator('aria/Load it again[role="button"]').setTimeout(PATIENCE).click();
    await page.locator('aria/Load it and lose the call[role="button"]').setTimeout(PATIENCE).click();
    await statusIs('ready');
    await takeCall(page);
    await callIs(page, 'connected');
  },
);
