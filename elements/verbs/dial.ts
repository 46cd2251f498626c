// Dial: a call of the agent's own.
import { endpointOf } from '../commands/request-fields.js';
import { EndpointRequestEvent, type EndpointTarget } from '../host/requests.js';
import type { ContactView } from '../host/state.js';
import type { HostVerbDefinition } from './verb.js';

/** Asks to call somebody. */
export class ConnectDialRequestEvent extends EndpointRequestEvent {
  constructor({ endpoint }: Pick<EndpointTarget, 'endpoint'>) {
    super('dial', endpoint);
  }
}

export const dial: HostVerbDefinition = {
  command(request, { connect, store, terms }) {
    const endpoint = endpointOf(request, terms);
    const before = store.state.contacts.map(({ contactId }) => contactId);
    const isNew = ({ contactId, connections }: ContactView): boolean =>
      !before.includes(contactId) && connections.some(({ type }) => type === 'outbound');
    return { send: () => new connect.Agent().connect(endpoint), isShown: ({ contacts }) => contacts.some(isNew) };
  },
  needsAgent: true,
  buttons: { '--dial': (_state, endpoint) => new ConnectDialRequestEvent({ endpoint }) },
};
