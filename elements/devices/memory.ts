// The devices that each agent has chosen in this browser: names of devices, under one key, and for each agent a hash of who it is.

/** What is kept under. */
export const MEMORY_KEY = 'connect-ccp-elements.devices';

/** Agents that are remembered: a place is shared by few. */
const AGENTS = 20;

/** Names of devices are cut at this length, in UTF-16 units. */
const MAX_NAME = 300;

/** A device as it was chosen. Browsers give devices other ids from time to time: the name stays. */
export interface RememberedDevice {
  readonly id: string;
  readonly label: string;
}

/** The choices of one agent, by device. */
type Choices = Readonly<Record<string, RememberedDevice>>;

/** True if anything is remembered, for whichever agent. */
export function isAnythingRemembered(): boolean {
  return read() !== null;
}

/** Forgets what every agent has chosen in this browser. */
export function forgetDevices(): void {
  try {
    localStorage.removeItem(MEMORY_KEY);
  } catch {
    // A page that may store nothing has nothing to forget.
  }
}

/**
 * The hash that an agent is known by: SHA-256, in hexadecimal.
 * @param agent who it is, and at which instance.
 * @returns the hash, or null where the page is in no secure context and cannot make one: then nothing is remembered.
 */
export async function hashOf(agent: string): Promise<string | null> {
  try {
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(agent));
    return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    return null;
  }
}

/** What is remembered of an agent. A page that may store nothing remembers nothing. */
export class DeviceMemory {
  readonly #agent: string | null;

  /** @param agent the hash of who it is; null remembers nothing. */
  constructor(agent: string | null) {
    this.#agent = agent;
  }

  /** The device that was chosen, or undefined. */
  get(device: string): RememberedDevice | undefined {
    const found: Partial<RememberedDevice> | undefined = all().get(this.#agent ?? '')?.[device];
    return typeof found?.id === 'string' && typeof found.label === 'string'
      ? { id: found.id, label: found.label }
      : undefined;
  }

  /**
   * Remembers a choice; what goes by the system's default is forgotten.
   * @param device which device.
   * @param chosen the choice, or null.
   */
  set(device: string, chosen: RememberedDevice | null): void {
    if (this.#agent === null) return;
    const agents = all();
    const { [device]: _old, ...others } = agents.get(this.#agent) ?? {};
    const choices: Choices = chosen
      ? { ...others, [device]: { id: chosen.id.slice(0, MAX_NAME), label: chosen.label.slice(0, MAX_NAME) } }
      : others;
    agents.delete(this.#agent);
    // Who has chosen last is remembered longest.
    if (Object.keys(choices).length > 0) agents.set(this.#agent, choices);
    if (agents.size === 0) return forgetDevices();
    try {
      localStorage.setItem(MEMORY_KEY, JSON.stringify([...agents].slice(-AGENTS)));
    } catch {
      // It holds as long as the page.
    }
  }
}

/** All that is remembered, by the hash of each agent; former versions had names there, which are left behind. */
function all(): Map<string, Choices> {
  try {
    const entries = JSON.parse(read() ?? '[]') as [string, Choices][];
    return new Map(entries.filter(([agent]) => /^[\da-f]{64}$/.test(agent)));
  } catch {
    return new Map();
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(MEMORY_KEY);
  } catch {
    return null;
  }
}
