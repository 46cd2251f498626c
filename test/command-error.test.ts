// CommandError: what it says, and how it is made of what the wire brings.
import { expect } from '@open-wc/testing';
import { CommandError, commandErrorFromWire, CommandErrorType } from '../src/errors/command-error.js';

describe('CommandError', () => {
  it('says operation, type, message, and what to do', () => {
    const cause = new Error('cause');
    const fields = {
      operation: 'acceptContact',
      type: 'InvalidStateException',
      message: 'not now',
      retryable: true,
      hint: 'wait',
      statusCode: 400,
    };
    const error = new CommandError({ ...fields, cause });
    expect(error).to.be.instanceOf(Error);
    expect(error).to.include({ name: 'CommandError', ...fields });
    expect(error.cause).to.equal(cause);
    expect(error.stack).to.be.a('string');
  });

  it('has defaults: not retryable, no hint, no status, no cause', () => {
    const error = new CommandError({ operation: 'x', type: 'y', message: 'z' });
    expect(error).to.include({ retryable: false, hint: '', statusCode: undefined });
    expect('cause' in error).to.be.false;
  });

  it('reads as JSON text, for code that parses what failure callbacks were given', () => {
    const error = new CommandError({ operation: 'x', type: 'y', message: '"quoted"', statusCode: 500 });
    const parsed = { operation: 'x', type: 'y', message: '"quoted"', retryable: false, hint: '', statusCode: 500 };
    expect(JSON.parse(String(error))).to.deep.equal({ ...parsed, retryStatus: 'none' });
    expect(JSON.parse(JSON.stringify(error))).to.deep.equal(parsed);
    // What existing code writes: its argument was a text.
    expect((JSON.parse(error as unknown as string) as { type: string }).type).to.equal('y');
  });

  it('has a type for each failure of the library itself', () => {
    expect(CommandErrorType).to.deep.equal({
      UNSUPPORTED: 'UnsupportedException',
      TIMEOUT: 'TimeoutException',
      ABORTED: 'AbortedException',
      FRAME_REPLACED: 'FrameReplacedException',
      TERMINATED: 'TerminatedException',
      NOT_CONNECTED: 'NotConnectedException',
      INVALID_ARGUMENT: 'InvalidArgumentException',
      UNKNOWN: 'UnknownException',
    });
    expect(CommandErrorType).to.be.frozen;
  });
});

describe('commandErrorFromWire', () => {
  const service = { type: 'BadEndpointException', message: 'no such number', statusCode: 400, stack: ['at x'] };

  const cases: [name: string, err: unknown, type: string, message: string, statusCode?: number][] = [
    ['the JSON text of the worker', JSON.stringify(service), 'BadEndpointException', 'no such number', 400],
    ['an object, as from a proxy', service, 'BadEndpointException', 'no such number', 400],
    ['an Error', new TypeError('broken'), 'UnknownException', 'broken'],
    ['a text', 'broken', 'UnknownException', 'broken'],
    ['an empty text', '', 'UnknownException', 'x failed (UnknownException)'],
    ['JSON of a text', '"broken"', 'UnknownException', '"broken"'],
    ['JSON of null', 'null', 'UnknownException', 'null'],
    ['JSON of a list', '[]', 'UnknownException', 'x failed (UnknownException)'],
    ['a number', 500, 'UnknownException', '500'],
    ['undefined', undefined, 'UnknownException', 'undefined'],
    ['a type alone', { type: 'QuotaExceededException' }, 'QuotaExceededException', 'x failed (QuotaExceededException)'],
    [
      'members of wrong types',
      { type: 7, message: {}, statusCode: '500' },
      'UnknownException',
      'x failed (UnknownException)',
    ],
    ['empty members', { type: '', message: '' }, 'UnknownException', 'x failed (UnknownException)'],
  ];
  for (const [name, err, type, message, statusCode] of cases) {
    it(`understands ${name}`, () => {
      const error = commandErrorFromWire('x', err);
      expect(error).to.be.instanceOf(CommandError);
      expect(error).to.include({ operation: 'x', type, message, statusCode });
      expect(error.cause).to.equal(err);
      expect(error.hint).to.be.a('string');
    });
  }

  const retryable: [statusCode: number | undefined, retryable: boolean][] = [
    [undefined, false],
    [400, false],
    [401, false],
    [403, false],
    [429, true],
    [499, false],
    [500, true],
    [503, true],
  ];
  for (const [statusCode, expected] of retryable) {
    it(`says ${expected ? 'that' : 'not that'} it may work again after status ${String(statusCode)}`, () => {
      expect(commandErrorFromWire('x', { type: 'y', statusCode }).retryable).to.equal(expected);
    });
  }

  const hints: [type: string, hint: string][] = [
    ['UnauthorizedException', 'sign in again'],
    ['AccessDeniedException', 'security profile'],
    ['InvalidStateException', 'look at its state'],
    ['BadEndpointException', '+12065550100'],
    ['QuotaExceededException', 'wait'],
    ['SomethingElseException', ''],
  ];
  for (const [type, hint] of hints) {
    it(`says what to do about a ${type}${hint && `: ${hint}`}`, () => {
      expect(commandErrorFromWire('x', { type }).hint).to.include(hint);
      expect(commandErrorFromWire('x', { type }).hint === '').to.equal(hint === '');
    });
  }

  it('has a text for a hint whatever the type is called', () => {
    expect(typeof commandErrorFromWire('x', { type: 'constructor' }).hint).to.equal('string');
  });
});
