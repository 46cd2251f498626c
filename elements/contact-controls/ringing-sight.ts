// Brings a contact into sight when it begins to ring; the focus stays where it is.
import type { LitElement, ReactiveController } from 'lit';

/** Watches the items of one element. */
export class RingingSight implements ReactiveController {
  readonly #element: LitElement;
  #known = new Set<string>();

  constructor(element: LitElement) {
    this.#element = element;
    element.addController(this);
  }

  hostUpdated(): void {
    const items = [...this.#element.renderRoot.querySelectorAll<HTMLElement>('.ringing[data-contact]')];
    const known = this.#known;
    this.#known = new Set(items.map(({ dataset }) => dataset.contact!));
    const newcomer = items.find(({ dataset }) => !known.has(dataset.contact!));
    if (!newcomer) return;
    newcomer.scrollIntoView({ block: 'nearest' });
    // An item may be higher than its box: what it takes to answer counts for more than the rest.
    newcomer.querySelector('.controls')?.scrollIntoView({ block: 'nearest' });
  }

  hostDisconnected(): void {
    this.#known.clear();
  }
}
