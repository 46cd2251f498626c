// The one place that a runtime has for a CCP: at most one is embedded, and the next takes the place of the last.
import { StateError } from '../errors/errors.js';
import { LinkEventType } from '../events/event-names.js';
import type { CcpStatus } from '../sign-in/status.js';
import type { EmbeddingOptions } from './embedding-options.js';
import { Embedding } from './embedding.js';

/** What a runtime has embedded: one CCP, or two regions of which it sees the active one. */
export interface EmbeddedCcp {
  /** The CCP that the runtime works with now. */
  readonly ccp: Embedding;
  /** True once the first answer has been dealt with. */
  readonly initialized: boolean;
  /** Aborts when it ends. */
  readonly signal: AbortSignal;
  /** Ends it, at once and for good. */
  stop(status?: CcpStatus): void;
}

/** Embeds what `initCCP` was given. */
export type Embedder = (options: EmbeddingOptions) => EmbeddedCcp;

/** Holds the present embedding of a runtime. */
export class CcpSlot {
  readonly #embed: Embedder;
  #embedding: EmbeddedCcp | null = null;
  /** The frame that an embedding has left in its container. */
  #leftFrame: HTMLIFrameElement | null = null;

  /** @param embed makes embeddings. */
  constructor(embed: Embedder = (options) => new Embedding(options)) {
    this.#embed = embed;
  }

  /** The present embedding, or null. */
  get embedding(): EmbeddedCcp | null {
    return this.#embedding;
  }

  /** The CCP that the runtime works with now, or null: of two regions the active one. */
  get ccp(): Embedding | null {
    return this.#embedding?.ccp ?? null;
  }

  /**
   * The CCP that the runtime works with now.
   * @throws StateError if there is none.
   */
  get present(): Embedding {
    if (!this.#embedding) throw new StateError('There is no upstream conduit! Call initCCP first.');
    return this.#embedding.ccp;
  }

  /** Embeds a CCP. Its frame takes the place of one that was left. */
  embed(options: Omit<EmbeddingOptions, 'takesPlaceOf'>): EmbeddedCcp {
    const takesPlaceOf = this.#leftFrame;
    this.#leftFrame = null;
    return (this.#embedding = this.#embed({ ...options, takesPlaceOf }));
  }

  /** Ends the present embedding. Its frame stays where it is. */
  stop(): void {
    const ended = this.#embedding;
    if (!ended) return;
    this.#leftFrame = ended.ccp.frame;
    ended.stop();
    this.#embedding = null;
  }

  /** Removes the frame that was left, if there is one. */
  removeFrame(): void {
    this.#leftFrame?.remove();
    this.#leftFrame = null;
  }

  /**
   * Sends an event to the CCP.
   * @throws StateError if none is embedded.
   */
  send(event: string, data?: unknown): void {
    this.present.conduit.sendUpstream(event, data);
  }

  /**
   * Sends an event to every tab of the browser that shares the CCP's worker, this one included.
   * @throws StateError if none is embedded.
   */
  broadcast(event: string, data?: unknown): void {
    this.send(LinkEventType.BROADCAST, { event, data });
  }
}
