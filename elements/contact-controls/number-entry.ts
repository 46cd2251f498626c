// A field for a phone number, with the button that does something with it.
import { html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from '../looks/icons.js';
import type { ControlsContext } from './context.js';
import { type NumberProblem, readPhoneNumber } from './phone-number.js';

/** How a number field looks. */
export interface NumberEntryLooks {
  readonly label: string;
  /** Name of the button. */
  readonly action: string;
  /** True if the button shows its name, false if its icon says enough. */
  readonly named: boolean;
  readonly icon: IconName;
  /** True while the number cannot be used. */
  readonly disabled: boolean;
}

/** The field; says what is the matter with a number that cannot be read, and keeps it for correction. */
export class NumberEntry {
  readonly #context: ControlsContext;
  readonly #id: string;
  readonly #take: (number: string) => void;
  #problem: NumberProblem | null = null;
  #reading = false;

  /**
   * @param context the element.
   * @param id id of the field, other than that of any other field of the element.
   * @param take takes a number, in E.164 form.
   */
  constructor(context: ControlsContext, id: string, take: (number: string) => void) {
    this.#context = context;
    this.#id = id;
    this.#take = take;
  }

  render({ label, action, named, icon: name, disabled }: NumberEntryLooks): TemplateResult {
    const id = this.#id;
    const problem = this.#problem && this.#context.terms.problems[this.#problem];
    return html`
      <form class="entry" part="number" novalidate @submit=${this.#submit}>
        <label part="label" for=${id}>${label}</label>
        <div class="line">
          <input
            id=${id}
            part="input"
            type="tel"
            autocomplete="off"
            dir="ltr"
            aria-invalid=${problem ? 'true' : nothing}
            aria-describedby=${problem ? `${id}-problem` : nothing}
            @input=${this.#corrected}
          />
          <button
            class="go ${named ? '' : 'small'}"
            part="number-action"
            type="submit"
            aria-label=${named ? nothing : action}
            aria-disabled=${disabled || this.#reading ? 'true' : nothing}
          >
            ${icon(name)}${named ? action : nothing}
          </button>
        </div>
        ${problem ? html`<p id="${id}-problem" class="problem" part="problem">${icon('warning')}${problem}</p>` : nothing}
      </form>
    `;
  }

  readonly #corrected = (): void => {
    if (!this.#problem) return;
    this.#problem = null;
    this.#context.update();
  };

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    if (form.querySelector('button')?.ariaDisabled === 'true') return;
    void this.#read(form.querySelector('input')!.value);
  };

  /** Forgets what was the matter. What is typed goes with its field. */
  clear(): void {
    this.#problem = null;
    this.#reading = false;
  }

  async #read(text: string): Promise<void> {
    const { session } = this.#context;
    this.#reading = true;
    this.#context.update();
    const read = await readPhoneNumber(text, this.#context.country);
    if (session !== this.#context.session) return;
    this.#reading = false;
    this.#problem = 'problem' in read ? read.problem : null;
    this.#context.update();
    if ('number' in read) return this.#take(read.number);
    this.#context.announce(this.#context.terms.problems[read.problem]);
    this.#context.focus(`#${this.#id}`);
  }
}
