// diagnose(): why a CCP does not answer, as far as a browser lets a page tell. Loaded when somebody asks.
import { type DiagnosableRuntime, type DiagnoseOptions, type Evidence, gather } from './evidence.js';
import {
  contentSecurityPolicy,
  embeddedTwice,
  httpOrigin,
  otherOrigin,
  permissionsPolicy,
  popupBlocked,
  referrerPolicy,
  storageAccess,
  unreachable,
} from './findings.js';
import { originsToApprove } from './page.js';
import { noAnswer } from './silence.js';
import { Diagnosis, type DiagnosisCode, type Finding } from './diagnosis.js';
import type { CcpFacts } from '../embedding/facts.js';

/** Each looks for one thing. Findings that are equally sure stay in this order. */
const CHECKS: readonly ((evidence: Evidence) => Finding | null)[] = [
  embeddedTwice,
  contentSecurityPolicy,
  unreachable,
  storageAccess,
  otherOrigin,
  popupBlocked,
  httpOrigin,
  referrerPolicy,
  noAnswer,
  permissionsPolicy,
];

/** What explains the silence all by itself. */
const EXPLAINS: readonly DiagnosisCode[] = [
  'embedded-twice',
  'content-security-policy',
  'unreachable',
  'storage-access',
];

/**
 * Looks into why a CCP does not answer.
 * @param runtime the page's `connect`, or one made by `createConnect()`.
 * @param options how long to look, and what the page knows besides.
 * @returns what was found; rejects only if `signal` aborts.
 */
export async function diagnose(runtime: DiagnosableRuntime, options: DiagnoseOptions = {}): Promise<Diagnosis> {
  const { signal } = options;
  signal?.throwIfAborted();
  const evidence = await gather(runtime, options);
  signal?.throwIfAborted();
  if (!evidence) {
    return new Diagnosis({ findings: [], origins: originsToApprove(window), ccp: null, status: 'idle', course: '' });
  }
  const { facts, url, origins } = evidence;
  return new Diagnosis({
    findings: findingsOf(evidence),
    origins,
    ccp: url.origin + url.pathname,
    status: facts.status,
    course: course(facts),
  });
}

function findingsOf(evidence: Evidence): Finding[] {
  const all = CHECKS.map((check) => check(evidence)).filter((finding) => finding !== null);
  const isExplained = all.some(({ code, certainty }) => EXPLAINS.includes(code) && certainty !== 'possible');
  return all.filter(({ code }) => code !== 'no-answer' || !isExplained).sort((a, b) => rank(a) - rank(b));
}

/** What is sure comes first; what does not keep the CCP from answering comes last. */
function rank({ code, certainty }: Finding): number {
  if (code === 'permissions-policy') return 4;
  if (code === 'no-answer') return 2;
  return certainty === 'certain' ? 0 : certainty === 'likely' ? 1 : 3;
}

function course({ answered, loaded, startedAt }: CcpFacts): string {
  const seconds = Math.max(0, Math.round((Date.now() - startedAt) / 1000));
  const page = loaded ? 'the frame has loaded something' : 'the frame has not loaded yet';
  return `embedded ${seconds} s ago; ${answered ? 'it answers' : page}`;
}
