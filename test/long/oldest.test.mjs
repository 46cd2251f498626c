// The oldest browsers of each kind that a package carries: they open a demo and take a call. docs/browsers.md names them.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { serveDemo } from '../../demo/serve.mjs';
import { carriedChromium, isCarried } from '../support/carried-chromium.mjs';
import { chromiumArguments } from '../support/find-browsers.mjs';
import { PATIENCE, TEST_PATIENCE } from '../support/patience.mjs';

/** Where `.ci/run` unpacks the Firefox ESR before the present one; elsewhere named by OLD_FIREFOX_PATH. */
const { OLD_FIREFOX_PATH } = process.env;

const common = { headless: true, timeout: TEST_PATIENCE, defaultViewport: null };

const BROWSERS = [
  {
    name: 'Chromium 126',
    version: /\b126\./,
    skip: isCarried ? false : 'the package carries a browser for Linux on x64 alone',
    launch: async () =>
      puppeteer.launch({ ...common, executablePath: await carriedChromium('oldest'), args: chromiumArguments }),
  },
  {
    name: 'Firefox 140 ESR',
    version: /\b140\./,
    skip: OLD_FIREFOX_PATH && existsSync(OLD_FIREFOX_PATH) ? false : 'OLD_FIREFOX_PATH names no Firefox',
    launch: () => puppeteer.launch({ ...common, browser: 'firefox', executablePath: OLD_FIREFOX_PATH }),
  },
];

/** Waits by plain questions: old browsers do not do all that a new puppeteer wants of them. */
async function until(page, run, ...args) {
  for (const end = Date.now() + TEST_PATIENCE; ; await wait(PATIENCE / 100)) {
    const result = await page.evaluate(run, ...args);
    if (result) return result;
    assert.ok(Date.now() < end, `not in time: ${run}`);
  }
}

/** Presses the button of the contact controls that does something, as soon as it is there. */
const press = (page, verb) =>
  until(
    page,
    (name) => {
      const { shadowRoot } = document.querySelector('.live connect-contact-controls');
      const button = shadowRoot.querySelector(`[data-verb=${name}]`);
      button?.click();
      return button !== null;
    },
    verb,
  );

const callIs = (page, wanted) =>
  until(
    page,
    (state) => (document.querySelector('connect-ccp').state.contacts[0]?.state.type ?? 'none') === state,
    wanted,
  );

for (const { name, version, skip, launch } of BROWSERS) {
  describe(name, { skip, concurrency: 1 }, () => {
    let browser;
    let demo;

    before(async () => {
      [browser, demo] = await Promise.all([launch(), serveDemo({ port: 8920 })]);
    });

    after(async () => {
      await browser?.close();
      await demo?.close();
    });

    test('opens a demo and takes a call', async () => {
      assert.match(await browser.version(), version);
      const page = await browser.newPage();
      await page.goto(`${demo.url}custom-ccp.html`);
      await until(page, () => document.querySelector('connect-ccp')?.status === 'ready');
      await until(page, () => {
        const button = document.querySelector('[data-arrival=call]');
        button?.click();
        return button !== null;
      });
      await callIs(page, 'connecting');
      await press(page, 'accept');
      await callIs(page, 'connected');
      await press(page, 'hang-up');
      await callIs(page, 'ended');
      await press(page, 'clear');
      await callIs(page, 'none');
    });
  });
}
