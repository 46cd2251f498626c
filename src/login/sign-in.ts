// Signing in: the explicit state machine behind the status of an embedded CCP. Protocol section 2.7; `status.ts`.
import { ScopedTimer } from '../conduit/scoped-timer.js';
import { type InitCcpOptions, type LoginMode, loginModeOf } from './options.js';
import { LoginPopup } from './popup.js';
import type { CcpStatus } from './status.js';

/** What signing in needs of the embedding around it. */
export interface SignInOptions {
  window: Window;
  options: InitCcpOptions;
  signal: AbortSignal;
  /** Puts a new frame in place of the present one. */
  replaceFrame(): void;
  /** True while a voice contact is live, which a new frame would cut off. */
  hasLiveVoice(): boolean;
  statusChanged(status: CcpStatus, previous: CcpStatus): void;
  /** Told when all attempts to load the frame were in vain. */
  retriesExhausted(): void;
}

/** How often a frame is loaded anew while signing in goes on. Protocol section 2.6. */
const MAX_ATTEMPTS = 10;

/** Default of `ccpLoadTimeout`, and that of two-region operation. */
const RETRY_INTERVAL = 5_000;
const RETRY_INTERVAL_TWO_REGIONS = 10_000;

/** Default of `ccpAckTimeout`, which is also the pause before the window opens after a sign-out. */
const REOPEN_DELAY = 3_000;

/** Keeps the status, opens the sign-in window, and has the frame loaded anew until the CCP answers. */
export class SignIn {
  readonly #needs: SignInOptions;
  readonly #mode: LoginMode;
  readonly #popup: LoginPopup;
  readonly #retry: ScopedTimer;
  readonly #reopen: ScopedTimer;
  #status: CcpStatus = 'loading';
  #attempts = 0;
  /** True once the session has ended: then the old frame's answers no longer mean that anybody is signed in. */
  #needsNewFrame = false;
  /** True once a window was opened by itself; it stays closed, if the agent closes it, until they ask for it. */
  #hasAsked = false;
  #answered = false;
  #hasData = false;

  constructor(needs: SignInOptions) {
    this.#needs = needs;
    this.#mode = loginModeOf(needs.options);
    this.#popup = new LoginPopup(needs.window, needs.signal);
    this.#retry = new ScopedTimer(needs.signal);
    this.#reopen = new ScopedTimer(needs.signal);
  }

  get status(): CcpStatus {
    return this.#status;
  }

  /** True once the CCP in the present frame has answered: then the frame is worth showing. */
  get answered(): boolean {
    return this.#answered;
  }

  /** Number of frames that were made because the one before did not answer. */
  get attempts(): number {
    return this.#attempts;
  }

  /**
   * The CCP has acknowledged.
   * @param isNew true if it is the first time that this frame, or this port of it, does.
   */
  acknowledged(isNew: boolean): void {
    if (!isNew && (this.#needsNewFrame || this.#status === 'denied')) return;
    this.#needsNewFrame = false;
    this.#hasAsked = false;
    this.#answered = true;
    this.#retry.stop();
    this.#reopen.stop();
    const { loginPopupAutoClose, loginOptions } = this.#needs.options;
    if (loginPopupAutoClose || loginOptions?.autoClose) this.#popup.close();
    else this.#popup.release();
    this.#setStatus(this.#hasData ? 'ready' : 'loading');
  }

  /** Data of the agent have arrived. */
  dataArrived(): void {
    this.#hasData = true;
    if (this.#answered && !this.#needsNewFrame) this.#setStatus('ready');
  }

  /** A CCP that had answered does not answer any more. That is never taken for a sign-out. */
  fellSilent(): void {
    if (this.#answered && (this.#status === 'ready' || this.#status === 'loading')) this.#setStatus('stale');
  }

  /** Nothing has come within the load time-out. */
  loadTimedOut(): void {
    if (this.#answered) return;
    if (this.#status === 'loading') this.#setStatus('signed-out');
    if (this.#mode !== 'manual') this.#authenticate();
  }

  /** The session has run out, or the agent has signed out. */
  sessionEnded(status: 'expired' | 'signed-out'): void {
    if (this.#needsNewFrame) return;
    this.#needsNewFrame = true;
    this.#hasData = false;
    this.#setStatus(status);
    const { options } = this.#needs;
    if (this.#mode === 'manual' || options.loginOptions?.disableAuthPopupAfterLogout) return;
    this.#reopen.start(options.ccpAckTimeout || REOPEN_DELAY, () => this.#authenticate());
  }

  /** The CCP has got itself a new session. */
  sessionRenewed(): void {
    if (this.#needsNewFrame) this.acknowledged(true);
  }

  /** The agent may not use the CCP. */
  accessDenied(): void {
    this.#setStatus('denied');
  }

  /** Opens the sign-in window and tries the frame again and again, unless all is well. To be called from a click. */
  login(): void {
    if (this.#status === 'ready') return;
    this.#openPopup();
    this.#startRetries();
  }

  /** Tries the frame once more, now. */
  retry(): void {
    this.#answered = false;
    this.#hasData = false;
    this.#attempts = 0;
    this.#setStatus('loading');
    this.#needs.replaceFrame();
  }

  #authenticate(): void {
    if (this.#hasAsked) return;
    this.#hasAsked = true;
    if (this.#mode === 'auto') this.#openPopup();
    this.#startRetries();
  }

  #openPopup(): void {
    const { ccpUrl, loginUrl, loginOptions } = this.#needs.options;
    this.#popup.open(loginUrl ?? ccpUrl, loginOptions, {
      opened: () => this.#setStatus('popup-open'),
      blocked: () => this.#setStatus('popup-blocked'),
      elsewhere: () => this.#setStatus('popup-open'),
      closed: () => this.#popupClosed(),
    });
  }

  #popupClosed(): void {
    this.#setStatus(this.#needsNewFrame ? 'expired' : 'signed-out');
    // Most likely the agent has finished signing in: no need to wait for the next attempt.
    this.#replaceFrame();
    this.#scheduleRetry();
  }

  #startRetries(): void {
    if (this.#retry.running) return;
    this.#attempts = 0;
    this.#scheduleRetry();
  }

  #scheduleRetry(): void {
    const { ccpLoadTimeout, disasterRecoveryOn } = this.#needs.options;
    const interval = ccpLoadTimeout || (disasterRecoveryOn ? RETRY_INTERVAL_TWO_REGIONS : RETRY_INTERVAL);
    this.#retry.start(interval, () => {
      if (this.#attempts >= MAX_ATTEMPTS) {
        this.#attempts = 0;
        this.#needs.retriesExhausted();
        return;
      }
      this.#replaceFrame();
      this.#scheduleRetry();
    });
  }

  #replaceFrame(): void {
    if (this.#needs.hasLiveVoice()) return;
    this.#attempts++;
    this.#answered = false;
    this.#needs.replaceFrame();
  }

  #setStatus(status: CcpStatus): void {
    const previous = this.#status;
    if (status === previous || this.#needs.signal.aborted) return;
    this.#status = status;
    this.#needs.statusChanged(status, previous);
  }
}
