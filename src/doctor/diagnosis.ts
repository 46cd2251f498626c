// What a diagnosis says: findings, the likeliest first, as data and as text for a ticket.
import { VERSION } from '../version.js';
import type { CcpStatus } from '../sign-in/status.js';

/** What a page can tell apart. */
export type DiagnosisCode =
  | 'embedded-twice'
  | 'content-security-policy'
  | 'unreachable'
  | 'storage-access'
  | 'other-origin'
  | 'http-origin'
  | 'referrer-policy'
  | 'popup-blocked'
  | 'no-answer'
  | 'permissions-policy';

/** What looks the same from the page: each leaves a frame that loads and says nothing. */
export type SilenceCause = 'not-signed-in' | 'not-allowlisted' | 'cookies-blocked' | 'wrong-path' | 'slow';

/** How sure a finding is: told by the browser, what best explains what it tells, or not ruled out. */
export type Certainty = 'certain' | 'likely' | 'possible';

/** One of several causes that share a code. */
export interface Cause {
  readonly cause: SilenceCause;
  readonly certainty: Certainty;
  /** What is the matter, and what to do. */
  readonly message: string;
}

/** One thing that is, or may be, the matter. */
export interface Finding {
  readonly code: DiagnosisCode;
  readonly certainty: Certainty;
  /** What is the matter. */
  readonly message: string;
  /** What to do. */
  readonly remedy: string;
  /** With `no-answer`: what it may be, the likeliest first. */
  readonly causes?: readonly Cause[];
  /** With `no-answer`: what it is not, and how that was told. */
  readonly ruledOut?: readonly string[];
  /** The origin that it is about: the one to approve, or the one that spoke. */
  readonly origin?: string;
}

/** What a {@link Diagnosis} is made of. */
export interface DiagnosisFields {
  readonly findings: readonly Finding[];
  readonly origins: readonly string[];
  readonly ccp: string | null;
  readonly status: CcpStatus;
  /** What the page knows of the frame, in words. */
  readonly course: string;
}

/** What was found, likeliest first. Frozen; holds no token and no query. */
export class Diagnosis {
  /** Code of the first finding, or null if nothing is the matter. */
  readonly code: DiagnosisCode | null;
  readonly findings: readonly Finding[];
  /** The exact origins to approve for the instance: the page's own, then those of the pages around it. */
  readonly origins: readonly string[];
  /** Address of the CCP without its query, or null if none is embedded. */
  readonly ccp: string | null;
  /** Where the CCP stood. */
  readonly status: CcpStatus;
  /** All of it, to paste into a ticket. */
  readonly text: string;

  constructor({ findings, origins, ccp, status, course }: DiagnosisFields) {
    this.code = findings[0]?.code ?? null;
    this.findings = Object.freeze(findings.map(frozenFinding));
    this.origins = Object.freeze([...origins]);
    this.ccp = ccp;
    this.status = status;
    this.text = [
      headline(this.code, ccp),
      ...findings.flatMap((finding, index) => lines(finding, index + 1)),
      '',
      `Origins to approve: ${origins.join(', ')}`,
      `CCP: ${ccp ?? 'none'}`,
      `Status: ${status}${course && `; ${course}`}`,
      `Browser: ${navigator.userAgent}`,
      `connect-ccp-elements ${VERSION}`,
    ].join('\n');
    Object.freeze(this);
  }

  /** The same as {@link text}. */
  toString(): string {
    return this.text;
  }
}

function frozenFinding(finding: Finding): Finding {
  const { causes, ruledOut } = finding;
  return Object.freeze({
    ...finding,
    ...(causes && { causes: Object.freeze(causes.map((cause) => Object.freeze(cause))) }),
    ...(ruledOut && { ruledOut: Object.freeze([...ruledOut]) }),
  });
}

function headline(code: DiagnosisCode | null, ccp: string | null): string {
  if (ccp === null) return 'No contact control panel is embedded yet.';
  if (code === null) return 'Nothing is seen to be the matter.';
  return 'What is, or may be, the matter, likeliest first:';
}

function lines({ code, certainty, message, remedy, causes = [], ruledOut = [] }: Finding, number: number): string[] {
  return [
    '',
    `${number}. ${code} (${certainty}): ${message}`,
    `   ${remedy}`,
    ...causes.map(({ cause, certainty: how, message: what }) => `   - ${cause} (${how}): ${what}`),
    ...ruledOut.map((what) => `   - ruled out: ${what}`),
  ];
}
