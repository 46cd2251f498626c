// A ring out of a file of the page's.
import { Output, type Sound } from './sound.js';

/** A sound that is fetched from its address. */
export class Recording implements Sound {
  readonly #audio: HTMLAudioElement;
  readonly #output: Output;

  /** @param url address of the sound. */
  constructor(url: string) {
    this.#audio = new Audio(url);
    this.#audio.loop = true;
    this.#output = new Output(this.#audio);
  }

  start(): Promise<void> {
    return this.#audio.play();
  }

  adjust(volume: number, device: string): void {
    this.#audio.volume = volume;
    this.#output.choose(device);
  }

  stop(): void {
    this.#audio.pause();
    this.#audio.currentTime = 0;
  }
}
