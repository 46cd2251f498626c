// The chats of one service: a room for each chat contact, which follows its life, and the tokens that lead into it.
import { ACCESS_DENIED, CtiError } from '../ccp/cti-service-client.js';
import { ChatEvent, ChatRoom } from './chat-room.js';
import type { ChatAttachment, ChatItem, Participant, ScanStatus } from '../channel/chat-wire.js';
import type { CustomerFile, PastLine } from '../channel/script-channel.js';
import { pastItems } from './past-lines.js';
import { ScriptedCustomer } from './scripted-customer.js';
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

/** Milliseconds after which the service approves of a file by itself. */
const SCAN_TIME = 10_000;

/** Content type of what somebody has chosen from an interactive message. */
const INTERACTIVE_ANSWER = 'application/vnd.amazonaws.connect.message.interactive.response';

/** Keeps the rooms. A room is there as long as its contact. */
export class ChatRooms {
  readonly #options: ChatRoomsOptions;
  readonly #ids: IdGenerator;
  readonly #rooms = new Map<string, ChatRoom>();
  readonly #customers = new Map<string, ScriptedCustomer>();
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
    for (const contactId of this.#rooms.keys()) {
      if (ids.has(contactId)) continue;
      this.#rooms.delete(contactId);
      this.#customers.delete(contactId);
    }
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

  /** The customer has read everything. */
  customerReads(contact: ContactModel): void {
    this.#withCustomer(contact, (room, customer) => room.readAll(customer));
  }

  /** The customer sends a file. Returns its id. */
  customerSendsFile(
    contact: ContactModel,
    { name = 'photo.png', type = 'image/png', size = 48_000 }: CustomerFile,
  ): string {
    const file = this.newFile(name, type, size);
    this.#withCustomer(contact, (room, customer) => this.attach(room, customer, [file]));
    return file.AttachmentId;
  }

  /** A file that nobody has looked at. */
  newFile(name: string, type: string, size: number): ChatAttachment {
    const AttachmentId = this.#ids.uuid();
    return {
      AttachmentId,
      AttachmentName: name,
      ContentType: type,
      AttachmentSizeInBytes: size,
      Status: 'IN_PROGRESS',
    };
  }

  /** Somebody sends files; the service looks at them after a while. */
  attach(room: ChatRoom, from: Participant, files: readonly ChatAttachment[]): void {
    room.attach(from, files);
    for (const { AttachmentId: id } of files) {
      this.#options.clock.setTimer(
        SCAN_TIME,
        () => room.file(id)?.Status === 'IN_PROGRESS' && room.scan(id, 'APPROVED'),
      );
    }
  }

  /**
   * The service has looked at the files of a chat, or at one.
   * @param id of the contact, or of the file.
   * @throws Error if there is no such file.
   */
  scan(id: string, status: ScanStatus): void {
    const room = this.#rooms.get(id);
    const isFound = room ? room.scan(null, status) : [...this.#rooms.values()].some((one) => one.scan(id, status));
    if (!isFound) throw new Error(`There is no file to look at in "${id}": give the id of a chat, or of a file.`);
  }

  /** The customer chooses from what they were offered. */
  customerChooses(contact: ContactModel, value: string): void {
    const content = JSON.stringify({ templateType: 'ListPicker', version: '1.0', data: { content: { title: value } } });
    this.#withCustomer(contact, (room, customer) => room.say(customer, content, INTERACTIVE_ANSWER));
  }

  /**
   * The service says something.
   * @throws Error if the contact is no chat.
   */
  systemSays(contact: ContactModel, text: string, contentType?: string): void {
    this.#room(contact).say({ id: 'system', role: 'SYSTEM', name: 'SYSTEM_MESSAGE' }, text, contentType);
  }

  /** The agent says something by other means than the participant service. */
  agentSays(contact: ContactModel, text: string): void {
    const room = this.#room(contact);
    const agent = room.participant(agentConnection(contact)?.connectionId ?? '');
    if (!agent) throw new Error(`The agent takes no part in contact ${contact.contactId}.`);
    room.say(agent, text);
  }

  /** What was said in a chat; nothing in what is none. */
  transcript(contactId: string): readonly ChatItem[] {
    return this.#rooms.get(contactId)?.transcript ?? [];
  }

  /** What was said in earlier chats. */
  remember(contact: ContactModel, lines: readonly PastLine[]): void {
    const { clock, agentName } = this.#options;
    const customer = this.#room(contact).customer?.name ?? 'Customer';
    const names = { customer, agent: agentName(), bot: 'Bot', system: 'SYSTEM_MESSAGE' };
    const now = clock.shown(clock.now()).getTime();
    this.#room(contact).remember(pastItems(lines, { names, now, newId: () => this.#ids.uuid() }));
  }

  /** From now on the customer answers what the agent says. */
  letAnswer(contact: ContactModel, replies: readonly string[] | true): void {
    const { clock } = this.#options;
    const customer = new ScriptedCustomer(replies, {
      wait: (milliseconds, then) => clock.setTimer(milliseconds, then),
      isThere: () => this.#rooms.get(contact.contactId)?.customer !== undefined,
      reads: () => this.customerReads(contact),
      types: () => this.customerTypes(contact),
      says: (text) => this.customerSays(contact, text),
    });
    this.#customers.set(contact.contactId, customer);
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

  #room({ contactId, type }: ContactModel): ChatRoom {
    const room = this.#rooms.get(contactId);
    if (!room) throw new Error(`Contact ${contactId} is of type ${type}; customers write in chats only.`);
    return room;
  }

  #withCustomer(contact: ContactModel, act: (room: ChatRoom, customer: Participant) => void): void {
    const { contactId } = contact;
    const room = this.#room(contact);
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
      heard: ({ Type, ParticipantRole: role }) => {
        if (Type === 'MESSAGE' && role === 'AGENT') this.#customers.get(contactId)?.heard();
      },
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
