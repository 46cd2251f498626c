// Log entries that a CCP hands to the worker for the service: gathered, and sent in lots. docs/protocol.md, section 4.8.
import { isRecord } from '../../conduit/wire.js';

/** Entries that wait at most; more than these are sent. */
const LOT = 400;

/** One entry, as the service takes it. */
export interface ClientLogEvent {
  timestamp: unknown;
  component: unknown;
  message: unknown;
}

/** Gathers log entries and gives them on in lots. */
export class ClientLogs {
  #waiting: ClientLogEvent[] = [];
  readonly #send: (logEvents: ClientLogEvent[]) => void;

  /** @param send sends a lot to the service. */
  constructor(send: (logEvents: ClientLogEvent[]) => void) {
    this.#send = send;
  }

  /** Takes entries. Anything that is no entry is dropped. */
  add(entries: readonly unknown[]): void {
    for (const entry of entries) {
      if (isRecord(entry)) {
        this.#waiting.push({ timestamp: entry.time, component: entry.component, message: entry.text });
      }
    }
    if (this.#waiting.length > LOT) this.flush();
  }

  /** Sends what waits. */
  flush(): void {
    if (this.#waiting.length === 0) return;
    const lot = this.#waiting;
    this.#waiting = [];
    this.#send(lot);
  }

  /** Drops what waits. */
  clear(): void {
    this.#waiting = [];
  }
}
