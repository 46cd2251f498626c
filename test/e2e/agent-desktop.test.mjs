// The agent desktop: a whole call with the panel out of sight and the controls in a shadow root, under the strict policy.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveDemo } from '../../demo/serve.mjs';
import { complaintsOf, launchBrowser, PATIENCE } from '../support/browser.mjs';

const POLLING = { timeout: PATIENCE, polling: 20 };

let browser;
let demo;

before(async () => {
  [browser, demo] = await Promise.all([launchBrowser(), serveDemo({ port: 8700 })]);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

test('a whole call: the record pops up, the controls do their work, and the policy has nothing to say', async (t) => {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const complaints = complaintsOf(page);
  await page.evaluateOnNewDocument(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));
  });
  await page.goto(`${demo.url}agent-desktop.html`);
  await page.waitForFunction(() => document.querySelector('#ccp').status === 'ready', POLLING);

  const press = (name) => page.locator(`aria/${name}[role="button"]`).setTimeout(PATIENCE).click();
  const stateIs = (type) =>
    page.waitForFunction(
      (wanted) => document.querySelector('#ccp').state.contacts[0]?.state.type === wanted,
      POLLING,
      type,
    );
  const customerIs = (state) =>
    page.waitForFunction(
      (wanted) =>
        document
          .querySelector('#ccp')
          .state.contacts[0]?.connections.some((one) => one.type === 'inbound' && one.state === wanted),
      POLLING,
      state,
    );

  await press('Call in');
  await page.waitForFunction(
    () => document.querySelector('#record .banner')?.textContent.includes('BasicQueue'),
    POLLING,
  );
  assert.equal(await page.$eval('#record h1', (heading) => heading.textContent), 'Ana Ruiz');
  await press('Accept');
  await stateIs('connected');
  await press('Hold');
  await customerIs('hold');
  await press('Resume');
  await customerIs('connected');
  await press('End');
  await stateIs('ended');
  await press('Clear');
  await page.waitForFunction(() => document.querySelector('#ccp').state.contacts.length === 0, POLLING);

  // A number on the page dials itself.
  await press('Dial Jonas Weber, +493055512345');
  await page.waitForFunction(
    () => document.querySelector('#ccp').state.contacts[0]?.phoneNumber === '+493055512345',
    POLLING,
  );
  await page.waitForFunction(() => document.querySelector('#record h1').textContent === 'Jonas Weber', POLLING);

  assert.ok(Number(await page.$eval('#count', (count) => count.value)) > 10, 'the events are listed');
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  assert.deepEqual(complaints, []);
});

test('the record stays with whom the agent talks to, until another contact is chosen', async (t) => {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(`${demo.url}agent-desktop.html`);
  await page.waitForFunction(() => document.querySelector('#ccp').status === 'ready', POLLING);
  const press = (name) => page.locator(`aria/${name}[role="button"]`).setTimeout(PATIENCE).click();
  const recordIs = (name, words) =>
    page.waitForFunction(
      (who, what) =>
        document.querySelector('#record h1').textContent === who &&
        document.querySelector('#record .banner')?.textContent.includes(what),
      POLLING,
      name,
      words,
    );

  await press('Call in');
  await press('Accept');
  await recordIs('Ana Ruiz', 'You are in touch');
  await press('Start a chat');
  await page.waitForFunction(() => document.querySelector('#ccp').state.contacts.length === 2, POLLING);
  await recordIs('Ana Ruiz', 'You are in touch');
  await page.evaluate(() => {
    const ccp = document.querySelector('#ccp');
    ccp.selectContact(ccp.state.contacts.find(({ type }) => type === 'chat').contactId);
  });
  await recordIs('Jonas Weber', 'Wants to talk to you');
});

test('the calls are a landmark with a name', async (t) => {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(`${demo.url}agent-desktop.html`);
  await page.waitForSelector('aria/Contacts[role="region"]', { timeout: PATIENCE });
});
