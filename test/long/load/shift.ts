// A busy shift as a model: a hundred contacts of which one goes on with each update, and what must be heard of it.
import type { AgentData, ContactData } from '../../../src/conduit/wire.js';
import { agentData, configuration, voiceContact } from '../../support/snapshots.js';

/** Contacts at any moment. */
export const CONTACTS = 100;

/** Updates in a second of the shift. */
export const RATE = 100;

/** When the shift begins, in epoch milliseconds. */
const BEGINNING = 1_700_000_000_000;

/** The states of a contact's life, in order; then it is gone, and another one comes in its place. */
const LIFE = ['connecting', 'connected', 'ended'];

/** What somebody must hear of one update. */
export interface Heard {
  /** Of the API, in order. */
  readonly calls: readonly string[];
  /** Of the element, in order. */
  readonly facts: readonly string[];
}

/** Numbers that look like chance and are the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One shift. Two with the same seed are the same. */
export class Shift {
  readonly #random: () => number;
  readonly #configuration = configuration();
  readonly #state = { ...agentData().snapshot.state, startTimestamp: new Date(BEGINNING) };
  readonly #contacts: { id: string; life: number; data: ContactData }[] = [];
  #updates = 0;
  #lastId = 0;

  constructor(seed: number) {
    this.#random = chance(seed);
    while (this.#contacts.length < CONTACTS) this.#contacts.push(this.#newContact());
  }

  /** The agent as they are now. */
  get data(): AgentData {
    const { snapshot } = agentData({ contacts: this.#contacts.map(({ data }) => data), state: this.#state });
    return { snapshot, configuration: this.#configuration };
  }

  /** What is to be seen now: each contact with its state. */
  get seen(): readonly string[] {
    return this.#contacts.map(({ id, life }) => `${id} ${LIFE[life]}`);
  }

  /** One contact goes on. */
  step(): Heard {
    this.#updates++;
    const place = Math.floor(this.#random() * CONTACTS);
    const { id, life } = this.#contacts[place];
    if (life === LIFE.length - 1) {
      const next = (this.#contacts[place] = this.#newContact());
      return {
        calls: [`${next.id} init`, `${id} destroyed`],
        facts: [`${next.id} added`, `${next.id} ringing`, `${id} removed`],
      };
    }
    this.#contacts[place] = this.#contactIn(id, life + 1);
    return { calls: [`${id} ${LIFE[life + 1]}`], facts: [`${id} change`] };
  }

  #newContact() {
    return this.#contactIn(`contact-${(this.#lastId += 1)}`, 0);
  }

  #contactIn(id: string, life: number) {
    const timestamp = new Date(BEGINNING + (this.#updates * 1000) / RATE);
    return { id, life, data: voiceContact(id, LIFE[life], { state: { type: LIFE[life], timestamp } }) };
  }
}
