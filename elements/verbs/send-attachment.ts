// Send attachment: a file that the agent sends in a chat.
import { targetOf } from '../commands/target.js';
import { ConnectRequestEvent, type ContactTarget } from '../host/requests.js';
import { conversationFor, SENDING_TIME } from './conversation-for.js';
import type { HostVerbDefinition } from './verb.js';

/** What is to be sent. */
export interface AttachmentTarget extends ContactTarget {
  readonly file: File;
}

/** Asks to send a file in a chat. */
export class ConnectSendAttachmentRequestEvent extends ConnectRequestEvent {
  readonly file: File;

  constructor({ contactId, file }: AttachmentTarget) {
    super('send-attachment', contactId);
    this.file = file;
  }
}

export const sendAttachment: HostVerbDefinition = {
  command(request, scope) {
    const { id } = targetOf(request, scope);
    const file: unknown = Reflect.get(request, 'file');
    if (!(file instanceof File)) throw new Error(scope.terms.nothingToSend);
    return {
      send: async () => (await conversationFor(id, scope)).sendFile(file),
      isAside: true,
      answerTime: SENDING_TIME,
    };
  },
  needsAgent: true,
  buttons: {},
};
