// Connections: the legs of a contact, what they read and what they send, channel by channel.
import { expect } from '@open-wc/testing';
import type { BaseConnection, ChatConnection } from '../src/api/connection.js';
import type { VoiceConnection } from '../src/api/voice-connection.js';
import type { ConnectionData, ContactData } from '../src/conduit/wire.js';
import type { Connect } from '../src/connect.js';
import type { CommandError } from '../src/errors/command-error.js';
import { closeFakeCcps, type FakeCcp, quietConnect, readyCcp } from './support/fake-ccp.js';
import { agentData, recordedData, type RecordedName, voiceContact } from './support/snapshots.js';

/** A runtime with one contact that has one connection, `l`. */
function legWith(fields: Partial<ConnectionData> = {}, contact: Partial<ContactData> = {}) {
  const connect = quietConnect();
  const provider = connect.core.getAgentDataProvider();
  const leg: ConnectionData = {
    connectionId: 'l',
    type: 'outbound',
    initial: false,
    state: { type: 'connected', timestamp: new Date() },
    ...fields,
  };
  provider.accept(agentData({ contacts: [voiceContact('a', 'connected', { connections: [leg], ...contact })] }));
  return { connect, provider, leg: new connect.Contact('a').getConnections()[0] };
}

function recordedLegs(name: RecordedName): { connect: Connect; legs: readonly BaseConnection[]; contact: ContactData } {
  const connect = quietConnect();
  const data = recordedData(name);
  connect.core.getAgentDataProvider().accept(data);
  const contact = data.snapshot.contacts[0];
  return { connect, contact, legs: new connect.Contact(contact.contactId).getConnections() };
}

describe('a connection', () => {
  it('has classes by channel, of which Connection is the one of calls', () => {
    const connect = quietConnect();
    expect(connect.VoiceConnection).to.equal(connect.Connection);
    const connection = new connect.Connection('a', 'l');
    expect(connection.getContactId()).to.equal('a');
    expect(connection.getConnectionId()).to.equal('l');
    expect(() => connection.getState()).to.throw(connect.StateError, 'Contact a no longer exists.');
  });

  it('says so when it is gone', () => {
    const { connect, provider, leg } = legWith();
    provider.accept(agentData({ contacts: [voiceContact('a', 'connected', { connections: [] })] }));
    expect(() => leg.isActive()).to.throw(connect.StateError, 'Connection l for contact a no longer exists.');
  });

  it('reads each field under its name', () => {
    const monitoringInfo = { agent: { agentName: 'Jane' }, joinTimeStamp: new Date() };
    const { leg } = legWith({
      initial: true,
      type: 'monitoring',
      softphoneMediaInfo: { callType: 'audio_only' },
      monitoringInfo,
      quickConnectName: 'Support',
      monitorStatus: 'SILENT_MONITOR',
      monitorCapabilities: ['SILENT_MONITOR', 'BARGE'],
    });
    expect(leg.getType()).to.equal('monitoring');
    expect(leg.isInitialConnection()).to.be.true;
    expect(leg.getSoftphoneMediaInfo()).to.deep.equal({ callType: 'audio_only' });
    expect(leg.getMonitorInfo()).to.deep.equal(monitoringInfo);
    expect(leg.getQuickConnectName()).to.equal('Support');
    expect(leg.getMonitorStatus()).to.equal('SILENT_MONITOR');
    expect(leg.getMonitorCapabilities()).to.deep.equal(['SILENT_MONITOR', 'BARGE']);
    expect(leg.isSilentMonitor()).to.be.true;
    expect(leg.isBarge()).to.be.false;
    expect(leg.isSilentMonitorEnabled()).to.be.true;
    expect(leg.isBargeEnabled()).to.be.true;
  });

  it('has no value where the service leaves one out, and null where it says null', () => {
    const { leg } = legWith();
    const nothing = [
      leg.getSoftphoneMediaInfo(),
      leg.getMediaInfo(),
      leg.getMonitorInfo(),
      leg.getQuickConnectName(),
      leg.getMonitorStatus(),
      leg.getMonitorCapabilities(),
      leg.isSilentMonitorEnabled(),
      leg.isBargeEnabled(),
    ];
    for (const value of nothing) expect(value).to.be.undefined;
    expect(legWith({ monitoringInfo: null }).leg.getMonitorInfo()).to.be.null;
  });

  const states: Record<string, boolean[]> = {
    init: [false, false, false, false],
    connecting: [true, false, true, false],
    connected: [true, true, false, false],
    hold: [true, false, false, true],
    disconnected: [false, false, false, false],
    silent_monitor: [true, true, false, false],
    barge: [true, true, false, false],
    'of the future': [false, false, false, false],
    constructor: [false, false, false, false],
  };
  // Active, connected, connecting, on hold.
  for (const [type, expected] of Object.entries(states)) {
    it(`in state ${type} is active, connected, connecting, on hold: ${expected.join(', ')}`, () => {
      const { leg } = legWith({ state: { type, timestamp: new Date() } });
      expect([leg.isActive(), leg.isConnected(), leg.isConnecting(), leg.isOnHold()]).to.deep.equal(expected);
    });
  }

  it("is in its state for a time by the server's clock", () => {
    const state = { type: 'hold', timestamp: new Date(Date.now() - 5_000) };
    const { leg } = legWith({ state });
    expect(leg.getState()).to.deep.equal(state);
    expect(leg.getStatus()).to.deep.equal(leg.getState());
    expect(leg.getStateDuration()).to.be.within(5_000, 6_000);
    expect(leg.getStatusDuration()).to.be.within(5_000, 6_000);
  });

  it('leads to an endpoint, which is never null', () => {
    const { connect, leg } = legWith({ endpoint: { type: 'phone_number', phoneNumber: 'sip:+12065550100@x' } });
    expect(leg.getEndpoint()).to.be.instanceOf(connect.Endpoint);
    expect(leg.getEndpoint().stripPhoneNumber()).to.equal('+12065550100');
    expect(leg.getAddress()).to.deep.equal(leg.getEndpoint());
    const nowhere = legWith({ endpoint: null }).leg.getEndpoint();
    expect({ ...nowhere }).to.deep.equal({ ...new connect.Endpoint() });
  });

  it('of a call may be muted, and tells what it can send', () => {
    const voice = (fields: Partial<ConnectionData>) => legWith(fields).leg as VoiceConnection;
    expect(voice({ mute: true }).isMute()).to.be.true;
    expect(voice({ forcedMute: true }).isForcedMute()).to.be.true;
    expect(voice({ mute: null }).isMute()).to.be.null;
    expect(voice({}).isForcedMute()).to.be.undefined;
    expect(voice({}).getCapabilities()).to.be.undefined;
    expect(voice({}).canSendVideo()).to.be.false;
    expect(voice({ capabilities: { Video: 'SEND' } }).canSendVideo()).to.be.true;
    expect(voice({ capabilities: { Video: 'SEND' } }).canSendScreenShare()).to.be.false;
    expect(voice({ capabilities: { Video: 'SEND' } }).getCapabilities()).to.deep.equal({ Video: 'SEND' });
  });

  describe('and its media', () => {
    it('are the softphone of a call', async () => {
      const { legs } = recordedLegs('inboundVoiceContactSoftphone');
      expect(legs.map((leg) => leg.getMediaType())).to.deep.equal(['softphone', 'softphone']);
      expect(legs[0].getMediaInfo()).to.include({ callType: 'audio_only', autoAccept: false });
      expect(legs[0].getMediaInfo()).to.deep.equal(legs[0].getSoftphoneMediaInfo());
      expect(legs[1].getMediaInfo()).to.be.null;
      expect(await legs[0].getMediaController()).to.deep.equal(legs[0].getMediaInfo());
    });

    it('are what a chat session is made of', () => {
      const { legs, contact } = recordedLegs('chatContact');
      const [agent] = legs as [ChatConnection];
      expect(agent.getMediaType()).to.equal('chat');
      const info = agent.getMediaInfo()!;
      expect(info).to.include({
        contactId: contact.contactId,
        initialContactId: contact.contactId,
        participantId: agent.connectionId,
        participantToken: null,
      });
      expect(info.originalInfo).to.deep.equal(contact.connections[0].chatMediaInfo);
      expect(info.getConnectionToken).to.be.a('function');
    });

    it('have the participant token of a chat, and the first contact of the chain', () => {
      const connectionData = JSON.stringify({ ConnectionAuthenticationToken: 'token' });
      const contact = { type: 'chat', initialContactId: 'first' };
      const { leg } = legWith({ type: 'agent', chatMediaInfo: { connectionData } }, contact);
      expect(leg.getMediaInfo()).to.include({ participantToken: 'token', initialContactId: 'first' });
      for (const broken of ['{', 'null', '7', '{}', null, undefined]) {
        const info = legWith({ chatMediaInfo: { connectionData: broken } }, contact).leg.getMediaInfo();
        expect(info, String(broken)).to.include({ participantToken: null });
      }
      expect(legWith({}, contact).leg.getMediaInfo()).to.be.null;
    });

    it('are the ids of a task, and nothing of an e-mail', () => {
      const { legs, contact } = recordedLegs('taskContact');
      const { contactId } = contact;
      expect(legs[0].getMediaType()).to.equal('task');
      expect(legs[0].getMediaInfo()).to.deep.equal({ contactId, initialContactId: contactId });
      const { leg } = legWith({}, { type: 'email' });
      expect(leg.getMediaType()).to.equal('email');
      expect(leg.getMediaInfo()).to.be.null;
    });
  });

  describe('and a snapshot of it', () => {
    it('keeps what was, with its ids and the methods of its class', () => {
      const { connect, provider, leg } = legWith({ mute: true });
      const snapshot = leg.toSnapshot() as VoiceConnection;
      provider.accept(agentData());
      expect(snapshot).to.be.instanceOf(connect.Connection);
      expect(snapshot.getContactId()).to.equal('a');
      expect(snapshot.getConnectionId()).to.equal('l');
      expect(snapshot.isMute()).to.be.true;
      expect(snapshot.isActive()).to.be.true;
      expect(snapshot.getMediaType()).to.equal('softphone');
    });

    it('can be made of a snapshot, after the contact is gone', () => {
      const { provider, leg } = legWith();
      const snapshot = leg.toSnapshot();
      provider.accept(agentData());
      expect(snapshot.toSnapshot().getState()).to.deep.equal(snapshot.getState());
    });
  });
});

describe('commands of a connection', () => {
  let connect: Connect;
  let ccp: FakeCcp;
  let leg: VoiceConnection;

  beforeEach(async () => {
    connect = quietConnect();
    ccp = await readyCcp(connect, agentData({ contacts: [voiceContact('a', 'connected')] }));
    leg = new connect.Connection('a', 'a-customer');
  });
  afterEach(closeFakeCcps);

  const ids = { contactId: 'a', connectionId: 'a-customer' };
  const commands: [name: string, send: () => Promise<unknown>, method: string, more?: Record<string, unknown>][] = [
    ['destroy', () => leg.destroy(), 'destroyConnection'],
    ['hold', () => leg.hold(), 'holdConnection'],
    ['resume', () => leg.resume(), 'resumeConnection'],
    ['sendDigits', () => leg.sendDigits('1*#,aD'), 'sendDigits', { digits: '1*#,aD' }],
    ['muteParticipant', () => leg.muteParticipant(), 'muteParticipant'],
    ['unmuteParticipant', () => leg.unmuteParticipant(), 'unmuteParticipant'],
  ];
  for (const [name, send, method, more] of commands) {
    it(`${name} sends ${method}`, async () => {
      const done = send();
      const request = await ccp.nextRequest();
      expect(request.method).to.equal(method);
      expect(request.params).to.deep.equal({ ...ids, ...more });
      await ccp.answer(request, { data: { ok: 1 } });
      expect(await done).to.deep.equal({ ok: 1 });
    });
  }

  it('destroy reports the click first', async () => {
    void leg.destroy().catch(() => undefined);
    expect(await ccp.nextBroadcast('click_stream_data')).to.include({ contactId: 'a', clickType: 'Hangup' });
    await ccp.nextRequest();
    const names = ccp.sent.map(({ event, data }) =>
      event === 'broadcast' ? (data as { event: string }).event : event,
    );
    expect(names.indexOf('click_stream_data')).to.be.below(names.indexOf('api_request'));
  });

  it('take callbacks and then return nothing', async () => {
    const called: unknown[] = [];
    const returned: unknown = leg.hold({ success: (data) => called.push(data) });
    expect(returned).to.be.undefined;
    await ccp.answer(await ccp.nextRequest(), { data: 'held' });
    expect(called).to.deep.equal(['held']);
  });

  for (const digits of ['', 'x', '1 2', '1;2', null, 7]) {
    it(`sendDigits refuses ${JSON.stringify(digits)}`, async () => {
      const error: unknown = await leg.sendDigits(digits as string).catch((reason: unknown) => reason);
      expect((error as CommandError).type).to.equal('InvalidArgumentException');
      expect((error as CommandError).message).to.include('digits must be a text of 0-9');
      await ccp.settle();
      expect(ccp.sentEvents).not.to.include('api_request');
    });
  }

  it('are there for every channel', async () => {
    const data = recordedData('taskContact');
    await ccp.update(data);
    const { contactId, connections } = data.snapshot.contacts[0];
    void new connect.Contact(contactId).getAgentConnection()!.destroy();
    const { connectionId } = connections[0];
    expect((await ccp.nextRequest()).params).to.deep.equal({ contactId, connectionId });
  });

  it('a chat asks for a connection token, from the connection or from its media information', async () => {
    const data = recordedData('chatContact');
    await ccp.update(data);
    const { contactId, connections } = data.snapshot.contacts[0];
    const { connectionId } = connections[0];
    const chat = new connect.ChatConnection(contactId, connectionId);
    const token = { chatTokenTransport: { participantToken: 'token', expiry: 'later' } };
    const ask = chat.getMediaInfo()!.getConnectionToken as () => Promise<unknown>;
    for (const done of [chat.getConnectionToken(), ask()]) {
      const request = await ccp.nextRequest();
      expect(request.method).to.equal('createTransport');
      expect(request.params).to.deep.equal({ transportType: 'chat_token', participantId: connectionId, contactId });
      await ccp.answer(request, { data: token });
      expect(await done).to.deep.equal(token);
    }
  });
});
