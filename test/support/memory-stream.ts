// A stream without a wire: keeps what is sent, and a test says what arrives.
import type { Stream } from '../../src/conduit/stream.js';
import type { Envelope } from '../../src/conduit/wire.js';

/** One end of a wire that a test holds the other end of. */
export class MemoryStream implements Stream {
  /** What was sent, as structured clones. */
  readonly sent: Envelope[] = [];
  /** False: nothing can be sent. */
  connected = true;
  readonly #listeners = new Set<(message: Envelope) => void>();

  send(message: Envelope): boolean {
    if (!this.connected) return false;
    this.sent.push(structuredClone(message));
    return true;
  }

  onMessage(listener: (message: Envelope) => void, signal: AbortSignal): void {
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }

  /** Lets an event arrive. */
  receive(event: string, data?: unknown): void {
    for (const listener of [...this.#listeners]) listener({ event, data });
  }

  /** Number of those who listen. */
  get listeners(): number {
    return this.#listeners.size;
  }
}
