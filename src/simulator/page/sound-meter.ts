// How loud the agent's sound arrives at a customer.
import { rootMeanSquare } from '../../softphone/input-level.js';
import type { SoundHeard } from '../channel/far-end-wire.js';

/** Milliseconds between two looks. */
const PACE = 100;
/** Samples of one look: nearly all that there are between two looks. */
const WINDOW = 4_096;
/** Looks that a peak is remembered for: two seconds. */
const REMEMBERED = 20;

/** Measures until it is ended. */
export class SoundMeter {
  readonly #receiver: RTCRtpReceiver;
  readonly #source: MediaStreamAudioSourceNode;
  readonly #analyser: AnalyserNode;
  readonly #samples = new Float32Array(WINDOW);
  readonly #timer: ReturnType<typeof setInterval>;
  #levels: number[] = [];

  /**
   * @param receiver what arrives. Browsers give it to an audio context only while an element plays it, which may be muted.
   * @param context measures it. While the browser lets the page make no sound, the level counts that the sender has written beside it.
   */
  constructor(receiver: RTCRtpReceiver, context: AudioContext) {
    this.#receiver = receiver;
    this.#analyser = new AnalyserNode(context, { fftSize: WINDOW });
    this.#source = context.createMediaStreamSource(new MediaStream([receiver.track]));
    this.#source.connect(this.#analyser);
    this.#timer = setInterval(() => this.#look(), PACE);
  }

  /** What has arrived. */
  get heard(): SoundHeard {
    return { level: this.#levels.at(-1) ?? 0, peak: Math.max(0, ...this.#levels) };
  }

  /** Ends it. */
  end(): void {
    clearInterval(this.#timer);
    this.#source.disconnect();
  }

  #look(): void {
    this.#levels.push(this.#analyser.context.state === 'running' ? this.#measured : this.#written);
    if (this.#levels.length > REMEMBERED) this.#levels.shift();
  }

  get #measured(): number {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    return rootMeanSquare(this.#samples);
  }

  get #written(): number {
    const [source] = this.#receiver.getSynchronizationSources();
    return source?.audioLevel ?? 0;
  }
}
