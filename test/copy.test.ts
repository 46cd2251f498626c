import { expect } from '@open-wc/testing';
import { copied } from '../src/agent/copy.js';

describe('copied', () => {
  it('gives an equal value of which no part is the same', () => {
    const value = { list: [{ a: 1 }], moment: new Date(7), nothing: null, missing: undefined };
    const copy = copied(value);
    expect(copy).to.deep.equal(value);
    expect(copy).not.to.equal(value);
    expect(copy.list).not.to.equal(value.list);
    expect(copy.list[0]).not.to.equal(value.list[0]);
    expect(copy.moment).not.to.equal(value.moment);
  });

  it('can be written to though the value is frozen', () => {
    const copy = copied(Object.freeze([Object.freeze({ name: 'b' }), Object.freeze({ name: 'a' })]));
    const list = copy as { name: string }[];
    list.sort((one, other) => one.name.localeCompare(other.name));
    list[0].name = 'c';
    expect(list.splice(0)).to.deep.equal([{ name: 'c' }, { name: 'b' }]);
  });

  it('takes what is no object as it is', () => {
    for (const value of [null, undefined, 'x', 0, true]) expect(copied(value)).to.equal(value);
  });

  it('ends when a value contains itself, and keeps what was one object one object', () => {
    const state = { type: 'connected' };
    const circle: Record<string, unknown> = { state, status: state };
    circle.list = [circle];
    const copy = copied(circle) as { list: unknown[]; state: object; status: object };
    expect(copy.list[0]).to.equal(copy);
    expect(copy.state).to.equal(copy.status);
    const list: unknown[] = [];
    list.push(list);
    const lists = copied({ one: list, other: list });
    expect(lists.one).to.equal(lists.other);
    expect(lists.one[0]).to.equal(lists.one);
  });

  it('gives bytes as they are', () => {
    const bytes = new Uint8Array([1]);
    expect(copied({ bytes }).bytes).to.equal(bytes);
  });
});
