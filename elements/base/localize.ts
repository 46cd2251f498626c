// Where elements get their words from.
import { en, type Terms } from '../lang/en.js';

/**
 * The words for an element. English only for now; other languages will follow the `lang` of the nearest ancestor.
 * Called with the element that shows them.
 */
export const termsFor: (element: Element) => Terms = () => en;
