// How loud the agent is at their microphone, also while they are muted.
import { ScopedTimer } from '../conduit/scoped-timer.js';

/** Milliseconds between two looks. */
const PACE = 100;
/** Samples of one look: nearly all that there are between two looks. */
const WINDOW = 4_096;
/** From this level on it is speech, and not the noise of a room. Levels go from 0 to 1. */
const SPEECH = 0.04;
/** Looks with speech, within so many milliseconds, after which somebody talks: syllables have gaps, a key or a click is over sooner. */
const LOOKS_OF_SPEECH = 3;
const WITHIN = 2_000;
/** Milliseconds without speech after which nobody talks. */
const SILENCE = 2_000;

/** Told of each look. */
export type LevelListener = (level: number) => void;

/**
 * The root mean square of a piece of sound, 0 to 1.
 * @param samples from -1 to 1.
 */
export function rootMeanSquare(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length > 0 ? Math.sqrt(sum / samples.length) : 0;
}

/** Measures one microphone. `end()` leaves nothing of it. */
export class InputLevel {
  readonly #end = new AbortController();
  readonly #timer = new ScopedTimer(this.#end.signal);
  readonly #track: MediaStreamTrack;
  readonly #context: AudioContext;
  readonly #analyser: AnalyserNode;
  readonly #samples = new Float32Array(WINDOW);
  readonly #listener: LevelListener;

  /**
   * @param track the microphone's. It is measured by a copy, which sounds on while the track itself is muted.
   * @param listener told ten times a second.
   */
  constructor(track: MediaStreamTrack, listener: LevelListener) {
    this.#listener = listener;
    this.#track = track.clone();
    this.#track.enabled = true;
    this.#context = new AudioContext();
    this.#analyser = this.#context.createAnalyser();
    this.#analyser.fftSize = WINDOW;
    this.#context.createMediaStreamSource(new MediaStream([this.#track])).connect(this.#analyser);
    if (this.#context.state === 'suspended') void this.#context.resume().catch(() => {});
    this.#look();
  }

  /** Ends it. */
  end(): void {
    if (this.#end.signal.aborted) return;
    this.#end.abort();
    this.#track.stop();
    void this.#context.close().catch(() => {});
  }

  #look(): void {
    this.#timer.start(PACE, () => {
      this.#analyser.getFloatTimeDomainData(this.#samples);
      this.#listener(rootMeanSquare(this.#samples));
      this.#look();
    });
  }
}

/** Makes out of levels whether somebody talks. */
export class SpeechDetector {
  /** When there was speech, of late. */
  #heard: number[] = [];
  #isTalking = false;

  /**
   * Takes a level.
   * @param level 0 to 1.
   * @param now milliseconds of a clock that does not jump.
   * @returns true while somebody talks.
   */
  take(level: number, now = performance.now()): boolean {
    if (level >= SPEECH) this.#heard.push(now);
    this.#heard = this.#heard.filter((time) => now - time < WITHIN);
    if (this.#heard.length >= LOOKS_OF_SPEECH) this.#isTalking = true;
    else if (now - (this.#heard.at(-1) ?? -Infinity) >= SILENCE) this.#isTalking = false;
    return this.#isTalking;
  }
}
