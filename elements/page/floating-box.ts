// A box at the end of the page that lies over another one: for frames that are to live on when what shows them is removed or moved.

/** Neither seen nor reached, but drawn: a frame that is not displayed may be kept from playing sounds. */
const HIDDEN =
  'position: fixed; inset: 0 auto auto 0; inline-size: 1px; block-size: 1px; overflow: hidden; opacity: 0; pointer-events: none;';

/** Over whatever the page shows at the place of the element. */
const SHOWN = 'position: fixed; inset: auto; z-index: 1; overflow: hidden; margin: 0; padding: 0; border: 0;';

/**
 * A box that is positioned over another. To move a frame in the document would reload it, so it stays in here. Hidden at first, until
 * it is shown.
 */
export class FloatingBox {
  readonly element: HTMLElement;
  #over: Element | null = null;
  #below: Element | null = null;
  #placing: AbortController | undefined;

  /** @param document where the box stands. */
  constructor({ body }: Document = document) {
    this.element = body.ownerDocument.createElement('div');
    this.#hide();
    body.append(this.element);
  }

  /**
   * Shows the box, or with null hides it.
   * @param over what it lies over, wherever that goes: an element in a shadow tree.
   * @param below what stands at the head of that and stays visible, or null.
   */
  place(over: Element | null, below: Element | null = null): void {
    if (over === this.#over && below === this.#below) return;
    this.#over = over;
    this.#below = below;
    this.#placing?.abort();
    if (over) this.#show(over, below);
    else this.#hide();
  }

  /** Takes the box, and what is in it, off the page. */
  remove(): void {
    this.#placing?.abort();
    this.element.remove();
  }

  #hide(): void {
    const { element } = this;
    if (element.popover) element.popover = null;
    element.style.cssText = HIDDEN;
    element.inert = true;
    element.ariaHidden = 'true';
  }

  /** No event tells when the other box moves: its position is read in every animation frame while this one is shown. */
  #show(over: Element, below: Element | null): void {
    const { element } = this;
    const { signal } = (this.#placing = new AbortController());
    const { host } = over.getRootNode() as ShadowRoot;
    element.style.cssText = SHOWN;
    element.inert = false;
    element.ariaHidden = null;
    // What lies over an element in the top layer has to be there too, after it.
    if ((host as HTMLElement).popover && element.isConnected) {
      element.popover = 'manual';
      element.showPopover();
    }
    const follow = (): void => {
      if (signal.aborted) return;
      const { left, top, width, bottom } = over.getBoundingClientRect();
      const head = below?.getBoundingClientRect().bottom ?? top;
      const { borderRadius } = getComputedStyle(host);
      const height = `${Math.max(0, bottom - head)}px`;
      Object.assign(element.style, {
        left: `${left}px`,
        top: `${head}px`,
        width: `${width}px`,
        height,
        borderRadius,
      });
      requestAnimationFrame(follow);
    };
    follow();
  }
}
