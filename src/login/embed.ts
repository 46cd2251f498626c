// Embedding: one CCP in one frame, from its first answer to its end. Protocol sections 2.3 to 2.6.
import type { Conduit } from '../conduit/conduit.js';
import { createFrameConduit, FramePeer } from '../conduit/frame-conduit.js';
import { Keepalive } from '../conduit/keepalive.js';
import { API_EVENTS, MASTER_EVENTS, RequestClient } from '../conduit/request-client.js';
import { ScopedTimer } from '../conduit/scoped-timer.js';
import { isRecord, type WireConfigure } from '../conduit/wire.js';
import { CommandErrorType } from '../errors/command-error.js';
import type { AnyEventBus } from '../events/event-bus.js';
import { AgentEvents, EventType } from '../events/event-names.js';
import { createCcpFrame, frameStyle } from './frame.js';
import type { InitCcpOptions } from './options.js';
import { SignIn } from './sign-in.js';
import type { CcpStatus } from './status.js';

/** What an embedding needs of its runtime. */
export interface EmbeddingOptions {
  /** Where the frame goes. */
  container: Node;
  options: InitCcpOptions;
  /** A frame of an earlier embedding, whose place the new one takes. */
  takesPlaceOf: HTMLIFrameElement | null;
  bus: AnyEventBus;
  /** Version of the library, which the CCP is told. */
  version: string;
  /** Takes the data of an `agent::update`; returns false if they are none. */
  acceptAgentData(data: unknown): boolean;
  /** Forgets the agent, after a sign-out. */
  forgetAgent(): void;
  hasLiveVoice(): boolean;
  /** Told of every event from the CCP, after the bus. */
  received(eventName: string, data: unknown): void;
  statusChanged(status: CcpStatus, previous: CcpStatus): void;
  onError(error: unknown, eventName: string): void;
}

const LOAD_TIMEOUT = 5_000;
const ACK_TIMEOUT = 3_000;
const SYN_TIMEOUT = 1_000;
const STYLE_DELAY = 10_000;
const METRICS_DELAY = 1_000;

/** One CCP in one frame. `stop()` ends all of it, at once and for good. */
export class Embedding {
  /** The link to the CCP. */
  readonly conduit: Conduit;
  /** Sends requests to the service. */
  readonly api: RequestClient;
  /** Sends requests about which tab is master of what. */
  readonly master: RequestClient;
  readonly #needs: EmbeddingOptions;
  readonly #scope = new AbortController();
  readonly #peer: FramePeer;
  readonly #signIn: SignIn;
  readonly #keepalive: Keepalive;
  readonly #loadTimer: ScopedTimer;
  readonly #styleTimer: ScopedTimer;
  readonly #startedAt = Date.now();
  #portId: string | undefined;
  #frameAnswered = false;
  #frameLoaded = false;
  #loadTimedOut = false;
  #initialized = false;
  /** True from the first answer that is overdue to the next that comes. */
  #isSilent = false;
  #ended: CcpStatus | null = null;

  constructor(needs: EmbeddingOptions) {
    this.#needs = needs;
    const { signal } = this.#scope;
    const { options, bus, onError } = needs;
    const { ccpUrl } = options;
    this.#peer = new FramePeer(options, document.baseURI);
    this.conduit = createFrameConduit({ window, peer: this.#peer, name: ccpUrl, signal, onError });
    this.api = new RequestClient(this.conduit, API_EVENTS);
    this.master = new RequestClient(this.conduit, MASTER_EVENTS);
    this.#loadTimer = new ScopedTimer(signal);
    this.#styleTimer = new ScopedTimer(signal);
    this.#signIn = new SignIn({
      window,
      options,
      signal,
      replaceFrame: () => this.#replaceFrame(),
      hasLiveVoice: () => needs.hasLiveVoice(),
      statusChanged: (status, previous) => needs.statusChanged(status, previous),
      retriesExhausted: () => bus.trigger(EventType.IFRAME_RETRIES_EXHAUSTED),
    });
    this.conduit.onAllUpstream((data, eventName) => this.#receive(eventName, data));
    this.#keepalive = new Keepalive({
      conduit: this.conduit,
      synTimeout: options.ccpSynTimeout || SYN_TIMEOUT,
      ackTimeout: options.ccpAckTimeout || ACK_TIMEOUT,
      signal,
      onSilence: () => this.#fellSilent(),
    });
    this.#insertFrame(needs.takesPlaceOf);
  }

  /** The frame now; after `stop()` the last one. */
  get frame(): HTMLIFrameElement | null {
    return this.#peer.frame;
  }

  /** Aborts when it ends. */
  get signal(): AbortSignal {
    return this.#scope.signal;
  }

  /** Where it stands. */
  get status(): CcpStatus {
    return this.#ended ?? this.#signIn.status;
  }

  /** True once the CCP in the present frame has answered: then the frame is worth showing. */
  get answered(): boolean {
    return this.#signIn.answered;
  }

  /** True once the first answer has been dealt with. Protocol section 2.5. */
  get initialized(): boolean {
    return this.#initialized;
  }

  /** Id of the CCP's port at its worker, once known. */
  get portId(): string | undefined {
    return this.#portId;
  }

  /** An origin that spoke from the frame and was not believed, or null; for the diagnosis. */
  get refusedOrigin(): string | null {
    return this.#peer.refusedOrigin;
  }

  /** Opens the sign-in window, from a click, and tries the frame until the CCP answers. */
  login(): void {
    if (!this.#ended) this.#signIn.login();
  }

  /** Loads the frame anew, now. */
  retry(): void {
    if (!this.#ended) this.#signIn.retry();
  }

  /**
   * Ends the embedding: no timer, listener, request or window of it is left. The frame stays where it is.
   * @param status what it is from then on.
   */
  stop(status: CcpStatus = 'terminated'): void {
    if (this.#ended) return;
    const previous = this.status;
    this.#ended = status;
    this.#rejectRequests(CommandErrorType.TERMINATED, 'the page has ended the CCP', 'Embed it again first.');
    this.#scope.abort();
    this.#needs.statusChanged(status, previous);
  }

  #receive(eventName: string, data: unknown): void {
    const { bus } = this.#needs;
    switch (eventName) {
      case EventType.ACKNOWLEDGE:
        // Subscribers of the bus hear of it before its consequences. Protocol section 1.4.
        bus.trigger(eventName, data);
        return this.#acknowledged(data);
      case AgentEvents.UPDATE:
        if (!this.#needs.acceptAgentData(data) || this.#ended) return;
        this.#signIn.dataArrived();
        break;
      case EventType.REQUEST_CONFIGURE:
        this.#sendConfigure();
        break;
      case EventType.TERMINATED:
        this.#needs.forgetAgent();
        this.#signIn.sessionEnded('signed-out');
        break;
      case EventType.AUTH_FAIL:
        this.#signIn.sessionEnded('expired');
        break;
      case EventType.AUTHORIZE_SUCCESS:
        this.#signIn.sessionRenewed();
        break;
      case EventType.ACCESS_DENIED:
        this.#signIn.accessDenied();
        break;
    }
    if (this.#ended) return;
    bus.trigger(eventName, data);
    this.#needs.received(eventName, data);
  }

  #acknowledged(data: unknown): void {
    if (this.#ended) return;
    const id = isRecord(data) && typeof data.id === 'string' ? data.id : undefined;
    const isNewPort = id !== undefined && id !== this.#portId;
    const isNew = isNewPort || !this.#frameAnswered;
    this.#frameAnswered = true;
    this.#isSilent = false;
    this.#portId = id ?? this.#portId;
    this.#loadTimer.stop();
    if (isNew) this.#greet();
    this.#signIn.acknowledged(isNew);
  }

  /** What the page says to a CCP that answers for the first time, in this order. Protocol section 2.5. */
  #greet(): void {
    this.#sendConfigure();
    this.conduit.sendUpstream(EventType.OUTER_CONTEXT_INFO, { streamsVersion: this.#needs.version });
    this.#keepalive.start();
    if (this.#initialized) return;
    this.#initialized = true;
    this.#needs.bus.trigger(EventType.INIT);
    new ScopedTimer(this.#scope.signal).start(METRICS_DELAY, () => this.#reportMetrics());
  }

  #sendConfigure(): void {
    const { options } = this.#needs;
    const { softphone, chat, task, email, ringtone, autoAcceptTone } = options;
    const { pageOptions, shouldAddNamespaceToLogs, disasterRecoveryOn } = options;
    const showInactivityModal = pageOptions?.showInactivityModal;
    const configure: WireConfigure = {
      softphone,
      chat,
      task,
      email,
      ringtone,
      autoAcceptTone,
      pageOptions,
      shouldAddNamespaceToLogs,
      showInactivityModal,
      disasterRecoveryOn,
    };
    if (Object.values(configure).some(Boolean)) this.conduit.sendUpstream(EventType.CONFIGURE, configure);
  }

  #reportMetrics(): void {
    const metrics = {
      IframeRefreshAttempts: this.#signIn.attempts,
      IframeInitializationSuccess: 1,
      IframeInitializationTime: Date.now() - this.#startedAt,
    };
    for (const [name, count] of Object.entries(metrics)) {
      this.conduit.sendUpstream(EventType.BROADCAST, {
        event: EventType.CLIENT_METRIC,
        data: { name, data: { count } },
      });
    }
  }

  #fellSilent(): void {
    if (this.#isSilent || !this.answered) return;
    this.#isSilent = true;
    this.#signIn.fellSilent();
    this.#needs.bus.trigger(EventType.ACK_TIMEOUT);
  }

  #insertFrame(old: HTMLIFrameElement | null): void {
    const { container, options } = this.#needs;
    const frame = createCcpFrame(document, { src: options.ccpUrl, title: options.iframeTitle, style: options.style });
    this.#peer.frame = frame;
    this.#frameAnswered = this.#frameLoaded = this.#loadTimedOut = false;
    frame.addEventListener('load', () => this.#loaded(frame), { signal: this.#scope.signal });
    if (old?.parentNode === container) old.replaceWith(frame);
    else {
      old?.remove();
      container.appendChild(frame);
    }
    this.#loadTimer.start(options.ccpLoadTimeout || LOAD_TIMEOUT, () => {
      this.#loadTimedOut = true;
      this.#maybeSignedOut();
    });
    this.#styleTimer.start(STYLE_DELAY, () => this.conduit.sendUpstream(EventType.IFRAME_STYLE, frameStyle(frame)));
  }

  #loaded(frame: HTMLIFrameElement): void {
    if (frame !== this.frame) return;
    this.#frameLoaded = true;
    this.#maybeSignedOut();
  }

  /** A page can't tell a sign-in page from a slow CCP: only after both the load and the time-out is one assumed. */
  #maybeSignedOut(): void {
    if (this.#frameAnswered || !this.#frameLoaded || !this.#loadTimedOut) return;
    this.#needs.bus.trigger(EventType.ACK_TIMEOUT);
    this.#signIn.loadTimedOut();
  }

  #replaceFrame(): void {
    const hint = 'Send it again when the CCP is ready.';
    this.#rejectRequests(CommandErrorType.FRAME_REPLACED, "the CCP's frame was loaded anew", hint);
    this.#insertFrame(this.frame);
  }

  #rejectRequests(type: string, message: string, hint: string): void {
    this.api.rejectAll(type, message, hint);
    this.master.rejectAll(type, message, hint);
  }
}
