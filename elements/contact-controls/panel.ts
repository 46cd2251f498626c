// What a control has opened below it: the keypad, or the destinations of a transfer.
import type { TemplateResult } from 'lit';
import type { CommandPhase } from '../host/events.js';
import type { ConnectRequestEvent } from '../host/requests.js';
import type { ContactVerb, ContactView } from '../host/state.js';
import type { DestinationVerb, KeypadVerb } from '../verbs/verb.js';
import type { ControlsContext } from './context.js';
import { DestinationPicker } from './destination-picker.js';
import { Keypad } from './keypad.js';

/** What the panel does with the element besides showing itself. */
export interface PanelActions {
  /** Makes a request; false if it was prevented. */
  request(event: ConnectRequestEvent): boolean;
  /** Closes the panel: it has done what it was opened for. */
  close(): void;
}

/** What is shown in the panel. */
interface PanelContent {
  render(contact: ContactView): TemplateResult;
  /** Notes how a command of the panel's verb stands. */
  settle?(phase: CommandPhase): void;
}

/** The panel of one contact. */
export class Panel {
  /** The verb that it was opened for. */
  readonly verb: ContactVerb;
  /** Where the focus belongs when it opens. */
  readonly first: string;
  readonly #contactId: string;
  readonly #content: PanelContent;

  constructor(
    context: ControlsContext,
    contact: ContactView,
    verb: ContactVerb,
    definition: KeypadVerb | DestinationVerb,
    { request, close }: PanelActions,
  ) {
    const { contactId } = contact;
    this.verb = verb;
    this.#contactId = contactId;
    if (definition.opens === 'keypad') {
      this.#content = new Keypad(context, (digits) => request(definition.request({ contactId, digits })));
      this.first = '.key[tabindex="0"]';
    } else {
      this.#content = new DestinationPicker(context, contact, { verb, definition }, (endpoint, chosen) => {
        close();
        request(chosen.request({ contactId, endpoint }));
      });
      this.first = '#destination';
    }
  }

  /** True as long as it belongs to this contact, and the contact allows what it is for. */
  fits({ contactId, can }: ContactView): boolean {
    return contactId === this.#contactId && can.includes(this.verb);
  }

  /** Notes how a command of its contact stands. */
  settle(operation: string, phase: CommandPhase): void {
    if (operation === this.verb) this.#content.settle?.(phase);
  }

  render(contact: ContactView): TemplateResult {
    return this.#content.render(contact);
  }
}
