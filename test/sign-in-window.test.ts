// The sign-in window: when it opens, who shows it, when it closes, and what "closed" means.
import { expect } from '@open-wc/testing';
import type { InitCcpOptions } from '../src/embedding/options.js';
import { FakeTimers, settled } from './support/fake-timers.js';
import { CCP, CUT_OFF, FakeLocks, LOAD, scene, WATCH } from './support/sign-in-scene.js';

const LOCK = 'connect-login-popup-lock';

/** Longer than the window's page must have been there, for its closing to count. */
const SEEN = WATCH + CUT_OFF;

describe('the sign-in window', () => {
  let timers: FakeTimers;
  beforeEach(() => (timers = new FakeTimers()));
  afterEach(() => timers.restore());

  describe('opens', () => {
    it('once, by itself, when nothing comes in time', async () => {
      const { signIn, changes, opened } = scene();
      signIn.loadTimedOut();
      await settled();
      signIn.loadTimedOut();
      await timers.advance(0);
      expect(changes).to.deep.equal(['signed-out', 'popup-open']);
      expect(opened).to.deep.equal([[CCP, 'connect::loginPopup', '']]);
    });

    it('with the sign-in address, in the size that is asked for', async () => {
      const loginUrl = 'https://idp.example/';
      const cases: [loginOptions: InitCcpOptions['loginOptions'], features: string][] = [
        [{}, 'width=433, height=578, top=0, left=0'],
        [{ width: 400, height: 300, top: 20, left: 10 }, 'width=400, height=300, top=20, left=10'],
      ];
      for (const [loginOptions, features] of cases) {
        const { signIn, opened } = scene({ loginUrl, loginOptions });
        signIn.loadTimedOut();
        await settled();
        expect(opened).to.deep.equal([[loginUrl, 'connect::loginPopup', features]]);
      }
    });

    it('for the agent alone when the mode is manual', async () => {
      const { signIn, changes, opened, page } = scene({ loginMode: 'manual' });
      signIn.loadTimedOut();
      await timers.advance(60_000);
      expect(changes).to.deep.equal(['signed-out']);
      expect(opened).to.be.empty;
      expect(page.frames).to.equal(0);
      signIn.login();
      await settled();
      expect(signIn.status).to.equal('popup-open');
      expect(opened).to.have.length(1);
      await timers.advance(LOAD);
      expect(page.frames).to.equal(1);
    });

    for (const option of [{ loginPopup: false }, { loginMode: 'none' as const }]) {
      it(`not at all with ${JSON.stringify(option)}; the frame is tried`, async () => {
        const { signIn, opened, page } = scene(option);
        signIn.loadTimedOut();
        await timers.advance(LOAD);
        expect(opened).to.be.empty;
        expect(page.frames).to.equal(1);
        expect(signIn.status).to.equal('signed-out');
      });
    }

    it('by the mode, where loginPopup says otherwise', async () => {
      const { signIn, opened } = scene({ loginPopup: false, loginMode: 'auto' });
      signIn.loadTimedOut();
      await settled();
      expect(opened).to.have.length(1);
    });

    it('from a click after the browser has blocked it', async () => {
      const { signIn, page, changes, opened, locks } = scene();
      page.blocks = true;
      signIn.loadTimedOut();
      await settled();
      expect(changes).to.deep.equal(['signed-out', 'popup-blocked']);
      expect(locks?.held).to.be.null;
      page.blocks = false;
      signIn.login();
      await settled();
      expect(signIn.status).to.equal('popup-open');
      expect(opened).to.have.length(1);
    });

    it('within the click, before anything of the browser has answered: WebKit forgets the click by then', async () => {
      const refusing = new FakeLocks();
      refusing.refuses = true;
      for (const locks of [new FakeLocks(), refusing, null]) {
        const { signIn, opened } = scene({ locks, loginMode: 'manual' });
        signIn.loadTimedOut();
        await settled();
        signIn.login();
        expect(opened).to.have.length(1);
        expect(signIn.status).to.equal('popup-open');
      }
    });

    it('not any more if the CCP has answered in the meantime', async () => {
      const { signIn, opened, changes } = scene();
      signIn.loadTimedOut();
      signIn.acknowledged(true);
      signIn.dataArrived();
      await settled();
      expect(opened).to.be.empty;
      expect(changes).to.deep.equal(['signed-out', 'loading', 'ready']);
    });
  });

  describe('is let go', () => {
    it('once the agent is signed in, and stays open', async () => {
      const { signIn, popups, locks } = scene();
      signIn.loadTimedOut();
      await settled();
      expect(locks?.held).to.equal(LOCK);
      signIn.acknowledged(true);
      signIn.dataArrived();
      await settled();
      expect(popups[0]?.closed).to.be.false;
      expect(locks?.held).to.be.null;
      expect(timers.pending).to.be.empty;
    });

    for (const option of [{ loginPopupAutoClose: true }, { loginOptions: { autoClose: true } }]) {
      it(`and closed once the agent is signed in, with ${JSON.stringify(option)}`, async () => {
        const { signIn, popups, locks } = scene(option);
        signIn.loadTimedOut();
        await settled();
        signIn.acknowledged(true);
        await settled();
        expect(popups[0]?.closed, 'the CCP is there, but gives no data yet').to.be.false;
        signIn.dataArrived();
        await settled();
        expect(popups[0]?.closed).to.be.true;
        expect(locks?.held).to.be.null;
        expect(timers.pending).to.be.empty;
      });
    }

    it('but never closed while somebody signs in, be it for five minutes', async () => {
      const { signIn, popups, opened, page } = scene({ loginPopupAutoClose: true });
      signIn.loadTimedOut();
      await timers.advance(5 * 60_000);
      expect(popups[0]?.closed).to.be.false;
      expect(opened).to.have.length(1);
      const { frames } = page;
      await timers.advance(60_000);
      expect(page.frames, 'the frame is still tried').to.be.above(frames);
      signIn.acknowledged(true);
      signIn.dataArrived();
      expect(popups[0]?.closed).to.be.true;
    });

    it('and not closed by a session that is refused after its first answer', async () => {
      const { signIn, popups } = scene({ loginPopupAutoClose: true });
      signIn.loadTimedOut();
      await settled();
      signIn.acknowledged(true);
      signIn.sessionEnded('expired');
      await timers.advance(60_000);
      expect(popups[0]?.closed).to.be.false;
    });
  });

  describe('that the agent closes', () => {
    it('stays closed, and the frame is tried at once', async () => {
      const { signIn, popups, opened, page, changes } = scene();
      signIn.loadTimedOut();
      await timers.advance(SEEN);
      popups[0].closed = true;
      await timers.advance(WATCH);
      expect(changes).to.deep.equal(['signed-out', 'popup-open', 'signed-out']);
      expect(page.frames).to.equal(1);
      signIn.loadTimedOut();
      await timers.advance(10 * 60_000);
      expect(opened).to.have.length(1);
      expect(page.frames).to.equal(11);
      expect(signIn.status).to.equal('signed-out');
    });

    it('opens again when they ask for it', async () => {
      const { signIn, popups, opened } = scene();
      signIn.loadTimedOut();
      await timers.advance(SEEN);
      popups[0].closed = true;
      await timers.advance(WATCH);
      signIn.login();
      await settled();
      expect(opened).to.have.length(2);
      expect(signIn.status).to.equal('popup-open');
    });
  });

  describe('that says "closed" right after opening was cut off by its page', () => {
    it('and still counts as open', async () => {
      const { signIn, popups, changes, page } = scene();
      signIn.loadTimedOut();
      await settled();
      popups[0].closed = true;
      await timers.advance(LOAD - 1);
      expect(changes).to.deep.equal(['signed-out', 'popup-open']);
      expect(page.frames).to.equal(0);
    });

    it('however long its page takes to come', async () => {
      const { signIn, popups, changes } = scene();
      signIn.loadTimedOut();
      await settled();
      popups[0].location.href = 'about:blank';
      await timers.advance(20_000);
      popups[0].closed = true;
      await timers.advance(WATCH);
      expect(changes).to.deep.equal(['signed-out', 'popup-open']);
    });

    it('and the page of another origin is seen though nothing of it can be read', async () => {
      const { signIn, popups, changes } = scene();
      signIn.loadTimedOut();
      await settled();
      Object.defineProperty(popups[0], 'location', {
        get() {
          throw new DOMException('blocked a frame', 'SecurityError');
        },
      });
      await timers.advance(SEEN);
      popups[0].closed = true;
      await timers.advance(WATCH);
      expect(changes.at(-1)).to.equal('signed-out');
    });

    it('and the frame is tried more and more slowly, without end', async () => {
      const { signIn, popups, page, retries } = scene();
      signIn.loadTimedOut();
      await settled();
      popups[0].closed = true;
      await timers.advance(30 * 60_000);
      expect(retries.slice(0, 6).map(({ delay }) => delay)).to.deep.equal(
        [10, 20, 40, 60, 60, 60].map((s) => s * 1000),
      );
      expect(page.frames).to.be.within(30, 34);
      expect(page.exhausted).to.equal(1);
      expect(signIn.status).to.equal('popup-open');
      signIn.acknowledged(true);
      signIn.dataArrived();
      expect(timers.pending).to.be.empty;
    });
  });

  for (const [name, locks] of [
    ['with locks', () => new FakeLocks()],
    ['without locks', () => null],
  ] as const) {
    it(`that was cut off opens again when the agent asks for it, ${name}`, async () => {
      const { signIn, popups, opened } = scene({ locks: locks() });
      signIn.loadTimedOut();
      await timers.advance(WATCH);
      popups[0].closed = true;
      await timers.advance(WATCH);
      signIn.login();
      await settled();
      expect(opened).to.have.length(2);
    });

    it(`that is open comes to the front when the agent asks for it, ${name}`, async () => {
      const { signIn, popups, opened } = scene({ locks: locks() });
      signIn.loadTimedOut();
      await settled();
      signIn.login();
      await settled();
      expect(opened).to.have.length(1);
      expect(popups[0]?.focused).to.equal(1);
      expect(signIn.status).to.equal('popup-open');
    });
  }

  describe('in two tabs', () => {
    /** Two tabs of one browser, both of which find nobody signed in. */
    async function twoTabs() {
      const locks = new FakeLocks();
      const [first, second] = [scene({ locks }), scene({ locks, ccpUrl: 'https://ccp.example/another/' })];
      first.signIn.loadTimedOut();
      second.signIn.loadTimedOut();
      await settled();
      return { first, second, locks };
    }

    it('is shown by one of them, whatever the address; both count it as open and try their frames', async () => {
      const { first, second } = await twoTabs();
      expect([first.opened, second.opened].map(({ length }) => length)).to.deep.equal([1, 0]);
      expect([first.changes, second.changes]).to.deep.equal([
        ['signed-out', 'popup-open'],
        ['signed-out', 'popup-open'],
      ]);
      await timers.advance(LOAD);
      expect([first.page.frames, second.page.frames]).to.deep.equal([1, 1]);
    });

    it('has the other tab look at once when somebody has signed in', async () => {
      const { first, second } = await twoTabs();
      first.signIn.acknowledged(true);
      first.signIn.dataArrived();
      await settled();
      expect(second.page.frames).to.equal(1);
      expect(second.opened).to.be.empty;
      expect(second.signIn.status).to.equal('signed-out');
      second.signIn.acknowledged(true);
      second.signIn.dataArrived();
      expect(second.signIn.status).to.equal('ready');
    });

    it('that is closed in the one stays closed in the other', async () => {
      const { first, second } = await twoTabs();
      await timers.advance(SEEN);
      first.popups[0].closed = true;
      await timers.advance(WATCH);
      expect(second.signIn.status).to.equal('signed-out');
      await timers.advance(10 * 60_000);
      expect(second.opened).to.be.empty;
    });

    it('opens in the other all the same when the agent asks for it there: nobody is locked out', async () => {
      const { second } = await twoTabs();
      second.signIn.login();
      await settled();
      expect(second.opened).to.have.length(1);
      expect(second.signIn.status).to.equal('popup-open');
    });

    it('opens in the other only at the second click if none has been tried there', async () => {
      const locks = new FakeLocks();
      const [first, second] = [scene({ locks, loginMode: 'manual' }), scene({ locks, loginMode: 'manual' })];
      first.signIn.login();
      await settled();
      second.signIn.login();
      await settled();
      expect(second.opened).to.be.empty;
      expect(second.signIn.status).to.equal('popup-open');
      second.signIn.login();
      await settled();
      expect(second.opened).to.have.length(1);
    });

    it('is known to a tab that was opened later, before its agent clicks', async () => {
      const locks = new FakeLocks();
      const first = scene({ locks, loginMode: 'manual' });
      first.signIn.login();
      await settled();
      const second = scene({ locks, loginMode: 'manual' });
      await settled();
      second.signIn.login();
      expect(second.opened).to.be.empty;
      expect(second.signIn.status).to.equal('popup-open');
    });

    it('is open in both after clicks at one moment; each goes by its own', async () => {
      const locks = new FakeLocks();
      const [first, second] = [scene({ locks, loginMode: 'manual' }), scene({ locks, loginMode: 'manual' })];
      first.signIn.login();
      second.signIn.login();
      await timers.advance(SEEN);
      expect([first.opened, second.opened].map(({ length }) => length)).to.deep.equal([1, 1]);
      first.popups[0].closed = true;
      await timers.advance(WATCH);
      expect([first.signIn.status, second.signIn.status]).to.deep.equal(['signed-out', 'popup-open']);
      expect(second.page.frames, 'nobody has closed the second').to.equal(0);
    });

    it('is waited for by a tab that has closed its own: its frame is tried beyond the limit', async () => {
      const locks = new FakeLocks();
      const options = { locks, loginMode: 'manual', retry: { limit: 1 } } as const;
      const [first, second] = [scene(options), scene(options)];
      first.signIn.login();
      second.signIn.login();
      await timers.advance(SEEN);
      second.popups[0].closed = true;
      await timers.advance(60_000);
      const { frames } = second.page;
      expect(frames).to.be.above(3);
      first.popups[0].closed = true;
      await timers.advance(60_000);
      expect(second.page.frames, 'nobody is signing in any more').to.be.within(frames, frames + 1);
    });

    it('is nobody’s any more when a tab was blocked: the next click in any tab opens it', async () => {
      const locks = new FakeLocks();
      const [first, second] = [scene({ locks }), scene({ locks, loginMode: 'manual' })];
      first.page.blocks = true;
      first.signIn.loadTimedOut();
      await settled();
      second.signIn.login();
      expect(second.opened).to.have.length(1);
    });

    it('leaves no wish behind when the other tab is closed', async () => {
      const { first, second, locks } = await twoTabs();
      second.scope.abort();
      await settled();
      first.scope.abort();
      await settled();
      expect(locks.held).to.be.null;
      expect(locks.channels).to.equal(0);
      expect(second.page.frames).to.equal(0);
      expect(timers.pending).to.be.empty;
    });
  });

  describe('whose lock', () => {
    it('is one for each origin: its name does not tell one CCP from another', async () => {
      const { signIn, locks } = scene();
      signIn.loadTimedOut();
      await settled();
      expect(locks?.asked).to.deep.equal([LOCK]);
    });

    it('cannot be had opens all the same', async () => {
      const refusing = new FakeLocks();
      refusing.refuses = true;
      for (const locks of [null, refusing]) {
        const { signIn, opened } = scene({ locks });
        signIn.loadTimedOut();
        await settled();
        expect(opened).to.have.length(1);
        expect(signIn.status).to.equal('popup-open');
      }
    });

    for (const refuses of [false, true]) {
      it(`is ${refuses ? 'refused' : 'granted'} only after the end does not open`, async () => {
        const locks = new FakeLocks();
        locks.refuses = refuses;
        const { signIn, scope, opened } = scene({ locks });
        signIn.loadTimedOut();
        scope.abort();
        await settled();
        expect(opened).to.be.empty;
        expect(locks.held).to.be.null;
        expect(timers.pending).to.be.empty;
      });
    }
  });
});

describe('the sign-in window with the locks of the browser', () => {
  let timers: FakeTimers;
  beforeEach(() => (timers = new FakeTimers()));
  afterEach(() => timers.restore());

  /** Waits for the browser, whose locks take no notice of the test's clock. */
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise<void>((resolve) => queueMicrotaskAfterTask(resolve));
  };
  const queueMicrotaskAfterTask = (run: () => void) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => run();
    port2.postMessage(null);
  };

  it('opens one window for two tabs, and tells the other when it is gone', async () => {
    const locks = navigator.locks as unknown as FakeLocks;
    const [first, second] = [scene({ locks }), scene({ locks })];
    first.signIn.loadTimedOut();
    second.signIn.loadTimedOut();
    await until(() => first.signIn.status === 'popup-open' && second.signIn.status === 'popup-open');
    expect(first.opened.length + second.opened.length).to.equal(1);
    const [shows, waits] = first.opened.length ? [first, second] : [second, first];
    shows.signIn.acknowledged(true);
    shows.signIn.dataArrived();
    await until(() => waits.page.frames === 1);
    first.scope.abort();
    second.scope.abort();
  });

  it('opens a window that was cut off once more when the agent asks for it', async () => {
    const { signIn, popups, changes, scope } = scene({ locks: navigator.locks as unknown as FakeLocks });
    signIn.login();
    await until(() => popups.length === 1);
    popups[0].closed = true;
    signIn.login();
    await until(() => popups.length === 2);
    expect(changes).to.deep.equal(['popup-open']);
    scope.abort();
  });
});
