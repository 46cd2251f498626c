// What of one chat the agent has not seen, and its newest message, as the host's state has them.
import type { ContactMessages, MessageBoard, MessageView } from '../host/message-board.js';
import { isSaid, type Line, plainText } from './line.js';
import type { WireItem } from './session.js';

/** What of one chat is not read yet. */
export class Unread {
  readonly #contactId: string;
  readonly #board: MessageBoard;
  #count = 0;
  #lastRead: string | null = null;
  #last: Line | null = null;
  #lastIsNew = false;
  #customerWroteAt: number | null = null;

  constructor(contactId: string, board: MessageBoard) {
    this.#contactId = contactId;
    this.#board = board;
  }

  get count(): number {
    return this.#count;
  }

  /**
   * Counts what was there before: what the customer has written since the agent's last word, and no receipt says that it was read.
   * @param lines of this contact and earlier ones, in order.
   * @param items what they were made of.
   * @param participantId the agent's own.
   */
  countOld(lines: readonly Line[], items: readonly WireItem[], participantId: string): void {
    const said = lines.filter((line) => isSaid(line) && line.contactId === this.#contactId);
    const answered = said.findLastIndex(({ speaker }) => speaker === 'agent');
    const read = items.findLast(({ MessageMetadata }) =>
      MessageMetadata?.Receipts?.some((one) => one?.ReadTimestamp && one.RecipientParticipantId === participantId),
    );
    const seen = Math.max(
      answered,
      said.findIndex(({ id }) => id !== null && id === read?.Id),
    );
    this.#lastRead = read?.Id ?? null;
    this.#count = said.slice(seen + 1).filter(({ speaker }) => speaker === 'customer').length;
    for (const line of said) if (line.speaker === 'customer') this.#customerWroteAt = line.at;
    const last = said.at(-1);
    if (last) this.#setLast(last, false);
  }

  /** Somebody has said something: what others have said is unread. */
  came(line: Line): void {
    if (!line.isOwn && line.speaker !== 'system') this.#count++;
    this.#setLast(line, true);
  }

  /**
   * The agent sees the chat.
   * @returns true if something was not read.
   */
  clear(): boolean {
    if (this.#count === 0) return false;
    this.#count = 0;
    this.#write();
    return true;
  }

  /**
   * Notes that the customer is told of what was read.
   * @param lines in order.
   * @returns id of the newest message of the customer's; null if they have been told of it.
   */
  toldRead(lines: readonly Line[]): string | null {
    const newest = lines.findLast(
      (line) => isSaid(line) && line.speaker === 'customer' && line.contactId === this.#contactId,
    );
    if (!newest?.id || newest.id === this.#lastRead) return null;
    return (this.#lastRead = newest.id);
  }

  /** Nothing of it stays. */
  forget(): void {
    this.#last = null;
    this.#board.write(this.#contactId, null);
  }

  #setLast(line: Line, isNew: boolean): void {
    if (line.speaker === 'customer') this.#customerWroteAt = Math.max(line.at, this.#customerWroteAt ?? 0);
    this.#last = line;
    this.#lastIsNew = isNew;
    this.#write();
  }

  #write(): void {
    const messages: ContactMessages = {
      unread: this.#count,
      lastMessage: this.#last && messageOf(this.#last, this.#lastIsNew),
      customerWroteAt: this.#customerWroteAt,
    };
    this.#board.write(this.#contactId, messages);
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
