// What an element shows, as a module of its own: it is fetched when the first element of its class comes into a page, so that
// what a page needs at once comes sooner, and a page without such an element never pays.
import { type CSSResult, type LitElement, unsafeCSS } from 'lit';
import type { ConnectCommandEvent } from '../events.js';
import type { Formats, SharedTerms } from '../lang/terms.js';
import type { CcpController } from './ccp-controller.js';
import { LateModule } from './late-module.js';
import type { Localization } from './localize.js';

/** Code of the error of an element whose module cannot be loaded. */
export const NOT_LOADED = 'not-loaded';

/** What is said of it, where the module that did not load would have the words. */
export const notLoaded = ({ localName }: Element): string =>
  `<${localName}> did not load. Check the network. It is tried again when the network is back.`;

/** Looks of what is said then. */
const PROBLEM =
  'p{margin:0;padding:.75rem 1rem;border:1px solid var(--_border);border-radius:var(--_radius);background:var(--_surface)}';

/** What shows one element, in its place. */
export interface View {
  willUpdate(): void;
  render(): unknown;
  updated?(): void;
}

/** An element as its view sees it. */
export interface ViewOwner {
  readonly element: LitElement;
  readonly ccp: CcpController;
  /** What the host has told of commands before the view was there to hear. */
  readonly missed: readonly ConnectCommandEvent[];
  localize<Words extends Pick<SharedTerms, 'dir'>>(english: (formats: Formats) => Words): Localization<Words>;
  /** Sets the custom states that the view knows of; what is false is none. */
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
  /** Stands for the looks of the view, in the order of the class's styles, until they are there. */
  readonly styles: CSSResult;

  /**
   * @param load imports the module.
   * @param place how much room an element keeps until it is there, in CSS.
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
