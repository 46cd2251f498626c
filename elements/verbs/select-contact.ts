// Select contact: which one is worked on, in the panel too.
import { contactIdOf } from '../commands/request-fields.js';
import { ConnectRequestEvent, type ContactTarget } from '../host/requests.js';
import type { HostVerbDefinition } from './verb.js';

/** Asks to select a contact; null for none. */
export class ConnectSelectContactRequestEvent extends ConnectRequestEvent {
  constructor({ contactId }: ContactTarget) {
    super('select-contact', contactId);
  }
}

export const selectContact: HostVerbDefinition = {
  command(request, { connect }) {
    const contactId = contactIdOf(request);
    return {
      send: () => connect.core.viewContact(contactId ?? ''),
      isShown: ({ selectedContactId }) => selectedContactId === contactId,
    };
  },
  needsAgent: true,
  buttons: {},
};
