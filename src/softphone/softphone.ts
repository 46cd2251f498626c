// Takes the agent's calls in the page: competes for them, and hands them to the manager. Fetched when a page asks for it.
import type { AgentData } from '../conduit/wire.js';
import type { AnyEventBus } from '../events/event-bus.js';
import { AgentEvents, CcpEvents, EventType, LinkEventType, WebSocketEvents } from '../events/event-names.js';
import type { Logger } from '../log/logger.js';
import { Ownership } from './ownership.js';
import type { RtcJs } from './rtc-js.js';
import { contentOf, SOFTPHONE_TOPIC, type SoftphoneSocket } from './signalling.js';
import { softphoneCalls } from './softphone-calls.js';
import { SoftphoneManager } from './softphone-manager.js';
import type { SoftphoneManagerOptions } from './softphone-options.js';
import { uuid } from './uuid.js';

/** What the softphone needs of its runtime. */
export interface SoftphoneNeeds {
  readonly bus: AnyEventBus;
  /** The agent's data as they are now; null while there are none. */
  agent(): AgentData | null;
  readonly log: Logger;
  readonly options: SoftphoneManagerOptions;
  /** Tells every tab; what cannot be sent for want of a CCP is told this page alone. */
  tell(event: string, data?: unknown): void;
  /** Sends a request to the service; rejects with what is in the way. */
  request(method: string, params: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** Asks the worker who is the master of a topic; rejects with what is in the way. */
  askMaster(topic: string): Promise<unknown>;
  /** The CCP's port at its worker, once known. */
  portId(): string | undefined;
  /** connect-rtc-js, if the page has loaded it by now. */
  rtcJs(): RtcJs | undefined;
  /** What `connect.core.getWebSocketManager()` gives. */
  webSocketManager(): unknown;
  /** Asks for the messages of topics of the CCP's web socket. */
  subscribeTopics(topics: readonly string[]): void;
  /** Sends a message over the CCP's web socket. */
  sendMessage(payload: unknown): void;
  /** Aborts when it is to end. */
  readonly signal: AbortSignal;
}

/** True if the agent can get calls, and takes them in the browser. */
const takesCalls = ({ configuration: { softphoneEnabled, routingProfile } }: AgentData): boolean =>
  softphoneEnabled && (routingProfile?.channelConcurrencyMap?.VOICE ?? 0) > 0;

/** The softphone of one runtime. */
export class Softphone {
  readonly #needs: SoftphoneNeeds;
  readonly #ownership: Ownership;
  /** Names this page to the service. */
  readonly #clientId = uuid();
  #manager: SoftphoneManager | null = null;
  /** The port through which the CCPs were last asked whether they are muted. */
  #askedPort: string | undefined;
  #isSocketLost = false;
  /**
   * The calls that were there when the page asked for the softphone, or when another tab was seen to have it: of these,
   * what was under way has its sound elsewhere, or has lost it. What has come since is this tab's, however late it is.
   */
  #left: ReturnType<typeof softphoneCalls> | null;

  /**
   * @param needs what it works with.
   * @param atFirst the agent's data as they were when the page asked for the softphone, or the first after that; null if
   *   there have been none.
   */
  constructor(needs: SoftphoneNeeds, atFirst: AgentData | null) {
    this.#needs = needs;
    this.#left = atFirst && softphoneCalls(atFirst.snapshot.contacts);
    const { bus, signal } = needs;
    this.#ownership = new Ownership(needs, signal);
    const look = (): void => this.#look();
    bus.subscribe(AgentEvents.REFRESH, look, { signal });
    // A tab that has gone leaves the softphone to the next that asks.
    bus.subscribe(EventType.UPDATE_CONNECTED_CCPS, look, { signal });
    bus.subscribe(WebSocketEvents.CONNECTION_LOST, () => (this.#isSocketLost = true), { signal });
    bus.subscribe(WebSocketEvents.CONNECTION_GAIN, () => (this.#isSocketLost = false), { signal });
    bus.subscribe(LinkEventType.TERMINATED, () => this.#manager?.terminate(), { signal });
    look();
  }

  /** The manager; null until this tab has been the one that takes the calls. */
  get manager(): SoftphoneManager | null {
    return this.#manager;
  }

  #look(): void {
    const { agent, portId, tell } = this.#needs;
    const data = agent();
    if (!data) return;
    const port = portId();
    if (port !== undefined && port !== this.#askedPort) {
      this.#askedPort = port;
      tell(LinkEventType.MUTE);
    }
    const calls = softphoneCalls(data.snapshot.contacts);
    this.#left ??= calls;
    const { isHere } = this.#ownership;
    this.#manager?.follow(calls, isHere);
    if (!isHere && takesCalls(data)) void this.#compete();
  }

  async #compete(): Promise<void> {
    const { agent, signal } = this.#needs;
    const owner = await this.#ownership.take();
    const data = agent();
    if (signal.aborted || !data || owner === 'unknown') return;
    const calls = softphoneCalls(data.snapshot.contacts);
    if (owner === 'elsewhere') {
      this.#left = calls;
      this.#manager?.leave(calls);
      return;
    }
    this.#manager ??= this.#makeManager();
    this.#manager.follow(calls, true);
  }

  #makeManager(): SoftphoneManager {
    const { bus, log, options, tell, request, subscribeTopics, signal, agent, rtcJs, webSocketManager } = this.#needs;
    subscribeTopics([SOFTPHONE_TOPIC]);
    const quietly = (method: string, params: Readonly<Record<string, unknown>>): void =>
      void request(method, params).catch((error: unknown) => log.warn('%s was not sent.', method).withException(error));
    quietly('createTransport', { transportType: 'softphone', softphoneClientId: this.#clientId });
    const isPersistent = (): boolean => agent()?.configuration.softphonePersistentConnection === true;
    const manager = new SoftphoneManager({
      bus,
      log,
      options,
      tell,
      report: quietly,
      rtcJs,
      webSocketManager,
      isPersistent,
      socket: this.#socket,
      signal,
    });
    if (this.#left) manager.leave(this.#left);
    return manager;
  }

  get #socket(): SoftphoneSocket {
    const { bus, sendMessage } = this.#needs;
    return {
      whenOpen: () =>
        new Promise((resolve) => {
          if (!this.#isSocketLost) return resolve();
          bus.subscribe(WebSocketEvents.CONNECTION_GAIN, () => resolve(), { signal: this.#needs.signal });
        }),
      send: (payload) => sendMessage(payload),
      listen: (listener, signal) => {
        const hear = (message: unknown): void => {
          const content = contentOf(message);
          if (content) listener(content);
        };
        bus.subscribe(WebSocketEvents.ALL_MESSAGE, hear, { signal });
      },
    };
  }
}

/**
 * Begins to take calls.
 * @param needs what it works with.
 * @param atFirst the agent's data as they were when the page asked for it; null if there have been none.
 */
export function startSoftphone(needs: SoftphoneNeeds, atFirst: AgentData | null): Softphone {
  const softphone = new Softphone(needs, atFirst);
  needs.bus.trigger(CcpEvents.SOUND, Object.freeze({ place: 'page', isLive: false }));
  return softphone;
}
