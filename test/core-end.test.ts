// The end of a CCP: no timer and no listener of it stays alive.
import { expect } from '@open-wc/testing';
import type { Connect } from '../src/connect.js';
import { CCP_URL, closeFakeCcps, fakeCcp, quietConnect, readyCcp } from './support/fake-ccp.js';
import { agentData } from './support/snapshots.js';

/** Watches timers and listeners of the window, and tells which of them are alive. */
function watchWindow() {
  const { setTimeout, clearTimeout, setInterval, addEventListener, removeEventListener } = window;
  const timers = new Map<number, string>();
  let listeners: { type: string; listener: unknown; signal: AbortSignal | undefined }[] = [];
  const intervals: string[] = [];
  const patched = {
    setTimeout: ((run: () => void, delay?: number) => {
      const id = setTimeout(() => {
        timers.delete(id);
        run();
      }, delay);
      timers.set(id, `${delay} ms`);
      return id;
    }) as typeof setTimeout,
    clearTimeout: ((id: number) => {
      timers.delete(id);
      clearTimeout(id);
    }) as typeof clearTimeout,
    setInterval: ((run: () => void, delay?: number) => {
      intervals.push(`${delay} ms`);
      return setInterval(run, delay);
    }) as typeof setInterval,
    addEventListener: ((type: string, listener: EventListener, options?: AddEventListenerOptions) => {
      listeners.push({ type, listener, signal: typeof options === 'object' ? options.signal : undefined });
      addEventListener.call(window, type, listener, options);
    }) as typeof addEventListener,
    removeEventListener: ((type: string, listener: EventListener, options?: EventListenerOptions) => {
      listeners = listeners.filter((one) => one.type !== type || one.listener !== listener);
      removeEventListener.call(window, type, listener, options);
    }) as typeof removeEventListener,
  };
  Object.assign(window, patched);
  return {
    alive: (): string[] => [
      ...[...timers.values()].map((timer) => `timer of ${timer}`),
      ...intervals,
      ...listeners.filter(({ signal }) => !signal?.aborted).map(({ type }) => `listener of ${type}`),
    ],
    restore: () =>
      Object.assign(window, { setTimeout, clearTimeout, setInterval, addEventListener, removeEventListener }),
  };
}

describe('the end of a CCP', () => {
  let watch: ReturnType<typeof watchWindow>;
  beforeEach(() => (watch = watchWindow()));
  afterEach(() => {
    watch.restore();
    closeFakeCcps();
  });

  for (const container of ['#ccp', {}, [], 7]) {
    it(`has nothing to leave where the container is no element but ${JSON.stringify(container)}`, () => {
      const connect = quietConnect();
      expect(() => connect.core.initCCP(container as unknown as Element, CCP_URL)).to.throw(connect.ValueError);
      expect(watch.alive()).to.deep.equal([]);
      expect(connect.core.getStatus()).to.equal('idle');
    });
  }

  const ends: [name: string, end: (connect: Connect) => void][] = [
    ['terminate', (connect) => connect.core.terminate()],
    ['stopCCP', (connect) => connect.core.stopCCP()],
  ];
  for (const [name, end] of ends) {
    it(`leaves no timer and no listener alive: ${name} before the first answer`, async () => {
      const connect = quietConnect();
      await fakeCcp(connect);
      expect(watch.alive().join()).to.include('listener of message').and.to.include('timer of 5000 ms');
      end(connect);
      expect(watch.alive()).to.deep.equal([]);
    });

    it(`leaves no timer and no listener alive: ${name} when ready, with requests on their way`, async () => {
      const connect = quietConnect();
      await readyCcp(connect, agentData());
      const failed = new connect.Agent().setState('Lunch').catch(() => 'failed');
      expect(watch.alive().join()).to.include('timer of 30000 ms');
      end(connect);
      expect(await failed).to.equal('failed');
      expect(watch.alive()).to.deep.equal([]);
    });

    it(`leaves no timer and no listener alive: ${name} after a sign-out, with frames loaded anew`, async () => {
      const connect = quietConnect();
      const ccp = await readyCcp(connect, agentData(), { ccpAckTimeout: 1, ccpLoadTimeout: 20 });
      await ccp.say('terminated');
      while (connect.core.getFrame() === ccp.frame) await new Promise(requestAnimationFrame);
      end(connect);
      expect(watch.alive()).to.deep.equal([]);
    });
  }
});
