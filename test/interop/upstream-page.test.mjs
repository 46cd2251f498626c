// A page library not written here: amazon-connect-streams embeds our simulator, and sees the same calls as our runtime does.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serveDemo } from '../../demo/serve.mjs';
import { launchChromium, PATIENCE } from '../support/browser.mjs';
import { serveEmbeddingPage } from './embedding-page.mjs';
import { upstreamBundle } from './upstream-ccp/server.mjs';

const PAGES = {
  'amazon-connect-streams': upstreamBundle,
  'connect-ccp-elements': fileURLToPath(new URL('../../cdn/connect-streams.min.js', import.meta.url)),
};

// Refreshes come with every update; `accepted` and the end of muting are broadcasts, which race with the snapshot.
const UNORDERED = /\.onRefresh$|^core\.|WebSocket|\.onAccepted$|\.onMuteToggle$/;
const POLLING = { timeout: PATIENCE, polling: 20 };

let browser;
let demo;

before(async () => {
  [browser, demo] = await Promise.all([launchChromium(), serveDemo({ port: 8500 })]);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** A page on localhost that embeds the simulator from 127.0.0.1: two sites, so that its storage is partitioned. */
async function open(t, script) {
  const site = await serveEmbeddingPage({
    script,
    folders: { '/api/': fileURLToPath(new URL('../../dist/src/', import.meta.url)) },
  });
  t.after(() => site.close());
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(site.url);
  const simulator = `${demo.simulatorUrl.replace('localhost', '127.0.0.1')}?instance=${randomUUID()}&drawer=none`;
  await page.evaluate(async (ccpUrl) => {
    const container = document.getElementById('container');
    window.connect.core.initCCP(container, { ccpUrl, loginPopup: false, softphone: { allowFramedSoftphone: true } });
    window.startRecording(window.connect);
    const { attachSimulator } = await import('/api/simulator/simulator.js');
    window.sim = await attachSimulator(container.querySelector('iframe'));
    window.act = (run) => new Promise((success, failure) => run({ success, failure: (e) => failure(new Error(e)) }));
    window.call = () => new window.connect.Agent().getContacts()[0];
    window.customer = () => window.call().getInitialConnection();
  }, simulator);
  let seen = 0;
  return {
    page,
    until: (name) => page.waitForFunction((wanted) => window.events.includes(wanted), POLLING, name),
    customerIs: (type) => page.waitForFunction((wanted) => window.customer().getState().type === wanted, POLLING, type),
    /** The ordered names since the last call of this function. */
    async since() {
      const records = (await page.evaluate(() => window.records)).filter(({ name }) => !UNORDERED.test(name));
      const fresh = records.slice(seen).map(({ name, detail }) => (name === 'agent.onStateChange' ? detail : name));
      seen = records.length;
      return fresh;
    },
    setState: (name) =>
      page.evaluate((wanted) => {
        const agent = new window.connect.Agent();
        const state = agent.getAgentStates().find((candidate) => candidate.name === wanted);
        return window.act((callbacks) => agent.setState(state, callbacks));
      }, name),
  };
}

for (const [name, script] of Object.entries(PAGES)) {
  describe(`the simulator embedded by ${name}`, () => {
    test('an inbound call, from ringing to cleared', async (t) => {
      const { page, until, customerIs, since, setState } = await open(t, script);
      await until('agent.onStateChange');
      assert.deepEqual(await since(), ['agent', 'agent.onOffline', 'Init>Offline']);

      await setState('Available');
      await until('agent.onRoutable');
      assert.deepEqual(await since(), ['agent.onRoutable', 'Offline>Available']);

      await page.evaluate(() => window.sim.incomingCall({ from: '+12065550123', attributes: { plan: 'gold' } }));
      await until('contact.onConnecting');
      assert.deepEqual(await since(), ['Available>PendingBusy', 'contact', 'contact.onConnecting']);
      assert.deepEqual(
        await page.evaluate(() => [
          window.customer().getEndpoint().phoneNumber,
          window.call().getAttributes().plan.value,
        ]),
        ['+12065550123', 'gold'],
      );

      await page.evaluate(() => window.act((callbacks) => window.call().accept(callbacks)));
      await until('contact.onConnected');
      await until('contact.onAccepted');
      assert.deepEqual(await since(), ['PendingBusy>Busy', 'contact.onConnected']);

      await page.evaluate(() => window.act((callbacks) => window.customer().hold(callbacks)));
      await customerIs('hold');
      await page.evaluate(() => window.act((callbacks) => window.customer().resume(callbacks)));
      await customerIs('connected');
      assert.deepEqual(await since(), []);

      await page.evaluate(() => window.act((callbacks) => window.call().getAgentConnection().destroy(callbacks)));
      await until('contact.onEnded');
      const ended = ['Busy>AfterCallWork', 'agent.onAfterCallWork', 'contact.onACW', 'contact.onEnded'];
      assert.deepEqual(await since(), ended);

      await page.evaluate(() => window.act((callbacks) => window.call().clear(callbacks)));
      await until('contact.onDestroy');
      assert.deepEqual(await since(), ['agent.onRoutable', 'AfterCallWork>Available', 'contact.onDestroy']);
      const { calls, contacts } = await page.evaluate(() => window.sim.truth());
      assert.deepEqual(contacts, []);
      assert.deepEqual(
        calls
          .map(({ operation }) => operation)
          .filter((operation) => /^(accept|hold|resume|destroy|clear)/.test(operation)),
        ['acceptContact', 'holdConnection', 'resumeConnection', 'destroyConnection', 'clearContact'],
      );
    });

    test('a missed call, and one that the customer gives up', async (t) => {
      const { page, until, since, setState } = await open(t, script);
      await until('agent.onStateChange');
      await setState('Available');
      await until('agent.onRoutable');
      await since();
      await page.evaluate(async () => window.sim.missed(await window.sim.incomingCall()));
      await until('contact.onMissed');
      assert.deepEqual(await since(), [
        'Available>PendingBusy',
        'contact',
        'contact.onConnecting',
        'PendingBusy>MissedCallAgent',
        'agent.onError',
        'contact.onEnded',
        'contact.onMissed',
      ]);
    });

    test('an outbound call', async (t) => {
      const { page, until, since, setState } = await open(t, script);
      await until('agent.onStateChange');
      await setState('Available');
      await until('agent.onRoutable');
      await since();
      await page.evaluate(() =>
        window.act((callbacks) =>
          new window.connect.Agent().connect(window.connect.Endpoint.byPhoneNumber('+12065550123'), callbacks),
        ),
      );
      await until('contact.onConnecting');
      await page.evaluate(() => window.sim.customerAnswers(window.call().getContactId()));
      await until('contact.onConnected');
      assert.deepEqual(await since(), [
        'Available>CallingCustomer',
        'contact',
        'contact.onConnecting',
        'CallingCustomer>Busy',
        'contact.onConnected',
      ]);
    });
  });
}
