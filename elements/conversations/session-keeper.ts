// The session of one chat: opened, listened to, lost, found again, for as long as the chat lives.
import { attempt } from '../page/attempt.js';
import type { ChatSession, SessionEvent, WireItem } from './session.js';
import { pageOf, pagesBackTo, type TranscriptPart } from './transcript-pages.js';

/** Where a conversation stands. */
export type ConversationStatus = 'opening' | 'open' | 'lost' | 'failed' | 'not-loaded' | 'ended';

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

/** What a keeper needs of its conversation, and tells it. */
export interface SessionKeeperNeeds {
  /** A session; rejects with an error whose `code` is `not-loaded` if there is no ChatJS. */
  session(): Promise<ChatSession>;
  /** True for ids of items that the conversation has. */
  isKnown(id: string): boolean;
  /** The status, or whether something is loaded, is another one. */
  changed(): void;
  /** The last page of a transcript, with which a session begins. */
  opened(items: readonly WireItem[]): void;
  /** A page from before all others. */
  tookEarlier(items: readonly WireItem[]): void;
  /** Something has come, or was missed; some of it may be known. */
  came(items: readonly WireItem[]): void;
  /** What is sent goes over this session from now on; null while there is none. */
  use(session: ChatSession | null): void;
  typing(item: WireItem | undefined): void;
  receipt(item: WireItem | undefined): void;
  /** The service says that the chat is over. */
  over(): void;
}

/** Keeps the session of one chat. */
export class SessionKeeper {
  readonly #needs: SessionKeeperNeeds;
  #status: ConversationStatus = 'opening';
  #session: ChatSession | null = null;
  #earlier: string | null = null;
  #isLoading = false;
  #isOpening = false;
  #pause = FIRST_PAUSE;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lookingUp: Promise<boolean> | null = null;

  constructor(needs: SessionKeeperNeeds) {
    this.#needs = needs;
  }

  get status(): ConversationStatus {
    return this.#status;
  }

  /** The session, also while it is lost; null if there is none. */
  get session(): ChatSession | null {
    return this.#session;
  }

  /** True if there is more of the transcript than has been loaded. */
  get hasEarlier(): boolean {
    return this.#earlier !== null && this.#session !== null;
  }

  get isLoading(): boolean {
    return this.#isLoading;
  }

  /** Opens the session, unless there is one, or an attempt has failed: the next one is made by itself. */
  open(): void {
    if (this.#status === 'opening' && !this.#isOpening) void this.#open();
  }

  /** Opens the session, if there is none, at once. */
  retry(): void {
    if (this.#session || this.#isOpening || this.#isOver) return;
    clearTimeout(this.#timer);
    void this.#open();
  }

  /** The chat is over: what a session still knows, such as its files, can be had. */
  end(): void {
    clearTimeout(this.#timer);
    this.#setStatus('ended');
  }

  /** Nothing of it stays. */
  forget(): void {
    this.#session = null;
    this.#earlier = null;
  }

  /** Loads the page before the first line. */
  async loadEarlier(): Promise<void> {
    const session = this.#session;
    if (!session || this.#earlier === null || this.#isLoading) return;
    await this.#loading(async () => {
      const { items, next } = await pageOf(session, this.#earlier);
      this.#earlier = next;
      this.#needs.tookEarlier(items);
    });
  }

  /** Looks for what has come while nothing was heard. Never rejects; resolves to false if it could not be known. */
  lookUp(): Promise<boolean> {
    return (this.#lookingUp ??= this.#lookUp()
      .then(
        () => true,
        () => false,
      )
      .finally(() => (this.#lookingUp = null)));
  }

  get #isOver(): boolean {
    return this.#status === 'ended';
  }

  async #open(): Promise<void> {
    this.#isOpening = true;
    if (this.#status !== 'lost') this.#setStatus('opening');
    await this.#loading(async () => {
      const session = await this.#needs.session();
      if (this.#isOver) return;
      const page = await pageOf(session, null);
      if (!this.#isOver) this.#begin(session, page);
    })
      .catch((error: unknown) => this.#failed(error))
      .finally(() => (this.#isOpening = false));
  }

  #begin(session: ChatSession, { items, next }: TranscriptPart): void {
    this.#session = session;
    this.#listen(session);
    this.#earlier = next;
    this.#needs.opened(items);
    this.#pause = FIRST_PAUSE;
    this.#setStatus('open');
    this.#needs.use(session);
    // What came between the page and the listening.
    void this.lookUp();
  }

  #failed(error: unknown): void {
    if (this.#isOver) return;
    const isMissing = (error as { code?: unknown } | null)?.code === 'not-loaded';
    this.#setStatus(isMissing ? 'not-loaded' : 'failed');
    if (isMissing) return;
    this.#timer = setTimeout(() => this.retry(), this.#nextPause());
  }

  async #loading(load: () => Promise<void>): Promise<void> {
    this.#isLoading = true;
    this.#needs.changed();
    try {
      await load();
    } finally {
      this.#isLoading = false;
      this.#needs.changed();
    }
  }

  #listen(session: ChatSession): void {
    // ChatJS has no way to stop listening: a session that has been replaced is not heeded.
    const on = (heed: (item: WireItem | undefined) => void) => (event: SessionEvent) => {
      if (this.#session === session) attempt(() => heed(event?.data));
    };
    const told = on((item) => item && this.#needs.came([item]));
    for (const name of TELLING) session[name]?.(told);
    session.onTyping(on((item) => this.#needs.typing(item)));
    for (const name of ['onReadReceipt', 'onDeliveredReceipt'] as const) {
      session[name]?.(on((item) => this.#needs.receipt(item)));
    }
    session.onEnded?.(on(() => this.#needs.over()));
    session.onConnectionLost?.(on(() => this.#cutOff()));
    session.onConnectionEstablished(on(() => this.#back(session)));
    session.onConnectionBroken(
      on(() => {
        this.#cutOff();
        this.#session = null;
        clearTimeout(this.#timer);
        // Unless the chat is over, which the next snapshot tells.
        this.#timer = setTimeout(() => this.retry(), FIRST_PAUSE);
      }),
    );
  }

  #cutOff(): void {
    if (this.#status !== 'open') return;
    this.#needs.use(null);
    this.#setStatus('lost');
  }

  /** The connection is there again; the conversation is, once it is known what has come meanwhile. */
  #back(session: ChatSession): void {
    if (this.#status !== 'lost') return;
    void this.lookUp().then((isKnown) => {
      if (this.#session !== session || this.#status !== 'lost') return;
      if (!isKnown) {
        this.#timer = setTimeout(() => this.#back(session), this.#nextPause());
        return;
      }
      this.#pause = FIRST_PAUSE;
      this.#setStatus('open');
      this.#needs.use(session);
    });
  }

  /** Milliseconds until the next attempt; those after it are further apart. */
  #nextPause(): number {
    const pause = this.#pause;
    this.#pause = Math.min(pause * 2, LONGEST_PAUSE);
    return pause;
  }

  async #lookUp(): Promise<void> {
    const session = this.#session;
    if (!session) return;
    const missed = await pagesBackTo(session, (id) => this.#needs.isKnown(id));
    if (this.#session === session) this.#needs.came(missed);
  }

  #setStatus(status: ConversationStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    this.#needs.changed();
  }
}
