// Send message: what the agent says in a chat.
import { textField } from '../commands/request-fields.js';
import { targetOf } from '../commands/target.js';
import { ConnectRequestEvent, type ContactTarget } from '../host/requests.js';
import { conversationFor, SENDING_TIME } from './conversation-for.js';
import type { HostVerbDefinition } from './verb.js';

/** What is to be said. */
export interface MessageTarget extends ContactTarget {
  readonly text: string;
  /** Default `text/plain`. */
  readonly contentType?: string;
}

/** Asks to send a message in a chat. To send another text, stop it and make a request of your own. */
export class ConnectSendMessageRequestEvent extends ConnectRequestEvent {
  readonly text: string;
  readonly contentType: string;

  constructor({ contactId, text, contentType = 'text/plain' }: MessageTarget) {
    super('send-message', contactId);
    this.text = text;
    this.contentType = contentType;
  }
}

export const sendMessage: HostVerbDefinition = {
  command(request, scope) {
    const { id } = targetOf(request, scope);
    const text = textField(request, 'text');
    if (text === null) throw new Error(scope.terms.nothingToSend);
    const contentType = textField(request, 'contentType') ?? undefined;
    return {
      send: async () => (await conversationFor(id, scope)).say(text, contentType),
      isAside: true,
      answerTime: SENDING_TIME,
    };
  },
  needsAgent: true,
  buttons: {},
};
