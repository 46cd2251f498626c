// What a screen reader hears of the agent's state: changes of it, and nothing twice.
import { errorWords } from '../words/error-words.js';
import type { HostState } from '../host/state.js';
import { helpFor, nameOf } from './state-words.js';
import type { UndoneChange } from './state-change.js';
import type { AgentStatusWords } from './terms.js';

const sameName = (one: { name: string } | null, other: { name: string } | null): boolean => one?.name === other?.name;

/** What is new between two states of a host; empty if nothing is. */
export function newsBetween(
  before: HostState,
  now: HostState,
  { agentStatus: words, status }: AgentStatusWords,
): string {
  if (now.status !== before.status && now.status !== 'ready') return status[now.status].heading;
  const { agent } = now;
  if (!agent) return '';
  const isBack = now.status !== before.status;
  if (isBack || !before.agent || !sameName(agent.state, before.agent.state)) {
    return `${words.stateIs(nameOf(agent.state, agent, words))} ${helpFor(agent, words)}`.trim();
  }
  if (sameName(agent.nextState, before.agent.nextState)) return '';
  return agent.nextState ? words.nextState(nameOf(agent.nextState, agent, words)) : words.noNextState;
}

/** What is said of a change that is under way or was not done. */
export function newsOfChange({ phase, wanted, error }: UndoneChange, terms: AgentStatusWords): string {
  const { agentStatus: words } = terms;
  if (phase === 'pending') return words.changing(wanted);
  if (phase === 'unconfirmed') return words.unconfirmed(wanted);
  return `${words.failed(wanted)} ${error ? errorWords(error, terms) : ''}`.trim();
}
