// Carries requests out: each event object once, each command once at a time, every phase published.
import { type CommandError, CommandErrorType } from '../../src/errors/command-error.js';
import { ConnectCommandEvent, type CommandPhase } from '../host/events.js';
import { asCommandError, follow, type Outcome, refusal } from './command.js';
import type { ContactVerb } from '../host/state.js';
import { connectionIdOf, contactIdOf, textField } from './request-fields.js';
import type { CommandScope, HostCommand } from './target.js';

const REQUEST_NAME = /^connect-(.+)-request$/;

/** A command that is under way. */
interface Run {
  /** Name of the command in events and in `pending`: a hang-up is `leave` where others stay in the call. */
  readonly operation: string;
  readonly contactId: string | null;
}

/** What requests are turned into commands by: the table of verbs. */
export interface CommandTable {
  /** Throws if there is no such verb, or the present state does not allow it. */
  commandFor(verb: string, request: object, scope: CommandScope): HostCommand;
  /** True for what is done while nobody is signed in. */
  needsNoAgent(verb: string): boolean;
}

/** Fields that tell two requests with one name apart. */
const TELLING = ['contactId', 'connectionId', 'agentState', 'device', 'deviceId'];

/** Fields by which something is said: to say it twice is to mean it twice. */
const SAYING = ['digits', 'text', 'file'];

/** Two requests with the same key ask for the same thing. */
const keyOf = (request: Event): string =>
  JSON.stringify([request.type, ...TELLING.map((name) => textField(request, name))]);

/** Carries out the requests of one host. */
export class CommandRunner {
  readonly #host: EventTarget;
  readonly #table: CommandTable;
  readonly #performed = new WeakMap<object, Promise<CommandPhase>>();
  readonly #underway = new Map<string, Promise<CommandPhase>>();
  readonly #runs = new Set<Run>();

  /**
   * @param host where the phases are dispatched.
   * @param table of verbs.
   */
  constructor(host: EventTarget, table: CommandTable) {
    this.#host = host;
    this.#table = table;
  }

  /**
   * Carries a request out.
   * @param request any request event; its type and its fields count, not its class.
   * @param scope what its command works with.
   * @returns the last phase; never rejects.
   */
  perform(request: Event, scope: CommandScope): Promise<CommandPhase> {
    let phase = this.#performed.get(request);
    if (!phase) this.#performed.set(request, (phase = this.#performOnce(request, scope)));
    return phase;
  }

  #performOnce(request: Event, scope: CommandScope): Promise<CommandPhase> {
    if (SAYING.some((field) => Reflect.get(request, field))) return this.#run(request, scope);
    const key = keyOf(request);
    const underway = this.#underway.get(key);
    if (underway) return underway;
    const phase = this.#run(request, scope).finally(() => this.#underway.delete(key));
    this.#underway.set(key, phase);
    return phase;
  }

  async #run(request: Event, scope: CommandScope): Promise<CommandPhase> {
    const verb = REQUEST_NAME.exec(request.type)?.[1] ?? request.type;
    const contactId = contactIdOf(request);
    const contact = scope.store.state.contacts.find((one) => one.contactId === contactId);
    const isLeaving = verb === 'hang-up' && connectionIdOf(request) === null && contact?.can.includes('leave');
    const run: Run = { operation: isLeaving ? 'leave' : verb, contactId };
    let command: HostCommand;
    try {
      if (!this.#table.needsNoAgent(verb) && !scope.store.state.agent) {
        throw refusal(verb, scope.terms.notReady, CommandErrorType.NOT_CONNECTED);
      }
      command = this.#table.commandFor(verb, request, scope);
    } catch (error) {
      return this.#publish(run, 'failed', asCommandError(verb, error));
    }
    const isAside = 'isAside' in command && command.isAside;
    if (!isAside) this.#runs.add(run);
    this.#setPending(scope, contactId);
    this.#publish(run, 'pending');
    const failed = (cause: unknown): Outcome => ({ phase: 'failed', error: asCommandError(verb, cause) });
    const ended = 'run' in command ? command.run() : follow(verb, command, scope.store);
    const outcome = await ended.catch(failed);
    this.#runs.delete(run);
    this.#setPending(scope, contactId);
    return this.#publish(run, outcome.phase, outcome.error);
  }

  #setPending({ store }: CommandScope, contactId: string | null): void {
    if (contactId === null) return;
    const verbs = [...this.#runs].filter((run) => run.contactId === contactId).map(({ operation }) => operation);
    store.setPending(contactId, Object.freeze([...new Set(verbs)] as ContactVerb[]));
  }

  #publish({ operation, contactId }: Run, phase: CommandPhase, error: CommandError | null = null): CommandPhase {
    this.#host.dispatchEvent(new ConnectCommandEvent({ operation, contactId, phase, error }));
    return phase;
  }
}
