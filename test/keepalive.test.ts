// Keepalive: a question, an answer, a pause; and what happens when no answer comes.
import { expect } from '@open-wc/testing';
import { Conduit } from '../src/conduit/conduit.js';
import { Keepalive } from '../src/conduit/keepalive.js';
import { FakeTimers } from './support/fake-timers.js';
import { MemoryStream } from './support/memory-stream.js';

const SYN = 1_000;
const ACK = 3_000;

describe('Keepalive', () => {
  let timers: FakeTimers;
  beforeEach(() => (timers = new FakeTimers()));
  afterEach(() => timers.restore());

  function scene() {
    const stream = new MemoryStream();
    const scope = new AbortController();
    const conduit = new Conduit({ name: 'test', upstream: stream, signal: scope.signal });
    let silences = 0;
    let wakes = 0;
    const keepalive = new Keepalive({
      conduit,
      synTimeout: SYN,
      ackTimeout: ACK,
      signal: scope.signal,
      onSilence: () => silences++,
      onWake: () => wakes++,
    });
    return {
      keepalive,
      stream,
      scope,
      answer: () => stream.receive('acknowledge'),
      asked: () => stream.sent.length,
      silences: () => silences,
      wakes: () => wakes,
    };
  }

  it('does nothing before it is started, whatever is acknowledged', () => {
    const { asked, answer } = scene();
    answer();
    expect(asked()).to.equal(0);
    expect(timers.pending).to.be.empty;
  });

  it('asks at once when it is started, without data', () => {
    const { keepalive, stream } = scene();
    keepalive.start();
    expect(stream.sent).to.deep.equal([{ event: 'synchronize', data: undefined }]);
    expect(timers.pending).to.deep.equal([ACK]);
  });

  it('pauses after each answer, then asks again', async () => {
    const { keepalive, asked, answer, silences } = scene();
    keepalive.start();
    for (let round = 1; round <= 3; round++) {
      await timers.advance(50);
      answer();
      expect(timers.pending).to.deep.equal([SYN]);
      await timers.advance(SYN - 1);
      expect(asked()).to.equal(round);
      await timers.advance(1);
      expect(asked()).to.equal(round + 1);
    }
    expect(silences()).to.equal(0);
  });

  it('tells of silence when an answer is overdue, and goes on asking', async () => {
    const { keepalive, asked, answer, silences } = scene();
    keepalive.start();
    await timers.advance(ACK);
    expect(silences()).to.equal(1);
    expect(asked()).to.equal(1);
    await timers.advance(SYN);
    expect(asked()).to.equal(2);
    await timers.advance(ACK);
    expect(silences()).to.equal(2);
    answer();
    await timers.advance(SYN);
    expect(asked()).to.equal(3);
    expect(silences()).to.equal(2);
  });

  it('takes an answer in the pause after a silence', async () => {
    const { keepalive, asked, answer, silences } = scene();
    keepalive.start();
    await timers.advance(ACK + SYN / 2);
    answer();
    expect(timers.pending).to.deep.equal([SYN]);
    await timers.advance(SYN);
    expect(asked()).to.equal(2);
    expect(silences()).to.equal(1);
  });

  it('needs no answer of its own: any acknowledge shows that the CCP is there', async () => {
    const { keepalive, asked, answer, silences } = scene();
    keepalive.start();
    answer();
    for (let turn = 0; turn < 10; turn++) {
      await timers.advance(SYN / 2);
      answer();
    }
    expect(asked()).to.equal(1);
    expect(silences()).to.equal(0);
    expect(timers.pending).to.deep.equal([SYN]);
  });

  it('asks again, in place of telling of silence, after the page itself was held up', async () => {
    const { keepalive, asked, silences, wakes } = scene();
    keepalive.start();
    timers.now += ACK + 2_001;
    await timers.advance(0);
    expect(silences()).to.equal(0);
    expect(asked()).to.equal(2);
    expect(timers.pending).to.deep.equal([ACK]);
    timers.now += ACK + 2_000;
    await timers.advance(0);
    expect(silences()).to.equal(1);
    expect(asked()).to.equal(2);
    expect(wakes()).to.equal(0);
  });

  it('finds a CCP dead in a page all of whose timers are late, but not one that answers', async () => {
    const { keepalive, asked, answer, silences } = scene();
    keepalive.start();
    const late = async (delay: number): Promise<void> => {
      timers.now += delay + 5_000;
      await timers.advance(0);
    };
    for (let round = 0; round < 3; round++) {
      await late(ACK);
      answer();
      await late(SYN);
    }
    expect(silences()).to.equal(0);
    const before = asked();
    await late(ACK);
    expect(silences()).to.equal(0);
    await late(ACK);
    expect(silences()).to.equal(1);
    expect(asked()).to.equal(before + 1);
    await late(SYN);
    await late(ACK);
    expect(silences(), 'each time it is asked once more').to.equal(1);
    await late(ACK);
    expect(silences()).to.equal(2);
  });

  it('tells of silence at once when the page was held up for no longer than two seconds', async () => {
    const { keepalive, asked, silences } = scene();
    keepalive.start();
    timers.now += ACK + 2_000;
    await timers.advance(0);
    expect([silences(), asked()]).to.deep.equal([1, 1]);
  });

  it('finds a CCP dead while the clock is set back', async () => {
    const { keepalive, silences, asked } = scene();
    keepalive.start();
    const { now } = Date;
    Date.now = () => timers.now - 3_600_000;
    try {
      await timers.advance(ACK);
      expect(silences()).to.equal(1);
      await timers.advance(SYN);
      expect(asked()).to.equal(2);
    } finally {
      Date.now = now;
    }
  });

  it('tells of a sleep when a timer is later than any browser makes it, and asks at once', async () => {
    const { keepalive, asked, answer, wakes, silences } = scene();
    keepalive.start();
    answer();
    timers.now += SYN + 70_000;
    await timers.advance(0);
    expect(wakes()).to.equal(0);
    expect(asked()).to.equal(2);
    answer();
    timers.now += SYN + 70_001;
    await timers.advance(0);
    expect(wakes()).to.equal(1);
    expect(asked()).to.equal(3);
    timers.now += 8 * 3_600_000;
    await timers.advance(0);
    expect(wakes()).to.equal(2);
    expect(asked()).to.equal(4);
    expect(silences()).to.equal(0);
  });

  it('asks at once when something may have happened, and tells of the sleep if there was one', () => {
    const { keepalive, asked, answer, wakes } = scene();
    keepalive.check();
    expect(asked()).to.equal(0);
    expect(timers.pending).to.be.empty;
    keepalive.start();
    answer();
    keepalive.check();
    expect(asked()).to.equal(2);
    expect(wakes()).to.equal(0);
    expect(timers.pending).to.deep.equal([ACK]);
    timers.now += 8 * 3_600_000;
    keepalive.check();
    expect(asked()).to.equal(3);
    expect(wakes()).to.equal(1);
  });

  it('keeps on while nothing can be sent', async () => {
    const { keepalive, stream, asked, silences } = scene();
    stream.connected = false;
    keepalive.start();
    await timers.advance(ACK);
    expect(silences()).to.equal(1);
    stream.connected = true;
    await timers.advance(SYN);
    expect(asked()).to.equal(1);
  });

  it('has one timer only when it is started again', async () => {
    const { keepalive, asked } = scene();
    keepalive.start();
    keepalive.start();
    expect(asked()).to.equal(2);
    expect(timers.pending).to.deep.equal([ACK]);
    await timers.advance(ACK);
    expect(timers.pending).to.deep.equal([SYN]);
  });

  for (const [name, delay] of [
    ['waiting for an answer', 0],
    ['pausing', ACK],
  ] as const) {
    it(`ends with its scope while ${name}`, async () => {
      const { keepalive, scope, asked, answer, silences } = scene();
      keepalive.start();
      await timers.advance(delay);
      const before = silences();
      scope.abort();
      expect(timers.pending).to.be.empty;
      answer();
      await timers.advance(60_000);
      expect(asked()).to.equal(1);
      expect(silences()).to.equal(before);
    });
  }
});
