// The real @amazon-connect clients: on our provider, on their own provider that was given to us, and with their provider as the
// whole page, each against the simulator at another site. Every method is answered, and every event is heard.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { serveDemo } from '../../demo/serve.mjs';
import { launchBrowser, PATIENCE } from '../support/browser.mjs';
import { sdkClients } from '../support/sdk-clients.mjs';

const POLLING = { timeout: PATIENCE, polling: 20 };

let browser;
let demo;
let clients;

before(async () => {
  clients = sdkClients();
  [browser, demo] = await Promise.all([launchBrowser(), serveDemo({ port: 8560 })]);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** How a page comes to a provider. Each runs in the page and gives it. */
const PAGES = {
  'our provider': (ccpUrl) => {
    const { connect } = window;
    connect.core.initCCP(document.getElementById('ccp'), { ccpUrl, loginPopup: false });
    return connect.core.getSDKClientConfig().provider;
  },
  'their provider, given to us': (ccpUrl) => {
    const { connect, sdk } = window;
    const { provider } = sdk.AmazonConnectStreamsSite.init({ instanceUrl: new URL(ccpUrl).origin });
    connect.core.initCCP(document.getElementById('ccp'), { ccpUrl, loginPopup: false, provider });
    return connect.core.getSDKClientConfig().provider;
  },
  'their provider as the page': (ccpUrl) => {
    const { sdk } = window;
    const { provider } = sdk.AmazonConnectStreamsSite.init({ instanceUrl: new URL(ccpUrl).origin });
    const frame = Object.assign(document.createElement('iframe'), { src: ccpUrl });
    provider.setCCPIframe(frame);
    document.getElementById('ccp').append(frame);
    return provider;
  },
};

/** A page with a CCP and all clients; `run` runs something in it with all that there is. */
async function openDesk(t, setUp, options = {}) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(new URL('/test/support/pages/desk.html', demo.url).href);
  await page.addScriptTag({ url: '/cdn/connect-streams.min.js' });
  await page.addScriptTag({ content: clients });
  const query = new URLSearchParams({ instance: randomUUID(), state: 'Available', drawer: 'none', ...options });
  const ccpUrl = `${demo.simulatorUrl.replace('localhost', '127.0.0.1')}?${query}`;
  await page.evaluate(
    `window.desk = { ccpUrl: ${JSON.stringify(ccpUrl)}, provider: (${setUp})(${JSON.stringify(ccpUrl)}), heard: [] }`,
  );
  await page.evaluate(async () => {
    const { desk, sdk } = window;
    const { attachSimulator } = await import('/dist/src/simulator/simulator.js');
    const hasRuntime = Boolean(window.connect.core.getFrame());
    desk.sim = await attachSimulator(hasRuntime ? window.connect : document.querySelector('iframe'));
    const config = { provider: desk.provider };
    desk.agent = new sdk.AgentClient(config);
    desk.contact = new sdk.ContactClient(config);
    desk.voice = new sdk.VoiceClient(config);
    desk.activity = new sdk.SessionExpirationWarningClient(config);
    /** Waits until something is so. */
    desk.until = async (isSo) => {
      while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    /** Waits until an agent is there. */
    await desk.until(() => desk.agent.getName().catch(() => false));
    desk.hear = (name) => (data) => void desk.heard.push([name, data]);
    /** A call that the agent has accepted. */
    desk.call = async () => {
      const contactId = await desk.sim.incomingCall({
        from: '+12065550123',
        attributes: { tier: 'gold', city: 'Bonn' },
      });
      await desk.until(async () => (await desk.contact.listContacts()).length === 1);
      await desk.contact.accept(contactId);
      const isConnected = async () => (await desk.sim.truth()).contacts[0].state.type === 'connected';
      await desk.until(isConnected);
      const all = await desk.contact.listParticipants(contactId);
      desk.self = all.find(({ isSelf }) => isSelf).participantId;
      desk.customer = all.find(({ isInitial }) => isInitial).participantId;
      await desk.until(async () => (await desk.contact.getParticipantState(desk.self)).value === 'connected');
      return (desk.contactId = contactId);
    };
  });
  const run = (action, ...args) => page.evaluate(`(${action})(window.desk, ...${JSON.stringify(args)})`);
  return { page, run, complaints };
}

/** Each method of AgentClient, and whether its answer is right. */
const AGENT = [
  [(d) => d.agent.getARN(), (arn) => arn.startsWith('arn:aws:connect:us-east-1:')],
  [(d) => d.agent.getName(), (name) => name === 'Jane Doe'],
  [(d) => d.agent.getState(), ({ name }) => name === 'Available'],
  [
    (d) => d.agent.getRoutingProfile(),
    ({ queues, routingProfileId }) => queues.length === 3 && Boolean(routingProfileId),
  ],
  [(d) => d.agent.getChannelConcurrency(), ({ VOICE }) => VOICE === 1],
  [(d) => d.agent.getExtension(), (extension) => extension === '+12065550199'],
  [(d) => d.agent.getDialableCountries(), (list) => list.includes('us')],
  [(d) => d.agent.listAvailabilityStates(), (list) => list.length === 4],
  [(d) => d.agent.getAvailabilityState(), ({ name }) => name === 'Available'],
  [(d) => d.agent.getDefaultOutboundQueue(), ({ queueId, queueARN }) => queueId === queueARN],
  [(d) => d.agent.getRoutingProfileQueues(), (list) => list.length === 3],
  [(d) => d.agent.listSecurityProfilePermissions(), (list) => list.includes('outboundCall')],
  [(d) => d.agent.getNetworkConnectionStatus(), ({ status, timestamp }) => status === 'connected' && timestamp > 1e12],
  [(d) => d.agent.listQuickConnects('arn'), ({ quickConnects }) => quickConnects.length === 5],
  [
    (d) => d.agent.listQuickConnects(['arn'], { maxResults: 2 }),
    ({ quickConnects, nextToken }) => quickConnects.length === 2 && nextToken === '2',
  ],
  [
    (d) => d.agent.setAvailabilityStateByName('Lunch'),
    ({ status, current }) => status === 'updated' && current.name === 'Lunch',
  ],
  [
    async (d) => d.agent.setAvailabilityState((await d.agent.listAvailabilityStates())[2].agentStateARN),
    ({ status, current }) => status === 'updated' && current.name === 'Training',
  ],
  [(d) => d.agent.setOffline(), ({ status, current }) => status === 'updated' && current.name === 'Offline'],
];

/** Each method of ContactClient and VoiceClient in a call. */
const CALL = [
  [(d) => d.contact.getAttributes(d.contactId, '*'), (all) => all.tier === 'gold' && all.city === 'Bonn'],
  [(d) => d.contact.getAttributes(d.contactId, ['tier']), (some) => some.tier === 'gold' && !('city' in some)],
  [(d) => d.contact.getAttribute(d.contactId, 'city'), (city) => city === 'Bonn'],
  [(d) => d.contact.getInitialContactId(d.contactId), (id) => id.length === 36],
  [(d) => d.contact.getType(d.contactId), (type) => type === 'voice'],
  [
    (d) => d.contact.getChannelType(d.contactId),
    ({ type, subtype }) => type === 'voice' && subtype === 'connect:Telephony',
  ],
  [(d) => d.contact.getStateDuration(d.contactId), (duration) => duration >= 0],
  [(d) => d.contact.getQueue(d.contactId), ({ name, queueId }) => name === 'BasicQueue' && Boolean(queueId)],
  [async (d) => (await d.contact.getQueueTimestamp(d.contactId)) instanceof Date, (isDate) => isDate],
  [(d) => d.contact.isAutoAcceptEnabled(d.contactId), (answer) => answer === false],
  [(d) => d.contact.isPreviewMode(d.contactId), (answer) => answer === false],
  [(d) => d.contact.getContactRegion(d.contactId), (region) => region === 'us-east-1'],
  [
    (d) => d.contact.getInstanceDetails(d.contactId),
    ({ region, origin }) => region === 'us-east-1' && origin.startsWith('http'),
  ],
  [(d) => d.contact.getContact(d.contactId), ({ type, queue }) => type === 'voice' && queue.name === 'BasicQueue'],
  [(d) => d.contact.listContacts(), (list) => list.length === 1 && list[0].type === 'voice'],
  [(d) => d.contact.listParticipants(d.contactId), (list) => list.length === 2],
  [
    (d) => d.contact.getParticipant(d.customer),
    ({ type, isInitial, isSelf }) => type.value === 'inbound' && isInitial && !isSelf,
  ],
  [(d) => d.contact.getParticipantState(d.customer), ({ value }) => value === 'connected'],
  [(d) => d.voice.getPhoneNumber(d.contactId), (number) => number === '+12065550123'],
  [(d) => d.voice.getInitialCustomerPhoneNumber(d.contactId), (number) => number === '+12065550123'],
  [
    (d) => d.voice.listDialableCountries(),
    ([{ countryCode, callingCode, label }]) =>
      countryCode === 'us' && callingCode === '+1' && label === 'United States',
  ],
  [(d) => d.voice.getOutboundCallPermission(), (answer) => answer === true],
  [(d) => d.voice.getVoiceEnhancementMode(), (mode) => mode === 'NONE'],
  [(d) => d.voice.getVoiceEnhancementPaths(), ({ wasm }) => wasm.startsWith('http')],
  [(d) => d.voice.canResumeParticipant(d.customer), (answer) => answer === false],
  [(d) => d.voice.isParticipantOnHold(d.customer), (answer) => answer === false],
  [(d) => d.voice.isSelfOnHold(d.contactId), (answer) => answer === false],
  [(d) => d.voice.canResumeSelf(d.contactId), (answer) => answer === false],
];

for (const [name, setUp] of Object.entries(PAGES)) {
  describe(name, () => {
    async function answers(run, rows) {
      for (const [ask, isRight] of rows) {
        const answer = await run(ask);
        assert.ok(isRight(answer), `${ask} → ${JSON.stringify(answer)}`);
      }
    }

    test('each question about the agent is answered', async (t) => {
      const { run } = await openDesk(t, setUp);
      await answers(run, AGENT);
    });

    test('each question about a call is answered', async (t) => {
      const { run } = await openDesk(t, setUp);
      await run((d) => d.call());
      await answers(run, CALL);
    });

    test('a call is held, resumed, joined and ended, and all of it is heard once', async (t) => {
      const { run } = await openDesk(t, setUp, { multiParty: true });
      await run(async (d) => {
        for (const name of ['onIncoming', 'onConnecting', 'onConnected', 'onStartingAcw', 'onCleared', 'onDestroyed']) {
          d.contact[name](d.hear(name));
        }
        d.contact.onParticipantAdded(d.hear('onParticipantAdded'));
        d.contact.onParticipantDisconnected(d.hear('onParticipantDisconnected'));
        await d.call();
        d.voice.onParticipantHold(d.hear('hold'), d.customer);
        d.voice.onParticipantHold(d.hear('hold of another'), 'another');
        d.voice.onParticipantResume(d.hear('resume'), d.customer);
        d.voice.onCanResumeParticipantChanged(d.hear('canResume'), d.customer);
        d.voice.onSelfHold(d.hear('selfHold'), d.contactId);
        await d.voice.holdParticipant(d.customer);
        await d.until(() => d.voice.isParticipantOnHold(d.customer));
        if (!(await d.voice.canResumeParticipant(d.customer))) throw new Error('cannot be resumed');
        await d.voice.resumeParticipant(d.customer);
        await d.until(async () => !(await d.voice.isParticipantOnHold(d.customer)));
        await d.voice.holdSelf(d.contactId);
        await d.until(() => d.voice.isSelfOnHold(d.contactId));
        await d.voice.resumeSelf(d.contactId);
        await d.until(async () => !(await d.voice.isSelfOnHold(d.contactId)));
        const { quickConnects } = await d.agent.listQuickConnects('arn');
        const { participantId } = await d.contact.addParticipant(d.contactId, quickConnects[0]);
        await d.sim.thirdPartyAnswers(d.contactId);
        await d.until(async () => (await d.contact.getParticipantState(participantId)).value === 'connected');
        await d.voice.conferenceParticipants(d.contactId).catch(() => {});
        await d.contact.disconnectParticipant(participantId);
        await d.until(async () => (await d.contact.listParticipants(d.contactId)).length === 2);
        await d.contact.disconnectSelf(d.contactId);
        await d.until(() => d.heard.some(([name]) => name === 'onStartingAcw'));
        await d.contact.clear(d.contactId);
        await d.until(() => d.heard.some(([name]) => name === 'onDestroyed'));
      });
      const heard = await run((d) =>
        d.heard.map(([name, data]) => [name, data.isOnHold ?? data.canResumeConnection ?? null]),
      );
      const of = (wanted) => heard.filter(([one]) => one === wanted);
      for (const once of ['onConnecting', 'onConnected', 'onStartingAcw', 'onCleared', 'onDestroyed']) {
        assert.equal(of(once).length, 1, once);
      }
      assert.deepEqual(of('hold'), [['hold', true]]);
      assert.deepEqual(of('hold of another'), []);
      assert.deepEqual(of('resume'), [['resume', false]]);
      assert.deepEqual(of('canResume'), [
        ['canResume', true],
        ['canResume', false],
      ]);
      assert.deepEqual(of('selfHold'), [['selfHold', true]]);
      assert.equal(of('onParticipantAdded').length, 3);
    });

    test('network, session, enhancement and a preview', async (t) => {
      const { run } = await openDesk(t, setUp);
      await run(async (d) => {
        d.agent.onNetworkConnectionStatusChanged(d.hear('network'));
        d.agent.onStateChanged(d.hear('state'));
        d.voice.onVoiceEnhancementModeChanged(d.hear('enhancement'));
        d.activity.onExpirationWarning(d.hear('warning'));
        d.activity.onExpirationWarningCleared(d.hear('cleared'));
        d.activity.onSessionExtensionError(d.hear('error'));
        // What is subscribed to is there when a later request is answered.
        await d.agent.getName();
        await d.sim.network('disconnected');
        await d.sim.expiration(60_000);
        window.sdk.sendActivity(d.provider);
        await d.until(() => d.heard.some(([name]) => name === 'cleared'));
        await d.sim.extensionError({ code: 'x' });
        await d.voice.setVoiceEnhancementMode('NOISE_SUPPRESSION');
        await d.until(() => d.heard.some(([name]) => name === 'enhancement'));
        const contactId = await d.sim.incomingPreview({ autoDialTimeout: 45, canDiscardPreview: false });
        await d.until(async () => (await d.contact.listContacts()).length === 1);
        d.preview = [
          await d.contact.isPreviewMode(contactId),
          await d.contact.getPreviewConfiguration(contactId),
          await d.contact.reject(contactId).then(
            () => 'rejected',
            ({ errorKey }) => errorKey,
          ),
          typeof (await d.contact.engagePreviewContact(contactId)).participantId,
          await d.contact.isPreviewMode(contactId),
        ];
      });
      const { heard, preview } = await run((d) => ({ heard: d.heard, preview: d.preview }));
      const of = (wanted) => heard.filter(([one]) => one === wanted).map(([, data]) => data);
      assert.equal(of('network')[0].status, 'disconnected');
      assert.ok(of('warning')[0].expiration > Date.now());
      assert.deepEqual(of('cleared'), [{}]);
      assert.deepEqual(of('error'), [{ isWarningActive: false, errorDetails: { code: 'x' } }]);
      assert.deepEqual(of('enhancement'), [
        { voiceEnhancementMode: 'NOISE_SUPPRESSION', previous: { voiceEnhancementMode: 'NONE' } },
      ]);
      assert.deepEqual(preview, [
        true,
        { autoDialTimeout: 45, canDiscardPreview: false },
        'InvalidStateException',
        'string',
        false,
      ]);
    });

    test('what is refused is a ConnectError with the key of the CCP', async (t) => {
      const { run } = await openDesk(t, setUp);
      const errors = await run(async (d) => {
        await d.sim.sdk.fail('agent/getName', { errorKey: 'brokenToday', reason: 'Not today.' });
        await d.sim.fail('getEndpoints', { code: 'QuotaExceededException', status: 429 });
        const told = (promise) =>
          promise.then(
            () => 'answered',
            (error) => [window.sdk.isConnectError(error), error instanceof Error, error.errorKey, error.namespace],
          );
        return [
          await told(d.agent.getName()),
          await told(d.agent.listQuickConnects('arn')),
          await told(d.contact.getType('nobody')),
          await told(d.provider.getProxy().request('aws.connect.contact', 'contact/unknown')),
          await d.agent.getName(),
        ];
      });
      assert.deepEqual(errors, [
        [true, true, 'brokenToday', 'aws.connect.contact'],
        [true, true, 'QuotaExceededException', 'aws.connect.contact'],
        [true, true, 'noResult', 'aws.connect.contact'],
        [true, true, 'handlerNotFound', 'aws.connect.contact'],
        'Jane Doe',
      ]);
    });
  });
}

for (const name of ['our provider', 'their provider, given to us']) {
  test(`${name}: subscriptions live on in the next frame`, async (t) => {
    const { run } = await openDesk(t, PAGES[name]);
    const heard = await run(async (d) => {
      d.agent.onNetworkConnectionStatusChanged(d.hear('network'));
      await d.agent.getName();
      window.connect.core.retry({ force: true });
      await d.until(() => d.agent.getName().catch(() => false));
      await d.sim.network('failed');
      await d.until(() => d.heard.length > 0);
      await d.sim.reloadFrame();
      await d.until(() => d.agent.getName().catch(() => false));
      await d.sim.network('connected');
      await d.until(() => d.heard.length > 1);
      return d.heard.map(([, { status }]) => status);
    });
    assert.deepEqual(heard, ['failed', 'connected']);
  });
}

test('a page hears nothing on its console of a CCP that it has asked nothing of the channel', async (t) => {
  const { page, complaints } = await openDesk(t, PAGES['our provider']);
  await page.waitForFunction(() => window.desk.provider.getProxy().connectionStatus === 'ready', POLLING);
  assert.deepEqual(complaints, []);
});

test('e-mails, drafts, files and quick responses, by the requests of clients that no registry has', async (t) => {
  const { run } = await openDesk(t, PAGES['our provider']);
  const seen = await run(async (d) => {
    const ask = (part, command, data) => d.provider.getProxy().request(`aws.connect.${part}`, command, data);
    d.provider
      .getProxy()
      .subscribe({ namespace: 'aws.connect.email', key: 'inbound-contact-connected' }, d.hear('inbound'));
    d.provider
      .getProxy()
      .subscribe({ namespace: 'aws.connect.email', key: 'outbound-contact-connected' }, d.hear('outbound'));
    const contactId = await d.sim.incomingEmail({ subject: 'Order 7', body: 'Where is it?' });
    await d.until(async () => (await d.contact.listContacts()).length === 1);
    const contact = new window.connect.Contact(contactId);
    await contact.accept();
    await d.until(() => contact.isConnected());
    const data = await ask('email', 'get-email-data', { contactId });
    const { downloadUrl } = await ask('file', 'get-attached-file-url', { attachment: data.bodyLocation });
    const body = JSON.parse(decodeURIComponent(downloadUrl.split(',')[1]));
    const reply = await ask('email', 'create-draft-email', {
      initiationMethod: 'AGENT_REPLY',
      relatedContactId: contactId,
    });
    const draft = new window.connect.Contact(reply.contactId);
    await d.until(() => d.heard.some(([name]) => name === 'outbound'));
    const wasConnected = draft.isConnected();
    const refused = await ask('email', 'create-draft-email', { initiationMethod: 'AGENT_REPLY' }).catch(
      ({ errorKey }) => errorKey,
    );
    const emailContent = { subject: 'Re: Order 7', body: 'Tomorrow.', bodyType: 'text/plain' };
    await ask('email', 'send-email', {
      contactId: reply.contactId,
      to: [{ emailAddress: 'ana@customer.example' }],
      emailContent,
    });
    await d.until(() => draft.getState().type === 'ended');
    await d.sim.quickResponses([{ name: 'Tier', shortcutKey: 'tier', text: 'Dear {{tier}} customer, {{other}}' }]);
    const { connect } = window;
    const found = await connect.QuickResponses.searchQuickResponses({ query: 'TIER' });
    await d.sim.quickResponses([]);
    return {
      subject: data.subject,
      body,
      wasConnected,
      refused,
      heard: d.heard.map(([name]) => name),
      type: contact.getType(),
      content: found.results[0].contents.plainText.content,
      missing: found.results[0].attributesNotInterpolated,
      isEnabled: await connect.QuickResponses.isEnabled(),
    };
  });
  assert.deepEqual(seen, {
    subject: 'Order 7',
    body: { messageContent: 'Where is it?' },
    wasConnected: true,
    refused: 'InvalidConfigurationException',
    heard: ['inbound', 'outbound'],
    type: 'email',
    content: 'Dear {{tier}} customer, {{other}}',
    missing: ['tier', 'other'],
    isEnabled: false,
  });
});

test('a call from a browser: capabilities, screens and what the page’s own video is made of', async (t) => {
  const { run } = await openDesk(t, PAGES['our provider']);
  const seen = await run(async (d) => {
    const sides = { agent: true, customer: true };
    const contactId = await d.sim.incomingCall({ subtype: 'WebRTC', video: sides, screenShare: sides });
    await d.until(async () => (await d.contact.listContacts()).length === 1);
    const contact = new window.connect.Contact(contactId);
    await contact.accept();
    await d.until(() => contact.isConnected());
    contact.onScreenSharingStarted(d.hear('started'));
    contact.onScreenSharingError(d.hear('error'));
    await d.sim.fail('startScreenSharing', { code: 'QuotaExceededException', status: 429 });
    const failed = await contact.startScreenSharing().catch(({ type }) => type);
    await contact.startScreenSharing();
    await d.until(() => d.heard.some(([name]) => name === 'started'));
    const { meeting } = await contact.getAgentConnection().getVideoConnectionInfo();
    return {
      can: [contact.canAgentSendVideo(), contact.canAgentSendScreenShare(), contact.hasVideoRTCCapabilities()],
      failed,
      heard: d.heard.map(([name]) => name),
      signaling: meeting.mediaPlacement.signalingUrl.slice(0, 6),
    };
  });
  assert.deepEqual(seen, {
    can: [true, true, true],
    failed: 'QuotaExceededException',
    heard: ['error', 'started'],
    signaling: 'wss://',
  });
});
