// The base of all elements: registering, custom states, shared looks.
import { type CSSResultGroup, LitElement } from 'lit';
import { VERSION } from '../../src/version.js';
import type { Formats, SharedTerms } from '../lang/terms.js';
import { define } from './define.js';
import { Localization } from './localize.js';
import { baseStyles } from './styles.js';

// Elements of this set start things once they are rendered, and what they start may change them: that is meant.
LitElement.disableWarning?.('change-in-update');

/**
 * What every element of the set has.
 *
 * @cssprop [--connect-color-scheme=light dark] - `light` or `dark` where the page's own looks decide
 * @cssprop --connect-surface - ground
 * @cssprop --connect-surface-raised - ground of what stands out from it
 * @cssprop --connect-text - text
 * @cssprop --connect-text-quiet - text that is less important
 * @cssprop --connect-border - lines between things
 * @cssprop --connect-field-border - lines around fields
 * @cssprop --connect-accent - ground of buttons, and the focus ring
 * @cssprop --connect-on-accent - text on it
 * @cssprop --connect-accent-hover - the same under the pointer
 * @cssprop --connect-warning - what asks for attention
 * @cssprop --connect-success - ground of what takes a contact
 * @cssprop --connect-on-success - text on it
 * @cssprop --connect-success-hover - the same under the pointer
 * @cssprop --connect-danger - ground of what ends a contact, and what went wrong
 * @cssprop --connect-on-danger - text on it
 * @cssprop --connect-danger-hover - the same under the pointer
 * @cssprop [--connect-radius=10px] - how round corners are
 * @cssprop [--connect-font=system-ui, sans-serif] - font family
 */
export abstract class ConnectElement extends LitElement {
  /** Version of the library that the element comes from. */
  static readonly version: string = VERSION;
  /** Name that the element is registered under. */
  static readonly tagName: string;

  static override styles: CSSResultGroup = baseStyles;

  readonly #internals = this.attachInternals();

  /**
   * Registers the element; twice does no harm.
   * @param registry where; the page's own registry if left out.
   * @param tagName the name; its own if left out.
   */
  static define(registry?: CustomElementRegistry, tagName = this.tagName): void {
    define(tagName, this as unknown as CustomElementConstructor, registry);
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
}
