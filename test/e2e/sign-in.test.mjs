// The sign-in window, on the simulator's real sign-in page in a real window, with the browser's popup blocker on.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serveDemo } from '../../demo/serve.mjs';
import { launchBrowser, PATIENCE } from '../support/browser.mjs';
import { closing, newInstance, openEmbeddingPage, signIn } from '../support/embedding-page.mjs';

let browser;
let demo;
let origins;
/** False in a browser that has none: the headless shell that comes with a package. */
let hasPopupBlocker;

before(async () => {
  [browser, demo] = await Promise.all([launchBrowser({ popupBlocker: true }), serveDemo({ port: 8500 })]);
  origins = { page: new URL(demo.url).origin, ccp: new URL(demo.simulatorUrl).origin };
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(() => {
    if (location.protocol === 'http:') window.blocked = !window.open('about:blank', '', 'width=100,height=100');
  });
  await page.goto(`${origins.page}/demo/favicon.svg`);
  hasPopupBlocker = await page.evaluate(() => window.blocked);
  await page.close();
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** Address of a simulated CCP where nobody is signed in. */
const ccpUrl = (parameters = {}) =>
  `${demo.simulatorUrl}?${new URLSearchParams({ instance: newInstance(), signin: 'required', drawer: 'none', ...parameters })}`;

/** Address of somebody else's sign-in page, at another origin than page and CCP. */
const sso = (to, more = '') =>
  `${origins.ccp.replace('localhost', '127.0.0.1')}/sso?to=${encodeURIComponent(to)}${more}`;

async function newContext(t) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  return context;
}

const open = async (t, embed) => openEmbeddingPage(await newContext(t), origins.page, embed);

const statusOf = (page) => page.evaluate(() => window.connect.core.getStatus());

const POLLING = { timeout: PATIENCE, polling: 20 };

/** Timers fast enough for a test. */
const FAST = { ccpLoadTimeout: 300, retry: { limit: 1000 } };

describe('a window that opens by itself', () => {
  test('is seen to be blocked; a click opens it, and signing in there brings up the panel and closes it', async (t) => {
    if (!hasPopupBlocker) t.diagnostic('this browser blocks no windows by itself');
    const options = { ccpUrl: ccpUrl(), loginMode: 'auto', loginPopupAutoClose: true, ...FAST };
    const { page, story, popups } = await open(t, { options, on: 'element', blocks: !hasPopupBlocker });
    await story.until('popup-blocked');
    assert.deepEqual(story.statuses, ['loading', 'signed-out', 'popup-blocked']);
    await story.until('retry*', 2);
    assert.equal(popups.length, 0);
    const box = await page.waitForSelector('connect-ccp >>> [part=status]');
    assert.match(await box.evaluate(({ textContent }) => textContent), /was blocked/);
    await page.locator('connect-ccp >>> ::-p-aria(Open the sign-in window)').click();
    await story.until('popup');
    const closed = closing(popups[0]);
    await signIn(popups[0]);
    await story.until('ready');
    await closed;
    assert.equal(popups.length, 1);
  });

  test('opens once, and stays closed in ten minutes of trying the frame, with no trace in history or storage', async (t) => {
    const options = { ccpUrl: ccpUrl(), retry: { limit: 20 } };
    const { page, story, popups } = await open(t, { options, on: 'click', clock: true });
    const traces = () =>
      page.evaluate(() => [history.length, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]);
    const before = await traces();
    await page.click('#start');
    const frame = await page.waitForFrame((candidate) => candidate.url().startsWith(options.ccpUrl));
    await frame.waitForFunction(() => document.readyState === 'complete' && document.querySelector('h1'), POLLING);
    // Within the time, by the real clock, for which the click lets windows open.
    await page.evaluate(() => window.advance(10_000));
    await story.until('popup');
    assert.equal(await statusOf(page), 'popup-open');
    await popups[0].waitForSelector('form');
    await page.evaluate(() => window.advance(4_000));
    await popups[0].close();
    await page.bringToFront();
    await page.evaluate(() => window.advance(10 * 60_000));
    // Frames load by the real clock: on a slow machine all attempts take longer than those ten minutes.
    while (!story.count('exhausted')) await page.evaluate(() => window.advance(60_000));
    assert.equal(popups.length, 1);
    assert.equal(await statusOf(page), 'signed-out');
    assert.deepEqual(await traces(), before);
    assert.ok(story.count('retry*') >= 20, `${story.count('retry*')} frames`);
    assert.equal(story.count('exhausted'), 1);
    await page.click('#sign-in');
    await story.until('popup', 2);
  });
});

describe('a window that a click opens', () => {
  const MANUAL = { loginMode: 'manual', loginPopupAutoClose: true, ...FAST };

  test('is not closed however long the sign-in takes: first somebody else’s page, then ours', async (t) => {
    const address = ccpUrl();
    const options = { ccpUrl: address, loginUrl: sso(address), ...MANUAL };
    const { page, story, popups } = await open(t, { options });
    await story.until('signed-out');
    await page.click('#sign-in');
    await story.until('popup');
    const [popup] = popups;
    await popup.waitForSelector('a');
    await story.until('retry*', 5);
    await popup.click('a');
    await popup.waitForSelector('form');
    await story.until('retry*', 10);
    assert.equal(popup.isClosed(), false);
    assert.deepEqual(story.statuses, ['loading', 'signed-out', 'popup-open']);
    const closed = closing(popup);
    await signIn(popup);
    await story.until('ready');
    await closed;
    assert.equal(popups.length, 1);
  });

  test('signs in at a CCP whose address redirects', async (t) => {
    const options = { ccpUrl: sso(ccpUrl(), '&at-once'), instanceUrl: origins.ccp, ...MANUAL };
    const { page, story, popups } = await open(t, { options });
    await story.until('signed-out');
    await page.click('#sign-in');
    await story.until('popup');
    await signIn(popups[0]);
    await story.until('ready');
    assert.equal(await page.evaluate(() => window.connect.agent.initialized), true);
  });

  test('does not sign in at a CCP whose address redirects to an origin that nobody has named', async (t) => {
    const options = { ccpUrl: sso(ccpUrl({ signin: 'none' }), '&at-once'), ...MANUAL };
    const { story } = await open(t, { options });
    await story.until('signed-out');
  });

  test('counts as open when its page has cut the link, and the frame is tried more and more slowly', async (t) => {
    const { retry, ...fast } = { ...MANUAL, ccpLoadTimeout: 100 };
    assert.ok(retry);
    const options = { ccpUrl: ccpUrl({ signin: 'coop' }), ...fast };
    const { page, story, popups } = await open(t, { options, on: 'element' });
    await story.until('signed-out');
    await page.locator('connect-ccp >>> ::-p-aria(Sign in)').click();
    await story.until('popup');
    const [popup] = popups;
    await popup.waitForSelector('form');
    await page.bringToFront();
    await story.until('retry*', 4);
    const delays = story.told.filter((one) => one.startsWith('retry')).map((one) => Number(one.split(' ')[1]));
    assert.ok(
      delays.every((delay, index) => index === 0 || delay >= delays[index - 1]) && delays.at(-1) > delays[0],
      delays.join(),
    );
    assert.equal(await statusOf(page), 'popup-open');
    assert.ok(await page.$('connect-ccp >>> ::-p-aria(Open the sign-in window again)'), 'the button stays');
    assert.deepEqual(story.statuses, ['loading', 'signed-out', 'popup-open']);
    await popup.bringToFront();
    await signIn(popup);
    await story.until('ready');
  });

  test('is one for two tabs, which are both signed in by it', async (t) => {
    const context = await newContext(t);
    const options = { ccpUrl: ccpUrl(), ...MANUAL };
    const first = await openEmbeddingPage(context, origins.page, { options });
    const second = await openEmbeddingPage(context, origins.page, { options });
    await first.page.bringToFront();
    await first.story.until('signed-out');
    await first.page.click('#sign-in');
    await first.story.until('popup');
    await second.page.bringToFront();
    await second.story.until('signed-out');
    await second.page.click('#sign-in');
    await second.story.until('popup-open');
    assert.equal(second.popups.length, 0);
    await first.popups[0].bringToFront();
    await signIn(first.popups[0]);
    await Promise.all([first.story.until('ready'), second.story.until('ready')]);
    assert.deepEqual([first.popups.length, second.popups.length], [1, 0]);
  });

  test('opens in a second tab all the same at the second click there', async (t) => {
    const context = await newContext(t);
    const options = { ccpUrl: ccpUrl(), ...MANUAL };
    const first = await openEmbeddingPage(context, origins.page, { options });
    await first.story.until('signed-out');
    await first.page.click('#sign-in');
    await first.story.until('popup');
    const second = await openEmbeddingPage(context, origins.page, { options });
    await second.story.until('signed-out');
    await second.page.click('#sign-in');
    await second.story.until('popup-open');
    await second.page.click('#sign-in');
    await second.story.until('popup');
    await signIn(second.popups[0]);
    await second.story.until('ready');
    await first.story.until('ready');
  });
});

describe('no window', () => {
  test('opens for a CCP that is slow to load: the status stays loading, and it is ready late', async (t) => {
    const options = { ccpUrl: ccpUrl({ signin: 'none', slow: '2000' }), ccpLoadTimeout: 1500 };
    const { story, popups } = await open(t, { options });
    await story.until('ready');
    assert.deepEqual(story.told, ['loading', 'ready']);
    assert.equal(popups.length, 0);
  });

  test('opens for a CCP that falls silent after it has answered: it is stale until it answers again', async (t) => {
    const options = { ccpUrl: ccpUrl({ signin: 'none' }), ccpAckTimeout: 500, ccpSynTimeout: 100 };
    const { page, story, popups } = await open(t, { options });
    await story.until('ready');
    const frame = await page.evaluateHandle(() => window.connect.core.getFrame());
    await page.evaluate(async () => {
      const { attachSimulator } = await import('/dist/src/simulator/simulator.js');
      window.sim = await attachSimulator({ connect: window.connect });
      await window.sim.silence(0);
    });
    await story.until('stale');
    await page.evaluate(() => window.sim.silence(-1));
    await story.until('ready', 2);
    assert.deepEqual(new Set(story.told), new Set(['loading', 'ready', 'stale']));
    assert.equal(await page.evaluate((last) => window.connect.core.getFrame() === last, frame), true);
    assert.equal(popups.length, 0);
  });
});
