// The change of state that is under way: what was asked for, and what the host says has become of it.
import type { CommandError } from '../../src/index.js';
import type { ConnectHost } from '../host/host.js';
import type { ConnectCommandEvent } from '../host/events.js';

/** A change that is not done, or was not. One that is confirmed shows in the state itself. */
export interface UndoneChange {
  readonly phase: 'pending' | 'unconfirmed' | 'failed';
  /** Name of the wanted state; null if somebody else asked for it. */
  readonly wanted: string | null;
  readonly error: CommandError | null;
}

/** Follows the changes of state of a host, whoever asks for them. */
export class StateChange {
  readonly #changed: () => void;
  #following = new AbortController();
  #asked: string | null = null;
  #current: UndoneChange | null = null;
  /** True from when the agent was forgotten to the end of the change that they had asked for. */
  #isForgotten = false;

  /** @param changed called whenever {@link current} is another one. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The change that is under way, or was not done; null if there is nothing to say. */
  get current(): UndoneChange | null {
    return this.#current;
  }

  get isPending(): boolean {
    return this.#current?.phase === 'pending';
  }

  /**
   * Follows a host from now on, or none.
   * @param host the host, or null.
   */
  follow(host: ConnectHost | null): void {
    this.#following.abort();
    this.#following = new AbortController();
    const { signal } = this.#following;
    this.#asked = null;
    this.#set(null);
    const heed = ({ operation, phase, error }: ConnectCommandEvent): void => {
      if (operation !== 'set-agent-state') return;
      const isOfLast = this.#isForgotten && phase !== 'pending';
      this.#isForgotten = false;
      if (isOfLast) return;
      this.#set(phase === 'confirmed' ? null : { phase, wanted: this.#asked, error });
      if (phase !== 'pending') this.#asked = null;
    };
    host?.addEventListener('connect-command', heed, { signal });
  }

  /**
   * Notes what is asked for now.
   * @param wanted name of the state.
   * @param send sends the request; returns false if it goes no further.
   * @returns what that returns.
   */
  ask(wanted: string, send: () => boolean): boolean {
    this.#asked = wanted;
    const isSent = send();
    if (!isSent) this.#asked = null;
    return isSent;
  }

  /** Forgets the agent who has asked for a change: how it ends is nobody's business any more. */
  forget(): void {
    this.#isForgotten = this.isPending;
    this.#asked = null;
    this.#set(null);
  }

  /** Says no more of a change that was not done. */
  dismiss(): void {
    if (!this.isPending) this.#set(null);
  }

  #set(change: UndoneChange | null): void {
    if (change === this.#current) return;
    this.#current = change;
    this.#changed();
  }
}
