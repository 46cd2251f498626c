// Signing in by Firefox, whose popup blocker, windows and locks are its own; left out where there is none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { serveDemo } from '../../demo/serve.mjs';
import { closing, newInstance, openEmbeddingPage, signIn } from '../support/embedding-page.mjs';
import { findFirefox } from '../support/find-browsers.mjs';

const executablePath = findFirefox();

test(
  'in Firefox: blocked, opened by a click, closed once the agent is signed in',
  { skip: !executablePath },
  async (t) => {
    const [browser, demo] = await Promise.all([
      puppeteer.launch({
        browser: 'firefox',
        executablePath,
        headless: true,
        extraPrefsFirefox: { 'dom.disable_open_during_load': true },
      }),
      serveDemo({ port: 8580 }),
    ]);
    t.after(async () => {
      await browser.close();
      await demo.close();
    });
    const parameters = { instance: newInstance(), signin: 'required', drawer: 'none' };
    const options = {
      ccpUrl: `${demo.simulatorUrl}?${new URLSearchParams(parameters)}`,
      loginPopupAutoClose: true,
      ccpLoadTimeout: 300,
      retry: { limit: 1000 },
    };
    const context = await browser.createBrowserContext();
    const { page, story, popups } = await openEmbeddingPage(context, new URL(demo.url).origin, { options });
    await story.until('popup-blocked');
    assert.equal(popups.length, 0);
    await page.click('#sign-in');
    await story.until('popup');
    const closed = closing(popups[0]);
    await signIn(popups[0]);
    await story.until('ready');
    await closed;
    assert.deepEqual(story.statuses, ['loading', 'signed-out', 'popup-blocked', 'popup-open', 'loading', 'ready']);
  },
);
