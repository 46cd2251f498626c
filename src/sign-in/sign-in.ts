// Signing in: runs the state machine of `sign-in-rules.ts` for one embedded CCP. docs/protocol.md, sections 2.6 to 2.8.
import { ScopedTimer } from '../conduit/scoped-timer.js';
import { ACK_TIMEOUT, LOAD_TIMEOUT } from './defaults.js';
import { type SignInOptions, type LoginMode, loginModeOf } from './sign-in-options.js';
import { LoginPopup, type PopupWish } from './popup.js';
import { counts, SIGN_IN_RULES, type SignInAction, type SignInEvent } from './sign-in-rules.js';
import type { CcpStatus } from './status.js';

/** One frame that has taken the place of another. */
export interface FrameRetry {
  /** 1 for the first attempt; 0 for a frame that was asked for, or loaded because the sign-in window was closed. */
  readonly attempt: number;
  /** Milliseconds until the next one. */
  readonly delay: number;
}

/** What signing in needs of the embedding around it. */
export interface SignInNeeds {
  window: Window;
  options: SignInOptions;
  signal: AbortSignal;
  /** Puts a new frame in place of the present one. */
  replaceFrame(retry: FrameRetry): void;
  /** True while the frame's page is loading, or has only just loaded: it gets time to answer. */
  isLoading(): boolean;
  /** True while a voice contact is live, which a new frame would cut off. */
  hasLiveVoice(): boolean;
  statusChanged(status: CcpStatus, previous: CcpStatus): void;
  /** Told when all attempts to load the frame were in vain. */
  retriesExhausted(): void;
}

/** Defaults of the option `retry`, times in milliseconds. docs/protocol.md, section 2.6. */
const LIMIT = 10;
const INTERVAL_TWO_REGIONS = 10_000;
const LONGEST_INTERVAL = 60_000;

/** Factor by which pauses grow while the frame is tried only because the sign-in window may still be open. */
const SLOWER = 2;

/** Statuses that come back when the sign-in window is closed without a sign-in. */
const RESUMED: readonly CcpStatus[] = ['signed-out', 'expired', 'stale', 'denied'];

/** Keeps the status, opens the sign-in window, and has the frame loaded anew until the CCP answers. */
export class SignIn {
  readonly #needs: SignInNeeds;
  readonly #mode: LoginMode;
  readonly #popup: LoginPopup;
  readonly #timer: ScopedTimer;
  #status: CcpStatus = 'loading';
  #rest: CcpStatus = 'signed-out';
  #attempts = 0;
  /** Milliseconds until the next attempt. */
  #delay = 0;
  #answered = false;
  #hasData = false;
  /** True once the session has ended: from then on answers of the old frame do not mean that an agent is signed in. */
  #ended = false;
  /** True if the window may open once without a click: before the first answer, and after the session has ended. */
  #mayOpen = true;

  constructor(needs: SignInNeeds) {
    const { window, options, signal } = needs;
    this.#needs = needs;
    this.#mode = loginModeOf(options);
    this.#timer = new ScopedTimer(signal);
    this.#popup = new LoginPopup(window, signal, (event) => this.#on(event));
  }

  get status(): CcpStatus {
    return this.#status;
  }

  /** True from the end of a session to the beginning of the next one. */
  get isOver(): boolean {
    return this.#ended;
  }

  /** True once the CCP in the present frame has answered: then the frame is worth showing. */
  get answered(): boolean {
    return this.#answered;
  }

  /** The sign-in window that this page has open, or null. */
  get loginWindow(): Window | null {
    return this.#popup.window;
  }

  /**
   * The CCP has acknowledged.
   * @param isNew true if it is the first time that this frame, or this port of it, does.
   */
  acknowledged(isNew: boolean): void {
    if (isNew) this.#sessionFound();
    else if (!this.#ended) this.#on('pulse');
  }

  /** Data of the agent have arrived. */
  dataArrived(): void {
    this.#hasData = true;
    // Called with every update of the agent: costs nothing once the status is `ready`.
    if (this.#answered && !this.#ended && this.#status !== 'ready') this.#on('data');
  }

  /** A CCP that had answered does not answer any more. That is never taken for a sign-out. */
  fellSilent(): void {
    if (this.#answered) this.#on('silent');
  }

  /** Nothing has come within the load time-out. */
  loadTimedOut(): void {
    if (!this.#answered) this.#on('unanswered');
  }

  /** The session has run out, or the agent has signed out. */
  sessionEnded(event: 'expired' | 'signed-out'): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#hasData = false;
    this.#mayOpen = !this.#needs.options.loginOptions?.disableAuthPopupAfterLogout;
    this.#on(event);
  }

  /** The CCP has got itself a new session. */
  sessionRenewed(): void {
    if (this.#ended) this.#sessionFound();
  }

  /** What the CCP says of itself: that the agent may not use it, or how it stands with its cookies. */
  told(event: 'denied' | 'storage-access-needed' | 'storage-granted'): void {
    this.#on(event);
  }

  /** Opens the sign-in window and tries the frame again and again, unless all is well. To be called from a click. */
  login(): void {
    this.#on('login');
  }

  /** Loads the frame anew, now, even if that cuts a live call off, and begins the attempts anew. */
  retry(): void {
    this.#answered = false;
    this.#rest = 'signed-out';
    this.#on('retry');
  }

  #sessionFound(): void {
    this.#answered = true;
    this.#ended = this.#mayOpen = false;
    this.#on('answered');
  }

  #on(event: SignInEvent): void {
    const { options, signal } = this.#needs;
    const rule = SIGN_IN_RULES[event];
    const [to, , ...actions] = rule;
    if (signal.aborted || !counts(rule, this.#status)) return;
    if (to === 'panel') this.#setStatus(this.#hasData ? 'ready' : 'loading');
    else if (to) this.#setStatus(to === 'rest' ? this.#rest : to);
    // Data, or a second answer while the session has not ended, show that the agent is signed in: the window is done.
    if (this.#status === 'ready' || event === 'pulse') {
      this.#popup.finish(options.loginPopupAutoClose || options.loginOptions?.autoClose);
    }
    for (const action of actions) {
      // A listener of the status may have ended the embedding.
      if (!signal.aborted) this.#actions[action]();
    }
  }

  readonly #actions: Readonly<Record<SignInAction, () => void>> = {
    ask: () => {
      if (this.#mode === 'auto' && this.#mayOpen) this.#openWindow('by-itself');
      else if (this.#mode !== 'manual') this.#try();
    },
    pause: () => {
      this.#timer.stop();
      const delay = this.#needs.options.ccpAckTimeout || ACK_TIMEOUT;
      if (this.#mayOpen && this.#mode !== 'manual') this.#timer.start(delay, this.#actions.ask);
    },
    open: () => this.#openWindow(this.#mayOpen ? 'asked' : 'asked-again'),
    reload: () => {
      this.#reset();
      this.#replaceFrame();
      this.#schedule();
    },
    stop: () => this.#timer.stop(),
  };

  #openWindow(wish: PopupWish): void {
    const { ccpUrl, loginUrl, loginOptions } = this.#needs.options;
    this.#popup.open(loginUrl ?? ccpUrl, loginOptions, wish);
    this.#mayOpen = false;
    this.#try();
  }

  /** Begins the attempts, unless they are under way. */
  #try(): void {
    if (this.#timer.running) return;
    this.#reset();
    this.#schedule();
  }

  #reset(): void {
    const { ccpLoadTimeout, disasterRecoveryOn, retry } = this.#needs.options;
    this.#attempts = 0;
    this.#delay = retry?.interval || ccpLoadTimeout || (disasterRecoveryOn ? INTERVAL_TWO_REGIONS : LOAD_TIMEOUT);
  }

  /** Called after a new frame was put in place, whose own time-out may be as long and has to come first. */
  #schedule(): void {
    this.#timer.start(this.#delay, () => this.#attempt());
  }

  #attempt(): void {
    const { limit = LIMIT, backoff = 1, maxInterval = LONGEST_INTERVAL } = this.#needs.options.retry ?? {};
    const beyond = this.#attempts - limit;
    if (this.carriesCall || this.#needs.isLoading()) return this.#schedule();
    if (beyond === 0) this.#needs.retriesExhausted();
    // While the agent may still be signing in, attempts go on beyond the limit, ever more slowly.
    if (beyond >= 0 && !this.#popup.mayBeOpen) return;
    const factor = beyond >= 0 || this.#popup.isCutOff ? Math.max(SLOWER, backoff) : backoff;
    this.#attempts++;
    this.#delay = Math.max(this.#delay, Math.min(this.#delay * factor, maxInterval));
    this.#replaceFrame();
    this.#schedule();
  }

  /** True if the frame has the sound of a live call. One that has not answered has none. */
  get carriesCall(): boolean {
    return this.#answered && this.#needs.hasLiveVoice();
  }

  #replaceFrame(): void {
    if (this.carriesCall) return;
    this.#answered = this.#hasData = false;
    this.#needs.replaceFrame({ attempt: this.#attempts, delay: this.#delay });
  }

  #setStatus(status: CcpStatus): void {
    const previous = this.#status;
    if (status === previous) return;
    this.#status = status;
    if (RESUMED.includes(status)) this.#rest = status;
    this.#needs.statusChanged(status, previous);
  }
}
