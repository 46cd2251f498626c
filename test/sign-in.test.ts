// Signing in: the statuses, from the CCP's first answer to the end of a session.
import { expect } from '@open-wc/testing';
import { FakeTimers, settled } from './support/fake-timers.js';
import { ACK, CUT_OFF, LOAD, scene, WATCH } from './support/sign-in-scene.js';

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

    it('is ready also when it answers late', async () => {
      const { signIn, changes, page } = scene();
      signIn.loadTimedOut();
      await settled();
      signIn.acknowledged(true);
      signIn.dataArrived();
      await timers.advance(60_000);
      expect(changes).to.deep.equal(['signed-out', 'popup-open', 'loading', 'ready']);
      expect(page.frames).to.equal(0);
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

    it('is stale too when there were no data yet', () => {
      const { signIn, changes } = scene();
      signIn.acknowledged(true);
      signIn.fellSilent();
      signIn.acknowledged(false);
      expect(changes).to.deep.equal(['stale', 'loading']);
    });

    it('opens no window either when a frame that is loaded anew does not answer', async () => {
      const { signIn, opened, page, ready } = scene();
      ready();
      signIn.fellSilent();
      signIn.retry();
      signIn.loadTimedOut();
      await timers.advance(20 * LOAD);
      expect(signIn.status).to.equal('signed-out');
      expect(opened).to.be.empty;
      expect(page.frames).to.equal(11);
    });

    it('changes nothing before it has answered', () => {
      const { signIn, changes } = scene();
      signIn.fellSilent();
      expect(changes).to.be.empty;
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

      it(`is ${status} again when the agent closes the window`, async () => {
        const { signIn, popups, changes, ready } = scene();
        ready();
        signIn.sessionEnded(status);
        await timers.advance(ACK + WATCH + CUT_OFF);
        popups[0].closed = true;
        await timers.advance(WATCH);
        expect(changes).to.deep.equal(['ready', status, 'popup-open', status]);
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
        signIn.login();
        await settled();
        expect(opened).to.have.length(1);
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

    it('opens the window again at the next end, once each time', async () => {
      const { signIn, opened, ready } = scene();
      for (let session = 1; session <= 3; session++) {
        ready();
        signIn.sessionEnded('expired');
        await timers.advance(ACK + 20 * LOAD);
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

    it('is over at once when the agent signs in during the pause', async () => {
      const { signIn, opened, page, ready } = scene();
      ready();
      signIn.sessionEnded('expired');
      signIn.login();
      await timers.advance(ACK + LOAD);
      expect(opened).to.have.length(1);
      expect(page.frames).to.equal(1);
    });
  });

  describe('when access is denied', () => {
    it('is denied', () => {
      const { signIn, changes, ready } = scene();
      ready();
      signIn.told('denied');
      expect(changes).to.deep.equal(['ready', 'denied']);
    });

    it('stays denied while the CCP merely goes on answering, or falls silent', () => {
      const { signIn, ready } = scene();
      ready();
      signIn.told('denied');
      signIn.acknowledged(false);
      signIn.fellSilent();
      signIn.acknowledged(false);
      expect(signIn.status).to.equal('denied');
    });

    it('is ready when there are data after all', () => {
      const { signIn } = scene();
      signIn.acknowledged(true);
      signIn.told('denied');
      signIn.dataArrived();
      expect(signIn.status).to.equal('ready');
    });

    it('lets somebody else sign in when that is asked for', async () => {
      const { signIn, opened, popups, page, ready } = scene();
      ready();
      signIn.told('denied');
      signIn.login();
      await settled();
      expect(signIn.status).to.equal('popup-open');
      expect(opened).to.have.length(1);
      await timers.advance(WATCH + CUT_OFF);
      popups[0].closed = true;
      await timers.advance(WATCH);
      expect(signIn.status).to.equal('denied');
      expect(page.frames).to.equal(1);
    });
  });

  describe('when the CCP needs its cookies', () => {
    it('waits for the agent: no window, no new frame', async () => {
      const { signIn, changes, opened, page } = scene();
      signIn.told('storage-access-needed');
      await timers.advance(60_000);
      expect(changes).to.deep.equal(['storage-access-needed']);
      expect(opened).to.be.empty;
      expect(page.frames).to.equal(0);
    });

    it('is loading once they have agreed, and then the rules of any frame hold', async () => {
      const { signIn, changes, opened } = scene();
      signIn.told('storage-access-needed');
      signIn.told('storage-granted');
      signIn.loadTimedOut();
      await settled();
      expect(changes).to.deep.equal(['storage-access-needed', 'loading', 'signed-out', 'popup-open']);
      expect(opened).to.have.length(1);
    });

    it('ends the attempts that are under way', async () => {
      const { signIn, page } = scene({ loginMode: 'none' });
      signIn.loadTimedOut();
      await timers.advance(LOAD);
      signIn.told('storage-access-needed');
      await timers.advance(60_000);
      expect(page.frames).to.equal(1);
    });

    it('opens the window from a click: some browsers want a visit to the CCP first', async () => {
      const { signIn, opened } = scene({ loginMode: 'manual' });
      signIn.told('storage-access-needed');
      signIn.login();
      await settled();
      expect(opened).to.have.length(1);
      expect(signIn.status).to.equal('popup-open');
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
      expect(locks?.held).to.be.null;
      expect(timers.pending).to.be.empty;
      expect(changes).to.be.empty;
    });

    it('changes its status no more', () => {
      const { signIn, scope, changes, ready } = scene();
      ready();
      scope.abort();
      signIn.fellSilent();
      signIn.told('denied');
      signIn.sessionEnded('expired');
      expect(changes).to.deep.equal(['ready']);
      expect(timers.pending).to.be.empty;
    });

    it('opens nothing when it ends because of what it has told', async () => {
      const { signIn, scope, changes, opened, page } = scene({ locks: null });
      changes.push = (...statuses) => {
        scope.abort();
        return Array.prototype.push.apply(changes, statuses);
      };
      signIn.loadTimedOut();
      await settled();
      expect(changes).to.deep.equal(['signed-out']);
      expect(opened).to.be.empty;
      expect(page.frames).to.equal(0);
      expect(timers.pending).to.be.empty;
    });
  });
});
