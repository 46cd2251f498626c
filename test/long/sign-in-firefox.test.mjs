// Signing in by Firefox, whose popup blocker, windows and locks are its own; left out where there is none.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serveDemo } from '../../demo/serve.mjs';
import { launchFirefox } from '../support/browser.mjs';
import { closing, newInstance, openEmbeddingPage, signIn } from '../support/embedding-page.mjs';
import { findFirefox } from '../support/find-browsers.mjs';

describe('in Firefox', { skip: !findFirefox(), concurrency: 1 }, () => {
  let browser;
  let demo;

  before(async () => {
    [browser, demo] = await Promise.all([launchFirefox(), serveDemo({ port: 8580 })]);
  });

  after(async () => {
    await browser?.close();
    await demo?.close();
  });

  const optionsOf = (more) => ({
    ccpUrl: `${demo.simulatorUrl}?${new URLSearchParams({ instance: newInstance(), signin: 'required', drawer: 'none' })}`,
    loginPopupAutoClose: true,
    ccpLoadTimeout: 300,
    retry: { limit: 1000 },
    ...more,
  });

  async function newContext(t) {
    const context = await browser.createBrowserContext();
    t.after(() => context.close());
    return context;
  }

  test('blocked, opened by a click, closed once the agent is signed in', async (t) => {
    const options = optionsOf();
    const { page, story, popups } = await openEmbeddingPage(await newContext(t), new URL(demo.url).origin, { options });
    await story.until('popup-blocked');
    assert.equal(popups.length, 0);
    await page.click('#sign-in');
    await story.until('popup');
    const closed = closing(popups[0]);
    await signIn(popups[0]);
    await story.until('ready');
    await closed;
    assert.deepEqual(story.statuses, ['loading', 'signed-out', 'popup-blocked', 'popup-open', 'loading', 'ready']);
  });

  test('one window for two tabs: the other one knows of it before its agent clicks', async (t) => {
    const context = await newContext(t);
    const options = optionsOf({ loginMode: 'manual' });
    const open = () => openEmbeddingPage(context, new URL(demo.url).origin, { options });
    const [first, second] = [await open(), await open()];
    await first.page.bringToFront();
    await first.story.until('signed-out');
    await first.page.click('#sign-in');
    await first.story.until('popup');
    await second.page.bringToFront();
    await second.story.until('signed-out');
    await second.page.click('#sign-in');
    await second.story.until('popup-open');
    assert.equal(second.popups.length, 0);
    await signIn(first.popups[0]);
    await Promise.all([first.story.until('ready'), second.story.until('ready')]);
    assert.deepEqual([first.popups.length, second.popups.length], [1, 0]);
  });
});
