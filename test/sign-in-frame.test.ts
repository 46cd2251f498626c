// What the frame tells of signing in by loading: slow pages are waited for, and with its document a call is gone.
import { expect } from '@open-wc/testing';
import type { Connect } from '../src/connect.js';
import type { InitCcpOptions } from '../src/embedding/options.js';
import { closeFakeCcps, FakeCcp, fakeCcp, makeContainer, quietConnect, readyCcp } from './support/fake-ccp.js';
import { FakeTimers } from './support/fake-timers.js';
import { agentData, voiceContact } from './support/snapshots.js';

/** Defaults of initCCP, in milliseconds. */
const LOAD = 5_000;

const statusOf = (connect: Connect) => connect.core.getStatus();

const loaded = (connect: Connect) =>
  new Promise((resolve) => connect.core.getFrame()!.addEventListener('load', resolve, { once: true }));

describe('a frame whose page takes its time', () => {
  let timers: FakeTimers;
  beforeEach(() => (timers = new FakeTimers()));
  afterEach(() => {
    timers.restore();
    closeFakeCcps();
  });

  /** Embeds the helper page, which says nothing by itself. It has not loaded yet. */
  function embedded(options: Partial<InitCcpOptions> = {}) {
    const connect = quietConnect();
    const container = makeContainer();
    const frames: number[] = [];
    connect.core.onFrameRetry(({ attempt }) => frames.push(attempt));
    const ready = fakeCcp(connect, { loginMode: 'none', ...options }, container);
    return { connect, container, frames, ready };
  }

  it('is loading until it is there, and for another time-out from then on', async () => {
    const { connect } = embedded();
    await timers.advance(20 * LOAD);
    expect(statusOf(connect)).to.equal('loading');
    await loaded(connect);
    await timers.advance(LOAD - 1);
    expect(statusOf(connect)).to.equal('loading');
    await timers.advance(1);
    expect(statusOf(connect)).to.equal('signed-out');
  });

  it('is ready if it answers in that time', async () => {
    const { connect, ready } = embedded();
    await timers.advance(20 * LOAD);
    const ccp = await ready;
    await timers.advance(LOAD - 1);
    await ccp.acknowledge({ id: 'port-1' });
    await ccp.update(agentData());
    expect(statusOf(connect)).to.equal('ready');
  });

  it('that is loaded anew by retry is signed out after one time-out, and tried on', async () => {
    const { connect, frames, ready } = embedded();
    const ccp = await ready;
    await ccp.acknowledge({ id: 'port-1' });
    await ccp.update(agentData());
    connect.core.retry();
    expect(statusOf(connect)).to.equal('loading');
    await loaded(connect);
    await timers.advance(LOAD);
    expect(statusOf(connect)).to.equal('signed-out');
    expect(frames).to.deep.equal([0, 1]);
  });

  it('is not replaced while it loads, nor in the moment after', async () => {
    const { connect, frames, ready } = embedded();
    await ready;
    await timers.advance(2 * LOAD);
    expect(frames).to.deep.equal([1]);
    const slow = connect.core.getFrame();
    await timers.advance(4 * LOAD - 1);
    expect(connect.core.getFrame()).to.equal(slow);
    await loaded(connect);
    await timers.advance(1);
    expect(connect.core.getFrame(), 'it may be about to speak').to.equal(slow);
    await timers.advance(LOAD);
    expect(frames).to.deep.equal([1, 2]);
  });
});

describe('a frame with a live call', () => {
  afterEach(closeFakeCcps);

  it('is replaced after the end of the session only if its document has gone, and the call with it', async () => {
    const connect = quietConnect();
    const ccp: FakeCcp = await readyCcp(connect, agentData({ contacts: [voiceContact('a', 'connected')] }), {
      loginMode: 'none',
      ccpAckTimeout: 20,
      ccpLoadTimeout: 20,
    });
    const { frame } = ccp;
    await ccp.say('auth_fail');
    // Silence for several attempts' time: the frame has the sound.
    for (let round = 0; round < 5; round++) await ccp.next('synchronize');
    expect(connect.core.getFrame()).to.equal(frame);
    const retried = new Promise((resolve) => connect.core.onFrameRetry(resolve));
    ccp.window.location.reload();
    await retried;
    expect(connect.core.getFrame()).not.to.equal(frame);
  });
});
