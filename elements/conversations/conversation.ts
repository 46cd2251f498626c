// One chat: its lines in the service's order, the session they come over, what is on its way, who types, what is unread, the draft.
import type { MessageBoard } from '../host/message-board.js';
import { attempt } from '../page/attempt.js';
import { isSaid, type Line, lineOf, type Reading } from './line.js';
import { Lines, type LinesChange } from './lines.js';
import { OwnMessages } from './own-messages.js';
import { type ChatSession, SENT_EVENTS, type WireItem } from './session.js';
import { type ConversationStatus, SessionKeeper } from './session-keeper.js';
import { Typing } from './typing.js';
import { Unread } from './unread.js';

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
  readonly #typing = new Typing(() => this.#changed());
  readonly #unread: Unread;
  readonly #own: OwnMessages;
  readonly #keeper: SessionKeeper;

  constructor(needs: ConversationNeeds) {
    const { contactId, participantId, board } = needs;
    this.contactId = contactId;
    this.#needs = needs;
    this.#unread = new Unread(contactId, board);
    this.#own = new OwnMessages({
      contactId,
      participantId,
      lines: this.#lines,
      agentName: () => needs.agentName(),
      skew: () => needs.skew(),
      taken: (line) => this.#unread.came(line),
      lookUp: () => this.lookUp(),
    });
    this.#keeper = new SessionKeeper({
      session: () => needs.session(),
      isKnown: (id) => this.#lines.byId(id) !== undefined,
      changed: () => this.#changed(),
      opened: (items) => this.#opened(items),
      tookEarlier: (items) => this.#lines.take(this.#read(items)),
      came: (items) => this.#took(items),
      use: (session) => {
        if (!session) this.#typing.stop();
        this.#own.use(session);
      },
      typing: (item) => item?.ParticipantId !== participantId && this.#typing.of(item?.DisplayName ?? ''),
      receipt: (item) => this.#own.receipt(item),
      over: () => this.end(),
    });
  }

  get status(): ConversationStatus {
    return this.#keeper.status;
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
    return this.#unread.count;
  }

  /** True if there is more of the transcript than has been loaded. */
  get hasEarlier(): boolean {
    return this.#keeper.hasEarlier;
  }

  get isLoading(): boolean {
    return this.#keeper.isLoading;
  }

  /** Calls back on each change. Returns what ends it. */
  watch(listener: ConversationListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Opens the session, unless there is one, or an attempt has failed: the next one is made by itself. */
  open(): void {
    this.#keeper.open();
  }

  /** Opens the session, if there is none, at once. */
  retry(): void {
    this.#keeper.retry();
  }

  /** The chat is over: what was said stays, and so does what the agent was writing: as what was not sent. */
  end(): void {
    if (this.status === 'ended') return;
    this.#typing.stop();
    this.#keeper.end();
    this.#own.end();
    const draft = this.draft.trim();
    if (draft) this.#own.keep({ text: draft, contentType: 'text/plain', file: null });
    this.draft = '';
    this.draftFiles = [];
  }

  /** The contact is gone, or the agent: nothing of it stays. */
  forget(): void {
    this.draft = '';
    this.end();
    this.#keeper.forget();
    this.#own.forget();
    this.#lines.clear();
    this.#unread.forget();
    this.#listeners.clear();
  }

  /** Loads the page before the first line. */
  loadEarlier(): Promise<void> {
    return this.#keeper.loadEarlier();
  }

  /** Looks for what has come while nothing was heard. Never rejects; resolves to false if it could not be known. */
  lookUp(): Promise<boolean> {
    return this.#keeper.lookUp();
  }

  /**
   * Sends a text. It is shown at once.
   * @returns settles when the service has it; rejects when it is given up.
   */
  say(text: string, contentType = 'text/plain'): Promise<void> {
    return this.#own.post({ text, contentType, file: null });
  }

  /** Sends a file, likewise. */
  sendFile(file: File): Promise<void> {
    return this.#own.post({ file });
  }

  /** Sends again what has failed, unless the chat is over. */
  again(key: string): Promise<void> {
    return this.status === 'ended' ? Promise.resolve() : this.#own.again(key);
  }

  /** Forgets what has failed. */
  discard(key: string): void {
    this.#own.discard(key);
  }

  /** The agent is typing: the customer is told, but not with every key. */
  typed(): void {
    const session = this.#openSession;
    if (session) this.#typing.own(() => session.sendEvent({ contentType: SENT_EVENTS.typing }));
  }

  /** The agent sees the chat: what has come is read. */
  seen(): void {
    if (this.#unread.clear()) this.#changed();
    const session = this.#openSession;
    const messageId = session && this.#unread.toldRead(this.lines);
    if (!messageId) return;
    const content = JSON.stringify({ messageId });
    for (const contentType of [SENT_EVENTS.delivered, SENT_EVENTS.read]) {
      session.sendEvent({ contentType, content }).catch(() => {});
    }
  }

  /**
   * A file, whatever its type: to be shown by nobody but who asked for it.
   * @throws what ChatJS fails with; Error if it knows no way.
   */
  async file(attachmentId: string): Promise<Blob> {
    const { session } = this.#keeper;
    if (!session?.downloadAttachment) throw new Error('Files of this chat cannot be had any more.');
    return session.downloadAttachment({ attachmentId });
  }

  get #openSession(): ChatSession | null {
    return this.status === 'open' ? this.#keeper.session : null;
  }

  #opened(items: readonly WireItem[]): void {
    if (this.lines.some(({ id }) => id !== null)) return this.#took(items);
    this.#lines.take(this.#read(items));
    this.#unread.countOld(this.lines, items, this.#needs.participantId);
  }

  /** Takes what the service tells, in order. */
  #took(items: readonly WireItem[]): void {
    for (const item of items) {
      if (item.MessageMetadata && !item.Content && !item.Attachments && item.Type !== 'EVENT') this.#own.receipt(item);
      const line = lineOf(item, this.#reading);
      if (line) this.#takeOne(line);
      if (line?.event === 'chat.ended' && line.contactId === this.contactId) this.end();
    }
  }

  #takeOne(line: Line): void {
    if (line.isOwn && this.#own.recognizes(line)) return;
    const isKnown = line.id !== null && this.#lines.byId(line.id) !== undefined;
    this.#lines.put(line);
    if (isKnown || !isSaid(line) || line.contactId !== this.contactId) return;
    if (!line.isOwn) this.#typing.stop(line.who);
    this.#unread.came(line);
  }

  get #reading(): Reading {
    const { contactId, participantId } = this.#needs;
    return { contactId, participantId, skew: this.#needs.skew() };
  }

  #read(items: readonly WireItem[]): Line[] {
    const reading = this.#reading;
    return items.flatMap((item) => lineOf(item, reading) ?? []);
  }

  #changed(): void {
    this.#tell({ what: 'state' });
  }

  #tell(change: ConversationChange): void {
    for (const listener of [...this.#listeners]) attempt(() => listener(change));
  }
}
