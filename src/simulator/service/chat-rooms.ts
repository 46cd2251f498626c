// The chats of one service: a room for each chat contact, which follows its life, and the tokens that lead into it.
import { ACCESS_DENIED, CtiError } from '../ccp/cti-service-client.js';
import { ChatEvent, ChatRoom } from './chat-room.js';
import type { ChatItem, Participant } from '../channel/chat-wire.js';
import { agentConnection, type ConnectionModel, type ContactModel, isActive, isFinished } from './contact-model.js';
import { IdGenerator } from './id-generator.js';
import type { VirtualClock } from './virtual-clock.js';

/** What the rooms need. */
export interface ChatRoomsOptions {
  clock: VirtualClock;
  /** Start of the ids of messages; they take none of the service's other ids. */
  seed: number;
  /** The agent's name, as customers see it. */
  agentName: () => string;
  /** Brings something to the agent, over the web socket. */
  publish: (message: unknown) => void;
}

/** Whoever holds a token: where it leads, and as whom. */
export interface ChatGuest {
  readonly contactId: string;
  readonly participantId: string;
  readonly room: ChatRoom;
  /** Undefined while they do not take part: not yet, or no more. */
  readonly participant: Participant | undefined;
}

function tokenIn(connectionData: unknown): string | undefined {
  if (typeof connectionData !== 'string') return undefined;
  return (JSON.parse(connectionData) as { ConnectionAuthenticationToken?: string }).ConnectionAuthenticationToken;
}

/** Keeps the rooms. A room is there as long as its contact. */
export class ChatRooms {
  readonly #options: ChatRoomsOptions;
  readonly #ids: IdGenerator;
  readonly #rooms = new Map<string, ChatRoom>();
  readonly #tokens = new Map<string, { contactId: string; participantId: string }>();

  constructor(options: ChatRoomsOptions) {
    this.#options = options;
    this.#ids = new IdGenerator(options.seed ^ 0xc4a7);
  }

  /** Transcripts by contact. */
  get transcripts(): Record<string, readonly ChatItem[]> {
    return Object.fromEntries([...this.#rooms].map(([contactId, { transcript }]) => [contactId, transcript]));
  }

  /** Brings the rooms to where the contacts are now. */
  follow(contacts: readonly ContactModel[]): void {
    const chats = contacts.filter(({ type }) => type === 'chat');
    for (const contact of chats) this.#followOne(contact);
    const ids = new Set(chats.map(({ contactId }) => contactId));
    for (const contactId of this.#rooms.keys()) if (!ids.has(contactId)) this.#rooms.delete(contactId);
    for (const [token, { contactId }] of this.#tokens) if (!ids.has(contactId)) this.#tokens.delete(token);
  }

  /**
   * The customer writes a line.
   * @throws Error if the contact is no chat, or the customer has left.
   */
  customerSays(contact: ContactModel, text: string): void {
    this.#withCustomer(contact, (room, customer) => room.say(customer, text));
  }

  /**
   * The customer types.
   * @throws Error if the contact is no chat, or the customer has left.
   */
  customerTypes(contact: ContactModel): void {
    this.#withCustomer(contact, (room, customer) => room.signal(customer, ChatEvent.TYPING));
  }

  /** The customer has left; what becomes of the contact is another matter. */
  customerLeaves({ contactId }: ContactModel): void {
    const room = this.#rooms.get(contactId);
    if (room?.customer) room.leave(room.customer.id);
  }

  /** Gives somebody a token. */
  issueToken(contactId: string, participantId: string): string {
    const token = `simulated-${this.#ids.uuid()}`;
    this.#tokens.set(token, { contactId, participantId });
    return token;
  }

  /**
   * Whoever holds a token.
   * @throws CtiError of status 403 if it is none of this service, or its contact is gone.
   */
  guest(token: string): ChatGuest {
    const known = this.#tokens.get(token);
    const room = known && this.#rooms.get(known.contactId);
    if (!room) throw new CtiError('AccessDeniedException', 'This token leads into no chat.', ACCESS_DENIED);
    return { ...known, room, participant: room.participant(known.participantId) };
  }

  #withCustomer({ contactId, type }: ContactModel, act: (room: ChatRoom, customer: Participant) => void): void {
    const room = this.#rooms.get(contactId);
    if (!room) throw new Error(`Contact ${contactId} is of type ${type}; customers write in chats only.`);
    if (!room.customer) throw new Error(`The customer of contact ${contactId} has left.`);
    act(room, room.customer);
  }

  #followOne(contact: ContactModel): void {
    const { contactId } = contact;
    const room = this.#rooms.get(contactId) ?? this.#open(contact);
    const agentId = agentConnection(contact)?.connectionId ?? '';
    if (isFinished(contact)) {
      // Unless the customer has left: then the agent stays, with what was said.
      if (contact.state.type === 'ended' && room.customer) room.leave(agentId);
      return room.end();
    }
    for (const connection of contact.connections) {
      const { connectionId, state } = connection;
      const isPresent = room.participant(connectionId) !== undefined;
      if (state.type === 'connected' && !isPresent) room.join(this.#participant(connection));
      else if (!isActive(connection) && isPresent) room.leave(connectionId);
    }
  }

  #open(contact: ContactModel): ChatRoom {
    const { contactId } = contact;
    const { clock, publish } = this.#options;
    const agent = agentConnection(contact);
    const room = new ChatRoom({
      contactId,
      initialContactId: contact.initialContactId ?? contactId,
      agentId: agent?.connectionId ?? '',
      clock,
      newId: () => this.#ids.uuid(),
      publish,
    });
    this.#rooms.set(contactId, room);
    const token = tokenIn(agent?.chatMediaInfo?.connectionData);
    if (agent && token) this.#tokens.set(token, { contactId, participantId: agent.connectionId });
    return room;
  }

  #participant({ connectionId, type, chatMediaInfo, quickConnectName }: ConnectionModel): Participant {
    if (type === 'inbound') {
      return { id: connectionId, role: 'CUSTOMER', name: (chatMediaInfo?.customerName ?? 'Customer') as string };
    }
    return { id: connectionId, role: 'AGENT', name: quickConnectName ?? this.#options.agentName() };
  }
}
