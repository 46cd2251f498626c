// The real ChatJS as an additional script of two regions, on a page that requires Trusted Types: each region chats by its own,
// and nobody but the scripts themselves ever finds another region than the active one in `window.connect`.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { serveDemo } from '../../demo/serve.mjs';
import { instanceArnOf } from '../../dist/src/simulator/simulator.js';
import { complaintsOf, launchBrowser, PATIENCE, TEST_PATIENCE } from '../support/browser.mjs';

const EAST = 'us-east-1';
const WEST = 'us-west-2';
const POLLING = { timeout: PATIENCE, polling: 20 };
const NOTES = '/test/support/pages/additional-script.js';
const CHAT_JS = '/node_modules/amazon-connect-chatjs/dist/amazon-connect-chat.js';

let browser;
let demo;

before(async () => {
  [browser, demo] = await Promise.all([launchBrowser(), serveDemo({ port: 8750 })]);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** Opens the page; `policy` is the one that it allows in place of the library's. */
async function openPage(t, policy) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.evaluateOnNewDocument(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));
  });
  const url = new URL('/test/support/pages/two-regions.html', demo.url);
  if (policy) url.searchParams.set('policy', policy);
  await page.goto(url.href);
  return { page, complaints };
}

/** Embeds both regions, each with its scripts; resolves when the agent is known in both. */
async function embed(page, scripts, activeRegion = EAST) {
  const regions = [
    [EAST, '127.0.0.1'],
    [WEST, 'localhost'],
  ].map(([region, host]) => {
    const query = { region, instance: randomUUID(), activeRegion, state: 'Available', drawer: 'none', chats: 2 };
    const ccpUrl = `${demo.simulatorUrl.replace('localhost', host)}?${new URLSearchParams(query)}`;
    return { region, ccpUrl, instanceArn: instanceArnOf(region) };
  });
  await page.evaluate((...args) => window.embed(...args), ...regions, activeRegion, scripts);
}

/** A customer writes in a region, the agent takes the chat there, and both are heard. */
async function chat(page, region, customerName) {
  const contactId = await page.evaluate((name, given) => window.sims[name].incomingChat(given), region, {
    customerName,
    message: 'Is anybody there?',
  });
  await page.waitForFunction((...args) => window.isConnected(...args), POLLING, region, contactId);
  await page.evaluate((...args) => window.openSession(...args), region, contactId);
  // Before that, nothing comes over the socket.
  await page.waitForFunction((name) => window.subscribed.has(name), POLLING, region);
  const said = (text) => page.waitForFunction((line) => window.heard.includes(line), POLLING, `${region} ${text}`);
  await page.evaluate((name) => {
    return window.sessions[name].sendMessage({ contentType: 'text/plain', message: 'Yes: Jane.' });
  }, region);
  await said('Jane Doe: Yes: Jane.');
  await page.evaluate((name, id) => window.sims[name].customerSays(id, 'Good.'), region, contactId);
  await said(`${customerName}: Good.`);
}

const activate = (page, region) =>
  page.evaluate(async (name) => {
    for (const one of [name, ...Object.keys(window.sims)]) await window.sims[one].activeRegion(name);
  }, region);

describe('additional scripts of two regions, under Trusted Types', { concurrency: 2 }, () => {
  test('a chat in each region by its own ChatJS', { timeout: TEST_PATIENCE }, async (t) => {
    const { page, complaints } = await openPage(t);
    await embed(page, [NOTES, CHAT_JS, NOTES]);
    await chat(page, EAST, 'Kim');
    await activate(page, WEST);
    await page.waitForFunction(() => window.heard.includes('complete us-west-2'), POLLING);
    await page.evaluate(() => window.sims['us-west-2'].setAgentState('Available'));
    await chat(page, WEST, 'Sam');
    assert.deepEqual(await page.evaluate(() => window.heard), [
      `${EAST} contact`,
      `${EAST} Jane Doe: Yes: Jane.`,
      `${EAST} Kim: Good.`,
      `complete ${WEST}`,
      `${WEST} contact`,
      `${WEST} Jane Doe: Yes: Jane.`,
      `${WEST} Sam: Good.`,
    ]);
    const facts = await page.evaluate(() => {
      const [east, west] = ['us-east-1', 'us-west-2'].map((region) => window.runtimes[region]);
      return {
        found: window.found.map((connect) => [east, west].indexOf(connect)),
        numbers: [east.ownNumber, west.ownNumber],
        areTwo: east.ChatSession !== west.ChatSession,
        areThere: [east, west].every(({ ChatSession }) => typeof ChatSession.create === 'function'),
        violations: window.violations,
      };
    });
    assert.deepEqual(facts, { found: [0, 0, 1, 1], numbers: [2, 4], areTwo: true, areThere: true, violations: [] });
    assert.deepEqual(complaints, []);
  });

  for (const [active, other] of [
    [EAST, WEST],
    [WEST, EAST],
  ]) {
    test(`whoever looks finds ${active}, never ${other}`, { timeout: TEST_PATIENCE }, async (t) => {
      const { page, complaints } = await openPage(t);
      await embed(page, [NOTES, CHAT_JS, NOTES], active);
      const seen = await page.evaluate(() => [...window.seen].sort());
      const lookers = ['beginning', 'change', 'load', 'message', 'page', 'timer'];
      assert.deepEqual(
        seen,
        lookers.map((who) => `${who} ${active}`),
      );
      assert.deepEqual(complaints, []);
    });
  }

  test('embedded anew, the policy is made no second time', { timeout: TEST_PATIENCE }, async (t) => {
    const { page, complaints } = await openPage(t);
    await embed(page, [NOTES]);
    await page.evaluate(() => window.globalConnect.core.terminate());
    await embed(page, [NOTES]);
    assert.equal(await page.evaluate(() => window.found.length), 4);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    assert.deepEqual(complaints, []);
  });

  test(
    'a page that does not allow the policy is told which, and its regions run',
    { timeout: TEST_PATIENCE },
    async (t) => {
      const { page } = await openPage(t, 'another');
      await embed(page, [NOTES]);
      assert.equal(await page.evaluate(() => window.found), undefined);
      const log = await page.evaluate(() => window.runtimes['us-west-2'].getLog().toString());
      assert.match(log, /additional-script\.js of us-west-2 does not load.*connect-ccp-elements/);
    },
  );

  test('a page with a default policy of its own needs ours not', { timeout: TEST_PATIENCE }, async (t) => {
    const { page } = await openPage(t, 'default');
    await page.evaluate(() => window.trustedTypes.createPolicy('default', { createScriptURL: (url) => url }));
    await embed(page, [NOTES]);
    assert.equal(await page.evaluate(() => window.found.length), 2);
  });
});
