// The CCP page: the bridge between the embedding page and the worker, and what the page itself answers.
import { TwoWayConduit } from './two-way-conduit.js';
import { randomId } from '../../conduit/random-id.js';
import { API_EVENTS, MASTER_EVENTS, RequestClient } from '../../conduit/request-client.js';
import { PortStream, type Stream, WindowStream } from '../../conduit/stream.js';
import { type AgentData, type Envelope, isAgentData, isRecord } from '../../conduit/wire.js';
import { AgentEvents, ConfigurationEvents, DisasterRecoveryEvents, EventType } from '../../events/event-names.js';
import { Authorization, type WorkerCredentials } from './authorization.js';
import { StandbyDuty } from './disaster-recovery.js';
import { type CallSound, FramedSoftphone, type MicrophoneTruth } from './framed-softphone.js';
import { answerMediaDeviceRequests, browserDevices, type ListDevices } from './media-devices.js';
import { ParentPeer } from './parent-peer.js';
import { ResilientRegion, type TwoRegions } from './resilient-region.js';
import { mayGoUp } from './upward-rules.js';

/** Milliseconds after the start at which a page that nobody has configured asks for it. docs/protocol.md, section 3.3. */
const CONFIGURE_GRACE = 1_000;

const TAB_ID = 'tab_id';

/** The members of `configure` that an embedding page may set; credentials are not among them. */
const PAGE_SETTINGS = [
  'softphone',
  'chat',
  'task',
  'email',
  'ringtone',
  'autoAcceptTone',
  'pageOptions',
  'shouldAddNamespaceToLogs',
  'showInactivityModal',
  'disasterRecoveryOn',
  'enableGlobalResiliency',
  'instanceState',
] as const;

/** What a CCP page is made of. */
export interface CcpPageOptions {
  window: Window;
  /** The port of the worker. */
  port: MessagePort;
  /** Gets the worker's credentials; rejects if nobody is signed in. */
  authorize: () => Promise<WorkerCredentials>;
  /** Leads to the sign-in; the default loads the page again. */
  signInAgain?: () => void;
  /** Milliseconds before an attempt to authorise again; see Authorization. */
  authorizeDelay?: (attempt: number) => number;
  /** The only origins that may embed the page; without the list, any one may. */
  allowedOrigins?: readonly string[];
  /** False while the link to the embedding page is to be dead, both ways. */
  isLinkAlive?: () => boolean;
  /** Answers the requests that never reach the worker: quick responses, screen sharing. docs/protocol.md, section 5.6. */
  proxy?: (method: string, params: unknown) => Promise<unknown>;
  /** Loads the page again; the default is the location's. */
  reload?: () => void;
  /** The devices that `media_device_request` is answered with; the default is what the browser lists. */
  mediaDevices?: ListDevices;
  /** The region of the CCP and the other one, if the agent's session is for both. */
  regions?: TwoRegions;
  /** False while the microphone cannot be had; the default is that it always can. */
  hasMicrophone?: () => boolean;
  /** Makes the sound of calls over the page's conduit; without it there is none. */
  sound?: (conduit: TwoWayConduit) => CallSound;
  /** Ends the page's part in everything: no listener, timer or port is left. */
  signal: AbortSignal;
  /** Told when a listener throws. */
  onError?: (error: unknown, eventName: string) => void;
}

/** Events of the agent, their contacts and their socket. */
const OF_THE_AGENT = /^(agent|contact|connection|webSocket)::/;

const PROXIED: ReadonlySet<unknown> = /*#__PURE__*/ new Set([
  'qrIntegrationExists',
  'qrSearchQuickResponses',
  'startScreenSharing',
]);

const refuseProxied = (method: string): Promise<unknown> =>
  Promise.reject(new Error(`${method} is not available in this CCP`));

function sessionStorageOf(window: Window): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null; // Refused to frames by the browser's settings.
  }
}

/** A stream that can be cut without ending it. */
function cuttable(stream: Stream, isAlive: () => boolean): Stream {
  return {
    send: (message: Envelope) => isAlive() && stream.send(message),
    onMessage: (listener, signal) => stream.onMessage((message) => isAlive() && listener(message), signal),
  };
}

/**
 * The generic CCP page. docs/protocol.md, section 3; the weaknesses S1 to S4 of section 12.1 are done right: the parent's origin
 * is pinned, an allow list decides on what goes up, and the answers to the page's own requests stay in the page.
 */
export class CcpPage {
  readonly conduit: TwoWayConduit;
  /** True if the page stands in a frame. */
  readonly framed: boolean;
  /** The embedding page's origin; null if unframed, unknown or not allowed. */
  readonly parentOrigin: string | null;
  /** The page's own requests to the service. */
  readonly api: RequestClient;
  /** The page's own requests among the tabs. */
  readonly master: RequestClient;
  readonly #options: CcpPageOptions;
  readonly #storage: Storage | null;
  readonly #authorization: Authorization;
  readonly #softphone: FramedSoftphone;
  readonly #resilience: ResilientRegion;
  /** Ids of the embedding page's requests without an answer. */
  readonly #parentRequests = new Set<string>();
  #settings: Readonly<Record<string, unknown>> | null = null;
  #agent: AgentData | null = null;
  /** True if the embedding page has asked for the agent's data before there were any: they are sent when they arrive. */
  #isAgentAwaited = false;
  #portId: string | null = null;
  #streamsVersion: unknown = null;
  #frameStyle: unknown = null;

  constructor(options: CcpPageOptions) {
    this.#options = options;
    const { window, port, signal, onError } = options;
    this.framed = window.parent !== window;
    this.#storage = sessionStorageOf(window);
    const peer = this.framed ? new ParentPeer(window, options.allowedOrigins) : null;
    this.parentOrigin = peer?.origin ?? null;
    const downstream = peer && cuttable(new WindowStream(window, peer), options.isLinkAlive ?? (() => true));
    // The port starts to deliver when the conduit listens; what the worker has sent before is kept until then.
    this.conduit = new TwoWayConduit({
      name: 'ConnectSharedWorkerConduit',
      upstream: new PortStream(port),
      downstream: downstream ?? undefined,
      signal,
      onError,
    });
    this.conduit.onAllUpstream((data, eventName) => this.#passDown(eventName, data));
    this.conduit.onAllDownstream((data, eventName) => this.#passUp(eventName, data));
    this.api = new RequestClient(this.conduit, API_EVENTS);
    this.master = new RequestClient(this.conduit, MASTER_EVENTS);
    this.#authorization = new Authorization({
      conduit: this.conduit,
      storage: this.#storage,
      authorize: options.authorize,
      signInAgain: options.signInAgain ?? (() => this.#reload()),
      delay: options.authorizeDelay,
      signal,
    });
    this.#softphone = new FramedSoftphone({
      conduit: this.conduit,
      masterClient: this.master,
      allowed: !this.framed,
      broadcast: (event, data) => this.broadcast(event, data),
      hasMicrophone: options.hasMicrophone,
      sound: options.sound?.(this.conduit),
    });
    this.#resilience = new ResilientRegion({ ...this.#duty(), regions: options.regions });
    this.#listenUpstream();
    this.#listenDownstream();
    this.#followPageLife();
  }

  /** The last agent data, or null. */
  get agent(): AgentData | null {
    return this.#agent;
  }

  /** Id of the page's port at the worker, or null before the first acknowledge. */
  get portId(): string | null {
    return this.#portId;
  }

  /** The settings of the last `configure` of the embedding page, or null before. */
  get settings(): Readonly<Record<string, unknown>> | null {
    return this.#settings;
  }

  /** What the embedding page has told of itself: `outer_context_info` and `iframe_style`. */
  get outerContext(): { readonly streamsVersion: unknown; readonly frameStyle: unknown } {
    return { streamsVersion: this.#streamsVersion, frameStyle: this.#frameStyle };
  }

  /** What the page's microphone does. */
  get microphone(): MicrophoneTruth {
    return this.#softphone.truth;
  }

  /** Gives the worker credentials. Rejects if nobody is signed in. */
  authorize(): Promise<void> {
    return this.#authorization.authorize();
  }

  /**
   * Has the worker say something to every CCP of the browser, this one included. docs/protocol.md, section 1.9.
   * @param event name of the event.
   * @param data what goes with it; must be cloneable.
   */
  broadcast(event: string, data?: unknown): void {
    this.conduit.sendUpstream(EventType.BROADCAST, { event, data });
  }

  /** Sends `close`: the worker forgets the page's port. */
  close(): void {
    this.conduit.sendUpstream(EventType.CLOSE);
  }

  #passDown(eventName: string, data: unknown): void {
    if (this.#resilience.isSilent && OF_THE_AGENT.test(eventName)) return;
    if (eventName === EventType.API_RESPONSE || eventName === EventType.MASTER_RESPONSE) {
      const requestId = isRecord(data) ? String(data.requestId) : '';
      const isParents = this.#parentRequests.delete(requestId);
      // A take-over of a master topic is answered to every port: such an answer belongs to no request of this page, and is passed on.
      const isNews = eventName === EventType.MASTER_RESPONSE && !this.master.awaits(requestId);
      if (!isParents && !isNews) return;
    }
    this.conduit.sendDownstream(eventName, data);
  }

  #passUp(eventName: string, data: unknown): void {
    if (!mayGoUp(eventName, data)) return;
    if (eventName === EventType.API_REQUEST || eventName === EventType.MASTER_REQUEST) {
      if (!isRecord(data) || typeof data.requestId !== 'string') return;
      if (PROXIED.has(data.method)) return void this.#answerProxied(data.requestId, String(data.method), data.params);
      this.#parentRequests.add(data.requestId);
    }
    this.conduit.sendUpstream(eventName, data);
  }

  async #answerProxied(requestId: string, method: string, params: unknown): Promise<void> {
    const proxy = this.#options.proxy ?? refuseProxied;
    let answer: { data?: unknown; err?: unknown };
    try {
      answer = { data: await proxy(method, params) };
    } catch (error) {
      const { type = 'ApiProxyError' } = (isRecord(error) ? error : {}) as { readonly type?: unknown };
      answer = { err: { type, message: error instanceof Error ? error.message : String(error) } };
    }
    this.conduit.sendDownstream(EventType.API_RESPONSE, { requestId, ...answer });
  }

  #listenUpstream(): void {
    const { conduit } = this;
    conduit.onUpstream<unknown>(EventType.ACKNOWLEDGE, (data) => {
      if (this.#portId !== null || !isRecord(data) || typeof data.id !== 'string') return;
      this.#portId = data.id;
      conduit.sendUpstream(EventType.TAB_ID, { tabId: this.#tabId() });
    });
    conduit.onUpstream<unknown>(AgentEvents.UPDATE, (data) => {
      if (!isAgentData(data)) return;
      this.#agent = data;
      if (this.#isAgentAwaited) conduit.sendDownstream(AgentEvents.FETCH_AGENT_DATA_FROM_CCP, data);
      this.#isAgentAwaited = false;
    });
    conduit.onUpstream(EventType.TERMINATED, () => this.#reload());
  }

  #listenDownstream(): void {
    const { conduit } = this;
    conduit.onDownstream<unknown>(EventType.CONFIGURE, (data) => this.#configure(data));
    const { window, mediaDevices = () => browserDevices(window) } = this.#options;
    answerMediaDeviceRequests(conduit, mediaDevices);
    conduit.onDownstream<unknown>(EventType.OUTER_CONTEXT_INFO, (data) => {
      if (isRecord(data)) this.#streamsVersion = data.streamsVersion;
    });
    conduit.onDownstream(EventType.IFRAME_STYLE, (data) => {
      this.#frameStyle = data;
    });
    conduit.onDownstream(AgentEvents.FETCH_AGENT_DATA_FROM_CCP, () => {
      if (this.#agent) conduit.sendDownstream(AgentEvents.FETCH_AGENT_DATA_FROM_CCP, this.#agent);
      else this.#isAgentAwaited = true;
    });
    conduit.onDownstream<unknown>(DisasterRecoveryEvents.INIT_DISASTER_RECOVERY, (params) => {
      conduit.downstreamBus.unsubscribeEvent(DisasterRecoveryEvents.INIT_DISASTER_RECOVERY);
      const pending = (nextActiveArn: unknown): void =>
        void conduit.sendDownstream(DisasterRecoveryEvents.FAILOVER_PENDING, { nextActiveArn });
      new StandbyDuty({ ...this.#duty(), params, pending });
    });
  }

  /** What two-region operation needs of the page. */
  #duty() {
    const { conduit, api, master } = this;
    return { conduit, api, master, agent: () => this.#agent, authorize: this.#options.authorize };
  }

  #configure(data: unknown): void {
    this.#settings = {};
    if (!isRecord(data)) return;
    const settings = (this.#settings = Object.fromEntries(PAGE_SETTINGS.map((name) => [name, data[name]])));
    this.broadcast(ConfigurationEvents.CONFIGURE, settings);
    this.#softphone.configure(settings.softphone);
  }

  #followPageLife(): void {
    const { window, signal } = this.#options;
    window.addEventListener('pagehide', () => this.close(), { signal });
    window.addEventListener(
      'pageshow',
      // A page that comes back from the browser's cache has lost its port.
      (event) => void (event.persisted && this.#reload()),
      { signal },
    );
    if (!this.framed) return;
    const timer = setTimeout(() => {
      if (!this.#settings) this.conduit.sendDownstream(EventType.REQUEST_CONFIGURE);
    }, CONFIGURE_GRACE);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  }

  #reload(): void {
    const { reload, window } = this.#options;
    if (reload) reload();
    else window.location.reload();
  }

  /** The tab's id: shared by all CCPs of a tab that see the same storage. */
  #tabId(): string {
    const known = this.#storage?.getItem(TAB_ID);
    if (known) return known;
    const tabId = randomId();
    this.#storage?.setItem(TAB_ID, tabId);
    return tabId;
  }
}
