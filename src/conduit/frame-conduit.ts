// The embedding page's conduit: to the CCP in a frame, and to nobody else.
import { LinkEventType } from '../events/event-names.js';
import { Conduit } from './conduit.js';
import { type WindowPeer, WindowStream } from './stream.js';
import { isEnvelope } from './wire.js';

/** Origins at which Amazon serves CCPs: a sign-in address may redirect to one of them. */
export const AMAZON_ORIGIN = /^https:\/\/(?:[a-z\d-]+\.)+(?:my\.connect\.aws|awsapps\.com)$/;

/** Where the CCP is expected. */
export interface CcpAddress {
  /** The CCP page, or a sign-in address that redirects to it. */
  ccpUrl: string;
  /** The CCP's own address, where `ccpUrl` redirects to it. */
  instanceUrl?: string;
}

/**
 * The frame at the other end: its window now, and the one origin that is believed.
 *
 * Until the first acknowledge nothing is sent. The origin is that of `ccpUrl`, or of `instanceUrl` if that is given; if
 * not, a first acknowledge from an https host of Amazon Connect fixes it for this frame. Protocol section 12.1 (S1, S2).
 */
export class FramePeer implements WindowPeer {
  readonly #expected: string;
  readonly #mayRedirect: boolean;
  #frame: HTMLIFrameElement | null = null;
  #origin: string | null = null;
  #refused: string | null = null;

  /**
   * @param address where the CCP is expected.
   * @param base URL of the page, for addresses relative to it.
   * @throws TypeError if an address is no URL.
   */
  constructor({ ccpUrl, instanceUrl }: CcpAddress, base: string) {
    this.#expected = new URL(instanceUrl ?? ccpUrl, base).origin;
    this.#mayRedirect = instanceUrl === undefined;
  }

  /** The frame that is listened to. Setting it forgets what the last one said. */
  get frame(): HTMLIFrameElement | null {
    return this.#frame;
  }

  set frame(frame: HTMLIFrameElement | null) {
    this.#frame = frame;
    this.#origin = null;
  }

  get window(): Window | null {
    return this.#frame?.contentWindow ?? null;
  }

  /** The origin that has acknowledged, or null before. */
  get origin(): string | null {
    return this.#origin;
  }

  /** An origin from which the frame's window spoke without being believed, or null; for the diagnosis. */
  get refusedOrigin(): string | null {
    return this.#refused;
  }

  admits(origin: string, message: { readonly data: unknown }): boolean {
    if (this.#origin !== null) return origin === this.#origin;
    const expected = origin === this.#expected;
    if (!expected && !(this.#mayRedirect && AMAZON_ORIGIN.test(origin))) {
      if (origin !== 'null') this.#refused = origin;
      return false;
    }
    const { data } = message;
    const acknowledges = isEnvelope(data) && data.event === LinkEventType.ACKNOWLEDGE;
    if (acknowledges) this.#origin = origin;
    return expected || acknowledges;
  }
}

/** What a frame conduit needs. */
export interface FrameConduitOptions {
  window: Window;
  peer: FramePeer;
  /** Name of the conduit: the CCP's URL. */
  name: string;
  signal: AbortSignal;
  onError?: (error: unknown, eventName: string) => void;
}

/** Makes the conduit of an embedding page. The frame behind it may change; the conduit stays. */
export function createFrameConduit({ window, peer, name, signal, onError }: FrameConduitOptions): Conduit {
  return new Conduit({ name, upstream: new WindowStream(window, peer), signal, onError });
}
