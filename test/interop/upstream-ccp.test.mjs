// A CCP page, worker and service client not written here (amazon-connect-streams on a CTI backend), embedded by our runtime
// and, to show that the test itself is right, by amazon-connect-streams: the same script, the same events.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { chromiumArguments, findChromium } from '../support/find-browsers.mjs';
import { serveEmbeddingPage } from './embedding-page.mjs';
import { startUpstreamCcp, upstreamBundle } from './upstream-ccp/server.mjs';

const LOOPBACK_ONLY = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';
const WAIT_MS = 10_000;

// Not part of an order: refreshes come with every update, a socket may get lost at any time, and `accepted` is a broadcast that
// races with the snapshot.
const UNORDERED = /\.onRefresh$|^core\.|WebSocket|\.onAccepted$/;

const PAGES = {
  'connect-ccp-elements': fileURLToPath(new URL('../../cdn/connect-streams.min.js', import.meta.url)),
  'amazon-connect-streams': upstreamBundle,
};

let browser;

before(async () => {
  browser = await puppeteer.launch({
    executablePath: await findChromium(),
    args: [...chromiumArguments, LOOPBACK_ONLY],
  });
});

after(() => browser?.close());

/** An embedding page on localhost with a bundle, and an initialised CCP from 127.0.0.1: two sites. */
async function open(t, script) {
  const ccp = await startUpstreamCcp();
  t.after(() => ccp.close());
  const site = await serveEmbeddingPage({ script });
  t.after(() => site.close());
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(site.url);
  await page.evaluate((ccpUrl) => {
    window.startedAt = performance.now();
    window.connect.core.initCCP(document.getElementById('container'), {
      ccpUrl,
      loginPopup: false,
      softphone: { allowFramedSoftphone: false },
    });
    window.startRecording(window.connect);
    window.act = (run) => new Promise((success, failure) => run({ success, failure: (e) => failure(new Error(e)) }));
    window.call = () => new window.connect.Agent().getContacts()[0];
  }, ccp.url);

  const until = (name) =>
    page.waitForFunction((wanted) => window.events.includes(wanted), { timeout: WAIT_MS, polling: 20 }, name);
  const customerIs = (type) =>
    page.waitForFunction(
      (wanted) => window.call()?.getInitialConnection().getState().type === wanted,
      { timeout: WAIT_MS, polling: 20 },
      type,
    );
  /** The ordered names since the last call of this function. */
  let seen = 0;
  const since = async () => {
    const records = (await page.evaluate(() => window.records)).filter(({ name }) => !UNORDERED.test(name));
    const fresh = records.slice(seen).map(({ name, detail }) => (name === 'agent.onStateChange' ? detail : name));
    seen = records.length;
    return fresh;
  };
  const setState = (name, options) =>
    page.evaluate(
      (wanted, more) => {
        const agent = new window.connect.Agent();
        const state = agent.getAgentStates().find((candidate) => candidate.name === wanted);
        return window.act((callbacks) => agent.setState(state, callbacks, more));
      },
      name,
      options,
    );

  await until('agent.onStateChange');
  return { backend: ccp.backend, page, errors, until, customerIs, since, setState };
}

for (const [name, script] of Object.entries(PAGES)) {
  describe(`embedded by ${name}`, () => {
    test('an inbound call, from ringing to cleared', { timeout: 60_000 }, async (t) => {
      const { backend, page, errors, until, customerIs, since, setState } = await open(t, script);
      assert.deepEqual(await since(), ['agent', 'agent.onOffline', 'Init>Offline']);
      t.diagnostic(
        `agent callback after ${await page.evaluate(() =>
          Math.round(window.records.find(({ name }) => name === 'agent').at - window.startedAt),
        )} ms`,
      );

      await setState('Available');
      await until('agent.onRoutable');
      assert.deepEqual(await since(), ['agent.onRoutable', 'Offline>Available']);

      const contactId = backend.incomingCall({ from: '+12065550123', attributes: { plan: 'gold' } });
      await until('contact.onConnecting');
      assert.deepEqual(await since(), ['Available>PendingBusy', 'contact', 'contact.onConnecting']);
      assert.deepEqual(
        await page.evaluate(() => ({
          id: window.call().getContactId(),
          from: window.call().getInitialConnection().getEndpoint().phoneNumber,
          plan: window.call().getAttributes().plan.value,
          date:
            window.wire.findLast(({ event }) => event === 'agent::update').data.snapshot.snapshotTimestamp instanceof
            Date,
        })),
        { id: contactId, from: '+12065550123', plan: 'gold', date: true },
      );

      await page.evaluate(() => window.act((callbacks) => window.call().accept(callbacks)));
      await until('contact.onConnected');
      await until('contact.onAccepted');
      assert.deepEqual(await since(), ['PendingBusy>Busy', 'contact.onConnected']);

      await page.evaluate(() => window.act((callbacks) => window.call().getInitialConnection().hold(callbacks)));
      await customerIs('hold');
      await page.evaluate(() => window.act((callbacks) => window.call().getInitialConnection().resume(callbacks)));
      await customerIs('connected');
      assert.deepEqual(await since(), []);

      await page.evaluate(() => window.act((callbacks) => window.call().getAgentConnection().destroy(callbacks)));
      await until('contact.onEnded');
      assert.deepEqual(await since(), [
        'Busy>AfterCallWork',
        'agent.onAfterCallWork',
        'contact.onACW',
        'contact.onEnded',
      ]);
      assert.equal(backend.truth().contacts[0].state.type, 'ended');

      await page.evaluate(() => window.act((callbacks) => window.call().clear(callbacks)));
      await until('contact.onDestroy');
      assert.deepEqual(await since(), ['agent.onRoutable', 'AfterCallWork>Available', 'contact.onDestroy']);
      assert.deepEqual(backend.truth().contacts, []);

      assert.deepEqual(
        backend.calls
          .map(({ operation }) => operation)
          .filter((name) => /^(accept|hold|resume|destroy|clear)/.test(name)),
        ['acceptContact', 'holdConnection', 'resumeConnection', 'destroyConnection', 'clearContact'],
      );
      assert.deepEqual(errors, []);
    });

    test('a missed call', { timeout: 60_000 }, async (t) => {
      const { backend, page, until, since, setState } = await open(t, script);
      await setState('Available');
      await until('agent.onRoutable');
      await since();
      backend.missed(backend.incomingCall()); // at once: the snapshot in between must not be lost
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
      await page.evaluate(() => window.act((callbacks) => window.call().clear(callbacks)));
      await until('contact.onDestroy');
      assert.deepEqual(await since(), ['agent.onRoutable', 'MissedCallAgent>Available', 'contact.onDestroy']);
    });

    test('an outbound call with a conference; the customer hangs up last', { timeout: 60_000 }, async (t) => {
      const { backend, page, until, customerIs, since, setState } = await open(t, script);
      await setState('Available');
      await until('agent.onRoutable');
      await since();
      await page.evaluate(() =>
        window.act((callbacks) =>
          new window.connect.Agent().connect(window.connect.Endpoint.byPhoneNumber('+12065550123'), callbacks),
        ),
      );
      await until('contact.onConnecting');
      const [{ contactId }] = backend.truth().contacts;
      backend.customerAnswers(contactId);
      await until('contact.onConnected');
      assert.deepEqual(await since(), [
        'Available>CallingCustomer',
        'contact',
        'contact.onConnecting',
        'CallingCustomer>Busy',
        'contact.onConnected',
      ]);

      await page.evaluate(() =>
        window.act((callbacks) =>
          window.call().addConnection(window.connect.Endpoint.byPhoneNumber('+12065550124'), callbacks),
        ),
      );
      await customerIs('hold');
      backend.customerAnswers(contactId);
      await page.waitForFunction(() => window.call().getSingleActiveThirdPartyConnection()?.isConnected(), {
        timeout: WAIT_MS,
      });
      await page.evaluate(() => window.act((callbacks) => window.call().conferenceConnections(callbacks)));
      await customerIs('connected');
      await page.evaluate(() =>
        window.act((callbacks) => window.call().getSingleActiveThirdPartyConnection().destroy(callbacks)),
      );
      await setState('Lunch', { enqueueNextState: true });
      await until('agent.onEnqueuedNextState');
      backend.customerHangsUp(contactId);
      await until('contact.onEnded');
      assert.deepEqual(await since(), [
        'agent.onEnqueuedNextState',
        'Busy>AfterCallWork',
        'agent.onAfterCallWork',
        'contact.onACW',
        'contact.onEnded',
      ]);
      await page.evaluate(() => window.act((callbacks) => window.call().clear(callbacks)));
      await until('contact.onDestroy');
      assert.deepEqual(await since(), [
        'agent.onNotRoutable',
        'AfterCallWork>Lunch',
        'agent.onClearedNextState',
        'contact.onDestroy',
      ]);
    });

    test('a queued callback, then a task', { timeout: 60_000 }, async (t) => {
      const { backend, page, until, since, setState } = await open(t, script);
      await setState('Available');
      await until('agent.onRoutable');
      await since();
      const contactId = backend.queuedCallback({ to: '+12065550123', queue: 'Sales' });
      await until('contact.onIncoming');
      await page.evaluate(() => window.act((callbacks) => window.call().accept(callbacks)));
      await until('contact.onConnecting');
      backend.customerAnswers(contactId);
      await until('contact.onConnected');
      assert.deepEqual(await since(), [
        'agent.onNotRoutable',
        'Available>Pending',
        'contact',
        'contact.onIncoming',
        'Pending>CallingCustomer',
        'contact.onConnecting',
        'CallingCustomer>Busy',
        'contact.onConnected',
      ]);

      const taskId = backend.incomingTask({ name: 'Write back' });
      await page.waitForFunction(() => new window.connect.Agent().getContacts('task').length === 1, {
        timeout: WAIT_MS,
      });
      assert.equal(backend.truth().contacts.find((contact) => contact.contactId === taskId).name, 'Write back');
      assert.deepEqual(await since(), ['contact', 'contact.onConnecting']);
    });

    test('a refused operation reaches the failure callback as JSON text', { timeout: 60_000 }, async (t) => {
      const { backend, page, setState } = await open(t, script);
      backend.fail('putAgentState', { status: 400, code: 'InvalidStateException', message: 'Not now' });
      const failure = await setState('Available').then(
        () => assert.fail('no failure'),
        (error) => JSON.parse(error.message.match(/\{.*\}/s)[0]),
      );
      assert.equal(failure.type, 'InvalidStateException');
      assert.equal(failure.message, 'Not now');
      t.diagnostic(`failure: ${JSON.stringify({ ...failure, stack: failure.stack?.length })}`);
      await setState('Available'); // only the next call was to fail
      assert.equal(backend.truth().state.name, 'Available');
      assert.equal(await page.evaluate(() => window.wire.filter(({ event }) => event === 'auth_fail').length), 0);
    });

    test('the CCP frame is partitioned, as users have it', { timeout: 60_000 }, async (t) => {
      const { page } = await open(t, script);
      const frame = page.frames().find((candidate) => candidate.url().includes('127.0.0.1'));
      await frame.evaluate(() => localStorage.setItem('partition', 'framed'));
      const context = page.browserContext();
      const topLevel = await context.newPage();
      await topLevel.goto(frame.url().replace('ccp.html', 'worker.js')); // any document of the same origin
      assert.equal(await topLevel.evaluate(() => localStorage.getItem('partition')), null);
    });
  });
}
