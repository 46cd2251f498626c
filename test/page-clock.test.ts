import { expect } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { formatsFor } from '../elements/words/formats.js';
import { anchorTimes, ElapsedController, everySecond } from '../elements/page/page-clock.js';
import { FakeTimers } from './support/fake-timers.js';

const { duration } = formatsFor('en');

/** An element as far as a controller sees it. */
class Host implements ReactiveControllerHost {
  readonly updateComplete = Promise.resolve(true);
  updates = 0;
  readonly controllers: ReactiveController[] = [];

  addController(controller: ReactiveController): void {
    this.controllers.push(controller);
  }

  removeController(): void {}

  requestUpdate(): void {
    this.updates++;
  }
}

describe('the page’s clock', () => {
  let timers: FakeTimers;
  let now: number;
  const { performance } = globalThis;

  beforeEach(() => {
    timers = new FakeTimers();
    now = 500;
    Object.defineProperty(globalThis, 'performance', { value: { now: () => now }, configurable: true });
  });

  afterEach(() => {
    timers.restore();
    Object.defineProperty(globalThis, 'performance', { value: performance, configurable: true });
  });

  /** Lets time pass on both clocks. */
  async function pass(milliseconds: number): Promise<void> {
    now += milliseconds;
    await timers.advance(milliseconds);
  }

  it('has one timer, aligned to the second, for all who listen, and none when nobody does', async () => {
    const heard: string[] = [];
    const stopFirst = everySecond(() => heard.push('first'));
    const stopSecond = everySecond(() => heard.push('second'));
    expect(timers.pending).to.deep.equal([500]);
    await pass(500);
    expect(heard).to.deep.equal(['first', 'second']);
    expect(timers.pending).to.deep.equal([1000]);
    stopFirst();
    await pass(1000);
    expect(heard).to.deep.equal(['first', 'second', 'second']);
    stopSecond();
    expect(timers.pending).to.deep.equal([]);
    const stopThird = everySecond(() => heard.push('third'));
    expect(timers.pending.length).to.equal(1);
    stopThird();
    stopThird();
    expect(timers.pending).to.deep.equal([]);
  });

  it('counts from the age that a moment had, whatever the system’s clock does then', async () => {
    const host = new Host();
    const elapsed = new ElapsedController(host);
    elapsed.hostConnected();
    elapsed.since = Date.now() - 61_000;
    expect(duration(elapsed.ms)).to.equal('1:01');
    timers.now += 3_600_000;
    await pass(2_000);
    expect(duration(elapsed.ms)).to.equal('1:03');
    timers.now -= 2 * 3_600_000;
    await pass(1_000);
    expect(duration(elapsed.ms)).to.equal('1:04');
    elapsed.hostDisconnected();
  });

  /** What may happen to the clocks of a page in which something has run for five minutes, and what it shows two seconds later. */
  const JUMPS: readonly (readonly [what: string, wall: number, tell: () => unknown, shown: string])[] = [
    ['an hour of sleep, before the page notices', 3_600_000, () => {}, '5:02'],
    [
      'an hour of sleep, and the page is looked at',
      3_600_000,
      () => document.dispatchEvent(new Event('visibilitychange')),
      '1:05:02',
    ],
    [
      'an hour of sleep, and the page is resumed',
      3_600_000,
      () => document.dispatchEvent(new Event('resume')),
      '1:05:02',
    ],
    [
      'an hour of sleep, and the browser is online again',
      3_600_000,
      () => window.dispatchEvent(new Event('online')),
      '1:05:02',
    ],
    ['an hour of sleep, and a snapshot', 3_600_000, anchorTimes, '1:05:02'],
    [
      'a clock set back, and the page is looked at',
      -3_600_000,
      () => document.dispatchEvent(new Event('visibilitychange')),
      '5:02',
    ],
  ];
  for (const [what, wall, tell, shown] of JUMPS) {
    it(`${what}: ${shown}`, async () => {
      anchorTimes();
      const host = new Host();
      const elapsed = new ElapsedController(host);
      elapsed.hostConnected();
      elapsed.since = Date.now() - 300_000;
      timers.now += wall;
      tell();
      await pass(2_000);
      expect(duration(elapsed.ms)).to.equal(shown);
      elapsed.hostDisconnected();
    });
  }

  for (const [what, by] of [
    ['back', -3_600_000],
    ['forward', 3_600_000],
  ] as const) {
    it(`a clock set ${what} and a snapshot, whose moments are by the new time: nothing jumps`, async () => {
      anchorTimes();
      const elapsed = new ElapsedController(new Host());
      elapsed.hostConnected();
      elapsed.since = Date.now() - 300_000;
      timers.now += by;
      await pass(1_000);
      expect(duration(elapsed.ms)).to.equal('5:01');
      elapsed.since = elapsed.since + by;
      anchorTimes();
      await pass(1_000);
      expect(duration(elapsed.ms)).to.equal('5:02');
      elapsed.hostDisconnected();
    });
  }

  it('asks for one update each second, while the element is there and something runs', async () => {
    const host = new Host();
    const elapsed = new ElapsedController(host);
    elapsed.since = Date.now();
    expect(timers.pending).to.deep.equal([]);
    elapsed.hostConnected();
    await pass(500);
    await pass(1000);
    expect(host.updates).to.equal(2);
    elapsed.since = null;
    expect(duration(elapsed.ms)).to.equal('0:00');
    expect(timers.pending).to.deep.equal([]);
    elapsed.since = Date.now() + 5_000; // a clock that is ahead: no time before nothing
    expect(duration(elapsed.ms)).to.equal('0:00');
    elapsed.hostDisconnected();
    expect(timers.pending).to.deep.equal([]);
  });

  const DURATIONS: readonly (readonly [number, string])[] = [
    [-1, '0:00'],
    [999, '0:00'],
    [59_999, '0:59'],
    [60_000, '1:00'],
    [725_000, '12:05'],
    [3_599_999, '59:59'],
    [3_729_000, '1:02:09'],
  ];
  for (const [milliseconds, text] of DURATIONS) {
    it(`${milliseconds} ms is ${text}`, () => expect(duration(milliseconds)).to.equal(text));
  }
});
