// Tells the frames of the page that opened the sign-in window: a frame's storage may be another than the window's. Two ways,
// since neither is open everywhere: by message to the frames of the opener, among which WebKit does not count those in shadow
// roots; and by a cookie, which frames of another site do not see.
import { isRecord } from '../../conduit/wire.js';

/** Frames of frames that are told: a region's CCP may stand in a frame of its own. */
const MAX_DEPTH = 3;

function tellFrames(window: Window, message: unknown, depth: number): void {
  for (let index = 0; index < window.length; index += 1) {
    const frame = window[index] as Window | undefined;
    if (!frame) continue;
    // Only a page of our own origin gets it.
    frame.postMessage(message, location.origin);
    if (depth < MAX_DEPTH) tellFrames(frame, message, depth + 1);
  }
}

/** Seconds within which a frame hears by the cookie that a session has begun. */
const COOKIE_LIFE = 60;
/** Milliseconds between two looks at the cookie: not every browser tells of changes. */
const LOOK = 250;

const cookieName = (instance: string): string => encodeURIComponent(`connect-simulator:${instance}:signed-in`);

function writeCookie(instance: string, seconds: number): void {
  document.cookie = `${cookieName(instance)}=1; Path=/; SameSite=Lax; Max-Age=${seconds}`;
}

/** From a sign-in window: tells the simulator's pages in the opener that a session has begun. */
export function relaySignIn(instance: string): void {
  writeCookie(instance, COOKIE_LIFE);
  const opener = window.opener as Window | null;
  if (opener && !opener.closed) tellFrames(opener, { simulator: 'signed-in', instance }, 1);
}

/** The session has ended: whoever has not heard of it by now is not to hear that it has begun. */
export function takeBackSignIn(instance: string): void {
  writeCookie(instance, 0);
}

/** In a page where nobody is signed in: calls back once when the cookie says that a session has begun. */
export function onSignInByCookie(instance: string, callback: () => void): void {
  const wanted = `${cookieName(instance)}=1`;
  const look = (): void => {
    if (!document.cookie.split('; ').includes(wanted)) return;
    clearInterval(timer);
    callback();
  };
  const timer = setInterval(look, LOOK);
  look();
}

/** In a page: calls back when a sign-in window of this origin and instance says that a session has begun. */
export function onRelayedSignIn(instance: string, callback: () => void): void {
  window.addEventListener('message', ({ origin, data }: MessageEvent<unknown>) => {
    if (origin !== location.origin || !isRecord(data)) return;
    if (data.simulator === 'signed-in' && data.instance === instance) callback();
  });
}
