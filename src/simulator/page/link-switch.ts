// Cuts the link between the embedding page and the CCP page for a while: the CCP seems to have stopped answering.

/** A switch in the link. */
export class LinkSwitch {
  #cut = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #onChange: () => void;

  /** @param onChange called when the link is cut or restored. */
  constructor(onChange: () => void = () => {}) {
    this.#onChange = onChange;
  }

  /** False while the link is cut. */
  get isAlive(): boolean {
    return !this.#cut;
  }

  /**
   * Cuts the link, both ways.
   * @param milliseconds for how long; 0 until further notice, a negative number restores it now.
   */
  silence(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#set(milliseconds >= 0);
    if (milliseconds > 0) this.#timer = setTimeout(() => this.#set(false), milliseconds);
  }

  #set(cut: boolean): void {
    if (cut === this.#cut) return;
    this.#cut = cut;
    this.#onChange();
  }
}
