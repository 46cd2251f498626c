// Whether the CCP's host answers at all. What it says stays hidden from the page; that it says something does not.
import { isLoopback } from './page.js';
import type { PolicyReports } from './reports.js';

/** What became of asking; with no outcome nobody knows. */
export interface Reach {
  readonly outcome?:
    | 'answers'
    /** Nothing came in time. */
    | 'slow'
    /** The browser gave up, and does not say why. */
    | 'fails'
    /** The browser knows that there is no network. */
    | 'offline'
    /** The page's policy forbids asking. */
    | 'forbidden';
  /** Status of the answer, which the page sees if the CCP is at its own origin. */
  readonly status?: number;
}

/**
 * Asks the CCP's host, without the agent's cookies.
 * @param url the CCP's address.
 * @param reports what the browser has reported: where it tells enough, nothing is asked.
 * @param timeout milliseconds to wait.
 * @param signal ends the asking.
 */
export async function reach(
  url: URL,
  { refusedBy, forbiddenFrame, forbidsRequests }: PolicyReports,
  timeout: number,
  signal: AbortSignal | undefined,
): Promise<Reach> {
  if (forbiddenFrame === url.origin) return {};
  if (!navigator.onLine && !isLoopback(url.hostname)) return { outcome: 'offline' };
  if (refusedBy === url.origin) return { outcome: 'answers' };
  // Asking again would be reported again.
  if (forbidsRequests) return { outcome: 'forbidden' };
  const scope = new AbortController();
  const end = (): void => scope.abort();
  let isForbidden = false;
  const heard = ({ effectiveDirective }: SecurityPolicyViolationEvent): void => {
    isForbidden ||= effectiveDirective === 'connect-src';
  };
  document.addEventListener('securitypolicyviolation', heard, { signal: scope.signal });
  signal?.addEventListener('abort', end, { signal: scope.signal });
  const timer = setTimeout(end, timeout);
  try {
    const first = await ask(url.href, scope.signal);
    if (first || scope.signal.aborted) return first ?? { outcome: 'slow' };
    // A page may forbid that others fetch it, and be shown in a frame all the same; its icon tells of the host.
    const second = isForbidden ? null : await ask(new URL('/favicon.ico', url).href, scope.signal);
    if (isForbidden) return { outcome: 'forbidden' };
    return { outcome: second ? 'answers' : scope.signal.aborted ? 'slow' : 'fails' };
  } finally {
    clearTimeout(timer);
    end();
  }
}

/** The answer, or null for none. */
async function ask(address: string, signal: AbortSignal): Promise<Reach | null> {
  try {
    const { type, status } = await fetch(address, { mode: 'no-cors', credentials: 'omit', cache: 'no-store', signal });
    return { outcome: 'answers', ...(type !== 'opaque' && { status }) };
  } catch {
    // What has become of it is reported in a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    return null;
  }
}
