// Contacts: what they read out of the data, what they send, and their subscriptions.
import { expect } from '@open-wc/testing';
import type { Contact } from '../src/api/contact.js';
import type { ConnectionData, ContactData, Envelope } from '../src/conduit/wire.js';
import type { Connect } from '../src/connect.js';
import type { CommandError } from '../src/errors/command-error.js';
import { ContactEvents } from '../src/events/event-names.js';
import { closeFakeCcps, type FakeCcp, quietConnect, readyCcp } from './support/fake-ccp.js';
import {
  agentData,
  INSTANCE_ARN,
  recordedData,
  type RecordedName,
  recorded,
  voiceContact,
} from './support/snapshots.js';

/** A contact of a runtime that was given data without a CCP. */
function contactWith(data: ContactData): {
  connect: Connect;
  contact: Contact;
  provider: ReturnType<Connect['core']['getAgentDataProvider']>;
} {
  const connect = quietConnect();
  const provider = connect.core.getAgentDataProvider();
  provider.accept(agentData({ contacts: [data] }));
  return { connect, contact: new connect.Contact(data.contactId), provider };
}

const recordedContact = (name: RecordedName): Contact => contactWith(recorded[name]().contacts[0]).contact;

/** A leg of a call. */
function leg(connectionId: string, type: string, state: string, fields: Partial<ConnectionData> = {}): ConnectionData {
  return { connectionId, type, initial: false, state: { type: state, timestamp: new Date() }, ...fields };
}

const withLegs = (...connections: ConnectionData[]): Contact =>
  contactWith(voiceContact('a', 'connected', { connections })).contact;

describe('Contact', () => {
  it('can be made before it is there, and says so when it is asked', () => {
    const connect = quietConnect();
    const contact = new connect.Contact('a');
    expect(contact.getContactId()).to.equal('a');
    expect(() => contact.getState()).to.throw(connect.StateError, 'Contact a no longer exists.');
    expect(() => contact.toSnapshot()).to.throw(connect.StateError);
  });

  describe('what it reads', () => {
    it('is each field under its name', () => {
      const fields: Partial<ContactData> = {
        initialContactId: 'first',
        relatedContactId: 'related',
        contactAssociationId: 'chain',
        queueTimestamp: new Date(5),
        attributes: { tier: { name: 'tier', value: 'gold' } },
        contactDuration: '17',
        name: 'A task',
        description: 'to do',
        references: { link: { type: 'URL', value: 'https://x.example' } },
        initiationMethod: 'api',
        contactFeatures: { attachmentsEnabled: true, multiPartyConferenceEnabled: true },
        channelContext: { scheduledTime: 5 },
        contactMetadata: { source: 'flow' },
        segmentAttributes: { 'connect:Subtype': { ValueString: 'connect:WebRTC' } },
        customerEndpoint: { type: 'phone_number', phoneNumber: '+12065550100' },
        connectSystemEndpoint: { type: 'phone_number', phoneNumber: '+12065550101' },
      };
      const { contact } = contactWith(voiceContact('a', 'connected', fields));
      expect(contact.getContactId()).to.equal('a');
      expect(contact.getType()).to.equal('voice');
      expect(contact.getInitialContactId()).to.equal('first');
      expect(contact.getOriginalContactId()).to.equal('first');
      expect(contact.getRelatedContactId()).to.equal('related');
      expect(contact.getContactAssociationId()).to.equal('chain');
      expect(contact.getQueue()).to.deep.equal({ name: 'support', queueARN: `${INSTANCE_ARN}/queue/support` });
      expect(contact.getQueueTimestamp()).to.deep.equal(fields.queueTimestamp);
      expect(contact.getAttributes()).to.deep.equal(fields.attributes);
      expect(contact.getContactDuration()).to.equal('17');
      expect(contact.getName()).to.equal('A task');
      expect(contact.getDescription()).to.equal('to do');
      expect(contact.getReferences()).to.deep.equal(fields.references);
      expect(contact.getInitiationMethod()).to.equal('api');
      expect(contact.getContactFeatures()).to.deep.equal(fields.contactFeatures);
      expect(contact.getChannelContext()).to.deep.equal(fields.channelContext);
      expect(contact.getContactMetadata()).to.deep.equal(fields.contactMetadata);
      expect(contact.getSegmentAttributes()).to.deep.equal(fields.segmentAttributes);
      expect(contact.getContactSubtype()).to.equal('connect:WebRTC');
      expect(contact.getCustomerEndpoint()).to.deep.equal(fields.customerEndpoint);
      expect(contact.getConnectSystemEndpoint()).to.deep.equal(fields.connectSystemEndpoint);
      expect(contact.isMultiPartyConferenceEnabled()).to.be.true;
    });

    it('has no value where the service leaves one out', () => {
      const { contactId, type, state, connections } = voiceContact('a', 'connected');
      const { contact } = contactWith({ contactId, type, state, connections });
      const nothing = [
        contact.getInitialContactId(),
        contact.getOriginalContactId(),
        contact.getRelatedContactId(),
        contact.getContactAssociationId(),
        contact.getQueue(),
        contact.getQueueTimestamp(),
        contact.getContactDuration(),
        contact.getName(),
        contact.getDescription(),
        contact.getInitiationMethod(),
        contact.getChannelContext(),
        contact.getContactMetadata(),
        contact.getSegmentAttributes(),
        contact.getAttributes(),
        contact.getReferences(),
        contact.getContactFeatures(),
        contact.getCustomerEndpoint(),
        contact.getConnectSystemEndpoint(),
      ];
      for (const value of nothing) expect(value).to.be.undefined;
      expect(contact.getContactSubtype()).to.be.null;
      expect(contact.isMultiPartyConferenceEnabled()).to.be.false;
    });

    it("is its state and the time in it by the server's clock", () => {
      const timestamp = new Date(Date.now() - 5_000);
      const { contact, provider } = contactWith(
        voiceContact('a', 'connected', { state: { type: 'connected', timestamp } }),
      );
      expect(contact.getState()).to.deep.equal({ type: 'connected', timestamp });
      expect(contact.getStatus()).to.deep.equal(contact.getState());
      expect(contact.isConnected()).to.be.true;
      expect(contact.getStateDuration()).to.be.within(5_000, 6_000);
      expect(contact.getStatusDuration()).to.be.within(5_000, 6_000);
      const state = { type: 'ended', timestamp };
      provider.accept(agentData({ skew: 60_000, contacts: [voiceContact('a', 'ended', { state })] }));
      expect(contact.getStateDuration()).to.be.within(65_000, 66_000);
      expect(contact.isConnected()).to.be.false;
    });
  });

  describe('its connections', () => {
    const kinds: Record<RecordedName, string> = {
      noContacts: '',
      inboundVoiceContactSoftphone: 'Connection',
      inboundVoiceContactDeskphone: 'Connection',
      monitoringVoiceContact: 'Connection',
      outboundVoiceContact: 'Connection',
      queuedCallbackContactIncoming: 'Connection',
      queuedCallbackContactConnecting: 'Connection',
      chatContact: 'ChatConnection',
      taskContact: 'TaskConnection',
    };
    for (const [name, kind] of Object.entries(kinds) as [RecordedName, 'Connection'][]) {
      if (kind as string) {
        it(`are of class ${kind} in the recorded ${name}`, () => {
          const data = recorded[name]().contacts[0];
          const { connect, contact } = contactWith(data);
          const connections = contact.getConnections();
          expect(connections).to.have.length(data.connections.length);
          for (const connection of connections) expect(connection).to.be.instanceOf(connect[kind]);
        });
      }
    }

    it('are e-mail connections in an e-mail', () => {
      const { connect, contact } = contactWith({ ...voiceContact('a', 'connected'), type: 'email' });
      expect(contact.getConnections()[0]).to.be.instanceOf(connect.EmailConnection);
      expect(contact.isUnderSupervision()).to.be.false;
    });

    it('are found by their part: initial, agent, third parties', () => {
      const contact = withLegs(
        leg('agent', 'agent', 'connected'),
        leg('customer', 'inbound', 'hold', { initial: true }),
        leg('third', 'outbound', 'disconnected'),
        leg('fourth', 'outbound', 'connecting'),
        leg('supervisor', 'monitoring', 'connected'),
      );
      const ids = (connections: readonly { connectionId: string }[]) =>
        connections.map(({ connectionId }) => connectionId);
      expect(contact.getInitialConnection()?.connectionId).to.equal('customer');
      expect(contact.getActiveInitialConnection()?.connectionId).to.equal('customer');
      expect(contact.getAgentConnection()?.connectionId).to.equal('agent');
      expect(ids(contact.getThirdPartyConnections())).to.deep.equal(['third', 'fourth', 'supervisor']);
      expect(contact.getSingleActiveThirdPartyConnection()?.connectionId).to.equal('fourth');
      expect(ids(contact.getActiveConnections())).to.deep.equal(['agent', 'customer', 'fourth', 'supervisor']);
      expect(contact.hasTwoActiveParticipants()).to.be.false;
    });

    it('are null where there is no such one', () => {
      const contact = withLegs(leg('customer', 'inbound', 'disconnected', { initial: true }));
      expect(contact.getInitialConnection()).not.to.be.null;
      expect(contact.getActiveInitialConnection()).to.be.null;
      expect(contact.getAgentConnection()).to.be.null;
      expect(contact.getSingleActiveThirdPartyConnection()).to.be.null;
      expect(withLegs().getInitialConnection()).to.be.null;
      expect(withLegs(leg('a', 'agent', 'connected'), leg('b', 'inbound', 'hold')).hasTwoActiveParticipants()).to.be
        .true;
    });

    it("has a supervisor's own as the agent connection of who monitors", () => {
      expect(recordedContact('monitoringVoiceContact').getAgentConnection()?.getType()).to.equal('monitoring');
    });
  });

  describe('what it is', () => {
    const facts: Record<Exclude<RecordedName, 'noContacts'>, [softphone: boolean, inbound: boolean]> = {
      inboundVoiceContactSoftphone: [true, true],
      inboundVoiceContactDeskphone: [false, true],
      monitoringVoiceContact: [true, false],
      outboundVoiceContact: [true, false],
      queuedCallbackContactIncoming: [false, true],
      queuedCallbackContactConnecting: [true, true],
      chatContact: [false, true],
      taskContact: [false, true],
    };
    for (const [name, [softphone, inbound]] of Object.entries(facts) as [RecordedName, [boolean, boolean]][]) {
      it(`is ${softphone ? '' : 'no '}softphone call and ${inbound ? 'inbound' : 'not inbound'}: ${name}`, () => {
        const contact = recordedContact(name);
        expect(contact.isSoftphoneCall()).to.equal(softphone);
        expect(contact.isInbound()).to.equal(inbound);
        expect(contact.isAutoAcceptEnabled()).to.be.false;
      });
    }

    it('is not inbound as a task or preview that the agent began', () => {
      const as = (type: string, initiationMethod: string) =>
        contactWith({ ...voiceContact('a', 'connected'), type, initiationMethod }).contact.isInbound();
      expect(as('task', 'outbound')).to.be.false;
      expect(as('email', 'agent_reply')).to.be.true;
      expect(as('voice', 'campaign_preview')).to.be.true;
    });

    it('is accepted by itself when its settings, or else its softphone leg, say so', () => {
      const agentLeg = (autoAccept: boolean) =>
        leg('agent', 'agent', 'connecting', { softphoneMediaInfo: { autoAccept } });
      const as = (fields: Partial<ContactData>) =>
        contactWith(voiceContact('a', 'connecting', fields)).contact.isAutoAcceptEnabled();
      expect(as({ connections: [agentLeg(true)] })).to.be.true;
      expect(as({ connections: [agentLeg(false)] })).to.be.false;
      expect(as({ connections: [agentLeg(true)], type: 'chat' })).to.be.false;
      expect(as({ connections: [agentLeg(true)], agentContactHandlingConfig: { autoAccept: false } })).to.be.false;
      expect(as({ connections: [], agentContactHandlingConfig: { autoAccept: true }, type: 'chat' })).to.be.true;
      expect(as({ connections: [agentLeg(true)], agentContactHandlingConfig: {} })).to.be.false;
    });

    it('is under supervision while somebody barges in', () => {
      const supervisor = (monitorStatus: string, state = 'connected') =>
        withLegs(
          leg('agent', 'agent', 'connected'),
          leg('s', 'monitoring', state, { monitorStatus }),
        ).isUnderSupervision();
      expect(supervisor('BARGE')).to.be.true;
      expect(supervisor('SILENT_MONITOR')).to.be.false;
      expect(supervisor('BARGE', 'disconnected')).to.be.false;
      expect(withLegs(leg('agent', 'agent', 'connected', { monitorStatus: 'BARGE' })).isUnderSupervision()).to.be.false;
    });
  });

  describe('its subscriptions', () => {
    it('are called with the event of their name, of their contact alone', () => {
      const { contact, connect } = contactWith(voiceContact('a', 'connected'));
      const called: string[] = [];
      const note = (_contact: Contact, event: string) => called.push(event);
      const subscriptions = [
        contact.onRefresh(note),
        contact.onIncoming(note),
        contact.onPending(note),
        contact.onConnecting(note),
        contact.onAccepted(note),
        contact.onMissed(note),
        contact.onEnded(note),
        contact.onDestroy(note),
        contact.onACW(note),
        contact.onConnected(note),
        contact.onError(note),
      ];
      const events = 'refresh incoming pending connecting accepted missed ended destroyed acw connected error'.split(
        ' ',
      );
      expect(subscriptions.map(({ eventName }) => eventName)).to.deep.equal(
        events.map((event) => `contact::${event}::a`),
      );
      for (const event of events) {
        called.length = 0;
        connect.core.getEventBus().trigger(`contact::${event}`);
        connect.core.getEventBus().trigger(`contact::${event}::b`);
        connect.core.getEventBus().trigger(`contact::${event}::a`);
        expect(called).to.deep.equal([`contact::${event}::a`]);
      }
    });

    it('have names that the contact tells', () => {
      const { contact, connect } = contactWith(voiceContact('a', 'connected'));
      expect(contact.getEventName(ContactEvents.CONNECTED)).to.equal('contact::connected::a');
      expect(() => contact.getEventName('connected' as never)).to.throw(
        connect.ValueError,
        'connected is not a valid contact event.',
      );
    });
  });

  describe('a snapshot of it', () => {
    it('is a Contact, and that of an agent an Agent', async () => {
      const connect = quietConnect();
      await readyCcp(connect, agentData({ contacts: [voiceContact('a', 'connected')] }));
      expect(new connect.Contact('a').toSnapshot()).to.be.instanceOf(connect.ContactSnapshot);
      expect(new connect.Contact('a').toSnapshot()).to.be.instanceOf(connect.Contact);
      expect(new connect.Agent().toSnapshot()).to.be.instanceOf(connect.AgentSnapshot);
      expect(new connect.Agent().toSnapshot()).to.be.instanceOf(connect.Agent);
    });

    it('keeps what was, its connections included, when the contact changes and goes', () => {
      const { contact, connect, provider } = contactWith(voiceContact('a', 'connected'));
      const live = contact.getConnections();
      const snapshot = contact.toSnapshot();
      provider.accept(agentData());
      expect(() => live[0].getState()).to.throw(connect.StateError);
      expect(() => contact.getState()).to.throw(connect.StateError);
      expect(snapshot.getState().type).to.equal('connected');
      expect(snapshot.getConnections().map((connection) => connection.getState().type)).to.deep.equal([
        'connected',
        'connected',
      ]);
      expect(snapshot.getAgentConnection()?.isActive()).to.be.true;
      expect(snapshot.isInbound()).to.be.true;
      expect(snapshot.toSnapshot().getState()).to.deep.equal(snapshot.getState());
    });

    it('still tells its durations after a sign-out', () => {
      const { contact, provider } = contactWith(voiceContact('a', 'connected'));
      const snapshot = contact.toSnapshot();
      provider.reset();
      expect(snapshot.getStateDuration()).to.be.at.least(0);
      expect(snapshot.getAgentConnection()?.getStateDuration()).to.be.at.least(0);
    });
  });
});

describe('commands of a contact', () => {
  let connect: Connect;
  let ccp: FakeCcp;
  let contact: Contact;

  beforeEach(async () => {
    connect = quietConnect();
    ccp = await readyCcp(connect, agentData({ contacts: [voiceContact('a', 'connected')] }));
    contact = new connect.Contact('a');
  });
  afterEach(closeFakeCcps);

  /** Answers the next request, and gives its method and parameters. */
  async function served(data: unknown = {}): Promise<[method: string, params: unknown]> {
    const request = await ccp.nextRequest();
    await ccp.answer(request, { data });
    return [request.method, request.params];
  }

  const endpoint = {
    endpointARN: null,
    type: 'phone_number',
    name: null,
    phoneNumber: '+12065550100',
    agentLogin: null,
    queue: null,
  };

  const commands: [name: string, send: () => Promise<unknown>, method: string, more?: Record<string, unknown>][] = [
    ['reject', () => contact.reject(), 'rejectContact'],
    ['clear', () => contact.clear(), 'clearContact'],
    ['complete', () => contact.complete(), 'completeContact'],
    ['conferenceConnections', () => contact.conferenceConnections(), 'conferenceConnections'],
    ['pause', () => contact.pause(), 'pauseContact'],
    ['resume', () => contact.resume(), 'resumeContact'],
    [
      'notifyIssue',
      () => contact.notifyIssue('ECHO', 'I hear myself'),
      'notifyContactIssue',
      { issueCode: 'ECHO', description: 'I hear myself' },
    ],
    ['addConnection', () => contact.addConnection('+12065550100'), 'createAdditionalConnection', { endpoint }],
    ['addParticipant', () => contact.addParticipant('+12065550100'), 'addNewConnection', { endpoint }],
    ['transfer', () => contact.transfer('+12065550100'), 'transferContact', { endpoint }],
    [
      'silentMonitor',
      () => contact.silentMonitor()!,
      'updateMonitorParticipantState',
      { targetMonitorMode: 'SILENT_MONITOR' },
    ],
    ['bargeIn', () => contact.bargeIn()!, 'updateMonitorParticipantState', { targetMonitorMode: 'BARGE' }],
    [
      'updateMonitorParticipantState in lower case',
      () => contact.updateMonitorParticipantState('barge'),
      'updateMonitorParticipantState',
      { targetMonitorMode: 'BARGE' },
    ],
  ];
  for (const [name, send, method, more] of commands) {
    it(`${name} sends ${method}`, async () => {
      const done = send();
      expect(await served({ ok: 1 })).to.deep.equal([method, { contactId: 'a', ...more }]);
      expect(await done).to.deep.equal({ ok: 1 });
    });
  }

  it('accept reports the click, then accepts, then tells all tabs', async () => {
    const done = contact.accept();
    const click = (await ccp.nextBroadcast('click_stream_data')) as Record<string, string>;
    expect(click).to.include({ contactId: 'a', clickType: 'Accept' });
    expect(new Date(click.clickTime).toISOString()).to.equal(click.clickTime);
    const request = await ccp.nextRequest();
    expect([request.method, request.params]).to.deep.equal(['acceptContact', { contactId: 'a' }]);
    await ccp.settle();
    expect(ccp.sent.map(({ data }) => (data as { event?: string } | undefined)?.event)).not.to.include(
      'contact::accepted',
    );
    await ccp.answer(request, { data: {} });
    await done;
    await ccp.settle();
    const told = ccp.sent.slice(-2);
    expect(told).to.deep.equal([
      { event: 'broadcast', data: { event: 'contact::accepted', data: { contactId: 'a' } } },
      { event: 'broadcast', data: { event: 'contact::accepted::a', data: { contactId: 'a' } } },
    ]);
  });

  it('accept that fails is told by the text of amazon-connect-streams, and what the service said by the object beside it', async () => {
    const failures: unknown[] = [];
    contact.accept({ failure: (text, { type }) => failures.push([text, type]) });
    await ccp.answer(await ccp.nextRequest(), {
      err: JSON.stringify({ type: 'ContactNotFoundException', message: 'gone' }),
    });
    expect(failures).to.deep.equal([['error', 'ContactNotFoundException']]);
  });

  it('isAutoAcceptEnabled of a contact that is gone is false, as it is no more accepted by itself', async () => {
    await ccp.update(agentData({ contacts: [] }));
    expect(contact.isAutoAcceptEnabled()).to.be.false;
    expect(() => contact.getState()).to.throw('no longer exists');
  });

  it('accept that fails tells nobody, and hands on what the service said', async () => {
    const failures: CommandError[] = [];
    contact.accept({ failure: (_text, error) => failures.push(error), success: () => expect.fail('success') });
    await ccp.answer(await ccp.nextRequest(), {
      err: JSON.stringify({ type: 'InvalidStateException', message: 'gone' }),
    });
    expect(failures.map(({ type, message }) => [type, message])).to.deep.equal([['InvalidStateException', 'gone']]);
    await ccp.settle();
    const broadcasts = ccp.sent
      .filter(({ event }) => event === 'broadcast')
      .map(({ data }) => (data as Envelope).event);
    expect(broadcasts.filter((event) => event.startsWith('contact::accepted'))).to.be.empty;
  });

  it('reject reports the click first', async () => {
    void contact.reject();
    expect(await ccp.nextBroadcast('click_stream_data')).to.include({ contactId: 'a', clickType: 'Reject' });
    expect((await served())[0]).to.equal('rejectContact');
  });

  it('destroy sends nothing, and fails with what to do instead', async () => {
    const failures: string[] = [];
    contact.destroy({ success: () => expect.fail('success'), failure: (_text, { message }) => failures.push(message) });
    const error: unknown = await contact.destroy().catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(connect.CommandError);
    expect((error as CommandError).type).to.equal('UnsupportedException');
    expect(failures).to.deep.equal(['contact.destroy() is deprecated: destroy the agent connection, or clear().']);
    await ccp.settle();
    expect(ccp.sentEvents).not.to.include('api_request');
  });

  const swaps: [name: string, connections: ConnectionData[], connectionId: string | null][] = [
    [
      'the first on hold',
      [leg('x', 'inbound', 'connected'), leg('y', 'outbound', 'hold'), leg('z', 'outbound', 'hold')],
      'y',
    ],
    ['else the first that is active', [leg('x', 'inbound', 'disconnected'), leg('y', 'outbound', 'connecting')], 'y'],
    ['else none', [leg('x', 'inbound', 'disconnected')], null],
  ];
  for (const [name, connections, connectionId] of swaps) {
    it(`toggleActiveConnections names ${name}`, async () => {
      await ccp.update(agentData({ contacts: [voiceContact('a', 'connected', { connections })] }));
      void contact.toggleActiveConnections();
      expect(await served()).to.deep.equal(['toggleActiveConnections', { contactId: 'a', connectionId }]);
    });
  }

  const wrong: [name: string, send: () => Promise<unknown>, message: string][] = [
    ['addConnection of nothing', () => contact.addConnection(null as never), 'endpoint must be an Endpoint'],
    ['addParticipant of a wrong number', () => contact.addParticipant('call me'), 'E.164'],
    ['addParticipant of a number without a country', () => contact.addParticipant('020 7946 0018'), 'country'],
    ['transfer to nobody', () => contact.transfer({}), 'endpoint names nothing to call'],
    [
      'updateMonitorParticipantState to what is no mode',
      () => contact.updateMonitorParticipantState('whisper'),
      'invalid_target_state: must be SILENT_MONITOR or BARGE',
    ],
    [
      'updateMonitorParticipantState to nothing',
      () => contact.updateMonitorParticipantState(undefined as never),
      'invalid_target_state',
    ],
    [
      'a command of a contact without id',
      () => new connect.Contact(null as never).clear(),
      'contactId must be provided',
    ],
    [
      'toggling in a contact that is gone',
      () => new connect.Contact('gone').toggleActiveConnections(),
      'no longer exists',
    ],
  ];
  for (const [name, send, message] of wrong) {
    it(`is an InvalidArgumentException, and nothing is sent: ${name}`, async () => {
      const error: unknown = await send().catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(connect.CommandError);
      expect((error as CommandError).type).to.equal('InvalidArgumentException');
      expect((error as CommandError).message).to.include(message);
      await ccp.settle();
      expect(ccp.sentEvents).not.to.include('api_request');
    });
  }

  it('takes callbacks and then returns nothing', async () => {
    const called: unknown[] = [];
    const callbacks = { success: (data: unknown) => called.push(data) };
    const returned: unknown[] = [
      contact.clear(callbacks),
      contact.notifyIssue('x', 'y', callbacks),
      contact.addConnection('+12065550100', callbacks),
      contact.bargeIn(callbacks),
    ];
    expect(returned).to.deep.equal([undefined, undefined, undefined, undefined]);
    for (let index = 0; index < 4; index++) await served(index);
    expect(called).to.deep.equal([0, 1, 2, 3]);
  });

  it('is sent for a recorded contact too', async () => {
    const data = recordedData('queuedCallbackContactIncoming');
    await ccp.update(data);
    const { contactId } = data.snapshot.contacts[0];
    void new connect.Contact(contactId).accept();
    expect((await served())[1]).to.deep.equal({ contactId });
  });
});
