// The names that a log entry is labelled with: levels in their order, components, context layers. docs/protocol.md, section 8.1.

/** Log levels, from the least to the most severe. Each value equals its key. */
export const LogLevel = Object.freeze({
  TEST: 'TEST',
  TRACE: 'TRACE',
  DEBUG: 'DEBUG',
  INFO: 'INFO',
  LOG: 'LOG',
  WARN: 'WARN',
  ERROR: 'ERROR',
  CRITICAL: 'CRITICAL',
} as const);
/** One of the level names. */
export type LogLevel = keyof typeof LogLevel;

const levels = Object.keys(LogLevel);

/** True for the name of a level. */
export function isLevel(value: unknown): value is LogLevel {
  return levels.includes(value as LogLevel);
}

/** True if `level` is as severe as `threshold`, or more. */
export function reaches(level: LogLevel, threshold: LogLevel): boolean {
  return levels.indexOf(level) >= levels.indexOf(threshold);
}

/** The part of the software that an entry speaks about; `CCP` where none is given. */
export const LogComponent = Object.freeze({ CCP: 'ccp', SOFTPHONE: 'softphone', CHAT: 'chat', TASK: 'task' } as const);
/** One of the component values. */
export type LogComponent = (typeof LogComponent)[keyof typeof LogComponent];

const components: readonly unknown[] = Object.values(LogComponent);

/** True for one of the component values. */
export function isComponent(value: unknown): value is LogComponent {
  return components.includes(value);
}

/** Where an entry was written: in the CCP's page, in its shared worker, or in the page that embeds it. */
export const LogContextLayer = Object.freeze({ CCP: 'CCP', SharedWorker: 'SharedWorker', CRM: 'CRM' } as const);
/** One of the context layers. */
export type LogContextLayer = keyof typeof LogContextLayer;
