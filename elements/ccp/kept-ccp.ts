// A panel that outlives its element: the holder of its frame, what the next element has to know, and its position on the page.
// Loaded when a host has `keep-alive`.
import { attempt } from '../page/attempt.js';
import type { AudioOwner, AudioOwnerChange, Connect } from '../../src/index.js';
import { type FollowOwner, type KeptPanel, keptPanels } from './kept-ccps.js';

/** Neither seen nor reached, but drawn: a frame that is not displayed may be kept from playing sounds. */
const HIDDEN =
  'position: fixed; inset: 0 auto auto 0; inline-size: 1px; block-size: 1px; overflow: hidden; opacity: 0; pointer-events: none;';

/** Over whatever the page shows at the place of the element. */
const SHOWN = 'position: fixed; inset: auto; z-index: 1; overflow: hidden; margin: 0; padding: 0; border: 0;';

/** What a kept panel is made of. */
export interface KeptCcpOptions {
  readonly ccpUrl: string;
  readonly connect: Connect;
  readonly settings: string;
  readonly followOwner: FollowOwner;
}

const tagOf = (ccpUrl: string): string => `<connect-ccp ccp-url="${ccpUrl}">`;

/** Tells an author who has written `keep-alive` where it keeps nothing. */
export function warnOfNothingKept(ccpUrl: string): void {
  console.warn(
    `${tagOf(ccpUrl)}: keep-alive needs headless, and cannot keep one of two regions. The panel ends with the element.`,
  );
}

/** One kept panel, until its runtime ends it. */
export class KeptCcp implements KeptPanel {
  readonly connect: Connect;
  readonly container: HTMLElement = document.createElement('div');
  selectedContactId: string | null = null;
  isTaken = true;
  readonly #ccpUrl: string;
  readonly #settings: string;
  readonly #life = new AbortController();
  readonly #ownerListeners = new Set<(change: AudioOwnerChange) => void>();
  #owner: AudioOwner = 'unknown';
  #box: Element | null = null;
  #banner: Element | null | undefined = null;
  #placing: AbortController | undefined;

  /**
   * Puts the holder on the page. The panel itself is embedded by the element.
   * @param options address, runtime and settings.
   */
  constructor({ ccpUrl, connect, settings, followOwner }: KeptCcpOptions) {
    this.#ccpUrl = ccpUrl;
    this.connect = connect;
    this.#settings = settings;
    this.container.dataset.connectCcp = 'kept';
    this.#hide();
    document.body.append(this.container);
    keptPanels().set(ccpUrl, this);
    const { signal } = this.#life;
    const { core, ContactEvents } = connect;
    const bus = core.getEventBus();
    // This also makes the browser ask before a page with a live call is left, whether the panel has an element or not.
    followOwner(connect, (change) => this.#ownerChanged(change), { signal });
    const viewed = (view: { contactId?: string } | null): void => {
      this.selectedContactId = view?.contactId || null;
    };
    bus.subscribe<{ contactId?: string } | null>(ContactEvents.VIEW, viewed, { signal });
    const forgetting = core.onForgotten(() => (this.selectedContactId = null));
    signal.addEventListener('abort', () => forgetting.unsubscribe());
    const ending = core.onStatusChange(({ status }) => {
      if (status === 'terminated') this.end();
    });
    signal.addEventListener('abort', () => ending.unsubscribe());
  }

  get isThere(): boolean {
    return this.container.isConnected;
  }

  readonly followOwner: FollowOwner = (_connect, changed, { signal } = {}) => {
    this.#ownerListeners.add(changed);
    if (this.#owner !== 'unknown') changed({ owner: this.#owner, previous: 'unknown' });
    const leave = (): void => {
      this.#ownerListeners.delete(changed);
      if (this.#owner !== 'unknown') changed({ owner: 'unknown', previous: this.#owner });
    };
    signal?.addEventListener('abort', leave, { once: true });
  };

  take(settings: string): void {
    this.isTaken = true;
    if (settings === this.#settings) return;
    console.warn(
      `${tagOf(this.#ccpUrl)} has taken over a panel that was loaded with other settings: those are in force.`,
    );
  }

  leave(): void {
    this.isTaken = false;
    this.place(null);
  }

  place(box: Element | null, banner: Element | null = null): void {
    if (box === this.#box && banner === this.#banner) return;
    this.#box = box;
    this.#banner = banner;
    this.#placing?.abort();
    if (box) this.#show(box, banner);
    else this.#hide();
  }

  end(): void {
    if (keptPanels().get(this.#ccpUrl) === this) keptPanels().delete(this.#ccpUrl);
    this.#placing?.abort();
    this.#life.abort();
    this.container.remove();
  }

  #ownerChanged(change: AudioOwnerChange): void {
    this.#owner = change.owner;
    for (const listener of [...this.#ownerListeners]) attempt(() => listener(change));
  }

  #hide(): void {
    if (this.container.popover) this.container.popover = null;
    this.container.style.cssText = HIDDEN;
    this.container.inert = true;
    this.container.ariaHidden = 'true';
  }

  /**
   * To move a frame in the document would reload it, so it stays in its holder, which is positioned over the box. No event tells
   * when the box moves: its position is read in every animation frame while the panel is shown.
   */
  #show(box: Element, banner: Element | null): void {
    const { container } = this;
    const { signal } = (this.#placing = new AbortController());
    const { host } = box.getRootNode() as ShadowRoot;
    container.style.cssText = SHOWN;
    container.inert = false;
    container.ariaHidden = null;
    // What lies over an element in the top layer has to be there too, after it.
    if ((host as HTMLElement).popover && container.isConnected) {
      container.popover = 'manual';
      container.showPopover();
    }
    const follow = (): void => {
      if (signal.aborted) return;
      const { left, top, width, bottom } = box.getBoundingClientRect();
      const head = banner?.getBoundingClientRect().bottom ?? top;
      const { borderRadius } = getComputedStyle(host);
      const height = `${Math.max(0, bottom - head)}px`;
      Object.assign(container.style, {
        left: `${left}px`,
        top: `${head}px`,
        width: `${width}px`,
        height,
        borderRadius,
      });
      requestAnimationFrame(follow);
    };
    follow();
  }
}
