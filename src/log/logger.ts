// The log of one runtime: writes entries, keeps the newest, prints the severe ones, hands all of them to sinks.
import { Echo, type EchoConsole } from './echo.js';
import { isComponent, isLevel, type LogContextLayer, LogLevel, reaches } from './levels.js';
import { LogEntry, repeats } from './log-entry.js';
import { formatText } from './printf.js';
import { saveAsFile } from './save-as-file.js';
import { describe } from './snapshot.js';

/** Receives finished entries. */
export type LogSink = (entry: LogEntry) => void;

/** A subscription that can be ended. */
export interface LogSubscription {
  /** Ends the subscription; calling it again does nothing. */
  unsubscribe(): void;
}

/** What a logger can be made with. */
export interface LoggerOptions {
  /** The layer that the entries are labelled with. */
  contextLayer?: LogContextLayer;
  /** Where lines are printed; the console of the realm by default. */
  console?: EchoConsole;
  /** How many entries are kept; 2000 by default. */
  capacity?: number;
  /** How much memory those that are kept may take, about, in bytes; 8 MB by default. */
  memory?: number;
  /** Asked for each entry; gives the agent's resource id, or null while it is unknown. */
  agentResourceId?: () => string | null;
  /** The clock, in milliseconds since 1970. */
  now?: () => number;
}

/** What `download` can be told. */
export interface LogDownloadOptions {
  /** The file's name without its ending; `agent-log` by default. */
  logName?: string;
  /** True leaves out the entries below the log level; by default all are in. */
  filterByLogLevel?: boolean;
}

/** `(format, ...args)`, or `(component, format, ...args)` with one of the `LogComponent` values. */
export type LogArguments = [format: unknown, ...args: unknown[]];

interface Sink {
  readonly callback: LogSink;
  readonly signal: AbortSignal | undefined;
}

/** So many entries may wait for their microtask, as in a loop that never yields; and so many more are kept for a while. */
const MAX_WAITING = 256;

/**
 * Writes and keeps a log. The writing methods never throw and always return the entry, so that `withException` and
 * `withObject` can follow; what is attached in the same turn is printed and handed out with it. All text is redacted.
 * docs/protocol.md, section 8.
 */
export class Logger {
  readonly #options: LoggerOptions;
  readonly #capacity: number;
  readonly #memory: number;
  /** Bytes that have come since all of what is kept was weighed. */
  #unweighed = 0;
  readonly #echo: Echo;
  readonly #sinks = new Set<Sink>();
  readonly #loggerId = `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  readonly #entries: LogEntry[] = [];
  /** Not handed out yet: the caller may still attach something. */
  #waiting: LogEntry[] = [];
  #delivering = false;
  #lines = 0;
  #masked = true;
  #level: LogLevel = LogLevel.INFO;
  #echoLevel: LogLevel | undefined;

  /** @param options what differs from the defaults. */
  constructor(options: LoggerOptions = {}) {
    this.#options = options;
    this.#capacity = options.capacity ?? 2000;
    this.#memory = options.memory ?? 8_000_000;
    this.#echo = new Echo(options.console ?? console);
  }

  /**
   * Writes an entry of level TEST.
   * @param args a format and its arguments, or a component before them.
   * @returns the entry.
   */
  test(...args: LogArguments): LogEntry {
    return this.#write(LogLevel.TEST, args);
  }

  /**
   * Writes an entry of level TRACE.
   * @param args a format and its arguments, or a component before them.
   * @returns the entry.
   */
  trace(...args: LogArguments): LogEntry {
    return this.#write(LogLevel.TRACE, args);
  }

  /**
   * Writes an entry of level DEBUG.
   * @param args a format and its arguments, or a component before them.
   * @returns the entry.
   */
  debug(...args: LogArguments): LogEntry {
    return this.#write(LogLevel.DEBUG, args);
  }

  /**
   * Writes an entry of level INFO.
   * @param args a format and its arguments, or a component before them.
   * @returns the entry.
   */
  info(...args: LogArguments): LogEntry {
    return this.#write(LogLevel.INFO, args);
  }

  /**
   * Writes an entry of level LOG.
   * @param args a format and its arguments, or a component before them.
   * @returns the entry.
   */
  log(...args: LogArguments): LogEntry {
    return this.#write(LogLevel.LOG, args);
  }

  /**
   * Writes an entry of level WARN.
   * @param args a format and its arguments, or a component before them.
   * @returns the entry.
   */
  warn(...args: LogArguments): LogEntry {
    return this.#write(LogLevel.WARN, args);
  }

  /**
   * Writes an entry of level ERROR.
   * @param args a format and its arguments, or a component before them.
   * @returns the entry.
   */
  error(...args: LogArguments): LogEntry {
    return this.#write(LogLevel.ERROR, args);
  }

  /**
   * Writes an entry of level CRITICAL, where amazon-connect-streams writes ERROR.
   * @param args a format and its arguments, or a component before them.
   * @returns the entry.
   */
  critical(...args: LogArguments): LogEntry {
    return this.#write(LogLevel.CRITICAL, args);
  }

  /**
   * Sets the level that `download({ filterByLogLevel: true })` starts at; INFO at first. Entries below it are kept all
   * the same. Until `setEchoLevel` is called, a level above INFO quiets the console as well. docs/protocol.md, section 8.1.
   * @param level one of `LogLevel`.
   * @throws Error if there is no such level.
   */
  setLogLevel(level: LogLevel): void {
    this.#level = checkLevel(level);
  }

  /**
   * Sets the lowest level that is printed on the console; INFO at first. docs/protocol.md, section 8.1.
   * @param level one of `LogLevel`.
   * @throws Error if there is no such level.
   */
  setEchoLevel(level: LogLevel): void {
    this.#echoLevel = checkLevel(level);
  }

  /**
   * Turns redaction off or on again, for the entries written from now on. Warning: with redaction off, tokens, phone
   * numbers and customer data reach the console, the sinks and the downloaded file as they are. Never do this in
   * production.
   * @param on false keeps secrets readable.
   */
  setRedaction(on: boolean): void {
    this.#masked = on;
  }

  /**
   * Hands every finished entry to `callback`, on a microtask after it was written; foreign entries too, whose
   * `loggerId` is not `getLoggerId()`. What the callback itself logs is kept but handed to no sink and not printed. A
   * callback that throws is reported on the console and stays subscribed.
   * @param callback receives the redacted entry.
   * @param options `signal` ends the subscription when it is aborted.
   * @returns the subscription.
   */
  addSink(callback: LogSink, { signal }: { signal?: AbortSignal } = {}): LogSubscription {
    const sink = { callback, signal };
    this.#sinks.add(sink);
    return { unsubscribe: () => void this.#sinks.delete(sink) };
  }

  /**
   * Keeps an entry that was written elsewhere, such as in the CCP or its worker; it goes to the sinks, and not to the
   * console: the page that wrote it prints it. Never throws. docs/protocol.md, section 8.4.
   * @param source the data of an entry.
   * @returns the entry that is kept.
   */
  addLogEntry(source: unknown): LogEntry {
    return this.#add(new LogEntry(source, this.#masked));
  }

  /** @returns a frozen list of the entries that are kept, oldest first. */
  getEntries(): readonly LogEntry[] {
    return Object.freeze(this.#entries.slice(-this.#capacity));
  }

  /** @returns the id that this logger puts on its entries. docs/protocol.md, section 8.2. */
  getLoggerId(): string {
    return this.#loggerId;
  }

  /** @returns the entries that are kept, one line each. docs/protocol.md, section 8.4. */
  toString(): string {
    return this.getEntries().join('\n');
  }

  /**
   * Saves the entries as a JSON file on the agent's machine. docs/protocol.md, section 8.5.
   * @param options what to save and under which name; text is the name.
   * @throws Error where there is no page to save from.
   */
  download(options: LogDownloadOptions | string = {}): void {
    const { logName, filterByLogLevel } = typeof options === 'string' ? { logName: options } : options;
    const entries = this.getEntries().filter(({ level }) => !filterByLogLevel || reaches(level, this.#level));
    saveAsFile(logName || 'agent-log', JSON.stringify(entries, null, 4));
  }

  #write(level: LogLevel, args: LogArguments): LogEntry {
    const { contextLayer, now = Date.now } = this.#options;
    const component = args.length > 1 && isComponent(args[0]) ? args.shift() : undefined;
    const [format, ...values] = args;
    const entry = new LogEntry(
      {
        component,
        level,
        text: formatText(format, values),
        time: now(),
        line: ++this.#lines,
        agentResourceId: this.#agentResourceId(),
        loggerId: this.#loggerId,
        contextLayer,
      },
      this.#masked,
    );
    return this.#add(entry);
  }

  #agentResourceId(): string | null {
    try {
      return this.#options.agentResourceId?.() ?? null;
    } catch {
      return null;
    }
  }

  #add(entry: LogEntry): LogEntry {
    this.#keep(entry);
    // What a sink or a patched console logs in answer to an entry must not come back to it.
    if (this.#delivering) return entry;
    if (this.#waiting.length >= MAX_WAITING) this.#deliver();
    if (this.#waiting.push(entry) === 1) queueMicrotask(() => this.#deliver());
    return entry;
  }

  #keep(entry: LogEntry): void {
    const last = this.#entries.at(-1);
    if (last && repeats(entry, last) && !last.exception && !last.objects.length) {
      // The newest one stays, because its writer may still attach something to it.
      entry.count += last.count;
      this.#entries.pop();
    }
    this.#entries.push(entry);
    // Not at every entry: moving all the others costs more than the entry itself.
    const surplus = this.#entries.length - this.#capacity;
    if (surplus > MAX_WAITING) this.#entries.splice(0, surplus);
  }

  /** Lets the oldest go when the kept ones grow too heavy. An entry is weighed when it is finished. */
  #lighten(finished: readonly LogEntry[]): void {
    for (const { weight } of finished) this.#unweighed += weight;
    if (this.#unweighed < this.#memory / 16) return;
    this.#unweighed = 0;
    let total = 0;
    let from = this.#entries.length;
    while (from > 0 && total <= this.#memory) total += this.#entries[--from]?.weight ?? 0;
    if (total > this.#memory) this.#entries.splice(0, Math.min(from + 1, this.#entries.length - 1));
  }

  #deliver(): void {
    const entries = this.#waiting;
    this.#waiting = [];
    this.#delivering = true;
    try {
      for (const entry of entries) {
        if (entry.loggerId === this.#loggerId && reaches(entry.level, this.#printedLevel())) this.#echo.print(entry);
        for (const sink of this.#sinks) this.#hand(entry, sink);
      }
    } finally {
      this.#delivering = false;
      this.#lighten(entries);
    }
  }

  #hand(entry: LogEntry, sink: Sink): void {
    if (sink.signal?.aborted) this.#sinks.delete(sink);
    else {
      try {
        sink.callback(entry);
      } catch (error) {
        this.#echo.print(this.error('A log sink failed.').withException(error));
      }
    }
  }

  #printedLevel(): LogLevel {
    return this.#echoLevel ?? (reaches(this.#level, LogLevel.INFO) ? this.#level : LogLevel.INFO);
  }
}

function checkLevel(level: LogLevel): LogLevel {
  if (isLevel(level)) return level;
  throw new Error(`There is no log level "${describe(level)}"; the levels are ${Object.keys(LogLevel).join(', ')}`);
}
