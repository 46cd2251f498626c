// Twelve keys in the order of a telephone, walked through by arrow keys: one of them is in the order of the Tab key.
import { html, type TemplateResult } from 'lit';
import { entryOf } from '../../src/conduit/entry-of.js';
import { withPlainSigns } from '../../src/api/written-text.js';
import type { ControlsContext } from './context.js';

const COLUMNS = 3;

/** Steps that the arrow keys make. */
const STEPS: Readonly<Record<string, number>> = { ArrowUp: -COLUMNS, ArrowDown: COLUMNS, ArrowLeft: -1, ArrowRight: 1 };

/** One key. */
export interface Key {
  /** What it types. */
  readonly sign: string;
  /** What it shows, if that is something else, and how that is called. */
  readonly face?: TemplateResult;
  readonly label?: string;
}

/** The keys of one pad. They stand as on a telephone in every script. */
export class Keys {
  readonly #context: Pick<ControlsContext, 'update'>;
  readonly #press: (sign: string) => void;
  #current = 0;

  /**
   * @param context the element.
   * @param press takes what a key types.
   */
  constructor(context: Pick<ControlsContext, 'update'>, press: (sign: string) => void) {
    this.#context = context;
    this.#press = press;
  }

  /** @param keys twelve of them. */
  render(keys: readonly Key[]): TemplateResult {
    return html`<div
      class="keys"
      part="keys"
      dir="ltr"
      @keydown=${(event: KeyboardEvent) => this.#keydown(event, keys)}
    >
      ${keys.map(
        ({ sign, face, label }, index) => html`
          <button
            class="key"
            part="key"
            type="button"
            aria-label=${label ?? sign}
            tabindex=${index === this.#current ? 0 : -1}
            @focus=${() => this.#focused(index)}
            @click=${() => this.#press(sign)}
          >
            ${face ?? sign}
          </button>
        `,
      )}
    </div>`;
  }

  #keydown(event: KeyboardEvent, keys: readonly Key[]): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const typed = withPlainSigns(event.key);
    if (keys.some(({ sign }) => sign === typed)) this.#press(typed);
    else if (!this.#step(event)) return;
    event.preventDefault();
  }

  #focused(index: number): void {
    if (index === this.#current) return;
    this.#current = index;
    this.#context.update();
  }

  /** Moves the focus by an arrow key; false if it is none. */
  #step({ key, currentTarget }: KeyboardEvent): boolean {
    const step = entryOf(STEPS, key);
    if (!step) return false;
    const keys = [...(currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.key')];
    const next = this.#current + step;
    const sameRow = Math.floor(next / COLUMNS) === Math.floor(this.#current / COLUMNS);
    if (Math.abs(step) === COLUMNS || sameRow) keys[next]?.focus();
    return true;
  }
}
