// The findings that the browser tells apart, one function each: null if it is not the matter.
import { isAmazonOrigin } from '../conduit/amazon-hosts.js';
import type { Evidence } from './evidence.js';
import { framesShowing, isLoopback, isWebOrigin, ownReferrerPolicy, WITHOUT_REFERRER } from './page.js';
import type { Finding } from './diagnosis.js';

/** The policies of a document or a frame, as Chromium gives them. */
interface FeaturePolicy {
  allowsFeature(feature: string): boolean;
  features(): string[];
}

const policyOf = (holder: Document | HTMLIFrameElement): FeaturePolicy | undefined =>
  (holder as { featurePolicy?: FeaturePolicy }).featurePolicy;

/** Another element, another runtime or a second call has the same CCP. */
export function embeddedTwice({ facts, url, secondInit }: Evidence): Finding | null {
  const code = 'embedded-twice';
  if (facts.status === 'duplicate') {
    return {
      code,
      certainty: 'certain',
      message: 'Another element of this page has the same address and shows the panel already.',
      remedy: 'Remove one of the two. This one starts by itself when the other is gone.',
    };
  }
  if (secondInit) {
    return {
      code,
      certainty: facts.answered ? 'certain' : 'possible',
      message: 'initCCP was called again while a CCP was embedded; that call was ignored.',
      remedy:
        'Call it once; to embed another CCP call terminate() first, or take a runtime of its own by createConnect().',
    };
  }
  if (framesShowing(document, url.href) < 2) return null;
  return {
    code,
    certainty: facts.answered ? 'certain' : 'possible',
    message: 'Another frame of this page shows the same CCP, put there by another element or another script.',
    remedy: 'Embed it once: everything on the page can use the same `connect`.',
  };
}

/** The page's own policy does not let the frame load. */
export function contentSecurityPolicy({ facts, url, reports }: Evidence): Finding | null {
  const { forbiddenFrame: origin } = reports;
  if (facts.answered || !origin) return null;
  const isCcp = origin === url.origin;
  return {
    code: 'content-security-policy',
    certainty: isCcp ? 'certain' : 'possible',
    message: `The Content-Security-Policy of this page forbids frames of ${origin}.`,
    remedy: isCcp
      ? `Add ${origin} to its frame-src.`
      : `If that is where the CCP or its sign-in page is, add ${origin} to its frame-src.`,
    origin,
  };
}

/** The host does not answer. */
export function unreachable({ facts, url, reach }: Evidence): Finding | null {
  if (facts.answered || (reach.outcome !== 'fails' && reach.outcome !== 'offline')) return null;
  const code = 'unreachable';
  if (reach.outcome === 'offline') {
    return {
      code,
      certainty: 'certain',
      message: 'The browser is offline.',
      remedy: 'Connect to the network. The panel can be loaded again then.',
    };
  }
  if (location.protocol === 'https:' && url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return {
      code,
      certainty: 'certain',
      message: `A page at https cannot embed one at http, such as ${url.origin}.`,
      remedy: 'Give the address of the CCP with https.',
    };
  }
  return {
    code,
    certainty: 'likely',
    message: `${url.host} cannot be reached from this browser.`,
    remedy: 'Check the address, its spelling first; then the network, the certificate, and what filters requests.',
  };
}

/** The browser keeps the CCP from its cookies, as its page has said. */
export function storageAccess({ facts }: Evidence): Finding | null {
  if (facts.status !== 'storage-access-needed') return null;
  return {
    code: 'storage-access',
    certainty: 'certain',
    message: 'The browser keeps the panel from its cookies, because it is of another site than this page.',
    remedy: 'Allow them in the panel, by its button. If the browser refuses, sign in first: it wants to see a visit.',
  };
}

/** Something has spoken from the frame, from where it is not believed. */
export function otherOrigin({ facts }: Evidence): Finding | null {
  const { answered, refusedOrigin: origin, expectedOrigin: expected } = facts;
  if (answered || origin === null) return null;
  const isCcp = isAmazonOrigin(origin);
  return {
    code: 'other-origin',
    certainty: 'likely',
    message: `The page in the frame spoke from ${origin}; only ${expected} is believed.`,
    remedy: isCcp
      ? `That is another instance of Amazon Connect. If it is yours, name it: in ccp-url (ccpUrl), or in instance-url (instanceUrl) ` +
        `where ccp-url is a sign-in page. Then load the page anew.`
      : `If the CCP itself is at ${origin}, set instance-url (instanceUrl) to it. If that is a sign-in page, sign in there.`,
    origin,
  };
}

/** The browser did not let the sign-in window open. */
export function popupBlocked({ facts }: Evidence): Finding | null {
  if (facts.status !== 'popup-blocked') return null;
  return {
    code: 'popup-blocked',
    certainty: 'certain',
    message: 'The browser did not let the sign-in window open.',
    remedy: 'Open it by a click (login-mode="manual", or connect.core.login()), or allow pop-ups for this page.',
  };
}

/** The page has no origin that an instance can approve, and none that browsers trust with a microphone. */
export function httpOrigin({ origins }: Evidence): Finding | null {
  const [origin] = origins;
  if (isSecureContext && isWebOrigin(origin)) return null;
  const isOuter = location.protocol === 'https:' && isWebOrigin(origin);
  return {
    code: 'http-origin',
    certainty: 'likely',
    message: !isWebOrigin(origin)
      ? 'This page has no origin of its own: it is a file, or in a sandboxed frame.'
      : isOuter
        ? 'A page around this one is not at https.'
        : `This page is at http: ${origin}.`,
    remedy:
      'Serve it by https. An instance approves https origins, and browsers give the microphone to them alone; for ' +
      'trying out, http://localhost will do.',
    origin,
  };
}

/** The CCP may not hear where it is embedded, by which it decides whether it may be. */
export function referrerPolicy({ facts, sendsReferrer }: Evidence): Finding | null {
  const { answered, frame } = facts;
  if (answered || !frame) return null;
  const own = ownReferrerPolicy(frame);
  const isSuppressed = own ? WITHOUT_REFERRER.includes(own) : sendsReferrer === false;
  if (!isSuppressed && sendsReferrer !== false) return null;
  const code = 'referrer-policy';
  if (!isSuppressed) {
    return {
      code,
      certainty: 'possible',
      message:
        'This page sends no referrer to other sites. Its frame does all the same, unless something takes it away.',
      remedy: 'To be sure, send Referrer-Policy: strict-origin-when-cross-origin, and try without browser extensions.',
    };
  }
  return {
    code,
    certainty: 'likely',
    message: `The frame does not tell the CCP where it is embedded (referrerpolicy="${own}"); it may refuse then.`,
    remedy: 'Leave the attribute as it was set, and send Referrer-Policy: strict-origin-when-cross-origin.',
  };
}

/** What the CCP asks for and is not given. It answers all the same, but calls cannot be taken. */
export function permissionsPolicy({ facts, url }: Evidence): Finding | null {
  const { frame } = facts;
  const [page, framed] = [policyOf(document), frame && policyOf(frame)];
  if (!page || !framed || !frame) return null;
  const known = page.features();
  const asked = frame.allow.split(/[;\s]+/).filter((feature) => known.includes(feature));
  const missing = asked.filter((feature) => !framed.allowsFeature(feature));
  if (!missing.length) return null;
  const byPage = missing.filter((feature) => page.allowsFeature(feature));
  const isInner = byPage.length < missing.length && window.parent !== window;
  return {
    code: 'permissions-policy',
    certainty: 'certain',
    message: `The CCP may not use: ${missing.join(', ')}.`,
    remedy: isInner
      ? `The page around this one must hand it on: <iframe allow="${frame.allow}">.`
      : `The Permissions-Policy of this page must allow it: ${missing
          .map((feature) => `${feature}=(self "${url.origin}")`)
          .join(', ')}.`,
  };
}
