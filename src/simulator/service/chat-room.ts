// One chat: who takes part, what was said, and who hears it. As the participant service shows it.
import type { ChatAttachment, ChatItem, Participant, ScanStatus } from '../channel/chat-wire.js';
import type { VirtualClock } from './virtual-clock.js';

/** Content types of the events of a chat. */
export const ChatEvent = {
  ENDED: 'application/vnd.amazonaws.connect.event.chat.ended',
  ACKNOWLEDGED: 'application/vnd.amazonaws.connect.event.connection.acknowledged',
  DELIVERED: 'application/vnd.amazonaws.connect.event.message.delivered',
  READ: 'application/vnd.amazonaws.connect.event.message.read',
  JOINED: 'application/vnd.amazonaws.connect.event.participant.joined',
  LEFT: 'application/vnd.amazonaws.connect.event.participant.left',
  TYPING: 'application/vnd.amazonaws.connect.event.typing',
} as const;

/** What a room needs. */
export interface ChatRoomOptions {
  readonly contactId: string;
  readonly initialContactId: string;
  /** Id of the agent's own connection. */
  readonly agentId: string;
  readonly clock: VirtualClock;
  readonly newId: () => string;
  /** Brings something to the agent, over the web socket. */
  readonly publish: (message: unknown) => void;
  /** Told of each line. */
  readonly heard?: (item: ChatItem) => void;
}

/** A chat. The agent hears everything from when they join to when they leave; what was said before is in the transcript. */
export class ChatRoom {
  readonly #options: ChatRoomOptions;
  readonly #items: ChatItem[] = [];
  readonly #present = new Map<string, Participant>();
  /** Messages by the token of the request that sent them: a request that is sent again says nothing twice. */
  readonly #byToken = new Map<string, ChatItem>();
  /** True from when the agent joins: they hear that they leave, too, and the end. */
  #isHeard = false;
  #ended = false;

  constructor(options: ChatRoomOptions) {
    this.#options = options;
  }

  /** Id of the first contact of the chain. */
  get initialContactId(): string {
    return this.#options.initialContactId;
  }

  /** Everything said so far, in order. */
  get transcript(): readonly ChatItem[] {
    return this.#items;
  }

  /** True once nobody can say anything any more. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Whoever takes part now, by id. */
  participant(id: string): Participant | undefined {
    return this.#present.get(id);
  }

  /** The customer, if present. */
  get customer(): Participant | undefined {
    return [...this.#present.values()].find(({ role }) => role === 'CUSTOMER');
  }

  /** Lines of earlier contacts, before everything else. */
  remember(items: readonly ChatItem[]): void {
    this.#items.unshift(...items);
  }

  /** Somebody sends files. */
  attach(from: Participant, files: readonly ChatAttachment[]): void {
    for (const file of files) this.#keep({ ...this.#item('ATTACHMENT', file.ContentType, from), Attachments: [file] });
  }

  /** A file of this chat. */
  file(id: string): ChatAttachment | undefined {
    return this.#items.flatMap(({ Attachments = [] }) => Attachments).find(({ AttachmentId }) => AttachmentId === id);
  }

  /** The service has looked at files: one, or all that it has not looked at yet. True if there was one. */
  scan(id: string | null, status: ScanStatus): boolean {
    let isFound = false;
    this.#items.forEach((item, index) => {
      const { Attachments: files } = item;
      const isMeant = files?.some((one) => (id === null ? one.Status === 'IN_PROGRESS' : one.AttachmentId === id));
      if (!files || !isMeant) return;
      isFound = true;
      const scanned = { ...item, Attachments: files.map((one) => ({ ...one, Status: status })) };
      this.#items[index] = scanned;
      this.#tell(scanned);
    });
    return isFound;
  }

  /** Somebody has read everything that others have said; the agent hears of what was theirs. */
  readAll(reader: Participant): void {
    for (const { Id, Type, ParticipantId } of this.#items.filter(({ ContactId }) => ContactId === undefined)) {
      if (Type === 'EVENT' || ParticipantId === reader.id) continue;
      this.receipt(reader, Id, 'DeliveredTimestamp');
      this.receipt(reader, Id, 'ReadTimestamp');
      const item = this.#items.find((one) => one.Id === Id);
      const receipts =
        item?.MessageMetadata?.Receipts.filter(({ RecipientParticipantId: to }) => to === reader.id) ?? [];
      this.#tell({
        ...this.#item('MESSAGEMETADATA', ChatEvent.READ),
        MessageMetadata: { MessageId: Id, Receipts: receipts },
      });
    }
  }

  /** Somebody joins. */
  join(participant: Participant): void {
    this.#present.set(participant.id, participant);
    if (participant.id === this.#options.agentId) this.#isHeard = true;
    this.#keep(this.#event(ChatEvent.JOINED, participant));
  }

  /** Somebody leaves; does nothing if they are not there. */
  leave(id: string): void {
    const participant = this.#present.get(id);
    if (!participant) return;
    this.#present.delete(id);
    this.#keep(this.#event(ChatEvent.LEFT, participant));
  }

  /** It is over for everybody. More calls do nothing. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#keep(this.#event(ChatEvent.ENDED));
    this.#present.clear();
    this.#isHeard = false;
  }

  /**
   * Somebody says something.
   * @param token of the request, if there is one.
   */
  say(from: Participant, content: string, contentType = 'text/plain', token?: string): ChatItem {
    const said = token === undefined ? undefined : this.#byToken.get(token);
    if (said) return said;
    const item = this.#item('MESSAGE', contentType, from, content);
    if (token !== undefined) this.#byToken.set(token, item);
    this.#keep(item);
    return item;
  }

  /** Somebody types, or something else happens that is no part of the transcript. The agent hears when others type. */
  signal(from: Participant, contentType: string): ChatItem {
    const item = this.#event(contentType, from);
    if (contentType === ChatEvent.TYPING && from.id !== this.#options.agentId) this.#tell(item);
    return item;
  }

  /** A message has reached somebody, or was read. */
  receipt(from: Participant, messageId: unknown, what: 'DeliveredTimestamp' | 'ReadTimestamp'): void {
    const item = this.#items.find(({ Id }) => Id === messageId);
    if (!item) return;
    const { Receipts } = (item.MessageMetadata ??= { MessageId: item.Id, Receipts: [] });
    let receipt = Receipts.find(({ RecipientParticipantId }) => RecipientParticipantId === from.id);
    if (!receipt) Receipts.push((receipt = { RecipientParticipantId: from.id }));
    receipt[what] ??= this.#now();
  }

  #now(): string {
    const { clock } = this.#options;
    return clock.shown(clock.now()).toISOString();
  }

  #event(contentType: string, from?: Participant): ChatItem {
    return this.#item('EVENT', contentType, from);
  }

  #item(type: ChatItem['Type'], contentType: string, from?: Participant, content?: string): ChatItem {
    return {
      Id: this.#options.newId(),
      AbsoluteTime: this.#now(),
      Type: type,
      ContentType: contentType,
      ...(content !== undefined && { Content: content }),
      ...(from && { ParticipantId: from.id, ParticipantRole: from.role, DisplayName: from.name }),
    };
  }

  #keep(item: ChatItem): void {
    this.#items.push(item);
    this.#tell(item);
    this.#options.heard?.(item);
  }

  #tell(item: ChatItem): void {
    const { contactId, initialContactId, publish } = this.#options;
    if (this.#isHeard) publish({ ...item, ContactId: contactId, InitialContactId: initialContactId });
  }
}
