// Ids that look like the service's and are the same on every run with the same seed.

/** Makes UUIDs out of a seeded row of numbers (mulberry32, a public-domain generator). */
export class IdGenerator {
  #state: number;

  /** @param seed start of the row; any integer. */
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** The next id: a version 4 UUID by its form. */
  uuid(): string {
    const digits = Array.from({ length: 4 }, () => this.#next().toString(16).padStart(8, '0')).join('');
    const variant = '89ab'[parseInt(digits.charAt(16), 16) & 3];
    return [
      digits.slice(0, 8),
      digits.slice(8, 12),
      `4${digits.slice(13, 16)}`,
      `${variant}${digits.slice(17, 20)}`,
      digits.slice(20),
    ].join('-');
  }

  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
}
