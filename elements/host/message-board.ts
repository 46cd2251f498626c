// What is known of the messages of a runtime's chats: written by whoever has their sessions, read by every host of that runtime.
import { pageSlot } from '../page/page-slot.js';
import { deepFreeze } from '../page/data.js';

/** Who speaks in a chat. */
export type Speaker = 'customer' | 'agent' | 'bot' | 'system';

/** One message of a chat, as events and the state tell it. */
export interface MessageView {
  /** The service's id of it. */
  readonly messageId: string;
  readonly from: Speaker;
  /** Name of who speaks; empty if the service does not say. */
  readonly who: string;
  /** What is said, as people read it; the names of the files if it has some. */
  readonly text: string;
  /** Epoch milliseconds of the page's clock. */
  readonly at: number;
  /** False for what was said before the page listened. */
  readonly isNew: boolean;
}

/** What a contact's messages come to. */
export interface ContactMessages {
  /** Messages of others that the agent has not seen. */
  readonly unread: number;
  /** The newest one, or null. */
  readonly lastMessage: MessageView | null;
  /** When the customer last wrote, in epoch milliseconds of the page's clock; null if they have not, or nobody knows. */
  readonly customerWroteAt: number | null;
}

/** Before anything is known, and for contacts that are no chats. */
export const NO_MESSAGES: ContactMessages = /*#__PURE__*/ Object.freeze({
  unread: 0,
  lastMessage: null,
  customerWroteAt: null,
});

/** Told of a contact whose messages have changed. */
export type MessageListener = (contactId: string) => void;

/** The messages of the chats of one runtime. */
export interface MessageBoard {
  /** What is known of a contact's messages. */
  of(contactId: string): ContactMessages;
  /** Replaces what is known; null forgets it. */
  write(contactId: string, messages: ContactMessages | null): void;
  /** Calls back on each change. Returns what ends it. */
  watch(listener: MessageListener): () => void;
}

/** What copies of the library share. */
interface Boards {
  readonly version: 1;
  readonly byRuntime: WeakMap<object, MessageBoard>;
}

function createBoard(): MessageBoard {
  const notes = new Map<string, ContactMessages>();
  const listeners = new Set<MessageListener>();
  return {
    of: (contactId) => notes.get(contactId) ?? NO_MESSAGES,
    write(contactId, messages) {
      if (messages) notes.set(contactId, deepFreeze(messages));
      else if (!notes.delete(contactId)) return;
      for (const listener of [...listeners]) listener(contactId);
    },
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/**
 * The board of a runtime.
 * @param runtime such as a host's `connect`.
 */
export function messageBoardOf(runtime: object): MessageBoard {
  const { byRuntime } = pageSlot<Boards>('message-boards', 1, () => ({ version: 1, byRuntime: new WeakMap() }));
  let board = byRuntime.get(runtime);
  if (!board) byRuntime.set(runtime, (board = createBoard()));
  return board;
}
