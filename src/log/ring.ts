// A list of bounded length: adding is O(1), the oldest member makes room for the newest.

/** Keeps the last `capacity` members, in the order in which they came. */
export class Ring<T> {
  readonly #capacity: number;
  readonly #slots: T[] = [];
  #oldest = 0;

  /** @param capacity how many members are kept, at least one */
  constructor(capacity: number) {
    this.#capacity = Math.max(1, Math.floor(capacity) || 1);
  }

  /** The member added last; undefined while there is none. */
  get last(): T | undefined {
    return this.#slots.at(this.#oldest - 1);
  }

  /**
   * Puts a member in the place of the one that was added last.
   *
   * @param member the newest member
   */
  replaceLast(member: T): void {
    this.#slots[(this.#oldest || this.#slots.length) - 1] = member;
  }

  /**
   * Adds a member; the oldest one is dropped if there is no room.
   *
   * @param member the newest member
   */
  push(member: T): void {
    if (this.#slots.length < this.#capacity) {
      this.#slots.push(member);
      return;
    }
    this.#slots[this.#oldest] = member;
    this.#oldest = (this.#oldest + 1) % this.#capacity;
  }

  /** @returns a new array of the members, oldest first */
  toArray(): T[] {
    return [...this.#slots.slice(this.#oldest), ...this.#slots.slice(0, this.#oldest)];
  }
}
