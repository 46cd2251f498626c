// One peer connection with the media service: the agent's voice goes out on it, the others' come in.
import { promised } from '../conduit/native-promise.js';
import { withOpusSettings } from './opus.js';
import { SoundFailure } from './sound-failure.js';

/** Milliseconds within which the browser has found a way for the sound. */
export const ICE_LIMIT = 8_000;

/** What the media service is offered. */
export interface LegOffer {
  readonly sdp: string;
  readonly candidates: readonly RTCIceCandidateInit[];
}

/** What it answers. */
export interface LegAnswer {
  readonly sdp: string;
  readonly candidates: readonly RTCIceCandidateInit[];
}

/** How a leg is made. */
export interface MediaLegOptions {
  /** The relays that the CCP names. Without any the browser finds its way alone. */
  readonly iceServers: readonly RTCIceServer[];
  /** Milliseconds to look for a way; {@link ICE_LIMIT} if left out. */
  readonly iceLimit?: number;
}

/** Who follows a leg. */
export interface LegListener {
  /** Told of the sound of the others: when it comes, or at once if it is there. */
  sounds(stream: MediaStream): void;
  /** Told when the connection stands elsewhere. */
  stateChanged(state: RTCPeerConnectionState): void;
}

const addressesOf = (servers: readonly RTCIceServer[]): string => servers.flatMap(({ urls }) => urls).join(', ');

/** One peer connection. */
export class MediaLeg {
  readonly #options: MediaLegOptions;
  readonly #peer: RTCPeerConnection;
  readonly #sender: RTCRtpSender;
  /** Ends the listening to the peer connection. */
  readonly #end = new AbortController();
  /** The sound of the others, once it is there. */
  #sound: MediaStream | null = null;

  /** @param options relays, and how long to look for a way. */
  constructor(options: MediaLegOptions) {
    this.#options = options;
    const { iceServers } = options;
    this.#peer = new RTCPeerConnection({
      iceServers: [...iceServers],
      iceTransportPolicy: iceServers.length > 0 ? 'relay' : 'all',
      bundlePolicy: 'balanced',
      rtcpMuxPolicy: 'require',
      iceCandidatePoolSize: 1,
    });
    this.#sender = this.#peer.addTransceiver('audio', { direction: 'sendrecv' }).sender;
    const heard = ({ streams, track }: RTCTrackEvent): void =>
      void (this.#sound = streams[0] ?? new MediaStream([track]));
    this.#peer.addEventListener('track', heard, { signal: this.#end.signal });
  }

  /**
   * Has somebody follow it, from now on.
   * @param listener told what happens.
   * @param signal ends that.
   */
  follow({ sounds, stateChanged }: LegListener, signal: AbortSignal): void {
    const options = { signal };
    if (this.#sound) sounds(this.#sound);
    this.#peer.addEventListener('track', () => this.#sound && sounds(this.#sound), options);
    this.#peer.addEventListener('connectionstatechange', () => stateChanged(this.#peer.connectionState), options);
  }

  /** Where the connection stands. */
  get state(): RTCPeerConnectionState {
    return this.#peer.connectionState;
  }

  /** What the agent is heard by; null: nothing is sent. */
  async send(track: MediaStreamTrack | null): Promise<void> {
    await this.#sender.replaceTrack(track);
  }

  /**
   * Describes this side to the media service, with the ways that lead to it.
   * @param iceRestart true: all ways are looked for anew.
   * @returns rejects with a SoundFailure.
   */
  async offer(iceRestart = false): Promise<LegOffer> {
    let description: RTCSessionDescriptionInit;
    try {
      description = await this.#peer.createOffer({ iceRestart });
    } catch (error) {
      throw SoundFailure.from(error, 'offer', 'The browser could not describe the call.');
    }
    const found = this.#findCandidates();
    try {
      await this.#peer.setLocalDescription(description);
    } catch (error) {
      throw SoundFailure.from(error, 'local-description', 'The browser did not take its own description of the call.');
    }
    return { sdp: withOpusSettings(description.sdp ?? ''), candidates: await found };
  }

  /**
   * Takes what the media service has answered.
   * @returns rejects with a SoundFailure.
   */
  async take({ sdp, candidates }: LegAnswer): Promise<void> {
    try {
      await this.#peer.setRemoteDescription({ type: 'answer', sdp });
      for (const candidate of candidates) await this.#peer.addIceCandidate(candidate);
    } catch (error) {
      throw SoundFailure.from(error, 'remote-description', 'The browser did not take the answer of the media service.');
    }
  }

  /** What the browser has counted. */
  getStats(): Promise<RTCStatsReport> {
    return this.#peer.getStats();
  }

  /** Ends it. */
  close(): void {
    this.#end.abort();
    this.#peer.close();
  }

  /**
   * A relay is as good as the next: one candidate is enough, the others cost time. Without relays all are needed.
   * Starts to listen now, before the description is set.
   */
  #findCandidates(): Promise<readonly RTCIceCandidateInit[]> {
    const { iceServers, iceLimit = ICE_LIMIT } = this.#options;
    const found: RTCIceCandidateInit[] = [];
    const settled = new AbortController();
    const search = promised<readonly RTCIceCandidateInit[]>((resolve, reject) => {
      const finish = (): void => {
        if (found.length > 0) return resolve(found);
        const endPointUrl = addressesOf(iceServers);
        const advice = 'see whether a firewall or proxy keeps this computer from them.';
        const message = `No way for the sound was found within ${iceLimit} ms${endPointUrl && ` over ${endPointUrl}`}: ${advice}`;
        reject(new SoundFailure('ice', message, { endPointUrl }));
      };
      const timer = setTimeout(finish, iceLimit);
      settled.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
      this.#end.signal.addEventListener('abort', () => resolve(found), { once: true, signal: settled.signal });
      this.#peer.addEventListener(
        'icecandidate',
        ({ candidate }) => {
          if (!candidate) return finish();
          // An empty one says only that there are no more of its generation.
          if (candidate.candidate !== '') found.push(candidate.toJSON());
          if (iceServers.length > 0 && found.length > 0) finish();
        },
        { signal: settled.signal },
      );
    });
    void search.then(
      () => settled.abort(),
      () => settled.abort(),
    );
    return search;
  }
}
