// Whether the agent's microphone is muted, as far as that can be known: the word of a CCP counts for the calls that it was said of.
import { ScopedTimer } from './scoped-timer.js';
import { type AgentData, isRecord } from './wire.js';
import { AgentEvents, EventType } from '../events/event-names.js';

/** Milliseconds within which the tab that holds the microphone's stream answers. One that has no stream says nothing. */
const ANSWER_TIME = 2_000;

/** What it needs around it. */
export interface MuteStateOptions {
  /** The agent's data as they are now; null while there are none. */
  data(): AgentData | null;
  /** Has every CCP of the browser asked whether it is muted. */
  ask(): void;
  /** Told whenever {@link MuteState.isMuted} is another one. */
  changed(isMuted: boolean): void;
}

/** States of the agent's own connection in which there is sound. */
const TALKING: readonly string[] = ['connected', 'hold'];

/** The agent's own connections through the browser, by id. */
function softphoneLegs(data: AgentData | null): ReadonlyMap<string, { readonly isTalking: boolean }> {
  const legs = new Map<string, { isTalking: boolean }>();
  for (const { connections } of data?.snapshot.contacts ?? []) {
    for (const { connectionId, softphoneMediaInfo, state } of connections ?? []) {
      if (!softphoneMediaInfo || state.type === 'disconnected') continue;
      legs.set(connectionId, { isTalking: TALKING.includes(state.type) });
    }
  }
  return legs;
}

/**
 * Follows the mute status. Only the tab that holds the microphone's stream tells of it, and a tab that was closed, has crashed or was
 * loaded anew tells nothing: what was said of one call must not outlive it. So nothing is muted without a call through the
 * browser; what was said goes when such a call ends, when a new stream is made or when the CCP's frame is another one; and
 * where a call goes on all the same, the CCPs are asked anew. docs/protocol.md, section 9.2.
 */
export class MuteState {
  readonly #options: MuteStateOptions;
  /** Runs only while an answer is awaited; {@link forget} ends it. */
  readonly #answer = new ScopedTimer(new AbortController().signal);
  /** The connections that there were when a CCP said that they are muted. */
  #muted: ReadonlySet<string> = new Set();
  /** Those that talked at the last look. */
  #talking: readonly string[] = [];
  #told = false;

  constructor(options: MuteStateOptions) {
    this.#options = options;
  }

  /** True if the agent's microphone is known to be muted now. */
  get isMuted(): boolean {
    if (this.#muted.size === 0) return false;
    const legs = softphoneLegs(this.#options.data());
    return [...this.#muted].some((connectionId) => legs.has(connectionId));
  }

  /**
   * Takes an event from the CCP, after the data that it may have brought.
   * @param event its name.
   * @param payload what came with it.
   */
  received(event: string, payload: unknown): void {
    switch (event) {
      case AgentEvents.UPDATE:
        return this.#look();
      case AgentEvents.MUTE_TOGGLE:
        if (isRecord(payload) && typeof payload.muted === 'boolean') this.#hear(payload.muted);
        return;
      case AgentEvents.LOCAL_MEDIA_STREAM_CREATED:
        this.forget();
        return this.#options.ask();
      case EventType.UPDATE_CONNECTED_CCPS:
        // The tab that has gone may be the one that held the stream: then nobody answers.
        if (!this.isMuted) return;
        this.#answer.start(ANSWER_TIME, () => this.forget());
        this.#options.ask();
    }
  }

  /** Forgets the calls too: the agent has gone, or another page is in the frame, and what comes next is asked for anew. */
  reset(): void {
    this.#talking = [];
    this.forget();
  }

  /** Forgets what was said: it is not muted until a CCP says so anew. */
  forget(): void {
    this.#answer.stop();
    this.#muted = new Set();
    this.#tell();
  }

  #hear(muted: boolean): void {
    this.#answer.stop();
    this.#muted = new Set(muted ? softphoneLegs(this.#options.data()).keys() : []);
    this.#tell();
  }

  #look(): void {
    const legs = softphoneLegs(this.#options.data());
    const hasEnded = this.#talking.some((connectionId) => !legs.has(connectionId));
    this.#talking = [...legs].filter(([, { isTalking }]) => isTalking).map(([connectionId]) => connectionId);
    if (hasEnded) this.forget();
    else this.#tell();
    if (hasEnded && this.#talking.length > 0) this.#options.ask();
  }

  #tell(): void {
    const { isMuted } = this;
    if (isMuted === this.#told) return;
    this.#told = isMuted;
    this.#options.changed(isMuted);
  }
}
