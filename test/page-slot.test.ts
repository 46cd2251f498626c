// What copies of the library share: only those whose version of it is the same.
import { expect } from '@open-wc/testing';
import { pageSlot } from '../elements/page/page-slot.js';

interface Shared {
  readonly version: number;
  readonly names: Set<string>;
}

let count = 0;
const newName = () => `test-${++count}`;
const make = (version: number) => () => ({ version, names: new Set<string>() });
const ask = (name: string, version: number) => pageSlot<Shared>(name, version, make(version));

describe('what the page has once', () => {
  it('is made by the first copy that asks, and given to all of that version', () => {
    const name = newName();
    expect(ask(name, 1)).to.equal(ask(name, 1));
  });

  for (const [first, second] of [
    [1, 2],
    [2, 1],
  ]) {
    it(`version ${second} does not get that of version ${first}, and leaves it where it is`, () => {
      const name = newName();
      const older = ask(name, first);
      const newer = ask(name, second);
      expect(newer).not.to.equal(older);
      expect(newer.version).to.equal(second);
      expect(ask(name, first)).to.equal(older);
      expect(ask(name, second)).to.equal(newer);
    });
  }

  it('is not listed among the members of the window', () => {
    const name = newName();
    ask(name, 1);
    ask(name, 2);
    const listed = Object.getOwnPropertySymbols(window).filter(
      (key) => Object.getOwnPropertyDescriptor(window, key)!.enumerable,
    );
    expect(listed.filter(({ description }) => description?.includes(name))).to.deep.equal([]);
  });
});
