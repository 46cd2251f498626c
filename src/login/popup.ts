// The sign-in window: one for each browser, watched until it closes, gone with its scope. Protocol section 2.7.
import { ScopedTimer } from '../conduit/scoped-timer.js';
import type { LoginOptions } from './options.js';

/** What became of the wish to open the window. */
export interface PopupListener {
  opened(): void;
  /** The browser refused. */
  blocked(): void;
  /** Another tab of this browser shows it. */
  elsewhere(): void;
  /** The agent closed it. */
  closed(): void;
}

/** Name of the window, so that the browser uses one again that is still open. */
const WINDOW_NAME = 'connect::loginPopup';

const WATCH_INTERVAL = 250;

/**
 * A window that says "closed" this soon after it opened was most likely cut off by the sign-in page's opener policy and
 * is still there. In milliseconds.
 */
const CUT_OFF = 2_000;

function features(options: LoginOptions | undefined): string {
  if (!options) return '';
  const { width, height, top, left } = options;
  return `width=${width || 433}, height=${height || 578}, top=${top || 0}, left=${left || 0}`;
}

/** The sign-in window of one embedded CCP. */
export class LoginPopup {
  readonly #window: Window;
  readonly #signal: AbortSignal;
  readonly #watch: ScopedTimer;
  #popup: Window | null = null;
  #openedAt = 0;
  #releaseLock: (() => void) | undefined;

  /**
   * @param window the page's window.
   * @param signal its abort closes the window and ends the watching.
   */
  constructor(window: Window, signal: AbortSignal) {
    this.#window = window;
    this.#signal = signal;
    this.#watch = new ScopedTimer(signal);
    signal.addEventListener('abort', () => this.close(), { once: true });
  }

  /**
   * Opens the window, or brings it to the front if it is open.
   * @param url the sign-in page.
   * @param options size and place; without them a tab is opened.
   * @param listener told what became of it.
   */
  open(url: string, options: LoginOptions | undefined, listener: PopupListener): void {
    if (this.#popup && !this.#popup.closed) {
      this.#popup.focus();
      return;
    }
    const { locks } = this.#window.navigator;
    // A window that was cut off still has the lock.
    if (!locks || this.#releaseLock) {
      this.#show(url, options, listener);
      return;
    }
    const held = locks.request(`connect-login-popup-lock${url}`, { ifAvailable: true }, (lock) => {
      if (this.#signal.aborted) return;
      if (!lock) return listener.elsewhere();
      return new Promise<void>((release) => {
        this.#releaseLock = release;
        this.#show(url, options, listener);
      });
    });
    // Locks are refused in documents without an origin of their own: then there is no other tab to mind.
    held.catch(() => {
      if (!this.#signal.aborted) this.#show(url, options, listener);
    });
  }

  /** Stops minding the window, which stays open. */
  release(): void {
    this.#watch.stop();
    this.#popup = null;
    this.#releaseLock?.();
    this.#releaseLock = undefined;
  }

  /** Closes the window. */
  close(): void {
    const popup = this.#popup;
    this.release();
    popup?.close();
  }

  #show(url: string, options: LoginOptions | undefined, listener: PopupListener): void {
    const popup = this.#window.open(url, WINDOW_NAME, features(options));
    if (!popup) {
      this.release();
      listener.blocked();
      return;
    }
    this.#popup = popup;
    this.#openedAt = Date.now();
    listener.opened();
    this.#look(listener);
  }

  #look(listener: PopupListener): void {
    this.#watch.start(WATCH_INTERVAL, () => {
      if (!this.#popup?.closed) return this.#look(listener);
      if (Date.now() - this.#openedAt < CUT_OFF) return;
      this.release();
      listener.closed();
    });
  }
}
