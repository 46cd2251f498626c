import { expect } from '@open-wc/testing';
import { frozen } from '../src/agent/freeze.js';

describe('frozen', () => {
  it('freezes a value and everything in it, and gives the same one', () => {
    const value = { list: [{ a: 1 }], moment: new Date(0) };
    expect(frozen(value)).to.equal(value);
    expect(value).to.be.frozen;
    expect(value.list).to.be.frozen;
    expect(value.list[0]).to.be.frozen;
  });

  it('takes what is no object as it is', () => {
    for (const value of [null, undefined, 'x', 0, true]) expect(frozen(value)).to.equal(value);
  });

  it('ends when a value contains itself', () => {
    const circle: Record<string, unknown> = {};
    circle.list = [circle];
    expect(frozen(circle)).to.be.frozen;
    expect(circle.list).to.be.frozen;
  });

  it('leaves bytes, which cannot be frozen, and freezes what is around them', () => {
    const value = { bytes: new Uint8Array([1]), other: {} };
    expect(frozen(value)).to.be.frozen;
    expect(value.other).to.be.frozen;
  });
});
