// The page's languages, shared by all copies of the library: what is registered, and who shows words.
import { entryOf } from '../../src/conduit/entry-of.js';
import { attempt } from '../page/attempt.js';
import { PUBLISHED } from './published.js';
import type { Formats } from './terms.js';
import { pageSlot } from '../page/page-slot.js';

/** A language, of whichever version of the library: what it has is looked at term by term. */
export type AnyLanguage = (formats: Formats) => object;

/** What copies of the library share. */
interface Languages {
  readonly version: 1;
  /** Whole languages, by tags in lower case. */
  readonly whole: Map<string, AnyLanguage>;
  /** The page's own terms, likewise. They take precedence. */
  readonly own: Map<string, object>;
  /** Called when the language in force, or its words, may have changed. */
  readonly listeners: Set<() => void>;
  /** Sees attributes change, while there are listeners. */
  observer?: MutationObserver;
  /** Fetches a language; set by a bundle that knows where its languages are. */
  fetch?: (language: string) => void;
}

/** The page's languages. */
export const languages = (): Languages =>
  pageSlot<Languages>('languages', 1, () => ({ version: 1, whole: new Map(), own: new Map(), listeners: new Set() }));

/** Has every element look up its words again. */
function announceLanguages(): void {
  for (const listener of [...languages().listeners]) attempt(listener);
}

type Group = Readonly<Record<string, unknown>>;

const isGroup = (term: unknown): term is Group => typeof term === 'object' && term !== null && !Array.isArray(term);

/** True if a term can stand in the place of another: text for text, a list of as many, what is called for what is called. */
function canStandFor(term: unknown, other: unknown): boolean {
  if (Array.isArray(term) && Array.isArray(other)) {
    return term.length === other.length && term.every((part, index) => canStandFor(part, other[index]));
  }
  return typeof term === typeof other && !Array.isArray(term) && !Array.isArray(other);
}

type Phrase = (...given: readonly unknown[]) => unknown;

/** A phrase of the page's own that fails, or says nothing, leaves its place to the one that it stands for. */
const orElse =
  (phrase: Phrase, own: Phrase): Phrase =>
  (...given) => {
    let said: unknown;
    attempt(() => (said = own(...given)));
    return said ?? phrase(...given);
  };

/**
 * Replaces some terms by others of the same name. The others may be of another version of the library: what has no counterpart there
 * stays as it is, and so does what has become something else since.
 * @param terms all terms, or a group of them.
 * @param others some of them, in other words.
 */
export function withTerms<T>(terms: T, others: unknown): T {
  if (terms === undefined) return others as T;
  if (!isGroup(terms)) {
    if (!canStandFor(terms, others)) return terms;
    return typeof terms === 'function' ? (orElse(terms as Phrase, others as Phrase) as T) : (others as T);
  }
  if (!isGroup(others)) return terms;
  const replaced = Object.entries(others).map(([name, term]) => [name, withTerms(entryOf(terms, name), term)] as const);
  return { ...terms, ...Object.fromEntries(replaced) };
}

/**
 * Registers a language for all elements of the page, present and future, of whichever copy of the library. On a server it does
 * nothing.
 * @param tag its tag, such as `nl`, or `pt-PT` for what is said otherwise there than in `pt`.
 * @param language makes its terms.
 */
export function registerLanguage(tag: string, language: AnyLanguage): void {
  languages().whole.set(tag.toLowerCase(), language);
  announceLanguages();
}

/**
 * Registers terms of the page's own, in place of some that the elements have.
 * @param tag tag of the language that they are in, such as `de`, or `en-GB` for what is said otherwise there than in `en`.
 * @param terms any of the terms; those that are left out stay as they are.
 */
export function registerTerms(tag: string, terms: object): void {
  const { own } = languages();
  const name = tag.toLowerCase();
  own.set(name, withTerms(own.get(name) ?? {}, terms));
  announceLanguages();
}

/**
 * Has each language fetched when an element first needs it. One that the page loads by a script of its own is left to that script,
 * which may have an integrity hash.
 * @param load fetches a language, which registers itself.
 */
export function fetchLanguages(load: (language: string) => Promise<unknown>): void {
  const asked = new Set<string>();
  languages().fetch ??= (language) => {
    const script = `script[src*="lang/${language}.min.js"]`;
    if (asked.has(language) || !(PUBLISHED as readonly string[]).includes(language) || document.querySelector(script))
      return;
    asked.add(language);
    load(language).catch(() => console.warn(`The language "${language}" did not load: English is shown in its place.`));
  };
  announceLanguages();
}

/** The value of an attribute of the nearest element that has it, shadow roots included; undefined if none has. */
export function inForce(from: Element, attribute: string): string | undefined {
  const nearest = from.closest(`[${attribute}]`);
  if (nearest) return nearest.getAttribute(attribute)!;
  const { host } = from.getRootNode() as Partial<ShadowRoot>;
  return host && inForce(host, attribute);
}

/**
 * Calls back whenever the words of an element may have changed.
 * @param element the element, where it stands now.
 * @param listener called after a change.
 * @returns ends it.
 */
export function watchLanguage(element: Element, listener: () => void): () => void {
  const page = languages();
  page.listeners.add(listener);
  page.observer ??= new MutationObserver(announceLanguages);
  for (let at: Element | undefined = element; at;) {
    const root = at.getRootNode() as Partial<ShadowRoot> & Node;
    page.observer.observe(root, { subtree: true, attributeFilter: ['lang', 'dir'] });
    at = root.host;
  }
  return () => {
    page.listeners.delete(listener);
    if (page.listeners.size > 0) return;
    page.observer?.disconnect();
    page.observer = undefined;
  };
}
