// Moments at which a page may have slept through something: it is looked at again, the browser is online again, or the page
// comes back from the browser's cache. What passes without any of them is seen by the keepalive's own timers.

const MOMENTS = ['visibilitychange', 'online', 'pageshow'];

/**
 * Listens for such moments.
 * @param window the page's window.
 * @param signal ends the listening.
 * @param check looks whether all is well; costs next to nothing.
 */
export function onWake(window: Window, signal: AbortSignal, check: () => void): void {
  for (const moment of MOMENTS) window.addEventListener(moment, check, { signal });
}
