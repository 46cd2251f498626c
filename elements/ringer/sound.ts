// What can be heard: one sound that repeats until it is stopped.

/** Name of the error of a browser that lets a page make no sound before the agent has touched it. */
export const NOT_ALLOWED = 'NotAllowedError';

/** One sound. */
export interface Sound {
  /** Settles once it is heard; rejects with {@link NOT_ALLOWED} if the browser does not let it, or with why it cannot be played. */
  start(): Promise<void>;
  /**
   * Sets how loud it is, and where. A device that is not there leaves the sound where it is.
   * @param volume from 0 to 1.
   * @param device id of an output device, or empty for the browser's own choice.
   */
  adjust(volume: number, device: string): void;
  stop(): void;
}

/** What has outputs to choose from, in browsers that let pages choose. */
interface Sink {
  setSinkId?(device: string): Promise<void>;
}

/** Moves sounds from one output to another. */
export class Output {
  readonly #sink: Sink;
  #device = '';

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  /** Moves there, if it is another device. */
  choose(device: string): void {
    if (device === this.#device) return;
    this.#device = device;
    this.#sink.setSinkId?.(device).catch(() => {
      console.warn(`The ringer's device "${device}" cannot be used: it rings where it did.`);
    });
  }
}
