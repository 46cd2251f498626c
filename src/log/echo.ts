// Prints entries on the console, and one line with a count in place of many equal ones.
import { LogLevel } from './levels.js';
import type { LogEntry } from './log-entry.js';

/** The part of a console that is printed on. */
export type EchoConsole = Pick<Console, 'log' | 'info' | 'warn' | 'error'>;

interface Printed {
  readonly level: LogLevel;
  readonly line: string;
  readonly time: number;
  repeats: number;
}

// So many different lines are watched for repeats.
const maxWatched = 20;

/**
 * The console side of a logger. Without a timer: the count of repeats is printed before the next line that is new, or
 * when the same line comes again after the window.
 */
export class Echo {
  readonly #console: EchoConsole;
  readonly #window: number;
  readonly #printed = new Map<string, Printed>();

  /**
   * @param target where lines are printed
   * @param window how long a line is not printed again, in milliseconds
   */
  constructor(target: EchoConsole, window: number) {
    this.#console = target;
    this.#window = window;
  }

  /**
   * Prints an entry with its exception and objects, unless it repeats a line of the last few seconds. Never throws.
   *
   * @param entry a finished entry
   */
  print(entry: LogEntry): void {
    const key = `${entry.level} ${entry.component} ${entry.text}`;
    const time = entry.time.getTime();
    const before = this.#printed.get(key);
    if (before && Math.abs(time - before.time) < this.#window) {
      before.repeats++;
      return;
    }
    this.#sumUp();
    this.#printed.delete(key);
    this.#printed.set(key, { level: entry.level, line: String(entry), time, repeats: 0 });
    const [oldest] = this.#printed.keys();
    if (this.#printed.size > maxWatched && oldest !== undefined) this.#printed.delete(oldest);
    this.#write(entry.level, [String(entry), ...attachments(entry)].join('\n'));
  }

  /**
   * Reports a fault of the logger's surroundings, past the log itself. Never throws.
   *
   * @param text the line
   */
  complain(text: string): void {
    this.#write(LogLevel.ERROR, text);
  }

  /** Prints the counts that are still owed and forgets the lines. */
  reset(): void {
    this.#sumUp();
    this.#printed.clear();
  }

  #sumUp(): void {
    for (const printed of this.#printed.values()) {
      if (!printed.repeats) continue;
      this.#write(printed.level, `${printed.line} (repeated ${printed.repeats} more times)`);
      printed.repeats = 0;
    }
  }

  // One argument only: the console takes a first argument for a format if more follow.
  #write(level: LogLevel, line: string): void {
    try {
      this.#console[methodOf(level)](line);
    } catch {
      // A console that fails must not take the caller down.
    }
  }
}

function methodOf(level: LogLevel): keyof EchoConsole {
  if (level === LogLevel.ERROR || level === LogLevel.CRITICAL) return 'error';
  if (level === LogLevel.WARN) return 'warn';
  return level === LogLevel.TEST || level === LogLevel.LOG ? 'log' : 'info';
}

function attachments({ exception, objects }: LogEntry): string[] {
  const lines = objects.map((value) => JSON.stringify(value));
  if (!exception) return lines;
  // Chromium begins the stack with type and message, Firefox does not.
  const head = `${exception.type}: ${exception.message}`;
  const stack = exception.stack.join('\n');
  return [stack.startsWith(exception.type) ? stack : `${head}\n${stack}`.trimEnd(), ...lines];
}
