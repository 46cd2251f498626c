// The running times of contacts. They are painted into their places; nothing is rendered for a second that has passed.
import type { LitElement, ReactiveController } from 'lit';
import { Age, everySecond } from '../page/page-clock.js';

/** What running times need of their element. */
export interface TimesNeeds {
  /** Writes a duration. */
  format(milliseconds: number): string;
  /** Called once when a time has passed its limit: `data-limit`, in seconds. */
  late(who: string): void;
}

/** Paints into each element with `data-since`, epoch milliseconds of the page's clock, how long ago that was. */
export class Times implements ReactiveController {
  readonly #host: LitElement;
  readonly #needs: TimesNeeds;
  /** Places whose limit has been passed and told of. */
  readonly #late = new WeakSet<Element>();
  readonly #ages = new WeakMap<Element, Age>();
  #stop: (() => void) | undefined;

  /**
   * @param host the element.
   * @param needs what it takes.
   */
  constructor(host: LitElement, needs: TimesNeeds) {
    this.#host = host;
    this.#needs = needs;
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
      const passed = age.ms(Number(place.dataset.since));
      const text = this.#needs.format(passed);
      if (place.textContent !== text) place.textContent = text;
      this.#watchLimit(place, passed);
    }
    if (places.length === 0) this.hostDisconnected();
    else if (this.#host.isConnected) this.#stop ??= everySecond(this.#paint);
  };

  #watchLimit(place: HTMLElement, passed: number): void {
    const { limit, who = '' } = place.dataset;
    const isLate = limit !== undefined && Number(limit) > 0 && passed >= Number(limit) * 1000;
    place.classList.toggle('late', isLate);
    if (!isLate || this.#late.has(place)) return;
    this.#late.add(place);
    this.#needs.late(who);
  }
}
