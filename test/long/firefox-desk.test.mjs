// The demo pages in Firefox, and a whole call by keyboard alone; left out where there is no Firefox.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serveDemo } from '../../demo/serve.mjs';
import { complaintsOf, launchFirefox, PATIENCE } from '../support/browser.mjs';
import { findFirefox } from '../support/find-browsers.mjs';

const POLLING = { timeout: PATIENCE, polling: 20 };

/** Stops of the tabulator from one end of a page to the other, at most. */
const STOPS = 120;

/** Each demo page that is served, with the status in which its hosts come to rest. */
const DEMOS = {
  'index.html': 'ready',
  'events.html': 'ready',
  'agent-desktop.html': 'ready',
  'failover.html': 'ready',
  'sign-in.html': 'signed-out',
};

describe('in Firefox', { skip: !findFirefox(), concurrency: 1 }, () => {
  let browser;
  let demo;

  before(async () => {
    [browser, demo] = await Promise.all([launchFirefox(), serveDemo({ port: 8750 })]);
  });

  after(async () => {
    await browser?.close();
    await demo?.close();
  });

  async function open(t, path) {
    const context = await browser.createBrowserContext();
    t.after(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const complaints = complaintsOf(page);
    await page.goto(`${demo.url}${path}`);
    return { page, complaints };
  }

  for (const [path, status] of Object.entries(DEMOS)) {
    test(`demo/${path} is well`, async (t) => {
      const { page, complaints } = await open(t, path);
      await page.waitForFunction(
        (wanted) => {
          const hosts = [...document.querySelectorAll('connect-ccp')];
          return hosts.length > 0 && hosts.every((host) => host.status === wanted);
        },
        POLLING,
        status,
      );
      assert.deepEqual(complaints, []);
    });
  }

  test('a call is taken, held, resumed, transferred and cleared by keyboard, under the strict policy', async (t) => {
    const { page, complaints } = await open(t, 'agent-desktop.html');
    const stateIs = (state) =>
      page.waitForFunction(
        (wanted) => (document.querySelector('#ccp').state.contacts[0]?.state.type ?? null) === wanted,
        POLLING,
        state,
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
    /** Name of what has the focus, as people see or hear it. */
    const focused = () =>
      page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return (element?.ariaLabel ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim();
      });
    const isThere = (name) =>
      page.waitForFunction(
        (wanted) => {
          const look = (root) =>
            [...root.querySelectorAll('*')].some(
              (one) =>
                (one.localName === 'button' &&
                  (one.ariaLabel ?? one.textContent).replace(/\s+/g, ' ').trim() === wanted &&
                  one.ariaDisabled !== 'true' &&
                  !one.disabled) ||
                (one.shadowRoot && look(one.shadowRoot)),
            );
          return look(document);
        },
        POLLING,
        name,
      );
    const press = async (name) => {
      await isThere(name);
      for (let stop = 0; stop < STOPS; stop++) {
        if ((await focused()) === name) return page.keyboard.press('Enter');
        await page.keyboard.press('Tab');
      }
      assert.fail(`the keyboard does not come to ${name}`);
    };

    await page.waitForFunction(() => document.querySelector('#ccp').status === 'ready', POLLING);
    await press('Call in');
    await stateIs('connecting');
    await press('Accept');
    await stateIs('connected');
    await press('Hold');
    await customerIs('hold');
    await press('Resume');
    await customerIs('connected');
    await press('Transfer');
    await press('Ann Lee');
    await press('Transfer now');
    await page.waitForFunction(
      () => document.querySelector('#ccp').state.contacts[0]?.connections.some(({ who }) => who === 'Ann Lee'),
      POLLING,
    );
    await page.evaluate(async () => {
      const { attachSimulator } = await import('/dist/src/simulator/simulator.js');
      const ccp = document.querySelector('#ccp');
      const sim = await attachSimulator(ccp);
      await sim.thirdPartyAnswers(ccp.state.contacts[0].contactId);
    });
    await stateIs('ended');
    await press('Done');
    await stateIs(null);
    assert.deepEqual(complaints, []);
  });
});
