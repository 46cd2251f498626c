// The transcript: a row for each line, of which a change touches one and the one after it. Kept without Lit, whose lists look at all
// rows for each of them.
import type { Conversation, ConversationChange } from '../conversations/conversation.js';
import { isSaid, type Line } from '../conversations/line.js';
import type { ChatContext } from './context.js';
import { fillRow, type LineActions, placeOf } from './line-view.js';

/** Pixels from the end within which the agent counts as at the end. */
const NEAR = 48;

/** What a transcript tells its element. */
export interface TranscriptListener extends LineActions {
  /** Others have said something: lines that were not there before, with the chat open. */
  said(line: Line): void;
  /** Something of the agent's could not be sent. */
  failed(line: Line): void;
  /** The agent has come to the end, or left it. */
  scrolled(): void;
  /** The agent has come to the first line. */
  reachedStart(): void;
}

/** The rows of one element's conversation. */
export class Transcript {
  /** The list, to be put where it is to be seen. */
  readonly list: HTMLElement;
  /** Messages of others that have come while the agent was not at the end. */
  below = 0;
  readonly #context: ChatContext;
  readonly #listener: TranscriptListener;
  readonly #rows = new Map<string, HTMLElement>();
  readonly #resized: ResizeObserver;
  #conversation: Conversation | null = null;
  #stop: (() => void) | undefined;
  #scroller: HTMLElement | null = null;
  #isAtEnd = true;
  #top = 0;
  /** Heights of what is in the box, and of the box, when the end was last shown. */
  #height = 0;
  #boxHeight = 0;

  constructor(context: ChatContext, listener: TranscriptListener) {
    this.#context = context;
    this.#listener = listener;
    this.list = document.createElement('ol');
    this.list.className = 'lines';
    this.list.setAttribute('part', 'lines');
    this.#resized = new ResizeObserver(() => this.#stay());
  }

  get isAtEnd(): boolean {
    return this.#isAtEnd;
  }

  /** Shows another conversation, or none; the same one does nothing. */
  show(conversation: Conversation | null): void {
    if (conversation === this.#conversation) return;
    this.#stop?.();
    this.#conversation = conversation;
    this.#isAtEnd = true;
    this.below = 0;
    this.#stop = conversation?.watch((change) => this.#heed(change));
    this.redraw();
  }

  /** Makes all rows anew, such as in another language. */
  redraw(): void {
    this.#rows.clear();
    const lines = this.#conversation?.lines ?? [];
    this.list.replaceChildren(...lines.map((line, index) => this.#row(line, lines[index - 1])));
    this.#stay();
  }

  /** The box that scrolls is there. */
  attach(scroller: HTMLElement | null): void {
    if (scroller === this.#scroller) return;
    this.detach();
    this.#scroller = scroller;
    if (!scroller) return;
    scroller.addEventListener('scroll', this.#scrolled, { passive: true });
    this.#resized.observe(scroller);
    this.#resized.observe(this.list);
    if (this.#isAtEnd) this.#stay();
    else scroller.scrollTop = this.#top;
  }

  /** The element is no longer on the page. */
  detach(): void {
    this.#resized.disconnect();
    this.#scroller?.removeEventListener('scroll', this.#scrolled);
    this.#scroller = null;
  }

  /** What stands around the lines has changed, such as who types: the end is followed. */
  settle(): void {
    this.#stay();
  }

  /** Shows the last line. */
  toEnd(): void {
    this.#isAtEnd = true;
    this.below = 0;
    this.#stay();
    this.#listener.scrolled();
  }

  readonly #scrolled = (): void => {
    const scroller = this.#scroller;
    if (!scroller) return;
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    const wasAtEnd = this.#isAtEnd;
    // Where the box or what is in it has another height, it is not the agent who has left the end: it is followed.
    if (wasAtEnd && (scrollHeight !== this.#height || clientHeight !== this.#boxHeight)) return this.#stay();
    this.#top = scrollTop;
    this.#isAtEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.#isAtEnd) this.below = 0;
    if (this.#isAtEnd !== wasAtEnd) this.#listener.scrolled();
    if (scrollTop < NEAR && scrollHeight > clientHeight) this.#listener.reachedStart();
  };

  #stay(): void {
    const scroller = this.#scroller;
    if (!this.#isAtEnd || !scroller) return;
    scroller.scrollTop = scroller.scrollHeight;
    this.#top = scroller.scrollTop;
    this.#height = scroller.scrollHeight;
    this.#boxHeight = scroller.clientHeight;
  }

  #heed(change: ConversationChange): void {
    switch (change.what) {
      case 'inserted':
        return this.#insert(change.lines, change.before);
      case 'changed':
        this.#fill(change.line);
        return this.#tellFailed(change.line);
      case 'moved':
        this.#move(change.line, change.before);
        return this.#tellFailed(change.line);
      case 'removed':
        return this.#remove(change.key);
      case 'cleared':
        return this.redraw();
      case 'state':
    }
  }

  /** What is loaded above the agent's place does not move it. */
  #insert(lines: readonly Line[], before: Line | null): void {
    const all = this.#conversation!.lines;
    const index = before ? all.indexOf(before) - lines.length : all.length - lines.length;
    const next = before ? (this.#rows.get(before.key) ?? null) : null;
    const scroller = this.#isAtEnd || !before ? null : this.#scroller;
    const fromEnd = scroller ? scroller.scrollHeight - scroller.scrollTop : 0;
    const rows = lines.map((line, offset) => this.#row(line, all[index + offset - 1]));
    if (next) next.before(...rows);
    else this.list.append(...rows);
    if (before) this.#fill(before);
    if (scroller) scroller.scrollTop = scroller.scrollHeight - fromEnd;
    this.#tell(lines);
  }

  #tell(lines: readonly Line[]): void {
    const { status, isLoading } = this.#conversation!;
    const [line] = lines;
    if (lines.length > 1 || isLoading || status === 'opening') return;
    if (line.isOwn) {
      if (line.id === null) this.toEnd();
      return;
    }
    if (isSaid(line) && !this.#isAtEnd) this.below++;
    this.#listener.said(line);
  }

  #tellFailed(line: Line): void {
    if (line.delivery === 'failed') this.#listener.failed(line);
  }

  #move(line: Line, before: Line | null): void {
    const row = this.#rows.get(line.key);
    if (!row) return;
    const after = row.nextElementSibling;
    const next = before ? (this.#rows.get(before.key) ?? null) : null;
    this.list.insertBefore(row, next);
    this.#fill(line);
    if (before) this.#fill(before);
    this.#refill(after);
  }

  #remove(key: string): void {
    const row = this.#rows.get(key);
    const after = row?.nextElementSibling ?? null;
    row?.remove();
    this.#rows.delete(key);
    this.#refill(after);
  }

  /** The row after one that is no longer before it. */
  #refill(row: Element | null): void {
    const key = (row as HTMLElement | null)?.dataset.key;
    const line = key === undefined ? undefined : this.#conversation?.lines.find((one) => one.key === key);
    if (line) this.#fill(line);
  }

  #row(line: Line, previous: Line | undefined): HTMLElement {
    const row = document.createElement('li');
    row.dataset.key = line.key;
    this.#rows.set(line.key, row);
    fillRow(row, line, placeOf(line, previous, this.#conversation!.contactId), this.#context, this.#listener);
    return row;
  }

  #fill(line: Line): void {
    const row = this.#rows.get(line.key);
    const { lines, contactId } = this.#conversation!;
    const index = lines.lastIndexOf(line);
    if (!row || index < 0) return;
    const hadFocus = row.matches(':focus-within');
    fillRow(row, line, placeOf(line, lines[index - 1], contactId), this.#context, this.#listener);
    // What had the focus has become something else: it stays with the conversation.
    if (hadFocus && !row.matches(':focus-within')) this.#scroller?.focus({ preventScroll: true });
  }
}
