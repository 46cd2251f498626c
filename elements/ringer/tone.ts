// The ring that the page makes itself: two notes, twice, then a pause. It is computed once and repeated by the browser, so
// that no timer of a page in the background has a part in it.
import { NOT_ALLOWED, Output, type Sound } from './sound.js';

/** Seconds from one ring to the next. */
const PERIOD = 3;

/** Seconds after which a note cannot be heard any more. */
const NOTE = 0.6;

/** Second at which a note begins, and its frequency in hertz: an E and the C below it. */
const NOTES: readonly (readonly [start: number, frequency: number])[] = [
  [0, 659.26],
  [0.22, 523.25],
  [0.75, 659.26],
  [0.97, 523.25],
];

/** Milliseconds after which a browser that has not begun to play does not mean to. */
const PATIENCE = 500;

/** Amplitude of a note, `time` seconds after it was struck: a soft beginning, then it fades like a bell. */
function noteAt(time: number, frequency: number): number {
  const turn = 2 * Math.PI * frequency * time;
  return Math.min(time / 0.008, 1) * Math.exp(-7 * time) * (0.32 * Math.sin(turn) + 0.08 * Math.sin(2 * turn));
}

function ringBuffer(context: AudioContext): AudioBuffer {
  const { sampleRate } = context;
  const buffer = context.createBuffer(1, PERIOD * sampleRate, sampleRate);
  const samples = buffer.getChannelData(0);
  for (const [start, frequency] of NOTES) {
    const first = Math.round(start * sampleRate);
    for (let index = 0; index < NOTE * sampleRate; index++) {
      samples[first + index] += noteAt(index / sampleRate, frequency);
    }
  }
  return buffer;
}

/** That ring. */
export class Tone implements Sound {
  readonly #context = new AudioContext();
  readonly #gain = new GainNode(this.#context);
  readonly #output = new Output(this.#context as { setSinkId?(device: string): Promise<void> });
  #buffer: AudioBuffer | undefined;
  #source: AudioBufferSourceNode | undefined;

  /** @param began called when the browser has begun to play, which it may do late. */
  constructor(began: () => void) {
    this.#gain.connect(this.#context.destination);
    this.#context.onstatechange = () => {
      if (this.#context.state === 'running') began();
    };
  }

  /** Makes no sound; settles as {@link start} does. */
  async allow(): Promise<void> {
    await this.#run();
    if (!this.#source) this.#rest();
  }

  start(): Promise<void> {
    this.stop();
    this.#buffer ??= ringBuffer(this.#context);
    this.#source = new AudioBufferSourceNode(this.#context, { buffer: this.#buffer, loop: true });
    this.#source.connect(this.#gain);
    this.#source.start();
    return this.#run();
  }

  adjust(volume: number, device: string): void {
    this.#gain.gain.value = volume;
    this.#output.choose(device);
  }

  stop(): void {
    if (!this.#source) return;
    this.#source.stop();
    this.#source.disconnect();
    this.#source = undefined;
    this.#rest();
  }

  /** Ends it for good. */
  close(): void {
    this.stop();
    this.#context.onstatechange = null;
    void this.#context.close();
  }

  /** Nobody listens: the browser's audio may sleep. What has not begun yet goes on trying. */
  #rest(): void {
    if (this.#context.state === 'running') this.#context.suspend().catch(() => {}); // closed meanwhile
  }

  /** A browser that does not allow it says nothing: its promise stays open until the agent touches the page. */
  #run(): Promise<void> {
    return new Promise((resolve, reject) => {
      const refuse = (): void => reject(new DOMException('No sound before the page is touched', NOT_ALLOWED));
      const timer = setTimeout(refuse, PATIENCE);
      const settled = this.#context.resume().then(resolve, refuse);
      void settled.finally(() => clearTimeout(timer));
    });
  }
}
