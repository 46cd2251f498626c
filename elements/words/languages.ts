// The page's languages, shared by all copies of the library: what is registered, and who shows words.
import type { Language, PartialTerms } from './terms.js';
import { pageSlot } from '../page/page-slot.js';

/** What copies of the library share. */
interface Languages {
  readonly version: 1;
  /** Whole languages, by tags in lower case. */
  readonly whole: Map<string, Language>;
  /** The page's own terms, likewise. They take precedence. */
  readonly own: Map<string, PartialTerms>;
  /** Called when the language in force, or its words, may have changed. */
  readonly listeners: Set<() => void>;
  /** Sees attributes change, while there are listeners. */
  observer?: MutationObserver;
  /** Fetches a language; set by a bundle that knows where its languages are. */
  fetch?: (language: string) => void;
}

/** The page's languages. */
export const languages = (): Languages =>
  pageSlot<Languages>('languages', () => ({ version: 1, whole: new Map(), own: new Map(), listeners: new Set() }));

/** Has every element look up its words again. */
function announceLanguages(): void {
  for (const listener of [...languages().listeners]) listener();
}

/**
 * Replaces some terms by others. Published languages are lists where terms have names, to save their bytes: the items stand in the
 * order of the names, so a group of terms may only grow at its end.
 */
export function withTerms<T>(terms: T, others: unknown): T {
  if (typeof others !== 'object' || !terms || Array.isArray(terms)) return others as T;
  const result = { ...terms } as Record<string, unknown>;
  const names = Object.keys(Array.isArray(others) ? result : others!);
  Object.values(others!).forEach((term, index) => (result[names[index]] = withTerms(result[names[index]], term)));
  return result as T;
}

/**
 * Registers a language for all elements of the page, present and future, of whichever copy of the library. On a server it does
 * nothing.
 * @param tag its tag, such as `nl`, or `pt-PT` for what is said otherwise there than in `pt`.
 * @param language makes its terms.
 */
export function registerLanguage(tag: string, language: Language): void {
  languages().whole.set(tag.toLowerCase(), language);
  announceLanguages();
}

/**
 * Registers terms of the page's own, in place of some that the elements have.
 * @param tag tag of the language that they are in, such as `de`, or `en-GB` for what is said otherwise there than in `en`.
 * @param terms any of the terms; those that are left out stay as they are.
 */
export function registerTerms(tag: string, terms: PartialTerms): void {
  const { own } = languages();
  const name = tag.toLowerCase();
  own.set(name, withTerms(own.get(name) ?? {}, terms));
  announceLanguages();
}

/** Languages that are published beside English. */
const PUBLISHED: readonly string[] = ['ar', 'de', 'es', 'fr', 'ja', 'pt'];

/**
 * Has each language fetched when an element first needs it. One that the page loads by a script of its own is left to that script,
 * which may have an integrity hash.
 * @param load fetches a language, which registers itself.
 */
export function fetchLanguages(load: (language: string) => Promise<unknown>): void {
  const asked = new Set<string>();
  languages().fetch ??= (language) => {
    const script = `script[src*="lang/${language}.min.js"]`;
    if (asked.has(language) || !PUBLISHED.includes(language) || document.querySelector(script)) return;
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
