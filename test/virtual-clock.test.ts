// The clock of the simulated service: it runs, and it can be moved.
import { expect } from '@open-wc/testing';
import { VirtualClock } from '../src/simulator/service/virtual-clock.js';

const START = 1_000_000;

describe('Virtual clock', () => {
  it('fires what is due in order, each at its own time', () => {
    const clock = new VirtualClock({ source: () => START, running: false });
    const fired: [string, number][] = [];
    const note = (name: string) => () => void fired.push([name, clock.now() - START]);
    clock.setTimer(30, note('c'));
    clock.setTimer(10, () => {
      note('a')();
      clock.setTimer(5, note('b'));
    });
    clock.setTimer(20, note('never'))();
    clock.advance(29);
    expect(fired).to.eql([['a', 10], ['b', 15]]); // prettier-ignore
    clock.advance(1);
    expect(fired.at(-1)).to.eql(['c', 30]);
    expect(clock.now()).to.equal(START + 30);
    expect(() => clock.advance(-1)).to.throw(RangeError);
  });

  it('runs by itself', async () => {
    const clock = new VirtualClock();
    await new Promise<void>((resolve) => clock.setTimer(1, resolve));
  });
});
