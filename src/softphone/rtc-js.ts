// Sessions of connect-rtc-js, where the page has loaded it: pages on virtual desktops need it, and others that were written for it go on.
import { stopStream } from './microphone.js';
import { SoundFailure, type SoundFailureKind } from './sound-failure.js';
import { SoundReport, type SoundReportData, type StreamSample, type StreamType } from './sound-report.js';
import type { CallSession, SessionNeeds } from './sound-session.js';

/** A session as connect-rtc-js has it; what a page sets on it is called with the session first. */
interface RtcSession {
  mediaStream?: MediaStream;
  echoCancellation?: boolean;
  remoteAudioElement?: HTMLAudioElement;
  onLocalStreamAdded?: (session: RtcSession, stream: MediaStream) => void;
  onRemoteStreamAdded?: (session: RtcSession, stream: MediaStream) => void;
  onSignalingStarted?: () => void;
  onSessionConnected?: () => void;
  onSessionFailed?: (session: RtcSession, reason: unknown) => void;
  onSessionDestroyed?: (session: RtcSession, report: unknown) => void;
  connect(): unknown;
  hangup(): unknown;
  pauseLocalAudio(): unknown;
  resumeLocalAudio(): unknown;
  getStats?(): Promise<{ audioInputStats?: RtcStats; audioOutputStats?: RtcStats }>;
  replaceTrack?(stream: MediaStream): unknown;
}

interface RtcStats {
  readonly packetsCount?: number;
  readonly packetsLost?: number;
  readonly audioLevel?: number;
  readonly jbMilliseconds?: number;
  readonly rttMilliseconds?: number;
}

/** What connect-rtc-js puts on `connect`, as far as it is used. */
export interface RtcJs {
  readonly RTCSession?: new (
    signalingUri: string,
    iceServers: readonly RTCIceServer[],
    callContextToken: string,
    logger: unknown,
    contactId: string,
    connectionId: string,
    webSocketManager?: unknown,
    strategy?: unknown,
  ) => RtcSession;
  readonly RTCErrors?: Readonly<Record<string, unknown>>;
  readonly CitrixVDIStrategy?: new (platform: string, isReal: boolean) => unknown;
  readonly DCVWebRTCStrategy?: new () => unknown;
  readonly OmnissaVDIStrategy?: new () => unknown;
  readonly AzureVDIStrategy?: new () => unknown;
}

/** What a session of connect-rtc-js needs beside what every session does. */
export interface RtcJsNeeds extends SessionNeeds {
  readonly rtcJs: RtcJs;
  readonly logger: unknown;
  /** What `connect.core.getWebSocketManager()` gives. */
  readonly webSocketManager: unknown;
  /** What carries the sound to a virtual desktop, or undefined. */
  readonly strategy: unknown;
  readonly disableEchoCancellation: boolean;
  /** The element that a virtual desktop plays in its own way. */
  audio(): HTMLAudioElement;
}

/** The class that carries the sound to each kind of virtual desktop. */
const STRATEGIES: Readonly<Record<string, (rtcJs: RtcJs, platform: string) => unknown>> = {
  CITRIX: ({ CitrixVDIStrategy: Strategy }, platform) => Strategy && new Strategy(platform, true),
  CITRIX_413: ({ CitrixVDIStrategy: Strategy }, platform) => Strategy && new Strategy(platform, true),
  AWS_WORKSPACE: ({ DCVWebRTCStrategy: Strategy }) => Strategy && new Strategy(),
  OMNISSA: ({ OmnissaVDIStrategy: Strategy }) => Strategy && new Strategy(),
  AZURE: ({ AzureVDIStrategy: Strategy }) => Strategy && new Strategy(),
};

/**
 * What carries the sound to a virtual desktop.
 * @param rtcJs connect-rtc-js, or undefined if the page has not loaded it.
 * @param platform one of `connect.VDIPlatformType`.
 * @throws Error that says what is missing, or what the strategy says.
 */
export function strategyFor(rtcJs: RtcJs | undefined, platform: string): unknown {
  const make = Object.hasOwn(STRATEGIES, platform) ? STRATEGIES[platform] : undefined;
  if (!make) throw new Error(`VDIPlatform takes one of ${Object.keys(STRATEGIES).join(', ')}, not ${platform}.`);
  const strategy = rtcJs && make(rtcJs, platform);
  if (!strategy) throw new Error(`VDIPlatform ${platform} needs connect-rtc-js: load it before the first call.`);
  return strategy;
}

/** What connect-rtc-js calls a failure, by the name that it has in its `RTCErrors`. */
const KINDS: Readonly<Record<string, SoundFailureKind>> = {
  ICE_COLLECTION_TIMEOUT: 'ice',
  USER_BUSY: 'busy',
  SIGNALLING_HANDSHAKE_FAILURE: 'handshake',
  GUM_TIMEOUT_FAILURE: 'microphone-timeout',
  GUM_OTHER_FAILURE: 'microphone',
  SIGNALLING_CONNECTION_FAILURE: 'signalling',
  CALL_NOT_FOUND: 'call-not-found',
};

/** A session of connect-rtc-js that is used like one of our own. */
export class RtcJsSession implements CallSession {
  readonly #needs: RtcJsNeeds;
  readonly #session: RtcSession;
  #stream: MediaStream | null = null;
  #isConnected = false;
  #hasEnded = false;
  #isMuted = false;
  /** True once connect-rtc-js has been asked to connect: from then on it ends itself, and says so. */
  #isConnecting = false;
  #hangingUp: Promise<void> | null = null;

  /**
   * @param needs what it works with.
   * @param RTCSession the class of connect-rtc-js.
   */
  constructor(needs: RtcJsNeeds, RTCSession: NonNullable<RtcJs['RTCSession']>) {
    this.#needs = needs;
    const { media, logger, webSocketManager, strategy, listener, disableEchoCancellation } = needs;
    const { signalingEndpoint, iceServers, callContextToken, contactId, connectionId, useWebSocketProvider } = media;
    const socket = useWebSocketProvider ? webSocketManager : undefined;
    const given = [
      signalingEndpoint,
      iceServers,
      callContextToken,
      logger,
      contactId,
      connectionId,
      socket,
      strategy,
    ] as const;
    const session = (this.#session = new RTCSession(...given));
    if (disableEchoCancellation) session.echoCancellation = false;
    session.onLocalStreamAdded = (_, stream) => (this.#stream = stream);
    session.onSignalingStarted = () => listener.invited(this.#stream);
    if (strategy) session.remoteAudioElement = needs.audio();
    else session.onRemoteStreamAdded = (_, stream) => listener.sounds(stream);
    session.onSessionConnected = () => {
      this.#isConnected = true;
      listener.connected();
    };
    session.onSessionFailed = (_, reason) => listener.failed(this.#failureFor(reason));
    session.onSessionDestroyed = (_, report) => this.#finish(report as SoundReportData);
  }

  get localStream(): MediaStream | null {
    return this.#stream;
  }

  get isConnected(): boolean {
    return this.#isConnected;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  get isMuted(): boolean {
    return this.#isMuted;
  }

  async start(): Promise<void> {
    const { listener } = this.#needs;
    try {
      const stream = await this.#needs.openMicrophone();
      if (this.#hasEnded || this.#stream) stopStream(stream);
      if (this.#hasEnded) return;
      if (stream && !this.#stream) {
        listener.microphone(stream);
        this.#stream = stream;
      }
      if (this.#stream) this.#session.mediaStream = this.#stream;
      this.#isConnecting = true;
      await this.#session.connect();
    } catch (error) {
      if (this.#hasEnded) return;
      listener.failed(SoundFailure.from(error, 'connection', 'connect-rtc-js has failed.'));
      if (!this.#isConnecting) this.#finish();
    }
  }

  setMuted(isMuted: boolean): void {
    this.#isMuted = isMuted;
    if (isMuted) this.#session.pauseLocalAudio();
    else this.#session.resumeLocalAudio();
  }

  async useMicrophone(stream: MediaStream): Promise<void> {
    if (this.#hasEnded) return stopStream(stream);
    this.#stream = stream;
    if (!this.#isConnecting) return;
    await this.#session.replaceTrack?.(stream);
    this.setMuted(this.#isMuted);
  }

  async totals(): Promise<StreamSample[]> {
    const { audioInputStats, audioOutputStats } = (await this.#session.getStats?.()) ?? {};
    return [sampleOf('audio_input', audioInputStats), sampleOf('audio_output', audioOutputStats)];
  }

  takeSamples(): StreamSample[] {
    return [];
  }

  async hangUp(): Promise<void> {
    if (this.#hasEnded) return;
    if (!this.#isConnecting) return this.#finish();
    await (this.#hangingUp ??= this.#hangUp());
  }

  async #hangUp(): Promise<void> {
    await this.#session.hangup();
  }

  /** What has not begun has nothing to report. */
  #finish(report: SoundReportData = new SoundReport().finish()): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    if (!this.#isConnecting) stopStream(this.#stream);
    this.#needs.listener.ended(report, []);
  }

  #failureFor(reason: unknown): SoundFailure {
    const names = Object.entries(this.#needs.rtcJs.RTCErrors ?? {});
    const [name = ''] = names.find(([, value]) => value === reason) ?? [];
    return new SoundFailure(KINDS[name] ?? 'connection', `connect-rtc-js has failed: ${String(reason)}.`);
  }
}

const sampleOf = (softphoneStreamType: StreamType, stats: RtcStats = {}): StreamSample => ({
  timestamp: new Date(),
  softphoneStreamType,
  packetsCount: stats.packetsCount ?? 0,
  packetsLost: stats.packetsLost ?? 0,
  audioLevel: stats.audioLevel ?? 0,
  jitterBufferMillis: stats.jbMilliseconds ?? 0,
  roundTripTimeMillis: stats.rttMilliseconds ?? 0,
});
