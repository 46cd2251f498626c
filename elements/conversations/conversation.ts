// One chat: its lines in the service's order, what is on its way, who types, what has not been seen, and the draft.
import { randomId } from '../../src/conduit/random-id.js';
import type { ContactMessages, MessageBoard, MessageView } from '../host/message-board.js';
import { attempt } from '../page/attempt.js';
import { type Delivery, isSaid, type Line, lineOf, plainText, type Reading } from './line.js';
import { Lines, type LinesChange } from './lines.js';
import { Outbox, type Outgoing, type Parcel } from './outbox.js';
import { type ChatSession, listOf, SENT_EVENTS, type SentAnswer, type SessionEvent, type WireItem } from './session.js';
import { Typing } from './typing.js';

/** Where a conversation stands. */
export type ConversationStatus = 'opening' | 'open' | 'lost' | 'failed' | 'not-loaded' | 'ended';

/** What has changed: lines, or anything else. */
export type ConversationChange = LinesChange | { readonly what: 'state' };

/** Told of each change, at once. */
export type ConversationListener = (change: ConversationChange) => void;

/** What a conversation is made with. */
export interface ConversationNeeds extends Omit<Reading, 'skew'> {
  readonly board: MessageBoard;
  /** Server time minus page time, in milliseconds, now. */
  skew(): number;
  /** The agent's name, for what they have just written. */
  agentName(): string;
  /** The session; rejects with an error whose `code` is `not-loaded` if there is no ChatJS. */
  session(): Promise<ChatSession>;
}

/** Lines of a page of the transcript: as many as the service gives. */
const PAGE = 100;

/** Pages that are looked through for what was missed: more than a chat can have had meanwhile. */
const MOST_PAGES = 20;

/** Milliseconds between two attempts to open a session: the first, and the longest. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/** Subscriptions of a session by which something is told in the transcript; older versions lack some. */
const TELLING = [
  'onMessage',
  'onParticipantIdle',
  'onParticipantReturned',
  'onParticipantInvited',
  'onAutoDisconnection',
  'onAuthenticationInitiated',
  'onAuthenticationSuccessful',
  'onAuthenticationFailed',
  'onAuthenticationTimeout',
  'onAuthenticationCanceled',
  'onParticipantDisplayNameUpdated',
] as const;

/** One chat. */
export class Conversation {
  /** What the agent has written and not sent. */
  draft = '';
  /** The files that go with it. */
  draftFiles: readonly File[] = [];
  /** True if files can be sent. */
  allowsFiles = true;
  /** True once the service knows who the customer is. */
  isVerified = false;
  readonly contactId: string;
  readonly #needs: ConversationNeeds;
  readonly #listeners = new Set<ConversationListener>();
  readonly #lines = new Lines((change) => this.#tell(change));
  readonly #typing = new Typing(() => this.#tell({ what: 'state' }));
  readonly #outbox: Outbox;
  /** What was given to be sent, until the service has it: to be sent again. */
  readonly #parcels = new Map<string, Parcel>();
  /** What is sent without an answer that names it: files, until their line comes. */
  readonly #unnamed: Outgoing[] = [];
  #status: ConversationStatus = 'opening';
  #session: ChatSession | null = null;
  #earlier: string | null = null;
  #isLoading = false;
  #unread = 0;
  #lastRead: string | null = null;
  #last: Line | null = null;
  #lastIsNew = false;
  #customerWroteAt: number | null = null;
  #pause = FIRST_PAUSE;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lookingUp: Promise<void> | null = null;

  constructor(needs: ConversationNeeds) {
    this.contactId = needs.contactId;
    this.#needs = needs;
    this.#outbox = new Outbox({
      trying: ({ key }) => this.#mark(key, 'sending'),
      sent: (outgoing, answer) => this.#sent(outgoing, answer),
      failed: ({ key }) => this.#mark(key, 'failed'),
      lookUp: () => this.lookUp(),
    });
  }

  get status(): ConversationStatus {
    return this.#status;
  }

  /** In the order of the service; what it has not taken yet comes last. */
  get lines(): readonly Line[] {
    return this.#lines.all;
  }

  /** Name of who types; null if nobody does. */
  get typing(): string | null {
    return this.#typing.who;
  }

  get unread(): number {
    return this.#unread;
  }

  /** True if there is more of the transcript than has been loaded. */
  get hasEarlier(): boolean {
    return this.#earlier !== null && this.#session !== null;
  }

  get isLoading(): boolean {
    return this.#isLoading;
  }

  /** Calls back on each change. Returns what ends it. */
  watch(listener: ConversationListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Opens the session, unless there is one, or an attempt has failed: the next one is made by itself. */
  open(): void {
    if (this.#status === 'opening' && !this.#isLoading) void this.#open();
  }

  /** Opens the session, if there is none, at once. */
  retry(): void {
    if (this.#session || this.#isLoading || this.#status === 'ended') return;
    clearTimeout(this.#timer);
    void this.#open();
  }

  /** The chat is over: what was said stays. */
  end(): void {
    if (this.#status === 'ended') return;
    clearTimeout(this.#timer);
    this.#typing.stop();
    this.#setStatus('ended');
    this.#outbox.end();
  }

  /** The contact is gone, or the agent: nothing of it stays. */
  forget(): void {
    this.end();
    this.#session = null;
    this.draft = '';
    this.draftFiles = [];
    this.#parcels.clear();
    this.#last = null;
    this.#earlier = null;
    this.#lines.clear();
    this.#unnamed.length = 0;
    this.#needs.board.write(this.contactId, null);
    this.#listeners.clear();
  }

  /** Loads the page before the first line. */
  async loadEarlier(): Promise<void> {
    const session = this.#session;
    if (!session || this.#earlier === null || this.#isLoading) return;
    await this.#loading(async () => {
      const { items, next } = await this.#page(session, this.#earlier);
      this.#earlier = next;
      this.#lines.take(this.#read(items));
    });
  }

  /** Looks for what has come while nothing was heard. Never rejects. */
  lookUp(): Promise<void> {
    return (this.#lookingUp ??= this.#lookUp()
      .catch(() => {})
      .finally(() => (this.#lookingUp = null)));
  }

  /**
   * Sends a text. It is shown at once.
   * @returns settles when the service has it; rejects when it is given up.
   */
  say(text: string, contentType = 'text/plain'): Promise<void> {
    return this.#post({ text, contentType, file: null });
  }

  /** Sends a file, likewise. */
  sendFile(file: File): Promise<void> {
    return this.#post({ file });
  }

  /** Sends again what has failed. */
  again(key: string): Promise<void> {
    const parcel = this.#parcels.get(key);
    if (!parcel || this.#lines.of(key)?.delivery !== 'failed') return Promise.resolve();
    this.#mark(key, 'waiting');
    return this.#outbox.add(key, parcel);
  }

  /** Forgets what has failed. */
  discard(key: string): void {
    if (this.#lines.of(key)?.delivery === 'failed') this.#lines.remove(key);
    this.#parcels.delete(key);
  }

  /** The agent is typing: the customer is told, but not with every key. */
  typed(): void {
    const session = this.#session;
    if (session && this.#status === 'open')
      this.#typing.own(() => session.sendEvent({ contentType: SENT_EVENTS.typing }));
  }

  /** The agent sees the chat: what has come is read. */
  seen(): void {
    const newest = this.lines.findLast(
      (line) => isSaid(line) && line.speaker === 'customer' && line.contactId === this.contactId,
    );
    if (this.#unread > 0) {
      this.#unread = 0;
      this.#note();
      this.#tell({ what: 'state' });
    }
    if (!newest?.id || newest.id === this.#lastRead || !this.#session || this.#status !== 'open') return;
    this.#lastRead = newest.id;
    const content = JSON.stringify({ messageId: newest.id });
    for (const contentType of [SENT_EVENTS.delivered, SENT_EVENTS.read]) {
      this.#session.sendEvent({ contentType, content }).catch(() => {});
    }
  }

  /**
   * A file, whatever its type: to be shown by nobody but who asked for it.
   * @throws what ChatJS fails with; Error if it knows no way.
   */
  async file(attachmentId: string): Promise<Blob> {
    const download = this.#session?.downloadAttachment;
    if (!this.#session || !download) throw new Error('Files of this chat cannot be had any more.');
    return download.call(this.#session, { attachmentId });
  }

  #post(parcel: Parcel): Promise<void> {
    const key = randomId();
    this.#parcels.set(key, parcel);
    const { file } = parcel;
    this.#lines.put({
      key,
      id: null,
      contactId: this.contactId,
      kind: file ? 'attachment' : 'message',
      speaker: 'agent',
      isOwn: true,
      who: this.#needs.agentName(),
      participantId: this.#needs.participantId,
      at: Date.now(),
      contentType: file ? file.type : parcel.contentType,
      text: file ? '' : parcel.text,
      event: null,
      interactive: null,
      attachments: file
        ? [{ attachmentId: '', name: file.name, type: file.type, size: file.size, scan: 'scanning' }]
        : [],
      delivery: 'waiting',
    });
    return this.#outbox.add(key, parcel);
  }

  async #open(): Promise<void> {
    if (this.#status !== 'lost') this.#setStatus('opening');
    await this.#loading(async () => {
      const session = await this.#needs.session();
      if (this.#isOver) return;
      const { items, next } = await this.#page(session, null);
      if (this.#isOver) return;
      this.#session = session;
      this.#listen(session);
      this.#earlier = next;
      const isFirst = this.lines.every(({ id }) => id === null);
      this.#take(items, !isFirst);
      if (isFirst) this.#countOld(items);
      this.#pause = FIRST_PAUSE;
      this.#setStatus('open');
      this.#outbox.use(session);
      // What came between the page and the listening.
      void this.lookUp();
    }).catch((error: unknown) => this.#failed(error));
  }

  #failed(error: unknown): void {
    if (this.#isOver) return;
    const isMissing = (error as { code?: unknown } | null)?.code === 'not-loaded';
    this.#setStatus(isMissing ? 'not-loaded' : 'failed');
    if (isMissing) return;
    this.#timer = setTimeout(() => this.retry(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
  }

  get #isOver(): boolean {
    return this.#status === 'ended';
  }

  async #loading(load: () => Promise<void>): Promise<void> {
    this.#isLoading = true;
    this.#tell({ what: 'state' });
    try {
      await load();
    } finally {
      this.#isLoading = false;
      this.#tell({ what: 'state' });
    }
  }

  async #page(session: ChatSession, nextToken: string | null): Promise<{ items: WireItem[]; next: string | null }> {
    const { data } = await session.getTranscript({
      maxResults: PAGE,
      scanDirection: 'BACKWARD',
      sortOrder: 'ASCENDING',
      ...(nextToken !== null && { nextToken }),
    });
    const items = listOf(data?.Transcript);
    return { items, next: data?.NextToken || null };
  }

  #listen(session: ChatSession): void {
    // ChatJS has no way to stop listening: a session that has been replaced is not heeded.
    const on = (heed: (item: WireItem | undefined) => void) => (event: SessionEvent) => {
      if (this.#session === session) attempt(() => heed(event?.data));
    };
    const told = on((item) => item && this.#take([item], true));
    for (const name of TELLING) session[name]?.(told);
    session.onTyping(
      on((item) => item?.ParticipantId !== this.#needs.participantId && this.#typing.of(item?.DisplayName ?? '')),
    );
    for (const name of ['onReadReceipt', 'onDeliveredReceipt'] as const)
      session[name]?.(on((item) => this.#receipt(item)));
    session.onEnded?.(on(() => this.end()));
    session.onConnectionLost?.(on(() => this.#cutOff()));
    session.onConnectionEstablished(on(() => this.#back(session)));
    session.onConnectionBroken(
      on(() => {
        this.#cutOff();
        this.#session = null;
        // Unless the chat is over, which the next snapshot tells.
        this.#timer = setTimeout(() => this.retry(), FIRST_PAUSE);
      }),
    );
  }

  #cutOff(): void {
    if (this.#status !== 'open') return;
    this.#typing.stop();
    this.#outbox.use(null);
    this.#setStatus('lost');
  }

  #back(session: ChatSession): void {
    if (this.#status !== 'lost') return;
    void this.lookUp().then(() => {
      if (this.#session !== session || this.#status !== 'lost') return;
      this.#setStatus('open');
      this.#outbox.use(session);
    });
  }

  async #lookUp(): Promise<void> {
    const session = this.#session;
    const missed: WireItem[] = [];
    let token: string | null = null;
    for (let pages = 0; session && pages < MOST_PAGES; pages++) {
      const { items, next }: { items: WireItem[]; next: string | null } = await this.#page(session, token);
      missed.unshift(...items);
      token = next;
      if (!next || items.some(({ Id }) => Id !== undefined && this.#lines.byId(Id))) break;
    }
    if (this.#session === session) this.#take(missed, true);
  }

  /** Takes what the service tells, in order. */
  #take(items: readonly WireItem[], isNew: boolean): void {
    if (!isNew) {
      this.#lines.take(this.#read(items));
      return;
    }
    for (const item of items) {
      if (item.MessageMetadata && !item.Content && !item.Attachments && item.Type !== 'EVENT') this.#receipt(item);
      const line = lineOf(item, this.#reading);
      if (line) this.#takeOne(line);
      if (line?.event === 'chat.ended' && line.contactId === this.contactId) this.end();
    }
  }

  #takeOne(line: Line): void {
    const sent = line.isOwn ? this.#echoed(line) : undefined;
    if (sent) return this.#named(sent, line);
    const isKnown = line.id !== null && this.#lines.byId(line.id) !== undefined;
    this.#lines.put(line);
    if (isKnown || !isSaid(line) || line.contactId !== this.contactId) return;
    if (line.isOwn) return this.#noteLine(line, true);
    this.#typing.stop(line.who);
    if (line.speaker !== 'system') this.#unread++;
    this.#noteLine(line, true);
  }

  /** What was sent from here and comes back as this line, before the service's answer has named it. */
  #echoed(line: Line): Outgoing | undefined {
    if (line.id !== null && this.#lines.byId(line.id)) return undefined;
    const { head } = this.#outbox;
    const inFlight = head?.wasTried ? [head] : [];
    return [...this.#unnamed, ...inFlight].find(({ parcel }) =>
      parcel.file
        ? line.attachments.some(({ name }) => name === parcel.file.name)
        : line.kind === 'message' && line.text === parcel.text && line.contentType === parcel.contentType,
    );
  }

  /** The line of something that was sent is there. */
  #named(outgoing: Outgoing, line: Line): void {
    this.#parcels.delete(outgoing.key);
    this.#lines.put({ ...line, key: outgoing.key });
    const index = this.#unnamed.indexOf(outgoing);
    if (index >= 0) this.#unnamed.splice(index, 1);
    if (!outgoing.isOver) this.#outbox.arrived(outgoing);
    this.#noteLine(line, true);
  }

  #sent(outgoing: Outgoing, { data }: SentAnswer): void {
    const line = this.#lines.of(outgoing.key);
    if (!line || line.id !== null) return;
    const { Id: id, AbsoluteTime: time } = data ?? {};
    const twin = id === undefined ? undefined : this.#lines.byId(id);
    if (twin) this.#lines.remove(twin.key);
    const at = Date.parse(time ?? '') - this.#needs.skew();
    const delivery = twin?.delivery ?? 'sent';
    const sent = {
      ...line,
      ...twin,
      key: line.key,
      id: id ?? null,
      delivery,
      at: twin?.at ?? (Number.isNaN(at) ? line.at : at),
    };
    this.#lines.put(sent);
    if (id === undefined) this.#unnamed.push(outgoing);
    else {
      this.#parcels.delete(outgoing.key);
      this.#noteLine(sent, true);
    }
  }

  #mark(key: string, delivery: Delivery): void {
    const line = this.#lines.of(key);
    if (line && line.id === null)
      this.#lines.put({ ...line, delivery, ...(delivery === 'waiting' && { at: Date.now() }) });
  }

  #receipt(item: WireItem | undefined): void {
    const { MessageId: id } = item?.MessageMetadata ?? {};
    const line = id === undefined ? undefined : this.#lines.byId(id);
    if (!line?.isOwn || line.delivery === 'read') return;
    const receipts = item?.MessageMetadata?.Receipts ?? [];
    const isRead = receipts.some((receipt) => receipt?.ReadTimestamp);
    this.#lines.put({ ...line, delivery: isRead ? 'read' : 'delivered' });
    // Who has read a message has read those before it.
    if (isRead)
      for (const before of this.lines)
        if (before.isOwn && before.id && before.at < line.at && before.delivery !== 'read') {
          this.#lines.put({ ...before, delivery: 'read' });
        }
  }

  get #reading(): Reading {
    const { contactId, participantId } = this.#needs;
    return { contactId, participantId, skew: this.#needs.skew() };
  }

  #read(items: readonly WireItem[]): Line[] {
    const reading = this.#reading;
    return items.flatMap((item) => lineOf(item, reading) ?? []);
  }

  /** Of what was there before: what the customer has written since the agent's last word, and no receipt says that it was read. */
  #countOld(items: readonly WireItem[]): void {
    const { participantId } = this.#needs;
    const said = this.lines.filter((line) => isSaid(line) && line.contactId === this.contactId);
    const answered = said.findLastIndex(({ speaker }) => speaker === 'agent');
    const read = items.findLast(({ MessageMetadata }) =>
      MessageMetadata?.Receipts?.some((one) => one?.ReadTimestamp && one.RecipientParticipantId === participantId),
    );
    const seen = Math.max(
      answered,
      said.findIndex(({ id }) => id !== null && id === read?.Id),
    );
    this.#lastRead = read?.Id ?? null;
    this.#unread = said.slice(seen + 1).filter(({ speaker }) => speaker === 'customer').length;
    const last = said.at(-1);
    for (const line of said) if (line.speaker === 'customer') this.#customerWroteAt = line.at;
    if (last) this.#noteLine(last, false);
  }

  /** The newest line is another one. */
  #noteLine(line: Line, isNew: boolean): void {
    if (line.speaker === 'customer') this.#customerWroteAt = Math.max(line.at, this.#customerWroteAt ?? 0);
    this.#last = line;
    this.#lastIsNew = isNew;
    this.#note();
  }

  #note(): void {
    const { contactId, board } = this.#needs;
    const messages: ContactMessages = {
      unread: this.#unread,
      lastMessage: this.#last && messageOf(this.#last, this.#lastIsNew),
      customerWroteAt: this.#customerWroteAt,
    };
    board.write(contactId, messages);
  }

  #setStatus(status: ConversationStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    this.#tell({ what: 'state' });
  }

  #tell(change: ConversationChange): void {
    for (const listener of [...this.#listeners]) attempt(() => listener(change));
  }
}

const messageOf = (line: Line, isNew: boolean): MessageView => ({
  messageId: line.id ?? line.key,
  from: line.speaker,
  who: line.who,
  text: plainText(line),
  at: line.at,
  isNew,
});
