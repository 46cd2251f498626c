// How a simulated customer sounds: syllables made of harmonics, a tone, or a file.
import type { CustomerVoice } from '../channel/far-end-wire.js';

const RATE = 16_000;
/** How loud a customer is, at the most. */
const LOUDNESS = 0.3;
const TONE = 440;

/** Where the two lowest resonances of a mouth are, in hertz, for the vowels of the syllables. */
const VOWELS = [
  [730, 1090],
  [270, 2290],
  [570, 840],
  [530, 1840],
  [300, 870],
] as const;

/** Seconds of a syllable, and of the pause after it; every fourth pause is longer, as between words. */
const SYLLABLE = 0.16;
const PAUSE = 0.06;
const BREATH = 0.3;
const SYLLABLES = 12;

const bell = (distance: number, width: number): number => Math.exp(-((distance / width) ** 2));

/** Some seconds of speech that nobody understands, to be played over and over. */
function syllables(context: BaseAudioContext): AudioBuffer {
  const seconds = SYLLABLES * (SYLLABLE + PAUSE) + (SYLLABLES / 4) * BREATH;
  const buffer = context.createBuffer(1, Math.ceil(seconds * RATE), RATE);
  const samples = buffer.getChannelData(0);
  let begin = 0;
  for (let number = 0; number < SYLLABLES; number += 1) {
    const [first, second] = VOWELS[(number * 3) % VOWELS.length];
    const pitch = 115 + 12 * Math.sin(number);
    const length = Math.floor(SYLLABLE * RATE);
    for (let harmonic = 1; harmonic * pitch < 3_000; harmonic += 1) {
      const frequency = harmonic * pitch;
      const share = (bell(frequency - first, 130) + 0.5 * bell(frequency - second, 200) + 0.05) / 2;
      for (let index = 0; index < length; index += 1) {
        const envelope = Math.sin((Math.PI * index) / length);
        samples[begin + index] += share * envelope * Math.sin((2 * Math.PI * frequency * index) / RATE);
      }
    }
    begin += Math.floor((SYLLABLE + PAUSE + (number % 4 === 3 ? BREATH : 0)) * RATE);
  }
  return buffer;
}

async function fileOf(context: BaseAudioContext, url: string): Promise<AudioBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} was answered with status ${response.status}`);
  return context.decodeAudioData(await response.arrayBuffer());
}

/** One customer's voice, as a track that can be sent. */
export class VoiceTrack {
  readonly #context: AudioContext;
  readonly #destination: MediaStreamAudioDestinationNode;
  readonly #gain: GainNode;
  #source: AudioScheduledSourceNode | null = null;
  /** Counts the voices: a file that comes after the next voice is not played. */
  #newest = 0;

  /** @param context makes the sound. */
  constructor(context: AudioContext) {
    this.#context = context;
    this.#destination = context.createMediaStreamDestination();
    this.#gain = context.createGain();
    this.#gain.gain.value = LOUDNESS;
    this.#gain.connect(this.#destination);
  }

  /** What is sent. */
  get track(): MediaStreamTrack {
    return this.#destination.stream.getAudioTracks()[0];
  }

  /** Sounds so from now on; rejects if a file cannot be played. */
  async speak(voice: CustomerVoice): Promise<void> {
    const number = (this.#newest += 1);
    const source = await this.#make(voice);
    if (number !== this.#newest) return;
    this.#source?.stop();
    this.#source?.disconnect();
    this.#source = source;
    source?.connect(this.#gain);
    source?.start();
  }

  /** Ends it. */
  end(): void {
    this.#newest += 1;
    this.#source?.stop();
    this.#source = null;
    this.#gain.disconnect();
    this.track.stop();
  }

  async #make(voice: CustomerVoice): Promise<AudioScheduledSourceNode | null> {
    if (voice === 'silence') return null;
    if (voice === 'tone') return new OscillatorNode(this.#context, { frequency: TONE });
    const buffer = voice === 'speech' ? syllables(this.#context) : await fileOf(this.#context, voice.url);
    return new AudioBufferSourceNode(this.#context, { buffer, loop: true });
  }
}
