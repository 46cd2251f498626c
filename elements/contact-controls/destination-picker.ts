// Where to: the panel from which a contact is transferred or somebody is added, by a quick connect or a typed number.
import { html, nothing, type TemplateResult } from 'lit';
import type { EndpointLike } from '../../src/index.js';
import { isVoice } from '../verbs/contact-verbs.js';
import type { ContactView } from '../host/state.js';
import type { ControlsContext } from './context.js';
import { NumberEntry } from './number-entry.js';
import { QuickConnects } from './quick-connects.js';

/** What the panel is opened for. */
export type Purpose = 'transfer' | 'add-participant';

/** What can be reached from a call, and from everything else. */
const VOICE_TYPES = ['phone_number', 'agent', 'queue'];
const OTHER_TYPES = ['agent', 'queue'];

/** The panel, for one contact and one purpose. */
export class DestinationPicker {
  readonly #context: ControlsContext;
  readonly #opened: Purpose;
  readonly #number: NumberEntry;
  readonly #quickConnects: QuickConnects;
  #purpose: Purpose;

  /**
   * @param context the element.
   * @param contact the contact.
   * @param purpose what the panel is opened for.
   * @param choose takes the destination, and what is to be done with it.
   */
  constructor(
    context: ControlsContext,
    contact: ContactView,
    purpose: Purpose,
    choose: (endpoint: EndpointLike, purpose: Purpose) => void,
  ) {
    const take = (endpoint: EndpointLike) => choose(endpoint, this.#purpose);
    this.#context = context;
    this.#opened = this.#purpose = purpose;
    this.#number = new NumberEntry(context, 'destination', take);
    this.#quickConnects = new QuickConnects(context, isVoice(contact) ? VOICE_TYPES : OTHER_TYPES, take);
  }

  render(contact: ContactView): TemplateResult {
    const { terms } = this.#context;
    const disabled = !contact.can.includes(this.#purpose) || contact.pending.includes(this.#purpose);
    const isCold = this.#purpose === 'transfer';
    return html`
      <div class="picker" part="destinations" role="group" tabindex="-1" aria-label=${terms.commands[this.#opened][0]}>
        ${this.#opened === 'transfer' && contact.can.includes('add-participant') ? this.#howToTransfer() : nothing}
        ${
          isVoice(contact)
            ? this.#number.render({
                label: terms.number,
                action: isCold ? terms.transferToNumber : terms.callNumber,
                named: false,
                icon: isCold ? 'transfer' : 'phone',
                disabled,
              })
            : nothing
        }
        ${this.#quickConnects.render(disabled)}
      </div>
    `;
  }

  /** At once, or after a talk with whoever takes the contact over. */
  #howToTransfer(): TemplateResult {
    const { terms } = this.#context;
    const way = (purpose: Purpose, name: string) => html`
      <label>
        <input
          type="radio"
          name="how"
          .checked=${purpose === this.#purpose}
          @change=${() => {
            this.#purpose = purpose;
            this.#context.update();
          }}
        />
        <span part="way">${name}</span>
      </label>
    `;
    return html`
      <fieldset class="how" part="how">
        <legend class="unseen">${terms.how}</legend>
        ${way('transfer', terms.transferNow)}${way('add-participant', terms.talkFirst)}
      </fieldset>
    `;
  }
}
