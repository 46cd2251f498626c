// One snapshot as it is indexed: what the service leaves out, and how long ago something was by clocks that are set or sleep.
import { expect } from '@open-wc/testing';
import { ContactRecord, elapsedSince, IndexedSnapshot } from '../src/agent/snapshot.js';
import type { AgentConfiguration, ContactData } from '../src/conduit/wire.js';
import { agentData, voiceContact } from './support/snapshots.js';

describe('a snapshot', () => {
  it('has contacts without connections where the service leaves out the list, with all else that they have', () => {
    const { connections: _, ...bare } = voiceContact('a', 'connected');
    const record = new ContactRecord(bare as ContactData);
    expect(record.connections).to.deep.equal([]);
    expect(record.data.contactId).to.equal('a');
    expect(record.roles).to.deep.equal({ initial: -1, agent: -1, thirdParties: [] });
    const whole = voiceContact('b', 'connected');
    expect(new ContactRecord(whole).data, 'the data as they came').to.equal(whole);
  });

  it('has no queues where the agent has no routing profile', () => {
    const without = { routingProfile: undefined } as unknown as Partial<AgentConfiguration>;
    expect(new IndexedSnapshot(agentData({}, without)).queueARNs).to.deep.equal([]);
  });

  it('has contacts that came when it came', () => {
    const snapshot = new IndexedSnapshot(agentData({ contacts: [voiceContact('a', 'connected')], skew: 70 }));
    const record = snapshot.contacts.get('a')!;
    expect([record.received, record.skew]).to.deep.equal([snapshot.received, 70]);
  });
});

describe('how long ago a moment was', () => {
  const { performance } = globalThis;
  const { now } = Date;
  const NOON = Date.UTC(2026, 0, 1, 12);

  afterEach(() => {
    Object.defineProperty(globalThis, 'performance', { value: performance, configurable: true });
    Date.now = now;
  });

  /** What has passed on each clock since the data came, in milliseconds, and what is told of a moment five seconds before. */
  const CLOCKS: readonly (readonly [what: string, wall: number, steady: number, told: number])[] = [
    ['both have run', 2_000, 2_000, 7_000],
    ['the one that can be set was set back by an hour', -3_598_000, 2_000, 7_000],
    ['the other one has slept for a minute', 62_000, 2_000, 67_000],
  ];
  for (const [what, wall, steady, told] of CLOCKS) {
    it(`is told by the clock that has gone further: ${what}`, () => {
      const received = { wall: NOON, steady: 500 };
      Date.now = () => NOON + wall;
      Object.defineProperty(globalThis, 'performance', { value: { now: () => 500 + steady }, configurable: true });
      expect(elapsedSince(new Date(NOON - 5_000), 0, received)).to.equal(told);
    });
  }
});
