// keep-alive in the bundle: a page that changes its route in a call asks the network for its panel once.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { complaintsOf, launchBrowser, PATIENCE } from '../support/browser.mjs';
import { serveFixtures } from '../support/doctor-server.mjs';
import { newInstance } from '../support/embedding-page.mjs';

const POLLING = { timeout: PATIENCE, polling: 20 };

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveFixtures()]);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens a page with routes, and follows what it asks the network for. */
async function open(t, intercept) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const tab = await context.newPage();
  tab.setDefaultTimeout(PATIENCE);
  if (intercept) {
    await tab.setRequestInterception(true);
    tab.on('request', intercept);
  }
  const complaints = complaintsOf(tab);
  const loads = [];
  tab.on('request', (request) => {
    if (request.url().includes('/simulator/ccp.html')) loads.push(request.url());
  });
  const parameters = new URLSearchParams({ instance: newInstance(), drawer: 'none', state: 'Available' });
  const ccpUrl = `http://127.0.0.1:${server.ccpPort}/dist/simulator/ccp.html?${parameters}`;
  await tab.goto(`http://localhost:${server.pagePort}/test/support/pages/desk.html`);
  await tab.evaluate(async (address) => {
    const { attachSimulator } = await import('/dist/src/simulator/simulator.js');
    await import('/cdn/connect-ccp.min.js');
    const outlet = document.body.appendChild(document.createElement('main'));
    window.visit = () => {
      const ccp = document.createElement('connect-ccp');
      ccp.setAttribute('headless', '');
      ccp.setAttribute('keep-alive', '');
      ccp.setAttribute('ccp-url', address);
      outlet.replaceChildren(ccp, document.createElement('connect-contact-controls'));
      return ccp;
    };
    const ccp = window.visit();
    await ccp.ready;
    window.sim = await attachSimulator(ccp);
  }, ccpUrl);
  return { tab, loads, complaints };
}

describe('keep-alive', () => {
  test('three routes in a call: one load of the panel, and the call is shown at once on each', async (t) => {
    const { tab, loads, complaints } = await open(t);
    await tab.evaluate(async () => {
      const ccp = document.querySelector('connect-ccp');
      const id = await window.sim.incomingCall({ from: '+12065550100' });
      await new ccp.connect.Contact(id).accept();
    });
    const state = () => document.querySelector('connect-ccp').state.contacts[0]?.state;
    await tab.waitForFunction(`(${state})()?.type === 'connected'`, POLLING);
    const { since } = await tab.evaluate(state);
    for (let route = 0; route < 3; route++) {
      const { status, contacts } = await tab.evaluate(() => window.visit().state);
      assert.equal(status, 'ready');
      assert.deepEqual(contacts[0].state, { type: 'connected', since });
    }
    const isShown = () =>
      /Connected/.test(document.querySelector('connect-contact-controls').shadowRoot.textContent) &&
      document.querySelectorAll('iframe').length === 1;
    await tab.waitForFunction(isShown, POLLING);
    assert.equal(loads.length, 1);
    assert.deepEqual(complaints, []);
  });

  test('without its module the panel lives and ends with its element', async (t) => {
    const { tab, loads } = await open(t, (request) => {
      if (request.url().endsWith('/cdn/kept-ccp.min.js')) void request.abort();
      else void request.continue();
    });
    await tab.evaluate(() => window.visit().ready.then(() => {}));
    assert.equal(loads.length, 2);
  });
});
