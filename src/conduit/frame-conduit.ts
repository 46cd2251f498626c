// The embedding page's conduit: to the CCP in a frame, and to nobody else.
import { LinkEventType } from '../events/event-names.js';
import { isAmazonOrigin, isInstance, isOfSameInstance } from './amazon-hosts.js';
import { Conduit } from './conduit.js';
import { type WindowPeer, WindowStream } from './stream.js';
import { isEnvelope } from './wire.js';

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
 * Until the first acknowledge nothing is sent. The origin is that of `ccpUrl`, or of `instanceUrl` if that is given. Where
 * `ccpUrl` is no address of an instance, but one that leads there, a first acknowledge from an https host of Amazon Connect
 * counts; where it is one, only that instance's other name does. The origin that has acknowledged first is the only one from
 * then on, in every later frame too: whoever can navigate the frame of a page cannot have another CCP speak from it.
 */
export class FramePeer implements WindowPeer {
  readonly #address: URL;
  readonly #mayRedirect: boolean;
  #frame: HTMLIFrameElement | null = null;
  /** The origin that has acknowledged first, in this frame or in an earlier one. */
  #believed: string | null = null;
  /** True once it has acknowledged from the present frame. */
  #isAnswered = false;
  #refused: string | null = null;

  /**
   * @param address where the CCP is expected.
   * @param base URL of the page, for addresses relative to it.
   * @throws TypeError if an address is no URL.
   */
  constructor({ ccpUrl, instanceUrl }: CcpAddress, base: string) {
    this.#address = new URL(instanceUrl ?? ccpUrl, base);
    this.#mayRedirect = instanceUrl === undefined && !isInstance(this.#address);
  }

  /** The frame that is listened to. One that is set has not acknowledged yet. */
  get frame(): HTMLIFrameElement | null {
    return this.#frame;
  }

  set frame(frame: HTMLIFrameElement | null) {
    this.#frame = frame;
    this.#isAnswered = false;
  }

  get window(): Window | null {
    return this.#frame?.contentWindow ?? null;
  }

  /** The origin that has acknowledged from the present frame, or null before. */
  get origin(): string | null {
    return this.#isAnswered ? this.#believed : null;
  }

  /** The origin that is believed, or from which an acknowledge is expected. */
  get expectedOrigin(): string {
    return this.#believed ?? this.#address.origin;
  }

  /** An origin from which the frame's window spoke without being believed, or null; for the diagnosis. */
  get refusedOrigin(): string | null {
    return this.#refused;
  }

  admits(origin: string, message: { readonly data: unknown }): boolean {
    const isExpected = origin === this.expectedOrigin;
    if (this.#isAnswered) return isExpected;
    if (!isExpected && !this.#mayBe(origin)) {
      if (origin !== 'null') this.#refused = origin;
      return false;
    }
    const { data } = message;
    const acknowledges = isEnvelope(data) && data.event === LinkEventType.ACKNOWLEDGE;
    if (acknowledges) {
      this.#believed = origin;
      this.#isAnswered = true;
    }
    return isExpected || acknowledges;
  }

  /** True if this is the origin that is believed, or may become it by acknowledging. */
  mayBelieve(origin: string): boolean {
    return origin === this.expectedOrigin || (!this.#isAnswered && this.#mayBe(origin));
  }

  /** True if the address may have led to a CCP of another origin. */
  #mayBe(origin: string): boolean {
    if (this.#believed !== null) return false;
    return this.#mayRedirect ? isAmazonOrigin(origin) : isOfSameInstance(this.#address, origin);
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
