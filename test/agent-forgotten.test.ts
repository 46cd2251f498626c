// When what is known of an agent is forgotten, what goes with it, and who is told; and those who are handed each update as a whole.
import { expect } from '@open-wc/testing';
import { AgentDataProvider } from '../src/agent/agent-data.js';
import type { AgentConfiguration, AgentSnapshotData } from '../src/conduit/wire.js';
import { EventBus } from '../src/events/event-bus.js';
import { ContactEvents, getContactEventName } from '../src/events/event-names.js';
import { agentData, configuration, INSTANCE_ARN, voiceContact } from './support/snapshots.js';

const MOMENT = Date.UTC(2026, 0, 1);

function scene() {
  const bus = new EventBus({ onError: (error) => expect.fail(String(error)) });
  const events: string[] = [];
  bus.subscribeAll((_, event) => events.push(String(event)));
  const told = { forgotten: 0, failed: [] as unknown[] };
  const provider = new AgentDataProvider({
    bus,
    presenter: { agent: () => 'agent', contact: (id) => id, removedContact: ({ data }) => data.contactId },
    isErrorState: () => false,
    forgotten: () => told.forgotten++,
    failed: (error) => told.failed.push(error),
  });
  /** Takes an update; gives the events that it published, or null if it was refused. */
  const update = (snapshot: Partial<AgentSnapshotData> = {}, by?: Partial<AgentConfiguration>, port?: string) => {
    events.length = 0;
    return provider.accept(agentData(snapshot, by), false, port) ? [...events] : null;
  };
  return { bus, provider, update, told };
}

/** As the wire may have it: without some of what tells agents apart. */
const who = (username: string | null, agentARN: string | null, name: string | null) =>
  ({ username, agentARN, name }) as Partial<AgentConfiguration>;

describe('an agent', () => {
  const PAIRS: readonly (readonly [what: string, one: object, other: object, isAnother: boolean])[] = [
    ['of another user name', who('ann', 'arn:1', 'Ann'), who('bo', 'arn:1', 'Ann'), true],
    [
      'of the same user name, with the ARN of another region',
      who('ann', 'arn:1', 'Ann'),
      who('ann', 'arn:2', 'Ann'),
      false,
    ],
    ['of the same user name who has married', who('ann', 'arn:1', 'Ann'), who('ann', 'arn:1', 'Ann Lee'), false],
    ['of another ARN, where one has no user name', who(null, 'arn:1', 'Ann'), who('ann', 'arn:2', 'Ann'), true],
    ['of the same ARN, where one has no user name', who('ann', 'arn:1', 'Ann'), who(null, 'arn:1', 'A. Lee'), false],
    ['of another name, where there is nothing else', who(null, null, 'Ann'), who(null, null, 'Bo'), true],
    ['of the same name, where there is nothing else', who(null, null, 'Ann'), who(null, null, 'Ann'), false],
    ['of whom nothing is told that was told before', who('ann', null, null), who(null, null, 'Bo'), false],
  ];
  for (const [what, one, other, isAnother] of PAIRS) {
    it(`${what} is ${isAnother ? 'another one: all begins anew' : 'the same one'}`, () => {
      const { update, told } = scene();
      update({}, one);
      const events = update({}, other)!;
      expect(events.includes('agent::init')).to.equal(isAnother);
      expect(told.forgotten).to.equal(isAnother ? 1 : 0);
    });
  }

  it('is forgotten once, and only if anything was known', () => {
    const { provider, update, told } = scene();
    provider.reset();
    expect(told.forgotten).to.equal(0);
    update();
    provider.reset();
    provider.reset();
    expect(told.forgotten).to.equal(1);
  });

  it('may sign in at a service whose clock is behind: the last agent’s time says nothing', () => {
    const { provider, update } = scene();
    update({ snapshotTimestamp: new Date(MOMENT) });
    const earlier = { snapshotTimestamp: new Date(MOMENT - 60_000) };
    expect(update(earlier), 'an old snapshot').to.equal(null);
    provider.reset();
    expect(update(earlier)).to.include('agent::init');
  });

  it('comes through another port in an order of its own, through the same one not', () => {
    const { update } = scene();
    update({ snapshotTimestamp: new Date(MOMENT) }, undefined, 'east');
    const earlier = { snapshotTimestamp: new Date(MOMENT - 60_000) };
    expect(update(earlier, undefined, 'east')).to.equal(null);
    expect(update(earlier, undefined, 'west')).not.to.equal(null);
    const earliest = { snapshotTimestamp: new Date(MOMENT - 120_000) };
    expect(update(earliest, undefined, 'west')).to.equal(null);
  });

  it('takes the contacts along: one that comes back with the next agent is connected, and ends, once more', () => {
    const { provider, update } = scene();
    update({ contacts: [voiceContact('a', 'connected')] });
    provider.reset();
    expect(update({ contacts: [voiceContact('a', 'connected')] })).to.include('contact::connected');
    provider.reset();
    update();
    expect(update(), 'nobody has heard that it has begun').not.to.include('contact::ended');
  });

  /** What is heard first, upon which the page has all forgotten; nothing that would come after that is heard. */
  const LAST_WORDS: readonly (readonly [word: string, before: string | null, after: string | null])[] = [
    ['contact::connecting', null, 'connecting'],
    ['contact::connecting::a', 'paused', 'connecting'],
    ['contact::ended', 'connected', null],
    ['contact::refresh', 'connected', 'connected'],
  ];
  for (const [word, before, after] of LAST_WORDS) {
    it(`that is forgotten upon ${word} has nothing more to tell`, () => {
      const { bus, provider, update } = scene();
      const contacts = (state: string | null) => (state ? [voiceContact('a', state), voiceContact('b', state)] : []);
      update({ contacts: contacts(before) });
      const end = bus.subscribe(word, () => provider.reset());
      const events = update({ contacts: contacts(after) })!;
      end.unsubscribe();
      expect(events.at(-1)).to.equal(word);
    });
  }

  it('makes nothing of contacts and agent where nobody listens', () => {
    let made = 0;
    const make = () => made++;
    const provider = new AgentDataProvider({
      bus: new EventBus({ onError: (error) => expect.fail(String(error)) }),
      presenter: { agent: make, contact: make, removedContact: () => null },
      isErrorState: () => true,
    });
    for (const state of ['connecting', 'connected', 'ended']) {
      provider.accept(agentData({ contacts: [voiceContact('a', state)] }));
    }
    provider.accept(agentData());
    expect(made).to.equal(0);
  });

  it('takes the subscriptions to single contacts along', () => {
    const { bus, provider, update } = scene();
    const heard: string[] = [];
    update({ contacts: [voiceContact('a', 'connected')] });
    bus.subscribe(getContactEventName(ContactEvents.ENDED, 'a'), () => heard.push('ended'));
    provider.reset();
    update({ contacts: [voiceContact('a', 'connected')] });
    update({ contacts: [voiceContact('a', 'ended')] });
    expect(heard).to.deep.equal([]);
  });
});

describe('a reader of updates', () => {
  it('is handed each one until it ends that', () => {
    const { provider, update } = scene();
    const read: string[] = [];
    const end = provider.read(({ agent }) => read.push(`first ${agent.state.name}`));
    provider.read(({ agent }) => read.push(`second ${agent.state.name}`));
    update({ state: { type: 'offline', name: 'Offline' } });
    end();
    update({ state: { type: 'routable', name: 'Available' } });
    expect(read).to.deep.equal(['first Offline', 'second Offline', 'second Available']);
  });

  it('is handed none once all have been ended', () => {
    const { provider, update } = scene();
    let read = 0;
    provider.read(() => read++);
    provider.unread();
    update();
    expect(read).to.equal(0);
  });

  it('that throws keeps nothing from the others: what it has thrown is told', () => {
    const { provider, update, told } = scene();
    const fault = new Error('a fault');
    let read = 0;
    provider.read(() => {
      throw fault;
    });
    provider.read(() => read++);
    update();
    expect([read, told.failed]).to.deep.equal([1, [fault]]);
  });

  it('that has all forgotten is the last one to be handed anything', () => {
    const { provider, update } = scene();
    let read = 0;
    provider.read(() => provider.reset());
    provider.read(() => read++);
    expect(update()).to.deep.equal(['agent::init', 'agent::refresh']);
    expect(read).to.equal(0);
  });
});

describe('the instance of an agent', () => {
  const profileOf = (routingProfileARN: string) =>
    ({ routingProfile: { ...configuration().routingProfile, routingProfileARN } }) as Partial<AgentConfiguration>;

  it('is in the ARN of the routing profile, and so is the account', () => {
    const { provider, update } = scene();
    update({}, profileOf(`${INSTANCE_ARN}/routing-profile/1`));
    expect([provider.getInstanceId(), provider.getAWSAccountId()]).to.deep.equal([
      INSTANCE_ARN.split('/')[1],
      '123456789012',
    ]);
  });

  const UNKNOWN = { 'is no ARN': profileOf('redacted'), 'is not there': { routingProfile: undefined } as never };
  for (const [what, by] of Object.entries(UNKNOWN)) {
    it(`is unknown where that ${what}`, () => {
      const { provider, update } = scene();
      update({}, by);
      expect([provider.getInstanceId(), provider.getAWSAccountId()]).to.deep.equal([undefined, undefined]);
    });
  }
});
