// Timers that end with their scope.
import { expect } from '@open-wc/testing';
import { ScopedTimer } from '../src/conduit/scoped-timer.js';
import { FakeTimers } from './support/fake-timers.js';

describe('ScopedTimer', () => {
  let timers: FakeTimers;
  let scope: AbortController;
  let timer: ScopedTimer;
  let runs: string[];
  const run = (name: string) => () => void runs.push(name);

  beforeEach(() => {
    timers = new FakeTimers();
    scope = new AbortController();
    timer = new ScopedTimer(scope.signal);
    runs = [];
  });
  afterEach(() => timers.restore());

  it('runs once, when its time has come', async () => {
    expect(timer.running).to.be.false;
    timer.start(10, run('x'));
    expect(timer.running).to.be.true;
    await timers.advance(9);
    expect(runs).to.be.empty;
    await timers.advance(1);
    expect(runs).to.deep.equal(['x']);
    expect(timer.running).to.be.false;
    await timers.advance(100);
    expect(runs).to.deep.equal(['x']);
  });

  it('runs the last that it was set to, alone', async () => {
    timer.start(10, run('first'));
    timer.start(20, run('second'));
    expect(timers.pending).to.deep.equal([20]);
    await timers.advance(20);
    expect(runs).to.deep.equal(['second']);
  });

  it('can be set again by what it runs', async () => {
    timer.start(10, () => {
      expect(timer.running).to.be.false;
      runs.push('first');
      timer.start(10, run('second'));
    });
    await timers.advance(20);
    expect(runs).to.deep.equal(['first', 'second']);
  });

  it('can be stopped, more than once', async () => {
    timer.start(10, run('x'));
    timer.stop();
    timer.stop();
    expect(timer.running).to.be.false;
    expect(timers.pending).to.be.empty;
    await timers.advance(10);
    expect(runs).to.be.empty;
  });

  it('stops with its scope and then cannot be started', async () => {
    timer.start(10, run('x'));
    scope.abort();
    expect(timer.running).to.be.false;
    timer.start(10, run('y'));
    expect(timer.running).to.be.false;
    expect(timers.pending).to.be.empty;
    await timers.advance(10);
    expect(runs).to.be.empty;
  });

  it('cannot be started in a scope that has ended before', () => {
    const late = new ScopedTimer(AbortSignal.abort());
    late.start(10, run('x'));
    expect(late.running).to.be.false;
    expect(timers.pending).to.be.empty;
  });

  it('is independent of other timers of its scope', async () => {
    const other = new ScopedTimer(scope.signal);
    timer.start(10, run('x'));
    other.start(10, run('y'));
    timer.stop();
    await timers.advance(10);
    expect(runs).to.deep.equal(['y']);
  });
});
