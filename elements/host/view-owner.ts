// The view of an element: what it shows and does, apart from the class that pages see.
import type { LitElement } from 'lit';
import type { Formats, SharedTerms } from '../words/terms.js';
import type { CcpController } from './ccp-controller.js';
import type { Localization } from '../words/localize.js';

/** An element as its view sees it. */
export interface ViewOwner {
  readonly element: LitElement;
  readonly ccp: CcpController;
  localize<Words extends Pick<SharedTerms, 'dir'>>(english: (formats: Formats) => Words): Localization<Words>;
  /** Sets the custom states that depend on the view; false stands for none. */
  setCustomStates(...names: readonly (string | false)[]): void;
}
