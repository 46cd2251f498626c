// The log as a type: it takes levels of either kind.
import type { LogLevel } from '../log/levels.js';
import type { Logger as AnyLogger } from '../log/logger.js';

type Level = LogLevel | connect.LogLevel;

/** The log of the page's runtime. */
export interface Logger extends AnyLogger {
  setLogLevel(level: Level): void;
  setEchoLevel(level: Level): void;
}
