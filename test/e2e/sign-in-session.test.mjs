// The end of a session: run out in mid-shift, denied, signed out here or in another tab; with the popup blocker on.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serveDemo } from '../../demo/serve.mjs';
import { launchBrowser } from '../support/browser.mjs';
import { closing, newInstance, openEmbeddingPage, signIn } from '../support/embedding-page.mjs';
import { atThisSpeed } from '../support/patience.mjs';

let browser;
let demo;
let origin;

before(async () => {
  [browser, demo] = await Promise.all([launchBrowser({ popupBlocker: true }), serveDemo({ port: 8520 })]);
  ({ origin } = new URL(demo.url));
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

async function newContext(t) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  return context;
}

const ccpUrl = (parameters) =>
  `${demo.simulatorUrl}?${new URLSearchParams({ instance: newInstance(), drawer: 'none', state: 'Available', ...parameters })}`;

const OPTIONS = { loginMode: 'manual', ccpLoadTimeout: 300, retry: { limit: 1000 } };

/** Opens a page, signs in by the window if the CCP wants it, and holds the simulator as `window.sim`. */
async function openReady(context, options) {
  const opened = await openEmbeddingPage(context, origin, { options: { ...OPTIONS, ...options }, on: options.on });
  const { page, story, popups } = opened;
  if (options.ccpUrl.includes('signin=required')) {
    await story.until('signed-out');
    await page.click('#sign-in');
    await story.until('popup');
    await signIn(popups[0]);
    await story.until('ready');
    await popups[0].close();
    await page.bringToFront();
  }
  await story.until('ready');
  await attach(page);
  story.told.length = popups.length = 0;
  return opened;
}

const attach = (page) =>
  page.evaluate(async () => {
    const { attachSimulator } = await import('/dist/src/simulator/simulator.js');
    window.sim = await attachSimulator({ connect: window.connect });
  });

test('the sign-in window has the page as its opener where it could not be closed without, and in Firefox not', async (t) => {
  const options = { ...OPTIONS, ccpUrl: ccpUrl({ signin: 'required' }), loginPopupAutoClose: true };
  const { page, story, popups } = await openEmbeddingPage(await newContext(t), origin, { options });
  await story.until('signed-out');
  await page.click('#sign-in');
  await story.until('popup');
  const [popup] = popups;
  await popup.waitForSelector('form');
  const isFirefox = (await browser.version()).startsWith('firefox');
  assert.equal(await popup.evaluate(() => window.opener === null), isFirefox);
  const closed = closing(popup);
  await signIn(popup);
  await story.until('ready');
  await closed;
});

describe('a session that runs out in mid-shift', () => {
  test('is told by onAuthFail, prompts once, and goes on after a new sign-in', async (t) => {
    const { page, story, popups } = await openReady(await newContext(t), { ccpUrl: ccpUrl({ signin: 'required' }) });
    await page.evaluate(() => window.sim.expireSession());
    await story.until('expired');
    await story.until('onAuthFail');
    assert.equal(popups.length, 0);
    await page.click('#sign-in');
    await story.until('popup');
    await story.until('retry*', 2);
    assert.deepEqual(
      story.statuses.filter((one) => one !== 'onAuthFail'),
      ['expired', 'popup-open'],
    );
    await signIn(popups[0]);
    await story.until('ready');
    assert.equal(popups.length, 1);
  });

  test('asks by itself where that is wanted: one window, which the browser blocks, is one prompt', async (t) => {
    const options = { ccpUrl: ccpUrl({ signin: 'required' }), loginMode: 'auto', ccpAckTimeout: 400 };
    const context = await newContext(t);
    const { page, story } = await openEmbeddingPage(context, origin, {
      options: { ...OPTIONS, ...options },
      blocks: true,
    });
    await story.until('popup-blocked');
    await page.click('#sign-in');
    await story.until('popup');
    const [popup] = (await context.pages()).filter((one) => one !== page);
    await signIn(popup);
    await story.until('ready');
    await popup.close();
    await page.bringToFront();
    await attach(page);
    await page.evaluate(() => window.sim.expireSession());
    story.told.length = 0;
    await story.until('popup-*');
    await story.until('retry*', 4);
    assert.equal(story.count('popup-*'), 1);
  });

  test('is renewed by the CCP itself where it can: no prompt, no new frame', async (t) => {
    const { page, story, popups } = await openReady(await newContext(t), { ccpUrl: ccpUrl({}), loginMode: 'auto' });
    await page.evaluate(() => window.sim.expireSession());
    await story.until('onAuthorizeSuccess');
    await story.until('ready');
    assert.equal(story.count('retry*') + popups.length, 0);
    assert.equal(story.count('popup-*'), 0);
  });

  test('leaves the frame of a live call alone', async (t) => {
    const { page, story } = await openReady(await newContext(t), {
      ccpUrl: ccpUrl({}),
      loginMode: 'none',
      ccpSynTimeout: 100,
      ccpAckTimeout: 100,
      ccpLoadTimeout: 100,
    });
    const frame = await page.evaluateHandle(() => window.connect.core.getFrame());
    await page.evaluate(async () => {
      const { connect, sim } = window;
      const connected = new Promise((resolve) => connect.contact((contact) => contact.onConnected(resolve)));
      const ringing = new Promise((resolve) => connect.contact((contact) => contact.onConnecting(resolve)));
      await sim.incomingCall();
      await (await ringing).accept();
      await connected;
      // The session cannot be renewed, and the CCP keeps its page: it is in a call.
      connect.core.getUpstream().upstreamBus.trigger('auth_fail');
    });
    await story.until('expired');
    // Ten attempts' time.
    await page.evaluate(async () => {
      for (let answers = 0; answers < 10; answers += 1) {
        await new Promise((resolve) => window.connect.core.getUpstream().onUpstream('acknowledge', resolve));
      }
    });
    assert.equal(await page.evaluate((last) => window.connect.core.getFrame() === last, frame), true);
    assert.deepEqual(story.told, ['expired', 'onAuthFail']);
  });
});

describe('access that is denied', () => {
  test('is told by onAccessDenied and in words; trying again helps once it is allowed', async (t) => {
    const { page, story } = await openReady(await newContext(t), { ccpUrl: ccpUrl({}), on: 'element' });
    await page.evaluate(() => window.sim.denyAccess());
    await story.until('onAccessDenied');
    await story.until('denied');
    const box = await page.waitForSelector('connect-ccp >>> [part=status]');
    assert.match(await box.evaluate(({ textContent }) => textContent), /may not use/);
    await page.evaluate(() => window.sim.denyAccess(false));
    await page.locator('connect-ccp >>> ::-p-aria(Try again)').click();
    await story.until('ready');
  });
});

describe('signing out', () => {
  /** Two tabs that are ready. */
  async function twoTabs(t, parameters = {}, options = {}) {
    const context = await newContext(t);
    const both = { ccpUrl: ccpUrl({ signin: 'required', ...parameters }), ...options };
    const first = await openReady(context, both);
    const second = await openEmbeddingPage(context, origin, { options: { ...OPTIONS, ...both } });
    await second.story.until('ready');
    second.story.told.length = 0;
    return { first, second };
  }

  test('in one tab is seen in the other within two seconds; one new sign-in', async (t) => {
    const { first, second } = await twoTabs(t);
    const begun = Date.now();
    await first.page.evaluate(() => window.sim.signOut());
    await Promise.all([first.story.until('signed-out'), second.story.until('signed-out')]);
    assert.ok(Date.now() - begun < atThisSpeed(2_000), `${Date.now() - begun} ms`);
    assert.equal(await second.page.evaluate(() => window.connect.agent.initialized), false);
    assert.equal(second.popups.length + first.popups.length, 0);
    await second.page.bringToFront();
    await second.page.click('#sign-in');
    await second.story.until('popup');
    await signIn(second.popups[0]);
    await second.story.until('ready');
  });

  test('by logout() sets the state, ends the session everywhere, and nobody is signed in again by a reload', async (t) => {
    const { first, second } = await twoTabs(t);
    await first.page.bringToFront();
    const ended = first.page.waitForRequest(`${new URL(demo.simulatorUrl).origin}/logout`);
    const seen = await first.page.evaluate(async () => {
      const { logout } = await import('/cdn/connect-ccp.min.js');
      const { core } = window.connect;
      const states = [];
      window.connect.agent((agent) => agent.onStateChange(({ newState }) => states.push(newState)));
      await logout(window.connect, { setState: 'Offline' });
      return { status: core.getStatus(), states };
    });
    assert.equal(seen.status, 'signed-out');
    await ended;
    assert.deepEqual(seen.states, ['Offline']);
    await second.story.until('signed-out');
    await second.page.reload();
    await second.story.until('signed-out', 2);
    assert.equal(second.story.count('ready'), 0);
  });

  test('by logout() is refused while no CCP answers', async (t) => {
    const { page, story } = await openEmbeddingPage(await newContext(t), origin, {
      options: { ...OPTIONS, ccpUrl: ccpUrl({ signin: 'required' }) },
    });
    await story.until('signed-out');
    const message = await page.evaluate(async () => {
      const { logout } = await import('/cdn/connect-ccp.min.js');
      return logout(window.connect).catch((error) => error.message);
    });
    assert.match(message, /no CCP has answered yet/);
  });
});
