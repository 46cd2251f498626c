// Clients: requests to the service by their names on the wire, as add-ons send them with `connect.core.getClient().call(…)`.
import { assertNotNull } from '../errors/errors.js';
import type { Callbacks, CommandSender } from './commands.js';

/** Sends requests by name. */
export interface Client {
  /**
   * Sends a request.
   * @param method one of ClientMethods or its siblings.
   * @param params its parameters.
   * @param callbacks told how it ended; without them a promise is returned.
   * @throws ValueError without a method.
   */
  call(method: string, params?: object | null, callbacks?: Callbacks | null): Promise<unknown> | undefined;
}

/**
 * Makes a client.
 * @param commands sends what it is asked for.
 */
export function createClient(commands: CommandSender): Client {
  return Object.freeze({
    call(method, params, callbacks) {
      assertNotNull(method, 'method');
      return commands.send({ operation: method, params: () => ({ ...params }) }, callbacks);
    },
  } satisfies Client);
}
