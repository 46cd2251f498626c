// Whose something is that outlives an element: told apart by agent and instance, for everything that is kept for an agent.
import type { Connect } from '../../src/index.js';
import type { ConnectHost } from './host.js';

/** What tells agents apart, best first: two people may have one name. */
const IDENTITIES = ['username', 'agentARN', 'name'] as const;

/**
 * Who the agent of a host is, and at which instance.
 * @param host the host.
 * @returns text to compare or to hash, never to show; empty while nobody is signed in.
 */
export const agentKey = ({ connect, state }: ConnectHost): string => (state.agent ? agentKeyOf(connect) : '');

/**
 * Who the agent of a runtime is, and at which instance.
 * @param connect the runtime.
 * @returns as {@link agentKey} does.
 */
export function agentKeyOf(connect: Connect): string {
  if (!connect.agent.initialized) return '';
  const configuration = new connect.Agent().getConfiguration();
  const identity = IDENTITIES.map((member) => configuration[member]).find(Boolean);
  return identity ? `${connect.core.getOrigin()} ${identity}` : '';
}
