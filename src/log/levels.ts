// The names that a log entry is labelled with: levels and their order, components, context layers.

/**
 * Log levels, from the least to the most severe. Each value equals its key. Protocol section 8.1.
 */
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

/**
 * The weight of each level: a level passes a threshold whose number is not above its own. Protocol section 8.1.
 */
export const LogLevelOrder = Object.freeze({
  TEST: 0,
  TRACE: 10,
  DEBUG: 20,
  INFO: 30,
  LOG: 40,
  WARN: 50,
  ERROR: 100,
  CRITICAL: 200,
} as const);

/**
 * The part of the software that an entry speaks about; `CCP` where none is given. Protocol section 8.1.
 */
export const LogComponent = Object.freeze({ CCP: 'ccp', SOFTPHONE: 'softphone', CHAT: 'chat', TASK: 'task' } as const);
/** One of the component values. */
export type LogComponent = (typeof LogComponent)[keyof typeof LogComponent];

/**
 * Where an entry was written: in the CCP's page, in its shared worker, or in the page that embeds it. Protocol
 * section 8.1.
 */
export const LogContextLayer = Object.freeze({ CCP: 'CCP', SharedWorker: 'SharedWorker', CRM: 'CRM' } as const);
/** One of the context layers. */
export type LogContextLayer = keyof typeof LogContextLayer;
