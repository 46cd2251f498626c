// The CCPs that are connected to a worker: one port each, and the tabs that they stand in. docs/protocol.md, section 4.1.
import { TwoWayConduit } from './two-way-conduit.js';
import { PortStream } from '../../conduit/stream.js';

/** One connected CCP. */
export interface CcpPort {
  readonly id: string;
  readonly port: MessagePort;
  /** Its end of the wire; the CCP is downstream. */
  readonly conduit: TwoWayConduit;
  /** The tab it stands in, once it has said so. */
  tabId: string | null;
}

/** What `update_connected_ccps` tells: how many CCPs there are, and, for the tab concerned, how many in it. */
export interface ConnectedCcps {
  length: number;
  tabId?: string;
  streamsTabsAcrossBrowser?: number;
  /** Under the tab's own id: `{length}`. */
  [tabId: string]: unknown;
}

/** Keeps the ports, and sends to all of them. */
export class CcpPorts {
  readonly #ports = new Map<MessagePort, { ccp: CcpPort; abort: AbortController }>();
  readonly #onError: (error: unknown, eventName: string) => void;

  /** @param onError told of handlers that throw and of data that cannot be sent. */
  constructor(onError: (error: unknown, eventName: string) => void) {
    this.#onError = onError;
  }

  /** Number of connected CCPs. */
  get size(): number {
    return this.#ports.size;
  }

  /** True if this port is connected. */
  has(port: MessagePort): boolean {
    return this.#ports.has(port);
  }

  /** Connects a port. */
  add(port: MessagePort, id: string): CcpPort {
    const abort = new AbortController();
    const { signal } = abort;
    const conduit = new TwoWayConduit({ name: id, downstream: new PortStream(port), signal, onError: this.#onError });
    const ccp: CcpPort = { id, port, conduit, tabId: null };
    this.#ports.set(port, { ccp, abort });
    return ccp;
  }

  /** True if this is the CCP that its port stands for now: a port may close and come back as another CCP. */
  holds(ccp: CcpPort): boolean {
    return this.#ports.get(ccp.port)?.ccp === ccp;
  }

  /** Lets go of a port; nothing listens to it any more. */
  remove({ port }: CcpPort): void {
    this.#ports.get(port)?.abort.abort();
    this.#ports.delete(port);
  }

  /**
   * Sends an event to one CCP.
   * @returns false if the data cannot be sent; that has then been reported.
   */
  send({ conduit }: CcpPort, eventName: string, data?: unknown): boolean {
    try {
      return conduit.sendDownstream(eventName, data);
    } catch (error) {
      this.#onError(error, eventName);
      return false;
    }
  }

  /** Sends an event to every CCP. */
  sendToAll(eventName: string, data?: unknown): void {
    for (const { ccp } of this.#ports.values()) this.send(ccp, eventName, data);
  }

  /** What to tell of the connected CCPs, with the numbers of one tab if it is known. */
  count(tabId: string | null = null): ConnectedCcps {
    const length = this.#ports.size;
    if (tabId === null) return { length };
    const tabs = [...this.#ports.values()].map(({ ccp }) => ccp.tabId).filter((tab) => tab !== null);
    const streamsTabsAcrossBrowser = new Set(tabs).size;
    const inTab = tabs.filter((tab) => tab === tabId).length;
    return { length, tabId, streamsTabsAcrossBrowser, [tabId]: { length: inTab } };
  }
}
