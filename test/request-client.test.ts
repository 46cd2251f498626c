// Requests over a conduit: every one of them ends, once, and nothing of it is left.
import { expect } from '@open-wc/testing';
import { Conduit } from '../src/conduit/conduit.js';
import { API_EVENTS, DEFAULT_DEADLINE, MASTER_EVENTS, RequestClient } from '../src/conduit/request-client.js';
import type { WireRequest } from '../src/conduit/wire.js';
import { CommandError } from '../src/errors/command-error.js';
import { FakeTimers } from './support/fake-timers.js';
import { MemoryStream } from './support/memory-stream.js';

function scene(events = API_EVENTS) {
  const stream = new MemoryStream();
  const scope = new AbortController();
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  const conduit = new Conduit({ name: 'test', upstream: stream, signal: scope.signal, onError });
  const client = new RequestClient(conduit, events);
  const request = (index = 0) => stream.sent[index].data as WireRequest;
  const answer = (fields: Record<string, unknown>, index = 0) =>
    stream.receive(events.response, { event: events.response, requestId: request(index).requestId, ...fields });
  return { client, stream, conduit, scope, request, answer, errors };
}

/** The error that a promise rejects with. */
async function failureOf(promise: Promise<unknown>): Promise<CommandError> {
  const error = await promise.then(
    (data) => {
      throw new Error(`it succeeded with ${JSON.stringify(data)}`);
    },
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(CommandError);
  return error as CommandError;
}

describe('RequestClient', () => {
  it('sends the envelope of the wire, with the event name inside once more', async () => {
    const { client, stream, answer, request } = scene();
    const done = client.call('acceptContact', { contactId: 'a' });
    expect(stream.sent).to.deep.equal([
      {
        event: 'api_request',
        data: {
          event: 'api_request',
          requestId: request().requestId,
          method: 'acceptContact',
          params: { contactId: 'a' },
        },
      },
    ]);
    expect(request().requestId).to.match(/^\d+-[a-z\d]+$/);
    answer({ data: {} });
    await done;
  });

  it('sends empty parameters when there are none, and keeps undefined members', async () => {
    const { client, request } = scene();
    void client.call('x').catch(() => undefined);
    void client.call('y', { enqueueNextState: undefined }).catch(() => undefined);
    expect(request(0).params).to.deep.equal({});
    expect(request(1).params).to.have.own.property('enqueueNextState', undefined);
    client.rejectAll('x', 'over', '');
    await Promise.resolve();
  });

  it('speaks of masters with the names of master requests', async () => {
    const { client, stream, answer } = scene(MASTER_EVENTS);
    const done = client.call('checkMaster', { topic: 'connect::softphone' });
    expect(stream.sent[0]?.event).to.equal('master_request');
    answer({ data: { isMaster: true } });
    expect(await done).to.deep.equal({ isMaster: true });
  });

  for (const data of [{}, { contactId: 'a' }, undefined, null, 0, 'text']) {
    for (const err of [null, undefined, '']) {
      it(`resolves with ${JSON.stringify(data)} when the error is ${JSON.stringify(err)}`, async () => {
        const { client, answer } = scene();
        const done = client.call('x');
        answer({ data, err });
        expect(await done).to.deep.equal(data);
        expect(client.pendingCount).to.equal(0);
      });
    }
  }

  it('resolves an answer that lacks the inner event, as the CCP itself sends them', async () => {
    const { client, stream, request } = scene();
    const done = client.call('x');
    stream.receive('api_response', { requestId: request().requestId, data: 'ok' });
    expect(await done).to.equal('ok');
  });

  const errors: [name: string, err: unknown, type: string, message: string, statusCode?: number][] = [
    [
      'a JSON text',
      JSON.stringify({ type: 'InvalidStateException', message: 'not now', statusCode: 400, stack: [] }),
      'InvalidStateException',
      'not now',
      400,
    ],
    [
      'an object',
      { type: 'BadEndpointException', message: 'no such number' },
      'BadEndpointException',
      'no such number',
    ],
    ['a text', 'it broke', 'UnknownException', 'it broke'],
    ['a JSON text of no object', '17', 'UnknownException', '17'],
    ['a JSON text that is cut off', '{"type":', 'UnknownException', '{"type":'],
    ['true', true, 'UnknownException', 'true'],
    ['an empty object', {}, 'UnknownException', 'x failed (UnknownException)'],
  ];
  for (const [name, err, type, message, statusCode] of errors) {
    it(`rejects with a CommandError when the error is ${name}`, async () => {
      const { client, answer } = scene();
      const done = client.call('x');
      answer({ err, data: { ignored: true } });
      const error = await failureOf(done);
      expect(error).to.include({ operation: 'x', type, message, statusCode });
      expect(error.cause).to.deep.equal(err);
      expect(client.pendingCount).to.equal(0);
    });
  }

  it('gives each answer to its own request, in whatever order they come', async () => {
    const { client, answer } = scene();
    const all = ['a', 'b', 'c'].map((method) => client.call(method));
    expect(client.pendingCount).to.equal(3);
    answer({ data: 'third' }, 2);
    answer({ data: 'first' }, 0);
    answer({ err: 'second' }, 1);
    expect(await all[0]).to.equal('first');
    expect(await all[2]).to.equal('third');
    expect((await failureOf(all[1])).message).to.equal('second');
  });

  it('ignores a second answer and answers to nobody', async () => {
    const { client, stream, answer, errors: thrown } = scene();
    const done = client.call('x');
    answer({ data: 1 });
    answer({ err: 'too late' });
    answer({ data: 2 });
    expect(await done).to.equal(1);
    for (const data of [null, undefined, 'x', 7, {}, { requestId: 7 }, { requestId: 'unknown', data: 1 }]) {
      stream.receive('api_response', data);
    }
    expect(thrown).to.be.empty;
    expect(client.pendingCount).to.equal(0);
  });

  it('knows which answers it waits for', async () => {
    const { client, request, answer } = scene();
    const done = client.call('x');
    const { requestId } = request();
    expect(client.awaits(requestId)).to.be.true;
    expect(client.awaits('other')).to.be.false;
    answer({ data: 1 });
    await done;
    expect(client.awaits(requestId)).to.be.false;
  });

  it('rejects what has a parameter that cannot be sent, and names the operation', async () => {
    const { client } = scene();
    const error = await failureOf(client.call('putAgentState', { state: () => undefined }));
    expect(error.type).to.equal('InvalidArgumentException');
    expect(error.message).to.include('putAgentState has a parameter that cannot be sent');
    expect(error.cause).to.be.instanceOf(DOMException);
    expect(error.retryable).to.be.false;
    expect(client.pendingCount).to.equal(0);
  });

  it('rejects at once when nothing can be sent', async () => {
    const { client, stream } = scene();
    stream.connected = false;
    const error = await failureOf(client.call('x'));
    expect(error).to.include({ type: 'NotConnectedException', operation: 'x', retryable: true });
    expect(error.hint).not.to.equal('');
    expect(client.pendingCount).to.equal(0);
  });

  it('rejects everything that waits, with type, message and hint', async () => {
    const { client } = scene();
    const all = [client.call('a'), client.call('b')];
    client.rejectAll('TerminatedException', 'the page has ended the CCP', 'Embed it again first.');
    for (const [index, promise] of all.entries()) {
      expect(await failureOf(promise)).to.include({
        type: 'TerminatedException',
        message: `${['a', 'b'][index]}: the page has ended the CCP`,
        hint: 'Embed it again first.',
        retryable: true,
      });
    }
    expect(client.pendingCount).to.equal(0);
    client.rejectAll('TerminatedException', 'again', '');
  });

  it('can be used again after everything was rejected', async () => {
    const { client, answer } = scene();
    const first = failureOf(client.call('a'));
    client.rejectAll('FrameReplacedException', 'replaced', '');
    await first;
    const second = client.call('b');
    answer({ data: 'ok' }, 1);
    expect(await second).to.equal('ok');
  });

  describe('abort', () => {
    it('before the call sends nothing', async () => {
      const { client, stream } = scene();
      const error = await failureOf(client.call('x', {}, { signal: AbortSignal.abort() }));
      expect(error).to.include({ type: 'AbortedException', operation: 'x' });
      expect(error.message).to.contain('x was aborted by its caller');
      expect(stream.sent).to.be.empty;
      expect(client.pendingCount).to.equal(0);
    });

    it('while waiting rejects at once, and the answer that comes later is ignored', async () => {
      const { client, answer } = scene();
      const abort = new AbortController();
      const done = client.call('x', {}, { signal: abort.signal });
      abort.abort();
      expect((await failureOf(done)).type).to.equal('AbortedException');
      expect(client.pendingCount).to.equal(0);
      answer({ data: 1 });
    });

    it('after the answer changes nothing', async () => {
      const { client, answer } = scene();
      const abort = new AbortController();
      const done = client.call('x', {}, { signal: abort.signal });
      answer({ data: 1 });
      abort.abort();
      expect(await done).to.equal(1);
    });

    it('leaves nothing at a signal that lives on', async () => {
      const { client, answer } = scene();
      const { signal } = new AbortController();
      const ends: (AbortSignal | undefined)[] = [];
      signal.addEventListener = (_: string, __: unknown, options?: AddEventListenerOptions | boolean) =>
        ends.push((options as AddEventListenerOptions).signal);
      const done = client.call('x', {}, { signal });
      expect(ends.map((end) => end?.aborted)).to.deep.equal([false]);
      answer({ data: 1 });
      await done;
      expect(ends.map((end) => end?.aborted)).to.deep.equal([true]);
    });
  });

  it('says that a request was not sent where no CCP has answered yet', async () => {
    const { client, stream } = scene();
    stream.connected = false;
    const error = await failureOf(client.call('x'));
    expect(error.type).to.equal('NotConnectedException');
    expect(error.message).to.contain('x was not sent: no CCP has answered yet');
  });

  describe('a worker that answers no refused request', () => {
    let timers: FakeTimers;
    beforeEach(() => (timers = new FakeTimers()));
    afterEach(() => timers.restore());

    const metric = (name: string, status: unknown) => ({
      name,
      time: 5,
      error: true,
      dimensions: [{ name: 'Category', value: 'API' }],
      optionalDimensions: [null, { name: 'HttpStatusCode', value: status }],
    });

    for (const [status, type] of [
      [401, 'UnauthorizedException'],
      ['403', 'AccessDeniedException'],
    ] as const) {
      it(`makes the request fail soon with a ${type} after a metric of status ${status}`, async () => {
        const { client, stream } = scene();
        const done = failureOf(client.call('acceptContact'));
        stream.receive('api_metric', metric('acceptContact', status));
        await timers.advance(499);
        expect(client.pendingCount).to.equal(1);
        await timers.advance(1);
        expect(await done).to.include({ operation: 'acceptContact', type, statusCode: Number(status) });
        expect((await done).hint).not.to.equal('');
        expect(client.pendingCount).to.equal(0);
        expect(timers.pending).to.be.empty;
      });
    }

    it('may answer after its metric all the same', async () => {
      const { client, stream, answer } = scene();
      const done = failureOf(client.call('x'));
      stream.receive('api_metric', metric('x', 401));
      answer({ err: 'its own words' });
      expect((await done).message).to.equal('its own words');
      expect(timers.pending).to.be.empty;
    });

    it('fails the oldest of several requests first, one for each metric', async () => {
      const { client, stream } = scene();
      const failed: number[] = [];
      for (const index of [0, 1, 2]) void client.call('x').catch(() => failed.push(index));
      stream.receive('api_metric', metric('x', 401));
      stream.receive('api_metric', metric('x', 401));
      await timers.advance(500);
      expect(failed).to.deep.equal([0, 1]);
      client.rejectAll('x', 'over', '');
    });

    const others: [name: string, metric: unknown][] = [
      ['nothing', null],
      ['a text', 'x'],
      ['no dimensions', { name: 'x' }],
      ['dimensions that are no list', { name: 'x', optionalDimensions: {} }],
      ['another status', metric('x', 500)],
      ['no status', metric('x', undefined)],
      ['another operation', metric('y', 401)],
    ];
    for (const [name, data] of others) {
      it(`is not meant by a metric with ${name}`, async () => {
        const { client, stream, errors: thrown } = scene();
        void client.call('x').catch(() => undefined);
        stream.receive('api_metric', data);
        expect(timers.pending).to.deep.equal([30_000]);
        expect(thrown).to.be.empty;
        client.rejectAll('x', 'over', '');
        await timers.advance(0);
      });
    }
  });

  describe('deadline', () => {
    let timers: FakeTimers;
    beforeEach(() => (timers = new FakeTimers()));
    afterEach(() => timers.restore());

    it('is 30 seconds unless the caller says otherwise', async () => {
      const { client } = scene();
      const done = failureOf(client.call('x'));
      expect(DEFAULT_DEADLINE).to.equal(30_000);
      expect(timers.pending).to.deep.equal([30_000]);
      await timers.advance(29_999);
      expect(client.pendingCount).to.equal(1);
      await timers.advance(1);
      const error = await done;
      expect(error).to.include({
        type: 'TimeoutException',
        operation: 'x',
        retryable: true,
        message: 'x got no answer within 30000 ms',
      });
      expect(error.hint).to.include('look at the state');
      expect(client.pendingCount).to.equal(0);
    });

    it('can be shorter for one request, whose late answer is ignored', async () => {
      const { client, answer } = scene();
      const done = failureOf(client.call('x', {}, { deadline: 5 }));
      await timers.advance(5);
      expect((await done).message).to.equal('x got no answer within 5 ms');
      answer({ data: 1 });
      expect(timers.pending).to.be.empty;
    });

    it('leaves no timer, whichever way a request ends', async () => {
      const { client, stream, answer } = scene();
      const abort = new AbortController();
      const answered = client.call('a');
      answer({ data: 1 });
      await answered;
      const refused = failureOf(client.call('b'));
      answer({ err: 'no' }, 1);
      await refused;
      const aborted = failureOf(client.call('c', {}, { signal: abort.signal }));
      abort.abort();
      await aborted;
      const rejected = failureOf(client.call('d'));
      client.rejectAll('x', 'over', '');
      await rejected;
      await failureOf(client.call('e', { run: () => undefined }));
      stream.connected = false;
      await failureOf(client.call('f'));
      expect(timers.pending).to.be.empty;
      expect(client.pendingCount).to.equal(0);
    });
  });
});
