// Send digits: tones for whoever listens at the other end.
import { textField } from '../commands/request-fields.js';
import { inState, targetOf } from '../commands/target.js';
import { ConnectRequestEvent, type ContactTarget } from '../host/requests.js';
import type { KeypadVerb } from './verb.js';

/** Asks to send digits as tones. */
export class ConnectSendDigitsRequestEvent extends ConnectRequestEvent {
  /** Any of `0-9`, `*`, `#`, `A-D` and the pause `,`. */
  readonly digits: string;

  constructor({ contactId, digits }: ContactTarget & { readonly digits: string }) {
    super('send-digits', contactId);
    this.digits = digits;
  }
}

export const sendDigits: KeypadVerb = {
  isAllowed: ({ stage, voice, softphone }) => stage === 'live' && voice && softphone,
  request: (target) => new ConnectSendDigitsRequestEvent(target),
  /** Whoever is talked to hears them, the one who came last if there are several. */
  command(request, scope) {
    const { id, parties } = targetOf(request, scope);
    const listener = parties.filter(inState('connected')).at(-1);
    if (!listener) throw new Error(scope.terms.nobodyTalks);
    const connection = new scope.connect.Connection(id, listener.connectionId);
    return { send: () => connection.sendDigits(textField(request, 'digits') ?? '') };
  },
  needsAgent: true,
  buttons: {},
  icon: () => 'keypad',
  tone: 'plain',
  place: 50,
  opens: 'keypad',
};
