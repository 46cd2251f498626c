// The keypad: tones for a call, by click, by arrow keys, or typed.
import { entryOf } from '../../src/conduit/entry-of.js';
import { html, type TemplateResult } from 'lit';
import { withPlainSigns } from '../../src/api/written-text.js';
import type { CommandPhase } from '../host/events.js';
import type { ControlsContext } from './context.js';

const KEYS = [...'123456789*0#'];
const COLUMNS = 3;

/** Steps that the arrow keys make. */
const STEPS: Readonly<Record<string, number>> = { ArrowUp: -COLUMNS, ArrowDown: COLUMNS, ArrowLeft: -1, ArrowRight: 1 };

/** The keypad of one contact. Digits that are typed while others are on their way follow together. */
export class Keypad {
  readonly #context: ControlsContext;
  readonly #send: (digits: string) => boolean;
  /** Digits that the service has taken. */
  #sent = '';
  /** Digits on their way. */
  #sending = '';
  #waiting = '';
  #current = 0;

  /**
   * @param context the element.
   * @param send sends digits; false if the page has something else in mind.
   */
  constructor(context: ControlsContext, send: (digits: string) => boolean) {
    this.#context = context;
    this.#send = send;
  }

  /** Takes the outcome of the digits that were sent, then sends those that were typed meanwhile. */
  settle(phase: CommandPhase): void {
    if (phase === 'pending') return;
    if (phase === 'confirmed') this.#sent += this.#sending;
    this.#sending = '';
    this.#flush();
  }

  #press(digit: string): void {
    this.#waiting += digit;
    // The host runs one command of a kind at a time.
    if (!this.#sending) this.#flush();
    this.#context.update();
  }

  #flush(): void {
    this.#sending = this.#waiting;
    this.#waiting = '';
    if (this.#sending && !this.#send(this.#sending)) this.#sending = '';
    this.#context.update();
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const key = withPlainSigns(event.key);
    if (KEYS.includes(key)) this.#press(key);
    else if (!this.#step(event)) return;
    event.preventDefault();
  };

  render(): TemplateResult {
    const { terms } = this.#context;
    return html`
      <div
        class="keypad"
        part="keypad"
        role="group"
        aria-label=${terms.commands['send-digits'][0]}
        @keydown=${this.#keydown}
      >
        <output class="digits" part="digits" dir="ltr" aria-label=${terms.digitsSent} aria-live="off"
          >${this.#sent}<span class="waiting">${this.#sending}${this.#waiting}</span>${
            this.#sent || this.#sending || this.#waiting ? '' : html`<span class="hint">${terms.digitsHint}</span>`
          }</output
        >
        <div class="keys" part="keys" dir="ltr">
          ${KEYS.map(
            (key, index) => html`
              <button
                class="key"
                part="key"
                type="button"
                tabindex=${index === this.#current ? 0 : -1}
                @focus=${() => this.#focused(index)}
                @click=${() => this.#press(key)}
              >
                ${key}
              </button>
            `,
          )}
        </div>
      </div>
    `;
  }

  #focused(index: number): void {
    if (index === this.#current) return;
    this.#current = index;
    this.#context.update();
  }

  /** Moves the focus by an arrow key; false if it is none. The keys stand as on a telephone in every script. */
  #step({ key, target }: KeyboardEvent): boolean {
    const step = entryOf(STEPS, key);
    if (!step) return false;
    const keys = [...(target as HTMLElement).closest('.keypad')!.querySelectorAll<HTMLElement>('.key')];
    const next = this.#current + step;
    const sameRow = Math.floor(next / COLUMNS) === Math.floor(this.#current / COLUMNS);
    if (Math.abs(step) === COLUMNS || sameRow) keys[next]?.focus();
    return true;
  }
}
