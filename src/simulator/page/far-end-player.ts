// Plays the far ends of calls in this page: a peer connection, a voice and an ear for each.
import {
  type FarEndAnswer,
  type FarEnds,
  type FarEndState,
  isFarEndRequest,
  type SoundDescription,
  type SoundHeard,
} from '../channel/far-end-wire.js';
import { VoiceTrack } from './customer-voice.js';
import { SoundMeter } from './sound-meter.js';

/** Milliseconds that the ways to this page are looked for. */
const GATHERING_LIMIT = 2_000;

/** What lets a page make sound, where the browser has refused it. */
const GESTURES = ['pointerdown', 'keydown'] as const;

/** One customer. */
class FarEnd {
  readonly peer = new RTCPeerConnection();
  #meter: SoundMeter | null = null;
  /** Browsers let be measured what arrives only where it is played; nobody hears it. */
  readonly #ear = new Audio();
  readonly #context: () => AudioContext;
  #voice: VoiceTrack | null = null;
  #spoken = '';
  state: FarEndState = { voice: 'silence', speaks: false, hears: false };

  constructor(context: () => AudioContext) {
    this.#context = context;
    this.#ear.muted = true;
    this.peer.addEventListener('track', ({ track }) => {
      this.#ear.srcObject = new MediaStream([track]);
      void this.#ear.play().catch(() => {});
    });
  }

  async take({ sdp, candidates }: SoundDescription): Promise<SoundDescription> {
    const { peer } = this;
    const found: RTCIceCandidateInit[] = [];
    const gathered = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, GATHERING_LIMIT);
      peer.onicecandidate = ({ candidate }) => {
        if (candidate?.candidate) found.push(candidate.toJSON());
        if (candidate) return;
        clearTimeout(timer);
        resolve();
      };
    });
    await peer.setRemoteDescription({ type: 'offer', sdp });
    for (const candidate of candidates) await peer.addIceCandidate(candidate);
    for (const transceiver of peer.getTransceivers()) transceiver.direction = 'sendrecv';
    await peer.setLocalDescription();
    await gathered;
    // The call may have gone on meanwhile. A voice that cannot be played is told to whoever has chosen it.
    await this.set(this.state).catch(() => {});
    return { sdp: peer.localDescription?.sdp ?? '', candidates: found };
  }

  async set(state: FarEndState): Promise<void> {
    this.state = state;
    const [sender] = this.peer.getSenders();
    if (!sender) return; // the offer is still being taken
    this.#listen();
    const voice = state.speaks ? state.voice : 'silence';
    const text = JSON.stringify(voice);
    if (text === this.#spoken || (voice === 'silence' && !this.#voice)) return;
    this.#spoken = text;
    // Not before somebody speaks: a page without a gesture is warned of each context.
    this.#voice ??= new VoiceTrack(this.#context());
    await sender.replaceTrack(this.#voice.track);
    await this.#voice.speak(voice);
  }

  /** How loud the agent arrives. */
  get heard(): SoundHeard {
    return this.#meter?.heard ?? { level: 0, peak: 0 };
  }

  /** What was heard before is forgotten when the agent is not heard any more. */
  #listen(): void {
    const [receiver] = this.peer.getReceivers();
    if (!this.state.hears || !receiver) {
      this.#meter?.end();
      this.#meter = null;
    } else this.#meter ??= new SoundMeter(receiver, this.#context());
  }

  end(): void {
    this.#meter?.end();
    this.#voice?.end();
    this.#ear.srcObject = null;
    this.peer.close();
  }
}

/** Plays far ends, as a port asks. */
export class FarEndPlayer implements FarEnds {
  readonly #farEnds = new Map<string, FarEnd>();
  #sound: { readonly context: AudioContext; readonly end: AbortController } | null = null;

  /** @param port asks; told when the page goes away. */
  constructor(port: MessagePort) {
    port.addEventListener('message', ({ data }: MessageEvent<unknown>) => void this.#answer(port, data));
    port.start();
    window.addEventListener('pagehide', () => port.postMessage({ farEnds: 'leaving' }));
  }

  readonly offer: FarEnds['offer'] = async (name, offer, state) => {
    const farEnd = this.#farEnds.get(name) ?? new FarEnd(() => this.#context);
    this.#farEnds.set(name, farEnd);
    farEnd.state = state;
    return farEnd.take(offer);
  };

  readonly set: FarEnds['set'] = async (name, state) => {
    await this.#farEnds.get(name)?.set(state);
    if (state.speaks) this.#resume();
  };

  readonly heard: FarEnds['heard'] = (name) => {
    const farEnd = this.#farEnds.get(name);
    return Promise.resolve(farEnd?.heard ?? { level: 0, peak: 0 });
  };

  readonly end: FarEnds['end'] = (name) => {
    this.#farEnds.get(name)?.end();
    this.#farEnds.delete(name);
    if (this.#farEnds.size === 0) {
      this.#sound?.end.abort();
      void this.#sound?.context.close();
      this.#sound = null;
    }
    return Promise.resolve();
  };

  /** One for all voices, as long as there is a customer. */
  get #context(): AudioContext {
    if (!this.#sound) {
      const end = new AbortController();
      for (const gesture of GESTURES) window.addEventListener(gesture, () => this.#resume(), { signal: end.signal });
      this.#sound = { context: new AudioContext(), end };
    }
    this.#resume();
    return this.#sound.context;
  }

  #resume(): void {
    const context = this.#sound?.context;
    if (context?.state === 'suspended') void context.resume().catch(() => {});
  }

  async #answer(port: MessagePort, request: unknown): Promise<void> {
    if (!isFarEndRequest(request)) return;
    const { id, ask, args } = request;
    const run = this[ask] as (...given: readonly unknown[]) => Promise<unknown>;
    let answer: FarEndAnswer;
    try {
      answer = { id, result: await run(...args) };
    } catch (error) {
      answer = { id, error: error instanceof Error ? error.message : String(error) };
    }
    port.postMessage(answer);
  }
}

/** True if this browser can play them. */
export const canPlayFarEnds = (): boolean => typeof RTCPeerConnection === 'function';
