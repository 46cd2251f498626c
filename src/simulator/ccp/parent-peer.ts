// Who embeds the CCP page: the one origin that the page speaks to and listens to.
import type { WindowPeer } from '../../conduit/stream.js';

/** The origin of a URL, or null if it has none that a message could be sent to. */
function originOf(url: string | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { origin } = new URL(url);
  return origin === 'null' ? null : origin;
}

/** The parent window of a framed CCP page, with its origin pinned. docs/protocol.md, section 12.1 (S1, S2). */
export class ParentPeer implements WindowPeer {
  readonly window: Window;
  /** The embedding page's origin; null if it cannot be known or is not allowed: then nothing is sent or heard. */
  readonly origin: string | null;

  /**
   * @param own the window of the CCP page.
   * @param allowedOrigins the only origins that may embed it; without the list, any one may.
   */
  constructor(own: Window, allowedOrigins?: readonly string[]) {
    this.window = own.parent;
    // Not every browser tells the ancestors; the referrer then is the embedding page, as a frame does not navigate itself.
    const origin = originOf(own.location.ancestorOrigins?.[0] ?? own.document.referrer);
    this.origin = origin !== null && (allowedOrigins?.includes(origin) ?? true) ? origin : null;
  }

  admits(origin: string): boolean {
    return this.origin !== null && origin === this.origin;
  }
}
