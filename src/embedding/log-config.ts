// The option `logConfig` of `initCCP`: the two levels of the log.
import { isRecord } from '../conduit/wire.js';
import { ValueError } from '../errors/errors.js';
import { isLevel, LogLevel } from '../log/levels.js';

/** Two levels, each the lowest that counts. */
export interface LogConfig {
  /** That of `log.setLogLevel`: from which level on entries are downloaded, where they are filtered by it. */
  readonly logLevel?: LogLevel;
  /** That of `log.setEchoLevel`: from which level on entries are written to the console. */
  readonly echoLevel?: LogLevel;
}

/**
 * Checks the option.
 * @param options those of `initCCP`.
 * @param path what stands before its name in an error.
 * @throws ValueError that names what is wrong.
 */
export function checkLogConfig({ logConfig }: { readonly logConfig?: unknown }, path: string): void {
  if (logConfig === undefined || logConfig === null) return;
  if (!isRecord(logConfig)) throw new ValueError('%slogConfig must be an object with logLevel or echoLevel', path);
  for (const name of ['logLevel', 'echoLevel'] as const) {
    const level = logConfig[name];
    if (level === undefined || isLevel(level)) continue;
    const levels = Object.keys(LogLevel).join(', ');
    throw new ValueError('%slogConfig.%s must be one of %s; it is %s', path, name, levels, level);
  }
}
