// What an embedding and its runtime are to each other: what goes in, and the one way in which news come out.
import type { AgentData } from '../conduit/wire.js';
import type { SiteName } from '../conduit/side-channel.js';
import type { CcpStatus } from '../sign-in/status.js';
import type { InitCcpOptions } from './options.js';

/** What has become of an embedding. */
export type EmbeddingNews =
  /** It stands elsewhere. */
  | { readonly kind: 'status'; readonly status: CcpStatus; readonly previous: CcpStatus }
  /** Another page is in the frame, or the frame has another port at its worker. */
  | { readonly kind: 'frame' }
  /** Nobody is signed in, as far as is known: what was known of the agent is to be forgotten. */
  | { readonly kind: 'forgotten' }
  /** Something of the page's has thrown, `of` what. */
  | { readonly kind: 'failure'; readonly error: unknown; readonly of: string };

/** Who hears of an embedding: the runtime, or what stands between it and two regions. */
export interface CcpReceiver {
  /**
   * Takes the data of an `agent::update`.
   * @returns false if they do not count: they are held back, or older than the last.
   */
  take(data: AgentData): boolean;
  /** Hears an event: of the CCP's, or one that the page publishes itself, such as `init`. */
  hear(event: string, payload?: unknown): void;
  /** Hears what has become of the embedding. */
  note(news: EmbeddingNews): void;
}

/** Who takes the side channel of one CCP. docs/protocol.md, section 2.9. */
export interface SideLine {
  /** Another frame is about to be put into the page: what the last one had opened is dead. */
  framed(frame: HTMLIFrameElement): void;
  /** The page in the frame has opened the channel. */
  opened(port: MessagePort): void;
  /** The CCP has ended. */
  closed(): void;
}

/** Who takes the side channels of what a runtime has embedded. */
export interface SideLines {
  /** The line of one CCP. */
  of(site: SiteName): SideLine;
  /** Of two regions, this one is the active one from now on. */
  activate(site: SiteName): void;
}

/** What an embedding is made of. */
export interface EmbeddingOptions {
  /** Where the frame goes. */
  readonly container: Node;
  readonly options: InitCcpOptions;
  /** A frame of an earlier embedding, whose place the new one takes. */
  readonly takesPlaceOf: HTMLIFrameElement | null;
  /** What the CCP is told of the page. */
  readonly outerContext: object;
  /** True while the page itself has the sound of a call: then a new frame cuts none off. */
  pageHasSound?(): boolean;
  /** Further members of `configure`, beside the options, as they are when it is sent. */
  configure?(): object;
  readonly receiver: CcpReceiver;
  /** Who takes the side channels; without it, they are not opened. */
  readonly sideLines?: SideLines;
  /** Of two regions, which one this is. */
  readonly site?: SiteName;
}
