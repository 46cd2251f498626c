// The chats of one runtime: a conversation for each chat of its agent, for as long as the contact is there.
import type { Connect, ContactData, SnapshotUpdate } from '../../src/index.js';
import { isFinished } from '../host/contact.js';
import { messageBoardOf } from '../host/message-board.js';
import { attempt } from '../page/attempt.js';
import { pageSlot } from '../page/page-slot.js';
import { hasChatJs, needChatJs } from './chat-js.js';
import { Conversation } from './conversation.js';
import type { ChatSession } from './session.js';

/** Moments at which a page may have slept, or its network was gone. Of the document, some do not bubble: they are heard on the way down. */
const WAKING = ['resume', 'online', 'pageshow'];

const OWN: readonly string[] = ['agent', 'monitoring'];
const LIVE: readonly string[] = ['connected', 'hold', 'silent_monitor', 'barge'];

/** What copies of the library share. */
interface AllConversations {
  readonly version: 1;
  readonly byRuntime: WeakMap<object, Conversations>;
}

/** The conversations of one runtime. They outlive the elements that show them. */
export class Conversations {
  readonly #connect: Connect;
  readonly #all = new Map<string, Conversation>();
  readonly #listeners = new Set<() => void>();
  #subscriptions: readonly { unsubscribe(): void }[] = [];

  constructor(connect: Connect) {
    this.#connect = connect;
  }

  /** The conversation of a contact; undefined if it is no chat that the agent has taken. */
  of(contactId: string): Conversation | undefined {
    return this.#all.get(contactId);
  }

  /** Calls back when conversations have come or gone. Returns what ends it. */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Follows the runtime; once more where the runtime may have lost its subscriptions. */
  follow(): void {
    for (const one of this.#subscriptions) one.unsubscribe();
    const { core } = this.#connect;
    this.#subscriptions = [
      core.onSnapshot((update) => this.#took(update)),
      core.onForgotten(() => this.#keepOnly(() => false)),
    ];
    if (this.#connect.agent.initialized) this.#took(core.getAgentDataProvider().current);
  }

  readonly #woke = (): void => {
    for (const conversation of this.#all.values()) void conversation.lookUp();
  };

  #took({ contacts }: SnapshotUpdate): void {
    let isNew = false;
    for (const { data } of contacts.values()) {
      if (data.type !== 'chat') continue;
      const own = data.connections.find(({ type }) => OWN.includes(type));
      if (!own) continue;
      const isLive = LIVE.includes(own.state.type) && !isFinished(data);
      let conversation = this.#all.get(data.contactId);
      if (!conversation && !isLive && !isFinished(data)) continue;
      if (!conversation) {
        conversation = this.#begin(data.contactId, own.connectionId);
        isNew = true;
      }
      this.#describe(conversation, data);
      if (!isLive) conversation.end();
      // Where ChatJS was missing, the page may have loaded it since.
      else if (conversation.status === 'not-loaded' && hasChatJs(this.#connect)) conversation.retry();
      else conversation.open();
    }
    this.#keepOnly((contactId) => contacts.has(contactId));
    if (isNew) this.#changed();
  }

  #begin(contactId: string, participantId: string): Conversation {
    const connect = this.#connect;
    const provider = (): SnapshotUpdate => connect.core.getAgentDataProvider().current;
    const conversation = new Conversation({
      contactId,
      participantId,
      board: messageBoardOf(connect),
      skew: () => provider().skew,
      agentName: () => provider().configuration.name ?? '',
      session: async () => {
        await needChatJs(connect);
        const session = await new connect.Contact(contactId).getAgentConnection()?.getMediaController();
        return session as ChatSession;
      },
    });
    if (this.#all.size === 0) for (const moment of WAKING) globalThis.addEventListener?.(moment, this.#woke, true);
    this.#all.set(contactId, conversation);
    return conversation;
  }

  #describe(conversation: Conversation, { segmentAttributes, contactFeatures }: ContactData): void {
    conversation.allowsFiles = contactFeatures?.attachmentsEnabled !== false;
    const details = segmentAttributes?.['connect:CustomerAuthentication']?.ValueMap as
      { readonly Status?: { readonly ValueString?: string } } | undefined;
    conversation.isVerified = details?.Status?.ValueString === 'AUTHENTICATED';
  }

  #keepOnly(isThere: (contactId: string) => boolean): void {
    let isGone = false;
    for (const [contactId, conversation] of this.#all) {
      if (isThere(contactId)) continue;
      this.#all.delete(contactId);
      conversation.forget();
      isGone = true;
    }
    if (!isGone) return;
    if (this.#all.size === 0) for (const moment of WAKING) globalThis.removeEventListener?.(moment, this.#woke, true);
    this.#changed();
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) attempt(listener);
  }
}

/**
 * The conversations of a runtime, which are followed from now on: sessions are opened for all of its chats.
 * @param connect the runtime.
 */
export function conversationsOf(connect: Connect): Conversations {
  const { byRuntime } = pageSlot<AllConversations>('conversations', 1, () => ({
    version: 1,
    byRuntime: new WeakMap(),
  }));
  let conversations = byRuntime.get(connect);
  if (!conversations) byRuntime.set(connect, (conversations = new Conversations(connect)));
  conversations.follow();
  return conversations;
}
