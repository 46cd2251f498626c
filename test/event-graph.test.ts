// Which events a contact's change of state publishes: the whole table of docs/protocol.md, section 6.6.
import { expect } from '@open-wc/testing';
import { isFinishedState, transitionEvents } from '../src/events/event-graph.js';

const STATES = 'init incoming pending connecting connected ended missed rejected error paused'.split(' ');

const EVENTS: Readonly<Record<string, string>> = {
  A: 'contact::acw',
  C: 'contact::connecting',
  D: 'contact::connected',
  E: 'contact::ended',
  I: 'contact::incoming',
  M: 'contact::missed',
  P: 'contact::pending',
  R: 'contact::error',
};

// Rows: the old state. Columns: the new one. A dot or a dash: no event.
const TABLE = `
  from \\ to  incoming pending connecting connected ended missed rejected error paused init
  init        I        P       C          D         A     -      -        R     -      .
  incoming    .        P       C          D         A,E   E,M    E,M      R,M,E -      E
  pending     I        .       C          D         A,E   E      E        R,E   -      E
  connecting  I        P       .          D         A,E   E,M    E,M      R,M,E -      E
  connected   I        P       C          .         A,E   E      E        R,E   -      E
  paused      I        P       C          D         A,E   E      E        R,E   .      E
  ended       I        P       C          D         .     -      -        R     -      -
  missed      I        P       C          D         A     .      -        R     -      -
  rejected    I        P       C          D         A     -      .        R     -      -
  error       I        P       C          D         A     -      -        .     -      -
`;

const [head, ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.replace('from \\ to', '').trim().split(/\s+/));

describe('transitionEvents', () => {
  const seen = new Set<string>();
  for (const [from, ...cells] of rows) {
    for (const [column, cell] of cells.entries()) {
      const to = head[column];
      seen.add(`${from} ${to}`);
      const expected = /[a-z.-]/.test(cell) ? [] : cell.split(',').map((letter) => EVENTS[letter]);
      it(`publishes ${expected.join(', ') || 'nothing'} when ${from} becomes ${to}`, () => {
        expect(transitionEvents(from, to)).to.deep.equal(expected);
      });
    }
  }

  it('was asked for every pair of states', () => {
    expect([...seen]).to.have.members(STATES.flatMap((from) => STATES.map((to) => `${from} ${to}`)));
  });

  for (const state of ['of the future', 'constructor', '']) {
    it(`publishes nothing for the unknown state "${state}", but what a known one means by itself`, () => {
      expect([...transitionEvents('connected', state)]).to.deep.equal([]);
      expect(transitionEvents(state, 'connected')).to.deep.equal(['contact::connected']);
      expect(transitionEvents(state, 'ended')).to.deep.equal(['contact::acw']);
      expect(transitionEvents(state, state)).to.deep.equal([]);
    });
  }
});

describe('isFinishedState', () => {
  for (const state of STATES) {
    const finished = ['ended', 'missed', 'rejected', 'error'].includes(state);
    it(`is ${finished} for ${state}`, () => {
      expect(isFinishedState(state)).to.equal(finished);
    });
  }
});
