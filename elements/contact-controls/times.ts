// The running times of contacts. They are painted into their places; nothing is rendered for a second that has passed.
import type { LitElement, ReactiveController } from 'lit';
import { Age, everySecond } from '../page/page-clock.js';

/** Paints into each element with `data-since`, epoch milliseconds of the page's clock, how long ago that was. */
export class Times implements ReactiveController {
  readonly #host: LitElement;
  readonly #format: (milliseconds: number) => string;
  readonly #ages = new WeakMap<Element, Age>();
  #stop: (() => void) | undefined;

  /**
   * @param host the element.
   * @param format writes a duration.
   */
  constructor(host: LitElement, format: (milliseconds: number) => string) {
    this.#host = host;
    this.#format = format;
    host.addController(this);
  }

  hostConnected(): void {
    this.#paint();
  }

  hostUpdated(): void {
    this.#paint();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  readonly #paint = (): void => {
    const places = this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-since]');
    for (const place of places) {
      let age = this.#ages.get(place);
      if (!age) this.#ages.set(place, (age = new Age()));
      const text = this.#format(age.ms(Number(place.dataset.since)));
      if (place.textContent !== text) place.textContent = text;
    }
    if (places.length === 0) this.hostDisconnected();
    else if (this.#host.isConnected) this.#stop ??= everySecond(this.#paint);
  };
}
