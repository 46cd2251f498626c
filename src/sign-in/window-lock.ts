// One sign-in window for all tabs: the page whose window is open holds a lock, and every other page of the origin knows
// before the agent clicks. Asking at the click would be too late: WebKit lets a window open for a click only as long as
// nothing but promises of the page itself has come between, and a lock is granted by another process.
import { promised } from '../conduit/native-promise.js';

/** Name of the lock, and of the channel on which its holder says so: browsers have one of each for each origin. */
const NAME = 'connect-login-popup-lock';

/** What the lock needs of a page's window. Locks are missing where the page is not in a secure context. */
type LockWindow = Window & Partial<Pick<typeof globalThis, 'BroadcastChannel'>>;

/** The lock on the sign-in window, as one embedded CCP sees it. */
export class WindowLock {
  readonly #window: LockWindow;
  readonly #signal: AbortSignal;
  readonly #gone: () => void;
  #channel: BroadcastChannel | undefined;
  /** Ends the wait for the window of another page; null while none is known. */
  #following: AbortController | null = null;
  /** Gives our own lock back, or ends the wait for it; null while our window is not open. */
  #holding: AbortController | null = null;
  #isGranted = false;

  /**
   * @param window the page's window.
   * @param signal its abort gives the lock back and ends all waiting.
   * @param gone told when the window of another page is not open any more.
   */
  constructor(window: Window, signal: AbortSignal, gone: () => void) {
    this.#window = window;
    this.#signal = signal;
    this.#gone = gone;
    signal.addEventListener('abort', () => {
      this.#channel?.close();
      this.#channel = undefined;
      this.#unfollow();
      this.release();
    });
    void this.#listen();
  }

  /** True if another page's window is open. */
  get isElsewhere(): boolean {
    return this.#following !== null;
  }

  /** Our window is open: takes the lock, as soon as it is free. */
  take(): void {
    this.#unfollow();
    if (this.#holding || !this.#locks) return;
    const { signal } = (this.#holding = new AbortController());
    this.#locks
      .request(NAME, { signal }, () => this.#hold(signal))
      // Given back before its turn, or refused: documents with an opaque origin have no other tabs.
      .catch(() => undefined);
  }

  /**
   * Takes the lock if no other page has it; for a window that opens without a click, which has none to lose.
   * @param then told whether ours is the window that may open. Not called if the lock is given back before.
   */
  takeIfFree(then: (isOurs: boolean) => void): void {
    this.release();
    if (!this.#locks) return then(true);
    const { signal } = (this.#holding = new AbortController());
    const held = this.#locks.request(NAME, { ifAvailable: true }, (lock) => {
      if (signal.aborted) return;
      if (!lock) {
        this.#holding = null;
        this.#follow();
        return then(false);
      }
      this.#isGranted = true;
      then(true);
      return this.#hold(signal);
    });
    held.catch(() => {
      if (!signal.aborted) then(true);
    });
  }

  /** Our window is not open any more: gives the lock back. */
  release(): void {
    const waited = this.#holding !== null && !this.#isGranted;
    this.#holding?.abort();
    this.#holding = null;
    this.#isGranted = false;
    // Whoever has kept us waiting has a window.
    if (waited) void this.#look();
  }

  get #locks(): LockManager | undefined {
    return this.#window.navigator.locks;
  }

  /** Has the lock until `signal` aborts, and tells the other pages. */
  #hold(signal: AbortSignal): Promise<void> | undefined {
    if (signal.aborted) return undefined;
    this.#isGranted = true;
    this.#channel?.postMessage(null);
    return promised((release) => signal.addEventListener('abort', () => release()));
  }

  /** Knows from now on whether another page's window is open. */
  async #listen(): Promise<void> {
    const { BroadcastChannel } = this.#window;
    if (!BroadcastChannel || !this.#locks || this.#signal.aborted) return;
    try {
      this.#channel = new BroadcastChannel(NAME);
      this.#channel.onmessage = () => this.#follow();
    } catch {
      return; // An opaque origin: nobody else is there to be heard.
    }
    await this.#look();
  }

  /** Looks whether another page's window is open at this moment. */
  async #look(): Promise<void> {
    try {
      const { held } = (await this.#locks?.query()) ?? {};
      if (held?.some(({ name }) => name === NAME)) this.#follow();
    } catch {
      // As above.
    }
  }

  /** Another page's window is open: waits until it is not, which even a page that crashes cannot conceal. */
  #follow(): void {
    if (this.#signal.aborted || this.#following || this.#holding) return;
    const following = (this.#following = new AbortController());
    this.#locks
      ?.request(NAME, { signal: following.signal }, () => {
        if (this.#following !== following) return;
        this.#following = null;
        this.#gone();
      })
      .catch(() => {
        if (this.#following === following) this.#following = null;
      });
  }

  #unfollow(): void {
    this.#following?.abort();
    this.#following = null;
  }
}
