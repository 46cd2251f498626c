// What a user hears of the page: the sounds that play, how loud and where; and a browser that lets the page make none.

/** One sound that can be heard. */
export interface Heard {
  /** Address of the file, or `tone` for what the page makes itself. */
  readonly what: string;
  readonly volume: number;
  /** Id of the output device; empty for the browser's own choice. */
  readonly device: string;
}

/** Methods that were taken over, to be given back. */
type Taken = readonly [prototype: object, name: string, descriptor: PropertyDescriptor | undefined];

const refusal = (): DOMException =>
  new DOMException('play() can only be initiated by a user gesture.', 'NotAllowedError');

/** Listens to a page. The Web Audio graph is the real one; audio elements play nothing, so that no file is needed. */
export class Ears {
  /** True: the browser lets the page make no sound, as before the agent has touched it. */
  isBlocked = false;
  /** Addresses that lead to nothing that can be played. */
  readonly broken = new Set<string>();
  /** How often something began to play. */
  begun = 0;
  readonly #sources = new Map<AudioBufferSourceNode, GainNode | undefined>();
  readonly #elements = new Set<HTMLMediaElement>();
  readonly #running = new WeakSet<BaseAudioContext>();
  readonly #devices = new WeakMap<object, string>();
  readonly #taken: Taken[] = [];

  /** Everything that is heard now. */
  get heard(): Heard[] {
    const tones = [...this.#sources].filter(([{ context }]) => this.#running.has(context));
    return [
      ...tones.map(([{ context, loop, buffer }, gain]) => {
        const isSilent = !loop || !buffer?.getChannelData(0).some((sample) => Math.abs(sample) > 0.1);
        const volume = isSilent ? 0 : Math.round((gain?.gain.value ?? 0) * 100) / 100;
        return { what: 'tone', volume, device: this.#devices.get(context) ?? '' };
      }),
      ...[...this.#elements].map((element) => ({
        what: element.src,
        volume: element.loop ? element.volume : 0,
        device: this.#devices.get(element) ?? '',
      })),
    ];
  }

  /** Takes the place of what the browser plays with, until {@link restore}. */
  install(): void {
    /* eslint-disable @typescript-eslint/no-this-alias -- methods of the browser's objects get their own `this` */
    const ears = this;
    const { start, stop } = AudioBufferSourceNode.prototype;
    const { connect } = AudioNode.prototype as unknown as { connect: (this: AudioNode, to: AudioNode) => AudioNode };
    const { resume, suspend } = AudioContext.prototype;
    this.#take(AudioNode.prototype, 'connect', function (this: AudioNode, to: AudioNode) {
      if (this instanceof AudioBufferSourceNode && to instanceof GainNode) ears.#sources.set(this, to);
      return connect.call(this, to);
    });
    this.#take(AudioBufferSourceNode.prototype, 'start', function (this: AudioBufferSourceNode) {
      ears.begun++;
      if (!ears.#sources.has(this)) ears.#sources.set(this, undefined);
      start.call(this);
    });
    this.#take(AudioBufferSourceNode.prototype, 'stop', function (this: AudioBufferSourceNode) {
      ears.#sources.delete(this);
      stop.call(this);
    });
    this.#take(AudioContext.prototype, 'resume', function (this: AudioContext) {
      if (ears.isBlocked) return new Promise<never>(() => {});
      ears.#running.add(this);
      return resume.call(this);
    });
    this.#take(AudioContext.prototype, 'suspend', function (this: AudioContext) {
      ears.#running.delete(this);
      return suspend.call(this);
    });
    this.#take(HTMLMediaElement.prototype, 'play', function (this: HTMLMediaElement) {
      if (ears.isBlocked) return Promise.reject(refusal());
      if (ears.broken.has(this.src)) return Promise.reject(new DOMException('no source', 'NotSupportedError'));
      ears.begun++;
      ears.#elements.add(this);
      return Promise.resolve();
    });
    this.#take(HTMLMediaElement.prototype, 'pause', function (this: HTMLMediaElement) {
      ears.#elements.delete(this);
    });
    for (const prototype of [AudioContext.prototype, HTMLMediaElement.prototype]) {
      this.#take(prototype, 'setSinkId', function (this: object, device: string) {
        if (device === 'unplugged') return Promise.reject(new DOMException('no such device', 'NotFoundError'));
        ears.#devices.set(this, device);
        return Promise.resolve();
      });
    }
    /* eslint-enable @typescript-eslint/no-this-alias */
  }

  /** Gives everything back. */
  restore(): void {
    for (const [prototype, name, descriptor] of this.#taken.splice(0)) {
      if (descriptor) Object.defineProperty(prototype, name, descriptor);
      else delete (prototype as Record<string, unknown>)[name];
    }
  }

  #take(prototype: object, name: string, value: unknown): void {
    this.#taken.push([prototype, name, Object.getOwnPropertyDescriptor(prototype, name)]);
    Object.defineProperty(prototype, name, { configurable: true, writable: true, value });
  }
}
