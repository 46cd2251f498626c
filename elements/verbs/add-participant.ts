// Add participant: calls one more into a contact.
import { endpointOf } from '../commands/request-fields.js';
import { addingParty, targetOf } from '../commands/target.js';
import { EndpointRequestEvent, type EndpointTarget } from '../host/requests.js';
import type { DestinationVerb } from './verb.js';

/** Asks to call one more into a contact; the agent talks to them first, while the others wait. */
export class ConnectAddParticipantRequestEvent extends EndpointRequestEvent {
  constructor({ contactId, endpoint }: EndpointTarget) {
    super('add-participant', endpoint, contactId);
  }
}

export const addParticipant: DestinationVerb = {
  isAllowed: ({ stage, voice, type, hasRoom, multiParty }) =>
    stage === 'live' && hasRoom && (voice || (type === 'chat' && multiParty)),
  request: (target) => new ConnectAddParticipantRequestEvent(target),
  command: (request, scope) => addingParty(targetOf(request, scope), endpointOf(request, scope.terms)),
  needsAgent: true,
  buttons: {},
  icon: () => 'add-person',
  tone: 'plain',
  place: 70,
  opens: 'destinations',
};
