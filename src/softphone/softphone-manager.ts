// The softphone of a page: a session for each call, one microphone, one loudspeaker, and what the CCP is told of them.
import type { AnyEventBus } from '../events/event-bus.js';
import {
  AgentEvents,
  CcpEvents,
  ConfigurationEvents,
  ConnectionEvents,
  ContactEvents,
  LinkEventType,
} from '../events/event-names.js';
import { ScopedTimer } from '../conduit/scoped-timer.js';
import { isRecord } from '../conduit/wire.js';
import type { Logger } from '../log/logger.js';
import { LogComponent } from '../log/levels.js';
import type { LevelListener } from './input-level.js';
import { openMicrophone, stopStream } from './microphone.js';
import { MutedTalk } from './muted-talk.js';
import type { PersistentLine } from './persistent-line.js';
import type { SoftphoneSocket } from './signalling.js';
import type { SoftphoneCall } from './softphone-calls.js';
import type { SoftphoneManagerOptions } from './softphone-options.js';
import { SoundFailure } from './sound-failure.js';
import { SoundOutput } from './sound-output.js';
import type { SoundReportData, StreamSample } from './sound-report.js';
import { type RtcJs, type RtcJsNeeds, RtcJsSession, strategyFor } from './rtc-js.js';
import { type CallSession, type SessionListener, SoundSession } from './sound-session.js';
import { uuid } from './uuid.js';

/** What the manager needs of its runtime. */
export interface ManagerNeeds {
  readonly bus: AnyEventBus;
  readonly log: Logger;
  readonly socket: SoftphoneSocket;
  readonly options: SoftphoneManagerOptions;
  /** Tells every tab; what cannot be sent for want of a CCP is told this page alone. */
  tell(event: string, data?: unknown): void;
  /** Sends a report to the service, which may be lost. */
  report(method: string, params: Readonly<Record<string, unknown>>): void;
  /** connect-rtc-js, if the page has loaded it by now. */
  rtcJs(): RtcJs | undefined;
  /** What `connect.core.getWebSocketManager()` gives. */
  webSocketManager(): unknown;
  /** True if the agent's configuration has connections outlive their calls. */
  isPersistent(): boolean;
  /** Aborts with the softphone. */
  readonly signal: AbortSignal;
}

/** The generation of the softphone that reports name. */
const CCP_VERSION = 'V2';
/** Milliseconds between two reports of samples. */
const METRICS_PACE = 30_000;

interface Entry {
  call: SoftphoneCall;
  /** Every id that the agent's connection has had: that of a callback changes when the customer is called. */
  readonly connectionIds: Set<string>;
  readonly session: CallSession;
  readonly sounds: Set<MediaStream>;
  readonly metrics: ScopedTimer;
  readonly end: AbortController;
}

type Made = Omit<RtcJsNeeds, 'rtcJs' | 'strategy'>;

const make = (rtcJs: RtcJs | undefined, strategy: unknown, needs: Made): CallSession =>
  rtcJs?.RTCSession ? new RtcJsSession({ ...needs, rtcJs, strategy }, rtcJs.RTCSession) : new SoundSession(needs);

/** Told of a session by whoever has started it. */
export interface SessionCallbacks {
  onConnected?(session: CallSession): void;
  onFailed?(session: CallSession, failure: SoundFailure): void;
  onEnded?(session: CallSession): void;
}

/** A contact, as `startSession` is given one. */
interface ContactHandle {
  readonly contactId?: string;
  getContactId?(): string;
}

/** What `connect.core.getSoftphoneManager()` gives while this tab takes the calls. */
export class SoftphoneManager {
  readonly #needs: ManagerNeeds;
  readonly #output: SoundOutput;
  /** The calls that have a session, by contact. */
  readonly #entries = new Map<string, Entry>();
  /** Agent's connections that have had theirs: each is tried once. */
  readonly #handled = new Set<string>();
  #calls: ReadonlyMap<string, SoftphoneCall> = new Map();
  /** The contact that was connected or resumed last: what mutes acts on it. */
  #lastTalking: string | undefined;
  /** The line that the next call can use; those that are left over end some time after their last call. */
  #line: PersistentLine | null = null;
  readonly #lines = new Set<PersistentLine>();
  #deviceId: string | undefined;
  readonly #browserId = uuid();
  readonly #mutedTalk: MutedTalk;
  #madeStrategy: unknown;

  /**
   * @param needs what it works with.
   * @ignore
   */
  constructor(needs: ManagerNeeds) {
    this.#needs = needs;
    const { bus, signal, options } = needs;
    this.#output = new SoundOutput(() => options.audio);
    this.#mutedTalk = new MutedTalk((isTalking) => bus.trigger(CcpEvents.TALKING_MUTED, Object.freeze({ isTalking })));
    const on = (event: string, act: (data: unknown) => void): void => void bus.subscribe(event, act, { signal });
    on(LinkEventType.MUTE, (data) => this.#mute(data));
    on(ConfigurationEvents.SET_MICROPHONE_DEVICE, (data) => void this.#setMicrophone(data));
    on(ConfigurationEvents.SET_SPEAKER_DEVICE, (data) => void this.#setSpeaker(data));
    signal.addEventListener('abort', () => this.terminate(), { once: true });
  }

  /** True while a call of this tab has sound, or is getting it. */
  get hasSound(): boolean {
    return this.#entries.size > 0;
  }

  /** True while somebody talks into a microphone that is muted. */
  get isTalkingMuted(): boolean {
    return this.#mutedTalk.isTalking;
  }

  /**
   * The session of a call.
   * @param connectionId id of the agent's own connection.
   */
  getSession(connectionId: string): CallSession | undefined {
    return this.#find(connectionId)?.session;
  }

  /**
   * Begins the sound of a call by hand, such as with a stream that the page has made.
   * @param contact the contact, or its id.
   * @param agentConnectionId id of the agent's own connection.
   * @param userMediaStream heard in place of the microphone; it belongs to the session then.
   * @param callbacks told what becomes of it.
   * @returns the session; undefined if there is no such call.
   */
  startSession(
    contact: ContactHandle | string,
    agentConnectionId: string,
    userMediaStream?: MediaStream | null,
    callbacks: SessionCallbacks = {},
  ): CallSession | undefined {
    const contactId = typeof contact === 'string' ? contact : (contact.getContactId?.() ?? contact.contactId ?? '');
    const call = this.#calls.get(contactId);
    if (call?.connectionId !== agentConnectionId) return undefined;
    return this.#entries.get(contactId)?.session ?? this.#begin(call, userMediaStream ?? null, callbacks).session;
  }

  /**
   * Ends the sound of a call; the contact goes on.
   * @param connectionId id of the agent's own connection.
   */
  async destroySession(connectionId: string): Promise<void> {
    await this.#find(connectionId)?.session.hangUp();
  }

  /**
   * The agent is heard by another track from now on.
   * @param connectionId id of the agent's own connection.
   * @param track it belongs to the session then.
   */
  async replaceLocalMediaTrack(connectionId: string, track: MediaStreamTrack): Promise<void> {
    await this.#find(connectionId)?.session.useMicrophone(new MediaStream([track]));
    this.#followLevel();
  }

  /**
   * Has somebody told how loud the agent is, ten times a second while there is a call, also while they are muted.
   * @param listener told the level, 0 to 1.
   * @returns ends it.
   */
  onInputLevel(listener: LevelListener): () => void {
    return this.#mutedTalk.listen(listener);
  }

  /** Ends the sound of every call; the contacts go on. */
  terminate(): void {
    for (const { session } of [...this.#entries.values()]) void session.hangUp();
    for (const line of this.#lines) line.close();
    this.#line = null;
    this.#followLevel();
  }

  /**
   * Takes the calls as they are now: new ones get a session, and sessions of calls that are over end.
   * @param calls by contact.
   * @param mayBegin false: what is new is not this tab's.
   * @ignore
   */
  follow(calls: ReadonlyMap<string, SoftphoneCall>, mayBegin: boolean): void {
    const before = this.#calls;
    this.#calls = calls;
    for (const [contactId, entry] of [...this.#entries]) {
      const call = calls.get(contactId);
      if (call) this.#takeOn(entry, call);
      else void entry.session.hangUp();
    }
    for (const call of calls.values()) {
      const last = before.get(call.contactId);
      const isNews = !last?.isTalking || (last.isOnHold && !call.isOnHold);
      if (call.isTalking && !call.isOnHold && isNews) this.#lastTalking = call.contactId;
      if (mayBegin && !this.#entries.has(call.contactId) && !this.#handled.has(call.connectionId)) this.#begin(call);
    }
    for (const id of this.#handled)
      if (![...calls.values()].some(({ connectionId }) => connectionId === id)) this.#handled.delete(id);
  }

  /**
   * Leaves calls that were under way before this tab came to their own: their sound was elsewhere, or is lost.
   * @ignore
   */
  leave(calls: ReadonlyMap<string, SoftphoneCall>): void {
    for (const { connectionId, isTalking } of calls.values()) if (isTalking) this.#handled.add(connectionId);
  }

  #find(connectionId: string): Entry | undefined {
    return [...this.#entries.values()].find(({ connectionIds }) => connectionIds.has(connectionId));
  }

  /** The connection of a call may have got another id. */
  #takeOn(entry: Entry, call: SoftphoneCall): void {
    entry.call = call;
    entry.connectionIds.add(call.connectionId);
    this.#handled.add(call.connectionId);
  }

  #begin(call: SoftphoneCall, given: MediaStream | null = null, callbacks: SessionCallbacks = {}): Entry {
    const { tell } = this.#needs;
    const { contactId, connectionId } = call;
    this.#handled.add(connectionId);
    tell(ConnectionEvents.SESSION_INIT, { connectionId });
    const end = new AbortController();
    const session = this.#makeSession(call, given, callbacks);
    const metrics = new ScopedTimer(end.signal);
    const entry: Entry = { call, connectionIds: new Set([connectionId]), session, sounds: new Set(), metrics, end };
    this.#entries.set(contactId, entry);
    this.#tellLive(1);
    void session.start();
    return entry;
  }

  /** A session of connect-rtc-js where that is loaded, else one of our own. */
  #makeSession(media: SoftphoneCall, given: MediaStream | null, callbacks: SessionCallbacks): CallSession {
    const { socket, options, isPersistent, log, rtcJs, webSocketManager } = this.#needs;
    const { allowExtendedPersistentConnection = false, disableEchoCancellation = false } = options;
    const session: CallSession = make(rtcJs(), this.#strategy, {
      media,
      socket,
      openMicrophone: () => (given ? Promise.resolve(given) : this.#openMicrophone()),
      isPersistent: isPersistent(),
      allowExtendedPersistentConnection,
      browserId: this.#browserId,
      line: isPersistent() && this.#line?.isUsable ? this.#line : null,
      listener: this.#listenerOf(media.contactId, callbacks, () => session),
      logger: log,
      webSocketManager: webSocketManager(),
      disableEchoCancellation,
      audio: () => this.#output.element,
    });
    return session;
  }

  /** What carries the sound to a virtual desktop, made once; undefined where there is none, or it does not work. */
  get #strategy(): unknown {
    const { VDIPlatform } = this.#needs.options;
    if (!VDIPlatform || this.#madeStrategy !== undefined) return this.#madeStrategy ?? undefined;
    try {
      this.#madeStrategy = strategyFor(this.#needs.rtcJs(), VDIPlatform);
    } catch (error) {
      this.#madeStrategy = null;
      const { message } = error as Error;
      this.#needs.log.error(LogComponent.SOFTPHONE, message);
      const told = { errorType: 'vdi_strategy_not_supported', errorMessage: message, endPointUrl: '' };
      this.#needs.tell(AgentEvents.SOFTPHONE_ERROR, told);
    }
    return this.#madeStrategy ?? undefined;
  }

  #openMicrophone(): Promise<MediaStream> {
    const { disableEchoCancellation, getUserMedia } = this.#needs.options;
    return openMicrophone({ deviceId: this.#deviceId, disableEchoCancellation, getUserMedia });
  }

  #listenerOf(contactId: string, callbacks: SessionCallbacks, session: () => CallSession): SessionListener {
    const { tell, log, options } = this.#needs;
    const entry = (): Entry | undefined => this.#entries.get(contactId);
    return {
      microphone: (stream) => this.#watchTracks(contactId, stream),
      invited: () => {
        const connectionId = entry()?.call.connectionId;
        tell(AgentEvents.LOCAL_MEDIA_STREAM_CREATED, { connectionId });
        this.#followLevel();
      },
      sounds: (stream) => {
        entry()?.sounds.add(stream);
        this.#output.play(stream);
        for (const track of stream.getAudioTracks()) options.onTrack?.(track, entry()?.call.connectionId ?? '');
      },
      connected: () => {
        this.#connected(contactId);
        callbacks.onConnected?.(session());
      },
      failed: (failure) => {
        log.error(LogComponent.SOFTPHONE, `A call has no sound: ${failure.message}`).withException(failure);
        const { errorType, message: errorMessage, endPointUrl } = failure;
        if (errorType) tell(AgentEvents.SOFTPHONE_ERROR, { errorType, errorMessage, endPointUrl });
        callbacks.onFailed?.(session(), failure);
      },
      ended: (report, samples) => {
        this.#ended(contactId, report, samples);
        callbacks.onEnded?.(session());
      },
      kept: (line) => {
        // One that a call is on ends by itself, some time after that call.
        if (this.#line?.isIdle) this.#line.close();
        this.#line = line;
        this.#lines.add(line);
        line.signal.addEventListener('abort', () => this.#lines.delete(line), { once: true });
      },
    };
  }

  #connected(contactId: string): void {
    const entry = this.#entries.get(contactId);
    if (!entry) return;
    const { autoAccept, contactType } = entry.call;
    if (autoAccept && contactType === 'voice') {
      this.#needs.tell(ContactEvents.ACCEPTED, { contactId });
      this.#needs.tell(`${ContactEvents.ACCEPTED}::${contactId}`, { contactId });
    }
    this.#reportNext(contactId, entry);
  }

  #reportNext(contactId: string, entry: Entry): void {
    entry.metrics.start(METRICS_PACE, () => {
      this.#sendSamples(contactId, entry.session.takeSamples());
      this.#reportNext(contactId, entry);
    });
  }

  #sendSamples(contactId: string, samples: readonly StreamSample[]): void {
    if (samples.length === 0) return;
    const { report, tell } = this.#needs;
    const ccpVersion = CCP_VERSION;
    report('sendSoftphoneCallMetrics', { contactId, ccpVersion, softphoneStreamStatistics: samples });
    tell('softphone_stats', { contactId, ccpVersion, stats: samples });
  }

  #ended(contactId: string, report: SoundReportData, samples: readonly StreamSample[]): void {
    const entry = this.#entries.get(contactId);
    this.#entries.delete(contactId);
    entry?.end.abort();
    this.#tellLive(0);
    for (const stream of entry?.sounds ?? []) if (!this.#isHeard(stream)) this.#output.stop(stream);
    this.#followLevel();
    const { report: send, tell } = this.#needs;
    const ccpVersion = CCP_VERSION;
    send('sendSoftphoneCallReport', { contactId, ccpVersion, report });
    tell('softphone_report', { contactId, ccpVersion, report });
    this.#sendSamples(contactId, samples);
    tell(AgentEvents.MUTE_TOGGLE, { muted: this.#muteTarget?.isMuted ?? false });
  }

  /** Tells when the first call has begun, or the last one has ended. */
  #tellLive(size: number): void {
    if (this.#entries.size !== size) return;
    this.#needs.bus.trigger(CcpEvents.SOUND, Object.freeze({ place: 'page', isLive: this.hasSound }));
  }

  #isHeard(stream: MediaStream): boolean {
    return [...this.#entries.values()].some(({ sounds }) => sounds.has(stream));
  }

  /** The session that is muted and unmuted: that of the call which was connected or resumed last. */
  get #muteTarget(): CallSession | undefined {
    const entries = [...this.#entries.values()].filter(({ session, call }) => session.localStream && call.isTalking);
    return (entries.find(({ call }) => call.contactId === this.#lastTalking) ?? entries.at(-1))?.session;
  }

  #mute(data: unknown): void {
    const session = this.#muteTarget;
    if (!session) return;
    if (isRecord(data) && typeof data.mute === 'boolean') session.setMuted(data.mute);
    this.#needs.tell(AgentEvents.MUTE_TOGGLE, { muted: session.isMuted });
    this.#followLevel();
  }

  async #setMicrophone(data: unknown): Promise<void> {
    if (!isRecord(data) || typeof data.deviceId !== 'string') return;
    const { deviceId } = data;
    const before = this.#deviceId;
    this.#deviceId = deviceId;
    try {
      if (this.#entries.size === 0) stopStream(await this.#openMicrophone());
      else await this.#replaceMicrophones();
    } catch (error) {
      this.#deviceId = before;
      this.#needs.log.error(LogComponent.SOFTPHONE, 'The microphone was not changed.').withException(error);
      return;
    }
    this.#needs.tell(ConfigurationEvents.MICROPHONE_DEVICE_CHANGED, { deviceId });
  }

  async #replaceMicrophones(): Promise<void> {
    for (const [contactId, { session }] of [...this.#entries]) {
      const stream = await this.#openMicrophone();
      this.#watchTracks(contactId, stream);
      await session.useMicrophone(stream);
    }
    this.#followLevel();
  }

  async #setSpeaker(data: unknown): Promise<void> {
    if (!isRecord(data) || typeof data.deviceId !== 'string') return;
    try {
      await this.#output.setDevice(data.deviceId);
    } catch (error) {
      this.#needs.log.error(LogComponent.SOFTPHONE, 'The speaker was not changed.').withException(error);
      return;
    }
    this.#needs.tell(ConfigurationEvents.SPEAKER_DEVICE_CHANGED, { deviceId: data.deviceId });
  }

  /** A microphone that is unplugged in a call is replaced by the system's choice. */
  #watchTracks(contactId: string, stream: MediaStream): void {
    for (const track of stream.getAudioTracks())
      track.addEventListener('ended', () => void this.#lost(contactId, stream), { once: true });
  }

  async #lost(contactId: string, stream: MediaStream): Promise<void> {
    if (this.#entries.get(contactId)?.session.localStream !== stream) return;
    this.#deviceId = undefined;
    try {
      await this.#replaceMicrophones();
    } catch (error) {
      const { errorType, message } = SoundFailure.from(error, 'microphone', 'The microphone is gone.');
      this.#needs.tell(AgentEvents.SOFTPHONE_ERROR, { errorType, errorMessage: message, endPointUrl: '' });
    }
  }

  /** Measures the microphone of the call that the agent talks in. */
  #followLevel(): void {
    this.#mutedTalk.follow(this.#muteTarget ?? [...this.#entries.values()].at(-1)?.session);
  }
}
