// One line of the log, with what the caller attaches to it.
import { LogComponent, LogContextLayer, LogLevel } from './levels.js';
import { cut, redactText } from './redact.js';
import { describe, describeException, fieldsOf, snapshot } from './snapshot.js';
import type { LoggedException } from './snapshot.js';

/** An entry as it crosses the wire: the data of a `LogEntry`. Protocol section 8.2. */
export interface LogEntryData {
  component: LogComponent;
  level: LogLevel;
  text: string;
  /** When it was written; from the wire also milliseconds since 1970 or ISO text. */
  time: Date | number | string;
  tabId?: string | null;
  exception?: LoggedException | null;
  objects?: unknown[];
  line?: number;
  agentResourceId?: string | null;
  loggerId?: string;
  contextLayer?: LogContextLayer | null;
  /** How often the line came in a row. */
  count?: number;
}

/**
 * A line of the log. Its text, exception and objects are redacted when they are put in, so that every reader (console,
 * sink, download, wire) sees the same. Protocol section 8.2.
 */
export class LogEntry implements LogEntryData {
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
  exception: LoggedException | null = null;
  /** What `withObject` was given, in order. */
  objects: unknown[] = [];
  /** The running number of the entry in its logger. */
  line: number;
  /** The agent's resource id; null before the agent is known. */
  agentResourceId: string | null;
  /** The logger that wrote it. */
  loggerId: string;
  /** The layer that wrote it; null if unknown. */
  contextLayer: LogContextLayer | null;
  /** How often the line came in a row so far; the log keeps the last of them. */
  count: number;
  readonly #masked: boolean;

  /**
   * @param data the entry's fields; exception and objects are attached with the methods
   * @param masked false keeps secrets readable in text, exception and objects
   */
  constructor(data: LogEntryData, masked = true) {
    this.#masked = masked;
    this.component = data.component;
    this.level = data.level;
    this.text = masked ? redactText(data.text) : cut(data.text);
    this.time = toDate(data.time);
    this.tabId = data.tabId ?? null;
    this.line = data.line ?? 0;
    this.agentResourceId = data.agentResourceId ?? null;
    this.loggerId = data.loggerId ?? '';
    this.contextLayer = data.contextLayer ?? null;
    this.count = data.count ?? 1;
  }

  /**
   * Restores an entry that came over the wire; whatever is missing or malformed gets a default. Unlike upstream it keeps
   * the component, and the time is a Date in every case. Never throws. Protocol section 8.2.
   *
   * @param source the entry's data
   * @param masked false keeps secrets readable
   * @returns an entry of its own
   */
  static fromObject(source: unknown, masked = true): LogEntry {
    const data: Partial<Record<keyof LogEntryData, unknown>> = { ...(source as object | null) };
    const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
    const entry = new LogEntry(
      {
        component: memberOf(LogComponent, data.component) ?? LogComponent.CCP,
        level: memberOf(LogLevel, data.level) ?? LogLevel.INFO,
        text: describe(data.text ?? '', masked),
        time: data.time as Date,
        tabId: textOf(data.tabId),
        line: Number(data.line) || 0,
        agentResourceId: textOf(data.agentResourceId),
        loggerId: textOf(data.loggerId) ?? '',
        contextLayer: memberOf(LogContextLayer, data.contextLayer),
        count: Number(data.count) || 1,
      },
      masked,
    );
    if (Array.isArray(data.objects)) entry.objects = snapshot(data.objects, masked) as unknown[];
    return entry.withException(data.exception);
  }

  /**
   * Attaches an exception: its type, message and stack. Protocol section 8.2.
   *
   * @param thrown what a `catch` received; null and undefined attach nothing
   * @returns this entry
   */
  withException(thrown: unknown): this {
    if (thrown !== null && thrown !== undefined) this.exception = describeException(thrown, this.#masked);
    return this;
  }

  /**
   * Attaches a redacted, bounded copy of an object as it is now. Protocol section 8.2.
   *
   * @param value anything; what JSON cannot carry becomes a short label
   * @returns this entry
   */
  withObject(value: unknown): this {
    this.objects.push(snapshot(value, this.#masked) ?? null);
    return this;
  }

  /**
   * Attaches the few fields of a message event that can be read across origins. Protocol section 8.2.
   *
   * @param event a MessageEvent
   * @returns this entry
   */
  withCrossOriginEventObject(event: unknown): this {
    return this.withObject(fieldsOf(event, ['type', 'origin', 'data', 'lastEventId', 'isTrusted', 'timeStamp']));
  }

  /**
   * Kept for compatibility; does nothing on the page, which has no server to send its entries to.
   * Protocol section 8.2.
   *
   * @returns this entry
   */
  sendInternalLogToServer(): this {
    return this;
  }

  /** @returns when the entry was written */
  getTime(): Date {
    return this.time;
  }

  /** @returns the level's name */
  getLevel(): LogLevel {
    return this.level;
  }

  /** @returns the formatted, redacted line */
  getText(): string {
    return this.text;
  }

  /** @returns the part of the software that speaks */
  getComponent(): LogComponent {
    return this.component;
  }

  /** @returns the tab that wrote the entry; null if unknown */
  getTabId(): string | null {
    return this.tabId;
  }

  /** @returns the layer that wrote the entry; null if unknown */
  getContextLayer(): LogContextLayer | null {
    return this.contextLayer;
  }

  /** @returns the agent's resource id; null before the agent is known */
  getAgentResourceId(): string | null {
    return this.agentResourceId;
  }

  /** @returns the entry in one line, `[time] [level] [agentResourceId]: text`, without what is attached */
  toString(): string {
    const agent = this.agentResourceId ? ` [${this.agentResourceId}]` : '';
    const repeats = this.count > 1 ? ` (${this.count} times)` : '';
    return `[${this.time.toISOString()}] [${this.level}]${agent}: ${this.text}${repeats}`;
  }

  /** @returns the entry's data, ready for JSON and for the wire; the time is ISO text */
  toJSON(): LogEntryData {
    return { ...this, time: this.time.toISOString() };
  }
}

function memberOf<T extends string>(names: Record<string, T>, value: unknown): T | null {
  return Object.values(names).find((name) => name === value) ?? null;
}

// A Date of another frame is no instance of ours, but counts milliseconds all the same.
function toDate(value: Date | number | string): Date {
  const date = new Date(typeof value === 'string' ? value : Number(value ?? NaN));
  return Number.isNaN(date.getTime()) ? new Date() : date;
}
