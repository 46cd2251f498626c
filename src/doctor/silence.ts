// The finding `no-answer`: a frame that has loaded and says nothing. What it may be, in order, and what it is not.
import { isAmazonOrigin } from '../conduit/amazon-hosts.js';
import { LOAD_TIMEOUT } from '../sign-in/defaults.js';
import type { Evidence } from './evidence.js';
import { isWebOrigin, ownReferrerPolicy, WITHOUT_REFERRER } from './page.js';
import type { CcpFacts } from '../embedding/facts.js';
import type { Cause, Certainty, Finding, SilenceCause } from './diagnosis.js';

/** Where instances have their CCPs, at the present domain and at the older one. */
const CCP_PATH = /^\/ccp(?:-v2)?(?:\/(?:softphone|channel-view))?\/?$/;
const OLDER_PATH = /^\/connect\/ccp(?:-v2)?(?:\/(?:softphone|channel-view))?\/?$/;

const ORDER: readonly Certainty[] = ['certain', 'likely', 'possible'];

/** All of it, while the CCP has not answered. */
export function noAnswer(evidence: Evidence): Finding | null {
  const { facts, origins } = evidence;
  if (facts.answered) return null;
  const causes = [notSignedIn, notAllowlisted, cookiesBlocked, wrongPath, slow]
    .map((look) => look(evidence))
    .filter((cause) => cause !== null);
  // Stable: what is equally sure stays in the order above.
  causes.sort((a, b) => ORDER.indexOf(a.certainty) - ORDER.indexOf(b.certainty));
  return {
    code: 'no-answer',
    certainty: 'certain',
    message: hasLoaded(facts)
      ? 'The frame has loaded, but no CCP has answered from it.'
      : 'No CCP has answered, and the page in the frame has not finished loading.',
    remedy: `Try what follows, likeliest first. The origin to approve is exactly ${origins.join(' and ')}`,
    causes,
    ruledOut: ruledOut(evidence),
    origin: origins[0],
  };
}

const cause = (name: SilenceCause, certainty: Certainty, message: string): Cause => ({
  cause: name,
  certainty,
  message,
});

/** A frame that is tried again may not have loaded yet; the first one has, or the status were still `loading`. */
const hasLoaded = ({ loaded, status }: CcpFacts): boolean => loaded || status !== 'loading';

const isOlder = ({ hostname }: URL): boolean => hostname.endsWith('.awsapps.com');

/** True if there is a CCP for certain, false if there is none, undefined if it cannot be told. */
function isPathRight({ url, reach }: Evidence): boolean | undefined {
  if (reach.status !== undefined) return reach.status < 400;
  if (!isAmazonOrigin(url.origin)) return undefined;
  return (isOlder(url) ? OLDER_PATH : CCP_PATH).test(url.pathname);
}

/** True once its page has had its time. */
function isOverdue({ facts }: Evidence): boolean {
  const age = Date.now() - facts.startedAt;
  // A clock that was set back tells nothing: then it has had its time.
  return hasLoaded(facts) && (age < 0 || age >= (facts.options.ccpLoadTimeout || LOAD_TIMEOUT));
}

function notSignedIn(evidence: Evidence): Cause {
  const isLikely = isOverdue(evidence) && !evidence.signedIn;
  const message = 'Nobody is signed in here: a sign-in page says nothing, and may refuse to be framed. Sign in.';
  return cause('not-signed-in', isLikely ? 'likely' : 'possible', message);
}

function notAllowlisted(evidence: Evidence): Cause {
  const { origins, reports, signedIn } = evidence;
  const refused = reports.refusedBy
    ? `A page of ${reports.refusedBy} has refused to be shown here, as a sign-in page also does. `
    : '';
  const message =
    `${refused}In the AWS console, at Amazon Connect, the instance, Approved origins, there must be exactly ` +
    `${origins.join(' and ')}. Load the page anew afterwards.`;
  const isLikely = isOverdue(evidence) && (refused || signedIn);
  return cause('not-allowlisted', isLikely ? 'likely' : 'possible', message);
}

function cookiesBlocked({ url, facts }: Evidence): Cause | null {
  const asks = String(facts.options.storageAccess?.canRequest) === 'true';
  if (url.hostname === location.hostname || asks) return null;
  const message =
    'The browser may keep the CCP from its cookies: it is of another site. Set the option storageAccess to ' +
    '{ canRequest: true }, or allow its cookies in the browser.';
  return cause('cookies-blocked', 'possible', message);
}

function wrongPath(evidence: Evidence): Cause | null {
  const { url, reach } = evidence;
  const { status = 0 } = reach;
  const isRight = isPathRight(evidence);
  if (isRight) return null;
  if (status) return cause('wrong-path', 'certain', `${url.pathname} is not there: the answer was ${status}.`);
  const right = isOlder(url) ? '/connect/ccp-v2/' : '/ccp-v2/';
  const message = `The address has the path ${url.pathname}; that of a CCP is ${right}, unless a sign-in page leads there.`;
  return cause('wrong-path', isRight === false ? 'likely' : 'possible', message);
}

function slow(evidence: Evidence): Cause {
  const { facts, reach } = evidence;
  const seconds = Math.max(0, Math.round((Date.now() - facts.startedAt) / 1000));
  const isSlow = !isOverdue(evidence) || reach.outcome === 'slow';
  const message = `It may be slow: ${seconds} s have passed. A late answer still counts.`;
  return cause('slow', isSlow ? 'likely' : 'possible', message);
}

function ruledOut(evidence: Evidence): string[] {
  const { facts, reach, reports, url, sendsReferrer } = evidence;
  const own = facts.frame && ownReferrerPolicy(facts.frame);
  const isReferrerSent = own ? !WITHOUT_REFERRER.includes(own) : sendsReferrer;
  const told: [unknown, string][] = [
    [reach.outcome === 'answers', `unreachable: ${url.host} answers`],
    [isPathRight(evidence), `wrong path: ${url.pathname} is that of a CCP`],
    [isSecureContext && isWebOrigin(evidence.origins[0]), 'http origin: browsers trust the origin of this page'],
    [isReferrerSent, 'referrer policy: the frame tells the CCP where it is embedded'],
    [
      reports.areKept && !reports.forbiddenFrame,
      'content security policy: the browser has reported no frame that this page forbids',
    ],
    [facts.refusedOrigin === null, 'other origin: nothing else has spoken from the frame'],
  ];
  return told.filter(([holds]) => holds).map(([, words]) => words);
}
