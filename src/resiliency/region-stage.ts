// Two boxes in one container: the active region fills it, the other stays loaded, silent and out of the focus order.

/** Height of a container that has none. Protocol section 10.1. */
const HEIGHT = '465px';

/** Shows one of two regions. */
export class RegionStage {
  readonly #boxes = new Map<string, HTMLElement>();
  readonly #container: HTMLElement;
  #shown: string;

  /**
   * @param container the element that the CCPs fill; one without height gets some.
   * @param shown name of the region to show first.
   */
  constructor(container: HTMLElement, shown: string) {
    this.#container = container;
    this.#shown = shown;
    if (container.clientHeight <= 0) container.style.height = HEIGHT;
  }

  /** The box of a region. */
  boxOf(region: string): HTMLElement {
    const present = this.#boxes.get(region);
    if (present) return present;
    const box = document.createElement('div');
    this.#boxes.set(region, box);
    this.#place(region, box);
    this.#container.append(box);
    return box;
  }

  /** Shows a region in place of the other. */
  show(region: string): void {
    this.#shown = region;
    for (const [name, box] of this.#boxes) this.#place(name, box);
  }

  /** Removes both. */
  end(): void {
    for (const box of this.#boxes.values()) box.remove();
  }

  // A frame that is not displayed would not load in every browser: it is only taken out of sight.
  #place(region: string, box: HTMLElement): void {
    const isShown = region === this.#shown;
    box.inert = !isShown;
    const size = isShown ? '100%' : '0';
    Object.assign(box.style, { width: size, height: size, overflow: 'hidden', visibility: isShown ? '' : 'hidden' });
  }
}
