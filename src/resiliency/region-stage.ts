// Two boxes in one container: the active region fills it, the other stays loaded, silent and out of the focus order.

/** Height of a container that has none. docs/protocol.md, section 10.1. */
const HEIGHT = '465px';

/** Shows one of two regions. */
export class RegionStage {
  readonly #boxes = new Map<string, HTMLElement>();

  /**
   * @param container the element that the CCPs fill; one without height gets some.
   * @param regions names of both regions.
   * @param shown name of the region to show first.
   */
  constructor(container: HTMLElement, regions: readonly string[], shown: string) {
    if (container.clientHeight <= 0) container.style.height = HEIGHT;
    for (const region of regions) this.#boxes.set(region, container.appendChild(document.createElement('div')));
    this.show(shown);
  }

  /** The box of a region. */
  boxOf(region: string): HTMLElement {
    return this.#boxes.get(region) as HTMLElement;
  }

  /** Shows a region in place of the other, which a browser might not load if it were not displayed at all. */
  show(shown: string): void {
    for (const [region, box] of this.#boxes) {
      box.inert = region !== shown;
      const size = box.inert ? '0' : '100%';
      box.style.cssText = `width:${size};height:${size};overflow:hidden;visibility:${box.inert ? 'hidden' : 'inherit'}`;
    }
  }

  /** Removes both. */
  end(): void {
    for (const box of this.#boxes.values()) box.remove();
  }
}
