// A sign-in without a browser around it: a window that opens what it is asked for, and locks that several tabs share.
import { expect } from '@open-wc/testing';
import type { InitCcpOptions } from '../../src/embedding/options.js';
import { type FrameRetry, SignIn } from '../../src/sign-in/sign-in.js';

export const CCP = 'https://ccp.example/ccp-v2/';

/** Defaults of initCCP, in milliseconds. */
export const LOAD = 5_000;
export const ACK = 3_000;

/** How often the window is looked at, and how long one that says "closed" is not believed. */
export const WATCH = 250;
export const CUT_OFF = 2_000;

/** A sign-in window. Its page is there at once, unless a test takes it away. */
export class FakePopup {
  closed = false;
  focused = 0;
  location: { href: string } = { href: CCP };

  focus(): void {
    this.focused++;
  }

  close(): void {
    this.closed = true;
  }
}

interface Waiting {
  grant: () => void;
}

/** A channel between the tabs that share locks. */
interface FakeChannel {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(data: unknown): void;
  close(): void;
}

/** The locks of one origin, and its channels, as far as the sign-in window uses them. */
export class FakeLocks {
  readonly asked: string[] = [];
  readonly #queue: Waiting[] = [];
  readonly #channels = new Set<FakeChannel>();
  #holder: string | null = null;
  refuses = false;

  /** Name of the lock that is held, or null. */
  get held(): string | null {
    return this.#holder;
  }

  async request(name: string, options: LockOptions, callback: (lock: unknown) => unknown): Promise<unknown> {
    this.asked.push(name);
    await Promise.resolve();
    if (this.refuses) throw new DOMException('no locks here', 'SecurityError');
    options.signal?.throwIfAborted();
    if (this.#holder !== null) {
      if (options.ifAvailable) return callback(null);
      await this.#turn(options.signal);
    }
    this.#holder = name;
    try {
      return await callback({ name });
    } finally {
      this.#holder = null;
      this.#queue.shift()?.grant();
    }
  }

  async query(): Promise<LockManagerSnapshot> {
    await Promise.resolve();
    if (this.refuses) throw new DOMException('no locks here', 'SecurityError');
    return { held: this.#holder === null ? [] : [{ name: this.#holder }], pending: [] };
  }

  /** How many tabs listen to one another. */
  get channels(): number {
    return this.#channels.size;
  }

  /** What stands for the class `BroadcastChannel` in the tabs. */
  channelClass(): new () => FakeChannel {
    const all = this.#channels;
    return class {
      onmessage: FakeChannel['onmessage'] = null;

      constructor() {
        all.add(this);
      }

      postMessage(data: unknown): void {
        for (const other of all) {
          if (other !== this)
            void Promise.resolve().then(() => other.onmessage?.(new MessageEvent('message', { data })));
        }
      }

      close(): void {
        all.delete(this);
      }
    };
  }

  #turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting = { grant: resolve };
      this.#queue.push(waiting);
      signal?.addEventListener('abort', () => {
        const at = this.#queue.indexOf(waiting);
        if (at < 0) return; // its turn has come
        this.#queue.splice(at, 1);
        reject(signal.reason as Error);
      });
    });
  }
}

export interface SceneOptions extends Partial<InitCcpOptions> {
  /** Null: a browser without locks. */
  locks?: FakeLocks | null;
}

/** One embedded CCP that is signing in; `changes` lists its statuses as they come. */
export function scene({ locks = new FakeLocks(), ...options }: SceneOptions = {}) {
  const opened: [url: string, name: string, features: string][] = [];
  const popups: FakePopup[] = [];
  const retries: FrameRetry[] = [];
  const page = { blocks: false, liveVoice: false, loading: false, frames: 0, exhausted: 0 };
  const changes: string[] = [];
  const scope = new AbortController();
  const window = {
    navigator: locks ? { locks } : {},
    BroadcastChannel: locks instanceof FakeLocks ? locks.channelClass() : globalThis.BroadcastChannel,
    open(url: string, name: string, features: string) {
      if (page.blocks) return null;
      opened.push([url, name, features]);
      const popup = new FakePopup();
      popups.push(popup);
      return popup;
    },
  } as unknown as Window;
  const signIn = new SignIn({
    window,
    options: { ccpUrl: CCP, ...options },
    signal: scope.signal,
    replaceFrame(retry) {
      page.frames++;
      retries.push(retry);
    },
    isLoading: () => page.loading,
    hasLiveVoice: () => page.liveVoice,
    statusChanged(status, previous) {
      expect(previous).to.equal(changes.at(-1) ?? 'loading');
      expect(signIn.status).to.equal(status);
      changes.push(status);
    },
    retriesExhausted: () => page.exhausted++,
  });
  /** Signs in: the CCP answers and reports the agent. */
  const ready = () => {
    signIn.acknowledged(true);
    signIn.dataArrived();
    changes.length = 0;
    changes.push('ready');
  };
  return { signIn, page, opened, popups, retries, changes, scope, locks, ready };
}
