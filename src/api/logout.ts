// Signing out: of the service, then of the CCP, whose worker tells every tab. docs/protocol.md, sections 1.9 and 4.8.
// Not in amazon-connect-streams.
import { within } from '../conduit/deadline.js';
import { promised } from '../conduit/native-promise.js';
import type { Conduit } from '../conduit/conduit.js';
import { StateError } from '../errors/errors.js';
import type { AnyEventBus } from '../events/event-bus.js';
import { CcpEvents, LinkEventType } from '../events/event-names.js';
import { serviceUrl } from '../sign-in/service-url.js';
import type { Agent } from './agent.js';
import type { CcpStatusChange } from './core-events.js';

/** Milliseconds that the service has to answer, and after that the CCP to end its session. */
const DEADLINE = 10_000;

/** What signing out needs of a runtime: any `connect` has it. */
export interface LogoutRuntime {
  readonly Agent: new () => Agent;
  readonly core: {
    getEventBus(): AnyEventBus;
    getOrigin(): string | null;
    getUpstream(): Conduit;
  };
}

/** How the agent is signed out. */
export interface LogoutOptions {
  /** Name of a state to set first. */
  setState?: string;
}

/**
 * Signs the agent out, in every tab. A live contact is the caller's business.
 * @param connect the runtime.
 * @param options `setState`: name of a state to set first.
 * @returns settles when the CCP says that the session has ended; rejects with a StateError if no CCP is embedded or has
 *   answered, if its service cannot be reached or does not answer within 10 s, or if the CCP does not end the session within
 *   another 10 s; with a CommandError if the state cannot be set.
 */
export async function logout(connect: LogoutRuntime, { setState }: LogoutOptions = {}): Promise<void> {
  const { core, Agent: PresentAgent } = connect;
  core.getUpstream();
  if (setState !== undefined) await new PresentAgent().setState(setState);
  const origin = core.getOrigin();
  if (!origin) throw new StateError('There is no session to end: no CCP has answered yet.');
  const url = serviceUrl(origin, '/logout');
  await requested(url);
  const settled = new AbortController();
  await promised<unknown>((resolve, reject) => {
    const { signal } = settled;
    const refuse = () => reject(new StateError('The CCP has not ended its session.'));
    const conduit = core.getUpstream();
    const bus = core.getEventBus();
    bus.subscribe(LinkEventType.TERMINATED, resolve, { signal });
    const onStatus = ({ status }: CcpStatusChange) => status === 'terminated' && refuse();
    bus.subscribe<CcpStatusChange>(CcpEvents.STATUS, onStatus, { signal });
    const timer = setTimeout(refuse, DEADLINE);
    signal.addEventListener('abort', () => clearTimeout(timer));
    conduit.sendUpstream(LinkEventType.TERMINATE);
  }).finally(() => settled.abort());
}

/** Asks the service to end the session. */
async function requested(url: string): Promise<void> {
  const late = (): Error => new StateError('%s has not answered within %d s.', url, DEADLINE / 1000);
  const answer = fetch(url, { credentials: 'include', mode: 'no-cors' }).catch(() => {
    throw new StateError('%s cannot be reached: does connect-src of the page allow it?', url);
  });
  await within(answer, DEADLINE, late);
}
