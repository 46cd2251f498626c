// Where a number is called: the field, its keys, and below it the numbers of late.
import { html, nothing, type TemplateResult } from 'lit';
import type { ContactView } from '../host/state.js';
import { icon } from '../looks/icons.js';
import { closesLayer } from '../base/closes-layer.js';
import type { ControlsContext } from './context.js';
import { type Key, Keys } from './keys.js';
import { NumberEntry } from './number-entry.js';
import { type Outcome, renderOutcome } from './outcomes.js';
import { RecentNumbers } from './recent-numbers.js';

/** Stands for the key that takes the last sign away. */
const DELETE = 'Backspace';

/** The dial of one element. */
export class Dial {
  readonly #context: ControlsContext;
  readonly #entry: NumberEntry;
  readonly #keys: Keys;
  readonly #recent = new RecentNumbers();
  #isOpen = false;

  /**
   * @param context the element.
   * @param dial calls a number, in E.164 form.
   */
  constructor(context: ControlsContext, dial: (number: string) => void) {
    this.#context = context;
    this.#entry = new NumberEntry(context, 'dial', dial);
    this.#keys = new Keys(context, (sign) => this.#entry.type(sign === DELETE ? null : sign));
  }

  /** Notes whose numbers are to be at hand later. */
  note(contacts: readonly ContactView[]): void {
    this.#recent.note(contacts);
  }

  /** Forgets the agent who was there. */
  clear(): void {
    this.#entry.clear();
    this.#recent.clear();
    this.#isOpen = false;
  }

  /**
   * @param outcome how the last call that was asked for stands, or null.
   * @param disabled true while nothing can be called.
   */
  render(outcome: Outcome | null, disabled: boolean): TemplateResult {
    const { terms } = this.#context;
    return html`<div class="dial" part="dial" @keydown=${this.#keydown}>
      ${this.#entry.render({
        label: terms.numberToCall,
        action: terms.commands.dial[0],
        icon: 'phone',
        disabled,
        tool: html`<button
          class="small tool"
          part="dial-keypad"
          type="button"
          aria-label=${terms.commands['send-digits'][0]}
          title=${terms.commands['send-digits'][0]}
          aria-expanded=${String(this.#isOpen)}
          @click=${() => this.#toggle()}
        >
          ${icon('keypad')}
        </button>`,
      })}
      ${
        this.#isOpen
          ? html`<div class="keypad" role="group" aria-label=${terms.commands['send-digits'][0]}>
              ${this.#keys.render(this.#faces())}
            </div>`
          : nothing
      }
      ${renderOutcome(outcome, this.#context)} ${this.#renderRecent()}
    </div>`;
  }

  #faces(): readonly Key[] {
    return [
      ...[...'123456789+0'].map((sign) => ({ sign })),
      { sign: DELETE, face: icon('delete'), label: this.#context.terms.deleteDigit },
    ];
  }

  /** Those that are chosen go into the field: nobody is called by choosing. */
  #renderRecent() {
    const { terms, shown } = this.#context;
    const { list } = this.#recent;
    if (list.length === 0) return nothing;
    return html`<div class="recent">
      <span id="recent-numbers" class="quiet">${terms.recentNumbers}</span>
      <ul part="recent-numbers" aria-labelledby="recent-numbers">
        ${list.map(
          ({ number, who }) =>
            html`<li>
              <button class="recent-number" part="recent-number" type="button" @click=${() => this.#entry.fill(number)}>
                <span>${shown(who)}</span
                >${who === number ? nothing : html`<span class="detail">${shown(number)}</span>`}
              </button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  #toggle(): void {
    this.#isOpen = !this.#isOpen;
    this.#context.update();
    this.#context.focus(this.#isOpen ? '.dial .key[tabindex="0"]' : '.dial .tool');
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    if (this.#isOpen && closesLayer(event)) this.#toggle();
  };
}
