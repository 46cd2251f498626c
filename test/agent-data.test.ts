// The agent's data: which events one update publishes and in which order, and what it hands out.
import { expect } from '@open-wc/testing';
import { AgentDataProvider } from '../src/agent/agent-data.js';
import { elapsedSince } from '../src/agent/snapshot.js';
import type { AgentSnapshotData, ContactData } from '../src/conduit/wire.js';
import { StateError } from '../src/errors/errors.js';
import { EventBus } from '../src/events/event-bus.js';
import { AgentEvents, ContactEvents, getContactEventName } from '../src/events/event-names.js';
import type { Contact } from '../src/api/contact.js';
import { closeFakeCcps, fakeCcp, quietConnect, readyCcp } from './support/fake-ccp.js';
import { agentData, recordedData, type RecordedName, recorded, voiceContact } from './support/snapshots.js';

/** A provider whose subscribers are given texts: `agent`, `contact a`, `removed a`. */
function scene() {
  const errors: unknown[] = [];
  const bus = new EventBus({ onError: (error) => errors.push(error) });
  const events: string[] = [];
  const payloads: unknown[] = [];
  bus.subscribeAll((payload, event) => {
    events.push(String(event));
    payloads.push(payload);
  });
  const provider = new AgentDataProvider({
    bus,
    presenter: {
      agent: () => 'agent',
      contact: (contactId) => `contact ${contactId}`,
      removedContact: ({ data }) => `removed ${data.contactId}`,
    },
    isErrorState: (name) => name === 'MissedCallAgent',
  });
  /** Takes an update; gives the events that it published. */
  const update = (snapshot: Partial<AgentSnapshotData> = {}): string[] => {
    events.length = payloads.length = 0;
    expect(provider.accept(agentData(snapshot))).to.be.true;
    return [...events];
  };
  return { bus, provider, update, events, payloads, errors };
}

const available = { type: 'routable', name: 'Available' };
const lunch = { type: 'not_routable', name: 'Lunch' };
const offline = { type: 'offline', name: 'Offline' };

/** The two names under which an event of a contact is published. */
const both = (event: string, contactId: string): string[] => [`contact::${event}`, `contact::${event}::${contactId}`];

/** All events of a contact that appears in a state, as protocol 6.5 row 7 has them. */
const added = (contactId: string, ...transitions: string[]): string[] => [
  'contact::init',
  ...[...transitions, 'refresh'].flatMap((event) => both(event, contactId)),
];

const changed = (contactId: string, ...transitions: string[]): string[] =>
  [...transitions, 'refresh'].flatMap((event) => both(event, contactId));

const removed = (contactId: string, ...before: string[]): string[] =>
  [...before, 'destroyed'].flatMap((event) => both(event, contactId));

describe('AgentDataProvider', () => {
  describe('a contact that is connected', () => {
    const contacts = (states: readonly string[]) => states.map((state) => [voiceContact('a', state)]);
    const lives: [what: string, states: readonly string[], times: number][] = [
      ['a task that is paused twice', ['connecting', 'connected', 'paused', 'connected', 'paused', 'connected'], 1],
      ['a task that is paused when it is first seen', ['paused', 'connected', 'paused', 'connected'], 1],
      ['one that the service connects anew', ['connected', 'connecting', 'connected'], 1],
      ['one that is never connected', ['connecting', 'missed'], 0],
    ];
    for (const [what, states, times] of lives) {
      it(`is told to be so once: ${what}`, () => {
        const { update } = scene();
        const told = contacts(states).flatMap((one) => update({ contacts: one }));
        expect(told.filter((event) => event === 'contact::connected').length).to.equal(times);
        expect(told.filter((event) => event === 'contact::connected::a').length).to.equal(times);
      });
    }

    it('is told anew when it has been away', () => {
      const { update } = scene();
      update({ contacts: [voiceContact('a', 'connected')] });
      update({ contacts: [] });
      expect(update({ contacts: [voiceContact('a', 'connected')] })).to.include('contact::connected');
    });
  });

  describe('events of the agent', () => {
    it('publishes init, refresh, type and state change on the first update, in this order', () => {
      const { update } = scene();
      expect(update({ state: available })).to.deep.equal([
        'agent::init',
        'agent::refresh',
        'agent::routable',
        'agent::state_change',
      ]);
    });

    it('publishes a refresh alone when nothing has changed', () => {
      const { update } = scene();
      update({ state: available });
      expect(update({ state: available })).to.deep.equal(['agent::refresh']);
    });

    it('gives the agent with every event, and both names with a state change', () => {
      const { update, payloads } = scene();
      update({ state: available });
      expect(payloads).to.deep.equal([
        'agent',
        'agent',
        'agent',
        { agent: 'agent', oldState: 'Init', newState: 'Available' },
      ]);
      update({ state: lunch });
      expect(payloads).to.deep.equal(['agent', 'agent', { agent: 'agent', oldState: 'Available', newState: 'Lunch' }]);
    });

    const changes: [from: AgentSnapshotData['state'], to: AgentSnapshotData['state'], ...events: string[]][] = [
      [available, lunch, 'agent::not_routable', 'agent::state_change'],
      [lunch, available, 'agent::routable', 'agent::state_change'],
      [available, offline, 'agent::offline', 'agent::state_change'],
      [lunch, { type: 'not_routable', name: 'Training' }, 'agent::state_change'],
      [available, { type: 'system', name: 'PendingBusy' }, 'agent::state_change'],
      [available, { type: 'error', name: 'MissedCallAgent' }, 'agent::state_change', 'agent::error'],
      [available, { type: 'error', name: 'Odd' }, 'agent::state_change'],
      [available, { type: 'system', name: 'AfterCallWork' }, 'agent::state_change', 'agent::acw'],
      [available, { type: 'not_routable', name: 'Available' }, 'agent::not_routable'],
      [available, { type: 'constructor', name: 'Odd' }, 'agent::state_change'],
    ];
    for (const [from, to, ...events] of changes) {
      it(`publishes ${events.join(', ')} when ${from.type} ${from.name} becomes ${to.type} ${to.name}`, () => {
        const { update } = scene();
        update({ state: from });
        expect(update({ state: to })).to.deep.equal(['agent::refresh', ...events]);
      });
    }

    it('publishes a next state that is set, changed and cleared', () => {
      const { update } = scene();
      update();
      expect(update({ nextState: lunch })).to.deep.equal(['agent::refresh', 'agent::enqueued_next_state']);
      expect(update({ nextState: { ...lunch } })).to.deep.equal(['agent::refresh']);
      expect(update({ nextState: offline })).to.deep.equal(['agent::refresh', 'agent::enqueued_next_state']);
      expect(update({ nextState: null })).to.deep.equal(['agent::refresh', 'agent::cleared_next_state']);
      expect(update({ nextState: undefined })).to.deep.equal(['agent::refresh']);
    });

    it('publishes the next state after the change of state, and before any contact', () => {
      const { update } = scene();
      update({ state: available });
      const snapshot = {
        state: { type: 'system', name: 'AfterCallWork' },
        nextState: lunch,
        contacts: [voiceContact('a', 'connecting')],
      };
      expect(update(snapshot)).to.deep.equal([
        'agent::refresh',
        'agent::state_change',
        'agent::acw',
        'agent::enqueued_next_state',
        ...added('a', 'connecting'),
      ]);
    });
  });

  describe('events of contacts', () => {
    const firstSeen: [state: string, ...transitions: string[]][] = [
      ['init'],
      ['incoming', 'incoming'],
      ['pending', 'pending'],
      ['connecting', 'connecting'],
      ['connected', 'connected'],
      ['ended', 'acw'],
      ['missed'],
      ['rejected'],
      ['error', 'error'],
      ['paused'],
    ];
    for (const [state, ...transitions] of firstSeen) {
      it(`publishes init, ${[...transitions, 'refresh'].join(', ')} for a contact first seen as ${state}`, () => {
        const { update } = scene();
        update();
        expect(update({ contacts: [voiceContact('a', state)] })).to.deep.equal([
          'agent::refresh',
          ...added('a', ...transitions),
        ]);
      });
    }

    it('publishes those added in the order of the new snapshot, then removed and common in that of the old', () => {
      const { update } = scene();
      update({ contacts: ['a', 'b', 'c', 'd'].map((id) => voiceContact(id, 'connecting')) });
      const contacts = [
        voiceContact('z', 'connecting'),
        voiceContact('d', 'connected'),
        voiceContact('b', 'connecting'),
        voiceContact('y', 'incoming'),
      ];
      expect(update({ contacts })).to.deep.equal([
        'agent::refresh',
        ...added('z', 'connecting'),
        ...added('y', 'incoming'),
        ...removed('a', 'ended'),
        ...removed('c', 'ended'),
        ...changed('b'),
        ...changed('d', 'connected'),
      ]);
    });

    it('gives the contact with every event, and its last data once it is gone', () => {
      const { update, payloads } = scene();
      update();
      update({ contacts: [voiceContact('a', 'connecting')] });
      expect(payloads.slice(1)).to.deep.equal(Array(5).fill('contact a'));
      update();
      expect(payloads.slice(1)).to.deep.equal(Array(4).fill('removed a'));
    });

    it('lets a call go its way: ring, talk, after-contact work, gone', () => {
      const { update } = scene();
      update({ contacts: [voiceContact('a', 'connecting')] });
      expect(update({ contacts: [voiceContact('a', 'connected')] }).slice(1)).to.deep.equal(changed('a', 'connected'));
      expect(update({ contacts: [voiceContact('a', 'connected')] }).slice(1)).to.deep.equal(changed('a'));
      expect(update({ contacts: [voiceContact('a', 'ended')] }).slice(1)).to.deep.equal(changed('a', 'acw', 'ended'));
      expect(update().slice(1)).to.deep.equal(removed('a'));
    });

    it('publishes ended before missed for a call that is not taken, and ended only once', () => {
      const { update } = scene();
      update({ contacts: [voiceContact('a', 'connecting')] });
      expect(update({ contacts: [voiceContact('a', 'missed')] }).slice(1)).to.deep.equal(
        changed('a', 'ended', 'missed'),
      );
      expect(update().slice(1)).to.deep.equal(removed('a'));
    });

    const endings: [name: string, states: string[], ...before: string[]][] = [
      ['that vanishes while it rings', ['connecting'], 'ended'],
      ['that vanishes while connected', ['connecting', 'connected'], 'ended'],
      ['that vanishes while paused', ['connected', 'paused'], 'ended'],
      ['first seen in after-contact work', ['ended']],
      ['first seen as missed', ['missed'], 'ended'],
      ['first seen as rejected', ['rejected'], 'ended'],
      ['first seen in error', ['error']],
      ['that got into error', ['connected', 'error']],
      ['that was rejected', ['connecting', 'rejected']],
      ['that had ended', ['connected', 'ended']],
    ];
    for (const [name, states, ...before] of endings) {
      it(`publishes ${[...before, 'destroyed'].join(', ')} on removal of a contact ${name}`, () => {
        const { update } = scene();
        update();
        for (const state of states) update({ contacts: [voiceContact('a', state)] });
        expect(update().slice(1)).to.deep.equal(removed('a', ...before));
      });
    }

    it('publishes an end again for a contact id that comes back', () => {
      const { update } = scene();
      update({ contacts: [voiceContact('a', 'connected')] });
      update();
      expect(update({ contacts: [voiceContact('a', 'connecting')] }).slice(1)).to.deep.equal(added('a', 'connecting'));
      expect(update().slice(1)).to.deep.equal(removed('a', 'ended'));
    });

    for (const state of ['constructor', 'a state of the future']) {
      it(`publishes a refresh alone for a contact in the unknown state "${state}"`, () => {
        const { update } = scene();
        update();
        expect(update({ contacts: [voiceContact('a', state)] }).slice(1)).to.deep.equal(added('a'));
      });
    }

    it("ends a contact's own subscriptions with it, after they have heard of the end", () => {
      const { bus, update } = scene();
      update({ contacts: [voiceContact('a', 'connected'), voiceContact('b', 'connected')] });
      const heard: string[] = [];
      for (const id of ['a', 'b']) {
        for (const event of Object.values(ContactEvents)) {
          bus.subscribe(getContactEventName(event, id), (_payload, name) => heard.push(name));
        }
      }
      update({ contacts: [voiceContact('b', 'connected')] });
      expect(heard).to.deep.equal(['contact::ended::a', 'contact::destroyed::a', 'contact::refresh::b']);
      for (const event of Object.values(ContactEvents)) {
        expect(bus.getSubscriptions(getContactEventName(event, 'a')), event).to.be.empty;
        expect(bus.getSubscriptions(getContactEventName(event, 'b')), event).to.have.length(1);
      }
    });

    it('goes on when a subscriber throws', () => {
      const { bus, update, errors } = scene();
      bus.subscribe(AgentEvents.INIT, () => {
        throw new Error('broken');
      });
      expect(update({ contacts: [voiceContact('a', 'connected')] })).to.include('contact::connected::a');
      expect(errors).to.have.length(1);
    });

    it('publishes no contacts once a subscriber has made it forget everything', () => {
      const { bus, provider, update } = scene();
      bus.subscribe(AgentEvents.REFRESH, () => provider.reset());
      expect(update({ contacts: [voiceContact('a', 'connected')] }).join()).not.to.include('contact');
      expect(provider.hasData).to.be.false;
    });

    for (const name of Object.keys(recorded) as RecordedName[]) {
      it(`takes the recorded snapshot ${name}`, () => {
        const { provider, events } = scene();
        expect(provider.accept(recordedData(name))).to.be.true;
        expect(events.filter((event) => event === 'contact::init')).to.have.length(recorded[name]().contacts.length);
      });
    }
  });

  describe('reset', () => {
    it('makes the next update count as the first', () => {
      const { provider, update } = scene();
      update({ state: lunch, contacts: [voiceContact('a', 'connected')] });
      provider.reset();
      expect(provider.hasData).to.be.false;
      expect(update({ state: lunch, contacts: [voiceContact('b', 'ended')] })).to.deep.equal([
        'agent::init',
        'agent::refresh',
        'agent::not_routable',
        'agent::state_change',
        ...added('b', 'acw'),
      ]);
    });

    it('leaves nothing to read', () => {
      const { provider, update } = scene();
      update({ contacts: [voiceContact('a', 'connected')] });
      provider.reset();
      expect(() => provider.getAgentData()).to.throw(StateError, 'No agent data is available yet!');
      expect(() => provider.contact('a')).to.throw(StateError, 'Contact a no longer exists.');
    });
  });

  describe('what it hands out', () => {
    it('finds contacts and connections by id, and says what is missing', () => {
      const { provider, update } = scene();
      expect(() => provider.getAgentData()).to.throw(StateError, 'No agent data is available yet!');
      expect(() => provider.current).to.throw(StateError, 'No agent data is available yet!');
      update({ contacts: [voiceContact('a', 'connected'), voiceContact('b', 'connecting')] });
      expect(provider.contact('b').data.state.type).to.equal('connecting');
      expect(provider.connection('b', 'b-customer').data.type).to.equal('inbound');
      expect(() => provider.contact('x')).to.throw(StateError, 'Contact x no longer exists.');
      expect(() => provider.connection('x', 'y')).to.throw(StateError, 'Contact x no longer exists.');
      expect(() => provider.connection('a', 'b-customer')).to.throw(
        StateError,
        'Connection b-customer for contact a no longer exists.',
      );
    });

    it('are copies: who writes into them changes nothing', () => {
      const { provider, update } = scene();
      update({ contacts: [voiceContact('a', 'connected')] });
      const data = provider.getAgentData();
      (data.snapshot.contacts as unknown[]).splice(0);
      data.configuration.name = 'Somebody';
      expect(provider.getAgentData().snapshot.contacts).to.have.length(1);
      expect(provider.current.configuration.name).to.equal('Jane Doe');
    });

    it('tells how long ago a moment of the server was, by the server’s clock, and never less than 0', () => {
      const { provider, update } = scene();
      const skew = -3_600_000;
      update({ skew });
      expect(provider.current.skew).to.equal(skew);
      expect(elapsedSince(new Date(Date.now() + skew - 5_000), skew)).to.be.within(5_000, 6_000);
      expect(elapsedSince(new Date(Date.now() + 60_000), skew)).to.equal(0);
      expect(elapsedSince(undefined, skew)).to.equal(0);
      expect(elapsedSince(new Date(NaN), skew)).to.equal(0);
      const moment = Date.now() + skew - 5_000;
      for (const sent of [new Date(moment).toISOString(), moment] as unknown[]) {
        expect(elapsedSince(sent as Date, skew)).to.be.within(5_000, 6_000);
      }
      for (const sent of [null, 'yesterday', {}] as unknown[]) expect(elapsedSince(sent as Date, skew)).to.equal(0);
      update({ skew: undefined });
      expect(provider.current.skew).to.equal(0);
    });
  });

  describe('data that are none', () => {
    const contact = voiceContact('a', 'connected');
    const { snapshot, configuration } = agentData();
    const broken: [name: string, value: unknown][] = [
      ['nothing', undefined],
      ['null', null],
      ['a text', 'agent'],
      ['an empty object', {}],
      ['no configuration', { snapshot }],
      ['no snapshot', { configuration }],
      ['a null snapshot', { snapshot: null, configuration }],
      ['no contacts', { snapshot: { ...snapshot, contacts: undefined }, configuration }],
      ['contacts that are no list', { snapshot: { ...snapshot, contacts: { 0: contact } }, configuration }],
      ['no state', { snapshot: { ...snapshot, state: null }, configuration }],
      ['a state without a name', { snapshot: { ...snapshot, state: { type: 'routable' } }, configuration }],
      ['a null contact', { snapshot: { ...snapshot, contacts: [null] }, configuration }],
      ['a contact without id', { snapshot: { ...snapshot, contacts: [{ ...contact, contactId: 7 }] }, configuration }],
      [
        'a contact without state',
        { snapshot: { ...snapshot, contacts: [{ ...contact, state: null }] }, configuration },
      ],
      [
        'connections that are no list',
        { snapshot: { ...snapshot, contacts: [{ ...contact, connections: {} }] }, configuration },
      ],
      [
        'a connection without id',
        { snapshot: { ...snapshot, contacts: [{ ...contact, connections: [{ state: {} }] }] }, configuration },
      ],
    ];
    for (const [name, value] of broken) {
      it(`drops ${name} and keeps what was there`, () => {
        const { provider, update, events } = scene();
        update({ contacts: [voiceContact('a', 'connected')] });
        const before = provider.current;
        events.length = 0;
        expect(provider.accept(value)).to.be.false;
        expect(events).to.be.empty;
        expect(provider.current).to.equal(before);
      });
    }
  });
});

describe('handles of the agent and of contacts', () => {
  afterEach(closeFakeCcps);

  for (const [name, value] of Object.entries({ undefined, null: null })) {
    it(`have no connections where a contact comes with ${name} for them`, async () => {
      const connections = value as unknown as ContactData['connections'];
      const connect = quietConnect();
      const contacts: Contact[] = [];
      connect.contact((contact) => contacts.push(contact));
      const ccp = await readyCcp(connect, agentData({ contacts: [voiceContact('a', 'connected', { connections })] }));
      expect(contacts[0].getConnections()).to.deep.equal([]);
      expect(contacts[0].getAgentConnection()).to.be.null;
      expect(contacts[0].isSoftphoneCall()).to.be.false;
      expect(contacts[0].isAutoAcceptEnabled()).to.be.false;
      await ccp.update(agentData());
      expect(new connect.Agent().getContacts()).to.deep.equal([]);
    });
  }

  it('show the data of the last update that came over the wire', async () => {
    const connect = quietConnect();
    const states: string[] = [];
    const contacts: Contact[] = [];
    connect.agent((agent) => states.push(agent.getState().name));
    connect.contact((contact) => contacts.push(contact));
    const ccp = await fakeCcp(connect);
    await ccp.acknowledge({ id: 'port-1' });
    expect(connect.agent.initialized).to.be.false;
    await ccp.update(recordedData('inboundVoiceContactSoftphone'));
    expect(connect.agent.initialized).to.be.true;
    expect(states).to.deep.equal(['PendingBusy']);
    expect(contacts).to.have.length(1);
    const [contact] = contacts as [Contact];
    expect(contact).to.be.instanceOf(connect.Contact);
    expect(contact.getState()).to.deep.equal({ type: 'connecting', timestamp: new Date(1646369082782) });
    expect(contact.getQueueTimestamp()).to.be.instanceOf(Date);
    await ccp.update(agentData());
    expect(() => contact.getState()).to.throw(connect.StateError, `Contact ${contact.contactId} no longer exists.`);
    expect(new connect.Agent().getState().name).to.equal('Available');
  });

  it('drop a malformed update without a word', async () => {
    const connect = quietConnect();
    const ccp = await fakeCcp(connect);
    await ccp.acknowledge({ id: 'port-1' });
    const entries = connect.getLog().getEntries().length;
    for (const data of [null, undefined, 'x', {}, { snapshot: {}, configuration: {} }]) {
      await ccp.say('agent::update', data);
    }
    expect(connect.agent.initialized).to.be.false;
    expect(connect.core.getStatus()).to.equal('loading');
    expect(connect.getLog().getEntries()).to.have.length(entries);
  });

  it('still answer for a contact that is gone, with its connections, while its end is published', () => {
    const connect = quietConnect();
    const provider = connect.core.getAgentDataProvider();
    const seen: Record<string, unknown>[] = [];
    const look = (contact: Contact, event: string) => {
      const customer = contact.getInitialConnection();
      seen.push({
        event,
        state: contact.getState().type,
        inbound: contact.isInbound(),
        softphone: contact.isSoftphoneCall(),
        duration: contact.getStateDuration() >= 0,
        connections: contact.getConnections().length,
        agent: contact.getAgentConnection()?.getType(),
        number: customer?.getEndpoint().phoneNumber,
        contactId: customer?.getContactId(),
        active: customer?.isActive(),
        mediaType: customer?.getMediaType(),
      });
    };
    connect.contact((contact) => {
      // Handles that were made of the live contact must not be those of what is left of it.
      expect(contact.getConnections()).to.have.length(2);
      contact.onEnded((last, event) => look(last, event));
      contact.onDestroy((last, event) => look(last, event));
    });
    provider.accept(agentData({ contacts: [voiceContact('a', 'connected')] }));
    provider.accept(agentData());
    const answers = {
      state: 'connected',
      inbound: true,
      softphone: true,
      duration: true,
      connections: 2,
      agent: 'agent',
      number: '+12065550100',
      contactId: 'a',
      active: true,
      mediaType: 'softphone',
    };
    expect(seen).to.deep.equal([
      { event: 'contact::ended::a', ...answers },
      { event: 'contact::destroyed::a', ...answers },
    ]);
  });

  for (const name of ['chatContact', 'taskContact'] as const) {
    it(`still give the media information of a ${name} that is gone`, () => {
      const connect = quietConnect();
      const provider = connect.core.getAgentDataProvider();
      const media: unknown[] = [];
      let failure: unknown;
      connect.contact((contact) =>
        contact.onDestroy((last) => {
          try {
            media.push(last.getAgentConnection()?.getMediaInfo());
          } catch (error) {
            failure = error;
          }
        }),
      );
      const data = recordedData(name);
      const { contactId } = data.snapshot.contacts[0];
      provider.accept(data);
      provider.accept(agentData());
      expect(failure).to.be.undefined;
      expect(media).to.have.length(1);
      expect(media[0]).to.include({ contactId, initialContactId: contactId });
    });
  }
});
