// The sound of one call: microphone, peer connection, what is said to the media service, statistics, end.
import { ScopedTimer } from '../conduit/scoped-timer.js';
import { isRecord } from '../conduit/wire.js';
import { type LegOffer, MediaLeg } from './media-leg.js';
import { stopStream } from './microphone.js';
import { PersistentLine } from './persistent-line.js';
import {
  directRoute,
  routeOverSocket,
  RpcError,
  type RpcMessage,
  Signalling,
  type SoftphoneSocket,
} from './signalling.js';
import { SoundFailure, type SoundFailureKind } from './sound-failure.js';
import { SoundReport, type SoundReportData, type StreamSample, totalsOf } from './sound-report.js';

/** What a contact says of its sound: the `softphoneMediaInfo` of the agent's own connection, read. */
export interface CallMedia {
  readonly contactId: string;
  /** The agent's own connection. */
  readonly connectionId: string;
  readonly callContextToken: string;
  readonly iceServers: readonly RTCIceServer[];
  readonly signalingEndpoint: string;
  /** True: what is said to the media service goes over the CCP's web socket. */
  readonly useWebSocketProvider: boolean;
}

/** Who is told what becomes of a session. */
export interface SessionListener {
  /** The microphone is open. */
  microphone(stream: MediaStream): void;
  /** The service has been asked for the call: from now on the agent is heard once the call is accepted. */
  invited(stream: MediaStream | null): void;
  /** The sound of the others. */
  sounds(stream: MediaStream): void;
  /** Sound can go both ways. */
  connected(): void;
  /** There is no sound, and will be none. */
  failed(failure: SoundFailure): void;
  /** It is over, whatever has ended it. Told once, also after a failure. */
  ended(report: SoundReportData, samples: readonly StreamSample[]): void;
  /** A connection has come about that the next call can use. */
  kept(line: PersistentLine): void;
}

/** What a session works with. */
export interface SessionNeeds {
  readonly media: CallMedia;
  readonly socket: SoftphoneSocket;
  /** Opens the microphone; null: the agent only listens. */
  openMicrophone(): Promise<MediaStream | null>;
  readonly isPersistent: boolean;
  readonly allowExtendedPersistentConnection: boolean;
  /** Names this browser to the service. */
  readonly browserId: string;
  /** A connection that an earlier call has left, or null. */
  readonly line: PersistentLine | null;
  readonly listener: SessionListener;
}

/** The sound of one call, whoever makes it. */
export interface CallSession {
  /** The microphone, once it is open. */
  readonly localStream: MediaStream | null;
  /** True once sound has gone both ways. */
  readonly isConnected: boolean;
  /** True once it is over. */
  readonly hasEnded: boolean;
  /** True if the agent is not heard for having muted. */
  readonly isMuted: boolean;
  /** Sets it up, while the call still rings. Never rejects: the listener is told. */
  start(): Promise<void>;
  /** Mutes the agent, or lets them be heard. */
  setMuted(isMuted: boolean): void;
  /**
   * The agent is heard through another microphone from now on.
   * @param stream its stream, which belongs to the session then; the old one is closed.
   */
  useMicrophone(stream: MediaStream): Promise<void>;
  /** The totals of both directions: what arrives, what is sent. */
  totals(): Promise<StreamSample[]>;
  /** The samples since the last time. */
  takeSamples(): StreamSample[];
  /** Ends it, and tells the service. */
  hangUp(): Promise<void>;
}

/** Milliseconds that the service has to answer the offer, and the goodbye. */
const INVITE_LIMIT = 5_000;
const BYE_LIMIT = 2_000;
/** Milliseconds within which sound has to find its way, once both sides have named theirs. */
const CONNECTION_LIMIT = 15_000;
/** Milliseconds between two samples, and for which a connection is kept where the service does not say. */
const SAMPLE_PACE = 1_000;
const INACTIVITY_DURATION = 60_000;

const NO_WAY =
  'The sound has found no way to the media service: see whether a firewall or proxy keeps this computer from it.';

const INVITE_FAILURES: Readonly<Record<number, SoundFailureKind>> = { 404: 'call-not-found', 486: 'busy' };

/** One session. `start()` sets it up, `hangUp()` ends it; nothing of it is left then. */
export class SoundSession implements CallSession {
  readonly #needs: SessionNeeds;
  readonly #report = new SoundReport();
  readonly #end = new AbortController();
  readonly #signalling: Signalling;
  readonly #sampling = new ScopedTimer(this.#end.signal);
  readonly #connecting = new ScopedTimer(this.#end.signal);
  #leg: MediaLeg | null = null;
  #line: PersistentLine | null = null;
  #stream: MediaStream | null = null;
  #isConnected = false;
  #isMuted = false;
  /** True once the service has been told of this side: without that there is nobody to say goodbye to. */
  #isInvited = false;
  #hasLetGo = false;
  #hangingUp: Promise<void> | null = null;

  /** @param needs what it works with. */
  constructor(needs: SessionNeeds) {
    this.#needs = needs;
    const { media, socket } = needs;
    const { signal } = this.#end;
    const route = media.useWebSocketProvider
      ? routeOverSocket(socket, media.connectionId, signal)
      : directRoute(media.signalingEndpoint, media, signal);
    this.#signalling = new Signalling(route, (method, message) => this.#asked(method, message));
  }

  /** The microphone, once it is open. */
  get localStream(): MediaStream | null {
    // Calls on one line have one microphone, which any of them may have changed.
    return this.#line && !this.#hasLetGo ? this.#line.stream : this.#stream;
  }

  /** True once sound has gone both ways. */
  get isConnected(): boolean {
    return this.#isConnected;
  }

  /** True once it is over. */
  get hasEnded(): boolean {
    return this.#end.signal.aborted;
  }

  /** True if the agent is not heard for having muted. */
  get isMuted(): boolean {
    return this.#line?.isMuted ?? this.#isMuted;
  }

  /** Sets it up, while the call still rings. Never rejects: the listener is told. */
  async start(): Promise<void> {
    try {
      await this.#setUp();
    } catch (error) {
      if (!this.#isOver) this.#fail(SoundFailure.from(error, 'handshake', 'The sound could not be set up.'));
    }
  }

  /** Mutes the agent, or lets them be heard. */
  setMuted(isMuted: boolean): void {
    this.#isMuted = isMuted;
    if (this.#line) this.#line.setMuted(isMuted);
    else this.#applyMute();
  }

  /**
   * The agent is heard through another microphone from now on.
   * @param stream its stream, which belongs to the session then; the old one is closed.
   */
  async useMicrophone(stream: MediaStream): Promise<void> {
    if (this.#isOver) return stopStream(stream);
    const before = this.localStream;
    this.#stream = stream;
    if (this.#line) return this.#line.send(stream);
    this.#applyMute();
    await this.#leg?.send(stream.getAudioTracks()[0] ?? null);
    if (before !== stream) stopStream(before);
  }

  /** The totals of both directions: what arrives, what is sent. */
  async totals(): Promise<StreamSample[]> {
    return this.#leg ? totalsOf(await this.#leg.getStats()) : [];
  }

  /** The samples since the last time. */
  takeSamples(): StreamSample[] {
    return this.#report.takeSamples();
  }

  /** Ends it, and tells the service. */
  async hangUp(): Promise<void> {
    if (this.hasEnded) return;
    await (this.#hangingUp ??= this.#hangUp());
  }

  async #hangUp(): Promise<void> {
    this.#report.done(this.#isConnected ? 'talking' : 'preTalking');
    // Said before anything is waited for: the CCP, over which it goes, may be about to end.
    const goodbye = this.#sayGoodbye();
    await this.#lookAgain();
    // Nobody hears the agent from now on, whenever the answer comes.
    this.#letGo();
    await goodbye;
    this.#finish();
  }

  /** Never rejects. */
  async #sayGoodbye(): Promise<void> {
    if (!this.#isInvited) return;
    const { contactId, callContextToken } = this.#needs.media;
    if (this.#line) this.#signalling.tell('disconnectContact', { contactId, ...this.#line.tokens });
    else {
      const params = { contactId, persistentConnection: false, callContextToken };
      await this.#signalling.ask('bye', params, BYE_LIMIT).catch(() => {});
    }
  }

  /** True once it is over, or about to be: nothing of it may be set up any more. */
  get #isOver(): boolean {
    return this.hasEnded || this.#hangingUp !== null;
  }

  async #setUp(): Promise<void> {
    const { line } = this.#needs;
    const isShared = (): boolean => line?.isUsable === true && line.stream !== null;
    if (!isShared()) {
      const opened = await this.#openMicrophone();
      // Another one may have come meanwhile: chosen by the agent, or opened by another call on the same line.
      if (this.#isOver || this.#stream || isShared()) stopStream(opened);
      else this.#stream = opened;
      if (this.#isOver) return;
    }
    this.#report.done('gum');
    this.#applyMute();
    if (line?.isUsable) await this.#join(line);
    else await this.#begin();
  }

  async #openMicrophone(): Promise<MediaStream | null> {
    const stream = await this.#needs.openMicrophone();
    if (stream && !this.#isOver) this.#needs.listener.microphone(stream);
    return stream;
  }

  /** The next call on a connection that an earlier one has left. */
  async #join(line: PersistentLine): Promise<void> {
    const { listener, media } = this.#needs;
    line.use();
    if (this.#isMuted) line.setMuted(true);
    this.#line = line;
    this.#leg = line.leg;
    line.signal.addEventListener('abort', () => this.#over(), { signal: this.#end.signal });
    if (this.#stream) await line.send(this.#stream);
    this.#report.done('initialization');
    await this.#signalling.open();
    if (this.#isOver) return;
    this.#report.done('signallingConnect');
    const { contactId, callContextToken } = media;
    this.#isInvited = true;
    this.#signalling.tell('connectContact', {
      contactId,
      persistentConnection: true,
      ...line.tokens,
      callContextToken,
    });
    listener.invited(this.localStream);
    this.#report.done('handshaking');
    this.#followLeg(line.leg);
    this.#connected();
  }

  /** A call on a connection of its own. */
  async #begin(): Promise<void> {
    const { media, isPersistent, listener } = this.#needs;
    const leg = (this.#leg = new MediaLeg({ iceServers: media.iceServers }));
    this.#followLeg(leg);
    await leg.send(this.#stream?.getAudioTracks()[0] ?? null);
    this.#report.done('initialization');
    const offer = await leg.offer();
    if (this.#isOver) return;
    this.#report.done('iceCollection');
    await this.#signalling.open();
    if (this.#isOver) return;
    this.#report.done('signallingConnect');
    this.#isInvited = true;
    const answering = this.#invite(offer, false);
    listener.invited(this.#stream);
    const answer = await answering;
    if (this.#isOver) return;
    await leg.take({ sdp: answer.sdp, candidates: answer.candidates });
    if (this.#isOver) return;
    this.#report.done('handshaking');
    if (!this.#isConnected)
      this.#connecting.start(CONNECTION_LIMIT, () => this.#fail(new SoundFailure('connection', NO_WAY)));
    if (isPersistent && answer.tokens) this.#keep(leg, answer.tokens, answer.inactivityDuration);
    const { contactId } = media;
    this.#signalling.tell('accept', { contactId, persistentConnection: isPersistent, ...this.#line?.tokens });
  }

  #keep(leg: MediaLeg, tokens: PersistentLine['tokens'], inactivityDuration: number): void {
    const line = new PersistentLine(leg, this.#stream, tokens, inactivityDuration);
    line.setMuted(this.#isMuted);
    this.#line = line;
    line.signal.addEventListener('abort', () => this.#over(), { signal: this.#end.signal });
    this.#needs.listener.kept(line);
  }

  async #invite({ sdp, candidates }: LegOffer, iceRestart: boolean) {
    const { media, isPersistent, browserId, allowExtendedPersistentConnection } = this.#needs;
    const { contactId, callContextToken } = media;
    const params = {
      sdp,
      candidates,
      callContextToken,
      contactId,
      browserId,
      persistentConnection: isPersistent,
      iceRestart,
      allowExtendedPersistentConnection,
      ...this.#line?.tokens,
    };
    let answer: RpcMessage;
    try {
      answer = await this.#signalling.ask('invite', params, INVITE_LIMIT);
    } catch (error) {
      const kind = (error instanceof RpcError && INVITE_FAILURES[error.code]) || 'handshake';
      const { signalingEndpoint: endPointUrl } = media;
      throw new SoundFailure(kind, `The media service has not taken the call: ${String(error)}.`, {
        cause: error,
        endPointUrl,
      });
    }
    return this.#readAnswer(answer);
  }

  #readAnswer({ sdp, candidates, inactivityDuration, peerConnectionId, peerConnectionToken }: RpcMessage) {
    if (typeof sdp !== 'string' || sdp === '') {
      throw new SoundFailure('no-description', 'The media service has answered without a description.');
    }
    const list = (Array.isArray(candidates) ? (candidates as unknown[]) : []).filter((one) => isRecord(one));
    if (list.length === 0) throw new SoundFailure('no-candidate', 'The media service has named no way for the sound.');
    const hasTokens = typeof peerConnectionId === 'string' && typeof peerConnectionToken === 'string';
    return {
      sdp,
      candidates: list as RTCIceCandidateInit[],
      inactivityDuration: Number(inactivityDuration) || INACTIVITY_DURATION,
      tokens: hasTokens ? { peerConnectionId, peerConnectionToken } : null,
    };
  }

  #followLeg(leg: MediaLeg): void {
    const { listener } = this.#needs;
    leg.follow(
      { sounds: (stream) => listener.sounds(stream), stateChanged: (state) => this.#legChanged(state) },
      this.#end.signal,
    );
  }

  #legChanged(state: RTCPeerConnectionState): void {
    if (state === 'connected') this.#connected();
    // 'disconnected' passes by itself, or becomes 'failed'.
    else if (state === 'failed') void this.#restart();
  }

  #connected(): void {
    if (this.#isConnected) return;
    this.#isConnected = true;
    this.#connecting.stop();
    this.#report.done('preTalking');
    this.#needs.listener.connected();
    this.#sampleNext();
  }

  /** The way is lost: a persistent connection looks for another one, any other is over. */
  async #restart(): Promise<void> {
    if (this.#isOver) return;
    const line = this.#line;
    const LOST = 'The connection to the media service is lost.';
    const lost = (cause?: unknown) => new SoundFailure('connection', LOST, { cause });
    if (!line) return this.#fail(lost());
    try {
      await line.restart(async () => {
        await this.#signalling.open();
        await line.leg.take(await this.#invite(await line.leg.offer(true), true));
      });
    } catch (error) {
      if (!this.#isOver) this.#fail(lost(error));
    }
  }

  #sampleNext(): void {
    this.#sampling.start(SAMPLE_PACE, () => void this.#lookAgain().then(() => this.#sampleNext()));
  }

  async #lookAgain(): Promise<void> {
    // A connection that is closed meanwhile has no statistics.
    const totals = await this.totals().catch(() => []);
    if (totals.length > 0) this.#report.take(totals);
  }

  /** The service asks something, and has its answer. */
  #asked(method: string, { peerConnectionId }: RpcMessage): void {
    if (method === 'bye') this.#over();
    else if (method === 'PCBye' && peerConnectionId === this.#line?.tokens.peerConnectionId) this.#line?.close();
  }

  /** The other side has ended it. */
  #over(): void {
    if (this.hasEnded) return;
    this.#report.done(this.#isConnected ? 'talking' : 'preTalking');
    this.#letGo();
    this.#finish();
  }

  #fail(failure: SoundFailure): void {
    if (this.hasEnded) return;
    this.#report.failed(failure.reportMember);
    this.#needs.listener.failed(failure);
    this.#line?.close();
    this.#over();
  }

  #letGo(): void {
    if (this.#hasLetGo) return;
    this.#hasLetGo = true;
    this.#sampling.stop();
    this.#connecting.stop();
    if (this.#line) this.#line.release();
    else {
      stopStream(this.#stream);
      this.#leg?.close();
    }
    this.#stream = null;
  }

  #finish(): void {
    if (this.hasEnded) return;
    this.#report.done('cleanup');
    this.#end.abort();
    this.#needs.listener.ended(this.#report.finish(), this.#report.takeSamples());
  }

  #applyMute(): void {
    for (const track of this.#stream?.getAudioTracks() ?? []) track.enabled = !this.#isMuted;
  }
}
