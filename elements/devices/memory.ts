// The devices that each agent has chosen in this browser. Names of devices and agents alone are kept, under one key.

/** What is kept under. */
export const MEMORY_KEY = 'connect-ccp-elements.devices';

/** Agents that are remembered: a place is shared by few. */
const AGENTS = 20;

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

/** What is remembered of an agent. A page that may store nothing remembers nothing. */
export class DeviceMemory {
  readonly #agent: string;

  /** @param agent who it is, and at which instance. */
  constructor(agent: string) {
    this.#agent = agent;
  }

  /** The device that was chosen, or undefined. */
  get(device: string): RememberedDevice | undefined {
    const found: Partial<RememberedDevice> | undefined = this.#all.get(this.#agent)?.[device];
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
    const all = this.#all;
    const { [device]: _old, ...others } = all.get(this.#agent) ?? {};
    const choices: Choices = chosen ? { ...others, [device]: chosen } : others;
    all.delete(this.#agent);
    // Who has chosen last is remembered longest.
    if (Object.keys(choices).length > 0) all.set(this.#agent, choices);
    try {
      if (all.size > 0) localStorage.setItem(MEMORY_KEY, JSON.stringify([...all].slice(-AGENTS)));
      else localStorage.removeItem(MEMORY_KEY);
    } catch {
      // It holds as long as the page.
    }
  }

  get #all(): Map<string, Choices> {
    try {
      const entries: unknown = JSON.parse(read() ?? '[]');
      return new Map(entries as [string, Choices][]);
    } catch {
      return new Map();
    }
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(MEMORY_KEY);
  } catch {
    return null;
  }
}
