// The quick connects that an agent has starred: their ids, kept in this browser for each agent, known by a hash, at each instance.
import type { Connect } from '../../src/index.js';
import { hashOf } from '../devices/memory.js';
import { agentKeyOf } from '../host/agent-key.js';

/** What they are kept under. */
export const FAVOURITES_KEY = 'connect-ccp-elements.favourites';

/** Agents whose favourites are kept: a place is shared by few. */
const AGENTS = 20;

/** How many favourites one agent may have. */
const MOST = 100;

/** The favourites of one agent. */
export class Favourites {
  /** The hash of who the agent is; null keeps them as long as the page lives. */
  #agent: string | null = null;
  #ids: readonly string[] = [];

  /** Reads those of whoever is the agent of a runtime. Where that cannot be told, there are none, and none are kept. */
  async load(connect: Connect): Promise<void> {
    const agent = agentKeyOf(connect);
    this.#agent = agent ? await hashOf(agent) : null;
    this.#ids = this.#agent === null ? [] : (all().get(this.#agent) ?? []);
  }

  has(endpointId: string | null): boolean {
    return endpointId !== null && this.#ids.includes(endpointId);
  }

  /** Makes one a favourite, or no longer. */
  toggle(endpointId: string): void {
    const others = this.#ids.filter((one) => one !== endpointId);
    this.#ids = this.has(endpointId) ? others : [...others, endpointId].slice(-MOST);
    this.#keep();
  }

  #keep(): void {
    if (this.#agent === null) return;
    const agents = all();
    agents.delete(this.#agent);
    // Who has starred last is remembered longest.
    if (this.#ids.length > 0) agents.set(this.#agent, this.#ids);
    try {
      if (agents.size === 0) localStorage.removeItem(FAVOURITES_KEY);
      else localStorage.setItem(FAVOURITES_KEY, JSON.stringify([...agents].slice(-AGENTS)));
    } catch {
      // They hold as long as the panel is open.
    }
  }
}

/** All that are kept, by the hash of each agent. */
function all(): Map<string, readonly string[]> {
  try {
    const entries = JSON.parse(localStorage.getItem(FAVOURITES_KEY) ?? '[]') as [string, readonly string[]][];
    return new Map(entries.filter(([, ids]) => Array.isArray(ids) && ids.every((id) => typeof id === 'string')));
  } catch {
    return new Map();
  }
}
