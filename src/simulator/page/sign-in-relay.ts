// Tells the frames of the page that opened the sign-in window: a frame's storage may be another than the window's.
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

/** From a sign-in window: tells the simulator's pages in the opener that a session has begun. */
export function relaySignIn(instance: string): void {
  const opener = window.opener as Window | null;
  if (opener && !opener.closed) tellFrames(opener, { simulator: 'signed-in', instance }, 1);
}

/** In a page: calls back when a sign-in window of this origin and instance says that a session has begun. */
export function onRelayedSignIn(instance: string, callback: () => void): void {
  window.addEventListener('message', ({ origin, data }: MessageEvent<unknown>) => {
    if (origin !== location.origin || !isRecord(data)) return;
    if (data.simulator === 'signed-in' && data.instance === instance) callback();
  });
}
