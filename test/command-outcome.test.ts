// What becomes of a command: which word of the service or of the state ends it, when it is given up, and that nothing of it is left.
import { expect } from '@open-wc/testing';
import { asCommandError, ANSWER_TIME, type Command, follow, type Outcome } from '../elements/commands/command.js';
import { type HostState, INITIAL_STATE } from '../elements/host/state.js';
import type { HostStore } from '../elements/host/store.js';
import { CommandError, CommandErrorType } from '../src/index.js';
import { FakeTimers } from './support/fake-timers.js';

const OPERATION = 'hold';

/** States told apart by the name of the agent; without one the host is stopped. */
const stateOf = (name: string): HostState => ({ ...INITIAL_STATE, agent: { name } as HostState['agent'] });

/** As much of a host's store as a command sees. */
class Store implements Pick<HostStore, 'subscribe'> {
  #state = stateOf('as before');
  readonly #told = new Set<(state: HostState) => void>();

  readonly subscribe: HostStore['subscribe'] = (select, callback, signal) => {
    const tell = (state: HostState): void => callback(select(state));
    this.#told.add(tell);
    signal?.addEventListener('abort', () => this.#told.delete(tell));
    tell(this.#state);
  };

  get subscribers(): number {
    return this.#told.size;
  }

  set state(state: HostState) {
    this.#state = state;
    for (const tell of [...this.#told]) tell(state);
  }
}

const timeout = new CommandError({ operation: OPERATION, type: CommandErrorType.TIMEOUT, message: 'No answer.' });
const refused = new CommandError({ operation: OPERATION, type: 'InvalidStateException', message: 'Not now.' });
const aborted = new CommandError({ operation: OPERATION, type: CommandErrorType.ABORTED, message: 'Given up.' });

describe('a command', () => {
  let timers: FakeTimers;
  let store: Store;
  let outcome: Outcome | null;

  beforeEach(() => {
    timers = new FakeTimers();
    store = new Store();
    outcome = null;
  });

  afterEach(() => timers.restore());

  const isDone = (state: HostState): boolean => state.agent?.name === 'done';
  const isLost = (state: HostState): boolean => state.agent?.name === 'lost';

  /** Answers after a time: with an error, or without. */
  const answers = (after: number, error?: Error) => (): Promise<void> =>
    new Promise((resolve, reject) => {
      setTimeout(() => (error ? reject(error) : resolve()), after);
    });

  const never = (): Promise<void> => new Promise(() => {});

  function start(command: Command): void {
    void follow(OPERATION, command, store).then((result) => (outcome = result));
  }

  /** Each way in which one ends: the command, what happens at which millisecond, and what is said just then and not before. */
  const ENDS: Readonly<Record<string, { command: Command; then?: [number, HostState]; at: number; says: Outcome }>> = {
    'confirmed by the answer, where nothing else proves it': {
      command: { send: answers(200) },
      at: 200,
      says: { phase: 'confirmed', error: null },
    },
    'confirmed by the state, before the answer': {
      command: { send: never, isShown: isDone },
      then: [300, stateOf('done')],
      at: 300,
      says: { phase: 'confirmed', error: null },
    },
    'confirmed by the state five seconds after an answer that took nine': {
      command: { send: answers(9_000), isShown: isDone },
      then: [13_999, stateOf('done')],
      at: 13_999,
      says: { phase: 'confirmed', error: null },
    },
    'not confirmed when the state shows nothing for five seconds from the answer': {
      command: { send: answers(100), isShown: isDone },
      at: 5_100,
      says: { phase: 'unconfirmed', error: null },
    },
    'not confirmed when no answer comes': {
      command: { send: never, isShown: isDone },
      at: ANSWER_TIME,
      says: { phase: 'unconfirmed', error: null },
    },
    'not confirmed when no answer comes within a time of its own': {
      command: { send: never, answerTime: 700 },
      at: 700,
      says: { phase: 'unconfirmed', error: null },
    },
    'not confirmed once it can no longer come about': {
      command: { send: never, isShown: isDone, isLost },
      then: [50, stateOf('lost')],
      at: 50,
      says: { phase: 'unconfirmed', error: null },
    },
    'not confirmed when the host is stopped': {
      command: { send: never, isShown: () => true },
      then: [0, INITIAL_STATE],
      at: 0,
      says: { phase: 'unconfirmed', error: null },
    },
    'not confirmed, with the error, when the service is silent': {
      command: { send: answers(400, timeout), isShown: isDone },
      at: 400,
      says: { phase: 'unconfirmed', error: timeout },
    },
    'refused at once, where only the answer proves it': {
      command: { send: answers(10, refused) },
      at: 10,
      says: { phase: 'failed', error: refused },
    },
    'refused at once by the library itself': {
      command: { send: answers(10, aborted), isShown: isDone },
      at: 10,
      says: { phase: 'failed', error: aborted },
    },
    'refused by the service, unless the state shows it within a second': {
      command: { send: answers(9_500, refused), isShown: isDone },
      at: 10_500,
      says: { phase: 'failed', error: refused },
    },
    'confirmed by the state, though the service has refused': {
      command: { send: answers(10, refused), isShown: isDone },
      then: [900, stateOf('done')],
      at: 900,
      says: { phase: 'confirmed', error: null },
    },
  };

  for (const [what, { command, then, at, says }] of Object.entries(ENDS)) {
    it(`is ${what}; nothing of it is left`, async () => {
      // A state that is there from the beginning is heard at once.
      if (then?.[0] === 0) store.state = then[1];
      else if (then) setTimeout(() => (store.state = then[1]), then[0]);
      start(command);
      if (at > 0) {
        await timers.advance(at - 1);
        expect(outcome, 'a millisecond before').to.equal(null);
        await timers.advance(1);
      } else await timers.advance(0);
      expect(outcome).to.deep.equal(says);
      expect(timers.pending, 'timers').to.deep.equal([]);
      expect(store.subscribers, 'subscriptions').to.equal(0);
    });
  }

  it('is confirmed by the word that proves it, which is no longer listened for then', async () => {
    let heard = (): void => {};
    let ended: AbortSignal | undefined;
    start({ send: never, hears: (listener, signal) => ([heard, ended] = [listener, signal]) });
    await timers.advance(100);
    expect(outcome).to.equal(null);
    heard();
    await timers.advance(0);
    expect(outcome).to.deep.equal({ phase: 'confirmed', error: null });
    expect([ended?.aborted, timers.pending]).to.deep.equal([true, []]);
  });

  it('is not sent when the state shows already what is wanted', async () => {
    let sent = 0;
    store.state = stateOf('done');
    start({ send: () => sent++, isShown: isDone });
    await timers.advance(0);
    expect([sent, outcome]).to.deep.equal([0, { phase: 'confirmed', error: null }]);
  });
});

describe('what a command fails with', () => {
  it('is passed on, if it is a CommandError', () => expect(asCommandError(OPERATION, refused)).to.equal(refused));

  const CAUSES = {
    'a state in which nothing is connected': {
      cause: Object.assign(new Error('No CCP.'), { name: 'StateError' }),
      type: CommandErrorType.NOT_CONNECTED,
      message: /No CCP\./,
    },
    'bad arguments': {
      cause: new TypeError('No number.'),
      type: CommandErrorType.INVALID_ARGUMENT,
      message: /No number\./,
    },
    'whatever is thrown': { cause: 'bare words', type: CommandErrorType.INVALID_ARGUMENT, message: /bare words/ },
  } as const;

  for (const [what, { cause, type, message }] of Object.entries(CAUSES)) {
    it(`is said of ${what}`, () => {
      const error = asCommandError(OPERATION, cause);
      expect([error.name, error.operation, error.type, error.cause]).to.deep.equal([
        'CommandError',
        OPERATION,
        type,
        cause,
      ]);
      expect(error.message).to.match(message);
    });
  }
});
