// What a state of the agent is called, what kind of state it is, and what to do about it.
import { entryOf } from '../../src/conduit/entry-of.js';
import { isFinished, nameOfContact } from '../host/contact.js';
import type { AgentStateChoice, AgentView, HostState } from '../host/state.js';
import type { AgentStatusTerms, SystemStateTerms } from './terms.js';

/** Kinds of states, as the looks tell them apart. */
export type Tone = 'routable' | 'not-routable' | 'offline' | 'system' | 'error';

const TONES: Readonly<Record<string, Tone>> = {
  routable: 'routable',
  not_routable: 'not-routable',
  offline: 'offline',
  error: 'error',
};

/** The kind of a state. */
export function toneOf({ type }: AgentStateChoice): Tone {
  return entryOf(TONES, type) ?? 'system';
}

/** True if this is one of the states that the agent can choose; an instance may well name one of them "Busy". */
function isChoice({ name, type }: AgentStateChoice, choices: readonly AgentStateChoice[]): boolean {
  return choices.some((choice) => choice.name === name && choice.type === type);
}

/** `FailedConnectAgent` as "Failed connect agent": a fallback for states that have no words. */
function spelledOut(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Words for a state that the service sets; undefined for all other states. */
const systemTerms = (name: string, { systemStates }: AgentStatusTerms): SystemStateTerms | undefined =>
  entryOf<SystemStateTerms>(systemStates, name);

/** The name of a state for people: the instance's own if the agent can choose it. */
export function nameOf(state: AgentStateChoice, { states }: AgentView, terms: AgentStatusTerms): string {
  if (isChoice(state, states)) return state.name;
  return systemTerms(state.name, terms)?.name ?? spelledOut(state.name);
}

/** What has happened, if the agent is in an error state; else an empty text. */
export function helpFor({ state }: AgentView, terms: AgentStatusTerms): string {
  if (state.type !== 'error') return '';
  return systemTerms(state.name, terms)?.help ?? terms.unknownError;
}

/** True if the agent is in after-call work. */
export function isAfterCallWork({ state, states }: AgentView): boolean {
  return state.name === 'AfterCallWork' && !isChoice(state, states);
}

/** True if a state that is chosen now takes effect only after a contact that goes on. */
export function isForLater({ agent, contacts }: HostState): boolean {
  return !contacts.every(isFinished) && !(agent && isAfterCallWork(agent));
}

/**
 * The other sides of the contacts in after-call work that the service closes when the agent's state changes now; null
 * if it closes none.
 */
export function closedByChange(state: HostState): readonly string[] | null {
  if (!state.agent || isForLater(state)) return null;
  const ended = state.contacts.filter((contact) => contact.state.type === 'ended');
  return ended.length > 0 || isAfterCallWork(state.agent) ? ended.map(nameOfContact) : null;
}
