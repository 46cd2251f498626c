// The CCP's frame: made with all that it must be allowed, replaced as an element and never navigated.

/** Permissions that a CCP needs of the page that embeds it. docs/protocol.md, section 2.3. */
const ALLOW = 'microphone; camera; autoplay; clipboard-write; identity-credentials-get';

/** Name and default title of the frame, by which existing pages find it. */
const FRAME_NAME = 'Amazon Connect CCP';

/** Style of the frame if none is given: it fills its container. Without `display`: pages hide it by their own style sheets. */
const FRAME_STYLE = 'width: 100%; height: 100%; border: 0; vertical-align: bottom;';

/** What a frame is made of. */
export interface FrameOptions {
  src: string;
  title?: string;
  style?: string;
}

/**
 * Makes a frame, without inserting it.
 * @param document the page's document.
 * @param options address, title and style.
 */
export function createCcpFrame(document: Document, { src, title, style }: FrameOptions): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.src = src;
  frame.allow = ALLOW;
  // Not the style attribute: a page's content security policy may forbid that.
  frame.style.cssText = style || FRAME_STYLE;
  frame.title = title || FRAME_NAME;
  frame.name = FRAME_NAME;
  // The CCP decides by the referrer who may embed it; a page that sends none would be refused.
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  return frame;
}
