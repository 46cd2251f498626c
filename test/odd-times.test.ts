// Times that are no times: refused or bounded with a warning, at every door by which a page hands them in, and no busy loop.
import { expect, fixture, html } from '@open-wc/testing';
import '../elements/define.js';
import type { ConnectCcpElement } from '../elements/ccp/element.js';
import type { Connect } from '../src/index.js';
import { LONGEST_WAIT, LONGEST_TIME, takeTime } from '../src/conduit/time-limit.js';
import { CCP_URL, closeFakeCcps, fakeCcp, quietConnect, readyCcp } from './support/fake-ccp.js';
import { agentData } from './support/snapshots.js';
import { withResolvers } from './support/with-resolvers.js';

/** What is given, what is taken for it where 3000 is usual and 20 the least, and whether that is said. */
const ODD: readonly (readonly [given: unknown, taken: number])[] = [
  [NaN, 3_000],
  [Infinity, LONGEST_TIME],
  [-Infinity, 3_000],
  [-1, 3_000],
  [0, 3_000],
  [-0, 3_000],
  [1e-9, 20],
  [1, 20],
  [2_147_483_648, LONGEST_TIME],
  [3e9, LONGEST_TIME],
  [1e308, LONGEST_TIME],
  ['', 3_000],
  ['soon', 3_000],
  ['1000', 1_000],
  ['-5', 3_000],
  ['Infinity', LONGEST_TIME],
  [true, 3_000],
  [{}, 3_000],
  [[], 3_000],
];

const named = (value: unknown): string => (typeof value === 'string' ? `"${value}"` : String(value));

/** The delays of all timers that were set while something ran; `set` is told of each. */
async function timersOf(run: () => Promise<unknown>, set?: (delay: number) => void): Promise<number[]> {
  const { setTimeout: real } = globalThis;
  const delays: number[] = [];
  globalThis.setTimeout = ((...args: Parameters<typeof setTimeout>) => {
    delays.push(args[1] ?? 0);
    set?.(args[1] ?? 0);
    return real(...args);
  }) as typeof setTimeout;
  try {
    await run();
  } finally {
    globalThis.setTimeout = real;
  }
  return delays;
}

const warnings = (connect: Connect): string[] =>
  connect
    .getLog()
    .getEntries()
    .filter(({ level }) => level === 'WARN')
    .flatMap(({ text, count }) => Array<string>(count).fill(text)); // the same text twice is one entry

describe('a time that is no time', () => {
  afterEach(closeFakeCcps);

  for (const [given, taken] of ODD) {
    it(`${named(given)} is taken for ${taken}, and said`, () => {
      const { time, problem } = takeTime('pause', given, { usual: 3_000, least: 20 });
      expect(time).to.equal(taken);
      expect(problem).to.match(/^pause must be a number of milliseconds from 20 to 2\^31 - 1; it is .+ is used\.$/);
    });

    for (const name of ['ccpLoadTimeout', 'ccpAckTimeout', 'ccpSynTimeout'] as const) {
      it(`${named(given)} as ${name} of initCCP sets no timer that runs at once`, async () => {
        const connect = quietConnect();
        const delays = await timersOf(async () => {
          const ccp = await readyCcp(connect, agentData(), { [name]: given });
          await ccp.acknowledge();
          await ccp.settle();
        });
        expect(delays).not.to.be.empty;
        // A page that has loaded gets a fifth of the load time-out, once.
        for (const delay of delays) expect(delay).to.be.within(4, LONGEST_TIME);
        expect(warnings(connect).filter((text) => text.includes(name))).to.have.length(1);
        expect(connect.core.getStatus()).to.equal('ready');
      });
    }
  }

  for (const given of [3_000, 20, LONGEST_TIME, undefined, null]) {
    it(`${named(given)} is one, and nothing is said`, () => {
      expect(takeTime('pause', given, { usual: 3_000, least: 20 })).to.deep.equal({
        time: given ?? 3_000,
        problem: null,
      });
    });
  }

  const RETRIES: readonly (readonly [retry: object, names: readonly string[]])[] = [
    [{ interval: NaN }, ['retry.interval']],
    [{ interval: 3e9 }, ['retry.interval']],
    [{ interval: 'soon' }, ['retry.interval']],
    [{ interval: -1, maxInterval: -1 }, ['retry.interval', 'retry.maxInterval']],
    [{ maxInterval: NaN }, ['retry.maxInterval']],
    [{ maxInterval: Infinity, backoff: 1_000 }, ['retry.maxInterval']],
    [{ backoff: NaN }, ['retry.backoff']],
    [{ backoff: Infinity }, ['retry.backoff']],
    [{ backoff: -2 }, ['retry.backoff']],
    [{ backoff: 'twice' }, ['retry.backoff']],
    [{ limit: NaN }, ['retry.limit']],
    [{ limit: -1 }, ['retry.limit']],
    [{ limit: 'often' }, ['retry.limit']],
    [{ limit: Infinity, interval: 100, backoff: 2, maxInterval: 1_000 }, []],
  ];
  for (const [retry, names] of RETRIES) {
    it(`retry ${named(JSON.stringify(Object.entries(retry).map((entry) => entry.map(named))))}: said, and frames are not changed without a pause`, async () => {
      const connect = quietConnect();
      // Seen enough: some frames, the end of the attempts, or a pause that a test does not wait for.
      const { promise: seenEnough, resolve: isEnough } = withResolvers<void>();
      const frames: number[] = [];
      connect.core.onFrameRetry(() => frames.push(performance.now()) > 2 && isEnough());
      connect.core.onIframeRetriesExhausted(() => isEnough());
      const isOver = () => connect.core.getStatus() !== 'loading';
      const delays = await timersOf(
        async () => {
          await fakeCcp(connect, { ccpLoadTimeout: 30, loginMode: 'none', retry });
          await seenEnough;
        },
        (delay) => delay >= 1_000 && queueMicrotask(() => isOver() && isEnough()),
      );
      for (const [index, time] of frames.entries()) expect(time - (frames[index - 1] ?? 0)).to.be.above(5);
      for (const delay of delays) expect(delay).to.be.within(6, LONGEST_TIME);
      const texts = warnings(connect);
      expect(texts).to.have.length(names.length);
      for (const [index, name] of names.entries()) expect(texts[index]).to.include(name);
    });
  }

  for (const attribute of ['load-timeout', 'ack-timeout', 'syn-timeout']) {
    for (const text of ['NaN', 'Infinity', '-1', '0', '2147483648', '3e9', 'soon', '']) {
      it(`${attribute}="${text}" of <connect-ccp> is said with the attribute's name, and bounded`, async () => {
        const ccp = await fixture<ConnectCcpElement>(html`<connect-ccp></connect-ccp>`);
        ccp.connect.getLog().setEchoLevel('CRITICAL');
        ccp.connect.getLog().getEntries();
        const before = warnings(ccp.connect).length;
        const delays = await timersOf(async () => {
          ccp.setAttribute(attribute, text);
          ccp.ccpUrl = CCP_URL;
          await ccp.updateComplete;
        });
        const said = warnings(ccp.connect).slice(before);
        expect(said).to.have.length(1);
        expect(said[0]).to.include(`attribute ${attribute}`);
        for (const delay of delays) expect(delay).to.be.within(20, LONGEST_TIME);
      });
    }
  }

  for (const given of [NaN, Infinity, -1, 0, 3e9, 'soon', '1000']) {
    it(`${named(given)} as time-out of a command is bounded, and said`, async () => {
      const connect = quietConnect();
      const ccp = await readyCcp(connect, agentData());
      const before = warnings(connect).length;
      const delays = await timersOf(async () => {
        const done = new connect.Agent().connect(connect.Endpoint.byPhoneNumber('+12065550100'), {
          timeout: given as number,
        });
        await ccp.answer(await ccp.nextRequest(), { data: {} });
        await done;
      });
      const { time } = takeTime('timeout', given, { usual: 30_000, most: LONGEST_WAIT });
      expect(delays).to.include(time);
      expect(warnings(connect).slice(before).join()).to.include('timeout must be a number of milliseconds');
    });

    it(`${named(given)} as time-out of getFrameMediaDevices does not throw`, async () => {
      const connect = quietConnect();
      const ccp = await readyCcp(connect, agentData());
      const devices = connect.core.getFrameMediaDevices(given as number);
      await ccp.say('get_media_devices_response', []);
      void devices.catch(() => {});
      expect(warnings(connect).join()).to.include('getFrameMediaDevices: timeout must be');
    });
  }
});
