// The panel of a headless host while it is shown: in a layer of its own above the page, whose layout stays as it is.
import { closesLayer } from '../base/closes-layer.js';

/** The layer of one host. */
export class PanelLayer {
  readonly #element: HTMLElement;
  readonly #close: () => void;
  #open: AbortController | null = null;

  /**
   * @param element the host, which is shown in the layer.
   * @param close called when the agent closes it.
   */
  constructor(element: HTMLElement, close: () => void) {
    this.#element = element;
    this.#close = close;
  }

  /** True while it is open. */
  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** Opens or closes it. */
  show(isShown: boolean): void {
    if (isShown === this.isOpen) return;
    if (isShown) this.#begin();
    else this.#end();
  }

  #begin(): void {
    const { signal } = (this.#open = new AbortController());
    const element = this.#element;
    // The page's own dialogs and menus hear of Escape first.
    const keydown = (event: KeyboardEvent): void => {
      if (!event.defaultPrevented && closesLayer(event)) this.#close();
    };
    element.ownerDocument.addEventListener('keydown', keydown, { signal });
    if (!('popover' in element) || element.popover) return;
    element.popover = 'manual';
    element.showPopover();
  }

  #end(): void {
    this.#open?.abort();
    this.#open = null;
    const element = this.#element;
    if (element.popover !== 'manual') return;
    if (element.isConnected) element.hidePopover();
    element.popover = null;
  }
}
