// The view of an element: a module of its own, loaded with the first element of its class. That keeps the first download small, and
// a page without such an element never loads it.
import { type CSSResult, type LitElement, unsafeCSS } from 'lit';
import type { ConnectCommandEvent } from '../host/events.js';
import type { Formats, SharedTerms } from '../words/terms.js';
import type { CcpController } from '../host/ccp-controller.js';
import { LateModule } from '../page/late-module.js';
import type { Localization } from '../words/localize.js';

/** Code of the error of an element whose module cannot be loaded. */
export const NOT_LOADED = 'not-loaded';

/** Its message, in English: the words in other languages are in the module that did not load. */
export const notLoaded = ({ localName }: Element): string =>
  `<${localName}> did not load. Check the network. It is tried again when the network is back.`;

/** Style of that message. */
const PROBLEM =
  'p{margin:0;padding:.75rem 1rem;border:1px solid var(--_border);border-radius:var(--_radius);background:var(--_surface)}';

/** Renders one element. */
export interface View {
  willUpdate(): void;
  render(): unknown;
  updated?(): void;
}

/** An element as its view sees it. */
export interface ViewOwner {
  readonly element: LitElement;
  readonly ccp: CcpController;
  /** Command events that the host dispatched before the view had loaded. */
  readonly missed: readonly ConnectCommandEvent[];
  localize<Words extends Pick<SharedTerms, 'dir'>>(english: (formats: Formats) => Words): Localization<Words>;
  /** Sets the custom states that depend on the view; false stands for none. */
  setCustomStates(...names: readonly (string | false)[]): void;
}

/** The module of a view. */
export interface ViewModule {
  /** Makes the view of an element that has been connected. */
  makeView(owner: ViewOwner): View;
  readonly styles: readonly CSSResult[];
}

/** Where the views of one class come from. */
export class ViewSource extends LateModule<ViewModule> {
  /** Holds the place of the view's style sheet among those of the class until it has loaded. */
  readonly styles: CSSResult;

  /**
   * @param load imports the module.
   * @param place the height that an element reserves until then, as a CSS length.
   */
  constructor(load: () => Promise<ViewModule>, place: string) {
    super(async () => {
      const module = await load();
      this.styles.styleSheet?.replaceSync(module.styles.map(({ cssText }) => cssText).join(''));
      return module;
    });
    this.styles = unsafeCSS(`:host{display:block;min-block-size:${place}}${PROBLEM}`);
  }
}
