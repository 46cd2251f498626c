// Commands: how their callers hear of the end, exactly once, by callbacks or by a promise.
import { expect } from '@open-wc/testing';
import { type Callbacks, type Command, CommandSender, type RequestCall } from '../src/api/commands.js';
import { CommandError, commandErrorFromWire } from '../src/errors/command-error.js';
import { ValueError } from '../src/errors/errors.js';
import { Logger } from '../src/log/logger.js';
import { settled } from './support/fake-timers.js';
import { closeFakeCcps, quietConnect, readyCcp } from './support/fake-ccp.js';
import { agentData, voiceContact } from './support/snapshots.js';

type Sent = Parameters<RequestCall>;

/** A sender whose requests the test answers. */
function scene() {
  const sent: Sent[] = [];
  const answers: PromiseWithResolvers<unknown>[] = [];
  const nothing = () => undefined;
  const log = new Logger({ console: { log: nothing, info: nothing, warn: nothing, error: nothing } });
  const call: RequestCall = (...request) => {
    sent.push(request);
    let resolve!: (data: unknown) => void;
    let reject!: (error: unknown) => void;
    const promise = new Promise<unknown>((...settle) => ([resolve, reject] = settle));
    answers.push({ promise, resolve, reject });
    return promise;
  };
  const sender = new CommandSender(call, log);
  const send = <Result>(more: Partial<Command<Result>> = {}, callbacks?: Callbacks<Result> | null) =>
    sender.send<Result>({ operation: 'x', params: () => ({}), ...more }, callbacks);
  const errors = () => log.getEntries().filter((entry) => entry.getLevel() === 'ERROR');
  return { send, sent, answers, errors };
}

interface PromiseWithResolvers<T> {
  promise: Promise<T>;
  resolve(value: T): void;
  reject(reason: unknown): void;
}

const refused = () => new CommandError({ operation: 'x', type: 'InvalidStateException', message: 'not now' });

/** Notes which callbacks were called, and with what. */
function noted() {
  const calls: [name: string, ...args: unknown[]][] = [];
  const success = (...args: unknown[]) => void calls.push(['success', ...args]);
  const failure = (...args: unknown[]) => void calls.push(['failure', ...args]);
  return { calls, success, failure };
}

describe('CommandSender', () => {
  const unhandled: PromiseRejectionEvent[] = [];
  const note = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    unhandled.push(event);
  };
  beforeEach(() => {
    unhandled.length = 0;
    window.addEventListener('unhandledrejection', note);
  });
  afterEach(() => window.removeEventListener('unhandledrejection', note));

  /** Resolves when the browser has reported what it has to report. */
  const reported = () => new Promise((resolve) => setTimeout(resolve));

  it('sends operation, parameters, deadline and signal', () => {
    const { send, sent } = scene();
    const { signal } = new AbortController();
    void send({ operation: 'acceptContact', params: () => ({ contactId: 'a' }), deadline: 7, signal });
    expect(sent).to.deep.equal([['acceptContact', { contactId: 'a' }, { deadline: 7, signal }]]);
  });

  it('calls callbacks as methods of the object that they came in', async () => {
    const { send, answers } = scene();
    class Desk {
      readonly #told: string[] = [];
      success() {
        this.#told.push('success');
      }
      failure() {
        this.#told.push('failure');
      }
      get told() {
        return this.#told;
      }
    }
    const desk = new Desk();
    void send({}, desk);
    void send({}, desk);
    answers[0].resolve({});
    answers[1].reject(refused());
    await settled();
    expect(desk.told).to.deep.equal(['success', 'failure']);
  });

  describe('with a promise', () => {
    for (const callbacks of [undefined, null, {}]) {
      it(`resolves with the data when the callbacks are ${JSON.stringify(callbacks)}`, async () => {
        const { send, answers } = scene();
        const promise = send({}, callbacks);
        expect(promise).to.be.instanceOf(Promise);
        answers[0]?.resolve({ a: 1 });
        expect(await promise).to.deep.equal({ a: 1 });
      });
    }

    it('resolves with what the command makes of the data', async () => {
      const { send, answers } = scene();
      const promise = send({ finish: (data) => Promise.resolve(`made of ${String(data)}`) });
      answers[0]?.resolve('data');
      expect(await promise).to.equal('made of data');
    });

    it('rejects with the CommandError', async () => {
      const { send, answers, errors } = scene();
      const promise = send();
      const error = refused();
      answers[0]?.reject(error);
      expect(await promise?.catch((reason: unknown) => reason)).to.equal(error);
      await reported();
      expect(errors()).to.be.empty;
      expect(unhandled).to.be.empty;
    });

    it('logs an ERROR and raises no unhandledrejection when nobody takes the promise', async () => {
      const { send, answers, errors } = scene();
      void send({ operation: 'holdConnection' });
      answers[0]?.reject(refused());
      await reported();
      expect(unhandled).to.be.empty;
      expect(errors().map((entry) => entry.getText())).to.deep.equal([
        'holdConnection failed and nobody took the failure.',
      ]);
      expect(errors()[0]?.exception?.message).to.equal('not now');
    });

    it('logs and raises nothing when an untaken promise resolves', async () => {
      const { send, answers, errors } = scene();
      void send();
      answers[0]?.resolve({});
      await reported();
      expect(unhandled).to.be.empty;
      expect(errors()).to.be.empty;
    });

    const takers: [name: string, take: (promise: Promise<unknown>) => Promise<unknown>][] = [
      ['await', async (promise) => await promise],
      ['catch', (promise) => promise.catch((error: unknown) => Promise.reject(error as Error))],
      ['finally', (promise) => promise.finally(() => undefined)],
      ['Promise.all', (promise) => Promise.all([promise])],
      ['Promise.race', (promise) => Promise.race([promise])],
      ['an async function that returns it', async (promise) => promise],
    ];
    for (const [name, take] of takers) {
      it(`counts as taken by ${name}, even where the arguments are wrong`, async () => {
        const { send, errors } = scene();
        const params = () => {
          throw new ValueError('wrong');
        };
        const taken = take(send({ params })!).catch((error: unknown) => error);
        expect(await taken).to.be.instanceOf(CommandError);
        await reported();
        expect(errors()).to.be.empty;
        expect(unhandled).to.be.empty;
      });
    }
  });

  describe('with callbacks', () => {
    it('returns nothing, and calls success alone when it worked', async () => {
      const { send, answers } = scene();
      const { calls, success, failure } = noted();
      expect(send({}, { success, failure })).to.be.undefined;
      expect(calls).to.be.empty;
      answers[0]?.resolve({ a: 1 });
      await settled();
      expect(calls).to.deep.equal([['success', { a: 1 }]]);
    });

    it('calls failure alone when it did not', async () => {
      const { send, answers, errors } = scene();
      const { calls, success, failure } = noted();
      const error = refused();
      expect(send({}, { success, failure })).to.be.undefined;
      answers[0]?.reject(error);
      await settled();
      expect(calls).to.deep.equal([['failure', String(error), error]]);
      expect(errors()).to.be.empty;
    });

    it('gives failure the text that existing code takes apart, and the error beside it', async () => {
      const { send, answers } = scene();
      const { calls, failure } = noted();
      const err = JSON.stringify({
        type: 'QuotaExceededException',
        message: 'slow down',
        retryStatus: 'none',
        statusCode: 429,
      });
      send({}, { failure });
      answers[0]?.reject(commandErrorFromWire('x', err));
      await settled();
      const [[, text, error]] = calls as [[string, string, CommandError]];
      expect(text).to.equal(err);
      expect(text.includes('QuotaExceeded')).to.be.true;
      expect(text.match(/slow/)).not.to.be.null;
      expect((JSON.parse(text) as { statusCode: number }).statusCode).to.equal(429);
      expect(error).to.be.instanceOf(CommandError);
      expect(error).to.include({ type: 'QuotaExceededException', message: 'slow down', retryable: true });
    });

    it('never calls success for an error, which is logged when there is no failure callback', async () => {
      const { send, answers, errors } = scene();
      const { calls, success } = noted();
      expect(send({}, { success })).to.be.undefined;
      answers[0]?.reject(refused());
      await reported();
      expect(calls).to.be.empty;
      expect(errors().map((entry) => entry.getText())).to.deep.equal(['x failed and has no failure callback.']);
      expect(unhandled).to.be.empty;
    });

    it('needs no success callback', async () => {
      const { send, answers, errors } = scene();
      const { calls, failure } = noted();
      expect(send({}, { failure })).to.be.undefined;
      answers[0]?.resolve({});
      await settled();
      expect(calls).to.be.empty;
      expect(errors()).to.be.empty;
    });

    for (const name of ['success', 'failure'] as const) {
      it(`logs a ${name} callback that throws, and calls no other`, async () => {
        const { send, answers, errors } = scene();
        const { calls, success, failure } = noted();
        const broken = () => {
          throw new Error('broken');
        };
        send({}, { success, failure, [name]: broken });
        if (name === 'success') answers[0]?.resolve({});
        else answers[0]?.reject(refused());
        await reported();
        expect(calls).to.be.empty;
        expect(errors().map((entry) => entry.getText())).to.deep.equal(['A callback of x failed.']);
        expect(errors()[0]?.exception?.message).to.equal('broken');
        expect(unhandled).to.be.empty;
      });
    }

    it('tells failure when the command cannot make use of the data', async () => {
      const { send, answers } = scene();
      const { calls, success, failure } = noted();
      const error = refused();
      send({ finish: () => Promise.reject(error) }, { success, failure });
      answers[0]?.resolve({});
      await settled();
      expect(calls).to.deep.equal([['failure', String(error), error]]);
    });
  });

  describe('wrong arguments', () => {
    const params = () => {
      throw new ValueError('state must be provided');
    };

    it('are an InvalidArgumentException of the promise, and nothing is sent', async () => {
      const { send, sent } = scene();
      const error = await send({ operation: 'putAgentState', params })?.catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(CommandError);
      expect(error).to.include({
        operation: 'putAgentState',
        type: 'InvalidArgumentException',
        message: 'putAgentState was not sent: state must be provided',
        retryable: false,
      });
      expect((error as CommandError).cause).to.be.instanceOf(ValueError);
      expect(sent).to.be.empty;
    });

    it('are told to failure after the call has returned', async () => {
      const { send, sent } = scene();
      const { calls, success, failure } = noted();
      send({ params }, { success, failure });
      expect(calls).to.be.empty;
      await settled();
      expect(calls.map(([name, , error]) => [name, (error as CommandError).type])).to.deep.equal([
        ['failure', 'InvalidArgumentException'],
      ]);
      expect(sent).to.be.empty;
    });

    it('may be told by a CommandError of their own', async () => {
      const { send } = scene();
      const own = refused();
      const throwing = () => {
        throw own;
      };
      expect(await send({ params: throwing })?.catch((reason: unknown) => reason)).to.equal(own);
    });
  });
});

describe('commands over the wire', () => {
  afterEach(closeFakeCcps);

  it('fail with a NotConnectedException where no CCP is embedded', async () => {
    const connect = quietConnect();
    const error: unknown = await new connect.Contact('a').clear().catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(connect.CommandError);
    expect(error).to.include({ operation: 'clearContact', type: 'NotConnectedException' });
    expect((error as CommandError).hint).to.include('initCCP');
  });

  it('resolve with the data of the answer', async () => {
    const connect = quietConnect();
    const ccp = await readyCcp(connect, agentData());
    const done = new connect.Contact('a').clear();
    const request = await ccp.nextRequest();
    expect(request).to.include({ event: 'api_request', method: 'clearContact' });
    expect(request.params).to.deep.equal({ contactId: 'a' });
    await ccp.answer(request, { data: { cleared: true } });
    expect(await done).to.deep.equal({ cleared: true });
  });

  it("fail with the service's error, which reads as JSON text for those who parse it", async () => {
    const connect = quietConnect();
    const ccp = await readyCcp(connect, agentData({ contacts: [voiceContact('a', 'connecting')] }));
    const { calls, success, failure } = noted();
    new connect.Contact('a').reject({ success, failure });
    const err = JSON.stringify({ type: 'UnauthorizedException', message: 'expired', statusCode: 401, stack: [] });
    await ccp.answer(await ccp.nextRequest(), { err });
    expect(calls.map(([name]) => name)).to.deep.equal(['failure']);
    expect(calls[0][1]).to.equal(err);
    const error = calls[0][2] as CommandError;
    expect(error).to.be.instanceOf(connect.CommandError);
    expect(error.hint).to.equal('The sign-in has expired: sign in again.');
    expect(JSON.parse(String(error))).to.include({
      type: 'UnauthorizedException',
      message: 'expired',
      statusCode: 401,
    });
  });
});
