// Where to: the panel from which a contact is transferred or somebody is added, by a quick connect or a typed number.
import { html, nothing, type TemplateResult } from 'lit';
import type { EndpointLike } from '../../src/index.js';
import { isVoice } from '../host/contact.js';
import type { ContactVerb, ContactView } from '../host/state.js';
import { addParticipant } from '../verbs/add-participant.js';
import { transfer } from '../verbs/transfer.js';
import type { DestinationVerb } from '../verbs/verb.js';
import type { ControlsContext } from './context.js';
import { NumberEntry } from './number-entry.js';
import { QuickConnects } from './quick-connects.js';

/** What a destination is chosen for. */
export interface Purpose {
  readonly verb: ContactVerb;
  readonly definition: DestinationVerb;
}

const AT_ONCE: Purpose = { verb: 'transfer', definition: transfer };
const TALK_FIRST: Purpose = { verb: 'add-participant', definition: addParticipant };

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
    choose: (endpoint: EndpointLike, definition: DestinationVerb) => void,
  ) {
    const take = (endpoint: EndpointLike) => choose(endpoint, this.#purpose.definition);
    this.#context = context;
    this.#opened = this.#purpose = purpose;
    this.#number = new NumberEntry(context, 'destination', take);
    this.#quickConnects = new QuickConnects(context, isVoice(contact) ? VOICE_TYPES : OTHER_TYPES, take);
  }

  render(contact: ContactView): TemplateResult {
    const { terms } = this.#context;
    const { verb } = this.#purpose;
    const disabled = !contact.can.includes(verb) || contact.pending.includes(verb);
    const isCold = verb === AT_ONCE.verb;
    return html`
      <div
        class="picker"
        part="destinations"
        role="group"
        tabindex="-1"
        aria-label=${terms.commands[this.#opened.verb][0]}
      >
        ${this.#opened.verb === AT_ONCE.verb && contact.can.includes(TALK_FIRST.verb) ? this.#howToTransfer() : nothing}
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
          .checked=${purpose.verb === this.#purpose.verb}
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
        ${way(AT_ONCE, terms.transferNow)}${way(TALK_FIRST, terms.talkFirst)}
      </fieldset>
    `;
  }
}
