// The lines of one conversation in order, found by key and by the service's id, and what changes of them.
import type { Line } from './line.js';

/**
 * A change: lines that stand one after the other have come in before another (`before`, null at the end), one has become another object,
 * one has another place, one is gone, or all are.
 */
export type LinesChange =
  | { readonly what: 'inserted'; readonly lines: readonly Line[]; readonly before: Line | null }
  | { readonly what: 'changed'; readonly line: Line }
  | { readonly what: 'moved'; readonly line: Line; readonly before: Line | null }
  | { readonly what: 'removed'; readonly key: string }
  | { readonly what: 'cleared' };

/** True for what the service has not taken yet: it stands after everything else, in the order in which it was written. */
const isOnItsWay = ({ id, delivery }: Line): boolean =>
  id === null && (delivery === 'waiting' || delivery === 'sending');

/** The lines. */
export class Lines {
  readonly #tell: (change: LinesChange) => void;
  readonly #byKey = new Map<string, Line>();
  readonly #keys = new Map<string, string>();
  #all: Line[] = [];

  /** @param tell called after each change. */
  constructor(tell: (change: LinesChange) => void) {
    this.#tell = tell;
  }

  get all(): readonly Line[] {
    return this.#all;
  }

  /** The line of a key. */
  of(key: string): Line | undefined {
    return this.#byKey.get(key);
  }

  /** The line that the service calls so. */
  byId(id: string): Line | undefined {
    const key = this.#keys.get(id);
    return key === undefined ? undefined : this.#byKey.get(key);
  }

  /** Takes a page: lines in order, some of which may be known. */
  take(page: readonly Line[]): void {
    const news = page.filter(({ id }) => id === null || !this.byId(id));
    const [first] = news;
    const last = news.at(-1);
    if (!first || !last) return;
    const [from, to] = [this.#placeOf(first), this.#placeOf(last)];
    // Unless somebody has said something meanwhile, all of a page belong in one place.
    if (from !== to) return news.forEach((line) => this.put(line));
    const before = this.#all[from] ?? null;
    this.#all.splice(from, 0, ...news);
    for (const line of news) this.#index(line);
    this.#tell({ what: 'inserted', lines: news, before });
  }

  /** Takes one line: a new one, or one that has changed. */
  put(line: Line): void {
    const known = this.#byKey.get(line.key) ?? (line.id === null ? undefined : this.byId(line.id));
    if (!known) {
      const place = this.#placeOf(line);
      const before = this.#all[place] ?? null;
      this.#all.splice(place, 0, line);
      this.#index(line);
      return this.#tell({ what: 'inserted', lines: [line], before });
    }
    const now = line.key === known.key ? line : { ...line, key: known.key };
    const was = this.#all.indexOf(known);
    this.#all.splice(was, 1);
    // Where the time is the same, it stays where it is.
    const isUnmoved = known.at === now.at && isOnItsWay(known) === isOnItsWay(now);
    const place = isUnmoved ? was : this.#placeOf(now);
    this.#all.splice(place, 0, now);
    this.#index(now);
    if (place === was) this.#tell({ what: 'changed', line: now });
    else this.#tell({ what: 'moved', line: now, before: this.#all[place + 1] ?? null });
  }

  /** Takes a line out. */
  remove(key: string): void {
    const line = this.#byKey.get(key);
    if (!line) return;
    this.#byKey.delete(key);
    if (line.id !== null) this.#keys.delete(line.id);
    this.#all.splice(this.#all.indexOf(line), 1);
    this.#tell({ what: 'removed', key });
  }

  /** Takes all of them out. */
  clear(): void {
    this.#all = [];
    this.#byKey.clear();
    this.#keys.clear();
    this.#tell({ what: 'cleared' });
  }

  #index(line: Line): void {
    this.#byKey.set(line.key, line);
    if (line.id !== null) this.#keys.set(line.id, line.key);
  }

  /** From the end: most lines are newer than all others. */
  #placeOf(line: Line): number {
    let place = this.#all.length;
    if (isOnItsWay(line)) return place;
    while (place > 0 && (isOnItsWay(this.#all[place - 1]) || this.#all[place - 1].at > line.at)) place--;
    return place;
  }
}
