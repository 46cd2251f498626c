// Trying the frame until the CCP answers: how often, how fast, what stops it, and what it leaves in the browser.
import { expect } from '@open-wc/testing';
import { CcpEvents, EventType } from '../src/events/event-names.js';
import { closeFakeCcps, makeContainer, quietConnect } from './support/fake-ccp.js';
import { FakeTimers } from './support/fake-timers.js';
import { ACK, CUT_OFF, LOAD, scene, WATCH } from './support/sign-in-scene.js';

describe('trying the frame', () => {
  let timers: FakeTimers;
  beforeEach(() => (timers = new FakeTimers()));
  afterEach(() => timers.restore());

  it('goes on every five seconds, or as often as asked, until the CCP answers', async () => {
    for (const [options, interval] of [
      [{}, LOAD],
      [{ ccpLoadTimeout: 700 }, 700],
      [{ disasterRecoveryOn: true }, 10_000],
      [{ ccpLoadTimeout: 700, retry: { interval: 300 } }, 300],
    ] as const) {
      const { signIn, page } = scene({ ...options, loginMode: 'none' });
      signIn.loadTimedOut();
      for (let attempt = 1; attempt <= 3; attempt++) {
        await timers.advance(interval - 1);
        expect(page.frames).to.equal(attempt - 1);
        await timers.advance(1);
        expect(page.frames).to.equal(attempt);
      }
      signIn.acknowledged(true);
      await timers.advance(60_000);
      expect(page.frames).to.equal(3);
      expect(timers.pending).to.be.empty;
    }
  });

  it('is given up after ten times, with an event, until the agent asks again', async () => {
    const { signIn, page } = scene({ loginMode: 'none' });
    signIn.loadTimedOut();
    await timers.advance(10 * LOAD);
    expect(page).to.include({ frames: 10, exhausted: 0 });
    await timers.advance(LOAD);
    expect(page).to.include({ frames: 10, exhausted: 1 });
    expect(timers.pending).to.be.empty;
    signIn.loadTimedOut();
    await timers.advance(20 * LOAD);
    expect(page).to.include({ frames: 10, exhausted: 1 });
    signIn.login();
    await timers.advance(WATCH);
    signIn.acknowledged(true);
    signIn.dataArrived();
    expect(timers.pending).to.be.empty;
  });

  it('tells of each attempt once', async () => {
    const { signIn, retries } = scene({ loginMode: 'none', retry: { limit: 3 } });
    signIn.loadTimedOut();
    await timers.advance(60_000);
    expect(retries).to.deep.equal([1, 2, 3].map((attempt) => ({ attempt, delay: LOAD })));
  });

  it('follows the policy: limit, pauses that grow, and up to where', async () => {
    const { signIn, page, retries } = scene({
      loginMode: 'none',
      retry: { limit: 5, interval: 1_000, backoff: 3, maxInterval: 20_000 },
    });
    signIn.loadTimedOut();
    await timers.advance(10 * 60_000);
    expect(retries.map(({ delay }) => delay)).to.deep.equal([3_000, 9_000, 20_000, 20_000, 20_000]);
    expect(page).to.include({ frames: 5, exhausted: 1 });
  });

  it('may go on without end, slowly', async () => {
    const { signIn, page } = scene({ loginMode: 'none', retry: { limit: Infinity, backoff: 2 } });
    signIn.loadTimedOut();
    await timers.advance(60 * 60_000);
    expect(page.exhausted).to.equal(0);
    expect(page.frames).to.be.within(60, 64);
  });

  it('may be left out', async () => {
    const { signIn, page } = scene({ loginMode: 'none', retry: { limit: 0 } });
    signIn.loadTimedOut();
    await timers.advance(60_000);
    expect(page).to.include({ frames: 0, exhausted: 1 });
  });

  it('goes on beyond the limit, more and more slowly, while the window is open', async () => {
    const { signIn, page, retries, popups } = scene();
    signIn.loadTimedOut();
    await timers.advance(5 * 60_000);
    expect(page.exhausted).to.equal(1);
    const beyond = retries.slice(10).map(({ delay }) => delay);
    expect(beyond.slice(0, 4)).to.deep.equal([10_000, 20_000, 40_000, 60_000]);
    popups[0].closed = true;
    await timers.advance(WATCH + 20 * LOAD);
    expect(page.exhausted, 'ten more, then no more').to.equal(2);
    expect(timers.pending).to.be.empty;
  });

  it('waits for a page that is slow to load, and does not count', async () => {
    const { signIn, page } = scene({ loginMode: 'none' });
    signIn.loadTimedOut();
    await timers.advance(LOAD);
    page.loading = true;
    await timers.advance(30 * LOAD);
    expect(page).to.include({ frames: 1, exhausted: 0 });
    page.loading = false;
    await timers.advance(LOAD);
    expect(page.frames).to.equal(2);
  });

  describe('waits while a voice contact is live', () => {
    it('and does not count', async () => {
      const { signIn, page, ready } = scene({ loginMode: 'none' });
      ready();
      signIn.sessionEnded('expired');
      page.liveVoice = true;
      await timers.advance(ACK + 30 * LOAD);
      expect(page).to.include({ frames: 0, exhausted: 0 });
      page.liveVoice = false;
      await timers.advance(LOAD);
      expect(page.frames).to.equal(1);
    });

    it('also when the window is closed', async () => {
      const { signIn, page, popups, ready } = scene();
      ready();
      signIn.sessionEnded('expired');
      await timers.advance(ACK);
      page.liveVoice = true;
      await timers.advance(WATCH + CUT_OFF);
      popups[0].closed = true;
      await timers.advance(WATCH);
      expect(page.frames).to.equal(0);
      expect(signIn.status).to.equal('expired');
    });

    it('but not for a contact whose frame is gone: what was last known of it would last for ever', async () => {
      const { signIn, page, ready } = scene();
      ready();
      page.liveVoice = true;
      signIn.retry();
      await timers.advance(LOAD);
      expect(page.frames).to.equal(2);
    });
  });

  it('does not begin twice', async () => {
    const { signIn, page } = scene({ loginMode: 'none' });
    signIn.loadTimedOut();
    await timers.advance(LOAD / 2);
    signIn.login();
    await timers.advance(LOAD / 2);
    expect(page.frames).to.equal(1);
  });

  describe('by retry', () => {
    it('is done at once, even in a call, and counts anew', () => {
      const { signIn, page, retries, changes, ready } = scene();
      ready();
      page.liveVoice = true;
      signIn.retry();
      expect(page.frames).to.equal(1);
      expect(retries).to.deep.equal([{ attempt: 0, delay: LOAD }]);
      expect(signIn.answered).to.be.false;
      expect(changes).to.deep.equal(['ready', 'loading']);
      signIn.acknowledged(true);
      expect(signIn.status, 'old data are no data').to.equal('loading');
      signIn.dataArrived();
      expect(signIn.status).to.equal('ready');
      expect(timers.pending).to.be.empty;
    });

    for (const loginMode of ['auto', 'manual', 'none'] as const) {
      it(`begins the attempts anew, also after all were in vain, in the mode ${loginMode}`, async () => {
        const { signIn, page } = scene({ loginMode });
        signIn.retry();
        await timers.advance(20 * LOAD);
        page.frames = page.exhausted = 0;
        signIn.retry();
        await timers.advance(10 * LOAD);
        expect(page.frames).to.equal(11);
        signIn.acknowledged(true);
        signIn.dataArrived();
        expect(timers.pending).to.be.empty;
      });
    }
  });
});

describe('trying the frame leaves in the browser', () => {
  afterEach(closeFakeCcps);

  it('no entry in the history, and nothing in storage, after twenty attempts', async () => {
    const connect = quietConnect();
    const container = makeContainer();
    const entries = history.length;
    const kept = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);
    const before = kept();
    const attempts: unknown[] = [];
    connect.core.onFrameRetry((retry) => attempts.push(retry));
    const frames = new Set<HTMLIFrameElement>();
    const done = new Promise<void>((resolve) => connect.core.onIframeRetriesExhausted(() => resolve()));
    connect.core.getEventBus().subscribe(CcpEvents.RETRY, () => frames.add(connect.core.getFrame()!));
    connect.core.initCCP(container, {
      ccpUrl: new URL('/test/support/pages/mute.html', location.href).href,
      loginPopup: false,
      ccpLoadTimeout: 20,
      retry: { limit: 20 },
    });
    await done;
    expect(history.length).to.equal(entries);
    expect(kept()).to.equal(before);
    expect(attempts).to.have.length(20);
    expect(frames.size).to.equal(20);
    expect(container.querySelectorAll('iframe')).to.have.length(1);
    connect.core.terminate();
    container.remove();
  });

  it('an embedding that retry starts anew, also after the last attempt', async () => {
    const connect = quietConnect();
    const container = makeContainer();
    const exhausted = () => new Promise<void>((resolve) => connect.core.onIframeRetriesExhausted(() => resolve()));
    let waits = exhausted();
    let timeouts = 0;
    connect.core.getEventBus().subscribe(EventType.ACK_TIMEOUT, () => timeouts++);
    connect.core.initCCP(container, {
      ccpUrl: new URL('/test/support/pages/mute.html', location.href).href,
      loginPopup: false,
      ccpLoadTimeout: 20,
      retry: { limit: 2 },
    });
    await waits;
    waits = exhausted();
    connect.core.retry();
    expect(connect.core.getStatus()).to.equal('loading');
    await waits;
    expect(connect.core.getStatus()).to.equal('signed-out');
    expect(timeouts).to.be.above(0);
    connect.core.terminate();
    container.remove();
  });
});
