// Keepalive: asks the CCP at a steady pace whether it is still there, and tells when it is not.
import { EventType } from '../events/event-names.js';
import type { Conduit } from './conduit.js';
import { ScopedTimer } from './scoped-timer.js';

/** How a keepalive works. Protocol section 2.6. */
export interface KeepaliveOptions {
  conduit: Conduit;
  /** Milliseconds between an answer and the next question. */
  synTimeout: number;
  /** Milliseconds to wait for an answer. */
  ackTimeout: number;
  /** Ends it. */
  signal: AbortSignal;
  /** Called when an answer is overdue, once for each question. */
  onSilence: () => void;
  /** Milliseconds since some fixed moment; runs on while the computer sleeps. */
  now?: () => number;
}

/** A timer that fires this much late means that the page itself was asleep, so the CCP's silence proves nothing. */
const ASLEEP = 2_000;

/** Sends `synchronize`, waits for `acknowledge`, pauses, and again. Nothing runs before `start`. */
export class Keepalive {
  readonly #options: KeepaliveOptions;
  readonly #now: () => number;
  readonly #timer: ScopedTimer;
  #scope: AbortController | undefined;

  constructor(options: KeepaliveOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => Date.now());
    this.#timer = new ScopedTimer(options.signal);
  }

  /** Asks at once, and goes on asking. */
  start(): void {
    this.#scope?.abort();
    const { conduit, synTimeout } = this.#options;
    const { signal } = (this.#scope = new AbortController());
    // The answer that this was started by, if it was, is no answer to its first question: it is not listened to yet.
    conduit.onUpstream(
      EventType.ACKNOWLEDGE,
      () => {
        if (!signal.aborted) this.#timer.start(synTimeout, () => this.#ask());
      },
      signal,
    );
    this.#ask();
  }

  #ask(): void {
    const { conduit, ackTimeout, synTimeout, onSilence } = this.#options;
    const asked = this.#now();
    this.#timer.start(ackTimeout, () => {
      const overdue = this.#now() - asked - ackTimeout;
      if (overdue > ASLEEP) return this.#ask();
      onSilence();
      this.#timer.start(synTimeout, () => this.#ask());
    });
    conduit.sendUpstream(EventType.SYNCHRONIZE);
  }
}
