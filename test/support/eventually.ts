// Waiting for a state that no event tells.
import { waitUntil } from '@open-wc/testing';
import { PATIENCE } from './patience.js';

/**
 * Waits until something is so. Asks by timer, so that a page that is not seen gets on too.
 * @param condition may be asynchronous.
 * @param what is said when it does not come about.
 */
export const eventually = (condition: () => unknown, what: string): Promise<void> =>
  waitUntil(async () => Boolean(await condition()), what, { interval: 10, timeout: PATIENCE });
