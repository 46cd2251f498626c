// What the elements show is fetched when the first of them comes into a page: what happens until it is there, and if it does not come.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serveDemo } from '../../demo/serve.mjs';
import { complaintsOf, launchChromium, PATIENCE } from '../support/browser.mjs';

const POLLING = { timeout: PATIENCE, polling: 20 };
const VIEWS = '/cdn/views.min.js';

let browser;
let demo;

before(async () => {
  [browser, demo] = await Promise.all([launchChromium(), serveDemo({ port: 8760 })]);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** A page with a panel that is ready, where each request for the views waits until the test says what becomes of it. */
async function open(t) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  const asked = [];
  let waiting;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!request.url().endsWith(VIEWS)) return void request.continue();
    asked.push(request);
    waiting?.();
  });
  const askedAgain = async () => {
    if (asked.length === 0) await new Promise((resolve) => (waiting = resolve));
    return asked.shift();
  };
  await page.goto(demo.url);
  await page.waitForFunction(() => document.querySelector('connect-ccp').status === 'ready', POLLING);
  assert.equal(asked.length, 0, 'a panel alone needs no views');
  return { page, complaints, askedAgain };
}

const mount = (page, tag) => page.evaluate((name) => document.body.append(document.createElement(name)), tag);

/** Waits until an element shows something in a part. */
const shows = (page, tag, part, text) =>
  page.waitForFunction(
    (name, place, wanted) => document.querySelector(name).shadowRoot.querySelector(place)?.textContent.includes(wanted),
    POLLING,
    tag,
    part,
    text,
  );

describe('views that are fetched', () => {
  test('a call that comes meanwhile is shown and announced as soon as they are there', async (t) => {
    const { page, complaints, askedAgain } = await open(t);
    await mount(page, 'connect-contact-controls');
    const request = await askedAgain();
    await page.evaluate(async () => {
      const { attachSimulator } = await import('../dist/src/simulator/simulator.js');
      const ccp = document.querySelector('connect-ccp');
      const simulator = await attachSimulator(ccp);
      await simulator.setAgentState('Available');
      const rings = new Promise((resolve) => ccp.addEventListener('connect-ringing', resolve));
      await simulator.incomingCall({ from: '+12065550137' });
      await rings;
    });
    assert.equal(await page.$eval('connect-contact-controls', ({ shadowRoot }) => shadowRoot.textContent.trim()), '');
    await request.continue();
    await page.$eval('connect-contact-controls', (controls) => controls.updateComplete);
    await shows(page, 'connect-contact-controls', '[part~=control-accept]', 'Accept');
    await shows(page, 'connect-contact-controls', '[role=alert]', 'Incoming call from +12065550137');
    assert.ok(await page.$eval('connect-contact-controls', (controls) => controls.matches(':state(ringing)')));

    // From now on they are there with the element: nothing else is fetched for it.
    const shown = await page.evaluate(async () => {
      const fetched = () => performance.getEntriesByType('resource').length;
      const before = fetched();
      const status = document.createElement('connect-agent-status');
      document.body.append(status);
      await status.updateComplete;
      return { name: status.shadowRoot.querySelector('.name').textContent, fetched: fetched() - before };
    });
    assert.deepEqual(shown, { name: 'Jane Doe', fetched: 0 });
    assert.deepEqual(complaints, []);
  });

  test('an element that has gone meanwhile does nothing, and shows itself when it is back', async (t) => {
    const { page, complaints, askedAgain } = await open(t);
    await mount(page, 'connect-agent-status');
    const request = await askedAgain();
    await page.evaluate(() => {
      window.agentStatus = document.querySelector('connect-agent-status');
      window.agentStatus.remove();
    });
    await request.continue();
    const inside = await page.evaluate(async () => {
      await window.agentStatus.updateComplete;
      return window.agentStatus.shadowRoot.textContent.trim();
    });
    assert.equal(inside, '');
    await page.evaluate(() => document.body.append(window.agentStatus));
    await shows(page, 'connect-agent-status', '[part~=state-name]', 'Offline');
    assert.deepEqual(complaints, []);
  });

  test('views that do not come are reported, seen, and tried again when the network is back', async (t) => {
    const { page, askedAgain } = await open(t);
    await page.evaluate(() => {
      window.errors = [];
      document.addEventListener('connect-error', ({ target, error }) => window.errors.push([target.localName, error]), {
        capture: true,
      });
    });
    await mount(page, 'connect-contact-controls');
    await (await askedAgain()).abort('connectionfailed');
    await shows(page, 'connect-contact-controls', '[role=alert]', 'did not load');
    const [[name, error]] = await page.evaluate(() => window.errors);
    assert.equal(name, 'connect-contact-controls');
    assert.equal(error.code, 'not-loaded');
    assert.match(error.message, /<connect-contact-controls> did not load\. Check the network/);
    // Nobody waits in vain.
    await page.$eval('connect-contact-controls', (controls) => controls.updateComplete);

    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await (await askedAgain()).continue();
    await shows(page, 'connect-contact-controls', '[part~=idle]', 'No contacts');
    assert.equal(
      await page.$eval('connect-contact-controls', ({ shadowRoot }) => shadowRoot.textContent.includes('did not load')),
      false,
    );
  });
});
