// What the browser has reported of content security policies, before anybody asked: it keeps the reports of a page.
import { isAmazonOrigin } from '../conduit/amazon-hosts.js';

/** Violations that are about the CCP. */
export interface PolicyReports {
  /** False in a browser that keeps no reports. */
  readonly areKept: boolean;
  /** The page's own policy forbids a frame: its origin, which may be another one than the CCP's. */
  readonly forbiddenFrame: string | null;
  /** A page of the CCP, or of Amazon Connect, has refused to be shown here: its origin. Chromium alone tells. */
  readonly refusedBy: string | null;
  /** True if the page's own policy forbids requests to the CCP's host. */
  readonly forbidsRequests: boolean;
}

/** How long to wait for what is kept, in milliseconds; it comes at once. */
const MOMENT = 100;

/** What a report says; https://w3c.github.io/webappsec-csp/#reporting. */
interface Violation {
  readonly effectiveDirective?: string;
  readonly blockedURL?: string;
}

/**
 * Reads the reports.
 * @param url the CCP's address.
 */
export async function policyReports(url: URL): Promise<PolicyReports> {
  const violations = await keptViolations();
  const blockedBy = (...directives: string[]): string[] =>
    violations
      .filter(({ effectiveDirective }) => directives.includes(effectiveDirective ?? ''))
      .flatMap(({ blockedURL = '' }) => (URL.canParse(blockedURL) ? [new URL(blockedURL).origin] : []));
  const forbidden = blockedBy('frame-src', 'child-src', 'default-src');
  const isCcp = (origin: string): boolean => origin === url.origin;
  return {
    areKept: typeof ReportingObserver === 'function',
    forbiddenFrame: forbidden.find(isCcp) ?? forbidden.at(-1) ?? null,
    // The page may have other frames.
    refusedBy: blockedBy('frame-ancestors').find((origin) => isCcp(origin) || isAmazonOrigin(origin)) ?? null,
    forbidsRequests: blockedBy('connect-src').includes(url.origin),
  };
}

function keptViolations(): Promise<readonly Violation[]> {
  if (typeof ReportingObserver !== 'function') return Promise.resolve([]);
  return new Promise((resolve) => {
    const done = (reports: readonly Report[]): void => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(reports.map(({ body }) => (body ?? {}) as Violation));
    };
    const observer = new ReportingObserver(done, { buffered: true, types: ['csp-violation'] });
    const timer = setTimeout(() => done([]), MOMENT);
    observer.observe();
  });
}
