// Keepalive: asks the CCP at a steady pace whether it is still there, and tells when it is not.
import { LinkEventType } from '../events/event-names.js';
import type { Conduit } from './conduit.js';
import { ScopedTimer } from './scoped-timer.js';

/** How a keepalive works. docs/protocol.md, section 2.6. */
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
  /** Called when the computer has slept: the state of the CCP is unknown until the next answer, which is asked for at once. */
  onWake: () => void;
}

/** Milliseconds. A timer that fires this late means that the page itself was held up, so a missing answer proves nothing. */
const HELD_UP = 2_000;

/** Milliseconds. A timer that is this late was not just throttled: hidden pages still get their timers once a minute. */
const ASLEEP = 70_000;

/** Sends `synchronize`, waits for `acknowledge`, pauses, and again. Nothing runs before `start`. */
export class Keepalive {
  readonly #options: KeepaliveOptions;
  readonly #timer: ScopedTimer;
  #isListening = false;
  /** When the timer should fire. */
  #due = 0;
  /** True if the last answer was overdue and the timer too, so that it was asked once more. */
  #hasAskedAgain = false;

  constructor(options: KeepaliveOptions) {
    this.#options = options;
    this.#timer = new ScopedTimer(options.signal);
  }

  /** Asks at once, and goes on asking. */
  start(): void {
    const { conduit, synTimeout } = this.#options;
    // An answer that has just started the keepalive must not count for its first question: listening begins afterwards.
    if (!this.#isListening)
      conduit.onUpstream(LinkEventType.ACKNOWLEDGE, () => {
        this.#hasAskedAgain = false;
        this.#wait(synTimeout, () => this.#ask());
      });
    this.#isListening = true;
    this.#ask();
  }

  /** Asks now, if it has been started: something may have happened unseen. */
  check(): void {
    if (!this.#timer.running) return;
    this.#late();
    this.#ask();
  }

  #ask(): void {
    const { conduit, ackTimeout, synTimeout, onSilence } = this.#options;
    this.#wait(ackTimeout, (late) => {
      // Once: in a page all of whose timers are late, two questions without an answer prove something all the same.
      if (late > HELD_UP && !this.#hasAskedAgain) {
        this.#hasAskedAgain = true;
        return this.#ask();
      }
      this.#hasAskedAgain = false;
      onSilence();
      this.#wait(synTimeout, () => this.#ask());
    });
    conduit.sendUpstream(LinkEventType.SYNCHRONIZE);
  }

  #wait(delay: number, run: (late: number) => void): void {
    this.#due = Date.now() + delay;
    this.#timer.start(delay, () => run(this.#late()));
  }

  /** By how much the timer is late. */
  #late(): number {
    const late = Date.now() - this.#due; // this clock runs on while the computer sleeps
    if (late > ASLEEP) this.#options.onWake();
    return late;
  }
}
