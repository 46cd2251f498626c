// One line of the log, with what the caller attaches to it.
import { isComponent, isLevel, LogComponent, LogLevel } from './levels.js';
import { cut, redactText } from './redact.js';
import { type Allowance, asList, describe, describeException, MAX_VALUES, read, snapshot } from './snapshot.js';
import type { LoggedException } from './snapshot.js';

/** Names of tabs, loggers, layers and agents are kept so long, in UTF-16 units. */
const MAX_NAME_LENGTH = 128;
/** So many objects may be attached to one entry; all of them together hold as much as one may. */
const MAX_OBJECTS = 50;
/** A value of an object, with its key or with 64 units of a text, takes about as many bytes. */
const BYTES_OF_A_VALUE = 150;
/** A line that stands for more repeats than this is nobody's count. */
const MAX_NUMBER = 1e9;

/**
 * A line of the log. Whatever it is made of is bounded and redacted when it is put in, so that every reader (console,
 * sink, download, wire) sees the same. docs/protocol.md, section 8.2.
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
  /** What may still be attached. */
  readonly #allowance: Allowance = { left: MAX_VALUES };

  /**
   * Makes an entry of its data, also of those that came over the wire: whatever is missing or malformed gets a default.
   * Unlike amazon-connect-streams it keeps the component, and the time is always a Date. Never throws. docs/protocol.md, section 8.2.
   * @param source the entry's data.
   * @param masked false keeps secrets readable in text, exception, objects and names.
   */
  constructor(source: unknown, masked = true) {
    const given = (name: keyof LogEntry): unknown => read(source, name);
    const [component, level, objects] = [given('component'), given('level'), given('objects')];
    const name = (value: unknown): string | null =>
      typeof value === 'string' ? (masked ? redactText : cut)(value, MAX_NAME_LENGTH) : null;
    this.#masked = masked;
    this.component = isComponent(component) ? component : LogComponent.CCP;
    this.level = isLevel(level) ? level : LogLevel.INFO;
    this.text = (masked ? redactText : cut)(describe(given('text') ?? ''));
    this.time = toDate(given('time'));
    this.tabId = name(given('tabId'));
    this.line = toCount(given('line'), 0);
    this.agentResourceId = name(given('agentResourceId'));
    this.loggerId = name(given('loggerId'));
    this.contextLayer = name(given('contextLayer'));
    this.count = toCount(given('count'), 1);
    this.exception = null;
    this.objects = [];
    this.withException(given('exception'));
    for (const object of asList(objects)?.slice(0, MAX_OBJECTS) ?? []) this.withObject(object);
  }

  /**
   * Attaches an exception: its type, message and stack. docs/protocol.md, section 8.2.
   * @param thrown what a `catch` received; null and undefined attach nothing.
   * @returns this entry.
   */
  withException(thrown: unknown): this {
    if (thrown !== null && thrown !== undefined) this.exception = describeException(thrown, this.#masked);
    return this;
  }

  /**
   * Attaches a redacted, bounded copy of an object as it is now; of more than 50 the first ones. docs/protocol.md, section 8.2.
   * @param value anything; what JSON cannot carry becomes a short label.
   * @returns this entry.
   */
  withObject(value: unknown): this {
    if (this.objects.length < MAX_OBJECTS) this.objects.push(this.#copyOf(value) ?? null);
    return this;
  }

  #copyOf(value: unknown): unknown {
    return snapshot(value, this.#masked, this.#allowance);
  }

  /** About how much memory the entry takes, in bytes. */
  get weight(): number {
    const { text, exception, loggerId, tabId, agentResourceId, contextLayer } = this;
    const { type = '', message = '', stack = [] } = exception ?? {};
    const words = [text, type, message, ...stack, loggerId, tabId, agentResourceId, contextLayer];
    const units = words.reduce((sum, word) => sum + (word?.length ?? 0), 0);
    return 400 + 2 * units + BYTES_OF_A_VALUE * (MAX_VALUES - this.#allowance.left);
  }

  /**
   * Kept for compatibility; does nothing on the page, which has no server to send its entries to.
   * docs/protocol.md, section 8.2.
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

/** A whole number of things, whatever was given. */
function toCount(value: unknown, otherwise: number): number {
  const isCount = typeof value === 'number' && value >= otherwise && value <= MAX_NUMBER;
  return isCount ? Math.trunc(value) : otherwise;
}

/** A Date of another frame is no instance of ours, but counts milliseconds all the same. */
function toDate(value: unknown): Date {
  try {
    const date = new Date(typeof value === 'string' ? value.slice(0, MAX_NAME_LENGTH) : Number(value ?? NaN));
    if (!Number.isNaN(date.getTime())) return date;
  } catch {
    // A symbol, or an object that is no number.
  }
  return new Date();
}
