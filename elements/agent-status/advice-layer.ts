// What an element of one line has to tell besides: it opens above the page, by itself when something goes wrong, and moves nothing.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { closesLayer } from '../base/closes-layer.js';

/** Where the browser can place it by the button, it opens in the top layer, which no box around the element clips. */
export const inTopLayer = (): boolean => 'popover' in HTMLElement.prototype && CSS.supports('position-area: block-end');

/** The element that has the layer: it stands in its shadow root under the id `layer`. */
export interface LayerOwner extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** The layer of one element. */
export class AdviceLayer implements ReactiveController {
  readonly #owner: LayerOwner;
  #isOpen = false;
  #alarm = '';
  #closing: AbortController | undefined;

  constructor(owner: LayerOwner) {
    this.#owner = owner;
    owner.addController(this);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /**
   * Looks at what there is to tell: something new that is wrong opens the layer, nothing at all closes it.
   * @param isAnything true if there is anything to tell.
   * @param alarm what is wrong; empty if nothing is.
   */
  look(isAnything: boolean, alarm: string): void {
    if (alarm && alarm !== this.#alarm) this.#isOpen = true;
    this.#alarm = alarm;
    if (!isAnything) this.#isOpen = false;
  }

  /** Opens it, or closes it. */
  readonly toggle = (): void => {
    this.#isOpen = !this.#isOpen;
    this.#owner.requestUpdate();
  };

  readonly #close = (): void => {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#owner.requestUpdate();
  };

  hostUpdated(): void {
    const layer = this.#owner.renderRoot.querySelector<HTMLElement>('#layer');
    if (layer?.popover && !layer.matches(':popover-open')) layer.showPopover();
    if (layer && !this.#closing) this.#listen();
    else if (!layer) this.hostDisconnected();
  }

  hostDisconnected(): void {
    this.#closing?.abort();
    this.#closing = undefined;
  }

  #listen(): void {
    const { signal } = (this.#closing = new AbortController());
    const { ownerDocument } = this.#owner;
    const outside = (event: Event): void => {
      if (!event.composedPath().includes(this.#owner)) this.#close();
    };
    ownerDocument.addEventListener('pointerdown', outside, { capture: true, signal });
    const keydown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !closesLayer(event)) return;
      const hadFocus = this.#owner.renderRoot.querySelector('#layer')?.matches(':focus-within');
      this.#close();
      if (hadFocus) this.#owner.renderRoot.querySelector<HTMLElement>('#more, #button')?.focus();
    };
    this.#owner.addEventListener('keydown', keydown, { signal });
  }
}
