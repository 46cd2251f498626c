// A customer who answers by themselves: reads, types for a while, and says the next line.

/** What a patient customer says who waits for an order, whatever the agent says. */
const SENSIBLE: readonly string[] = [
  'Hello! Thanks for getting back to me so quickly.',
  'It is order 8841: the parcel was due on Monday.',
  'Yes, the address is still the same.',
  'That would be great. How long does it take?',
  'All right, I can live with that. 🙂',
  'Could you send me a confirmation by e-mail?',
  'Perfect, thank you very much for your help!',
  'No, that was all. Have a nice day!',
];

/** Milliseconds of service time from the agent's line to each step. */
const READS = 700;
const TYPES = 1_400;
const SHORTEST = 3_000;
const PER_CHARACTER = 35;

/** What the customer can do. */
export interface CustomerActions {
  wait(milliseconds: number, then: () => void): void;
  isThere(): boolean;
  reads(): void;
  types(): void;
  says(text: string): void;
}

/** One customer. */
export class ScriptedCustomer {
  readonly #replies: readonly string[];
  readonly #actions: CustomerActions;
  #next = 0;
  #isAnswering = false;

  constructor(replies: readonly string[] | true, actions: CustomerActions) {
    this.#replies = replies === true ? SENSIBLE : replies;
    this.#actions = actions;
  }

  /** The agent has said something. */
  heard(): void {
    this.#after(READS, () => this.#actions.reads());
    const reply = this.#replies[this.#next];
    // Whoever is answering already says one thing, whatever else is said meanwhile.
    if (reply === undefined || this.#isAnswering) return;
    this.#next += 1;
    this.#isAnswering = true;
    this.#after(TYPES, () => this.#actions.types());
    this.#actions.wait(SHORTEST + reply.length * PER_CHARACTER, () => {
      this.#isAnswering = false;
      if (this.#actions.isThere()) this.#actions.says(reply);
    });
  }

  #after(milliseconds: number, act: () => void): void {
    this.#actions.wait(milliseconds, () => this.#actions.isThere() && act());
  }
}
