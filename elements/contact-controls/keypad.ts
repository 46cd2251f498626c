// The keypad: tones for a call, by click, by arrow keys, or typed.
import { html, type TemplateResult } from 'lit';
import type { CommandPhase } from '../host/events.js';
import type { ControlsContext } from './context.js';
import { type Key, Keys } from './keys.js';

const KEYS: readonly Key[] = [...'123456789*0#'].map((sign) => ({ sign }));

/** The keypad of one contact. Digits that are typed while others are on their way follow together. */
export class Keypad {
  readonly #context: ControlsContext;
  readonly #send: (digits: string) => boolean;
  /** Digits that the service has taken. */
  #sent = '';
  /** Digits on their way. */
  #sending = '';
  #waiting = '';
  readonly #keys: Keys;

  /**
   * @param context the element.
   * @param send sends digits; false if the page has something else in mind.
   */
  constructor(context: ControlsContext, send: (digits: string) => boolean) {
    this.#context = context;
    this.#send = send;
    this.#keys = new Keys(context, (digit) => this.#press(digit));
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

  render(): TemplateResult {
    const { terms } = this.#context;
    return html`
      <div class="keypad" part="keypad" role="group" aria-label=${terms.commands['send-digits'][0]}>
        <output class="digits" part="digits" dir="ltr" aria-label=${terms.digitsSent} aria-live="off"
          >${this.#sent}<span class="waiting">${this.#sending}${this.#waiting}</span>${
            this.#sent || this.#sending || this.#waiting ? '' : html`<span class="hint">${terms.digitsHint}</span>`
          }</output
        >
        ${this.#keys.render(KEYS)}
      </div>
    `;
  }
}
