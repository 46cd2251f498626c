// Prints entries on the console, and one line with a count in place of many equal ones.
import type { LogLevel } from './levels.js';
import { type LogEntry, repeats } from './log-entry.js';

/** The part of a console that is printed on. */
export type EchoConsole = Pick<Console, 'log' | 'info' | 'warn' | 'error'>;

/** How each level is printed; those left out as `info`. docs/protocol.md, section 8.1. */
const METHODS: Partial<Record<LogLevel, keyof EchoConsole>> = {
  TEST: 'log',
  LOG: 'log',
  WARN: 'warn',
  ERROR: 'error',
  CRITICAL: 'error',
};

/** Number of different lines that are watched for repeats. */
const MAX_WATCHED = 20;

interface Printed {
  readonly entry: LogEntry;
  /** How often the line came again since its count was printed. */
  repeats: number;
}

/**
 * The console side of a logger. Without a timer: the count of repeats is printed before the next line that is new, or
 * when the same line comes again later.
 */
export class Echo {
  readonly #console: EchoConsole;
  #printed: Printed[] = [];

  /** @param target where lines are printed. */
  constructor(target: EchoConsole) {
    this.#console = target;
  }

  /**
   * Prints an entry with its exception and objects, unless it repeats a line of the last few seconds. Never throws.
   * @param entry a finished entry.
   */
  print(entry: LogEntry): void {
    const before = this.#printed.find((printed) => repeats(entry, printed.entry));
    if (before) {
      before.repeats++;
      return;
    }
    for (const printed of this.#printed) {
      if (printed.repeats)
        this.#write(printed.entry, `${String(printed.entry)} (repeated ${printed.repeats} more times)`);
      printed.repeats = 0;
    }
    this.#printed = [...this.#printed, { entry, repeats: 0 }].slice(-MAX_WATCHED);
    this.#write(entry, [entry, ...attachments(entry)].join('\n'));
  }

  /** One argument only: the console takes a first argument for a format if more follow. */
  #write({ level }: LogEntry, line: string): void {
    try {
      this.#console[METHODS[level] ?? 'info'](line);
    } catch {
      // A console that fails must not take the caller down.
    }
  }
}

function attachments({ exception, objects }: LogEntry): string[] {
  const lines = objects.map((value) => JSON.stringify(value));
  if (!exception) return lines;
  // Chromium begins the stack with type and message, Firefox does not.
  const head = `${exception.type}: ${exception.message}`;
  const stack = exception.stack.join('\n');
  return [stack.startsWith(exception.type) ? stack : `${head}\n${stack}`.trimEnd(), ...lines];
}
