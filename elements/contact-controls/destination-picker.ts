// Where to: the panel from which a contact is transferred or somebody is added. One field searches the quick connects and takes numbers;
// nothing is sent until one of the buttons of what is chosen is pressed.
import { html, nothing, type TemplateResult } from 'lit';
import type { EndpointLike } from '../../src/index.js';
import { isVoice } from '../host/contact.js';
import type { ContactVerb, ContactView } from '../host/state.js';
import { icon, type IconName } from '../looks/icons.js';
import { addParticipant } from '../verbs/add-participant.js';
import { transfer } from '../verbs/transfer.js';
import type { DestinationVerb } from '../verbs/verb.js';
import type { ControlsContext } from './context.js';
import { type NumberProblem, readPhoneNumber } from './phone-number.js';
import { QuickConnects } from './quick-connects.js';

/** What a destination is chosen for. */
export interface Purpose {
  readonly verb: ContactVerb;
  readonly definition: DestinationVerb;
}

/** A button of what is chosen. */
interface Way extends Purpose {
  readonly name: string;
  readonly icon: IconName;
}

const AT_ONCE: Purpose = { verb: 'transfer', definition: transfer };
const TALK_FIRST: Purpose = { verb: 'add-participant', definition: addParticipant };

/** What can be reached from a call, and from everything else. */
const VOICE_TYPES = ['phone_number', 'agent', 'queue'];
const OTHER_TYPES = ['agent', 'queue'];

/** Digits that a text needs to be taken for a number: extensions of two digits are typed too. */
const FEWEST_DIGITS = 2;

/** True for a text that is meant as a number, right or wrong: it has more digits than letters. */
function isMeantAsNumber(text: string): boolean {
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0;
  return digits >= FEWEST_DIGITS && digits > (text.match(/\p{L}/gu)?.length ?? 0);
}

/** The panel, for one contact and one purpose. */
export class DestinationPicker {
  readonly #context: ControlsContext;
  readonly #opened: Purpose;
  readonly #isVoice: boolean;
  readonly #choose: (endpoint: EndpointLike, definition: DestinationVerb) => void;
  readonly #quickConnects: QuickConnects;
  #query = '';
  #problem: NumberProblem | null = null;
  #isReading = false;

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
    this.#context = context;
    this.#opened = purpose;
    this.#isVoice = isVoice(contact);
    this.#choose = choose;
    this.#quickConnects = new QuickConnects(context, this.#isVoice ? VOICE_TYPES : OTHER_TYPES);
  }

  render(contact: ContactView): TemplateResult {
    const { terms } = this.#context;
    const problem = this.#problem && terms.problems[this.#problem];
    const isNumber = this.#isNumber;
    return html`
      <div
        class="picker"
        part="destinations"
        role="group"
        tabindex="-1"
        aria-label=${terms.commands[this.#opened.verb][0]}
      >
        <div class="entry" part="number">
          <label part="label" for="destination">${this.#isVoice ? terms.destination : terms.search}</label>
          <div class="search">
            ${icon('search')}
            <input
              id="destination"
              part="input"
              type="search"
              autocomplete="off"
              autocapitalize="off"
              spellcheck="false"
              dir="auto"
              aria-invalid=${problem ? 'true' : nothing}
              aria-describedby=${problem ? 'destination-problem' : nothing}
              @input=${this.#typed}
              @keydown=${this.#keydown}
            />
          </div>
          ${
            problem
              ? html`<p id="destination-problem" class="problem" part="problem">${icon('warning')}${problem}</p>`
              : nothing
          }
        </div>
        ${isNumber ? this.#renderNumber(contact) : nothing}
        ${this.#quickConnects.render({
          isAlone: !isNumber,
          ways: (endpoint, name) => this.#renderWays(contact, name, (way) => this.#choose(endpoint, way.definition)),
        })}
      </div>
    `;
  }

  get #isNumber(): boolean {
    return this.#isVoice && isMeantAsNumber(this.#query);
  }

  /** What is typed, as a destination: its buttons are there at once. */
  #renderNumber(contact: ContactView): TemplateResult {
    const { terms } = this.#context;
    const text = this.#query.trim();
    return html`<div class="typed" part="typed-number">
      ${icon('phone')}
      <strong><bdi dir="ltr">${text}</bdi></strong>
      <span class="detail">${terms.number}</span>
      ${this.#renderWays(contact, text, (way) => void this.#take(way))}
    </div>`;
  }

  /** The buttons of a destination. */
  #renderWays(contact: ContactView, name: string, use: (way: Way) => void): TemplateResult {
    return html`<div class="ways" part="ways" role="group" aria-label=${name}>
      ${this.#waysOf(contact).map((way, index) => {
        const isUsable = !this.#isReading && contact.can.includes(way.verb) && !contact.pending.includes(way.verb);
        return html`<button
          class="small ${index === 0 ? 'go' : ''}"
          part="way way-${way.verb}"
          type="button"
          aria-disabled=${isUsable ? nothing : 'true'}
          @click=${() => isUsable && use(way)}
        >
          ${icon(way.icon)}${way.name}
        </button>`;
      })}
    </div>`;
  }

  /** To talk first comes first: it can be taken back. */
  #waysOf({ can }: ContactView): readonly Way[] {
    const { terms } = this.#context;
    if (this.#opened.verb === TALK_FIRST.verb) return [{ ...TALK_FIRST, name: terms.call, icon: 'phone' }];
    const atOnce: Way = { ...AT_ONCE, name: terms.transferNow, icon: 'transfer' };
    return can.includes(TALK_FIRST.verb) ? [{ ...TALK_FIRST, name: terms.talkFirst, icon: 'phone' }, atOnce] : [atOnce];
  }

  readonly #typed = (event: Event): void => {
    this.#query = (event.target as HTMLInputElement).value;
    this.#problem = null;
    this.#quickConnects.search(this.#query);
  };

  /** Enter chooses what was typed, or the first that is found, and goes to its buttons: pressed again, it does what the first one says. */
  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') this.#context.focus('.picker :is(.ways button, .connect)');
    else if (event.key === 'Enter') {
      if (!this.#isNumber && !this.#quickConnects.chooseFirst()) return;
      this.#context.focus('.picker .ways button');
    } else return;
    event.preventDefault();
  };

  /** Reads the typed number, and takes it, or says what is the matter with it. */
  async #take({ definition }: Way): Promise<void> {
    const { session, country } = this.#context;
    this.#isReading = true;
    this.#context.update();
    const read = await readPhoneNumber(this.#query, country);
    if (session !== this.#context.session) return;
    this.#isReading = false;
    if ('number' in read) return this.#choose(read.number, definition);
    this.#problem = read.problem;
    this.#context.update();
    this.#context.announce(this.#context.terms.problems[read.problem]);
    this.#context.focus('#destination');
  }
}
