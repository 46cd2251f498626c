// Signing out: of the service, then of the CCP, whose worker tells every tab. Protocol sections 1.9 and 4.8.
import { ScopedTimer } from '../conduit/scoped-timer.js';
import { StateError } from '../errors/errors.js';
import { EventType } from '../events/event-names.js';
import type { Embedding } from './embed.js';
import { serviceUrl } from './service-url.js';

/** Milliseconds that the CCP has to end its session. */
const DEADLINE = 10_000;

/**
 * Ends the agent's session.
 * @param embedding the CCP; it must have answered.
 * @returns settles when the CCP says that the session has ended; rejects with a StateError.
 */
export async function logout({ conduit, origin, signal }: Embedding): Promise<void> {
  if (!origin) throw new StateError('There is no session to end: no CCP has answered yet.');
  const url = serviceUrl(origin, '/logout');
  await fetch(url, { credentials: 'include', mode: 'no-cors' }).catch(() => {
    throw new StateError('%s cannot be reached: does connect-src of the page allow it?', url);
  });
  await new Promise((resolve, reject) => {
    const refuse = () => reject(new StateError('The CCP has not ended its session.'));
    new ScopedTimer(signal).start(DEADLINE, refuse);
    signal.addEventListener('abort', refuse);
    conduit.onUpstream(EventType.TERMINATED, resolve, signal);
    if (signal.aborted) refuse();
    else conduit.sendUpstream(EventType.TERMINATE);
  });
}
