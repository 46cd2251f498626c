// A pseudo-locale: every term between brackets of its own, so that what is shown without them was not taken from the terms.
import { english } from './english.js';
import type { Formats } from '../../elements/words/terms.js';
import type { Language, Terms } from '../../elements/vocabulary/terms.js';

const bracketed = (term: unknown): unknown => {
  if (typeof term === 'string') return `⟦${term}⟧`;
  if (typeof term === 'function')
    return (...values: unknown[]) => bracketed((term as (...values: unknown[]) => unknown)(...values));
  if (Array.isArray(term)) return term.map(bracketed);
  return Object.fromEntries(Object.entries(term as object).map(([name, inner]) => [name, bracketed(inner)]));
};

/** Words for an error, by its type: English has none of its own. */
const errors: ReturnType<Language>['errors'] = {
  AccessDeniedException: 'access denied',
  BadEndpointException: 'bad endpoint',
  FrameReplacedException: 'frame replaced',
  InvalidStateException: 'invalid state',
  NotConnectedException: 'not connected',
  QuotaExceededException: 'quota exceeded',
  TerminatedException: 'terminated',
  TimeoutException: 'timeout',
  UnauthorizedException: 'unauthorized',
  UnknownException: 'unknown',
};

/** All terms, in brackets. */
export const pseudo: Language = (formats: Formats) => {
  const { dir, ...terms }: Terms = { ...english(formats), errors };
  return { ...(bracketed(terms) as Omit<ReturnType<Language>, 'dir'>), dir };
};

/** Attributes that people read or hear. */
const SPOKEN = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'];

function* textsIn(node: Node): Generator<string> {
  if (node instanceof Text) yield node.data;
  if (!(node instanceof Element || node instanceof ShadowRoot)) return;
  if (node instanceof HTMLStyleElement) return;
  if (node instanceof Element) {
    for (const name of SPOKEN) if (node.hasAttribute(name)) yield node.getAttribute(name)!;
    if (node.shadowRoot) yield* textsIn(node.shadowRoot);
  }
  for (const child of node.childNodes) yield* textsIn(child);
}

/** Every text of an element that people read or hear, its light tree and shadow trees alike. */
export const spokenIn = (element: Element): string[] => [...textsIn(element)];

/**
 * Those of some texts that are neither made of terms nor given as data: times, numbers and punctuation apart.
 * @param texts what is shown or said.
 * @param data what the service and the page have given.
 */
export function hardCoded(texts: readonly string[], data: readonly string[]): string[] {
  const longestFirst = [...data].sort((a, b) => b.length - a.length);
  return texts.filter((text) => {
    let rest = text;
    for (let before = ''; before !== rest;) {
      before = rest;
      rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '');
    }
    for (const known of longestFirst) rest = rest.replaceAll(known, '');
    return /\p{L}|⟦|⟧/u.test(rest);
  });
}
