// The sign-in window: one for each origin of the browser, watched until it closes, gone with its scope. Protocol 2.7.
import { ScopedTimer } from '../conduit/scoped-timer.js';
import { popupFeatures } from './popup-manager.js';
import type { LoginOptions } from './sign-in-options.js';
import { WindowLock } from './window-lock.js';

/** What becomes of the window. */
export type PopupEvent = 'popup-open' | 'popup-blocked' | 'popup-closed';

/**
 * Who wants the window: the library by itself, or the agent, by a click; asked again it opens though another tab shows
 * one: nobody is locked out.
 */
export type PopupWish = 'by-itself' | 'asked' | 'asked-again';

/** Name of the window, so that the browser uses one again that is still open. */
const WINDOW_NAME = 'connect::loginPopup';

/** Milliseconds between two looks at whether the window is closed: no event tells. */
const WATCH_INTERVAL = 250;

/**
 * Milliseconds. A window that reports `closed` before its page has loaded, or this soon after, is most likely still open: the
 * opener policy of its page has cut the link.
 */
const CUT_OFF = 2_000;

/** True once a page has come into a window: an address of another origin cannot be read. */
function hasPage(popup: Window): boolean {
  try {
    return popup.location.href !== 'about:blank';
  } catch {
    return true;
  }
}

/** True in Firefox, the one browser in which a page can still close and lead a window that has no opener any more. */
const keepsHold = (): boolean => CSS.supports('-moz-appearance', 'none');

/**
 * Takes the page away from its sign-in window, so that what is shown there cannot lead the page to another address. Elsewhere than
 * in Firefox the window could not be closed any more once the agent is signed in: there it keeps its opener, as SECURITY.md says.
 */
function cutOpener(popup: Window): void {
  if (!keepsHold()) return;
  try {
    popup.opener = null;
  } catch {
    // A window that was open already shows a page of another origin: it was cut off when it opened.
  }
}

/** The sign-in window of one embedded CCP. */
export class LoginPopup {
  readonly #window: Window;
  readonly #tell: (event: PopupEvent) => void;
  readonly #watch: ScopedTimer;
  readonly #lock: WindowLock;
  #popup: Window | null = null;
  #isCutOff = false;

  /**
   * @param window the page's window.
   * @param signal its abort closes the window and ends the watching.
   * @param tell told what becomes of the window. One that another tab shows counts as open here.
   */
  constructor(window: Window, signal: AbortSignal, tell: (event: PopupEvent) => void) {
    this.#window = window;
    this.#tell = tell;
    this.#watch = new ScopedTimer(signal);
    // When another tab's window is gone, this page checks whether the agent is signed in.
    this.#lock = new WindowLock(window, signal, () => this.#tell('popup-closed'));
    signal.addEventListener('abort', () => this.finish(true), { once: true });
  }

  /** True if a window is open, here or in another tab, or was cut off and may be. */
  get mayBeOpen(): boolean {
    return this.#popup !== null || this.#lock.isElsewhere;
  }

  /** The window that this page has open, or null. */
  get window(): Window | null {
    return this.#popup;
  }

  /** True if the sign-in page has cut the link to its window: nobody hears when it closes. */
  get isCutOff(): boolean {
    return this.#isCutOff;
  }

  /**
   * Opens the window, or brings it to the front if it is open. For a click it opens before this returns: a browser may
   * have forgotten the click by the next answer of another process.
   * @param url the sign-in page.
   * @param options size and place; without them a tab is opened.
   * @param wish who wants it.
   */
  open(url: string, options: LoginOptions | undefined, wish: PopupWish): void {
    if (this.#popup && !this.#popup.closed) {
      this.#popup.focus();
      this.#tell('popup-open');
    } else if (this.#lock.isElsewhere && wish !== 'asked-again') {
      this.#tell('popup-open');
    } else if (wish !== 'by-itself' || this.#popup) {
      this.#show(url, options);
    } else {
      // Tabs that find nobody signed in at the same moment ask for the lock first, so that one of them opens it.
      this.#lock.takeIfFree((isOurs) => {
        if (isOurs) this.#show(url, options);
        else this.#tell('popup-open');
      });
    }
  }

  /**
   * Stops watching the window.
   * @param close true closes it; false leaves it open.
   */
  finish(close = false): void {
    if (close) this.#popup?.close();
    this.#watch.stop();
    this.#popup = null;
    this.#isCutOff = false;
    this.#lock.release();
  }

  #show(url: string, options: LoginOptions | undefined): void {
    const popup = (this.#popup = this.#window.open(url, WINDOW_NAME, popupFeatures(options)));
    this.#isCutOff = false;
    if (popup) cutOpener(popup);
    if (popup) this.#lock.take();
    this.#tell(popup ? 'popup-open' : 'popup-blocked');
    if (popup) this.#look(popup, 0);
    else this.finish();
  }

  /** Watches the window. `since` is when its page had loaded, in epoch milliseconds; 0 while it has not. */
  #look(popup: Window, since: number): void {
    this.#watch.start(WATCH_INTERVAL, () => {
      const now = Date.now();
      if (!popup.closed) return this.#look(popup, since || (hasPage(popup) ? now : 0));
      // A clock that was set back meanwhile does not make it younger.
      this.#isCutOff = !since || (now >= since && now - since < CUT_OFF);
      if (this.#isCutOff) return;
      this.finish();
      this.#tell('popup-closed');
    });
  }
}
