// What the newest documents describe, row by row: what goes over the channel or the wire, what comes back, what is heard, and what
// is refused.
import { expect } from '@open-wc/testing';
import type { Connect } from '../src/connect.js';
import type { ContactData } from '../src/conduit/wire.js';
import { CommandError } from '../src/errors/command-error.js';
import { closeFakeCcps, type FakeCcp, quietConnect, readyCcp } from './support/fake-ccp.js';
import { eventually } from './support/eventually.js';
import { FakeChannel } from './support/sdk-channel.js';
import { agentData, recordedData } from './support/snapshots.js';

const CONTACT = 'aws.connect.contact';
const VOICE = 'aws.connect.voice';
const ACTIVITY = 'aws.connect.activity';

/** A connected call from a browser. */
function webCall(): ContactData {
  const [contact] = recordedData('inboundVoiceContactSoftphone').snapshot.contacts;
  const state = { ...contact.state, type: 'connected' };
  return { ...contact, state, segmentAttributes: { 'connect:Subtype': { ValueString: 'connect:WebRTC' } } };
}

interface Scene {
  connect: Connect;
  ccp: FakeCcp;
  channel: FakeChannel;
  contactId: string;
  connectionId: string;
}

describe('the newest documents', () => {
  let scene: Scene;

  beforeEach(async () => {
    const connect = quietConnect();
    const call = webCall();
    const ccp = await readyCcp(connect, agentData({ contacts: [call] }));
    const channel = await FakeChannel.open(ccp.window);
    await eventually(
      () => connect.core.getSDKClientConfig().provider.getProxy().connectionStatus === 'ready',
      'the channel is ready',
    );
    const { contactId, connections } = call;
    const connectionId = connections.find(({ initial }) => initial)!.connectionId;
    scene = { connect, ccp, channel, contactId, connectionId };
  });

  afterEach(closeFakeCcps);

  const contact = () => new scene.connect.Contact(scene.contactId);
  const leg = () => new scene.connect.VoiceConnection(scene.contactId, scene.connectionId);

  /** Each request: how it is made, what goes over the channel, the answer, and what the caller gets. */
  const requests: [
    name: string,
    ask: () => Promise<unknown>,
    route: readonly [namespace: string, command: string],
    data: () => unknown,
    answer: unknown,
    result: unknown,
  ][] = [
    [
      'agent.getNetworkConnectionStatus',
      () => new scene.connect.Agent().getNetworkConnectionStatus(),
      [CONTACT, 'agent/getNetworkConnectionStatus'],
      () => undefined,
      { status: 'connected', timestamp: 7 },
      { status: 'connected', timestamp: 7 },
    ],
    [
      'agent.setVoiceEnhancementMode',
      () => new scene.connect.Agent().setVoiceEnhancementMode('VOICE_ISOLATION'),
      [VOICE, 'voice/setVoiceEnhancementMode'],
      () => ({ voiceEnhancementMode: 'VOICE_ISOLATION' }),
      {},
      undefined,
    ],
    [
      'contact.isPreviewMode',
      () => contact().isPreviewMode(),
      [CONTACT, 'contact/isPreviewMode'],
      () => ({ contactId: scene.contactId }),
      { isPreviewMode: true },
      true,
    ],
    [
      'contact.getPreviewConfiguration',
      () => contact().getPreviewConfiguration(),
      [CONTACT, 'contact/getPreviewConfiguration'],
      () => ({ contactId: scene.contactId }),
      { autoDialTimeout: 30, canDiscardPreview: true },
      { autoDialTimeout: 30, canDiscardPreview: true },
    ],
    [
      'contact.engagePreviewContact',
      () => contact().engagePreviewContact(),
      [CONTACT, 'contact/engagePreviewContact'],
      () => ({ contactId: scene.contactId }),
      { participantId: 'p' },
      { participantId: 'p' },
    ],
    [
      'contact.getInstanceDetails',
      () => contact().getInstanceDetails(),
      [CONTACT, 'contact/getInstanceDetails'],
      () => ({ contactId: scene.contactId }),
      { origin: 'https://x.my.connect.aws', region: 'us-west-2' },
      { origin: 'https://x.my.connect.aws', region: 'us-west-2' },
    ],
    [
      'voiceConnection.canResumeParticipant',
      () => leg().canResumeParticipant(),
      [VOICE, 'voice/canResumeParticipant'],
      () => ({ participantId: scene.connectionId }),
      { canResumeParticipant: true },
      true,
    ],
  ];
  for (const [name, ask, [namespace, command], data, answer, result] of requests) {
    it(`${name} asks, and gives the answer`, async () => {
      const promise = ask();
      const request = await scene.channel.next('request');
      expect([request.namespace, request.command, request.data]).to.deep.equal([namespace, command, data()]);
      scene.channel.answer(request, answer);
      expect(await promise).to.deep.equal(result);
    });

    it(`${name} is refused with a CommandError`, async () => {
      const end = ask().then(
        () => undefined,
        (error: unknown) => error,
      );
      scene.channel.refuse(await scene.channel.next('request'), 'handlerNotFound', 'Unknown.');
      const error = await end;
      expect(error).to.be.instanceOf(CommandError);
      expect(error).to.include({ type: 'handlerNotFound', message: 'Unknown.' });
    });
  }

  type Heard = (data: unknown) => void;

  /** Each event: how it is subscribed to, its topic, what is published, and what the callback is given. */
  const events: [
    name: string,
    on: (f: Heard) => { unsubscribe(): void },
    topic: () => { namespace: string; key: string; parameter?: string },
    data: object,
    given?: object,
  ][] = [
    [
      'agent.onNetworkConnectionStatusChanged',
      (f) => new scene.connect.Agent().onNetworkConnectionStatusChanged(f),
      () => ({ namespace: CONTACT, key: 'agent/networkConnectionStatusChanged' }),
      { status: 'failed', timestamp: 8 },
    ],
    [
      'agent.onVoiceEnhancementModeChanged',
      (f) => new scene.connect.Agent().onVoiceEnhancementModeChanged(f),
      () => ({ namespace: VOICE, key: 'voice/voiceEnhancementModeChanged' }),
      { voiceEnhancementMode: 'NONE', previous: { voiceEnhancementMode: 'VOICE_ISOLATION' } },
      { voiceEnhancementMode: 'NONE' },
    ],
    [
      'voiceConnection.onParticipantHold',
      (f) => leg().onParticipantHold(f),
      () => ({ namespace: VOICE, key: 'voice/participantHold', parameter: scene.connectionId }),
      { isOnHold: true },
    ],
    [
      'voiceConnection.onParticipantResume',
      (f) => leg().onParticipantResume(f),
      () => ({ namespace: VOICE, key: 'voice/participantResume', parameter: scene.connectionId }),
      { isOnHold: false },
    ],
    [
      'voiceConnection.onCanResumeParticipantUpdated',
      (f) => leg().onCanResumeParticipantUpdated(f),
      () => ({ namespace: VOICE, key: 'voice/onCanResumeParticipantChanged', parameter: scene.connectionId }),
      { canResumeConnection: true },
    ],
    [
      'onExpirationWarning',
      (f) => new scene.connect.SessionExpirationWarningManager().onExpirationWarning(f),
      () => ({ namespace: ACTIVITY, key: 'expiration-warning' }),
      { expiration: 9 },
    ],
    [
      'onExpirationWarningCleared',
      (f) => new scene.connect.SessionExpirationWarningManager().onExpirationWarningCleared(f),
      () => ({ namespace: ACTIVITY, key: 'expiration-warning-cleared' }),
      {},
    ],
    [
      'onSessionExtensionError',
      (f) => new scene.connect.SessionExpirationWarningManager().onSessionExtensionError(f),
      () => ({ namespace: ACTIVITY, key: 'session-extension-error' }),
      { isWarningActive: true, errorDetails: 'x' },
    ],
  ];
  for (const [name, on, topic, data, given = data] of events) {
    it(`${name} hears its topic until it is unsubscribed`, async () => {
      const heard: unknown[] = [];
      const subscription = on((...args: unknown[]) => void heard.push(args));
      expect((await scene.channel.next('subscribe')).topic).to.deep.equal(topic());
      const { namespace, key, parameter } = topic();
      scene.channel.publish(namespace, key, data, parameter);
      await eventually(() => heard.length === 1, 'the event');
      expect(heard).to.deep.equal([[given]]);
      subscription.unsubscribe();
      expect((await scene.channel.next('unsubscribe')).topic).to.deep.equal(topic());
    });

    it(`${name} takes nothing but a function`, () => {
      expect(() => on('text' as unknown as Heard)).to.throw(scene.connect.ValueError, 'f must be a function');
    });
  }

  it('setVoiceEnhancementMode throws for a mode that is none, and names those that are', () => {
    const { Agent, ValueError } = scene.connect;
    expect(() => new Agent().setVoiceEnhancementMode('LOUD')).to.throw(
      ValueError,
      'mode must be one of VOICE_ISOLATION, NOISE_SUPPRESSION, NONE; it is LOUD',
    );
  });

  it('has the configuration fetched anew after a change of the enhancement', async () => {
    const change = new scene.connect.Agent().setVoiceEnhancementMode('NONE');
    scene.channel.answer(await scene.channel.next('request'), {});
    await change;
    await scene.ccp.next('reload_agent_configuration');
  });

  it('sendActivity is sent once a second, and gives nothing', async () => {
    expect(scene.connect.sendActivity()).to.be.undefined;
    scene.connect.sendActivity();
    const request = await scene.channel.next('request');
    expect([request.namespace, request.command]).to.deep.equal([ACTIVITY, 'sendActivity']);
    scene.connect.core
      .getSDKClientConfig()
      .provider.getProxy()
      .subscribe({ namespace: 'x', key: 'y' }, () => {});
    await scene.channel.next('subscribe');
    expect(scene.channel.of('request')).to.have.length(1);
  });

  it('without a CCP, what needs one says so', () => {
    const { sendActivity, SessionExpirationWarningManager, StateError, core } = quietConnect();
    expect(() => sendActivity()).to.throw(StateError, 'initCCP');
    expect(() => new SessionExpirationWarningManager()).to.throw(StateError, 'initCCP');
    expect(() => core.reauthenticateAfterLogout()).to.throw(StateError, 'Missing parameters');
  });

  describe('screen sharing', () => {
    it('is begun by a request, and told to everybody', async () => {
      const heard: unknown[] = [];
      contact().onScreenSharingStarted((data) => void heard.push(data));
      new scene.connect.Contact('another').onScreenSharingStarted((data) => void heard.push(['another', data]));
      const begun = contact().startScreenSharing();
      const request = await scene.ccp.nextRequest();
      expect(request.method).to.equal('startScreenSharing');
      expect(request.params).to.include({ ContactId: scene.contactId });
      await scene.ccp.answer(request, { data: { ok: true } });
      expect(await begun).to.deep.equal({ ok: true });
      expect(await scene.ccp.nextBroadcast('contact::screen_sharing_started')).to.deep.equal({
        contactId: scene.contactId,
      });
      await scene.ccp.say('contact::screen_sharing_started', { contactId: scene.contactId });
      expect(heard).to.deep.equal([{ contactId: scene.contactId }]);
    });

    it('that fails is told, and rejects', async () => {
      const begun = contact()
        .startScreenSharing()
        .catch((error: unknown) => error);
      await scene.ccp.answer(await scene.ccp.nextRequest(), { err: { type: 'X', message: 'no' } });
      expect(await begun).to.be.instanceOf(CommandError);
      await scene.ccp.nextBroadcast('contact::screen_sharing_error');
    });

    it('is only told where the page begins it, and when it stops', async () => {
      expect(await contact().startScreenSharing(true)).to.be.undefined;
      await scene.ccp.nextBroadcast('contact::screen_sharing_started');
      await contact().stopScreenSharing();
      await scene.ccp.nextBroadcast('contact::screen_sharing_stopped');
    });
  });

  it('getVideoConnectionInfo gives what the service has made', async () => {
    const info = leg().getVideoConnectionInfo();
    const request = await scene.ccp.nextRequest();
    expect([request.method, request.params]).to.deep.equal([
      'createTransport',
      { transportType: 'web_rtc', contactId: scene.contactId },
    ]);
    const webRTCTransport = { attendee: {}, meeting: {} };
    await scene.ccp.answer(request, { data: { webRTCTransport } });
    expect(await info).to.deep.equal(webRTCTransport);
  });

  describe('QuickResponses', () => {
    it('asks whether there are any', async () => {
      const answer = scene.connect.QuickResponses.isEnabled();
      const request = await scene.ccp.nextRequest();
      expect(request.method).to.equal('qrIntegrationExists');
      await scene.ccp.answer(request, { data: false });
      expect(await answer).to.be.false;
    });

    it('looks for them, with the attributes of the contact', async () => {
      const answer = scene.connect.QuickResponses.searchQuickResponses({ query: '', contactId: scene.contactId });
      const request = await scene.ccp.nextRequest();
      expect(request.method).to.equal('qrSearchQuickResponses');
      expect(request.params).to.deep.include({ query: '', debounceMS: 250, contactId: scene.contactId });
      expect(request.params.attributes).to.deep.equal(contact().getAttributes());
      await scene.ccp.answer(request, { data: { results: [], nextToken: null } });
      expect(await answer).to.deep.equal({ results: [], nextToken: null });
    });

    it('sends nothing for a contact that is not there, or without a query', async () => {
      const { QuickResponses, StateError, ValueError } = scene.connect;
      const end = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);
      expect(await end(QuickResponses.searchQuickResponses({ query: 'a', contactId: 'x' }))).to.be.instanceOf(
        StateError,
      );
      expect(await end(QuickResponses.searchQuickResponses({} as { query: string }))).to.be.instanceOf(ValueError);
      expect(scene.ccp.sentEvents).not.to.include('api_request');
    });
  });

  describe('Voice ID', () => {
    const names = [
      'getVoiceIdSpeakerId',
      'getVoiceIdSpeakerStatus',
      'optOutVoiceIdSpeaker',
      'deleteVoiceIdSpeaker',
      'updateVoiceIdSpeakerId',
      'evaluateSpeakerWithVoiceId',
      'enrollSpeakerInVoiceId',
    ] as const;
    for (const name of names) {
      it(`${name} rejects with the reason`, async () => {
        const connection = leg();
        const error = await connection[name]().catch((given: CommandError) => given);
        expect(error).to.be.instanceOf(CommandError);
        expect(error).to.include({ type: 'service-ended', operation: name });
      });
    }
  });

  describe('agentApp', () => {
    const APP = new URL('/test/support/pages/ccp.html?app=1', location.href).href;
    let box: HTMLElement;
    const frame = (id: string) => box.querySelector<HTMLIFrameElement>(`iframe#${id}`);

    beforeEach(() => (box = document.body.appendChild(document.createElement('div'))));
    afterEach(() => box.remove());

    it('tells an app what is known as soon as it has loaded, and what comes, once', async () => {
      let loads = 0;
      scene.connect.agentApp.initApp('wisdom', box, APP, { onLoad: () => void (loads += 1) });
      const made = frame('wisdom')!;
      expect(made.getAttribute('sandbox')).to.contain('allow-scripts');
      await eventually(() => loads === 1, 'the app has loaded');
      const heard = () =>
        (made.contentWindow as unknown as { heard: { data: { event?: string } }[] }).heard.map(
          ({ data }) => data.event,
        );
      await eventually(() => heard().length === 2, 'what is known');
      expect(heard()).to.deep.equal(['acknowledge', 'agent::update']);
      await scene.ccp.say('contact::view', { contactId: scene.contactId });
      await scene.ccp.say('webSocket::connection_open', {});
      await eventually(() => heard().length === 3, 'what comes');
      expect(heard()[2]).to.equal('contact::view');
      scene.connect.agentApp.stopApp('wisdom');
      expect(frame('wisdom')).to.be.null;
    });

    it('embeds a guide with what it is about, and ends it', async () => {
      const customViewsParams = { contact: contact(), contactFlowId: 'flow', iframeSuffix: '-1' };
      scene.connect.agentApp.initApp('customviews', box, APP, { customViewsParams });
      const { searchParams } = new URL(frame('customviews-1')!.src);
      expect(searchParams.get('contactFlowId')).to.equal('flow');
      expect(searchParams.get('currentContactId')).to.equal(scene.contactId);
      expect(searchParams.get('duplicateCustomViewsAppId')).to.equal('CONNECTED');
      expect(searchParams.get('agentAppTabId')).to.match(/-tab$/);
      expect(() => scene.connect.agentApp.initApp('customviews', box, APP, { customViewsParams })).to.throw(
        scene.connect.ValueError,
        'iframeSuffix',
      );
      scene.connect.core.terminateCustomView(APP, '-1', { timeout: 1 });
      expect(frame('customviews-1')?.style.display).to.equal('none');
      await eventually(() => !frame('customviews-1'), 'the guide has gone');
    });

    it('ends a guide with its contact', async () => {
      const customViewsParams = { contact: contact(), terminateCustomViewOptions: { timeout: 1 } };
      scene.connect.agentApp.initApp('customviews', box, APP, { customViewsParams });
      await scene.ccp.update(agentData({ contacts: [] }));
      await eventually(() => !frame('customviews'), 'the guide has gone');
    });

    it('ends all apps with the CCP', () => {
      scene.connect.agentApp.initApp('foo', box, APP);
      scene.connect.core.terminate();
      expect(box.querySelector('iframe')).to.be.null;
    });

    const wrong: [name: string, args: readonly unknown[], message: string][] = [
      ['no container', ['foo', 'nowhere', APP], 'there is no element with the id "nowhere"'],
      ['no name', ['', document.body, APP], 'name must be that of an app'],
      ['no address', ['foo', document.body, undefined], 'url must be provided'],
      ['a script', ['foo', document.body, 'javascript:alert(1)'], 'url must be a web address'],
    ];
    for (const [name, args, message] of wrong) {
      it(`refuses ${name}`, () => {
        const { agentApp, ValueError } = scene.connect;
        expect(() => (agentApp.initApp as (...given: unknown[]) => void)(...args)).to.throw(ValueError, message);
      });
    }
  });

  it('logConfig sets the levels, and refuses those that are none', async () => {
    const own = quietConnect();
    await readyCcp(own, agentData(), { logConfig: { logLevel: 'ERROR', echoLevel: 'ERROR' } });
    const { error } = console;
    const told: unknown[] = [];
    console.error = (...args: unknown[]) => void told.push(args);
    own.getLog().warn('quiet');
    own.getLog().error('loud');
    // What is written is printed a moment later, with what is attached to it.
    await eventually(() => told.length > 0, 'the line');
    console.error = error;
    expect(told.join()).to.contain('loud').and.not.contain('quiet');
    const options = { ccpUrl: '/ccp', logConfig: { logLevel: 'LOUD' } };
    expect(() => own.core.initCCP(document.body, options as never)).to.throw(
      own.ValueError,
      'params.logConfig.logLevel',
    );
  });
});
