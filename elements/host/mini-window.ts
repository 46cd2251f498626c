// The window above all others in which status and controls are shown once more: picture-in-picture, else a pop-up.
import type { ConnectHost } from './host.js';

/** The part of the Document Picture-in-Picture API that is used here. https://wicg.github.io/document-picture-in-picture/ */
interface DocumentPictureInPicture {
  readonly window: Window | null;
  requestWindow(options: { width: number; height: number }): Promise<Window>;
}

/** The window's size when it opens, in CSS pixels. */
const SIZE = { width: 360, height: 520 };

/** Elements that are shown in it; a page that has not registered one does without. */
const SIBLINGS = ['connect-agent-status', 'connect-contact-controls'];

/** What the window needs. */
export interface MiniWindowOptions {
  /** Whose agent it shows; null: none, and no window. */
  host(): ConnectHost | null;
  title(): string;
  /** Attributes that its elements are given, such as `country`. */
  attributes(): Readonly<Record<string, string>>;
  /** Called when it has opened or closed, by whomever. */
  changed(): void;
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

/** One such window, opened and closed any number of times. */
export class MiniWindow {
  readonly #options: MiniWindowOptions;
  #window: Window | null = null;
  #opening: Promise<boolean> | null = null;
  /** Ends with the window, or with the wish for one. */
  #scope = new AbortController();

  /** @param options whom it is for. */
  constructor(options: MiniWindowOptions) {
    this.#options = options;
  }

  /** The window, while it is open. */
  get window(): Window | null {
    return this.#window;
  }

  /**
   * Opens it, or brings it to the front; to be called from a click, or the browser may refuse it.
   * @returns true if it is open; false if the browser lets none open, or it was closed before.
   */
  open(): Promise<boolean> {
    this.#window?.focus();
    return (this.#opening ??= this.#open());
  }

  /** Closes it, also one that has not opened yet. */
  close(): void {
    this.#scope.abort();
    this.#window?.close();
    const wasOpen = this.#window !== null;
    this.#window = this.#opening = null;
    if (wasOpen) this.#options.changed();
  }

  async #open(): Promise<boolean> {
    const { signal } = (this.#scope = new AbortController());
    const host = this.#options.host();
    const opened = host && (await anyWindow());
    if (signal.aborted) {
      opened?.close();
      return false;
    }
    if (!host || !opened) {
      this.#opening = null;
      return false;
    }
    this.#window = opened;
    fill(opened.document, host, this.#options);
    const gone = (): void => this.close();
    opened.addEventListener('pagehide', gone, { signal });
    window.addEventListener('pagehide', gone, { signal });
    this.#options.changed();
    return true;
  }
}

/** The elements, with the page's tokens in force. */
function fill(page: Document, host: ConnectHost, { title, attributes }: MiniWindowOptions): void {
  page.title = title();
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
      for (const [attribute, value] of Object.entries(attributes())) element.setAttribute(attribute, value);
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
  for (const token of TOKENS) {
    const name = `--connect-${token}`;
    const value = computed.getPropertyValue(name).trim();
    if (value) yield [name, value];
  }
}

/** Names of tokens, without the `--connect-` before them. */
const TOKENS = [
  'surface',
  'surface-raised',
  'text',
  'text-quiet',
  'accent',
  'on-accent',
  'accent-hover',
  'border',
  'field-border',
  'radius',
  'control-radius',
  'font',
  'font-size',
  'space',
  'success',
  'on-success',
  'danger',
  'on-danger',
  'warning',
  'color-scheme',
] as const;
