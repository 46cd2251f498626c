// The window above all others in which status and controls are shown once more: picture-in-picture, else a pop-up.
import type { ConnectHost } from './host.js';
import { ConnectRequestEvent } from './requests.js';

/** The part of the Document Picture-in-Picture API that is used here. https://wicg.github.io/document-picture-in-picture/ */
interface DocumentPictureInPicture {
  readonly window: Window | null;
  requestWindow(options: { width: number; height: number }): Promise<Window>;
}

/** The window's size when it opens, in CSS pixels. */
const SIZE = { width: 360, height: 520 };

/** Elements that are shown in it; a page that has not registered one does without. */
const SIBLINGS = ['connect-agent-status', 'connect-contact-controls'];

/** A window that is open. */
export interface MiniWindow {
  readonly window: Window;
  /** Closes it. */
  close(): void;
}

/** What the window needs. */
export interface MiniWindowOptions {
  /** Whose agent it shows. */
  readonly host: ConnectHost;
  /** Where requests made in the window are dispatched once more, so that the page hears them and can stop them. */
  readonly target: EventTarget;
  readonly title: string;
  /** Attributes that its elements are given, such as `country`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Called when it has closed, by whomever. */
  closed(): void;
}

async function anyWindow(): Promise<Window | null> {
  const { documentPictureInPicture: pictures } = globalThis as { documentPictureInPicture?: DocumentPictureInPicture };
  try {
    if (pictures) return await pictures.requestWindow(SIZE);
  } catch {
    // Refused, as in a frame or without a click: a pop-up may be allowed.
  }
  return window.open('', '', `popup,width=${SIZE.width},height=${SIZE.height}`);
}

/**
 * Opens the window; to be called from a click.
 * @param options whom it is for.
 * @returns the window, or null if the browser lets none open.
 */
export async function openMiniWindow(options: MiniWindowOptions): Promise<MiniWindow | null> {
  const opened = await anyWindow();
  if (!opened) return null;
  const scope = new AbortController();
  const { signal } = scope;
  fill(opened.document, options);
  forwardRequests(opened.document, options.target, signal);
  const gone = (): void => {
    if (signal.aborted) return;
    scope.abort();
    options.closed();
  };
  opened.addEventListener('pagehide', gone, { signal });
  const close = (): void => {
    opened.close();
    gone();
  };
  window.addEventListener('pagehide', close, { signal });
  return { window: opened, close };
}

/** The elements, with the page's tokens in force. */
function fill(page: Document, { host, title, attributes }: MiniWindowOptions): void {
  page.title = title;
  const { lang, dir } = document.documentElement;
  Object.assign(page.documentElement, { lang: lang || 'en', dir });
  const { style } = page.body;
  style.margin = '0';
  style.padding = '8px';
  style.colorScheme = getComputedStyle(host).colorScheme;
  for (const [name, value] of tokensOf(host)) style.setProperty(name, value);
  style.background = 'var(--connect-surface, Canvas)';
  page.body.replaceChildren(
    ...SIBLINGS.filter((name) => customElements.get(name)).map((name) => {
      const element = document.createElement(name) as HTMLElement & { forElement: ConnectHost; compact?: boolean };
      for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
      element.forElement = host;
      if (name === 'connect-agent-status') element.compact = true;
      element.style.display = 'block';
      element.style.marginBlockEnd = '8px';
      return element;
    }),
  );
}

/** The tokens that the page has set for the host: a document of its own inherits none. */
function* tokensOf(host: Element): Generator<readonly [string, string]> {
  const computed = getComputedStyle(host);
  for (const name of tokenNames()) {
    const value = computed.getPropertyValue(name).trim();
    if (value) yield [name, value];
  }
}

const tokenNames = (): readonly string[] =>
  'surface surface-raised text text-quiet accent on-accent accent-hover border field-border radius control-radius font font-size space success on-success danger on-danger warning color-scheme'
    .split(' ')
    .map((name) => `--connect-${name}`);

/** Requests of another document do not come to the page by themselves. */
function forwardRequests(page: Document, target: EventTarget, signal: AbortSignal): void {
  const heard = (event: Event): void => {
    if (!(event instanceof ConnectRequestEvent)) return;
    const again = new Event(event.type, { bubbles: true, composed: true, cancelable: true });
    for (const name of Object.keys(event)) {
      if (!Object.hasOwn(again, name)) Object.defineProperty(again, name, { value: Reflect.get(event, name) });
    }
    if (!target.dispatchEvent(again)) event.preventDefault();
  };
  for (const name of REQUESTS) page.addEventListener(`connect-${name}-request`, heard, { signal });
}

const REQUESTS =
  'accept reject hang-up hold resume mute unmute send-digits dial transfer add-participant conference swap clear select-contact set-agent-state set-device login logout'.split(
    ' ',
  );
