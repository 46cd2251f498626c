// The base of all elements: registering, custom states, shared looks.
import { type CSSResultGroup, type CSSResultOrNative, LitElement } from 'lit';
import { VERSION } from '../../src/version.js';
import type { Formats, SharedTerms } from '../words/terms.js';
import { mayRender, notAllowed } from '../page/may-render.js';
import { isTooOld, tooOldElement } from '../words/too-old.js';
import { define } from './define.js';
import { Localization } from '../words/localize.js';
import { baseStyles } from '../looks/styles.js';

// Once rendered, elements start what they show, which may change them again. That is intended, and no reason to warn.
LitElement.disableWarning?.('change-in-update');

/**
 * What every element of the set has.
 * The tokens of its looks are declared in `styles.ts`, from where the build takes them into the manifest.
 */
export abstract class ConnectElement extends LitElement {
  /** Version of the library that the element comes from. */
  static readonly version: string = VERSION;
  /** Name that the element is registered under. */
  static readonly tagName: string;

  static override styles: CSSResultGroup = baseStyles;

  readonly #internals = this.attachInternals();
  /** The document that the element's style sheets are of: no other one takes them. */
  #styledFor: Document | null = null;
  #mayRender: boolean | undefined;
  #hasComplained = false;
  /** What {@link setCustomStates} has set. */
  #states: readonly string[] = [];

  /**
   * Registers the element; twice does no harm. In a browser that is too old for it one comes in its place that says so.
   * @param registry where; the page's own registry if left out.
   * @param tagName the name; its own if left out.
   */
  static define(registry?: CustomElementRegistry, tagName = this.tagName): void {
    const own = this as unknown as CustomElementConstructor;
    const isInBrowser = globalThis.CSS !== undefined; // on a server, where Lit brings a registry along, there is nothing to ask
    define(tagName, isInBrowser && isTooOld() ? tooOldElement() : own, registry);
  }

  /**
   * Frameworks that set properties where markup has an attribute, such as LWC with `lwc:external`, give a boolean one without a value
   * as an empty text: as with the attribute that means yes.
   */
  protected static override finalize(): void {
    if (Object.hasOwn(this, 'finalized')) return;
    super.finalize();
    for (const [name, { type }] of this.elementProperties) {
      const accessor = type === Boolean ? Object.getOwnPropertyDescriptor(this.prototype, name) : undefined;
      const set = accessor?.set;
      if (!set) continue;
      Object.defineProperty(this.prototype, name, {
        ...accessor,
        set(this: ConnectElement, value: unknown) {
          set.call(this, value === '' ? true : value);
        },
      });
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#adoptStyles();
  }

  /** Style sheets belong to the document that they were made in: in another one, such as that of a small window, they are made anew. */
  #adoptStyles(): void {
    const { ownerDocument, shadowRoot } = this;
    const before = this.#styledFor;
    this.#styledFor = ownerDocument;
    if (!shadowRoot || (ownerDocument === document && (before === null || before === document))) return;
    const Sheet = ownerDocument.defaultView?.CSSStyleSheet;
    if (!Sheet || before === ownerDocument) return;
    const { elementStyles } = this.constructor as unknown as { readonly elementStyles: readonly CSSResultOrNative[] };
    shadowRoot.adoptedStyleSheets = elementStyles.map((style) => {
      const sheet = new Sheet();
      sheet.replaceSync(style instanceof CSSStyleSheet ? '' : style.cssText);
      return sheet;
    });
  }

  /** Lit gives the root the sheets of the page's own document, which another document refuses. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    try {
      return super.createRenderRoot();
    } catch (error) {
      if (this.ownerDocument === document || !this.shadowRoot) throw error;
      return this.shadowRoot;
    }
  }

  /** Renders nothing where the page forbids it, and says so in words that need no template. */
  protected override shouldUpdate(): boolean {
    this.#mayRender ??= mayRender();
    if (this.#mayRender) return true;
    if (!this.#hasComplained) this.#complain();
    return false;
  }

  /**
   * Called when the page forbids what rendering needs.
   * @param message what to add to its policy, in words.
   */
  protected abstract forbidden(message: string): void;

  #complain(): void {
    this.#hasComplained = true;
    const problem = document.createElement('p');
    problem.setAttribute('role', 'alert');
    const message = (problem.textContent = notAllowed(this));
    this.renderRoot.replaceChildren(problem);
    this.forbidden(message);
  }

  /**
   * Gives the element words, and keeps them in the language in force where it stands.
   * @param english the words that it needs, in English.
   */
  protected localize<Words extends Pick<SharedTerms, 'dir'>>(
    english: (formats: Formats) => Words,
  ): Localization<Words> {
    return new Localization(this, english, (now, before) => this.setCustomState(now, before));
  }

  /**
   * Sets which one of some custom states the element is in, for `:state(…)` in style sheets.
   * @param name the state.
   * @param previous the one that it was in.
   */
  protected setCustomState(name: string, previous: string): void {
    this.#internals.states.delete(previous);
    this.#internals.states.add(name);
  }

  /**
   * Sets the custom states that the element is in, in place of those that this has set before.
   * @param names the states; what is false is none.
   */
  protected setCustomStates(...names: readonly (string | false)[]): void {
    const { states } = this.#internals;
    for (const name of this.#states) states.delete(name);
    this.#states = names.filter((name) => name !== false);
    for (const name of this.#states) states.add(name);
  }
}
