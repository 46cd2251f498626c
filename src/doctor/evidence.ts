// What a diagnosis goes by: the facts of the embedding, and what the browser tells when it is asked.
import { LONGEST_WAIT, takeTime } from '../conduit/time-limit.js';
import type { Logger } from '../log/logger.js';
import { originsToApprove, pageSendsReferrer } from './page.js';
import { type Reach, reach } from './reach.js';
import { type PolicyReports, policyReports } from './reports.js';
import { type CcpFacts, SECOND_INIT } from '../embedding/facts.js';

/** What can be looked at: any runtime. */
export interface DiagnosableRuntime {
  readonly core: { getFacts(): CcpFacts | null };
  getLog(): Pick<Logger, 'getEntries'>;
}

/** How a diagnosis is made. */
export interface DiagnoseOptions {
  /** Ends it: the promise rejects with the reason. */
  signal?: AbortSignal;
  /** Milliseconds to wait for the CCP's host; 5000 if left out. */
  timeout?: number;
  /** True if the agent has been through the sign-in window: that nobody is signed in is less likely then. */
  signedIn?: boolean;
}

/** All that a diagnosis goes by. */
export interface Evidence {
  readonly facts: CcpFacts;
  /** Where the CCP was looked for. */
  readonly url: URL;
  readonly reach: Reach;
  readonly reports: PolicyReports;
  /** Whether the page by itself says in requests where they come from; undefined if that cannot be told. */
  readonly sendsReferrer: boolean | undefined;
  /** The origins to approve. */
  readonly origins: readonly string[];
  /** True if the agent has been through the sign-in window. */
  readonly signedIn: boolean;
  /** True if the runtime was asked for a second CCP. */
  readonly secondInit: boolean;
}

/** How long the CCP's host may take to answer, in milliseconds. */
const TIMEOUT = 5_000;

/** Gathers it; null if no CCP is embedded. */
export async function gather(runtime: DiagnosableRuntime, options: DiagnoseOptions): Promise<Evidence | null> {
  const { signal, signedIn = false } = options;
  const { time: timeout } = takeTime('timeout', options.timeout, { usual: TIMEOUT, most: LONGEST_WAIT });
  const before = runtime.core.getFacts();
  if (!before) return null;
  const url = new URL(before.options.ccpUrl, document.baseURI);
  const [sendsReferrer, reports] = await Promise.all([pageSendsReferrer(document), policyReports(url)]);
  const isAsked = !before.answered && before.status !== 'duplicate';
  const reached = isAsked ? await reach(url, reports, timeout, signal) : {};
  // Once more: it may have answered meanwhile.
  const facts = runtime.core.getFacts() ?? before;
  const secondInit = runtime
    .getLog()
    .getEntries()
    .some(({ text }) => text === SECOND_INIT);
  const origins = originsToApprove(window);
  return { facts, url, reach: reached, reports, sendsReferrer, origins, signedIn, secondInit };
}
