// What of a page's objects crosses the wire: what JSON would make of it, whatever the page has done to its prototypes.
import { expect } from '@open-wc/testing';
import { sendable } from '../src/conduit/sendable.js';

describe('an object that is sent', () => {
  const MOMENT = new Date(Date.UTC(2026, 0, 1));
  const VALUES: readonly (readonly [what: string, given: unknown, sent: unknown])[] = [
    [
      'texts, numbers, truths and null',
      ['x', '', 1.5, 0, -1, true, false, null],
      ['x', '', 1.5, 0, -1, true, false, null],
    ],
    ['numbers that are none', [NaN, Infinity, -Infinity], [null, null, null]],
    ['in a list, what has no place', [undefined, () => 1, Symbol('x')], [null, null, null]],
    ['in an object, what has no place', { a: undefined, b: () => 1, c: Symbol('x'), d: 1 }, { d: 1 }],
    ['moments', [MOMENT, new Date(NaN)], [MOMENT.toISOString(), null]],
    ['objects in lists in objects', { a: [{ b: [1] }] }, { a: [{ b: [1] }] }],
    [
      'what makes its own plain data',
      [new URL('https://a.example/'), { toJSON: () => ({ a: [1, NaN] }) }],
      ['https://a.example/', { a: [1, null] }],
    ],
    ['a member named toJSON that is no function', { toJSON: 'x' }, { toJSON: 'x' }],
    ['what a framework has wrapped', new Proxy({ a: new Proxy([1], {}) }, {}), { a: [1] }],
  ];
  for (const [what, given, sent] of VALUES) {
    it(`has ${what}`, () => expect(sendable(given as object)).to.deep.equal(sent));
  }

  it('is a copy', () => {
    const given = { list: [{}] };
    const sent = sendable(given) as typeof given;
    expect([sent === given, sent.list === given.list, sent.list[0] === given.list[0]]).to.deep.equal([
      false,
      false,
      false,
    ]);
  });

  it('may have one object in two places, and itself in none', () => {
    const one = { a: 1 };
    expect(sendable({ one, other: one, list: [one] })).to.deep.equal({ one, other: one, list: [one] });
    const circle: Record<string, unknown> = {};
    circle.deep = { list: [circle] };
    expect(() => sendable(circle)).to.throw(TypeError, 'an object that contains itself cannot be sent');
  });

  for (const [what, prototype] of Object.entries({ lists: Array.prototype, objects: Object.prototype })) {
    it(`is asked for nothing that the page has given to all ${what}`, () => {
      Object.defineProperty(prototype, 'toJSON', { value: () => 'as text', configurable: true });
      try {
        expect(sendable({ list: [1], object: { a: 1 } })).to.deep.equal({ list: [1], object: { a: 1 } });
      } finally {
        delete (prototype as { toJSON?: unknown }).toJSON;
      }
    });
  }
});
