// What an agent has had: noted as contacts come and go, for each agent and instance, and kept as long as the page says.
import { isRecord } from '../../src/conduit/wire.js';
import { isFinished, isVoice, nameOfContact } from '../host/contact.js';
import type { ContactView } from '../host/state.js';
import { pageSlot } from '../page/page-slot.js';

/** How long the list is kept: as long as the page, the tab's session, or the browser's storage. */
export type Keep = 'page' | 'session' | 'local';

const OUTCOME_NAMES = ['answered', 'missed', 'rejected', 'transferred', 'unanswered', 'failed'] as const;
const DIRECTION_NAMES = ['inbound', 'outbound'] as const;

/** What became of a contact; null while it goes on. */
export type RecentOutcome = (typeof OUTCOME_NAMES)[number];

const OUTCOMES: readonly unknown[] = OUTCOME_NAMES;
const DIRECTIONS: readonly unknown[] = DIRECTION_NAMES;

/** One contact that the agent has had. */
export interface RecentContact {
  readonly contactId: string;
  /** Name or number. */
  readonly who: string;
  /** Number that can be called back, or null. */
  readonly number: string | null;
  /** `voice`, `queue_callback`, `chat`, `task`, and so on. */
  readonly channel: string;
  readonly direction: (typeof DIRECTION_NAMES)[number];
  readonly outcome: RecentOutcome | null;
  /** When it came, in epoch milliseconds of the page's clock. */
  readonly at: number;
  /** How long it took, in milliseconds; null if nobody has taken it. */
  readonly lasted: number | null;
  /** True for one that was missed since the agent last looked. */
  readonly isNew: boolean;
}

/** Lists by agent, shared by all elements of the page. */
interface Histories {
  readonly version: 1;
  readonly lists: Map<string, readonly RecentContact[]>;
  readonly listeners: Set<() => void>;
}

const histories = (): Histories =>
  pageSlot<Histories>('recent-contacts', 1, () => ({ version: 1, lists: new Map(), listeners: new Set() }));

/** What lists are stored under. */
export const RECENT_KEY = 'connect-ccp-elements.recent';

/** Agents of whom a list is stored: a place is shared by few. */
const AGENTS = 50;

function storageOf(keep: Keep): Storage | null {
  try {
    return keep === 'page' ? null : keep === 'session' ? sessionStorage : localStorage;
  } catch {
    return null; // A page that may store nothing keeps the list as long as it lives.
  }
}

const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';
const isNumberOrNull = (value: unknown): boolean => value === null || Number.isFinite(value);

/** True for a contact as it is stored here. Other scripts of the origin can write there, too. */
const isRecent = (value: unknown): value is RecentContact => {
  if (!isRecord(value)) return false;
  const { contactId, who, number, channel, direction, outcome, at, lasted, isNew } = value;
  return (
    [contactId, who, channel].every((text) => typeof text === 'string') &&
    isTextOrNull(number) &&
    DIRECTIONS.includes(direction) &&
    (outcome === null || OUTCOMES.includes(outcome)) &&
    Number.isFinite(at) &&
    isNumberOrNull(lasted) &&
    typeof isNew === 'boolean'
  );
};

/** The list of one agent. */
export class History {
  readonly #agent: string;
  readonly #keep: Keep;
  readonly #limit: number;

  /**
   * @param agent who it is, and at which instance: a hash.
   * @param keep how long the list is kept.
   * @param limit how many contacts are kept at most.
   */
  constructor(agent: string, keep: Keep, limit: number) {
    this.#agent = agent;
    this.#keep = keep;
    this.#limit = limit;
    const stored = this.#stored();
    if (stored.length > 0) this.#write(merged(this.list, stored));
  }

  /** The contacts, newest first. */
  get list(): readonly RecentContact[] {
    return histories().lists.get(this.#agent) ?? [];
  }

  /**
   * Notes a contact as it stands.
   * @param contact the contact.
   * @param outcome what became of it, if that does not show in it.
   */
  note(contact: ContactView, outcome?: RecentOutcome): void {
    const { contactId, type, phoneNumber, state, begun, lasted, connections } = contact;
    const old = this.list.find((one) => one.contactId === contactId);
    const direction = connections.some((one) => one.type === 'outbound') && !old ? 'outbound' : 'inbound';
    const now = outcome ?? old?.outcome ?? outcomeOf(contact);
    const noted: RecentContact = {
      contactId,
      who: nameOfContact(contact),
      number: (isVoice(contact) && phoneNumber) || null,
      channel: type,
      direction: old?.direction ?? direction,
      outcome: now,
      at: old?.at ?? begun ?? state.since,
      lasted: old?.lasted ?? lasted ?? (outcome && begun !== null ? Math.max(0, Date.now() - begun) : null),
      isNew: old ? old.isNew || (now === 'missed' && old.outcome !== 'missed') : now === 'missed',
    };
    if (JSON.stringify(noted) === JSON.stringify(old)) return;
    const others = this.list.filter((one) => one.contactId !== contactId);
    this.#write([...others, noted].sort((one, other) => other.at - one.at).slice(0, this.#limit));
  }

  /** A contact is gone: what rang until then was missed, what had not ended was answered or handed over. */
  gone(contact: ContactView): void {
    const old = this.list.find((one) => one.contactId === contact.contactId);
    if (!old || old.outcome) return;
    this.note(contact, contact.ringing ? 'missed' : contact.begun === null ? 'unanswered' : 'answered');
  }

  /** The agent has looked: nothing is new any more. */
  seen(): void {
    if (this.list.some(({ isNew }) => isNew)) this.#write(this.list.map((one) => ({ ...one, isNew: false })));
  }

  /** Forgets all of the agent's contacts, stored ones too. */
  clear(): void {
    this.#write([]);
  }

  #write(list: readonly RecentContact[]): void {
    const { lists, listeners } = histories();
    lists.set(this.#agent, list);
    const storage = storageOf(this.#keep);
    try {
      const all = new Map(JSON.parse(storage?.getItem(RECENT_KEY) ?? '[]') as [string, unknown][]);
      all.delete(this.#agent);
      if (list.length > 0) all.set(this.#agent, list);
      storage?.setItem(RECENT_KEY, JSON.stringify([...all].slice(-AGENTS)));
    } catch {
      // It holds as long as the page.
    }
    for (const listener of [...listeners]) listener();
  }

  #stored(): readonly RecentContact[] {
    try {
      const all = new Map(JSON.parse(storageOf(this.#keep)?.getItem(RECENT_KEY) ?? '[]') as [string, unknown][]);
      const list = all.get(this.#agent);
      return Array.isArray(list) ? list.filter(isRecent).slice(0, this.#limit) : [];
    } catch {
      return [];
    }
  }
}

/** Calls back whenever a list has changed; what it returns ends that. */
export function watchHistories(listener: () => void): () => void {
  const { listeners } = histories();
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function merged(now: readonly RecentContact[], stored: readonly RecentContact[]): readonly RecentContact[] {
  const known = new Set(now.map(({ contactId }) => contactId));
  return [...now, ...stored.filter(({ contactId }) => !known.has(contactId))].sort((one, other) => other.at - one.at);
}

function outcomeOf(contact: ContactView): RecentOutcome | null {
  if (!isFinished(contact)) return null;
  const { type } = contact.state;
  if (type === 'missed' || type === 'rejected') return type;
  if (type === 'error') return 'failed';
  return contact.begun === null && contact.lasted === null ? 'unanswered' : 'answered';
}
