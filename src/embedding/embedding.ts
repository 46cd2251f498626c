// Embedding: one CCP in one frame, from its first answer to its end. docs/protocol.md, sections 2.3 to 2.6.
import { ChannelOffers } from '../conduit/channel-offers.js';
import type { Conduit } from '../conduit/conduit.js';
import { createFrameConduit, FramePeer } from '../conduit/frame-conduit.js';
import { Keepalive } from '../conduit/keepalive.js';
import { API_EVENTS, MASTER_EVENTS, RequestClient } from '../conduit/request-client.js';
import { ScopedTimer } from '../conduit/scoped-timer.js';
import { hasLiveVoice } from '../conduit/live-voice.js';
import { type ContactData, isAgentData, isRecord } from '../conduit/wire.js';
import { sendable } from '../conduit/sendable.js';
import { CommandErrorType } from '../errors/command-error.js';
import {
  AgentEvents,
  CcpEvents,
  DisasterRecoveryEvents,
  LinkEventType,
  StorageAccessEvents,
} from '../events/event-names.js';
import { isOwnEvent } from '../events/own-events.js';
import { ACK_TIMEOUT, LOAD_TIMEOUT, SYN_TIMEOUT } from '../sign-in/defaults.js';
import type { CcpReceiver, EmbeddingOptions, SideLine } from './embedding-options.js';
import type { CcpFacts } from './facts.js';
import { createCcpFrame } from './frame.js';
import { configureData } from './greeting.js';
import { type InitCcpOptions, isPrimary } from './options.js';
import { SignIn } from '../sign-in/sign-in.js';
import type { CcpStatus } from '../sign-in/status.js';
import { storageRequest, type StorageRequest } from '../sign-in/storage-access.js';
import { onWake } from './wake.js';

/** Statuses in which nobody is signed in, as far as is known: what was known of the agent is forgotten. */
const FORGETTING: readonly CcpStatus[] = ['signed-out', 'expired', 'denied'];

/** A page that loads within the load time-out gets a fifth of it to answer before its frame may be replaced. */
const PROMPT_DIVISOR = 5;

/** One CCP in one frame. `stop()` ends all of it, at once and for good. */
export class Embedding implements CcpFacts {
  /** The link to the CCP. */
  readonly conduit: Conduit;
  /** Sends requests to the service. */
  readonly api: RequestClient;
  /** Asks the worker which tab does what only one may do. */
  readonly master: RequestClient;
  /** When it began, in epoch milliseconds. */
  readonly startedAt = Date.now();
  readonly #given: EmbeddingOptions;
  readonly #receiver: CcpReceiver;
  readonly #scope = new AbortController();
  readonly #peer: FramePeer;
  readonly #signIn: SignIn;
  readonly #keepalive: Keepalive;
  readonly #sideLine: SideLine | undefined;
  readonly #offers: ChannelOffers | undefined;
  readonly #loadTimer: ScopedTimer;
  /** The page that asks the agent for access to the CCP's cookies before the CCP is loaded, or null. */
  readonly #storageRequest: StorageRequest | null;
  /** True while the frame holds that page. */
  #isAsking = false;
  #portId: string | undefined;
  #frameAnswered = false;
  /** True once the present frame has loaded a page. */
  #hasLoaded = false;
  /** Runs while the page that has loaded may still be about to answer: a timer, which no clock that is set can hold up. */
  readonly #mayAnswer: ScopedTimer;
  /** True from when the frame has loaded another page by itself until the next answer. */
  #isReloaded = false;
  #initialized = false;
  /** True from the first overdue answer until the next answer. */
  #isSilent = false;
  /** True from when the computer has slept until the next answer: a frame that stays silent is then replaced once. */
  #hasSlept = false;
  /** True if data have come while the session was over: whose they were was not known, so that they were left. */
  #hasLeftData = false;
  /** True while the present frame may have the sound of a call that was forgotten with the agent. */
  #hadLiveVoice = false;
  /** The agent's contacts, as far as is known. */
  #contacts: readonly ContactData[] = [];
  #ended: CcpStatus | null = null;

  constructor(given: EmbeddingOptions) {
    this.#given = given;
    const { options, receiver } = given;
    this.#receiver = receiver;
    const { signal } = this.#scope;
    const onError = (error: unknown, of: string): void => this.#failed(error, of);
    const { ccpUrl } = options;
    this.#peer = new FramePeer(options, document.baseURI);
    this.#storageRequest = storageRequest(options, document.baseURI);
    this.conduit = createFrameConduit({ window, peer: this.#peer, name: ccpUrl, signal, onError });
    this.api = new RequestClient(this.conduit, API_EVENTS);
    this.master = new RequestClient(this.conduit, MASTER_EVENTS);
    this.#loadTimer = new ScopedTimer(signal);
    this.#mayAnswer = new ScopedTimer(signal);
    this.#signIn = new SignIn({
      window,
      options,
      signal,
      replaceFrame: (retry) => {
        this.#replaceFrame();
        receiver.hear(CcpEvents.RETRY, Object.freeze(retry));
      },
      // A frame that has loaded another page has lost its call, whatever the last data say.
      hasLiveVoice: () =>
        !this.#isReloaded && !given.pageHasSound?.() && (this.#hadLiveVoice || hasLiveVoice(this.#contacts)),
      statusChanged: (status, previous) => {
        if (FORGETTING.includes(status)) this.#forget();
        receiver.note({ kind: 'status', status, previous });
      },
      isLoading: () => !this.#hasLoaded || this.#mayAnswer.running,
      retriesExhausted: () => receiver.hear(LinkEventType.IFRAME_RETRIES_EXHAUSTED),
    });
    this.conduit.onAllUpstream((data, eventName) => this.#receive(eventName, data));
    this.#keepalive = new Keepalive({
      conduit: this.conduit,
      synTimeout: options.ccpSynTimeout || SYN_TIMEOUT,
      ackTimeout: options.ccpAckTimeout || ACK_TIMEOUT,
      signal,
      onSilence: () => this.#fellSilent(),
      onWake: () => {
        this.#hasSlept = true;
        this.#signIn.fellSilent();
      },
    });
    onWake(window, signal, () => this.#keepalive.check());
    const sideLine = (this.#sideLine = given.sideLines?.of(given.site ?? 'primary'));
    if (sideLine) this.#offers = new ChannelOffers(window, this.#peer, (port) => sideLine.opened(port), signal);
    this.#insertFrame(given.takesPlaceOf);
  }

  /** Itself: one CCP is all that there is. */
  get ccp(): this {
    return this;
  }

  /** The frame now; after `stop()` the last one. */
  get frame(): HTMLIFrameElement | null {
    return this.#peer.frame;
  }

  /** The sign-in window that this page has open, or null. */
  get loginWindow(): Window | null {
    return this.#signIn.loginWindow;
  }

  /** What it was made with. */
  get options(): InitCcpOptions {
    return this.#given.options;
  }

  /** Aborts when it ends. */
  get signal(): AbortSignal {
    return this.#scope.signal;
  }

  /** Where it stands. */
  get status(): CcpStatus {
    return this.#ended ?? this.#signIn.status;
  }

  /** True once the CCP in the present frame has answered, or asks the agent: then the frame is worth showing. */
  get answered(): boolean {
    return this.#signIn.answered || this.status === 'storage-access-needed';
  }

  /** True once the present frame has loaded a page. */
  get loaded(): boolean {
    return this.#hasLoaded;
  }

  /** True once the first answer has been dealt with. docs/protocol.md, section 2.5. */
  get initialized(): boolean {
    return this.#initialized;
  }

  /** Id of the CCP's port at its worker, once known. */
  get portId(): string | undefined {
    return this.#portId;
  }

  /** Origin of the CCP in the present frame, or null before its first answer. */
  get origin(): string | null {
    return this.#peer.origin;
  }

  /** The origin that is believed, or where the CCP is expected; for the diagnosis. */
  get expectedOrigin(): string {
    return this.#peer.expectedOrigin;
  }

  /** An origin that spoke from the frame and was not believed, or null; for the diagnosis. */
  get refusedOrigin(): string | null {
    return this.#peer.refusedOrigin;
  }

  /** Opens the sign-in window, from a click, and tries the frame until the CCP answers. */
  login(): void {
    if (!this.#ended) this.#signIn.login();
  }

  /** True if the present frame has the sound of a live call, which a new one would cut off. */
  get carriesCall(): boolean {
    return !this.#ended && this.#signIn.carriesCall;
  }

  /**
   * Loads the frame anew, now.
   * @param force true: also if that cuts a live call off.
   * @returns false if a live call has kept the frame.
   */
  retry(force = false): boolean {
    if (this.#ended || (this.carriesCall && !force)) return false;
    this.#signIn.retry();
    return true;
  }

  /** Has the CCP take the calls in its frame from now on, whatever it was told before. */
  letFrameTakeCalls(): void {
    const { options } = this.#given;
    options.softphone = { ...options.softphone, allowFramedSoftphone: true };
    if (this.#frameAnswered) this.#sendConfigure();
  }

  /**
   * Ends the embedding: no timer, listener, request or window of it is left. The frame stays where it is.
   * @param status what it is from then on.
   */
  stop(status: CcpStatus = 'terminated'): void {
    if (this.#ended) return;
    const previous = this.status;
    this.#ended = status;
    for (const client of [this.api, this.master])
      client.rejectAll(CommandErrorType.TERMINATED, 'the page has ended the CCP', 'Embed it again first.');
    this.#scope.abort();
    this.#sideLine?.closed();
    this.#receiver.note({ kind: 'status', status, previous });
  }

  #receive(eventName: string, data: unknown): void {
    const receiver = this.#receiver;
    switch (eventName) {
      case LinkEventType.ACKNOWLEDGE:
        // Subscribers of the bus hear of it before its consequences. docs/protocol.md, section 1.4.
        receiver.hear(eventName, data);
        return this.#acknowledged(data);
      case AgentEvents.UPDATE:
        if (!isAgentData(data)) return;
        // What was on its way when the session ended is not shown any more.
        if (this.#signIn.isOver) return void (this.#hasLeftData = true);
        this.#contacts = data.snapshot.contacts;
        if (!receiver.take(data) || this.#ended) return;
        this.#hadLiveVoice = false;
        // Data that were sent before the computer slept do not show that the CCP still answers.
        if (!this.#hasSlept) this.#signIn.dataArrived();
        break;
      case LinkEventType.REQUEST_CONFIGURE:
        this.#sendConfigure();
        break;
      case LinkEventType.TERMINATED:
        this.#forget();
        this.#hadLiveVoice = false; // it has ended with the session
        this.#signIn.sessionEnded('signed-out');
        break;
      case LinkEventType.AUTH_FAIL:
        this.#signIn.sessionEnded('expired');
        break;
      case LinkEventType.AUTHORIZE_SUCCESS:
        this.#renewed();
        break;
      case LinkEventType.ACCESS_DENIED:
        this.#signIn.told('denied');
        break;
      case StorageAccessEvents.INIT:
      case StorageAccessEvents.DENIED:
      case StorageAccessEvents.GRANTED:
        this.#heardOfStorage(eventName === StorageAccessEvents.GRANTED || (isRecord(data) && data.hasAccess === true));
        break;
      default:
        if (isOwnEvent(eventName)) return;
    }
    if (this.#ended) return;
    receiver.hear(eventName, data);
  }

  /**
   * The CCP has got itself a new session. The worker begins with the first page that has one: its data may have come here
   * before this page's own word, and the next ones come only when something changes.
   */
  #renewed(): void {
    this.#signIn.sessionRenewed();
    if (this.#hasLeftData) this.conduit.sendUpstream(LinkEventType.RELOAD_AGENT_CONFIGURATION);
    this.#hasLeftData = false;
  }

  /** Forgets the agent, but not that the frame may have the sound of a call: that is still not cut off. */
  #forget(): void {
    this.#hadLiveVoice ||= hasLiveVoice(this.#contacts);
    this.#contacts = [];
    this.#receiver.note({ kind: 'forgotten' });
  }

  #acknowledged(data: unknown): void {
    if (this.#ended) return;
    const id = isRecord(data) && typeof data.id === 'string' ? data.id : undefined;
    const isNewPort = id !== undefined && id !== this.#portId;
    const isNew = isNewPort || !this.#frameAnswered;
    this.#frameAnswered = true;
    this.#isSilent = this.#hasSlept = this.#isReloaded = false;
    this.#portId = id ?? this.#portId;
    this.#loadTimer.stop();
    this.#offers?.acknowledged();
    if (isNew) {
      this.#hadLiveVoice = this.#hasLeftData = false;
      this.#receiver.note({ kind: 'frame' });
      this.#greet();
    }
    this.#signIn.acknowledged(isNew);
  }

  /** What the page says to a CCP that answers for the first time, in this order. docs/protocol.md, section 2.5. */
  #greet(): void {
    // Settings that cannot be sent keep the CCP from nothing else.
    this.#attempt('configure', () => this.#sendConfigure());
    this.#attempt('initCCP', () => this.#sendRegion());
    this.conduit.sendUpstream(LinkEventType.OUTER_CONTEXT_INFO, this.#given.outerContext);
    this.#keepalive.start();
    if (this.#initialized) return;
    this.#initialized = true;
    this.#receiver.hear(LinkEventType.INIT);
  }

  #failed(error: unknown, of: string): void {
    this.#receiver.note({ kind: 'failure', error, of });
  }

  #attempt(name: string, run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#failed(error, name);
    }
  }

  #sendConfigure(): void {
    const configure = configureData(this.#given.options);
    if (configure) this.conduit.sendUpstream(LinkEventType.CONFIGURE, { ...configure, ...this.#given.configure?.() });
  }

  /** Tells the CCP of one of two regions which one it is. docs/protocol.md, section 10.1. */
  #sendRegion(): void {
    const { options } = this.#given;
    if (!options.disasterRecoveryOn) return;
    const region = { ...options, isPrimary: isPrimary(options, (error, of) => this.#failed(error, of)) };
    this.conduit.sendUpstream(DisasterRecoveryEvents.INIT_DISASTER_RECOVERY, sendable(region));
  }

  #fellSilent(): void {
    if (!this.answered) return;
    if (!this.#isSilent) {
      this.#isSilent = true;
      this.#signIn.fellSilent();
      this.#receiver.hear(LinkEventType.ACK_TIMEOUT);
    } else if (this.#hasSlept && navigator.onLine && this.#contacts.length === 0) {
      // Two questions after a sleep without an answer: the frame is unlikely to recover by itself.
      this.#hasSlept = false;
      this.#replaceFrame();
    }
  }

  /** News of the page that asks the agent for access to the CCP's cookies. With access it goes on to the CCP. */
  #heardOfStorage(hasAccess: boolean): void {
    if (!this.#isAsking) return;
    this.#isAsking = !hasAccess;
    if (hasAccess) {
      this.#hasLoaded = false;
      this.#awaitAnswer();
    }
    this.#signIn.told(hasAccess ? 'storage-granted' : 'storage-access-needed');
  }

  get #loadTimeout(): number {
    return this.#given.options.ccpLoadTimeout || LOAD_TIMEOUT;
  }

  /**
   * From outside, a sign-in page looks like a slow CCP: it is assumed only when the page has loaded and the time-out is over.
   * A page that loads after the time-out gets another one.
   */
  #awaitAnswer(): void {
    this.#loadTimer.start(this.#loadTimeout, () => {
      if (this.answered || !this.#hasLoaded) return;
      this.#receiver.hear(LinkEventType.ACK_TIMEOUT);
      this.#signIn.loadTimedOut();
    });
  }

  #insertFrame(old: HTMLIFrameElement | null): void {
    const { container, options } = this.#given;
    const src = this.#storageRequest?.url ?? options.ccpUrl;
    const frame = createCcpFrame(document, { src, title: options.iframeTitle, style: options.style });
    this.#peer.frame = frame;
    this.#receiver.note({ kind: 'frame' });
    this.#frameAnswered = this.#isReloaded = this.#hadLiveVoice = false;
    this.#hasLoaded = false;
    this.#isAsking = this.#storageRequest !== null;
    frame.addEventListener('load', () => this.#loaded(frame), { signal: this.#scope.signal });
    this.#sideLine?.framed(frame);
    if (old?.parentNode === container) old.replaceWith(frame);
    else {
      old?.remove();
      container.appendChild(frame);
    }
    this.#awaitAnswer();
  }

  #loaded(frame: HTMLIFrameElement): void {
    if (frame !== this.frame) return;
    const isLate = !this.#frameAnswered && !this.#loadTimer.running;
    this.#isReloaded = this.#hasLoaded;
    this.#hasLoaded = true;
    if (this.#isReloaded) this.#receiver.note({ kind: 'frame' });
    this.#mayAnswer.start(this.#loadTimeout / (isLate ? 1 : PROMPT_DIVISOR), () => {});
    if (this.#isAsking) this.#storageRequest?.send(frame);
    if (isLate) this.#awaitAnswer();
  }

  #replaceFrame(): void {
    const hint = 'Send it again when the CCP is ready.';
    for (const client of [this.api, this.master])
      client.rejectAll(CommandErrorType.FRAME_REPLACED, "the CCP's frame was loaded anew", hint);
    this.#insertFrame(this.frame);
  }
}
