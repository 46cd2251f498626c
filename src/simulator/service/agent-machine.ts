// The agent's state: chosen by the agent, overruled by calls, and back again. docs/protocol.md, sections 1.8 and 6.2.
import { CtiError } from '../ccp/cti-service-client.js';
import type { AgentState } from '../../conduit/wire.js';
import { type ContactModel, isFinished, isMonitoring, isVoice } from './contact-model.js';

interface NamedState {
  name: string;
  type: string;
  agentStateARN?: string | null;
}

/** The calls that bind the agent; monitoring somebody else's does not. */
const callsOf = (contacts: readonly ContactModel[]): ContactModel[] =>
  contacts.filter((contact) => isVoice(contact) && !isMonitoring(contact));

function isCalling({ type, connections }: ContactModel): boolean {
  return type === 'queue_callback' || connections.some((connection) => connection.type === 'outbound');
}

function stateFromCalls(contacts: readonly ContactModel[]): NamedState | null {
  const calls = callsOf(contacts);
  const inState = (type: string) => calls.find(({ state }) => state.type === type);
  const connecting = inState('connecting');
  const failed = inState('error') ?? inState('missed');
  if (inState('connected')) return { name: 'Busy', type: 'system' };
  if (connecting) return { name: isCalling(connecting) ? 'CallingCustomer' : 'PendingBusy', type: 'system' };
  if (inState('incoming')) return { name: 'Pending', type: 'not_routable' };
  if (inState('ended')) return { name: 'AfterCallWork', type: 'system' };
  if (failed) return { name: failed.agentErrorState ?? 'Default', type: 'error' };
  return null;
}

/** The agent of one service. */
export class AgentMachine {
  #chosen: AgentState;
  #chosenSince: number;
  #next: AgentState | null = null;
  #shown: NamedState;
  #shownSince: number;

  /**
   * @param initial the state that the agent starts in.
   * @param now service time.
   */
  constructor(initial: AgentState, now: number) {
    this.#chosen = initial;
    this.#shown = initial;
    this.#chosenSince = this.#shownSince = now;
  }

  /** What the agent is in now, and since when. */
  get state(): NamedState & { since: number } {
    return { ...this.#shown, since: this.#shownSince };
  }

  /** What the agent goes to after the contact, or null. */
  get nextState(): AgentState | null {
    return this.#next;
  }

  /** What the agent has chosen, and since when; calls do not change it. */
  get availability(): { name: string; since: number } {
    return { name: this.#chosen.name, since: this.#chosenSince };
  }

  /**
   * Chooses a state, now or for later.
   * @param wanted a state that agents can choose.
   * @param enqueue true: after the contact, if there is one. The state that is chosen already takes the next one back.
   * @param contacts the agent's contacts.
   * @param now service time.
   * @returns true if after-call work and failed calls are thereby over.
   * @throws CtiError InvalidStateException during a live call, unless enqueued.
   */
  choose(wanted: AgentState, enqueue: boolean, contacts: readonly ContactModel[], now: number): boolean {
    if (enqueue && stateFromCalls(contacts)) {
      this.#next = wanted.name === this.#chosen.name ? null : wanted;
      return false;
    }
    if (callsOf(contacts).some((contact) => !isFinished(contact))) {
      throw new CtiError('InvalidStateException', `The agent is ${this.#shown.name}: only a next state can be set.`);
    }
    this.#next = null;
    this.#settle(wanted, now);
    return true;
  }

  /** Works out the state anew, after contacts have changed. */
  refresh(contacts: readonly ContactModel[], now: number): void {
    const fromCalls = stateFromCalls(contacts);
    if (!fromCalls && this.#next) {
      this.#settle(this.#next, now);
      this.#next = null;
    }
    const shown = fromCalls ?? this.#chosen;
    const changed = shown.name !== this.#shown.name || shown.type !== this.#shown.type;
    this.#shown = shown;
    if (changed) this.#shownSince = now;
  }

  #settle(state: AgentState, now: number): void {
    if (state.name !== this.#chosen.name) this.#chosenSince = now;
    this.#chosen = state;
  }
}
