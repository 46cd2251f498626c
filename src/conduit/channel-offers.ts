// Takes the ports that the page in a frame offers for the side channel. docs/protocol.md, section 2.9.
import type { FramePeer } from './frame-conduit.js';
import { CHANNEL_OFFER } from './side-channel.js';
import { isRecord } from './wire.js';

/** Hears the offers of one peer, and of nobody else. */
export class ChannelOffers {
  readonly #peer: FramePeer;
  readonly #taken: (port: MessagePort) => void;
  /** An offer of a page that has not shown yet that it is the CCP: it may be that to which the address leads. */
  #waiting: { readonly origin: string; readonly port: MessagePort; readonly window: Window | null } | null = null;

  /**
   * @param own the page's window.
   * @param peer who is believed.
   * @param taken told of each port.
   * @param signal ends it.
   */
  constructor(own: Window, peer: FramePeer, taken: (port: MessagePort) => void, signal: AbortSignal) {
    this.#peer = peer;
    this.#taken = taken;
    own.addEventListener('message', (event: MessageEvent<unknown>) => this.#hear(event), { signal });
  }

  /** To be called when the peer has acknowledged: what its page has offered before is taken. */
  acknowledged(): void {
    const offer = this.#waiting;
    this.#waiting = null;
    const isTheirs = offer?.window === this.#peer.window && offer?.origin === this.#peer.origin;
    if (offer && isTheirs) this.#taken(offer.port);
  }

  /** Source and origin come before data, and a port before both: foreign messages cost nothing, and those of the wire next to nothing. */
  #hear(event: MessageEvent<unknown>): void {
    const { source, origin } = event;
    if (source === null || source !== this.#peer.window) return;
    const [port] = event.ports;
    if (!port || !this.#peer.mayBelieve(origin)) return;
    if (!isRecord(event.data) || event.data.type !== CHANNEL_OFFER) return;
    if (origin === this.#peer.expectedOrigin) this.#taken(port);
    else this.#waiting = { origin, port, window: this.#peer.window };
  }
}
