// Watches the microphone from the page, so that its loss is known before a call arrives. Nothing here asks for it.

/**
 * How the microphone stands, as the page sees it without asking for it:
 *
 * - `unknown`: the browser does not say;
 * - `granted`: it may be used;
 * - `prompt`: the browser will ask when it is used for the first time;
 * - `denied`: it may not be used, neither in the page nor in the CCP's frame;
 * - `missing`: there is none.
 */
export type MicrophoneState = 'unknown' | 'granted' | 'prompt' | 'denied' | 'missing';

/** What of `navigator` is looked at; some browsers and all insecure pages lack parts of it. */
type Looked = Partial<Pick<Navigator, 'permissions' | 'mediaDevices'>>;

/**
 * Watches whether the microphone may be used and whether there is one, so that its loss is known before a call arrives.
 * Asks the agent for nothing.
 *
 * The CCP's frame is of another origin, but browsers give a frame that is allowed the microphone what the page itself has:
 * what the page sees holds for the frame too. What it does not see: a microphone that the operating system withholds, or
 * one that another program keeps. Browsers without a `microphone` permission tell at least whether there is one.
 * @param callback told how it stands, at first and whenever that changes.
 * @param options `signal` ends the watching.
 */
export function watchMicrophone(
  callback: (state: MicrophoneState) => void,
  { signal, navigator = window.navigator }: { signal?: AbortSignal; navigator?: Looked } = {},
): void {
  const { permissions, mediaDevices } = navigator;
  let permission: PermissionStatus | undefined;
  let last: MicrophoneState | undefined;
  /** The newest look; one that was overtaken has nothing to tell. */
  let newest = 0;

  async function look(): Promise<void> {
    const number = ++newest;
    // Without permission a browser says of each kind whether there is a device, and hides which.
    const devices = await mediaDevices?.enumerateDevices().catch(() => undefined);
    if (signal?.aborted || number !== newest) return;
    const isMissing = devices && !devices.some(({ kind }) => kind === 'audioinput');
    const given = permission?.state ?? 'unknown';
    const state = isMissing && given !== 'denied' ? 'missing' : given;
    if (state === last) return;
    last = state;
    callback(state);
  }

  async function begin(): Promise<void> {
    permission = await permissions?.query({ name: 'microphone' }).catch(() => undefined);
    permission?.addEventListener('change', () => void look(), { signal });
    mediaDevices?.addEventListener('devicechange', () => void look(), { signal });
    await look();
  }
  void begin();
}
