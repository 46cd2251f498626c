// The choice of devices where nothing stands in for the browser: its devices as the panel's frame sees them, what is kept from one
// visit to the next, and a module that does not come.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { allowMicrophone, launchBrowser, PATIENCE } from '../support/browser.mjs';
import { serveFixtures } from '../support/doctor-server.mjs';
import { newInstance } from '../support/embedding-page.mjs';

const POLLING = { timeout: PATIENCE, polling: 20 };

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

/** What the page does at each visit: a panel, its controls, and what the panel says of speakers. */
async function desk(ccpUrl) {
  const ccp = document.createElement('connect-ccp');
  ccp.ccpUrl = ccpUrl;
  ccp.headless = true;
  window.speakers = [];
  document.body.append(ccp, document.createElement('connect-contact-controls'));
  await import('/cdn/connect-ccp.min.js');
  ccp.connect.agent((agent) => agent.onSpeakerDeviceChanged(({ deviceId }) => window.speakers.push(deviceId)));
  await ccp.ready;
}

/** A page of an agent. */
async function open(t) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const origin = `http://localhost:${server.pagePort}`;
  await allowMicrophone(context, origin);
  const tab = await context.newPage();
  tab.setDefaultTimeout(PATIENCE);
  const parameters = new URLSearchParams({ instance: newInstance(), drawer: 'none', state: 'Available' });
  const ccpUrl = `http://127.0.0.1:${server.ccpPort}/dist/simulator/ccp.html?${parameters}`;
  const visit = async () => {
    await tab.goto(`${origin}/test/support/pages/mute.html`);
    await tab.evaluate(desk, ccpUrl);
  };
  await visit();
  return { tab, visit };
}

/** Presses "Devices". */
const press = async (tab) => (await tab.waitForSelector('>>> [part=devices]')).click();

describe('the choice of devices', () => {
  test('lists what the panel’s frame sees, and the next visit begins with what was chosen', async (t) => {
    const { tab, visit } = await open(t);
    await press(tab);
    const lists = () =>
      [...document.querySelector('connect-contact-controls').shadowRoot.querySelectorAll('select')].map(({ options }) =>
        [...options].map(({ text }) => text),
      );
    await tab.waitForFunction(`(${lists})().length === 3`, POLLING);
    const [microphones, speakers, ringers] = await tab.evaluate(lists);
    assert.deepEqual(microphones, ['System default', 'Fake Audio Input 1', 'Fake Audio Input 2']);
    assert.deepEqual(speakers, ['System default', 'Fake Audio Output 1', 'Fake Audio Output 2']);
    assert.deepEqual(ringers, speakers);
    await tab.select('>>> #device-speaker', await tab.$eval('>>> #device-speaker', ({ options }) => options[2].value));
    await tab.waitForFunction(() => window.speakers.length === 1, POLLING);

    await visit();
    await tab.waitForFunction(() => window.speakers.length === 1, POLLING);
    // A frame of another site has other ids after each visit: it is found by its name.
    const [used, stored] = await tab.evaluate(() => [window.speakers[0], Object.entries(localStorage)]);
    const agent = createHash('sha256').update(`http://127.0.0.1:${server.ccpPort} jane.doe`).digest('hex');
    assert.deepEqual(stored, [
      ['connect-ccp-elements.devices', `[["${agent}",{"speaker":{"id":"${used}","label":"Fake Audio Output 2"}}]]`],
    ]);
  });

  test('without its module says so, and calls are taken all the same', async (t) => {
    const { tab } = await open(t);
    await tab.setRequestInterception(true);
    tab.on('request', (request) => {
      if (request.url().endsWith('/cdn/devices.min.js')) void request.abort();
      else void request.continue();
    });
    await press(tab);
    const problem = () =>
      document.querySelector('connect-contact-controls').shadowRoot.querySelector('[part=problem]')?.textContent;
    await tab.waitForFunction(`(${problem})()?.startsWith('Devices failed.')`, POLLING);
    assert.equal(await tab.evaluate(() => document.querySelector('connect-ccp').status), 'ready');
  });
});
