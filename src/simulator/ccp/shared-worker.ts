// The worker behind the CCPs of a browser: one agent, polled once, told to every port. docs/protocol.md, section 4.
import { randomId } from '../../conduit/random-id.js';
import { type AgentConfiguration, type AgentSnapshotData, isEnvelope, isRecord } from '../../conduit/wire.js';
import type { AgentData, WireRequest, WireResponse } from '../../conduit/wire.js';
import { AgentEvents, DisasterRecoveryEvents, EventType, WebSocketEvents } from '../../events/event-names.js';
import { AgentPoller, DEFAULT_PACE, type PollingEnd, type PollingPace } from './agent-poller.js';
import { apiMetric } from './api-metric.js';
import { type CcpPort, CcpPorts } from './ccp-ports.js';
import { ClientLogs } from './client-logs.js';
import { type CtiService, errorText, statusOf, UNAUTHORIZED } from './cti-service-client.js';
import { MasterTopics } from './master-topics.js';
import { RegionPoller, type RegionPollingOptions } from './region-poller.js';
import type { OpenSocket, SocketPace } from './socket.js';
import { SocketManager } from './socket-manager.js';
import { Standby } from './standby.js';

/** What a worker is made of. */
export interface CcpWorkerOptions {
  service: CtiService;
  /** How patiently the service is polled; the default is that of a real instance. */
  pace?: Partial<PollingPace>;
  masters?: MasterTopics;
  /** How the active region is asked for, where there are two; the default is that of a real instance. */
  regionPolling?: RegionPollingOptions;
  /** Opens a web socket to the service; without it, there is none. */
  openSocket?: OpenSocket;
  /** How patiently the web socket is used; the default is that of a real instance. */
  socketPace?: Partial<SocketPace>;
  /** Told when a session proves to be good, and when it has ended: by `terminate`, or because its token is refused. */
  onSession?: (signedIn: boolean) => void;
  /** Told what goes wrong inside. Gets no tokens. */
  onError?: (error: unknown, doing: string) => void;
}

const isRequest = (value: unknown): value is WireRequest => isRecord(value) && typeof value.requestId === 'string';

const paramsOf = ({ params }: WireRequest): Readonly<Record<string, unknown>> => (isRecord(params) ? params : {});

/** A worker. It knows nothing of where its service is, and starts to poll with the first token that it is given. */
export class CcpWorker {
  readonly #service: CtiService;
  readonly #ports: CcpPorts;
  readonly #masters: MasterTopics;
  readonly #poller: AgentPoller;
  readonly #logs: ClientLogs;
  readonly #standby: Standby;
  readonly #regionPoller: RegionPoller;
  readonly #socket: SocketManager | null;
  readonly #onSession: (signedIn: boolean) => void;
  readonly #onError: (error: unknown, doing: string) => void;
  #authToken = '';
  #sessionProven = false;
  #snapshot: AgentSnapshotData | null = null;
  #configuration: AgentConfiguration | null = null;

  constructor(options: CcpWorkerOptions) {
    const { service, pace, masters, regionPolling, openSocket, socketPace, onSession, onError } = options;
    this.#service = service;
    this.#onSession = onSession ?? (() => {});
    this.#onError = onError ?? (() => {});
    this.#ports = new CcpPorts(this.#onError);
    this.#masters = masters ?? new MasterTopics();
    this.#standby = new Standby((eventName, data) => this.#ports.sendToAll(eventName, data));
    this.#regionPoller = new RegionPoller({
      ...regionPolling,
      standby: this.#standby,
      call: (method, params, authToken = this.#authToken) => service.call(method, params, { authToken }),
      onTrouble: (error) => this.#onError(error, 'polling for the active region'),
    });
    this.#logs = new ClientLogs((logEvents) => void this.#callQuietly('sendClientLogs', { logEvents }));
    this.#poller = new AgentPoller({
      pace: { ...DEFAULT_PACE, ...pace },
      call: (method, params, signal) => this.#call(method, params, signal),
      onSnapshot: (snapshot) => this.#takeSnapshot(snapshot),
      onConfiguration: (configuration) => this.#takeConfiguration(configuration),
      onEnd: (why) => this.#pollingEnded(why),
      onTrouble: (error) => this.#onError(error, 'polling'),
    });
    this.#socket = openSocket
      ? new SocketManager({
          openSocket,
          getTransport: (signal) => this.#call('createTransport', { transportType: 'web_socket' }, signal),
          tell: (eventName, data) => this.#ports.sendToAll(eventName, data),
          pace: socketPace,
          onError: this.#onError,
        })
      : null;
  }

  /** Number of connected CCPs. */
  get connectedCcps(): number {
    return this.#ports.size;
  }

  /** True while the agent is polled. */
  get polling(): boolean {
    return this.#poller.running;
  }

  /**
   * Connects a CCP: it is acknowledged with its port's id, everybody learns the new number of CCPs, and it gets the
   * agent if there is one. A port that is connected already stays as it is. docs/protocol.md, section 4.1.
   * @param port one end of a message channel; the CCP has the other.
   */
  connect(port: MessagePort): void {
    if (this.#ports.has(port)) return;
    const ccp = this.#ports.add(port, randomId());
    this.#listen(ccp);
    this.#ports.send(ccp, EventType.ACKNOWLEDGE, { id: ccp.id });
    this.#ports.sendToAll(EventType.UPDATE_CONNECTED_CCPS, this.#ports.count());
    // The last data of an agent whose session has ended are not sent to a new CCP.
    const update = this.#poller.running && this.#update();
    if (update) this.#ports.send(ccp, AgentEvents.UPDATE, update);
  }

  /** Fetches the configuration now, as `reload_agent_configuration` does. */
  async reloadConfiguration(): Promise<void> {
    await this.#poller.reloadConfiguration();
  }

  /** Ends the session: nothing is polled any more, the agent is forgotten, and every CCP hears `terminated`. */
  terminate(): void {
    this.#logs.flush();
    this.#poller.forget();
    this.#regionPoller.stop();
    this.#standby.reset();
    this.#authToken = '';
    this.#snapshot = null;
    this.#configuration = null;
    this.#endSession(); // First, since pages reload as soon as they hear the other.
    this.#ports.sendToAll(EventType.TERMINATED);
  }

  #listen(ccp: CcpPort): void {
    const { conduit, port } = ccp;
    conduit.onDownstream(EventType.SYNCHRONIZE, () => {
      this.#masters.renew(ccp.id);
      this.#ports.send(ccp, EventType.ACKNOWLEDGE);
    });
    conduit.onDownstream(EventType.TAB_ID, (data) => this.#takeTab(ccp, data));
    conduit.onDownstream(EventType.CLOSE, () => this.#disconnect(ccp));
    conduit.onDownstream(EventType.CONFIGURE, (data) => this.#configure(data));
    conduit.onDownstream(EventType.TERMINATE, () => this.terminate());
    conduit.onDownstream(EventType.RELOAD_AGENT_CONFIGURATION, () => void this.reloadConfiguration());
    conduit.onDownstream(EventType.BROADCAST, (message) => {
      if (isEnvelope(message)) this.#ports.sendToAll(message.event, message.data);
    });
    conduit.onDownstream(EventType.API_REQUEST, (request) => void this.#answerApiRequest(ccp, request));
    conduit.onDownstream(EventType.MASTER_REQUEST, (request) => this.#answerMasterRequest(ccp, request));
    conduit.onDownstream(DisasterRecoveryEvents.SUPPRESS, (data) => {
      this.#standby.suppress(data);
      // A region that stands by hides contacts from its next update on: its CCP has to know which ones it is to leave.
      if (!this.#standby.isSuppressed) this.#publish();
    });
    conduit.onDownstream(DisasterRecoveryEvents.INIT_DR_POLLING, (data) => this.#regionPoller.begin(data));
    conduit.onDownstream(DisasterRecoveryEvents.FORCE_OFFLINE, (data) => this.#standby.forceOffline(data));
    conduit.onDownstream(EventType.SEND_LOGS, (entries) => this.#takeLogs(entries));
    conduit.onDownstream(WebSocketEvents.SUBSCRIBE, (topics) => this.#socket?.subscribe(topics));
    conduit.onDownstream(WebSocketEvents.SEND, (payload) => this.#socket?.send(payload));
    // Not every browser tells when the page at the other end has died; where it does, a crash is as good as a close.
    port.addEventListener('close', () => this.#disconnect(ccp), { once: true });
  }

  #disconnect(ccp: CcpPort): void {
    if (!this.#ports.holds(ccp)) return;
    this.#ports.remove(ccp);
    this.#masters.release(ccp.id);
    this.#ports.sendToAll(EventType.UPDATE_CONNECTED_CCPS, this.#ports.count(ccp.tabId));
  }

  #takeTab(ccp: CcpPort, data: unknown): void {
    if (!isRecord(data) || typeof data.tabId !== 'string' || data.tabId === ccp.tabId) return;
    ccp.tabId = data.tabId;
    this.#ports.sendToAll(EventType.UPDATE_CONNECTED_CCPS, this.#ports.count(ccp.tabId));
  }

  #configure(data: unknown): void {
    // A page's own `configure` travels the same way; only one with a token is for the worker.
    if (!isRecord(data) || typeof data.authToken !== 'string' || data.authToken === '') return;
    this.#authToken = data.authToken;
    this.#poller.start();
    this.#socket?.start();
  }

  #takeSnapshot(snapshot: AgentSnapshotData): void {
    this.#snapshot = snapshot;
    this.#proveSession();
    this.#publish();
  }

  #takeConfiguration(configuration: AgentConfiguration): void {
    this.#configuration = configuration;
    this.#proveSession();
    this.#publish();
  }

  #proveSession(): void {
    if (this.#sessionProven) return;
    this.#sessionProven = true;
    this.#onSession(true);
  }

  #publish(): void {
    const update = this.#update();
    if (update) this.#ports.sendToAll(AgentEvents.UPDATE, update);
  }

  /** The data of an `agent::update`; null until both halves exist. */
  #update(): AgentData | null {
    const snapshot = this.#snapshot && this.#configuration && this.#standby.filter(this.#snapshot);
    return snapshot && this.#configuration && { snapshot, configuration: this.#configuration };
  }

  #pollingEnded(why: PollingEnd): void {
    if (why === 'denied') return this.#ports.sendToAll(EventType.ACCESS_DENIED);
    this.#endSession();
    this.#ports.sendToAll(EventType.AUTH_FAIL);
    this.#ports.sendToAll(EventType.CTI_AUTHORIZE_RETRIES_EXHAUSTED);
  }

  #endSession(): void {
    this.#sessionProven = false;
    this.#socket?.stop();
    this.#onSession(false);
  }

  async #call(method: string, params: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<unknown> {
    const authToken = this.#authToken;
    try {
      return await this.#service.call(method, params, { signal, authToken });
    } catch (error) {
      // Refused for an old token, while a new one has come: the refusal says nothing about the new one.
      const outdated = statusOf(error) === UNAUTHORIZED && this.#authToken !== '' && authToken !== this.#authToken;
      if (!outdated || signal?.aborted) throw error;
      return this.#call(method, params, signal);
    }
  }

  async #callQuietly(method: string, params: Record<string, unknown>): Promise<void> {
    try {
      await this.#call(method, params);
    } catch (error) {
      this.#onError(error, method);
    }
  }

  async #answerApiRequest(ccp: CcpPort, request: unknown): Promise<void> {
    if (!isRequest(request)) return;
    const { requestId, method } = request;
    const answer = (data: unknown, err: string | null) =>
      this.#ports.send(ccp, EventType.API_RESPONSE, { event: EventType.API_RESPONSE, requestId, data, err });
    const begun = performance.now();
    let status = 200;
    try {
      if (typeof method !== 'string') throw new TypeError('An API request needs a method.');
      const data = await this.#call(method, paramsOf(request));
      if (!answer(data, null)) throw new TypeError(`The answer to ${method} cannot be sent.`);
    } catch (error) {
      status = statusOf(error);
      answer(undefined, errorText(error));
    }
    if (status === UNAUTHORIZED) this.#ports.sendToAll(EventType.AUTH_FAIL, { authorize: true });
    this.#ports.sendToAll(EventType.API_METRIC, apiMetric(String(method), performance.now() - begun, status));
  }

  #answerMasterRequest(ccp: CcpPort, request: unknown): void {
    if (!isRequest(request)) return;
    const response: WireResponse = { event: EventType.MASTER_RESPONSE, requestId: request.requestId, err: null };
    try {
      const data = this.#masters.answer(ccp.id, request.method, request.params);
      // Everybody hears of a take-over, so that the old master lets go; the caller hears of it once.
      if (data.takeOver) return this.#ports.sendToAll(EventType.MASTER_RESPONSE, { ...response, data });
      this.#ports.send(ccp, EventType.MASTER_RESPONSE, { ...response, data });
    } catch (error) {
      this.#ports.send(ccp, EventType.MASTER_RESPONSE, { ...response, err: errorText(error) });
    }
  }

  #takeLogs(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const entry of entries as unknown[]) this.#ports.sendToAll(EventType.LOG, entry);
    this.#logs.add(entries);
  }
}
