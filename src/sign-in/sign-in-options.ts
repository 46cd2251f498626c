// What signing in, and trying the frame again, goes by: the part of the options of `initCCP` that is theirs. Streams documentation, "connect.core.initCCP()"; docs/protocol.md, section 2.2.

/** Who opens the sign-in window: the agent by a click, the library by itself, or nobody. */
export type LoginMode = 'manual' | 'auto' | 'none';

/** How the sign-in window looks. */
export interface LoginOptions {
  /** Closes the window once the agent is signed in. */
  autoClose?: boolean;
  /** CSS pixels; 578 if left out. */
  height?: number;
  /** CSS pixels; 433 if left out. */
  width?: number;
  /** CSS pixels from the top of the screen; 0 if left out. */
  top?: number;
  /** CSS pixels from the left of the screen; 0 if left out. */
  left?: number;
  /** True: signing out does not open the sign-in window. */
  disableAuthPopupAfterLogout?: boolean;
}

/** How the frame is tried again while the CCP does not answer. Not in amazon-connect-streams. */
export interface RetryOptions {
  /** How often at most; 10 if left out. `Infinity` never gives up. */
  limit?: number;
  /** Milliseconds before the first attempt; `ccpLoadTimeout` if left out. */
  interval?: number;
  /** Each pause is this many times as long as the last; 1 if left out. */
  backoff?: number;
  /** Milliseconds up to which pauses grow; 60000 if left out. */
  maxInterval?: number;
}

/** How the CCP asks for its cookies where the browser blocks those of third parties. docs/protocol.md, section 2.8. */
export interface StorageAccessOptions {
  /** True: the CCP asks the agent for leave before it starts. False if left out. */
  canRequest?: boolean | 'false';
  /** `custom`: the container is shown while the agent has to answer, and hidden once they have agreed. */
  mode?: 'default' | 'custom';
  /** The CCP's own address, where `ccpUrl` is a sign-in page that redirects to it. */
  instanceUrl?: string;
  /** For the mode `custom`; further members go to the CCP's page, which shows them. */
  custom?: { hideCCP?: boolean; readonly [further: string]: unknown };
  /** Goes to the CCP's page. */
  style?: Readonly<Record<string, unknown>>;
  readonly [further: string]: unknown;
}

/** The options of `initCCP` that say where the CCP is and how the agent gets into it. */
export interface SignInOptions {
  /** Address of the CCP page, or of a sign-in page that redirects to it. Required. */
  ccpUrl: string;
  /** The CCP's own address, where `ccpUrl` redirects to it. */
  instanceUrl?: string;
  /** Address that the sign-in window opens, in place of `ccpUrl`. */
  loginUrl?: string;
  /** False: no sign-in window opens by itself. True if left out. */
  loginPopup?: boolean;
  /** Closes the sign-in window once the agent is signed in. False if left out. */
  loginPopupAutoClose?: boolean;
  loginOptions?: LoginOptions;
  /** Who opens the sign-in window; takes the place of `loginPopup`. Not in amazon-connect-streams. */
  loginMode?: LoginMode;
  /** Milliseconds to wait for the first answer, and between attempts. 5000 if left out. */
  ccpLoadTimeout?: number;
  /** Milliseconds to wait for an answer later. 3000 if left out. */
  ccpAckTimeout?: number;
  /** How the frame is tried again. */
  retry?: RetryOptions;
  storageAccess?: StorageAccessOptions;
  /** True: two regions of one agent are embedded. */
  disasterRecoveryOn?: boolean;
}

/** Who opens the sign-in window, as the options say. */
export function loginModeOf({ loginMode, loginPopup }: SignInOptions): LoginMode {
  return loginMode ?? (loginPopup === false ? 'none' : 'auto');
}
