// The worker's web socket: kept open, with its topics, and what CCPs are told of it. Time is the test's.
import { expect } from '@open-wc/testing';
import type { SocketListener } from '../src/simulator/ccp/socket.js';
import { SocketManager } from '../src/simulator/ccp/socket-manager.js';
import { FakeTimers, settled } from './support/fake-timers.js';

const URL_OF_SOCKET = 'wss://web-socket.invalid/';

/** A service's sockets, as a test plays them. */
class PlayedService {
  /** The sockets that were asked for, in order. */
  readonly sockets: PlayedSocket[] = [];
  /** What the next requests for an address are answered with. */
  transport: unknown = { webSocketTransport: { url: URL_OF_SOCKET, transportLifeTimeInSeconds: 3_600 } };
  /** Why the next requests for an address fail. */
  failure: Error | null = null;
  requests = 0;

  readonly getTransport = (): Promise<unknown> => {
    this.requests += 1;
    return this.failure ? Promise.reject(this.failure) : Promise.resolve(this.transport);
  };

  readonly openSocket = (url: string, listener: SocketListener): PlayedSocket => {
    const socket = new PlayedSocket(url, listener);
    this.sockets.push(socket);
    return socket;
  };
}

class PlayedSocket {
  readonly sent: { topic: string; content?: { topics?: string[] } }[] = [];
  isClosed = false;
  /** Called with each message that is sent. */
  heard: (message: PlayedSocket['sent'][0]) => void = () => {};

  constructor(
    readonly url: string,
    readonly listener: SocketListener,
  ) {}

  send(text: string): void {
    const message = JSON.parse(text) as PlayedSocket['sent'][0];
    this.sent.push(message);
    this.heard(message);
  }

  close(): void {
    this.isClosed = true;
  }

  says(message: unknown): void {
    this.listener.received(JSON.stringify(message));
  }

  answers(status: string, topics: string[]): void {
    this.says({ topic: 'aws/subscribe', content: { status, topics } });
  }

  beats(): void {
    this.says({ topic: 'aws/heartbeat' });
  }

  /** The topics of the last subscription. */
  get wanted(): string[] | undefined {
    return this.asked.at(-1);
  }

  /** The topics of each subscription. */
  get asked(): string[][] {
    return this.sent.filter(({ topic }) => topic === 'aws/subscribe').map(({ content }) => content?.topics ?? []);
  }
}

describe('The worker’s web socket', () => {
  let timers: FakeTimers;
  let service: PlayedService;
  let manager: SocketManager;
  let told: { event: string; data?: unknown }[];
  let errors: string[];

  beforeEach(() => {
    timers = new FakeTimers();
    service = new PlayedService();
    told = [];
    errors = [];
    manager = new SocketManager({
      openSocket: service.openSocket,
      getTransport: service.getTransport,
      tell: (event, data) => void told.push({ event, data }),
      onError: (error) => void errors.push((error as Error).message),
    });
  });

  afterEach(() => {
    manager.stop();
    expect(timers.pending, 'timers after stop()').to.deep.equal([]);
    timers.restore();
  });

  const events = () => told.splice(0).map(({ event }) => event);

  const GAIN = ['agent::websocket_connection_gained', 'webSocket::connection_gain', 'webSocket::connection_open'];
  const LOSS = ['webSocket::connection_close', 'agent::websocket_connection_lost', 'webSocket::connection_lost'];

  const last = (): PlayedSocket => service.sockets.at(-1)!;

  /** Starts it, and lets the socket open. */
  async function open(): Promise<PlayedSocket> {
    manager.start();
    await settled();
    last().listener.opened();
    await settled();
    return last();
  }

  it('opens at the address that the service gives, and tells of it in the order of a real instance', async () => {
    manager.start();
    manager.start();
    await timers.advance(20);
    expect([service.sockets.length, last().url]).to.deep.equal([1, URL_OF_SOCKET]);
    expect(events()).to.deep.equal([]);
    last().listener.opened();
    expect(told.at(-1)?.data).to.deep.equal({
      connectWebSocketRetryCount: 0,
      connectionAttemptStartTime: timers.now - 20,
      noOpenConnectionsTimestamp: null,
      connectionEstablishedTime: timers.now,
      timeToConnect: 20,
      timeWithoutConnection: null,
    });
    expect(events()).to.deep.equal(GAIN);
  });

  it('passes messages on as they are, but not those of the link itself, and nothing that is none', async () => {
    const socket = await open();
    events();
    const message = { topic: 'aws/chat', contentType: 'application/json', content: '{}' };
    socket.says(message);
    socket.beats();
    socket.listener.received('no JSON');
    socket.says('no message');
    socket.says({ content: 'no topic' });
    expect(told).to.deep.equal([{ event: 'webSocket::all_message', data: message }]);
  });

  it('sends what pages send, but not to the topics of the link itself', async () => {
    manager.send({ topic: 'aws/chat', content: 'too early' });
    const socket = await open();
    manager.send({ topic: 'aws/chat', content: 'x' });
    for (const topic of ['aws/subscribe', 'aws/unsubscribe', 'aws/heartbeat', undefined]) manager.send({ topic });
    manager.send('no message');
    expect(socket.sent.filter(({ topic }) => topic !== 'aws/heartbeat')).to.deep.equal([
      { topic: 'aws/chat', content: 'x' },
    ]);
    expect(errors).to.have.length(5);
  });

  describe('a loss', () => {
    it('is told of, with how long it had been open; it opens again at once, and subscribes again', async () => {
      const socket = await open();
      manager.subscribe(['aws/chat']);
      socket.answers('success', ['aws/chat']);
      events();
      await timers.advance(500);
      const closed = timers.now;
      socket.listener.closed(1006, '');
      const report = {
        openTimestamp: closed - 500,
        closeTimestamp: closed,
        connectionDuration: 500,
        code: 1006,
        reason: '',
      };
      expect(told.map(({ data }) => data)).to.deep.equal([report, report, report]);
      expect(events()).to.deep.equal(LOSS);
      await settled();
      await timers.advance(30);
      last().listener.opened();
      expect(told.at(-1)?.data).to.include({ noOpenConnectionsTimestamp: closed, timeWithoutConnection: 30 });
      expect(events()).to.deep.equal(GAIN);
      expect(last().wanted).to.deep.equal(['aws/chat']);
    });

    it('is followed by attempts further and further apart, of which nobody is told', async () => {
      await open();
      events();
      last().listener.closed(1006, '');
      const attempts: number[] = [];
      for (let attempt = 0; attempt < 5; attempt += 1) {
        await settled();
        attempts.push(timers.now);
        last().listener.closed(1006, 'refused');
        await settled();
        if (timers.pending.length > 0) await timers.advance(Math.min(...timers.pending));
      }
      const pauses = attempts.slice(1).map((at, index) => at - attempts[index]);
      expect(pauses).to.deep.equal([0, 500, 1_000, 2_000]);
      expect(events()).to.deep.equal(LOSS);
      await settled();
      last().listener.opened();
      expect(told.at(-1)?.data).to.include({ connectWebSocketRetryCount: 5 });
    });

    it('counts a socket that does not answer a heartbeat until the next as lost', async () => {
      const socket = await open();
      const beats = () => socket.sent.filter(({ topic }) => topic === 'aws/heartbeat').length;
      expect(beats()).to.equal(1);
      socket.beats();
      await timers.advance(10_000);
      expect(beats()).to.equal(2);
      socket.beats();
      await timers.advance(10_000);
      expect([beats(), service.sockets.length]).to.deep.equal([3, 1]);
      events();
      await timers.advance(10_000);
      expect(events()).to.deep.equal(LOSS);
      expect([socket.isClosed, service.sockets.length]).to.deep.equal([true, 2]);
    });
  });

  it('is replaced before its life ends: the new one has the topics before the old one goes, and nobody sees a loss', async () => {
    const socket = await open();
    manager.subscribe(['aws/chat']);
    socket.answers('success', ['aws/chat']);
    events();
    const renewal = (3_600 - 60) * 1000;
    for (let waited = 0; waited < renewal; waited += 10_000) {
      socket.beats();
      await timers.advance(10_000);
    }
    expect(service.sockets).to.have.length(2);
    last().listener.opened();
    expect([socket.isClosed, last().wanted]).to.deep.equal([false, ['aws/chat']]);
    socket.says({ topic: 'aws/chat', content: 'still through the old one' });
    last().answers('success', ['aws/chat']);
    expect(socket.isClosed).to.be.true;
    expect(events()).to.deep.equal([
      'webSocket::connection_open',
      'webSocket::all_message',
      'webSocket::subscription_update',
      'webSocket::connection_close',
    ]);
    last().says({ topic: 'aws/chat', content: 'through the new one' });
    expect(events()).to.deep.equal(['webSocket::all_message']);
  });

  describe('topics', () => {
    it('are asked for once, and pages are told that they have them', async () => {
      manager.subscribe(['aws/chat']);
      manager.subscribe('no list');
      const socket = await open();
      events();
      socket.answers('success', ['aws/chat']);
      expect(told[0].data).to.deep.equal({
        topic: 'aws/subscribe',
        content: { status: 'success', topics: ['aws/chat'] },
      });
      manager.subscribe(['aws/chat']);
      manager.subscribe(['aws/task', 7]);
      expect(socket.asked).to.deep.equal([['aws/chat'], ['aws/task']]);
    });

    it('are asked for once where the answer is there at once', async () => {
      const socket = await open();
      events();
      socket.heard = ({ topic, content }) => topic === 'aws/subscribe' && socket.answers('success', content!.topics!);
      manager.subscribe(['aws/chat']);
      await timers.advance(5_000);
      expect([socket.asked.length, events()]).to.deep.equal([1, ['webSocket::subscription_update']]);
    });

    it('are asked for again after 500 ms where they are refused, and have failed after five refusals', async () => {
      const socket = await open();
      manager.subscribe(['aws/chat']);
      events();
      for (let refusal = 1; refusal <= 5; refusal += 1) {
        expect(socket.asked).to.have.length(refusal);
        socket.answers('failure', ['aws/chat']);
        await timers.advance(500);
      }
      expect(told.map(({ event }) => event)).to.deep.equal(['webSocket::subscription_failure']);
      expect(told[0].data).to.deep.equal({
        topic: 'aws/subscribe',
        content: { status: 'failure', topics: ['aws/chat'] },
      });
      expect(socket.asked).to.have.length(5);
      manager.subscribe(['aws/chat']);
      expect(socket.asked).to.have.length(6);
    });

    it('are asked for again after 1 s without an answer, three times, and have failed once then', async () => {
      const socket = await open();
      manager.subscribe(['aws/chat']);
      events();
      await timers.advance(3_000);
      expect([socket.asked.length, events()]).to.deep.equal([4, []]);
      await timers.advance(1_000);
      expect([socket.asked.length, events()]).to.deep.equal([4, ['webSocket::subscription_failure']]);
      socket.beats();
      await timers.advance(5_000);
      expect([socket.asked.length, events()]).to.deep.equal([4, []]);
    });
  });

  describe('the beginning', () => {
    for (const [what, transport] of Object.entries({
      'is not wss': { url: 'https://web-socket.invalid/', transportLifeTimeInSeconds: 3_600 },
      'lives too short': { url: URL_OF_SOCKET, transportLifeTimeInSeconds: 299 },
      'is missing': null,
    })) {
      it(`fails for good where the address ${what}, until it is started again`, async () => {
        service.transport = { webSocketTransport: transport };
        manager.start();
        await timers.advance(60_000);
        expect(events()).to.deep.equal(['webSocket::init_failure']);
        expect([service.requests, service.sockets.length]).to.deep.equal([1, 0]);
        service.transport = new PlayedService().transport;
        await open();
        expect(events()).to.deep.equal(GAIN);
      });
    }

    it('is told to have failed once where there is no address, and goes on trying', async () => {
      service.failure = new Error('Not now');
      manager.start();
      await timers.advance(1_600);
      expect([service.requests, events()]).to.deep.equal([4, ['webSocket::init_failure']]);
      service.failure = null;
      await timers.advance(2_000);
      last().listener.opened();
      expect(events()).to.deep.equal(GAIN);
    });
  });

  it('ends with stop: whatever is open is closed, whatever is being opened is given up, topics are kept', async () => {
    const socket = await open();
    manager.subscribe(['aws/chat']);
    events();
    manager.stop();
    manager.stop();
    expect(socket.isClosed).to.be.true;
    expect(events()).to.deep.equal([]);
    manager.start();
    manager.stop();
    manager.start();
    await settled();
    const again = last();
    manager.stop();
    expect(again.isClosed).to.be.true;
    expect((await open()).wanted).to.deep.equal(['aws/chat']);
  });
});
