// logout(): what is asked of whom, in which order, and how it fails.
import { expect } from '@open-wc/testing';
import { logout } from '../src/api/logout.js';
import { StateError } from '../src/errors/errors.js';
import { CCP_URL, closeFakeCcps, fakeCcp, quietConnect, readyCcp } from './support/fake-ccp.js';
import { FakeTimers } from './support/fake-timers.js';
import { agentData } from './support/snapshots.js';

/** Takes what goes wrong as a value. */
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('it did not fail'),
    (error: unknown) => error as Error,
  );

describe('signing out', () => {
  const realFetch = window.fetch;
  let fetched: [url: unknown, init: RequestInit | undefined][] = [];
  let answer: () => Promise<Response>;

  beforeEach(() => {
    fetched = [];
    answer = () => Promise.resolve(new Response());
    window.fetch = (url, init) => {
      fetched.push([url, init]);
      return answer();
    };
  });

  afterEach(() => {
    window.fetch = realFetch;
    closeFakeCcps();
  });

  const LOGOUT = `${new URL(CCP_URL).origin}/logout`;

  it('ends the session at the service, then in every tab, and settles when the CCP has said so', async () => {
    const connect = quietConnect();
    const ccp = await readyCcp(connect, agentData());
    let isOut = false;
    const done = logout(connect).then(() => (isOut = true));
    await ccp.next('terminate');
    expect(fetched).to.deep.equal([[LOGOUT, { credentials: 'include', mode: 'no-cors' }]]);
    await ccp.settle();
    expect(isOut).to.be.false;
    expect(connect.core.getStatus()).to.equal('ready');
    await ccp.say('terminated');
    await done;
    expect(connect.core.getStatus()).to.equal('signed-out');
    expect(connect.agent.initialized).to.be.false;
  });

  it('sets a state first, if asked', async () => {
    const connect = quietConnect();
    const ccp = await readyCcp(connect, agentData());
    const done = logout(connect, { setState: 'Offline' });
    const request = await ccp.nextRequest();
    expect(request.method).to.equal('putAgentState');
    expect(request.params).to.have.nested.property('state.name', 'Offline');
    expect(fetched).to.be.empty;
    await ccp.answer(request, { data: {} });
    await ccp.next('terminate');
    expect(fetched).to.have.length(1);
    await ccp.say('terminated');
    await done;
  });

  it('ends nothing if the state cannot be set', async () => {
    const connect = quietConnect();
    const ccp = await readyCcp(connect, agentData());
    const unknown = await failure(logout(connect, { setState: 'Asleep' }));
    expect(unknown.message).to.contain('"Asleep" is no state of this agent');
    const refused = failure(logout(connect, { setState: 'Offline' }));
    await ccp.answer(await ccp.nextRequest(), { err: { type: 'InvalidStateException', message: 'busy' } });
    expect((await refused).message).to.equal('busy');
    await ccp.settle();
    expect(fetched).to.be.empty;
    expect(ccp.sentEvents).not.to.contain('terminate');
    expect(connect.core.getStatus()).to.equal('ready');
  });

  it('is refused without a CCP', async () => {
    const error = await failure(logout(quietConnect()));
    expect(error).to.be.instanceOf(StateError);
    expect(error.message).to.contain('initCCP');
  });

  it('is refused while no CCP has answered', async () => {
    const connect = quietConnect();
    await fakeCcp(connect, { ccpLoadTimeout: 3_600_000 });
    const error = await failure(logout(connect));
    expect(error).to.be.instanceOf(StateError);
    expect(error.message).to.contain('no CCP has answered yet');
    expect(fetched).to.be.empty;
  });

  it('ends nothing if the service cannot be reached, and says what may be the matter', async () => {
    const connect = quietConnect();
    const ccp = await readyCcp(connect, agentData());
    answer = () => Promise.reject(new TypeError('Failed to fetch'));
    const error = await failure(logout(connect));
    expect(error).to.be.instanceOf(StateError);
    expect(error.message).to.contain(LOGOUT).and.to.contain('connect-src');
    await ccp.settle();
    expect(ccp.sentEvents).not.to.contain('terminate');
  });

  it('fails when the CCP does not end its session in time', async () => {
    const connect = quietConnect();
    const ccp = await readyCcp(connect, agentData());
    const timers = new FakeTimers();
    try {
      const failed = failure(logout(connect));
      await ccp.next('terminate');
      await timers.advance(10_000);
      expect((await failed).message).to.contain('has not ended its session');
    } finally {
      timers.restore();
    }
  });

  for (const when of ['before', 'after'] as const) {
    it(`fails when the page ends the CCP ${when} the service has answered`, async () => {
      const connect = quietConnect();
      const ccp = await readyCcp(connect, agentData());
      let goOn!: (response: Response) => void;
      answer = () => new Promise((resolve) => (goOn = resolve));
      const failed = failure(logout(connect));
      await Promise.resolve();
      if (when === 'before') connect.core.terminate();
      goOn(new Response());
      if (when === 'after') {
        await ccp.next('terminate');
        connect.core.terminate();
      }
      expect(await failed).to.be.instanceOf(StateError);
    });
  }
});
