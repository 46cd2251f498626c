// Transfer: hands a contact over without a talk before.
import { coldTransfer } from '../commands/cold-transfer.js';
import { endpointOf } from '../commands/request-fields.js';
import { aboutParties, addingParty, ending, resumeParties, targetOf } from '../commands/target.js';
import { isVoice } from '../host/contact.js';
import { EndpointRequestEvent, type EndpointTarget } from '../host/requests.js';
import type { DestinationVerb } from './verb.js';

/** Asks to hand a contact over without a talk before: the agent leaves as soon as the other side has answered. */
export class ConnectTransferRequestEvent extends EndpointRequestEvent {
  constructor({ contactId, endpoint }: EndpointTarget) {
    super('transfer', endpoint, contactId);
  }
}

export const transfer: DestinationVerb = {
  isAllowed: ({ stage, voice, hasRoom }) => stage === 'live' && (!voice || hasRoom),
  request: (target) => new ConnectTransferRequestEvent(target),
  command(request, scope) {
    const target = targetOf(request, scope);
    const { id, api, view } = target;
    const endpoint = endpointOf(request, scope.terms);
    if (!isVoice(view)) return ending(id, () => api.addConnection(endpoint));
    return {
      run: () =>
        coldTransfer({
          id,
          store: scope.store,
          terms: scope.terms,
          before: target.parties,
          add: addingParty(target, endpoint),
          leave: ending(id, () => api.getAgentConnection()?.destroy()),
          cancel: (chosen) =>
            aboutParties(target, chosen, 'disconnected', (party) => new scope.connect.Connection(id, party).destroy()),
          resume: (chosen) => resumeParties(target, chosen, scope.connect),
        }),
    };
  },
  needsAgent: true,
  buttons: {},
  icon: () => 'transfer',
  tone: 'plain',
  place: 60,
  opens: 'destinations',
};
