// What a page can find out about itself for a diagnosis.

/** Policies under which another site does not hear from where it is embedded. */
export const WITHOUT_REFERRER: readonly string[] = ['no-referrer', 'same-origin', 'never'];

/**
 * The policy that a frame has of its own; empty if it has none. Chromium before 149 leaves those that begin with
 * `strict-origin` out of the property: there the attribute is believed.
 */
export function ownReferrerPolicy(frame: HTMLIFrameElement): string {
  const attribute = frame.getAttribute('referrerpolicy')?.toLowerCase() ?? '';
  return frame.referrerPolicy || (attribute.startsWith('strict-origin') ? attribute : '');
}

/** True for the names of this machine, which browsers trust without https. */
export function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

/** The exact origins that an instance must approve: the page's own, and those of the pages that it stands in. */
export function originsToApprove({ origin, location }: Window & typeof globalThis): readonly string[] {
  // Firefox does not tell of the pages around.
  return [...new Set([origin, ...((location.ancestorOrigins as DOMStringList | undefined) ?? [])])];
}

/**
 * Whether a page says in its requests where they come from. What a server has sent as a header no script can read, but a
 * frame that the page makes of its own markup gets a referrer by the same policy.
 * @returns undefined if it cannot be told, as in Firefox for a header.
 */
export async function pageSendsReferrer(document: Document): Promise<boolean | undefined> {
  const policies = document.querySelectorAll<HTMLMetaElement>('meta[name="referrer" i]');
  if (WITHOUT_REFERRER.includes([...policies].at(-1)?.content.trim().toLowerCase() ?? '')) return false;
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.documentElement.append(frame);
  // An empty frame gets one whatever the policy, in browsers that give such frames any.
  const isTold = frame.contentDocument?.referrer;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  // Where a page takes trusted markup alone, an empty one is at hand.
  const { trustedTypes } = window as { trustedTypes?: { readonly emptyHTML: string } };
  frame.srcdoc = trustedTypes?.emptyHTML ?? '';
  await loaded;
  const referrer = frame.contentDocument?.referrer;
  frame.remove();
  return referrer ? true : isTold ? false : undefined;
}

/** Number of frames on the page, in open shadow trees too, that show an address. */
export function framesShowing(root: Document | ShadowRoot, href: string): number {
  let count = 0;
  for (const element of root.querySelectorAll('*')) {
    if (element instanceof HTMLIFrameElement && element.src === href) count++;
    if (element.shadowRoot) count += framesShowing(element.shadowRoot, href);
  }
  return count;
}

/** False for what no instance can approve: a page from the disk, whose origin some shells give as `file://`, or a sandboxed one. */
export const isWebOrigin = (origin = 'null'): boolean => origin !== 'null' && !origin.startsWith('file:');
