// A time that a caller gives: what is taken, and what is said of one that is none.
import { expect } from '@open-wc/testing';
import { LONGEST_TIME, takeTime } from '../src/conduit/time-limit.js';

const RULE = { usual: 5_000, least: 100, most: 60_000 };
const wants = 'wait must be a number of milliseconds from 100 to 60000';

describe('a time that is given', () => {
  const TAKEN: readonly (readonly [given: unknown, time: number, problem: string | null])[] = [
    [undefined, 5_000, null],
    [null, 5_000, null],
    [100, 100, null],
    [60_000, 60_000, null],
    [99, 100, `${wants}; it is 99. 100 is used.`],
    [60_001, 5_000, `${wants}; it is 60001. 5000 is used.`],
    [0, 5_000, `${wants}; it is 0. 5000 is used.`],
    [-1, 5_000, `${wants}; it is -1. 5000 is used.`],
    [NaN, 5_000, `${wants}; it is NaN. 5000 is used.`],
    [Infinity, 5_000, `${wants}; it is Infinity. 5000 is used.`],
    [999_999, 5_000, `${wants}; it is 999999. 5000 is used.`],
    [1_000_000, 5_000, `${wants}; it is above that. 5000 is used.`],
    [-1_000_000, 5_000, `${wants}; it is far below that. 5000 is used.`],
    ['200', 200, `${wants}; it is the text "200". 200 is used.`],
    ['', 5_000, `${wants}; it is the text "". 5000 is used.`],
    [' ', 5_000, `${wants}; it is the text " ". 5000 is used.`],
    ['soon', 5_000, `${wants}; it is the text "soon". 5000 is used.`],
    ['x'.repeat(50), 5_000, `${wants}; it is the text "${'x'.repeat(40)}". 5000 is used.`],
    [true, 5_000, `${wants}; it is of the type boolean. 5000 is used.`],
    [{}, 5_000, `${wants}; it is of the type object. 5000 is used.`],
  ];
  for (const [given, time, problem] of TAKEN) {
    it(`as ${typeof given} ${JSON.stringify(given)?.slice(0, 20) ?? ''} is taken as ${time}`, () => {
      expect(takeTime('wait', given, RULE)).to.deep.equal({ time, problem });
    });
  }

  it('is bounded by what a timer keeps where no other bound is set, and by a millisecond', () => {
    const words = 'wait must be a number of milliseconds from 1 to 2^31 - 1';
    const cases = [
      [Infinity, LONGEST_TIME, `${words}; it is Infinity. 2^31 - 1 is used.`],
      [LONGEST_TIME + 1, LONGEST_TIME, `${words}; it is above that. 2^31 - 1 is used.`],
      [LONGEST_TIME, LONGEST_TIME, null],
      [0.5, 1, `${words}; it is 0.5. 1 is used.`],
    ] as const;
    for (const [given, time, problem] of cases) {
      expect(takeTime('wait', given, { usual: 5_000 })).to.deep.equal({ time, problem });
    }
  });
});
