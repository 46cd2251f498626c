// The page's title while somebody calls: what the page itself calls its title meanwhile is what comes back.
import { pageSlot } from './page-slot.js';

/** How often within a second a title is written again that somebody else has changed; then it is left to them. */
const MOST_WRITES = 5;

/** What all hosts of a page share, of all copies of the library: a title can be one thing only. */
interface TitleSlot {
  readonly version: 1;
  /** What each of them wants to have said; the first one is. */
  readonly words: Map<object, string>;
  /** The title as the page has it. */
  own: string;
  /** The title as it was written last; null while it is the page's. */
  shown: string | null;
  observer: MutationObserver | null;
  /** Moments of the last writes, by `performance.now()`. */
  writes: number[];
}

const titleSlot = (): TitleSlot =>
  pageSlot<TitleSlot>('title', 1, () => ({
    version: 1,
    words: new Map(),
    own: '',
    shown: null,
    observer: null,
    writes: [],
  }));

function write(title: TitleSlot, words: string): void {
  title.writes = [...title.writes, performance.now()].slice(-MOST_WRITES);
  document.title = [words, title.own].filter(Boolean).join(' – ');
  title.shown = document.title; // a browser leaves out blanks that nobody sees
}

/** Somebody who changes the title whenever it is changed would go on for ever. */
const isContested = ({ writes }: TitleSlot): boolean =>
  writes.length === MOST_WRITES && performance.now() - writes[0] < 1_000;

function update(title: TitleSlot): void {
  const [words] = title.words.values();
  if (title.shown === null || document.title !== title.shown) title.own = document.title;
  if (words === undefined) {
    title.observer?.disconnect();
    title.observer = null;
    if (document.title === title.shown) document.title = title.own;
    title.shown = null;
    return;
  }
  write(title, words);
  if (title.observer) return;
  title.observer = new MutationObserver(() => {
    if (document.title !== title.shown && !isContested(title)) update(title);
  });
  title.observer.observe(document.head, { childList: true, characterData: true, subtree: true });
}

/** Puts words before the title of the document. */
export class PageTitle {
  #words = '';

  /** Shows words before the page's title; empty words give the title back. */
  show(words: string): void {
    if (words === this.#words) return;
    this.#words = words;
    const title = titleSlot();
    if (words) title.words.set(this, words);
    else title.words.delete(this);
    update(title);
  }
}
