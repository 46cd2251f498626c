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

/** Milliseconds that the service has to answer the offer. */
const INVITE_LIMIT = 5_000;
/** Milliseconds that it has to answer the goodbye. */
const BYE_LIMIT = 2_000;
/** Milliseconds within which sound has to find its way, once both sides have named theirs. */
const CONNECTION_LIMIT = 15_000;
/** Milliseconds between two samples. */
const SAMPLE_PACE = 1_000;
/** Milliseconds for which a connection is kept where the service does not say. */
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
  #isRestarting = false;
  /** True from when microphone and connection were let go, which is before the service has answered the goodbye. */
  #isLeaving = false;
  #isMuted = false;

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
    return this.#stream;
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
    return this.#isMuted;
  }

  /** Sets it up, while the call still rings. Never rejects: the listener is told. */
  async start(): Promise<void> {
    try {
      await this.#setUp();
    } catch (error) {
      if (!this.#isLeaving) this.#fail(SoundFailure.from(error, 'handshake', 'The sound could not be set up.'));
    }
  }

  /** Mutes the agent, or lets them be heard. */
  setMuted(isMuted: boolean): void {
    this.#isMuted = isMuted;
    this.#applyMute();
  }

  /**
   * The agent is heard through another microphone from now on.
   * @param stream its stream, which belongs to the session then; the old one is closed.
   */
  async useMicrophone(stream: MediaStream): Promise<void> {
    if (this.#isLeaving) return stopStream(stream);
    const before = this.#stream;
    this.#stream = stream;
    this.#applyMute();
    if (this.#line) await this.#line.send(stream);
    else {
      await this.#leg?.send(stream.getAudioTracks()[0] ?? null);
      if (before !== stream) stopStream(before);
    }
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
    if (this.#isLeaving) return;
    this.#report.done(this.#isConnected ? 'talking' : 'preTalking');
    await this.#lookAgain();
    if (this.#isLeaving) return;
    const line = this.#line;
    const { contactId, callContextToken } = this.#needs.media;
    const goodbye = line
      ? this.#signalling.tell('disconnectContact', { contactId, ...line.tokens })
      : this.#signalling.ask('bye', { contactId, persistentConnection: false, callContextToken }, BYE_LIMIT);
    // Nobody hears the agent from now on, whenever the answer comes.
    this.#letGo();
    await goodbye?.catch(() => {});
    this.#finish();
  }

  async #setUp(): Promise<void> {
    const { line } = this.#needs;
    const stream = line?.stream ?? (await this.#openMicrophone());
    // Whoever has hung up meanwhile is not to be heard: of a line's microphone its line takes care.
    if (this.#isLeaving) return line?.stream ? undefined : stopStream(stream);
    this.#stream = stream;
    this.#report.done('gum');
    this.#applyMute();
    if (line?.isUsable) await this.#join(line);
    else await this.#begin();
  }

  async #openMicrophone(): Promise<MediaStream | null> {
    const stream = await this.#needs.openMicrophone();
    if (stream && !this.#isLeaving) this.#needs.listener.microphone(stream);
    return stream;
  }

  /** The next call on a connection that an earlier one has left. */
  async #join(line: PersistentLine): Promise<void> {
    const { listener, media } = this.#needs;
    line.use();
    this.#line = line;
    this.#leg = line.leg;
    line.signal.addEventListener('abort', () => this.#over(), { signal: this.#end.signal });
    if (this.#stream) await line.send(this.#stream);
    this.#report.done('initialization');
    await this.#signalling.open();
    if (this.#isLeaving) return;
    this.#report.done('signallingConnect');
    const { contactId, callContextToken } = media;
    this.#signalling.tell('connectContact', {
      contactId,
      persistentConnection: true,
      ...line.tokens,
      callContextToken,
    });
    listener.invited(this.#stream);
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
    if (this.#isLeaving) return;
    this.#report.done('iceCollection');
    await this.#signalling.open();
    if (this.#isLeaving) return;
    this.#report.done('signallingConnect');
    const answering = this.#invite(offer, false);
    listener.invited(this.#stream);
    const answer = await answering;
    if (this.#isLeaving) return;
    await leg.take({ sdp: answer.sdp, candidates: answer.candidates });
    if (this.#isLeaving) return;
    this.#report.done('handshaking');
    if (!this.#isConnected)
      this.#connecting.start(CONNECTION_LIMIT, () => this.#fail(new SoundFailure('connection', NO_WAY)));
    if (isPersistent && answer.tokens) this.#keep(leg, answer.tokens, answer.inactivityDuration);
    const { contactId } = media;
    this.#signalling.tell('accept', { contactId, persistentConnection: isPersistent, ...this.#line?.tokens });
  }

  #keep(leg: MediaLeg, tokens: PersistentLine['tokens'], inactivityDuration: number): void {
    const line = (this.#line = new PersistentLine(leg, this.#stream, tokens, inactivityDuration));
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
    const leg = this.#leg;
    if (!leg || this.#isRestarting) return;
    const lost = (cause?: unknown) =>
      new SoundFailure('connection', 'The connection to the media service is lost.', { cause });
    if (!this.#line) return this.#fail(lost());
    this.#isRestarting = true;
    try {
      await this.#signalling.open();
      await leg.take(await this.#invite(await leg.offer(true), true));
    } catch (error) {
      if (!this.#isLeaving) this.#fail(lost(error));
    } finally {
      this.#isRestarting = false;
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
    if (!this.#isLeaving) {
      this.#report.done(this.#isConnected ? 'talking' : 'preTalking');
      this.#letGo();
    }
    this.#finish();
  }

  #fail(failure: SoundFailure): void {
    if (this.#isLeaving) return;
    this.#report.failed(failure.reportMember);
    this.#needs.listener.failed(failure);
    this.#line?.close();
    this.#over();
  }

  #letGo(): void {
    this.#isLeaving = true;
    this.#sampling.stop();
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
