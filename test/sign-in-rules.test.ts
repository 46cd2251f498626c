// The table of signing in, shown as what it makes of every status at every event.
import { expect } from '@open-wc/testing';
import { counts, SIGN_IN_RULES, type SignInEvent } from '../src/sign-in/sign-in-rules.js';
import type { CcpStatus } from '../src/sign-in/status.js';

const STATUSES: readonly CcpStatus[] = [
  'loading',
  'signed-out',
  'popup-open',
  'popup-blocked',
  'storage-access-needed',
  'ready',
  'stale',
  'expired',
  'denied',
];

/** Where each event leads from each status, in the order above; `.` if it does not count there. */
const EXPECTED: Readonly<Record<SignInEvent, string>> = {
  unanswered: 'signed-out . . . . . . . .',
  answered: 'panel panel panel panel panel panel panel panel panel',
  pulse: 'panel panel panel panel panel panel panel panel .',
  data: 'ready ready ready ready ready ready ready ready ready',
  silent: 'stale . . . . stale . . .',
  expired: 'expired expired expired expired expired expired expired expired expired',
  'signed-out': 'signed-out signed-out signed-out signed-out signed-out signed-out signed-out signed-out signed-out',
  denied: 'denied denied denied denied denied denied denied denied denied',
  'storage-access-needed': Array(9).fill('storage-access-needed').join(' '),
  'storage-granted': '. . . . loading . . . .',
  'popup-open': 'popup-open popup-open popup-open popup-open popup-open . popup-open popup-open popup-open',
  'popup-blocked':
    'popup-blocked popup-blocked popup-blocked popup-blocked popup-blocked . popup-blocked popup-blocked popup-blocked',
  'popup-closed': '. . rest . . . . . .',
  login: 'stays stays stays stays stays . stays stays stays',
  retry: 'loading loading loading loading loading loading loading loading loading',
};

/** Which events have a new frame made, or a window opened, by themselves or at once. */
const DOES: Readonly<Partial<Record<SignInEvent, string>>> = {
  unanswered: 'ask',
  expired: 'pause',
  'signed-out': 'pause',
  login: 'open',
  'popup-closed': 'reload',
  retry: 'reload',
};

describe('the table of signing in', () => {
  const events = Object.keys(SIGN_IN_RULES) as SignInEvent[];

  it('knows every event', () => {
    expect(events).to.have.members(Object.keys(EXPECTED));
  });

  for (const event of events) {
    it(`leads from ${event} where it should`, () => {
      const rule = SIGN_IN_RULES[event];
      const row = STATUSES.map((status) => (counts(rule, status) ? rule[0] || 'stays' : '.'));
      expect(row.join(' ')).to.equal(EXPECTED[event]);
    });

    it(`makes no more of ${event} than it should`, () => {
      const [, , ...does] = SIGN_IN_RULES[event];
      expect(does.filter((action) => action !== 'stop').join(' ')).to.equal(DOES[event] ?? '');
    });
  }

  it('never takes silence for a sign-out, and opens no window for it', () => {
    expect(SIGN_IN_RULES.silent).to.deep.equal(['stale', ['loading', 'ready']]);
  });
});
