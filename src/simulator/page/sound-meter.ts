// How loud a peer connection's sound arrives, by what the browser counts: no audio context is needed, which a page without a gesture does not get.
import type { SoundHeard } from '../channel/far-end-wire.js';

/** Milliseconds between two looks. */
const PACE = 100;
/** Looks that a peak is remembered for: two seconds. */
const REMEMBERED = 20;

/** What of a browser's statistics is read. */
interface Counted {
  readonly type: string;
  readonly kind?: string;
  readonly totalAudioEnergy?: number;
  readonly totalSamplesDuration?: number;
}

/** Measures until it is ended. */
export class SoundMeter {
  readonly #peer: RTCPeerConnection;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #energy = 0;
  #duration = 0;
  #levels: number[] = [];

  /** @param peer whose sound. */
  constructor(peer: RTCPeerConnection) {
    this.#peer = peer;
    this.#timer = setTimeout(() => void this.#look(), PACE);
  }

  /** What has arrived. */
  get heard(): SoundHeard {
    return { level: this.#levels.at(-1) ?? 0, peak: Math.max(0, ...this.#levels) };
  }

  /** Forgets what was heard: something else is to be heard from now on. */
  forget(): void {
    this.#levels = [];
  }

  /** Ends it. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #look(): Promise<void> {
    const stats = await this.#peer.getStats().catch(() => undefined);
    if (this.#timer === undefined) return;
    stats?.forEach((entry: Counted) => {
      if (entry.type !== 'inbound-rtp' || (entry.kind ?? 'audio') !== 'audio') return;
      const { totalAudioEnergy = 0, totalSamplesDuration = 0 } = entry;
      const duration = totalSamplesDuration - this.#duration;
      if (duration <= 0) return;
      this.#levels.push(Math.sqrt(Math.max(totalAudioEnergy - this.#energy, 0) / duration));
      if (this.#levels.length > REMEMBERED) this.#levels.shift();
      this.#energy = totalAudioEnergy;
      this.#duration = totalSamplesDuration;
    });
    this.#timer = setTimeout(() => void this.#look(), PACE);
  }
}
