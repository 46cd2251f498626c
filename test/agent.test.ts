// The agent: what it reads out of the data, what it sends, and its subscriptions.
import { expect } from '@open-wc/testing';
import type { Agent } from '../src/api/agent.js';
import type { CommandError } from '../src/errors/command-error.js';
import type { Connect } from '../src/connect.js';
import type { AgentConfiguration, AgentData } from '../src/conduit/wire.js';
import { closeFakeCcps, type FakeCcp, quietConnect, readyCcp } from './support/fake-ccp.js';
import { agentData, configuration, INSTANCE_ARN, recordedData, voiceContact } from './support/snapshots.js';

/** The agent of a runtime that was given data without a CCP. */
function agentWith(data: AgentData = agentData()): { connect: Connect; agent: Agent } {
  const connect = quietConnect();
  connect.core.getAgentDataProvider().accept(data);
  return { connect, agent: new connect.Agent() };
}

describe('Agent', () => {
  describe('before its data are there', () => {
    it('cannot be made', () => {
      const connect = quietConnect();
      expect(() => new connect.Agent()).to.throw(connect.StateError, 'The agent is not yet initialized!');
    });
  });

  describe('what it reads', () => {
    it('is its state, under both names', () => {
      const startTimestamp = new Date(Date.now() - 5_000);
      const { agent } = agentWith(agentData({ state: { type: 'not_routable', name: 'Lunch', startTimestamp } }));
      expect(agent.getState()).to.deep.equal({ type: 'not_routable', name: 'Lunch', startTimestamp });
      expect(agent.getStatus()).to.deep.equal(agent.getState());
      expect(agent.getStateDuration()).to.be.within(5_000, 6_000);
      expect(agent.getStatusDuration()).to.be.within(5_000, 6_000);
    });

    it("is the time in its state by the server's clock", () => {
      const state = { type: 'routable', name: 'Available', startTimestamp: new Date(Date.now() + 60_000) };
      expect(agentWith(agentData({ state, skew: 90_000 })).agent.getStateDuration()).to.be.within(30_000, 31_000);
      const unknown = { type: 'routable', name: 'Available' };
      expect(agentWith(agentData({ state: unknown })).agent.getStateDuration()).to.equal(0);
    });

    it('is the state that it chose and the one that is to come, or none', () => {
      const nextState = { type: 'not_routable', name: 'Lunch' };
      const { agent } = agentWith(agentData({ nextState }));
      expect(agent.getAvailabilityState()).to.include({ state: 'Available' });
      expect(agent.getNextState()).to.deep.equal(nextState);
      const without = agentWith(agentData({ nextState: undefined, agentAvailabilityState: undefined })).agent;
      expect(without.getAvailabilityState()).to.be.undefined;
      expect(without.getNextState()).to.be.undefined;
    });

    it('is its configuration, field by field', () => {
      const { agent } = agentWith(agentData({}, { voiceEnhancementMode: 'NOISE_SUPPRESSION' }));
      const settings = configuration();
      expect(agent.getName()).to.equal('Jane Doe');
      expect(agent.getExtension()).to.equal('+12065550199');
      expect(agent.isSoftphoneEnabled()).to.be.true;
      expect(agent.getAgentARN()).to.equal(`${INSTANCE_ARN}/agent/jane-id`);
      expect(agent.getVoiceEnhancementMode()).to.equal('NOISE_SUPPRESSION');
      expect(agent.getPermissions()).to.deep.equal(['outboundCall', 'voiceId']);
      expect(agent.getDialableCountries()).to.deep.equal(['us', 'de']);
      expect(agent.getAgentStates()).to.deep.equal(settings.agentStates);
      expect(agent.getRoutingProfile()).to.deep.equal(settings.routingProfile);
      expect(agent.getAllQueueARNs()).to.deep.equal([
        `${INSTANCE_ARN}/queue/outbound`,
        `${INSTANCE_ARN}/queue/support`,
      ]);
    });

    it('has no list where the configuration has none', () => {
      const { name, routingProfileARN, defaultOutboundQueue } = configuration().routingProfile;
      const { agent } = agentWith(
        agentData(
          {},
          {
            permissions: undefined,
            dialableCountries: undefined,
            agentStates: undefined,
            routingProfile: { name, routingProfileARN, defaultOutboundQueue },
          },
        ),
      );
      expect(agent.getPermissions()).to.be.undefined;
      expect(agent.getDialableCountries()).to.be.undefined;
      expect(agent.getAgentStates()).to.be.undefined;
      expect(agent.getAllQueueARNs()).to.deep.equal([]);
      expect(agent.getChannelConcurrency()).to.deep.equal({ VOICE: 1, CHAT: 1 });
    });

    it('is how many contacts it takes, by channel or as a map', () => {
      const { agent } = agentWith();
      expect(agent.getChannelConcurrency()).to.deep.equal({ VOICE: 1, CHAT: 3, TASK: 2 });
      expect(agent.getChannelConcurrency('CHAT')).to.equal(3);
      expect(agent.getChannelConcurrency('EMAIL')).to.equal(0);
    });

    it("is a configuration of the caller's own to edit, which changes nothing until it is set", () => {
      const { agent } = agentWith();
      const copy = agent.getConfiguration();
      copy.extension = '+1';
      copy.agentPreferences!.LANGUAGE = 'de_DE';
      expect(agent.getExtension()).to.equal('+12065550199');
      expect(agent.getConfiguration()).to.deep.equal(configuration());
      expect(agent.getConfiguration()).not.to.equal(agent.getConfiguration());
    });

    it('is its contacts in the order of the snapshot, or those of one type', () => {
      const contacts = [
        voiceContact('a', 'connected'),
        { ...voiceContact('b', 'connected'), type: 'chat' },
        voiceContact('c', 'connecting'),
      ];
      const { agent, connect } = agentWith(agentData({ contacts }));
      const ids = (type?: string) => agent.getContacts(type).map(({ contactId }) => contactId);
      expect(ids()).to.deep.equal(['a', 'b', 'c']);
      expect(ids('voice')).to.deep.equal(['a', 'c']);
      expect(ids(connect.ContactType.CHAT)).to.deep.equal(['b']);
      expect(ids('task')).to.deep.equal([]);
      expect(agent.getContacts()[0]).to.be.instanceOf(connect.Contact);
    });

    it('changes with the data, but for a snapshot of it', () => {
      const { agent, connect } = agentWith(agentData({ contacts: [voiceContact('a', 'connected')] }));
      const [live] = agent.getContacts();
      const snapshot = agent.toSnapshot();
      expect(snapshot.getContacts()).to.have.length(1);
      connect.core.getAgentDataProvider().accept(agentData({}, { name: 'John Roe' }));
      expect(agent.getName()).to.equal('John Roe');
      expect(agent.getContacts()).to.be.empty;
      expect(() => live.getState()).to.throw(connect.StateError);
      expect(snapshot.getName()).to.equal('Jane Doe');
      const [contact] = snapshot.getContacts();
      expect(contact?.getState().type).to.equal('connected');
      expect(contact?.getConnections()).to.have.length(2);
      expect(contact?.getInitialConnection()?.getEndpoint().phoneNumber).to.equal('+12065550100');
    });

    it('can still be read from a snapshot after a sign-out', () => {
      const { agent, connect } = agentWith();
      const snapshot = agent.toSnapshot();
      connect.core.getAgentDataProvider().reset();
      expect(() => agent.getState()).to.throw(connect.StateError);
      expect(snapshot.getState().name).to.equal('Available');
      expect(snapshot.getStateDuration()).to.be.at.least(0);
    });
  });

  describe('its subscriptions', () => {
    it('are called with the event of their name', () => {
      const { agent, connect } = agentWith();
      const subscriptions: [name: string, event: string, subscribe: (note: () => void) => unknown][] = [
        ['onRefresh', 'agent::refresh', (note) => agent.onRefresh(note)],
        ['onRoutable', 'agent::routable', (note) => agent.onRoutable(note)],
        ['onNotRoutable', 'agent::not_routable', (note) => agent.onNotRoutable(note)],
        ['onOffline', 'agent::offline', (note) => agent.onOffline(note)],
        ['onError', 'agent::error', (note) => agent.onError(note)],
        ['onAfterCallWork', 'agent::acw', (note) => agent.onAfterCallWork(note)],
        ['onStateChange', 'agent::state_change', (note) => agent.onStateChange(note)],
        ['onEnqueuedNextState', 'agent::enqueued_next_state', (note) => agent.onEnqueuedNextState(note)],
        ['onClearedNextState', 'agent::cleared_next_state', (note) => agent.onClearedNextState(note)],
        ['onContactPending', 'contact::pending', (note) => agent.onContactPending(note)],
        ['onSoftphoneError', 'agent::softphone_error', (note) => agent.onSoftphoneError(note)],
        [
          'onWebSocketConnectionLost',
          'agent::websocket_connection_lost',
          (note) => agent.onWebSocketConnectionLost(note),
        ],
        [
          'onWebSocketConnectionGained',
          'agent::websocket_connection_gained',
          (note) => agent.onWebSocketConnectionGained(note),
        ],
        ['onMuteToggle', 'agent::mute_toggle', (note) => agent.onMuteToggle(note)],
        [
          'onLocalMediaStreamCreated',
          'agent::local_media_stream_created',
          (note) => agent.onLocalMediaStreamCreated(note),
        ],
        [
          'onSpeakerDeviceChanged',
          'configuration::speaker_device_changed',
          (note) => agent.onSpeakerDeviceChanged(note),
        ],
        [
          'onMicrophoneDeviceChanged',
          'configuration::microphone_device_changed',
          (note) => agent.onMicrophoneDeviceChanged(note),
        ],
        ['onRingerDeviceChanged', 'configuration::ringer_device_changed', (note) => agent.onRingerDeviceChanged(note)],
      ];
      const called: string[] = [];
      for (const [name, , subscribe] of subscriptions) subscribe(() => called.push(name));
      for (const [name, event] of subscriptions) {
        called.length = 0;
        connect.core.getEventBus().trigger(event, { contactId: 'a' });
        expect(called, event).to.deep.equal([name]);
      }
    });

    it('give the agent, or what the event carries', () => {
      const { agent, connect } = agentWith();
      const bus = connect.core.getEventBus();
      const given: unknown[] = [];
      agent.onContactPending((pending) => given.push(pending.getName()));
      agent.onMuteToggle(({ muted }) => given.push(muted));
      agent.onStateChange(({ agent: changed, oldState, newState }) =>
        given.push(changed.getName(), oldState, newState),
      );
      bus.trigger('contact::pending', new connect.Contact('a'));
      bus.trigger('agent::mute_toggle', { muted: true });
      connect.core.getAgentDataProvider().accept(agentData({ state: { type: 'offline', name: 'Offline' } }));
      expect(given).to.deep.equal(['Jane Doe', true, 'Jane Doe', 'Available', 'Offline']);
    });

    it('give a SoftphoneError, though it crosses the wire as plain data', () => {
      const { agent, connect } = agentWith();
      const errors: unknown[] = [];
      agent.onSoftphoneError((error) => errors.push(error));
      const plain = { errorType: 'microphone_not_shared', errorMessage: 'no', endPointUrl: 'wss://x.example' };
      connect.core.getEventBus().trigger('agent::softphone_error', plain);
      const error = errors[0] as InstanceType<Connect['SoftphoneError']>;
      expect(error).to.be.instanceOf(connect.SoftphoneError);
      expect(error.getErrorType()).to.equal('microphone_not_shared');
      expect(error.getErrorMessage()).to.equal('no');
      expect(error.getEndPointUrl()).to.equal('wss://x.example');
      expect({ ...error }).to.deep.equal(plain);
    });

    it('give a SoftphoneError of texts, whatever crosses the wire', () => {
      const { agent, connect } = agentWith();
      const errors: InstanceType<Connect['SoftphoneError']>[] = [];
      agent.onSoftphoneError((error) => errors.push(error));
      const nothing = Object.create(null) as object; // cannot be made a text
      const odd = { errorType: nothing, errorMessage: nothing, endPointUrl: nothing };
      connect.core.getEventBus().trigger('agent::softphone_error', odd);
      expect(errors.map((error) => ({ ...error }))).to.deep.equal([
        { errorType: '', errorMessage: '', endPointUrl: undefined },
      ]);
    });

    it('end by themselves when told to', () => {
      const { agent, connect } = agentWith();
      let calls = 0;
      const subscription = agent.onRefresh(() => calls++);
      const refresh = () => connect.core.getEventBus().trigger('agent::refresh');
      refresh();
      subscription.unsubscribe();
      refresh();
      expect(calls).to.equal(1);
    });

    it('need a function', () => {
      const { agent, connect } = agentWith();
      expect(() => agent.onRefresh(null as never)).to.throw(connect.ValueError, 'f must be provided');
      expect(() => agent.onContactPending('x' as never)).to.throw(connect.ValueError, 'f must be a function');
    });
  });

  describe('connect.agent', () => {
    it('is called at once when the data are there, with exceptions for its caller', () => {
      const { connect } = agentWith();
      const names: string[] = [];
      connect.agent((agent) => names.push(agent.getName()));
      expect(names).to.deep.equal(['Jane Doe']);
      expect(() =>
        connect.agent(() => {
          throw new Error('mine');
        }),
      ).to.throw('mine');
    });

    it('is called once when subscribed by another such callback', () => {
      const connect = quietConnect();
      let calls = 0;
      connect.agent(() => connect.agent(() => calls++));
      connect.core.getAgentDataProvider().accept(agentData());
      expect(calls).to.equal(1);
    });

    it('lets a callback subscribe to contacts that are there already at the first data', () => {
      const connect = quietConnect();
      const ids: string[] = [];
      connect.agent(() => connect.contact(({ contactId }) => ids.push(contactId)));
      const data = recordedData('chatContact');
      connect.core.getAgentDataProvider().accept(data);
      expect(ids).to.deep.equal([data.snapshot.contacts[0]?.contactId]);
    });
  });
});

describe('commands of the agent', () => {
  let connect: Connect;
  let ccp: FakeCcp;
  let agent: Agent;
  const lunch = configuration().agentStates![1];

  beforeEach(async () => {
    connect = quietConnect();
    ccp = await readyCcp(connect, agentData());
    agent = new connect.Agent();
  });
  afterEach(closeFakeCcps);

  /** Answers the next request, and gives its method and parameters. */
  async function served(data: unknown = {}): Promise<[method: string, params: unknown]> {
    const request = await ccp.nextRequest();
    await ccp.answer(request, { data });
    return [request.method, request.params];
  }

  /** The failure of a command that must not be sent. */
  async function refused(promise: Promise<unknown> | undefined): Promise<CommandError> {
    const error: unknown = await promise?.catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(connect.CommandError);
    expect((error as CommandError).type).to.equal('InvalidArgumentException');
    await ccp.settle();
    expect(ccp.sentEvents).not.to.include('api_request');
    return error as CommandError;
  }

  it('setState sends the state', async () => {
    void agent.setState(lunch);
    expect(await served()).to.deep.equal(['putAgentState', { state: lunch, enqueueNextState: undefined }]);
  });

  it('setState takes the name of a state', async () => {
    const done = agent.setState('Lunch');
    expect((await served({ ok: 1 }))[1]).to.deep.include({ state: lunch });
    expect(await done).to.deep.equal({ ok: 1 });
  });

  it('setState says whether the state is for later, once asked', async () => {
    void agent.setState(lunch, null, { enqueueNextState: true });
    expect((await served())[1]).to.deep.include({ enqueueNextState: true });
    void agent.setStatus(lunch, null, {});
    expect(await served()).to.deep.equal(['putAgentState', { state: lunch, enqueueNextState: false }]);
  });

  it('setState fails for no state, and for a name that is none, with those there are', async () => {
    expect((await refused(agent.setState(null as never))).message).to.include('state must be provided');
    expect((await refused(agent.setState('Lunhc'))).message).to.include(
      '"Lunhc" is no state of this agent: choose one of Available, Lunch, Offline',
    );
  });

  for (const state of [{}, [], 5, true, () => lunch, { name: '' }]) {
    it(`setState fails for ${JSON.stringify(state) ?? 'a function'}, which is no state`, async () => {
      expect((await refused(agent.setState(state as never))).message).to.equal(
        'putAgentState was not sent: state must be one of getAgentStates(), or its name',
      );
    });
  }

  it('setState sends a state that a framework has wrapped', async () => {
    void agent.setState(new Proxy({ ...lunch }, {}));
    expect((await served())[1]).to.deep.include({ state: lunch });
  });

  it('setConfiguration sends a copy whose preferences name their locale, and has the CCP read it anew', async () => {
    const edited = { ...agent.getConfiguration(), softphoneEnabled: false };
    Object.freeze(edited);
    Object.freeze(edited.agentPreferences);
    const done = agent.setConfiguration(edited);
    const [method, params] = await served({ ok: 1 });
    expect(method).to.equal('updateAgentConfiguration');
    const agentPreferences = { LANGUAGE: 'en_US', locale: 'en_US' };
    expect(params).to.deep.equal({ configuration: { ...edited, agentPreferences } });
    expect(await done).to.deep.equal({ ok: 1 });
    await ccp.next('reload_agent_configuration');
  });

  it('setConfiguration sends a configuration that a framework has wrapped', async () => {
    const wrapped = agent.getConfiguration();
    wrapped.agentPreferences = new Proxy({ LANGUAGE: 'de_DE' }, {});
    wrapped.routingProfile = new Proxy(wrapped.routingProfile, {});
    void agent.setConfiguration(new Proxy(wrapped, {}));
    const [, params] = await served();
    expect(params).to.deep.equal({
      configuration: { ...agent.getConfiguration(), agentPreferences: { LANGUAGE: 'de_DE', locale: 'de_DE' } },
    });
  });

  it('setConfiguration keeps a locale that the preferences name', async () => {
    const agentPreferences = { LANGUAGE: 'en_US', locale: 'de_DE' };
    void agent.setConfiguration({ ...agent.getConfiguration(), agentPreferences });
    expect((await served())[1]).to.deep.include({
      configuration: { ...agent.getConfiguration(), agentPreferences },
    });
  });

  it('setConfiguration sends no reload when the service refuses', async () => {
    const done = agent.setConfiguration(agent.getConfiguration()).catch(() => 'refused');
    await ccp.answer(await ccp.nextRequest(), { err: { type: 'InvalidConfigurationException', message: 'no' } });
    expect(await done).to.equal('refused');
    await ccp.settle();
    expect(ccp.sentEvents).not.to.include('reload_agent_configuration');
  });

  for (const given of ['x', 1, true, ['x'], () => {}]) {
    it(`setConfiguration refuses ${typeof given}: ${String(given)}, and sends nothing`, async () => {
      const { message } = await refused(agent.setConfiguration(given as never));
      expect(message).to.contain(
        'updateAgentConfiguration was not sent: configuration must be what getConfiguration()',
      );
      expect(ccp.sentEvents).not.to.include('api_request');
    });
  }

  it('setConfiguration sends preferences that name no language as they are, and none if there are none', async () => {
    const { agentPreferences, ...without } = agent.getConfiguration();
    expect(agentPreferences).not.to.be.undefined;
    for (const given of [without, { ...without, agentPreferences: {} }]) {
      void agent.setConfiguration(given);
      expect((await served())[1]).to.deep.equal({ configuration: given });
      ccp.sent.length = 0;
    }
  });

  for (const agentPreferences of [
    { LANGUAGE: null },
    { LANGUAGE: 'tlh' },
    { locale: null, LANGUAGE: null },
    { LANGUAGE: '' },
    null,
  ]) {
    it(`setConfiguration sends back what the service has sent: ${JSON.stringify(agentPreferences)}`, async () => {
      const sent = { ...agentData().configuration, agentPreferences } as unknown as AgentConfiguration;
      await ccp.update({ ...agentData(), configuration: sent });
      const edited = Object.freeze({ ...agent.getConfiguration(), extension: '+12065550177' });
      void agent.setConfiguration(edited);
      expect((await served())[1]).to.deep.equal({ configuration: edited });
    });
  }

  const extensions: [given: string, sent: string][] = [
    ['+44 (0)20 7946 0018', '+442079460018'],
    ['\u202a+12065550177\u202c', '+12065550177'],
    ['206 555 0177', '206 555 0177'],
  ];
  for (const [extension, sent] of extensions) {
    it(`setConfiguration reads the number that calls go to, like every number: ${sent}`, async () => {
      void agent.setConfiguration({ ...agent.getConfiguration(), extension });
      expect((await served())[1]).to.have.nested.property('configuration.extension', sent);
    });
  }

  it('setConfiguration fails for no configuration, and for a language that the CCP does not have', async () => {
    expect((await refused(agent.setConfiguration(null as never))).message).to.include('configuration must be provided');
    const klingon = { ...agent.getConfiguration(), agentPreferences: { LANGUAGE: 'tlh' } };
    expect((await refused(agent.setConfiguration(klingon))).message).to.include('InvalidLocale');
  });

  const number = {
    endpointARN: null,
    type: 'phone_number',
    name: null,
    phoneNumber: '+12065550100',
    agentLogin: null,
    queue: null,
  };
  const outbound = `${INSTANCE_ARN}/queue/outbound`;

  it('connect calls a number, for the default outbound queue', async () => {
    void agent.connect('+1 206 555 0100');
    expect(await served()).to.deep.equal(['createOutboundContact', { endpoint: number, queueARN: outbound }]);
  });

  it('connect takes an endpoint, a queue under both names, and a related contact', async () => {
    const endpoint = connect.Endpoint.byPhoneNumber('+12065550100');
    void agent.connect(endpoint, { queueARN: 'q1', queueId: 'q2', relatedContactId: 'a' });
    expect((await served())[1]).to.deep.equal({ endpoint: number, queueARN: 'q1', relatedContactId: 'a' });
    void agent.connect(endpoint, { queueId: 'q2', relatedContactId: '' });
    expect((await served())[1]).to.deep.equal({ endpoint: number, queueARN: 'q2' });
    void agent.connect(endpoint, null);
    expect((await served())[1]).to.deep.equal({ endpoint: number, queueARN: outbound });
  });

  it('connect takes its callbacks from its options', async () => {
    const called: unknown[] = [];
    const options = { success: (data: unknown) => called.push(data), failure: () => called.push('failure') };
    expect(agent.connect('+12065550100', options)).to.be.undefined;
    await served({ contactId: 'a' });
    expect(called).to.deep.equal([{ contactId: 'a' }]);
  });

  it('connect fails in time when it is given one', async () => {
    const error: unknown = await agent.connect('+12065550100', { timeout: 1 })?.catch((reason: unknown) => reason);
    expect(error).to.include({ type: 'TimeoutException', message: 'createOutboundContact got no answer within 1 ms' });
  });

  it('connect refuses what cannot be called', async () => {
    expect((await refused(agent.connect('555-0100'))).message).to.include('Begin with + and the country code');
    expect((await refused(agent.connect(undefined as never))).message).to.include('endpoint must be');
  });

  it('connect leaves the queue to the service where the agent has no routing profile', async () => {
    await ccp.update(agentData({}, { routingProfile: null as never }));
    void agent.connect('+12065550100');
    expect((await served())[1]).to.deep.include({ queueARN: undefined });
  });

  it('getEndpoints asks for one queue or many', async () => {
    void agent.getEndpoints('q1');
    expect(await served({ endpoints: [] })).to.deep.equal([
      'getEndpoints',
      { queueARNs: ['q1'], nextToken: null, maxResults: 500 },
    ]);
    void agent.getAddresses(['q1', 'q2'], null, { maxResults: 7, nextToken: 't' });
    expect((await served({ endpoints: [] }))[1]).to.deep.equal({
      queueARNs: ['q1', 'q2'],
      nextToken: 't',
      maxResults: 7,
    });
    void agent.getEndpoints('q1', null, null);
    expect((await served({ endpoints: [] }))[1]).to.deep.equal({
      queueARNs: ['q1'],
      nextToken: null,
      maxResults: 500,
    });
  });

  it('getEndpoints follows the pages, after those that it was given', async () => {
    const first = new connect.Endpoint({ endpointARN: 'given' });
    const done = agent.getEndpoints('q1', null, { endpoints: [first] });
    await served({ endpoints: [{ endpointARN: '1', type: 'agent', name: 'One' }], nextToken: 'next' });
    const [, params] = await served({ endpoints: [{ endpointARN: '2' }, { endpointARN: '3' }] });
    expect(params).to.deep.equal({ queueARNs: ['q1'], nextToken: 'next', maxResults: 500 });
    const list = await done;
    expect(list?.endpoints.map(({ endpointARN }) => endpointARN)).to.deep.equal(['given', '1', '2', '3']);
    expect(list?.addresses).to.equal(list?.endpoints);
    for (const endpoint of list?.endpoints ?? []) expect(endpoint).to.be.instanceOf(connect.Endpoint);
  });

  for (const data of [{ endpoints: [], nextToken: null }, { endpoints: [], nextToken: '' }, {}, null, undefined]) {
    it(`getEndpoints ends with a page that is ${JSON.stringify(data)}`, async () => {
      const done = agent.getEndpoints('q1');
      await served(data);
      await ccp.settle();
      expect(ccp.sent.filter(({ event }) => event === 'api_request')).to.have.length(1);
      expect((await done).endpoints).to.deep.equal([]);
    });
  }

  it('getEndpoints calls success once, with all pages', async () => {
    const lists: number[] = [];
    const callbacks = { success: ({ endpoints }: { endpoints: unknown[] }) => lists.push(endpoints.length) };
    expect(agent.getEndpoints('q1', callbacks)).to.be.undefined;
    await served({ endpoints: [{ endpointARN: '1' }], nextToken: 'next' });
    await served({ endpoints: [{ endpointARN: '2' }] });
    expect(lists).to.deep.equal([2]);
  });

  it('getEndpoints calls failure once when a later page fails', async () => {
    const failures: string[] = [];
    agent.getEndpoints('q1', { failure: (_text, { type }) => failures.push(type) });
    await served({ endpoints: [{ endpointARN: '1' }], nextToken: 'next' });
    await ccp.answer(await ccp.nextRequest(), { err: { type: 'PaginationException' } });
    expect(failures).to.deep.equal(['PaginationException']);
    expect(
      connect
        .getLog()
        .getEntries()
        .filter((entry) => entry.getLevel() === 'ERROR'),
    ).to.be.empty;
  });

  it('getEndpoints needs a queue', async () => {
    expect((await refused(agent.getEndpoints(undefined as never))).message).to.include('queueARNs must be provided');
  });

  it('mute, unmute and the devices are told to all tabs', async () => {
    agent.mute();
    expect(await ccp.nextBroadcast('mute')).to.deep.equal({ mute: true });
    agent.unmute();
    expect(await ccp.nextBroadcast('mute')).to.deep.equal({ mute: false });
    agent.setSpeakerDevice('s');
    expect(await ccp.nextBroadcast('configuration::set_speaker_device')).to.deep.equal({ deviceId: 's' });
    agent.setMicrophoneDevice('m');
    expect(await ccp.nextBroadcast('configuration::set_microphone_device')).to.deep.equal({ deviceId: 'm' });
    agent.setRingerDevice('r');
    expect(await ccp.nextBroadcast('configuration::set_ringer_device')).to.deep.equal({ deviceId: 'r' });
  });

  it('mute throws a StateError once the CCP has ended', () => {
    connect.core.terminate();
    expect(() => agent.mute()).to.throw(connect.StateError);
  });
});
