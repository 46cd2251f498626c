// What the clients can ask of contacts, and have done with them.
import { SdkRefusal } from '../../ccp/sdk-channel.js';
import type { ConnectionData, ContactData } from '../../../conduit/wire.js';
import { queueOf } from './agent-routes.js';
import { channelOf, isCall, OVER, ownConnection, type SdkDesk, type SdkParams, type SdkRoutes } from './desk.js';

const KINDS: readonly string[] = ['agent', 'outbound', 'inbound', 'monitoring'];

/** A participant, in the words of the clients. */
export function participantOf(contact: ContactData, connection: ConnectionData): object {
  const { connectionId: participantId, type, initial: isInitial } = connection;
  const { contactId } = contact;
  return {
    participantId,
    contactId,
    type: KINDS.includes(type) ? { value: type } : { value: 'other', actual: type },
    isInitial,
    isSelf: connection === ownConnection(contact),
  };
}

/** A contact, in the words of the clients. */
function contactOf(contact: ContactData): object {
  const { contactId, initialContactId } = contact;
  return { contactId, ...channelOf(contact), ...(initialContactId && { initialContactId }) };
}

/** Makes the routes. */
export function contactRoutes(desk: SdkDesk, origin: string): SdkRoutes {
  const read = (get: (contact: ContactData) => unknown) => (params: SdkParams) => get(desk.contact(params));
  const on = (operation: string) => async (params: SdkParams) => {
    await desk.ask(operation, { contactId: desk.contact(params).contactId });
    return {};
  };

  function attributes({ attributes: wanted = '*', ...params }: SdkParams): object {
    const all = Object.entries(desk.contact(params).attributes ?? {}).map(
      ([name, { value }]) => [name, value] as const,
    );
    return Object.fromEntries(
      all.filter(([name]) => wanted === '*' || (Array.isArray(wanted) && wanted.includes(name))),
    );
  }

  async function addParticipant(params: SdkParams): Promise<object> {
    const contact = desk.contact(params);
    const { contactId, connections, contactFeatures } = contact;
    const isOneOfMany = !isCall(contact) || contactFeatures?.multiPartyConferenceEnabled === true;
    const known = connections.map(({ connectionId }) => connectionId);
    const operation = isOneOfMany ? 'addNewConnection' : 'createAdditionalConnection';
    await desk.ask(operation, { contactId, endpoint: params.quickConnect });
    return desk.shown(({ snapshot }) => {
      const present = snapshot.contacts.find((one) => one.contactId === contactId);
      const added = present?.connections.find(({ connectionId }) => !known.includes(connectionId));
      return added && { participantId: added.connectionId };
    });
  }

  async function transfer(params: SdkParams): Promise<object> {
    const contact = desk.contact(params);
    const { contactId } = contact;
    const endpoint = params.quickConnect;
    if (!isCall(contact)) await desk.ask('transferContact', { contactId, endpoint });
    else {
      await desk.ask('createAdditionalConnection', { contactId, endpoint });
      await desk.act('destroyConnection', desk.self(params));
    }
    return {};
  }

  const preview = (contact: ContactData): boolean =>
    contact.initiationMethod === 'campaign_preview' && contact.state.type === 'incoming';

  async function engage(params: SdkParams): Promise<object> {
    const { contactId } = desk.contact(params);
    await desk.ask('engagePreviewContact', { contactId });
    return desk.shown(({ snapshot }) => {
      const contact = snapshot.contacts.find((one) => one.contactId === contactId);
      const customer = contact && !preview(contact) && contact.connections.find(({ type }) => type === 'outbound');
      return customer ? { participantId: customer.connectionId } : undefined;
    });
  }

  function stateDuration(contact: ContactData): object {
    return { stateDuration: Math.max(0, Date.now() - contact.state.timestamp.getTime()) };
  }

  return {
    'contact/getInitialContactId': read(({ initialContactId }) => ({
      initialContactId: initialContactId ?? undefined,
    })),
    'contact/getType': read(({ type }) => ({ type })),
    'contact/getChannelType': read(channelOf),
    'contact/getStateDuration': read(stateDuration),
    'contact/getQueue': read(({ queue }) => queueOf(queue)),
    'contact/getQueueTimestamp': read(({ queueTimestamp }) => ({ queueTimestamp: queueTimestamp ?? undefined })),
    'contact/getDescription': read(({ description }) => ({ description: description ?? undefined })),
    'contact/getReferences': read(({ references }) => ({ references: references ?? undefined })),
    'contact/getAttributes': attributes,
    'contact/accept': on('acceptContact'),
    'contact/reject': on('rejectContact'),
    'contact/clear': on('clearContact'),
    'contact/disconnectSelf': async (params) => {
      await desk.act('destroyConnection', desk.self(params));
      return {};
    },
    'contact/isAutoAcceptEnabled': read((contact) => ({
      isAutoAcceptEnabled: ownConnection(contact)?.softphoneMediaInfo?.autoAccept === true,
    })),
    'contact/isPreviewMode': read((contact) => ({ isPreviewMode: preview(contact) })),
    'contact/getPreviewConfiguration': async (params) =>
      desk.ask('getPreviewConfiguration', { contactId: desk.contact(params).contactId }),
    'contact/engagePreviewContact': engage,
    'contact/getContactRegion': read(() => ({ region: desk.region })),
    'contact/getInstanceDetails': read(() => ({ origin, region: desk.region })),
    'contact/listParticipants': read((contact) =>
      contact.connections
        .filter(({ state }) => OVER.includes(contact.state.type) || state.type !== 'disconnected')
        .map((connection) => participantOf(contact, connection)),
    ),
    'contact/getContact': read((contact) => ({ ...contactOf(contact), queue: queueOf(contact.queue) })),
    'contact/addParticipant': addParticipant,
    'contact/transfer': transfer,
    'contact/listContacts': () => desk.contacts.map(contactOf),
    'contact/getParticipant': (params) => {
      const { contact, connection } = desk.participant(params);
      return participantOf(contact, connection);
    },
    'contact/getParticipantState': (params) => {
      const { type } = desk.participant(params).connection.state;
      return { value: type };
    },
    'contact/disconnectParticipant': async (params) => {
      const found = desk.participant(params);
      if (found.connection.state.type === 'disconnected') {
        throw new SdkRefusal('noResult', 'The participant has left already.');
      }
      await desk.act('destroyConnection', found);
      return {};
    },
  };
}
