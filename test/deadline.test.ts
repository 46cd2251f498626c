// A promise that is waited for so long and no longer.
import { expect } from '@open-wc/testing';
import { within } from '../src/conduit/deadline.js';
import { FakeTimers } from './support/fake-timers.js';

describe('what is waited for within a time', () => {
  let timers: FakeTimers;

  beforeEach(() => {
    timers = new FakeTimers();
  });
  afterEach(() => timers.restore());

  /** How it ends: `gives …` or `fails with …`; null as long as it does not. */
  function follow(promise: PromiseLike<string>) {
    const seen = { end: null as string | null };
    within(promise, 100, () => new Error('late')).then(
      (value) => (seen.end = `gives ${value}`),
      (error: Error) => (seen.end = `fails with ${error.message}`),
    );
    return seen;
  }

  it('is given on, and so is its failure; no timer is left', async () => {
    const [good, bad] = [follow(Promise.resolve('a')), follow(Promise.reject(new Error('b')))];
    await timers.advance(0);
    expect([good.end, bad.end]).to.deep.equal(['gives a', 'fails with b']);
    expect(timers.pending).to.deep.equal([]);
  });

  it('is given up when the time is over, not before', async () => {
    const never = follow(new Promise(() => {}));
    await timers.advance(99);
    expect(never.end).to.equal(null);
    await timers.advance(1);
    expect(never.end).to.equal('fails with late');
    expect(timers.pending).to.deep.equal([]);
  });
});
