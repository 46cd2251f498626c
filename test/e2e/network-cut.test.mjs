// Nothing of a call is fetched while it goes on: with the network of the page cut once the panel is ready, a call is taken and ended.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { allowMicrophone, launchBrowser, PATIENCE } from '../support/browser.mjs';
import { serveFixtures } from '../support/doctor-server.mjs';
import { newInstance } from '../support/embedding-page.mjs';

/** A page's own buttons, each by the request that it makes of a contact. */
const BUTTONS = ['accept-contact', 'hold', 'resume', 'hang-up', 'clear-contact'];

/** Each bundle with the elements that it registers beside the panel, and what is pressed. */
const BUNDLES = {
  'connect-panel.min.js': [],
  'connect-ccp.min.js': ['connect-agent-status', 'connect-contact-controls'],
};

let browser;
let server;

before(async () => {
  const fakes = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  [browser, server] = await Promise.all([launchBrowser({ args: fakes }), serveFixtures()]);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** What the page does: a panel that nobody sees, plain buttons, what else the bundle has; and it hears how each command ends. */
async function desk(ccpUrl, bundle, tags, buttons) {
  const ccp = document.createElement('connect-ccp');
  Object.assign(ccp, { id: 'ccp', ccpUrl, headless: true });
  const made = buttons.map((name) => {
    const button = Object.assign(document.createElement('button'), { id: name, textContent: name });
    button.setAttribute('commandfor', 'ccp');
    button.setAttribute('command', `--${name}`);
    return button;
  });
  document.body.append(ccp, ...made, ...tags.map((tag) => document.createElement(tag)));
  window.ended = [];
  ccp.addEventListener('connect-command', ({ operation, phase, error }) => {
    if (phase !== 'pending') window.ended.push([operation, phase, error?.message ?? ''].join(' ').trim());
  });
  window.library = await import(`/cdn/${bundle}`);
  const { attachSimulator } = await import('/dist/src/simulator/simulator.js');
  await ccp.ready;
  window.sim = await attachSimulator(ccp);
}

/** A page that is ready and whose network is cut; `asked` are the addresses that it wants all the same. */
async function openCut(t, bundle) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const origin = `http://localhost:${server.pagePort}`;
  await allowMicrophone(context, origin);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const parameters = new URLSearchParams({ instance: newInstance(), drawer: 'none', state: 'Available' });
  const ccpUrl = `http://127.0.0.1:${server.ccpPort}/dist/simulator/ccp.html?${parameters}`;
  await page.goto(`${origin}/test/support/pages/mute.html`);
  await page.evaluate(desk, ccpUrl, bundle, BUNDLES[bundle], BUTTONS);
  const asked = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    asked.push(request.url());
    void request.abort('internetdisconnected');
  });
  return { page, asked };
}

/** Waits until a command has ended, and says how. */
const end = async (page, operation) => {
  const ended = `window.ended.find((line) => line.startsWith('${operation} '))`;
  const line = await (await page.waitForFunction(ended)).jsonValue();
  await page.evaluate(() => (window.ended.length = 0));
  return line;
};

/** Lets a call come; resolves once it rings in the page. */
const ring = (page) =>
  page.evaluate(async () => {
    const rings = new Promise((resolve) => document.querySelector('#ccp').addEventListener('connect-ringing', resolve));
    const contactId = await window.sim.incomingCall({ from: '+12065550137' });
    await rings;
    return contactId;
  });

for (const bundle of Object.keys(BUNDLES)) {
  test(`${bundle}: accept, hold, resume, transfer and hang-up`, async (t) => {
    const { page, asked } = await openCut(t, bundle);
    const contactId = await ring(page);
    for (const [button, operation] of [
      ['accept-contact', 'accept'],
      ['hold', 'hold'],
      ['resume', 'resume'],
    ]) {
      await page.click(`#${button}`);
      assert.equal(await end(page, operation), `${operation} confirmed`);
    }

    await page.evaluate(async (id) => {
      const { ConnectTransferRequestEvent, connect } = window.library;
      const request = new ConnectTransferRequestEvent({
        contactId: id,
        endpoint: connect.Endpoint.byPhoneNumber('+12065550188'),
      });
      const ccp = document.querySelector('#ccp');
      void ccp.request(request);
      // Request and answer go different ways: the other one has to ring before they can answer.
      const rings = ({ connections }) => connections.some(({ state }) => state === 'connecting');
      await new Promise((resolve) => {
        const look = ({ contact }) => contact.contactId === id && rings(contact) && resolve();
        ccp.addEventListener('connect-contact-change', look);
      });
      return window.sim.thirdPartyAnswers(id);
    }, contactId);
    assert.equal(await end(page, 'transfer'), 'transfer confirmed');
    await page.click('#clear-contact');
    assert.equal(await end(page, 'clear'), 'clear confirmed');

    await ring(page);
    await page.click('#accept-contact');
    assert.equal(await end(page, 'accept'), 'accept confirmed');
    await page.click('#hang-up');
    assert.equal(await end(page, 'hang-up'), 'hang-up confirmed');
    // How a number is grouped is looked up where that can be had; until then it stands as it is dialled.
    const needed = asked.filter((address) => !address.endsWith('/phone-numbers.min.js'));
    assert.deepEqual(needed, []);
  });
}
