// connect.core: embedding a CCP, its first answer, silence, and the end; core-end.test.ts has what is left of it.
import { expect } from '@open-wc/testing';
import type { Contact } from '../src/api/contact.js';
import type { CcpStatusChange } from '../src/api/core-events.js';
import type { Connect } from '../src/connect.js';
import type { InitCcpOptions } from '../src/embedding/options.js';
import { CcpEvents, EventType } from '../src/events/event-names.js';
import { STREAMS_VERSION } from '../src/version.js';
import {
  CCP_URL,
  closeFakeCcps,
  fakeCcp,
  loadedWindow,
  makeContainer,
  quietConnect,
  readyCcp,
} from './support/fake-ccp.js';
import { agentData, voiceContact } from './support/snapshots.js';

const AN_HOUR = 3_600_000;

/** Texts of the log's warnings. */
const warnings = (connect: Connect): string[] =>
  connect
    .getLog()
    .getEntries()
    .filter((entry) => entry.getLevel() === 'WARN')
    .map((entry) => entry.getText());

/** Resolves with the next event of a bus. */
const heard = (connect: Connect, event: string): Promise<unknown> =>
  new Promise((resolve) => {
    const subscription = connect.core.getEventBus().subscribe(event, (payload) => {
      subscription.unsubscribe();
      resolve(payload);
    });
  });

/** Resolves once the CCP has a status. */
const reached = (connect: Connect, wanted: string): Promise<void> =>
  new Promise((resolve) => {
    if (connect.core.getStatus() === wanted) return resolve();
    const subscription = connect.core.onStatusChange(({ status }) => {
      if (status !== wanted) return;
      subscription.unsubscribe();
      resolve();
    });
  });

/** Runs a function that must throw, and gives what it threw. */
function thrownBy(run: () => void): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

describe('connect.core', () => {
  afterEach(closeFakeCcps);

  describe('initCCP', () => {
    it('puts one frame into the container, next to what is there, with all that a CCP needs', async () => {
      const container = makeContainer();
      container.innerHTML = '<p>other</p>';
      const ccp = await fakeCcp(quietConnect(), {}, container);
      expect([...container.children].map(({ localName }) => localName)).to.deep.equal(['p', 'iframe']);
      const { frame } = ccp;
      expect(frame.src).to.equal(CCP_URL);
      expect(frame.title).to.equal('Amazon Connect CCP');
      expect(frame.name).to.equal('Amazon Connect CCP');
      for (const permission of ['microphone', 'camera', 'autoplay', 'clipboard-write', 'identity-credentials-get']) {
        expect(frame.allow).to.include(permission);
      }
      expect(frame.style.width).to.equal('100%');
    });

    it('takes title and style of the frame from the options', async () => {
      const { frame } = await fakeCcp(quietConnect(), { iframeTitle: 'Calls', style: 'width: 320px' });
      expect(frame.title).to.equal('Calls');
      expect(frame.style.width).to.equal('320px');
    });

    it('takes an address alone', async () => {
      const connect = quietConnect();
      const container = makeContainer();
      connect.core.initCCP(container, CCP_URL);
      expect(connect.core.getFrame()?.src).to.equal(CCP_URL);
      await loadedWindow(connect.core.getFrame()!);
      connect.core.terminate();
      container.remove();
    });

    it('takes an address with percent escapes', async () => {
      const connect = quietConnect();
      const ccpUrl = `${CCP_URL}?RelayState=https%3A%2F%2Fx.example%2F%d%s%&name=100%25`;
      const ccp = await fakeCcp(connect, { ccpUrl });
      expect(ccp.frame.src).to.equal(ccpUrl);
      await ccp.acknowledge({ id: 'port-1' });
      expect(connect.core.initialized).to.be.true;
      expect(connect.core.getUpstream().name).to.equal(ccpUrl);
    });

    it("leaves the caller's options as they are", async () => {
      const options: Partial<InitCcpOptions> = Object.freeze({
        provider: { id: 'own', config: {}, getProxy: () => ({}) },
        plugins: [],
        storageAccess: Object.freeze({ instanceUrl: CCP_URL }),
      });
      await fakeCcp(quietConnect(), options);
      expect(Object.keys(options)).to.deep.equal(['provider', 'plugins', 'storageAccess']);
    });

    const wrong: [name: string, container: unknown, options: unknown, message: string][] = [
      ['no container', null, { ccpUrl: CCP_URL }, 'containerDiv must be provided'],
      ['an undefined container', undefined, { ccpUrl: CCP_URL }, 'containerDiv must be provided'],
      ['no options', document.body, undefined, 'params must be provided'],
      ['null options', document.body, null, 'params must be provided'],
      ['no address', document.body, {}, 'params.ccpUrl must be provided'],
      ['an empty address', document.body, { ccpUrl: '' }, 'params.ccpUrl must be provided'],
      ['nothing but an empty address', document.body, '', 'params.ccpUrl must be provided'],
      [
        'an address that is none',
        document.body,
        { ccpUrl: 'https://' },
        'params.ccpUrl must be a web address such as https://my-instance.my.connect.aws/ccp-v2/; it is "https://"',
      ],
      [
        'a script for an address',
        document.body,
        'javascript:alert(1)',
        'params.ccpUrl must be a web address such as https://my-instance.my.connect.aws/ccp-v2/; it is "javascript:alert(1)"',
      ],
      [
        'a sign-in address that is none',
        document.body,
        { ccpUrl: CCP_URL, loginUrl: 'data:text/html,100%25' },
        'params.loginUrl must be a web address such as https://my-instance.my.connect.aws/ccp-v2/; it is "data:text/html,100%25"',
      ],
      [
        'an instance address that is none',
        document.body,
        { ccpUrl: CCP_URL, instanceUrl: 'https://[' },
        'params.instanceUrl must be a web address such as https://my-instance.my.connect.aws/ccp-v2/; it is "https://["',
      ],
    ];
    for (const [name, container, options, message] of wrong) {
      it(`throws a ValueError for ${name}, and embeds nothing`, () => {
        const connect = quietConnect();
        const frames = document.querySelectorAll('iframe').length;
        const error = thrownBy(() => connect.core.initCCP(container as Element, options as string));
        expect(error).to.be.instanceOf(connect.ValueError);
        expect(error.message).to.equal(message);
        expect(connect.core.getFrame()).to.be.null;
        expect(connect.core.getStatus()).to.equal('idle');
        expect(document.querySelectorAll('iframe')).to.have.length(frames);
      });
    }

    it('warns of options of amazon-connect-streams that have no effect', async () => {
      const connect = quietConnect();
      await fakeCcp(connect, { alias: 'desk' });
      expect(warnings(connect)).to.deep.equal(['The option alias of initCCP has no effect here.']);
    });

    it('warns of options that do not exist and names the nearest that does', async () => {
      const connect = quietConnect();
      const options = {
        loginPopUp: true,
        softphone: { allowFramedSoftPhone: true },
        loginOptions: { autoclose: true, enableAckTimeout: true },
        qqqqqqqqqqqq: 1,
      };
      await fakeCcp(connect, options as Partial<InitCcpOptions>);
      expect(warnings(connect)).to.deep.equal([
        'loginPopUp is no option of initCCP; did you mean loginPopup?',
        'qqqqqqqqqqqq is no option of initCCP.',
        'softphone.allowFramedSoftPhone is no option of initCCP; did you mean softphone.allowFramedSoftphone?',
        'loginOptions.autoclose is no option of initCCP; did you mean loginOptions.autoClose?',
      ]);
    });

    it('warns of nothing when every option is known', async () => {
      const connect = quietConnect();
      const { core } = connect;
      await fakeCcp(connect, {
        region: 'us-west-2',
        softphone: { allowFramedSoftphone: true, VDIPlatform: null },
        loginOptions: { width: 400 },
        onViewContact: () => undefined,
      });
      expect(core.getStatus()).to.equal('loading');
      expect(warnings(connect)).to.be.empty;
    });

    it('ignores a second call while a CCP is embedded, with a warning', async () => {
      const connect = quietConnect();
      const ccp = await fakeCcp(connect);
      const other = makeContainer();
      connect.core.initCCP(other, CCP_URL);
      expect(other.childElementCount).to.equal(0);
      expect(connect.core.getFrame()).to.equal(ccp.frame);
      expect(warnings(connect)).to.deep.equal(['initCCP is ignored while a CCP is embedded: call terminate() first.']);
      other.remove();
    });

    it('has subscribers that came before it', async () => {
      const connect = quietConnect();
      const events: string[] = [];
      connect.agent(() => events.push('agent'));
      connect.contact(({ contactId }) => events.push(`contact ${contactId}`));
      connect.core.onInitialized(() => events.push('initialized'));
      connect.core.onViewContact(({ contactId }) => events.push(`view ${contactId}`));
      connect.core.onAuthFail(() => events.push('auth fail'));
      connect.core.onAccessDenied(() => events.push('access denied'));
      connect.onWebsocketInitFailure((payload) => events.push(`web socket ${String(payload)}`));
      connect.core.getEventBus().subscribe(EventType.ACKNOWLEDGE, () => events.push('acknowledge'));
      const ccp = await readyCcp(connect, agentData({ contacts: [voiceContact('a', 'connected')] }));
      await ccp.say('contact::view', { contactId: 'a' });
      await ccp.say('webSocket::init_failure');
      await ccp.say('access_denied');
      await ccp.say('auth_fail');
      expect(events).to.deep.equal([
        'acknowledge',
        'initialized',
        'agent',
        'contact a',
        'view a',
        'web socket null',
        'access denied',
        'auth fail',
      ]);
    });
  });

  describe('the first answer', () => {
    const configured: Partial<InitCcpOptions> = {
      softphone: { allowFramedSoftphone: true },
      chat: { disableRingtone: true },
      task: { ringtoneUrl: 'https://x.example/task.mp3' },
      email: { disableRingtone: false },
      autoAcceptTone: { disableRingtone: true },
      ringtone: { voice: { disableRingtone: true } },
      pageOptions: { enableAudioDeviceSettings: true, showInactivityModal: false },
      shouldAddNamespaceToLogs: true,
      disasterRecoveryOn: false,
    };
    const configure = { ...configured, showInactivityModal: false };

    it('is followed by configure, outer_context_info and synchronize, in this order', async () => {
      const ccp = await fakeCcp(quietConnect(), configured);
      await ccp.settle();
      expect(ccp.sent).to.be.empty;
      await ccp.acknowledge({ id: 'port-1' });
      await ccp.settle();
      expect(ccp.sent).to.deep.equal([
        { event: 'configure', data: configure },
        { event: 'outer_context_info', data: { streamsVersion: STREAMS_VERSION } },
        { event: 'synchronize', data: undefined },
      ]);
    });

    it('is followed by all of it though the options are those of a framework, or have what cannot be sent', async () => {
      const wrapped = <T extends object>(given: T): T =>
        new Proxy(given, {
          get(target, name) {
            const member: unknown = Reflect.get(target, name);
            return typeof member === 'object' && member !== null ? wrapped(member) : member;
          },
        });
      const connect = quietConnect();
      const pageOptions = { showInactivityModal: false, enableAudioDeviceSettings: true, onChange: () => {} };
      const ccp = await fakeCcp(connect, wrapped({ ...configured, pageOptions }));
      await ccp.acknowledge({ id: 'port-1' });
      expect(await ccp.next('configure')).to.deep.equal(configure);
      expect(connect.core.initialized).to.be.true;
    });

    it('is followed by no configure when there is nothing to configure', async () => {
      const ccp = await fakeCcp(quietConnect());
      await ccp.acknowledge({ id: 'port-1' });
      await ccp.settle();
      expect(ccp.sentEvents).to.deep.equal(['outer_context_info', 'synchronize']);
    });

    for (const option of ['autoAcceptTone', 'email', 'ringtone'] as const) {
      it(`is followed by configure when there is but ${option}`, async () => {
        const ccp = await fakeCcp(quietConnect(), { [option]: { disableRingtone: true } });
        await ccp.acknowledge({ id: 'port-1' });
        expect(await ccp.next('configure')).to.deep.include({ [option]: { disableRingtone: true } });
      });
    }

    it('makes the core initialized, once, with the id of the port', async () => {
      const connect = quietConnect();
      let count = 0;
      connect.core.onInitialized(() => count++);
      const ccp = await fakeCcp(connect);
      expect(connect.core.initialized).to.be.false;
      expect(connect.core.hasAnswered()).to.be.false;
      expect(connect.core.portStreamId).to.be.undefined;
      await ccp.acknowledge({ id: 'port-1' });
      expect(connect.core.initialized).to.be.true;
      expect(connect.core.hasAnswered()).to.be.true;
      expect(connect.core.portStreamId).to.equal('port-1');
      await ccp.acknowledge();
      await ccp.acknowledge({ id: 'port-1' });
      expect(count).to.equal(1);
      expect(connect.core.portStreamId).to.equal('port-1');
      await ccp.settle();
      expect(ccp.sentEvents).to.deep.equal(['outer_context_info', 'synchronize']);
    });

    it('may be without an id', async () => {
      const connect = quietConnect();
      let count = 0;
      connect.core.onInitialized(() => count++);
      const ccp = await fakeCcp(connect);
      await ccp.acknowledge();
      expect(connect.core.initialized).to.be.true;
      await ccp.settle();
      expect(ccp.sentEvents).to.deep.equal(['outer_context_info', 'synchronize']);
      await ccp.acknowledge({ id: 'port-1' });
      expect(connect.core.portStreamId).to.equal('port-1');
      expect(count).to.equal(1);
    });

    it('is said again by a CCP that comes back with another port', async () => {
      const ccp = await readyCcp(quietConnect(), agentData(), { chat: { disableRingtone: true } });
      await ccp.settle();
      ccp.sent.length = 0;
      await ccp.acknowledge({ id: 'port-2' });
      await ccp.settle();
      expect(ccp.sentEvents).to.deep.equal(['configure', 'outer_context_info', 'synchronize']);
    });

    it('makes request_configure be answered with configure', async () => {
      const ccp = await fakeCcp(quietConnect(), configured);
      await ccp.acknowledge({ id: 'port-1' });
      await ccp.next('configure');
      await ccp.say('request_configure');
      expect(await ccp.next('configure')).to.deep.equal(configure);
    });

    it('changes the status from loading to ready once there are data', async () => {
      const connect = quietConnect();
      const changes: CcpStatusChange[] = [];
      connect.core.onStatusChange((change) => changes.push(change));
      expect(connect.core.getStatus()).to.equal('idle');
      const ccp = await fakeCcp(connect);
      await ccp.acknowledge({ id: 'port-1' });
      expect(connect.core.getStatus()).to.equal('loading');
      await ccp.update(agentData());
      expect(changes).to.deep.equal([
        { status: 'loading', previous: 'idle' },
        { status: 'ready', previous: 'loading' },
      ]);
      expect(changes[1]).to.be.frozen;
    });

    it("gives agent::update's subscribers data of their own, after the events that follow from them", async () => {
      const connect = quietConnect();
      const events: string[] = [];
      connect.core.getEventBus().subscribe('agent::refresh', () => events.push('refresh'));
      connect.core.getEventBus().subscribe('agent::update', (data) => {
        events.push('update');
        const kept = connect.core.getAgentDataProvider();
        expect(data).to.deep.equal(kept.getAgentData());
        (data.snapshot.contacts as unknown[]).push(null);
        expect(kept.getAgentData()).not.to.deep.equal(data);
      });
      await readyCcp(connect, agentData());
      expect(events).to.deep.equal(['refresh', 'update']);
    });
  });

  describe('what the CCP says later', () => {
    it('reaches the bus under its own name, what is not known included', async () => {
      const connect = quietConnect();
      const ccp = await readyCcp(connect, agentData());
      const events: [string, unknown][] = [];
      connect.core.getEventBus().subscribeAll((payload, event) => events.push([event, payload]));
      await ccp.say('an event of the future', { a: 1 });
      await ccp.say('agent::mute_toggle', { muted: true });
      expect(events).to.deep.equal([
        ['an event of the future', { a: 1 }],
        ['agent::mute_toggle', { muted: true }],
      ]);
    });

    it('turns an accepted id into a contact', async () => {
      const connect = quietConnect();
      const ccp = await readyCcp(connect, agentData({ contacts: [voiceContact('a', 'connecting')] }));
      const accepted: Contact[] = [];
      new connect.Contact('a').onAccepted((contact) => accepted.push(contact));
      connect.core.getEventBus().subscribe<Contact>('contact::accepted', (contact) => accepted.push(contact));
      await ccp.say('contact::accepted', { contactId: 'a' });
      await ccp.say('contact::accepted::a', { contactId: 'a' });
      expect(accepted).to.have.length(2);
      for (const contact of accepted) {
        expect(contact).to.be.instanceOf(connect.Contact);
        expect(contact.getType()).to.equal('voice');
      }
    });

    it("joins the CCP's log to the page's", async () => {
      const connect = quietConnect();
      const ccp = await fakeCcp(connect);
      await ccp.acknowledge({ id: 'port-1' });
      await ccp.say('log', { level: 'WARN', text: 'from the CCP', loggerId: 'other', time: new Date() });
      await ccp.say('log', { level: 'WARN', text: 'my own', loggerId: connect.getLog().getLoggerId() });
      expect(warnings(connect)).to.deep.equal(['from the CCP']);
    });

    it("joins the CCP's log to the page's also after the first one was terminated", async () => {
      const connect = quietConnect();
      await fakeCcp(connect);
      connect.core.terminate();
      const ccp = await fakeCcp(connect);
      await ccp.acknowledge({ id: 'port-1' });
      await ccp.say('log', { level: 'WARN', text: 'from the CCP', loggerId: 'other', time: new Date() });
      expect(warnings(connect)).to.deep.equal(['from the CCP']);
    });

    it('forgets the agent after a sign-out, and begins anew with the next', async () => {
      const connect = quietConnect();
      const agents: string[] = [];
      connect.core.getEventBus().subscribe('agent::init', (agent) => agents.push(agent.getName()));
      const ccp = await readyCcp(connect, agentData());
      await ccp.say('terminated');
      await ccp.say('terminated');
      expect(connect.core.getStatus()).to.equal('signed-out');
      expect(connect.agent.initialized).to.be.false;
      await ccp.acknowledge({ id: 'port-2' });
      await ccp.update(agentData({}, { name: 'John Roe' }));
      expect(agents).to.deep.equal(['Jane Doe', 'John Roe']);
      expect(connect.core.getStatus()).to.equal('ready');
    });

    it('logs a subscriber that throws, and goes on', async () => {
      const connect = quietConnect();
      let called = false;
      connect.agent(() => {
        throw new Error('broken');
      });
      connect.agent(() => (called = true));
      await readyCcp(connect, agentData());
      expect(called).to.be.true;
      const [entry] = connect
        .getLog()
        .getEntries()
        .filter((one) => one.getLevel() === 'ERROR');
      expect(entry?.getText()).to.equal('A handler of agent::init failed.');
      expect(entry?.exception?.message).to.equal('broken');
    });
  });

  describe('silence', () => {
    const timeouts = { ccpSynTimeout: 1, ccpAckTimeout: 20, ccpLoadTimeout: AN_HOUR };

    it('after ready makes it stale and tells so once, until an answer makes it ready again', async () => {
      const connect = quietConnect();
      const ccp = await readyCcp(connect, agentData(), timeouts);
      let timeoutEvents = 0;
      connect.core.getEventBus().subscribe(EventType.ACK_TIMEOUT, () => timeoutEvents++);
      await reached(connect, 'stale');
      ccp.sent.length = 0;
      for (let round = 0; round < 3; round++) await ccp.next('synchronize');
      expect(connect.core.getStatus()).to.equal('stale');
      expect(timeoutEvents).to.equal(1);
      const ready = reached(connect, 'ready');
      await ccp.acknowledge();
      await ready;
      await reached(connect, 'stale');
      expect(timeoutEvents).to.equal(2);
      expect(connect.core.getFrame()).to.equal(ccp.frame);
    });

    it('is noticed already when the first question is not answered', async () => {
      const connect = quietConnect();
      const ccp = await fakeCcp(connect, { ...timeouts, ccpSynTimeout: AN_HOUR });
      await ccp.update(agentData());
      await ccp.acknowledge({ id: 'port-1' });
      await reached(connect, 'stale');
    });

    it('from the start means signed out once the page has loaded, and ack_timeout says so', async () => {
      const connect = quietConnect();
      const timedOut = heard(connect, EventType.ACK_TIMEOUT);
      await fakeCcp(connect, { ccpLoadTimeout: 20, loginMode: 'manual' });
      await timedOut;
      expect(connect.core.getStatus()).to.equal('signed-out');
    });
  });

  describe('what needs a CCP', () => {
    it('throws a StateError when there is none', () => {
      const connect = quietConnect();
      const { core } = connect;
      for (const run of [
        () => core.getUpstream(),
        () => core.viewContact('a'),
        () => core.login(),
        () => core.retry(),
      ]) {
        expect(thrownBy(run)).to.be.instanceOf(connect.StateError);
        expect(thrownBy(run).message).to.include('There is no upstream conduit!');
      }
      expect(thrownBy(() => core.getSkew()).message).to.equal('No agent data is available yet!');
      expect(thrownBy(() => new connect.Agent()).message).to.equal('The agent is not yet initialized!');
    });

    for (const given of [{}, 1, null, undefined, ['a']]) {
      it(`viewContact throws a ValueError for ${JSON.stringify(given)}, and sends nothing`, async () => {
        const connect = quietConnect();
        const ccp = await readyCcp(connect, agentData());
        const { message } = thrownBy(() => connect.core.viewContact(given as never));
        expect(message).to.include('contactId must be the id of a contact');
        await ccp.settle();
        expect(ccp.sentEvents).not.to.include('contact::view');
      });
    }

    it('works once there is one', async () => {
      const connect = quietConnect();
      const ccp = await readyCcp(connect, agentData({ skew: 250, localTimestamp: 17 }));
      connect.core.viewContact('a');
      expect(await ccp.nextBroadcast('contact::view')).to.deep.equal({ contactId: 'a' });
      expect(connect.core.getSkew()).to.equal(250);
    });

    it('tells of a contact that was selected in the CCP, once', async () => {
      const connect = quietConnect();
      const ccp = await readyCcp(connect, agentData());
      await ccp.say('contact::view', { contactId: 'a' });
      connect.core.viewContact('a');
      expect(await ccp.nextBroadcast('contact::view')).to.deep.equal({ contactId: 'a' });
      await ccp.say('contact::view', { contactId: 'a' });
      connect.core.viewContact('a');
      await ccp.settle();
      expect(ccp.sent.filter(({ data }) => JSON.stringify(data)?.includes('contact::view'))).to.have.length(1);
    });

    it('does not select again what it has selected: a page that selects what it is told comes to an end', async () => {
      const connect = quietConnect();
      const ccp = await readyCcp(connect, agentData());
      const told: string[] = [];
      connect.core.onViewContact(({ contactId }) => {
        told.push(contactId);
        connect.core.viewContact(contactId);
        void Promise.resolve().then(() => connect.core.viewContact(contactId));
      });
      await ccp.say('contact::view', { contactId: 'a' });
      await ccp.settle();
      await ccp.say('contact::view', { contactId: 'a' });
      await ccp.settle();
      const sent = () => ccp.sent.filter(({ data }) => JSON.stringify(data)?.includes('contact::view')).length;
      expect(sent()).to.be.at.most(1);
      expect(told).to.deep.equal(['a', 'a']);
      const before = sent();
      connect.core.viewContact('b');
      await ccp.settle();
      expect(sent()).to.equal(before + 1);
    });

    it('can be taken off the core', async () => {
      const connect = quietConnect();
      const { viewContact, getStatus, terminate } = connect.core;
      const ccp = await readyCcp(connect, agentData());
      viewContact('a');
      await ccp.nextBroadcast('contact::view');
      terminate();
      expect(getStatus()).to.equal('idle');
    });
  });

  it('tells those who ask late of a web socket that failed, but not once the CCP is another', async () => {
    const connect = quietConnect();
    const ccp = await readyCcp(connect, agentData());
    await ccp.say('webSocket::init_failure');
    let calls = 0;
    connect.onWebsocketInitFailure(() => calls++);
    expect(calls).to.equal(1);
    connect.core.terminate();
    await readyCcp(connect, agentData());
    connect.onWebsocketInitFailure(() => calls++);
    expect(calls).to.equal(1);
  });

  describe('retry', () => {
    it('puts a new frame in the place of the old one, which is no longer believed', async () => {
      const connect = quietConnect();
      const ccp = await readyCcp(connect, agentData());
      const old = ccp.frame;
      const pending = new connect.Contact('a').clear().then(
        () => 'answered',
        (error: { type: string }) => error.type,
      );
      connect.core.retry();
      expect(await pending).to.equal('FrameReplacedException');
      expect(ccp.container.querySelectorAll('iframe')).to.have.length(1);
      expect(connect.core.getFrame()).not.to.equal(old);
      expect(connect.core.getStatus()).to.equal('loading');
      await ccp.attach();
      await ccp.settle();
      expect(ccp.sent.filter(({ event }) => event === 'outer_context_info')).to.have.length(1);
      await ccp.acknowledge({ id: 'port-2' });
      await ccp.update(agentData());
      expect(connect.core.getStatus()).to.equal('ready');
      await ccp.settle();
      expect(ccp.sent.filter(({ event }) => event === 'outer_context_info')).to.have.length(2);
    });
  });

  describe('onViewContact among the options', () => {
    it('is called for contacts that are selected', async () => {
      const viewed: string[] = [];
      const ccp = await fakeCcp(quietConnect(), { onViewContact: ({ contactId }) => viewed.push(contactId) });
      await ccp.acknowledge({ id: 'port-1' });
      await ccp.say('contact::view', { contactId: 'a' });
      expect(viewed).to.deep.equal(['a']);
    });

    it('ends with the CCP that it was given for', async () => {
      const connect = quietConnect();
      const viewed: string[] = [];
      await fakeCcp(connect, { onViewContact: ({ contactId }) => viewed.push(`first ${contactId}`) });
      connect.core.stopCCP();
      const onViewContact = ({ contactId }: { contactId: string }) => viewed.push(`second ${contactId}`);
      const ccp = await fakeCcp(connect, { onViewContact });
      await ccp.acknowledge({ id: 'port-1' });
      await ccp.say('contact::view', { contactId: 'a' });
      expect(viewed).to.deep.equal(['second a']);
    });
  });

  describe('terminate', () => {
    it('leaves the frame in its container, and hears nothing more of it', async () => {
      const connect = quietConnect();
      const ccp = await readyCcp(connect, agentData());
      const events: string[] = [];
      connect.core.terminate();
      connect.core.getEventBus().subscribeAll((_payload, event) => events.push(event));
      expect(ccp.frame.parentNode).to.equal(ccp.container);
      expect(connect.core.getFrame()).to.be.null;
      expect(connect.core.getStatus()).to.equal('idle');
      expect(connect.core.initialized).to.be.false;
      expect(connect.agent.initialized).to.be.false;
      await ccp.acknowledge({ id: 'port-2' });
      await ccp.update(agentData());
      await ccp.say('anything');
      expect(events).to.be.empty;
      expect(connect.agent.initialized).to.be.false;
    });

    it('fails pending requests with a TerminatedException', async () => {
      const connect = quietConnect();
      const ccp = await readyCcp(connect, agentData());
      const promise = new connect.Agent().setState('Lunch').then(
        () => 'answered',
        (error: { type: string }) => error.type,
      );
      const failures: string[] = [];
      new connect.Contact('a').accept({ failure: (_text, { type }) => failures.push(type) });
      await ccp.nextRequest();
      connect.core.terminate();
      expect(await promise).to.equal('TerminatedException');
      expect(failures).to.deep.equal(['TerminatedException']);
    });

    it('drops every subscription', async () => {
      const connect = quietConnect();
      const events: string[] = [];
      const note = (_payload: unknown, event: string) => events.push(event);
      connect.agent(note);
      connect.contact(note);
      connect.core.onInitialized(note);
      connect.core.getEventBus().subscribeAll(note);
      await fakeCcp(connect);
      connect.core.terminate();
      events.length = 0;
      await readyCcp(connect, agentData({ contacts: [voiceContact('a', 'connected')] }));
      expect(events).to.be.empty;
    });

    it('keeps the one bus, on which those who subscribe before the next initCCP are heard', async () => {
      const connect = quietConnect();
      const bus = connect.core.getEventBus();
      await readyCcp(connect, agentData());
      connect.core.terminate();
      const events: string[] = [];
      connect.agent(() => events.push('agent'));
      connect.core.onInitialized(() => events.push('initialized'));
      expect(connect.core.getEventBus()).to.equal(bus);
      expect(events).to.be.empty;
      await readyCcp(connect, agentData());
      expect(events).to.deep.equal(['initialized', 'agent']);
    });

    it('tells of the end before it drops those who listen', async () => {
      const connect = quietConnect();
      await readyCcp(connect, agentData());
      const changes: CcpStatusChange[] = [];
      connect.core.onStatusChange((change) => changes.push(change));
      connect.core.terminate();
      connect.core.terminate();
      expect(changes).to.deep.equal([{ status: 'terminated', previous: 'ready' }]);
    });

    for (const event of [EventType.ACKNOWLEDGE, EventType.INIT, 'agent::init', 'contact::init']) {
      it(`may be called by a handler of ${event}, after which nothing more of that message is published`, async () => {
        const connect = quietConnect();
        const later: string[] = [];
        connect.core.getEventBus().subscribe(event, () => {
          connect.core.terminate();
          connect.core.getEventBus().subscribeAll((_payload, name) => later.push(name));
        });
        const ccp = await readyCcp(connect, agentData({ contacts: [voiceContact('a', 'connected')] }));
        await ccp.say('anything');
        expect(connect.core.getStatus()).to.equal('idle');
        const errors = connect
          .getLog()
          .getEntries()
          .filter((entry) => entry.getLevel() === 'ERROR');
        expect(errors.map((entry) => entry.exception?.message)).to.deep.equal([]);
        expect(later).to.deep.equal([]);
      });
    }

    it('does nothing where nothing is embedded', () => {
      const connect = quietConnect();
      connect.core.terminate();
      connect.core.stopCCP();
      expect(connect.core.getStatus()).to.equal('idle');
    });

    it('leaves one frame however often it is followed by initCCP, each in the place of the last', async () => {
      const connect = quietConnect();
      const container = makeContainer();
      container.innerHTML = '<p>before</p><p>after</p>';
      const place = () => [...container.children].map(({ localName }) => localName).join(' ');
      connect.core.initCCP(container, CCP_URL);
      container.insertBefore(connect.core.getFrame()!, container.children[1]);
      for (let round = 0; round < 100; round++) {
        const frame = connect.core.getFrame();
        connect.core.terminate();
        expect(place()).to.equal('p iframe p');
        connect.core.initCCP(container, CCP_URL);
        expect(place()).to.equal('p iframe p');
        expect(connect.core.getFrame()).not.to.equal(frame);
      }
      const frame = connect.core.getFrame()!;
      expect(frame).to.equal(container.children[1]);
      await loadedWindow(frame);
      connect.core.terminate();
      container.remove();
    });

    it('lets the next initCCP move to another container, and takes the old frame away', async () => {
      const connect = quietConnect();
      const first = await fakeCcp(connect);
      connect.core.terminate();
      const second = await fakeCcp(connect);
      expect(first.container.childElementCount).to.equal(0);
      expect(second.container.childElementCount).to.equal(1);
    });
  });

  describe('stopCCP', () => {
    it('removes the frame and keeps all subscriptions for the next initCCP', async () => {
      const connect = quietConnect();
      const events: string[] = [];
      connect.core.getEventBus().subscribe('agent::init', () => events.push('agent'));
      connect.core.onInitialized(() => events.push('initialized'));
      const first = await readyCcp(connect, agentData());
      connect.core.stopCCP();
      expect(first.container.childElementCount).to.equal(0);
      expect(connect.core.getStatus()).to.equal('idle');
      expect(connect.agent.initialized).to.be.false;
      await readyCcp(connect, agentData());
      expect(events).to.deep.equal(['initialized', 'agent', 'initialized', 'agent']);
    });
  });

  it('lets two runtimes live on one page without seeing each other', async () => {
    const connects = [quietConnect(), quietConnect()] as const;
    const heardBy = connects.map((connect) => {
      const events: string[] = [];
      connect.core.getEventBus().subscribeAll((_payload, event) => events.push(event));
      return events;
    });
    const [first, second] = connects;
    const ccp = await readyCcp(first, agentData({ contacts: [voiceContact('a', 'connected')] }));
    const other = await fakeCcp(second);
    expect(heardBy[1]).to.deep.equal([CcpEvents.STATUS]);
    expect(second.agent.initialized).to.be.false;
    await other.acknowledge({ id: 'port-2' });
    await other.update(agentData({}, { name: 'John Roe' }));
    expect(new first.Agent().getName()).to.equal('Jane Doe');
    expect(new second.Agent().getName()).to.equal('John Roe');
    expect(first.core.portStreamId).to.equal('port-1');
    expect(() => new second.Contact('a').getType()).to.throw(second.StateError);
    second.core.terminate();
    await ccp.update(agentData({}, { name: 'Jane Roe' }));
    expect(new first.Agent().getName()).to.equal('Jane Roe');
    expect(first.getLog()).not.to.equal(second.getLog());
  });
});
