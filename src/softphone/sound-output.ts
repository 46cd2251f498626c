// Where the others are heard: an audio element of the page, and further ones while there are several calls at once.

/** The element that pages written for amazon-connect-streams have for this. */
const USUAL_ID = 'remote-audio';

/** What lets a page make sound, where the browser has refused it. */
const GESTURES = ['pointerdown', 'keydown'] as const;

/** Elements of browsers that let pages choose a device. */
type Choosing = HTMLAudioElement & { setSinkId?(deviceId: string): Promise<void> };

/** The loudspeaker of a runtime's calls. */
export class SoundOutput {
  readonly #preferred: () => HTMLAudioElement | null | undefined;
  readonly #elements = new Map<MediaStream, { element: Choosing; end: AbortController }>();
  #deviceId: string | undefined;

  /** @param preferred the element that the page has for it; without one that with the id `remote-audio` is taken, else one is made. */
  constructor(preferred: () => HTMLAudioElement | null | undefined = () => null) {
    this.#preferred = preferred;
  }

  /** The element that the next stream is played by. */
  get element(): HTMLAudioElement {
    const own = this.#preferred() ?? document.getElementById(USUAL_ID);
    const taken = [...this.#elements.values()].map(({ element }) => element);
    return own instanceof HTMLAudioElement && !taken.includes(own) ? own : new Audio();
  }

  /** Plays a stream until {@link stop}. */
  play(stream: MediaStream): void {
    if (this.#elements.has(stream)) return;
    const element: Choosing = this.element;
    const end = new AbortController();
    this.#elements.set(stream, { element, end });
    element.srcObject = stream;
    if (this.#deviceId) void element.setSinkId?.(this.#deviceId).catch(() => {});
    // An element that is taken out of the document stops by itself; the call goes on.
    element.addEventListener('pause', () => this.#begin(element, end.signal), { signal: end.signal });
    this.#begin(element, end.signal);
  }

  /** The stream is not heard any more. */
  stop(stream: MediaStream): void {
    const playing = this.#elements.get(stream);
    if (!playing) return;
    this.#elements.delete(stream);
    playing.end.abort();
    playing.element.pause();
    playing.element.srcObject = null;
  }

  /**
   * Plays on another device from now on.
   * @param deviceId as the page's own `enumerateDevices()` gives it; empty for the system's choice.
   * @returns rejects with what the browser says, or with an Error if it lets no page choose.
   */
  async setDevice(deviceId: string): Promise<void> {
    const elements = [...this.#elements.values()].map(({ element }) => element);
    const probes: Choosing[] = elements.length > 0 ? elements : [new Audio()];
    for (const element of probes) {
      if (!element.setSinkId) throw new Error('This browser lets no page choose the speaker: choose it in the system.');
      await element.setSinkId(deviceId);
    }
    this.#deviceId = deviceId;
  }

  #begin(element: HTMLAudioElement, signal: AbortSignal): void {
    if (signal.aborted) return;
    element.play().catch((error: unknown) => {
      if (signal.aborted || !(error instanceof DOMException) || error.name !== 'NotAllowedError') return;
      const again = new AbortController();
      signal.addEventListener('abort', () => again.abort(), { once: true, signal: again.signal });
      const tried = (): void => {
        again.abort();
        this.#begin(element, signal);
      };
      for (const gesture of GESTURES) window.addEventListener(gesture, tried, { capture: true, signal: again.signal });
    });
  }
}
