// The log of one runtime: writes entries, keeps the newest, prints the severe ones, hands all of them to sinks.
import { Echo } from './echo.js';
import type { EchoConsole } from './echo.js';
import { LogComponent, LogLevel, LogLevelOrder } from './levels.js';
import type { LogContextLayer } from './levels.js';
import { LogEntry } from './log-entry.js';
import { formatText } from './printf.js';
import { redactText } from './redact.js';
import { Ring } from './ring.js';
import { saveAsFile } from './save-as-file.js';
import { describe } from './snapshot.js';

/** Receives finished entries. */
export type LogSink = (entry: LogEntry) => void;

/** Ends what it stands for. */
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
  /** Asked for each entry; gives the agent's resource id, or null while it is unknown. */
  agentResourceId?: () => string | null;
  /** The clock, in milliseconds since 1970. */
  now?: () => number;
  /** Print entries that came from elsewhere too; by default only the CCP's own page prints them. */
  echoForeign?: boolean;
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

interface Delivery {
  readonly entry: LogEntry;
  /** May be printed, if its level is high enough. */
  readonly echo: boolean;
  /** Goes to the sinks. */
  readonly sink: boolean;
}

interface Sink {
  readonly callback: LogSink;
  readonly unsubscribe: () => void;
  complained: boolean;
}

// So many entries may wait for their microtask; a loop that never yields must not fill the memory.
const maxPending = 256;
// Equal bare lines within this time, in milliseconds, are one entry with a count.
const repeatWindow = 10_000;
const components: ReadonlySet<unknown> = new Set(Object.values(LogComponent));

/**
 * Writes and keeps a log. The writing methods never throw and always return the entry, so that `withException` and
 * `withObject` can follow; what is attached in the same turn is printed and handed out with it. All text is redacted.
 * Protocol section 8.
 */
export class Logger {
  readonly #ring: Ring<LogEntry>;
  readonly #echo: Echo;
  readonly #sinks = new Set<Sink>();
  readonly #options: LoggerOptions;
  readonly #now: () => number;
  readonly #loggerId: string;
  // Written, but perhaps not finished: the caller may still attach something.
  #pending: Delivery[] = [];
  // Stored in the ring, not yet handed out.
  #outbox: Delivery[] = [];
  #delivering = false;
  #lines = 0;
  #masked = true;
  #level: LogLevel = LogLevel.INFO;
  #echoLevel: LogLevel | undefined;

  /** @param options what differs from the defaults */
  constructor(options: LoggerOptions = {}) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#ring = new Ring(options.capacity ?? 2000);
    this.#echo = new Echo(options.console ?? console, repeatWindow);
    this.#loggerId = `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  }

  /**
   * Writes an entry of level TEST.
   *
   * @param args a format and its arguments, or a component before them
   * @returns the entry
   */
  test(...args: LogArguments): LogEntry {
    return this.#write(LogLevel.TEST, args);
  }

  /**
   * Writes an entry of level TRACE.
   *
   * @param args a format and its arguments, or a component before them
   * @returns the entry
   */
  trace(...args: LogArguments): LogEntry {
    return this.#write(LogLevel.TRACE, args);
  }

  /**
   * Writes an entry of level DEBUG.
   *
   * @param args a format and its arguments, or a component before them
   * @returns the entry
   */
  debug(...args: LogArguments): LogEntry {
    return this.#write(LogLevel.DEBUG, args);
  }

  /**
   * Writes an entry of level INFO.
   *
   * @param args a format and its arguments, or a component before them
   * @returns the entry
   */
  info(...args: LogArguments): LogEntry {
    return this.#write(LogLevel.INFO, args);
  }

  /**
   * Writes an entry of level LOG.
   *
   * @param args a format and its arguments, or a component before them
   * @returns the entry
   */
  log(...args: LogArguments): LogEntry {
    return this.#write(LogLevel.LOG, args);
  }

  /**
   * Writes an entry of level WARN.
   *
   * @param args a format and its arguments, or a component before them
   * @returns the entry
   */
  warn(...args: LogArguments): LogEntry {
    return this.#write(LogLevel.WARN, args);
  }

  /**
   * Writes an entry of level ERROR.
   *
   * @param args a format and its arguments, or a component before them
   * @returns the entry
   */
  error(...args: LogArguments): LogEntry {
    return this.#write(LogLevel.ERROR, args);
  }

  /**
   * Writes an entry of level CRITICAL; upstream writes ERROR here.
   *
   * @param args a format and its arguments, or a component before them
   * @returns the entry
   */
  critical(...args: LogArguments): LogEntry {
    return this.#write(LogLevel.CRITICAL, args);
  }

  /**
   * Sets the level that `download({ filterByLogLevel: true })` starts at; INFO at first. Entries below it are kept all
   * the same. Until `setEchoLevel` is called, a level above WARN quiets the console as well. Protocol section 8.1.
   *
   * @param level one of `LogLevel`
   * @throws Error if there is no such level
   */
  setLogLevel(level: LogLevel): void {
    this.#level = checkLevel(level);
  }

  /**
   * Sets the lowest level that is printed on the console; WARN at first. Protocol section 8.1.
   *
   * @param level one of `LogLevel`
   * @throws Error if there is no such level
   */
  setEchoLevel(level: LogLevel): void {
    this.#echoLevel = checkLevel(level);
  }

  /**
   * Turns redaction off or on again, for the entries written from now on. Warning: with redaction off, tokens, phone
   * numbers and customer data reach the console, the sinks and the downloaded file as they are. Never do this in
   * production.
   *
   * @param on false keeps secrets readable
   */
  setRedaction(on: boolean): void {
    this.#masked = on;
  }

  /**
   * Hands every finished entry to `callback`, on a microtask after it was written; foreign entries too, whose
   * `loggerId` is not `getLoggerId()`. What the callback itself logs is kept but handed to no sink and not printed. A
   * callback that throws is reported on the console once and stays subscribed.
   *
   * @param callback receives the redacted entry
   * @param options `signal` ends the subscription when it is aborted
   * @returns the subscription
   */
  addSink(callback: LogSink, options: { signal?: AbortSignal } = {}): LogSubscription {
    const { signal } = options;
    const unsubscribe = () => {
      this.#sinks.delete(sink);
      signal?.removeEventListener('abort', unsubscribe);
    };
    const sink: Sink = { callback, unsubscribe, complained: false };
    if (!signal?.aborted) {
      this.#sinks.add(sink);
      signal?.addEventListener('abort', unsubscribe);
    }
    return { unsubscribe };
  }

  /**
   * Keeps an entry that was written elsewhere, such as in the CCP or its worker; it goes to the sinks, and to the
   * console only with `echoForeign`. Never throws. Protocol section 8.4.
   *
   * @param entry a LogEntry or the data of one
   * @returns the entry that is kept
   */
  addLogEntry(entry: unknown): LogEntry {
    const own = entry instanceof LogEntry ? entry : LogEntry.fromObject(entry, this.#masked);
    return this.#add(own, !!this.#options.echoForeign);
  }

  /** @returns a frozen list of the entries that are kept, oldest first */
  getEntries(): readonly LogEntry[] {
    this.#store();
    return Object.freeze(this.#ring.toArray());
  }

  /** A frozen list of the entries that are kept, oldest first. */
  get entries(): readonly LogEntry[] {
    return this.getEntries();
  }

  /** @returns the id that this logger puts on its entries. Protocol section 8.2. */
  getLoggerId(): string {
    return this.#loggerId;
  }

  /** Takes the attached objects off the entries that are kept. Protocol section 8.4. */
  clearObjects(): void {
    for (const entry of this.getEntries()) entry.objects = [];
  }

  /** Takes the exceptions off the entries that are kept. Protocol section 8.4. */
  clearExceptions(): void {
    for (const entry of this.getEntries()) entry.exception = null;
  }

  /** @returns the entries that are kept, one line each. Protocol section 8.4. */
  toString(): string {
    return this.getEntries().join('\n');
  }

  /**
   * Saves the entries as a JSON file on the agent's machine. Protocol section 8.5.
   *
   * @param options what to save and under which name; text is the name
   * @throws Error where there is no page to save from
   */
  download(options: LogDownloadOptions | string = {}): void {
    const { logName = 'agent-log', filterByLogLevel = false } =
      typeof options === 'string' ? { logName: options } : options;
    const entries = this.getEntries().filter((entry) => !filterByLogLevel || reaches(entry.level, this.#level));
    saveAsFile(logName, JSON.stringify(entries, null, 4));
  }

  /** Hands out what is still waiting, then lets go of all sinks. The entries stay readable. */
  dispose(): void {
    this.#flush();
    for (const { unsubscribe } of this.#sinks) unsubscribe();
    this.#echo.reset();
  }

  #write(level: LogLevel, args: LogArguments): LogEntry {
    const withComponent = args.length > 1 && components.has(args[0]);
    const format = withComponent ? args[1] : args[0];
    const entry = new LogEntry(
      {
        component: withComponent ? (args[0] as LogComponent) : LogComponent.CCP,
        level,
        text: this.#format(format, args.slice(withComponent ? 2 : 1)),
        time: new Date(this.#now()),
        line: ++this.#lines,
        agentResourceId: this.#agentResourceId(),
        loggerId: this.#loggerId,
        contextLayer: this.#options.contextLayer,
      },
      this.#masked,
    );
    return this.#add(entry, true);
  }

  #format(format: unknown, args: readonly unknown[]): string {
    return formatText(format, args, this.#masked ? describe : (value) => describe(value, false));
  }

  #agentResourceId(): string | null {
    try {
      return this.#options.agentResourceId?.() ?? null;
    } catch {
      return null;
    }
  }

  #add(entry: LogEntry, echo: boolean): LogEntry {
    if (this.#pending.length >= maxPending) this.#flush();
    // What a sink or a patched console logs in answer to an entry must not come back to it.
    const waiting = this.#pending.push({ entry, echo: echo && !this.#delivering, sink: !this.#delivering });
    if (waiting === 1) queueMicrotask(() => this.#flush());
    return entry;
  }

  #flush(): void {
    this.#store();
    const deliveries = this.#outbox;
    this.#outbox = [];
    const outer = this.#delivering;
    this.#delivering = true;
    for (const delivery of deliveries) this.#deliver(delivery);
    this.#delivering = outer;
  }

  #store(): void {
    for (const delivery of this.#pending) {
      const { entry } = delivery;
      const { last } = this.#ring;
      if (last && repeats(last, entry)) {
        // The newest one stays, because its writer may still attach something to it.
        entry.count += last.count;
        this.#ring.replaceLast(entry);
      } else this.#ring.push(entry);
      if (delivery.echo || delivery.sink) this.#outbox.push(delivery);
    }
    this.#pending = [];
  }

  #deliver({ entry, echo, sink }: Delivery): void {
    if (echo && reaches(entry.level, this.#printedLevel())) this.#echo.print(entry);
    if (!sink) return;
    for (const member of this.#sinks) {
      try {
        member.callback(entry);
      } catch (error) {
        if (!member.complained) this.#echo.complain(`A log sink failed: ${redactText(describe(error))}`);
        member.complained = true;
      }
    }
  }

  #printedLevel(): LogLevel {
    return this.#echoLevel ?? (reaches(this.#level, LogLevel.WARN) ? this.#level : LogLevel.WARN);
  }
}

function reaches(level: LogLevel, threshold: LogLevel): boolean {
  return LogLevelOrder[level] >= LogLevelOrder[threshold];
}

function checkLevel(level: LogLevel): LogLevel {
  if (Object.hasOwn(LogLevelOrder, level)) return level;
  throw new Error(`There is no log level "${String(level)}"; the levels are ${Object.keys(LogLevel).join(', ')}`);
}

/** Tells whether `entry` says the same as the one before it, with nothing attached that would be lost. */
function repeats(last: LogEntry, entry: LogEntry): boolean {
  return (
    last.text === entry.text &&
    last.level === entry.level &&
    last.component === entry.component &&
    last.loggerId === entry.loggerId &&
    isBare(last) &&
    isBare(entry) &&
    entry.time.getTime() - last.time.getTime() < repeatWindow
  );
}

function isBare(entry: LogEntry): boolean {
  return !entry.exception && !entry.objects.length;
}
