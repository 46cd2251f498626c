// What the parts of <connect-contact-controls> get from the element that they belong to.
import type { TemplateResult } from 'lit';
import type { Connect } from '../../src/index.js';
import type { ContactControlsTerms } from './terms.js';

/** The element as its parts see it. */
export interface ControlsContext {
  readonly terms: ContactControlsTerms;
  /** What is said of an error. */
  readonly errorWords: (error: unknown) => string;
  /** Code of the country that typed numbers belong to, or empty. */
  readonly country: string;
  /** A number or a name as it is shown. */
  readonly shown: (text: string) => TemplateResult;
  /** The same as text alone. */
  readonly written: (text: string) => string;
  /** A duration in milliseconds, in the way of the language. */
  readonly duration: (milliseconds: number) => string;
  /** The runtime of the bound host, or null. */
  readonly connect: Connect | null;
  /** Counts the agents who have worked here: what was begun for another one goes no further. */
  readonly session: number;
  /** Renders anew: something that belongs to the part has changed. */
  update(): void;
  /** Has a screen reader say something when it is done with what it says. */
  announce(text: string): void;
  /** Moves the focus to the first element that matches, once the element has rendered. */
  focus(selector: string): void;
}
