// The demo of two regions, by its buttons: a call in progress, its region taken away, and the desktop in the other one.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serveDemo } from '../../demo/serve.mjs';
import { complaintsOf, launchBrowser, PATIENCE, TEST_PATIENCE } from '../support/browser.mjs';

const POLLING = { timeout: PATIENCE, polling: 20 };

let browser;
let demo;

before(async () => {
  [browser, demo] = await Promise.all([launchBrowser(), serveDemo({ port: 8450 })]);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** Opens the demo; resolves when the agent is on a call. */
async function open(t, width) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  await page.setViewport({ width, height: 900 });
  const complaints = complaintsOf(page);
  await page.goto(`${demo.url}failover.html`);
  await hears(page, 'the agent is Busy');
  return { page, complaints };
}

const hears = (page, text) =>
  page.waitForFunction((wanted) => document.querySelector('#log').textContent.includes(wanted), POLLING, text);

const press = (page, name) => page.locator(`aria/${name}[role="button"]`).setTimeout(PATIENCE).click();

const regionIs = (page, region) =>
  page.waitForFunction((wanted) => document.querySelector('#ccp').activeRegion === wanted, POLLING, region);

describe('demo/failover.html', { concurrency: 1 }, () => {
  test('a region is taken out of service in mid-call, and repaired', { timeout: TEST_PATIENCE }, async (t) => {
    const { page, complaints } = await open(t, 1200);
    await press(page, 'Take us-east-1 out of service');
    await hears(page, 'Complete: the agent works in us-west-2 now.');
    await regionIs(page, 'us-west-2');
    await press(page, 'Repair us-east-1');
    await page.waitForFunction(
      () => document.querySelector('#ccp').regions[0].state.agent?.state.name === 'Offline',
      POLLING,
    );
    assert.deepEqual(complaints, []);
  });

  test('the traffic is moved, and the agent with it when the call is over', { timeout: TEST_PATIENCE }, async (t) => {
    const { page, complaints } = await open(t, 320);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 320, `${width} px`);
    await page.waitForFunction(() => {
      const move = [...document.querySelectorAll('button')].find(
        (one) => one.textContent.startsWith('Move') && !one.disabled,
      );
      move?.click();
      return move !== undefined;
    }, POLLING);
    await hears(page, 'Pending: the agent moves to us-west-2');
    await press(page, 'The customer hangs up');
    await hears(page, 'the agent is AfterCallWork');
    await page.evaluate(() => {
      const { connect, state } = document.querySelector('#ccp');
      void new connect.Contact(state.contacts[0].contactId).clear();
    });
    await hears(page, 'Complete: the agent works in us-west-2 now.');
    assert.deepEqual(complaints, []);
  });
});
