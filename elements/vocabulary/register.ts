// How pages and languages register words: with the types of all terms.
import { registerLanguage as registerAnyLanguage, registerTerms as registerAnyTerms } from '../words/languages.js';
import type { Language, PartialTerms } from './terms.js';

/**
 * Registers a language for all elements of the page, present and future, of whichever copy of the library. On a server it does
 * nothing.
 * @param tag its tag, such as `nl`, or `pt-PT` for what is said otherwise there than in `pt`.
 * @param language makes its terms.
 */
export const registerLanguage = (tag: string, language: Language): void => registerAnyLanguage(tag, language);

/**
 * Registers terms of the page's own, in place of some that the elements have.
 * @param tag tag of the language that they are in, such as `de`, or `en-GB` for what is said otherwise there than in `en`.
 * @param terms any of the terms; those that are left out stay as they are.
 */
export const registerTerms = (tag: string, terms: PartialTerms): void => registerAnyTerms(tag, terms);
