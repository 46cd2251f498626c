// A snapshot that is older than what is known changes nothing, but a service whose clock is set back is not taken for silent.
import { expect } from '@open-wc/testing';
import { SnapshotOrder } from '../src/agent/snapshot-order.js';
import type { AgentData } from '../src/conduit/wire.js';
import { closeFakeCcps, quietConnect, readyCcp } from './support/fake-ccp.js';
import { agentData, recorded } from './support/snapshots.js';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 0, 1, 12);

/** A snapshot with the time at which it was made, and what was measured of the service's clock. */
const made = (time: unknown, skew?: number): AgentData['snapshot'] =>
  agentData({ snapshotTimestamp: time as Date, ...(skew !== undefined && { skew }) }).snapshot;

describe('SnapshotOrder', () => {
  /** Snapshots in a row, by seconds after noon and skew in seconds, and which of them are taken. */
  const ROWS: readonly (readonly [what: string, row: readonly (readonly [number, number?])[], taken: string])[] = [
    ['each is later', [[0], [1], [2]], 'yes yes yes'],
    ['one comes twice', [[0], [1], [1]], 'yes yes yes'],
    ['an older one comes late', [[5], [3], [6]], 'yes no yes'],
    ['older ones come late, in their order', [[5], [3], [4], [6]], 'yes no no yes'],
    ['an older one comes again and again', [[5], [3], [3], [3]], 'yes no no no'],
    [
      'an older one comes late, and the measure jitters',
      [
        [5, 0],
        [3, -0.4],
        [6, 0.3],
      ],
      'yes no yes',
    ],
    [
      'the service’s clock is set back by an hour',
      [
        [3_600, 0],
        [1, -3_600],
        [2, -3_600],
      ],
      'yes yes yes',
    ],
    [
      'an older one comes after that',
      [
        [3_600, 0],
        [10, -3_600],
        [5, -3_600],
      ],
      'yes yes no',
    ],
    [
      'the service’s clock is set forward by an hour',
      [
        [0, 0],
        [3_601, 3_600],
        [1, 0],
      ],
      'yes yes yes',
    ],
    ['one that is a day old to the millisecond', [[0], [-86_400]], 'yes no'],
    [
      'an older one comes late, and the measure is wrong by all that it may be',
      [
        [5, 0],
        [4.5, -1],
      ],
      'yes no',
    ],
    [
      'the service’s clock is set back by two seconds, measured as wrong as it may be',
      [
        [5, 0],
        [2, -2],
      ],
      'yes yes',
    ],
    ['another clock, days behind', [[0], [-200_000], [-199_999], [-200_001]], 'yes yes yes no'],
    [
      'the page’s clock is set back by an hour',
      [
        [0, 0],
        [1, 3_600],
        [2, 3_600],
      ],
      'yes yes yes',
    ],
    [
      'the page’s clock is set forward by an hour',
      [
        [0, 0],
        [1, -3_600],
        [2, -3_600],
      ],
      'yes yes yes',
    ],
  ];
  for (const [what, row, taken] of ROWS) {
    it(what, () => {
      const order = new SnapshotOrder();
      const answers = row.map(([time, skew]) => order.takes(made(new Date(NOON + time * 1_000), skew && skew * 1_000)));
      expect(answers.map((answer) => (answer ? 'yes' : 'no')).join(' ')).to.equal(taken);
    });
  }

  for (const odd of [undefined, null, NaN, 'noon', {}]) {
    it(`one that was made at ${JSON.stringify(odd)} is taken, and changes nothing of the order`, () => {
      const order = new SnapshotOrder();
      expect(order.takes(made(new Date(NOON)))).to.be.true;
      expect(order.takes(made(odd))).to.be.true;
      expect(order.takes(made(new Date(NOON - 1)))).to.be.false;
      expect(order.takes(made(new Date(NOON + 1)))).to.be.true;
    });
  }

  it('knows times that were passed on as text or as numbers', () => {
    const order = new SnapshotOrder();
    expect(order.takes(made(new Date(NOON).toISOString()))).to.be.true;
    expect(order.takes(made(NOON - 1))).to.be.false;
  });

  describe('where nobody measures clocks', () => {
    const { performance } = globalThis;
    let now: number;
    let order: SnapshotOrder;

    beforeEach(() => {
      now = 0;
      order = new SnapshotOrder();
      Object.defineProperty(globalThis, 'performance', { value: { now: () => now }, configurable: true });
    });

    afterEach(() => {
      Object.defineProperty(globalThis, 'performance', { value: performance, configurable: true });
    });

    const takes = (time: number): boolean => order.takes(made(new Date(NOON + time)));

    it('takes a row that has gone on for ten seconds', () => {
      expect(takes(HOUR)).to.be.true;
      expect(takes(0)).to.be.false;
      now = 9_999;
      expect(takes(9_999)).to.be.false;
      now = 10_000;
      expect(takes(9_999)).to.be.false;
      expect(takes(10_000)).to.be.true;
      expect(takes(10_001)).to.be.true;
    });

    it('begins a row anew after one that was later than all', () => {
      expect([takes(HOUR), takes(0), takes(HOUR + 1)]).to.deep.equal([true, false, true]);
      now = 10_000;
      expect(takes(1), 'the first of another row').to.be.false;
    });

    it('goes on with a row from its latest one, whatever comes late in between', () => {
      expect([takes(HOUR), takes(2), takes(0)]).to.deep.equal([true, false, false]);
      now = 10_000;
      expect(takes(1), 'later than the last that came').to.be.false;
      expect(takes(3), 'later than all of the row').to.be.true;
    });
  });
});

describe('an older snapshot', () => {
  afterEach(closeFakeCcps);

  const ringing = (seconds: number): AgentData =>
    agentData({ ...recorded.inboundVoiceContactSoftphone(), snapshotTimestamp: new Date(NOON + seconds * 1_000) });
  const empty = (seconds: number): AgentData => agentData({ snapshotTimestamp: new Date(NOON + seconds * 1_000) });

  it('does not bring back a contact that has gone: no event, no ringing', async () => {
    const connect = quietConnect();
    const ccp = await readyCcp(connect, ringing(0));
    await ccp.update(empty(5));
    const told: string[] = [];
    connect.core.getEventBus().subscribeAll((_, event) => void told.push(event));
    await ccp.update(ringing(3));
    expect(told.filter((event) => event.startsWith('contact::') || event.startsWith('agent::'))).to.deep.equal([]);
    expect(new connect.Agent().getContacts()).to.be.empty;
    await ccp.update(ringing(6));
    expect(new connect.Agent().getContacts()).to.have.length(1);
  });

  it('counts through another port, as in another region, where times are others', async () => {
    const connect = quietConnect();
    const ccp = await readyCcp(connect, empty(5));
    await ccp.acknowledge({ id: 'port-2' });
    await ccp.update(ringing(3));
    expect(new connect.Agent().getContacts()).to.have.length(1);
  });
});
