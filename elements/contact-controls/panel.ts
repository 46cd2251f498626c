// What a control has opened below it: the keypad, or the destinations of a transfer.
import type { TemplateResult } from 'lit';
import { isVoice } from '../verbs/contact-verbs.js';
import type { ContactView } from '../host/state.js';
import type { CommandPhase } from '../host/events.js';
import {
  ConnectAddParticipantRequestEvent,
  type ConnectRequestEvent,
  ConnectSendDigitsRequestEvent,
  ConnectTransferRequestEvent,
} from '../host/requests.js';
import type { ControlsContext } from './context.js';
import type { PanelVerb } from './controls.js';
import { DestinationPicker } from './destination-picker.js';
import { Keypad } from './keypad.js';

/** What the panel does with the element besides showing itself. */
export interface PanelActions {
  /** Makes a request; false if it was prevented. */
  request(event: ConnectRequestEvent): boolean;
  /** Closes the panel: it has done what it was opened for. */
  close(): void;
}

/** The panel of one contact. */
export class Panel {
  readonly verb: PanelVerb;
  /** Where the focus belongs when it opens. */
  readonly first: string;
  readonly #contactId: string;
  readonly #keypad: Keypad | undefined;
  readonly #picker: DestinationPicker | undefined;

  constructor(context: ControlsContext, contact: ContactView, verb: PanelVerb, { request, close }: PanelActions) {
    const { contactId } = contact;
    this.verb = verb;
    this.#contactId = contactId;
    if (verb === 'send-digits') {
      this.#keypad = new Keypad(context, (digits) => request(new ConnectSendDigitsRequestEvent({ contactId, digits })));
      this.first = '.key[tabindex="0"]';
      return;
    }
    this.first = isVoice(contact) ? '#destination' : '.picker';
    this.#picker = new DestinationPicker(context, contact, verb, (endpoint, purpose) => {
      const target = { contactId, endpoint };
      const isCold = purpose === 'transfer';
      close();
      request(isCold ? new ConnectTransferRequestEvent(target) : new ConnectAddParticipantRequestEvent(target));
    });
  }

  /** True as long as it belongs to this contact, and the contact allows what it is for. */
  fits({ contactId, can }: ContactView): boolean {
    return contactId === this.#contactId && can.includes(this.verb);
  }

  /** Notes how a command of its contact stands. */
  settle(operation: string, phase: CommandPhase): void {
    if (operation === 'send-digits') this.#keypad?.settle(phase);
  }

  render(contact: ContactView): TemplateResult {
    return (this.#keypad ?? this.#picker)!.render(contact);
  }
}
