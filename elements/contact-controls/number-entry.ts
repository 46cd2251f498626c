// A field for a phone number, with the button that does something with it.
import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { icon, type IconName } from '../looks/icons.js';
import type { ControlsContext } from './context.js';
import { type NumberProblem, readPhoneNumber } from './phone-number.js';

/** How a number field looks. */
export interface NumberEntryLooks {
  readonly label: string;
  /** Name of the button. */
  readonly action: string;
  readonly icon: IconName;
  /** True while the number cannot be used. */
  readonly disabled: boolean;
  /** A further button, beside the field. */
  readonly tool: TemplateResult;
}

/** The field; says what is the matter with a number that cannot be read, and keeps it for correction. */
export class NumberEntry {
  readonly #context: ControlsContext;
  readonly #id: string;
  readonly #take: (number: string) => void;
  readonly #field = createRef<HTMLInputElement>();
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

  render({ label, action, icon: name, disabled, tool }: NumberEntryLooks): TemplateResult {
    const id = this.#id;
    const problem = this.#problem && this.#context.terms.problems[this.#problem];
    return html`
      <form class="entry" part="number" novalidate @submit=${this.#submit}>
        <label part="label" for=${id}>${label}</label>
        <div class="line">
          <span class="field">
            <input
              id=${id}
              part="input"
              type="tel"
              autocomplete="off"
              dir="ltr"
              aria-invalid=${problem ? 'true' : nothing}
              aria-describedby=${problem ? `${id}-problem` : nothing}
              @input=${this.#corrected}
              ${ref(this.#field)}
            />
            ${tool}
          </span>
          <button
            class="go"
            part="number-action"
            type="submit"
            aria-disabled=${disabled || this.#reading ? 'true' : nothing}
          >
            ${icon(name)}${action}
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

  /** Types a sign where the caret is, or takes one away. */
  type(sign: string | null): void {
    const field = this.#field.value;
    if (!field) return;
    const end = field.selectionEnd ?? field.value.length;
    const start = field.selectionStart ?? end;
    const from = sign === null && start === end ? Math.max(0, start - 1) : start;
    field.setRangeText(sign ?? '', from, end, 'end');
    this.#corrected();
  }

  /** Puts a number into the field, for whoever wants to call it. */
  fill(number: string): void {
    const field = this.#field.value;
    if (!field) return;
    field.value = number;
    this.#corrected();
    field.focus();
  }

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
