// Apps inside the page that have a provider of their own: what they say goes to the CCP by way of this page, and back.
import { isRecord } from '../conduit/wire.js';
import type { SdkChildClose, SdkChildDownstream, SdkChildUpstream } from '../conduit/side-channel.js';
import { ValueError } from '../errors/errors.js';

/** An app in a frame. */
export interface ChildPort {
  readonly connectionId: string;
  readonly providerId: string;
  readonly port: MessagePort;
}

/** An app in this very document, which is called instead. */
export interface ChildFunctions {
  readonly connectionId: string;
  readonly providerId: string;
  sendDownstreamMessage(message: unknown): void;
  setUpstreamMessageHandler(handler: (message: unknown) => void): void;
}

interface Child {
  readonly providerId: string;
  tell(message: unknown): void;
  end(): void;
}

/** The apps of one provider, by the ids of their connections. */
export class ChildChannels {
  readonly #parentProviderId: string;
  readonly #send: (message: SdkChildUpstream) => void;
  readonly #children = new Map<string, Child>();

  /**
   * @param parentProviderId id of the provider.
   * @param send says something to the CCP.
   */
  constructor(parentProviderId: string, send: (message: SdkChildUpstream) => void) {
    this.#parentProviderId = parentProviderId;
    this.#send = send;
  }

  /**
   * Adds an app in a frame.
   * @throws ValueError if a connection of this id is there already, or something is missing.
   */
  addPort({ connectionId, providerId, port }: ChildPort): void {
    this.#checkNew(connectionId, providerId);
    if (typeof port?.postMessage !== 'function') throw new ValueError('port must be a MessagePort');
    const life = new AbortController();
    port.addEventListener('message', ({ data }) => this.#up(connectionId, data), { signal: life.signal });
    port.start();
    this.#children.set(connectionId, {
      providerId,
      tell: (message) => port.postMessage(message),
      end: () => {
        life.abort();
        port.close();
      },
    });
    this.#up(connectionId, { type: 'childConnectionReady' });
  }

  /**
   * Gives an app in a frame another port.
   * @throws ValueError if there is no such connection.
   */
  updatePort(child: ChildPort): void {
    const known = this.#children.get(child.connectionId);
    if (!known) throw new ValueError('There is no app with the connectionId "%s".', child.connectionId);
    known.end();
    this.#children.delete(child.connectionId);
    this.addPort(child);
  }

  /**
   * Adds an app in this document.
   * @throws ValueError if a connection of this id is there already, or something is missing.
   */
  addFunctions({ connectionId, providerId, sendDownstreamMessage, setUpstreamMessageHandler }: ChildFunctions): void {
    this.#checkNew(connectionId, providerId);
    let isOver = false;
    setUpstreamMessageHandler((message) => {
      if (!isOver) this.#up(connectionId, message);
    });
    this.#children.set(connectionId, { providerId, tell: sendDownstreamMessage, end: () => (isOver = true) });
    this.#up(connectionId, { type: 'childConnectionReady' });
  }

  /** The CCP says something to an app. */
  heard({ connectionId, message }: SdkChildDownstream): void {
    this.#children.get(connectionId)?.tell(message);
  }

  /** The CCP has ended an app's line. */
  closed({ connectionId }: SdkChildClose): void {
    this.#children.get(connectionId)?.end();
    this.#children.delete(connectionId);
  }

  /** Ends all. */
  clear(): void {
    for (const child of this.#children.values()) child.end();
    this.#children.clear();
  }

  #checkNew(connectionId: unknown, providerId: unknown): void {
    if (typeof connectionId !== 'string' || typeof providerId !== 'string') {
      throw new ValueError('connectionId and providerId must be texts');
    }
    if (this.#children.has(connectionId)) {
      throw new ValueError('There is an app with the connectionId "%s" already.', connectionId);
    }
  }

  #up(connectionId: string, message: unknown): void {
    const child = this.#children.get(connectionId);
    if (!child || !isRecord(message)) return;
    const { providerId: sourceProviderId } = child;
    const parentProviderId = this.#parentProviderId;
    this.#send({ type: 'childUpstream', sourceProviderId, parentProviderId, connectionId, message });
  }
}
