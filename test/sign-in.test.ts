// Signing in: the statuses, the sign-in window, and the frame that is tried until the CCP answers.
import { expect } from '@open-wc/testing';
import type { InitCcpOptions } from '../src/login/options.js';
import { SignIn } from '../src/login/sign-in.js';
import { FakeTimers, settled } from './support/fake-timers.js';

const CCP = 'https://ccp.example/ccp-v2/';
const LOAD = 5_000;
const ACK = 3_000;
/** How often the window is looked at, and how long a window that says "closed" is not believed. */
const WATCH = 250;
const CUT_OFF = 2_000;

class FakePopup {
  closed = false;
  focused = 0;

  focus(): void {
    this.focused++;
  }

  close(): void {
    this.closed = true;
  }
}

/** The browser's locks, as far as the sign-in window uses them. */
class FakeLocks {
  readonly held = new Set<string>();
  readonly asked: string[] = [];
  refuses = false;

  async request(name: string, options: LockOptions, callback: (lock: unknown) => unknown): Promise<void> {
    this.asked.push(name);
    expect(options.ifAvailable).to.be.true;
    await Promise.resolve();
    if (this.refuses) throw new DOMException('no locks here', 'SecurityError');
    if (this.held.has(name)) return void (await callback(null));
    this.held.add(name);
    try {
      await callback({ name });
    } finally {
      this.held.delete(name);
    }
  }
}

interface SceneOptions extends Partial<InitCcpOptions> {
  locks?: FakeLocks | null;
}

function scene({ locks = new FakeLocks(), ...options }: SceneOptions = {}) {
  const opened: [url: string, name: string, features: string][] = [];
  const popups: FakePopup[] = [];
  const page = { blocks: false, liveVoice: false, frames: 0, exhausted: 0 };
  const changes: string[] = [];
  const scope = new AbortController();
  const window = {
    navigator: locks ? { locks } : {},
    open(url: string, name: string, features: string) {
      if (page.blocks) return null;
      opened.push([url, name, features]);
      const popup = new FakePopup();
      popups.push(popup);
      return popup;
    },
  } as unknown as Window;
  const signIn = new SignIn({
    window,
    options: { ccpUrl: CCP, ...options },
    signal: scope.signal,
    replaceFrame: () => page.frames++,
    hasLiveVoice: () => page.liveVoice,
    statusChanged(status, previous) {
      expect(previous).to.equal(changes.at(-1) ?? 'loading');
      expect(signIn.status).to.equal(status);
      changes.push(status);
    },
    retriesExhausted: () => page.exhausted++,
  });
  /** Signs in: the CCP answers and reports the agent. */
  const ready = () => {
    signIn.acknowledged(true);
    signIn.dataArrived();
    changes.length = 0;
    changes.push('ready');
  };
  return { signIn, page, opened, popups, changes, scope, locks, ready };
}

describe('signing in', () => {
  let timers: FakeTimers;
  beforeEach(() => (timers = new FakeTimers()));
  afterEach(() => timers.restore());

  describe('when the CCP answers', () => {
    it('is loading until the data are there, then ready', () => {
      const { signIn, changes } = scene();
      expect(signIn.status).to.equal('loading');
      expect(signIn.answered).to.be.false;
      signIn.acknowledged(true);
      expect(signIn.status).to.equal('loading');
      expect(signIn.answered).to.be.true;
      signIn.dataArrived();
      signIn.acknowledged(false);
      signIn.dataArrived();
      expect(changes).to.deep.equal(['ready']);
    });

    it('is ready also when the data come first', () => {
      const { signIn, changes } = scene();
      signIn.dataArrived();
      expect(signIn.status).to.equal('loading');
      signIn.acknowledged(true);
      expect(changes).to.deep.equal(['ready']);
    });

    it('opens no window and loads no frame', async () => {
      const { signIn, opened, page, ready } = scene();
      ready();
      signIn.loadTimedOut();
      await timers.advance(60_000);
      expect(opened).to.be.empty;
      expect(page.frames).to.equal(0);
      expect(signIn.status).to.equal('ready');
    });
  });

  describe('when the CCP falls silent', () => {
    it('is stale, opens nothing, and is ready again with the next answer', async () => {
      const { signIn, changes, opened, page, ready } = scene();
      ready();
      signIn.fellSilent();
      signIn.fellSilent();
      await timers.advance(60_000);
      signIn.acknowledged(false);
      expect(changes).to.deep.equal(['ready', 'stale', 'ready']);
      expect(opened).to.be.empty;
      expect(page.frames).to.equal(0);
    });

    it('changes nothing before it has answered', () => {
      const { signIn, changes } = scene();
      signIn.fellSilent();
      expect(changes).to.be.empty;
    });
  });

  describe('when nothing comes in time', () => {
    it('opens the window once, by itself', async () => {
      const { signIn, changes, opened } = scene();
      signIn.loadTimedOut();
      await settled();
      signIn.loadTimedOut();
      await timers.advance(0);
      expect(changes).to.deep.equal(['signed-out', 'popup-open']);
      expect(opened).to.deep.equal([[CCP, 'connect::loginPopup', '']]);
    });

    it('opens the sign-in address in a window of the size that is asked for', async () => {
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

    it('waits for the agent when the mode is manual', async () => {
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
      it(`only tries the frame again with ${JSON.stringify(option)}`, async () => {
        const { signIn, opened, page } = scene(option);
        signIn.loadTimedOut();
        await timers.advance(LOAD);
        expect(opened).to.be.empty;
        expect(page.frames).to.equal(1);
        expect(signIn.status).to.equal('signed-out');
      });
    }

    it('lets the mode take the place of loginPopup', async () => {
      const { signIn, opened } = scene({ loginPopup: false, loginMode: 'auto' });
      signIn.loadTimedOut();
      await settled();
      expect(opened).to.have.length(1);
    });
  });

  describe('the sign-in window', () => {
    it('that the browser blocks can be opened by a click', async () => {
      const { signIn, page, changes, opened, locks } = scene();
      page.blocks = true;
      signIn.loadTimedOut();
      await settled();
      expect(changes).to.deep.equal(['signed-out', 'popup-blocked']);
      expect(locks?.held).to.be.empty;
      page.blocks = false;
      signIn.login();
      await settled();
      expect(signIn.status).to.equal('popup-open');
      expect(opened).to.have.length(1);
    });

    it('is let go once the agent is signed in, and stays open', async () => {
      const { signIn, popups, locks } = scene();
      signIn.loadTimedOut();
      await settled();
      expect([...locks!.held]).to.deep.equal([`connect-login-popup-lock${CCP}`]);
      signIn.acknowledged(true);
      signIn.dataArrived();
      await settled();
      expect(popups[0]?.closed).to.be.false;
      expect(locks?.held).to.be.empty;
      expect(timers.pending).to.be.empty;
    });

    for (const option of [{ loginPopupAutoClose: true }, { loginOptions: { autoClose: true } }]) {
      it(`is closed once the agent is signed in, with ${JSON.stringify(option)}`, async () => {
        const { signIn, popups, locks } = scene(option);
        signIn.loadTimedOut();
        await settled();
        signIn.acknowledged(true);
        await settled();
        expect(popups[0]?.closed).to.be.true;
        expect(locks?.held).to.be.empty;
        expect(timers.pending).to.be.empty;
      });
    }

    it('that the agent closes stays closed, and the frame is tried at once', async () => {
      const { signIn, popups, opened, page, changes } = scene();
      signIn.loadTimedOut();
      await timers.advance(CUT_OFF);
      popups[0].closed = true;
      await timers.advance(WATCH);
      expect(changes).to.deep.equal(['signed-out', 'popup-open', 'signed-out']);
      expect(page.frames).to.equal(1);
      signIn.loadTimedOut();
      await timers.advance(20 * LOAD);
      expect(opened).to.have.length(1);
      expect(page.frames).to.be.above(1);
      expect(signIn.status).to.equal('signed-out');
    });

    it('that the agent has closed opens again when they ask for it', async () => {
      const { signIn, popups, opened } = scene();
      signIn.loadTimedOut();
      await timers.advance(CUT_OFF);
      popups[0].closed = true;
      await timers.advance(WATCH);
      signIn.login();
      await settled();
      expect(opened).to.have.length(2);
      expect(signIn.status).to.equal('popup-open');
    });

    it('that says "closed" at once was most likely cut off by the sign-in page, and still counts as open', async () => {
      const { signIn, popups, changes, page } = scene();
      signIn.loadTimedOut();
      await settled();
      popups[0].closed = true;
      await timers.advance(LOAD - 1);
      expect(changes).to.deep.equal(['signed-out', 'popup-open']);
      expect(page.frames).to.equal(0);
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

    it('that another tab shows is not opened here, and the frame is tried all the same', async () => {
      const locks = new FakeLocks();
      locks.held.add(`connect-login-popup-lock${CCP}`);
      const { signIn, opened, page, changes } = scene({ locks });
      signIn.loadTimedOut();
      await timers.advance(LOAD);
      expect(opened).to.be.empty;
      expect(changes).to.deep.equal(['signed-out', 'popup-open']);
      expect(page.frames).to.equal(1);
    });

    it('opens without locks, and where locks are refused', async () => {
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
  });

  describe('trying the frame', () => {
    it('goes on every five seconds, or as often as asked, until the CCP answers', async () => {
      for (const [options, interval] of [
        [{}, LOAD],
        [{ ccpLoadTimeout: 700 }, 700],
        [{ disasterRecoveryOn: true }, 10_000],
      ] as const) {
        const { signIn, page } = scene({ ...options, loginMode: 'none' });
        signIn.loadTimedOut();
        for (let attempt = 1; attempt <= 3; attempt++) {
          await timers.advance(interval - 1);
          expect(page.frames).to.equal(attempt - 1);
          await timers.advance(1);
          expect(page.frames).to.equal(attempt);
          expect(signIn.attempts).to.equal(attempt);
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
      await timers.advance(11 * LOAD);
      expect(page).to.include({ frames: 20, exhausted: 2 });
    });

    it('waits while a voice contact is live, and does not count', async () => {
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

    it('waits while a voice contact is live also when the window is closed', async () => {
      const { signIn, page, popups, ready } = scene();
      ready();
      signIn.sessionEnded('expired');
      await timers.advance(ACK);
      page.liveVoice = true;
      await timers.advance(CUT_OFF);
      popups[0].closed = true;
      await timers.advance(WATCH);
      expect(page.frames).to.equal(0);
      expect(signIn.status).to.equal('expired');
    });

    it('does not begin twice', async () => {
      const { signIn, page } = scene({ loginMode: 'none' });
      signIn.loadTimedOut();
      await timers.advance(LOAD / 2);
      signIn.login();
      await timers.advance(LOAD / 2);
      expect(page.frames).to.equal(1);
    });

    it('is done at once by retry, which counts anew', () => {
      const { signIn, page, changes, ready } = scene();
      ready();
      page.liveVoice = true;
      signIn.retry();
      expect(page.frames).to.equal(1);
      expect(signIn.attempts).to.equal(0);
      expect(signIn.answered).to.be.false;
      expect(changes).to.deep.equal(['ready', 'loading']);
      signIn.acknowledged(true);
      expect(signIn.status).to.equal('loading');
      signIn.dataArrived();
      expect(signIn.status).to.equal('ready');
    });
  });

  describe('when the session has ended', () => {
    for (const status of ['expired', 'signed-out'] as const) {
      it(`is ${status}, and opens the window after a while`, async () => {
        const { signIn, changes, opened, page, ready } = scene();
        ready();
        signIn.sessionEnded(status);
        signIn.sessionEnded(status);
        expect(changes).to.deep.equal(['ready', status]);
        await timers.advance(ACK - 1);
        expect(opened).to.be.empty;
        await timers.advance(1);
        expect(opened).to.have.length(1);
        expect(signIn.status).to.equal('popup-open');
        await timers.advance(LOAD);
        expect(page.frames).to.equal(1);
      });
    }

    it('opens the window after the time that is asked for', async () => {
      const { signIn, opened, ready } = scene({ ccpAckTimeout: 40 });
      ready();
      signIn.sessionEnded('expired');
      await timers.advance(40);
      expect(opened).to.have.length(1);
    });

    for (const option of [{ loginMode: 'manual' as const }, { loginOptions: { disableAuthPopupAfterLogout: true } }]) {
      it(`does nothing by itself with ${JSON.stringify(option)}`, async () => {
        const { signIn, opened, page, ready } = scene(option);
        ready();
        signIn.sessionEnded('signed-out');
        await timers.advance(60_000);
        expect(opened).to.be.empty;
        expect(page.frames).to.equal(0);
        expect(signIn.status).to.equal('signed-out');
      });
    }

    it('does not count what the old CCP still answers', async () => {
      const { signIn, changes, opened, ready } = scene();
      ready();
      signIn.sessionEnded('signed-out');
      signIn.acknowledged(false);
      signIn.dataArrived();
      await timers.advance(ACK);
      signIn.acknowledged(false);
      expect(changes).to.deep.equal(['ready', 'signed-out', 'popup-open']);
      expect(opened).to.have.length(1);
    });

    it('counts the first answer of a new frame or port, and wants new data', async () => {
      const { signIn, changes, opened, page, ready } = scene();
      ready();
      signIn.sessionEnded('signed-out');
      await timers.advance(1);
      signIn.acknowledged(true);
      expect(signIn.status).to.equal('loading');
      signIn.dataArrived();
      expect(changes).to.deep.equal(['ready', 'signed-out', 'loading', 'ready']);
      await timers.advance(60_000);
      expect(opened).to.be.empty;
      expect(page.frames).to.equal(0);
    });

    it('opens the window again at the next end', async () => {
      const { signIn, opened, ready } = scene();
      for (let session = 1; session <= 3; session++) {
        ready();
        signIn.sessionEnded('expired');
        await timers.advance(ACK);
        expect(opened).to.have.length(session);
        signIn.acknowledged(true);
      }
    });

    it('is over when the CCP has got itself a new session', async () => {
      const { signIn, opened, ready } = scene();
      ready();
      signIn.sessionRenewed();
      expect(signIn.status).to.equal('ready');
      signIn.sessionEnded('expired');
      signIn.sessionRenewed();
      expect(signIn.status).to.equal('loading');
      signIn.dataArrived();
      expect(signIn.status).to.equal('ready');
      await timers.advance(60_000);
      expect(opened).to.be.empty;
    });

    it('is expired again when the agent closes the window', async () => {
      const { signIn, popups, changes, ready } = scene();
      ready();
      signIn.sessionEnded('expired');
      await timers.advance(ACK + CUT_OFF);
      popups[0].closed = true;
      await timers.advance(WATCH);
      expect(changes).to.deep.equal(['ready', 'expired', 'popup-open', 'expired']);
    });
  });

  describe('when access is denied', () => {
    it('is denied', () => {
      const { signIn, changes, ready } = scene();
      ready();
      signIn.accessDenied();
      expect(changes).to.deep.equal(['ready', 'denied']);
    });

    it('stays denied while the CCP merely goes on answering', () => {
      const { signIn, ready } = scene();
      ready();
      signIn.accessDenied();
      signIn.acknowledged(false);
      signIn.acknowledged(false);
      expect(signIn.status).to.equal('denied');
    });

    it('is ready when there are data after all', () => {
      const { signIn } = scene();
      signIn.acknowledged(true);
      signIn.accessDenied();
      signIn.dataArrived();
      expect(signIn.status).to.equal('ready');
    });
  });

  describe('when its scope ends', () => {
    it('closes the window, gives back the lock, and leaves no timer', async () => {
      const { signIn, popups, scope, locks, changes } = scene();
      signIn.loadTimedOut();
      await settled();
      changes.length = 0;
      scope.abort();
      await settled();
      expect(popups[0]?.closed).to.be.true;
      expect(locks?.held).to.be.empty;
      expect(timers.pending).to.be.empty;
      expect(changes).to.be.empty;
    });

    it('changes its status no more', () => {
      const { signIn, scope, changes, ready } = scene();
      ready();
      scope.abort();
      signIn.fellSilent();
      signIn.accessDenied();
      signIn.sessionEnded('expired');
      expect(changes).to.deep.equal(['ready']);
      expect(timers.pending).to.be.empty;
    });

    for (const [name, refuses] of [
      ['is granted', false],
      ['is refused', true],
    ] as const) {
      it(`opens no window if the lock ${name} only then`, async () => {
        const locks = new FakeLocks();
        locks.refuses = refuses;
        const { signIn, scope, opened } = scene({ locks });
        signIn.loadTimedOut();
        scope.abort();
        await settled();
        expect(opened).to.be.empty;
        expect(locks.held).to.be.empty;
        expect(timers.pending).to.be.empty;
      });
    }
  });
});

describe('signing in with the locks of the browser', () => {
  let timers: FakeTimers;
  beforeEach(() => (timers = new FakeTimers()));
  afterEach(() => timers.restore());

  it('opens a window that was cut off once more when the agent asks for it', async () => {
    const scope = new AbortController();
    const popups: FakePopup[] = [];
    const waiting: (() => void)[] = [];
    const opened = (count: number) =>
      new Promise<void>((resolve) => {
        const check = () => popups.length >= count && resolve();
        waiting.push(check);
        check();
      });
    const window = {
      navigator,
      open() {
        const popup = new FakePopup();
        popups.push(popup);
        for (const check of waiting) check();
        return popup;
      },
    } as unknown as Window;
    const statuses: string[] = [];
    const signIn = new SignIn({
      window,
      options: { ccpUrl: `${CCP}?${Math.random()}` },
      signal: scope.signal,
      replaceFrame: () => undefined,
      hasLiveVoice: () => false,
      statusChanged: (status) => statuses.push(status),
      retriesExhausted: () => undefined,
    });
    signIn.login();
    await opened(1);
    popups[0].closed = true;
    signIn.login();
    await opened(2);
    expect(statuses).to.deep.equal(['popup-open']);
    scope.abort();
  });
});
