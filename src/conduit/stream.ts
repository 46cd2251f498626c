// Streams: one end of the wire, up or down alike, over a window or over a message port.
import { type Envelope, isEnvelope } from './wire.js';

/** Sends envelopes to the other end and hands over those that come from there. */
export interface Stream {
  /** Sends one envelope. Returns false if nothing can be sent now. */
  send(message: Envelope): boolean;
  /**
   * Listens for envelopes; anything else is dropped.
   * @param listener called with each envelope.
   * @param signal ends the listening when it aborts.
   */
  onMessage(listener: (message: Envelope) => void, signal: AbortSignal): void;
}

/** A stream over a message port: between the CCP page and its shared worker. docs/protocol.md, section 1.3. */
export class PortStream implements Stream {
  readonly port: MessagePort;

  constructor(port: MessagePort) {
    this.port = port;
  }

  send(message: Envelope): boolean {
    this.port.postMessage(message);
    return true;
  }

  onMessage(listener: (message: Envelope) => void, signal: AbortSignal): void {
    this.port.addEventListener(
      'message',
      (event: MessageEvent<unknown>) => {
        if (isEnvelope(event.data)) listener(event.data);
      },
      { signal },
    );
    this.port.start();
  }
}

/** What a window stream asks before it looks at a message, and before it sends one. */
export interface WindowPeer {
  /** The window at the other end now, or null. */
  readonly window: Window | null;
  /** The one origin to send to, or null while it is not known: then nothing is sent. */
  readonly origin: string | null;
  /**
   * Decides on a message from the peer's window.
   * @param origin where it comes from.
   * @param message the message. To read its data costs time if it is a large foreign one: only where the origin leaves doubt.
   */
  admits(origin: string, message: { readonly data: unknown }): boolean;
}

/**
 * A stream between two windows. Looks at `source` and `origin` before `data`, so that foreign messages cost nothing:
 * reading the data of a large cross-origin message is the dear part. docs/protocol.md, section 12.1 (S1, S2).
 */
export class WindowStream implements Stream {
  readonly #own: Window;
  readonly #peer: WindowPeer;

  constructor(own: Window, peer: WindowPeer) {
    this.#own = own;
    this.#peer = peer;
  }

  send(message: Envelope): boolean {
    const { window, origin } = this.#peer;
    if (!window || !origin) return false;
    window.postMessage(message, origin);
    return true;
  }

  onMessage(listener: (message: Envelope) => void, signal: AbortSignal): void {
    this.#own.addEventListener(
      'message',
      (event: MessageEvent<unknown>) => {
        if (event.source === null || event.source !== this.#peer.window) return;
        if (this.#peer.admits(event.origin, event) && isEnvelope(event.data)) listener(event.data);
      },
      { signal },
    );
  }
}
