// One line of the log, with what the caller attaches to it.
import { isComponent, isLevel, LogComponent, LogLevel } from './levels.js';
import { cut, redactText } from './redact.js';
import { describe, describeException, snapshot } from './snapshot.js';
import type { LoggedException } from './snapshot.js';

/**
 * A line of the log. Its text, exception and objects are redacted when they are put in, so that every reader (console,
 * sink, download, wire) sees the same. Protocol section 8.2.
 */
export class LogEntry {
  /** The part of the software that speaks. */
  component: LogComponent;
  /** How severe it is. */
  level: LogLevel;
  /** The formatted, redacted line. */
  text: string;
  /** When it was written. */
  time: Date;
  /** The browser tab that wrote it; null if unknown. */
  tabId: string | null;
  /** What `withException` was given last. */
  exception: LoggedException | null;
  /** What `withObject` was given, in order. */
  objects: unknown[];
  /** The running number of the entry in its logger. */
  line: number;
  /** The agent's resource id; null before the agent is known. */
  agentResourceId: string | null;
  /** The logger that wrote it; null if unknown. */
  loggerId: string | null;
  /** The layer that wrote it, a `LogContextLayer`; null if unknown. */
  contextLayer: string | null;
  /** How often the line came in a row so far; the log keeps the last of them. */
  count: number;
  readonly #masked: boolean;

  /**
   * Makes an entry of its data, also of those that came over the wire: whatever is missing or malformed gets a default.
   * Unlike amazon-connect-streams it keeps the component, and the time is always a Date. Never throws. Protocol section 8.2.
   * @param source the entry's data.
   * @param masked false keeps secrets readable in text, exception and objects.
   */
  constructor(source: unknown, masked = true) {
    const data: Partial<Record<keyof LogEntry, unknown>> = { ...(source as object | null) };
    const text = describe(data.text ?? '');
    this.#masked = masked;
    this.component = isComponent(data.component) ? data.component : LogComponent.CCP;
    this.level = isLevel(data.level) ? data.level : LogLevel.INFO;
    this.text = masked ? redactText(text) : cut(text);
    this.time = toDate(data.time);
    this.tabId = textOrNull(data.tabId);
    this.line = Number(data.line) || 0;
    this.agentResourceId = textOrNull(data.agentResourceId);
    this.loggerId = textOrNull(data.loggerId);
    this.contextLayer = textOrNull(data.contextLayer);
    this.count = Number(data.count) || 1;
    this.objects = Array.isArray(data.objects) ? (snapshot(data.objects, masked) as unknown[]) : [];
    this.exception = null;
    this.withException(data.exception);
  }

  /**
   * Attaches an exception: its type, message and stack. Protocol section 8.2.
   * @param thrown what a `catch` received; null and undefined attach nothing.
   * @returns this entry.
   */
  withException(thrown: unknown): this {
    if (thrown !== null && thrown !== undefined) this.exception = describeException(thrown, this.#masked);
    return this;
  }

  /**
   * Attaches a redacted, bounded copy of an object as it is now. Protocol section 8.2.
   * @param value anything; what JSON cannot carry becomes a short label.
   * @returns this entry.
   */
  withObject(value: unknown): this {
    this.objects.push(snapshot(value, this.#masked) ?? null);
    return this;
  }

  /**
   * Kept for compatibility; does nothing on the page, which has no server to send its entries to.
   * Protocol section 8.2.
   * @returns this entry.
   */
  sendInternalLogToServer(): this {
    return this;
  }

  /** @returns the level's name. */
  getLevel(): LogLevel {
    return this.level;
  }

  /** @returns the formatted, redacted line. */
  getText(): string {
    return this.text;
  }

  /** @returns the entry in one line, `[time] [level] [agentResourceId]: text`, without what is attached. */
  toString(): string {
    const agent = this.agentResourceId ? ` [${this.agentResourceId}]` : '';
    const repeats = this.count > 1 ? ` (${this.count} times)` : '';
    return `[${this.time.toISOString()}] [${this.level}]${agent}: ${this.text}${repeats}`;
  }
}

/** Milliseconds within which an equal line is a repeat. */
const REPEAT_WINDOW = 10_000;

/** True if an entry says the same as one of the last few seconds. */
export function repeats(entry: LogEntry, before: LogEntry): boolean {
  return (
    entry.text === before.text &&
    entry.level === before.level &&
    entry.component === before.component &&
    entry.loggerId === before.loggerId &&
    Math.abs(Number(entry.time) - Number(before.time)) < REPEAT_WINDOW
  );
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** A Date of another frame is no instance of ours, but counts milliseconds all the same. */
function toDate(value: unknown): Date {
  const date = new Date(typeof value === 'string' ? value : Number(value ?? NaN));
  return Number.isNaN(date.getTime()) ? new Date() : date;
}
