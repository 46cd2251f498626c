// Carries requests out: each event object once, each command once at a time, every phase published.
import { type CommandError, CommandErrorType } from '../../src/index.js';
import { ConnectCommandEvent, type CommandPhase } from '../host/events.js';
import { ANSWER_TIME, asCommandError, follow, type Outcome, refusal } from './command.js';
import type { ContactVerb } from '../verbs/contact-verbs.js';
import type { CommandScope, HostCommand, RequestFields } from './target.js';
import { commands } from './late-commands.js';

const REQUEST_NAME = /^connect-(.+)-request$/;

/** A command that is under way. */
interface Run {
  /** Name of the command in events and in `pending`: a hang-up is `leave` where others stay in the call. */
  readonly operation: string;
  readonly contactId: string | null;
}

/** The commands that need no agent. They are made here, for a window must open in the course of the click that asks for it. */
const ACCOUNT: Readonly<Record<string, (scope: CommandScope) => HostCommand>> = {
  login: (scope) => ({ send: () => scope.login() }),
  // Two services have to answer.
  logout: (scope) => ({ send: () => scope.logout(), answerTime: 3 * ANSWER_TIME }),
};

/** Two requests with the same key ask for the same thing; digits never do. */
function keyOf({ type, contactId, connectionId, agentState, device, deviceId }: RequestFields): string {
  return JSON.stringify([type, contactId ?? null, connectionId ?? null, agentState ?? null, device, deviceId]);
}

/** Carries out the requests of one host. */
export class CommandRunner {
  readonly #host: EventTarget;
  readonly #scope: () => CommandScope;
  readonly #performed = new WeakMap<object, Promise<CommandPhase>>();
  readonly #underway = new Map<string, Promise<CommandPhase>>();
  readonly #runs = new Set<Run>();

  /**
   * @param host where the phases are dispatched.
   * @param scope what commands work with at the time.
   */
  constructor(host: EventTarget, scope: () => CommandScope) {
    this.#host = host;
    this.#scope = scope;
  }

  /**
   * Carries a request out.
   * @param request any request event; its type and its fields count, not its class.
   * @returns the last phase; never rejects.
   */
  perform(request: RequestFields): Promise<CommandPhase> {
    let phase = this.#performed.get(request);
    if (!phase) this.#performed.set(request, (phase = this.#performOnce(request)));
    return phase;
  }

  #performOnce(request: RequestFields): Promise<CommandPhase> {
    const key = keyOf(request);
    const underway = this.#underway.get(key);
    if (underway) return underway;
    const phase = this.#run(request).finally(() => this.#underway.delete(key));
    if (request.digits === undefined) this.#underway.set(key, phase);
    return phase;
  }

  async #run(request: RequestFields): Promise<CommandPhase> {
    const scope = this.#scope();
    const verb = REQUEST_NAME.exec(request.type)?.[1] ?? request.type;
    const contactId = request.contactId ?? null;
    const contact = scope.store.state.contacts.find((one) => one.contactId === contactId);
    const isLeaving = verb === 'hang-up' && !request.connectionId && contact?.can.includes('leave');
    const run: Run = { operation: isLeaving ? 'leave' : verb, contactId };
    const own = Object.hasOwn(ACCOUNT, verb) ? ACCOUNT[verb](scope) : null;
    const make = commands.loaded?.commandFor;
    let command: HostCommand | undefined;
    try {
      if (!own && !scope.store.state.agent) throw refusal(verb, scope.terms.notReady, CommandErrorType.NOT_CONNECTED);
      command = own ?? make?.(verb, request, scope);
    } catch (error) {
      return this.#publish(run, 'failed', asCommandError(verb, error));
    }
    this.#runs.add(run);
    this.#setPending(scope, contactId);
    this.#publish(run, 'pending');
    const failed = (cause: unknown): Outcome => ({ phase: 'failed', error: asCommandError(verb, cause) });
    const carryOut = (it: HostCommand): Promise<Outcome> => ('run' in it ? it.run() : follow(verb, it, scope.store));
    const outcome = await (command ? carryOut(command) : this.#fetched(verb, request, scope).then(carryOut)).catch(
      failed,
    );
    this.#runs.delete(run);
    this.#setPending(scope, contactId);
    return this.#publish(run, outcome.phase, outcome.error);
  }

  /** Makes the command once the module for that has loaded. */
  async #fetched(verb: string, request: RequestFields, scope: CommandScope): Promise<HostCommand> {
    const module = await commands.load().catch(() => {
      throw refusal(verb, 'What carries commands out did not load. Check the network.', CommandErrorType.NOT_CONNECTED);
    });
    return module.commandFor(verb, request, scope);
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
