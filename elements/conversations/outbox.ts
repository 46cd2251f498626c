// What the agent sends in one chat: in order, each once, for as long as there is hope.
import { randomId } from '../../src/conduit/random-id.js';
import type { ChatSession, SentAnswer } from './session.js';

/** Milliseconds for which something is tried. */
export const PATIENCE = 60_000;

/** Milliseconds between two attempts: the first, and the longest. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 8_000;

/** What is to be sent: a text of a content type, or a file. */
export type Parcel =
  { readonly text: string; readonly contentType: string; readonly file: null } | { readonly file: File };

/** Something on its way. */
export interface Outgoing {
  /** Key of the line that shows it. */
  readonly key: string;
  readonly parcel: Parcel;
  /** The service takes one token once. */
  readonly token: string;
  /** True from the first attempt on: the service may have it. */
  wasTried: boolean;
  /** True once it was given up, or was taken. */
  isOver: boolean;
  pause: number;
  /** Ends its time limit. */
  stop(): void;
  resolve(): void;
  reject(error: Error): void;
}

/** What the outbox tells. */
export interface OutboxListener {
  /** One is tried now. */
  trying(outgoing: Outgoing): void;
  /** The service has one. */
  sent(outgoing: Outgoing, answer: SentAnswer): void;
  /** One was given up. */
  failed(outgoing: Outgoing): void;
  /** Nobody knows whether one has arrived: looks it up, and settles when that is done. */
  lookUp(): Promise<unknown>;
}

/** True where it makes no sense to try again: the service has understood, and refused. */
function isFinal(error: unknown): boolean {
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  if (typeof statusCode === 'number')
    return statusCode >= 400 && statusCode < 500 && statusCode !== 408 && statusCode !== 429;
  // Arguments that ChatJS itself refuses.
  return error instanceof Error && error.name === 'IllegalArgument';
}

function asError(cause: unknown): Error {
  if (cause instanceof Error) return cause;
  const { message } = (cause ?? {}) as { message?: unknown };
  return new Error(typeof message === 'string' ? message : String(cause), { cause });
}

/** The outbox of one chat. */
export class Outbox {
  readonly #listener: OutboxListener;
  readonly #queue: Outgoing[] = [];
  #session: ChatSession | null = null;
  #isBusy = false;

  constructor(listener: OutboxListener) {
    this.#listener = listener;
  }

  /** What is tried now, or next; undefined if there is nothing. */
  get head(): Outgoing | undefined {
    return this.#queue[0];
  }

  /** Sends over this session from now on; over none while the chat is cut off. */
  use(session: ChatSession | null): void {
    this.#session = session;
    void this.#pump();
  }

  /**
   * Takes something on.
   * @param key of the line that shows it.
   * @param parcel what it is.
   * @returns settles when the service has it; rejects when it is given up.
   */
  add(key: string, parcel: Parcel): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = (): void => this.#giveUp(outgoing, new Error('The service has not taken it in time.'));
      const limit = setTimeout(late, PATIENCE);
      const outgoing: Outgoing = {
        key,
        parcel,
        token: randomId(),
        wasTried: false,
        isOver: false,
        pause: FIRST_PAUSE,
        stop: () => clearTimeout(limit),
        resolve,
        reject,
      };
      this.#queue.push(outgoing);
      void this.#pump();
    });
  }

  /** It has turned out that the service has the first one. */
  arrived(outgoing: Outgoing): void {
    this.#settle(outgoing);
    outgoing.resolve();
    void this.#pump();
  }

  /** Gives everything up: the chat is over. */
  end(): void {
    this.#session = null;
    for (const outgoing of [...this.#queue]) this.#giveUp(outgoing, new Error('The chat is over.'));
  }

  #settle(outgoing: Outgoing): void {
    outgoing.isOver = true;
    outgoing.stop();
    const index = this.#queue.indexOf(outgoing);
    if (index >= 0) this.#queue.splice(index, 1);
  }

  #giveUp(outgoing: Outgoing, error: Error): void {
    if (outgoing.isOver) return;
    this.#settle(outgoing);
    this.#listener.failed(outgoing);
    outgoing.reject(error);
    void this.#pump();
  }

  async #pump(): Promise<void> {
    const outgoing = this.head;
    if (this.#isBusy || !outgoing || !this.#session) return;
    this.#isBusy = true;
    try {
      await this.#tryOne(outgoing, this.#session);
    } finally {
      this.#isBusy = false;
    }
    void this.#pump();
  }

  async #tryOne(outgoing: Outgoing, session: ChatSession): Promise<void> {
    if (outgoing.wasTried) await this.#listener.lookUp();
    if (outgoing.isOver) return;
    outgoing.wasTried = true;
    this.#listener.trying(outgoing);
    try {
      const answer = await sendOver(session, outgoing);
      // Also where it was given up meanwhile: the customer has it.
      this.#listener.sent(outgoing, answer);
      if (outgoing.isOver) return;
      this.#settle(outgoing);
      outgoing.resolve();
    } catch (error) {
      if (outgoing.isOver) return;
      if (isFinal(error)) return this.#giveUp(outgoing, asError(error));
      await new Promise((resolve) => setTimeout(resolve, outgoing.pause));
      outgoing.pause = Math.min(outgoing.pause * 2, LONGEST_PAUSE);
    }
  }
}

async function sendOver(session: ChatSession, { parcel, token }: Outgoing): Promise<SentAnswer> {
  if (parcel.file === null) {
    return session.sendMessage({ message: parcel.text, contentType: parcel.contentType, clientToken: token });
  }
  if (!session.sendAttachment)
    throw Object.assign(new Error('This version of ChatJS sends no files.'), { statusCode: 400 });
  await session.sendAttachment({ attachment: parcel.file });
  return {};
}
