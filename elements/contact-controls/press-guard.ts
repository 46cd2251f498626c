// Lets only those presses through that were meant: not the second half of a double click, not a key that was pressed for what has gone.
import type { LitElement, ReactiveController } from 'lit';

const CONTROL = '[data-verb]';

/** Milliseconds for which a control that ends something has to have been there before a key counts for it. */
const SETTLING_TIME = 500;

/** Controls that end something for good. */
const ENDING: readonly (string | undefined)[] = ['hang-up', 'leave', 'clear'];

const PRESSING = ['Enter', ' '];

/** A control as it was at some moment: one button may be another control a moment later. */
interface Sighting {
  readonly what: string;
  readonly since: number;
}

/** Guards the controls of one element. */
export class PressGuard implements ReactiveController {
  readonly #element: LitElement;
  readonly #seen = new WeakMap<Element, Sighting>();
  /** What a key went down on, and what that was then. */
  #down: { readonly element: Element; readonly what: string } | null = null;
  #life: AbortController | undefined;

  constructor(element: LitElement) {
    this.#element = element;
    element.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.#life = new AbortController());
    // Made by the first rendering, for which a controller is not too early.
    void this.#element.updateComplete.then(() => {
      const root = this.#element.renderRoot;
      const options = { capture: true, signal };
      root.addEventListener('keydown', (event) => this.#keydown(event as KeyboardEvent), options);
      root.addEventListener('keyup', (event) => this.#keyup(event as KeyboardEvent), options);
      root.addEventListener('click', (event) => this.#click(event as MouseEvent), options);
    });
  }

  hostDisconnected(): void {
    this.#life?.abort();
    this.#down = null;
  }

  hostUpdated(): void {
    for (const control of this.#element.renderRoot.querySelectorAll<HTMLElement>(CONTROL)) {
      const what = whatOf(control);
      if (this.#seen.get(control)?.what !== what) this.#seen.set(control, { what, since: performance.now() });
    }
  }

  #hasSettled(control: HTMLElement): boolean {
    const since = this.#seen.get(control)?.since ?? performance.now();
    return !ENDING.includes(control.dataset.verb) || performance.now() - since >= SETTLING_TIME;
  }

  #keydown(event: KeyboardEvent): void {
    if (!PRESSING.includes(event.key)) return;
    const control = controlOf(event);
    if (control && (event.repeat || !this.#hasSettled(control))) {
      event.preventDefault();
      if (!event.repeat) this.#down = null;
      return;
    }
    this.#down = control && { element: control, what: whatOf(control) };
  }

  /** Browsers press a button when the blank comes up, some whatever became of its going down. */
  #keyup(event: KeyboardEvent): void {
    const control = controlOf(event);
    if (event.key !== ' ' || !control) return;
    if (this.#down?.element !== control || this.#down.what !== whatOf(control)) event.preventDefault();
    this.#down = null;
  }

  /** Whatever stands under the pointer by then. */
  #click(event: MouseEvent): void {
    if (event.detail < 2 || !controlOf(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }
}

const controlOf = ({ target }: Event): HTMLElement | null => (target as Element).closest<HTMLElement>(CONTROL);

/** What a control does, to which contact. */
const whatOf = (control: HTMLElement): string =>
  `${control.dataset.verb} ${control.closest<HTMLElement>('[data-contact]')?.dataset.contact}`;
