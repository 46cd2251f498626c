// A panel that outlives its element: its frame, what has to be known of it, and its place on the page. Loaded when a host has
// `keep-alive`.
import type { AudioOwner, AudioOwnerChange, Connect } from '../../src/index.js';
import { type FollowOwner, type KeptPanel, keptPanels } from './kept-ccps.js';

/** Neither seen nor reached, but drawn: a frame that is not displayed may be kept from playing sounds. */
const HIDDEN =
  'position: fixed; inset: 0 auto auto 0; inline-size: 1px; block-size: 1px; overflow: hidden; opacity: 0; pointer-events: none;';

/** Over whatever the page shows at the place of the element. */
const SHOWN = 'position: fixed; z-index: 1; overflow: hidden;';

/** What a kept panel is made of. */
export interface KeptCcpOptions {
  readonly ccpUrl: string;
  readonly connect: Connect;
  readonly settings: string;
  readonly followOwner: FollowOwner;
}

/** One kept panel, until its runtime ends it. */
export class KeptCcp implements KeptPanel {
  readonly connect: Connect;
  readonly container: HTMLElement = document.createElement('div');
  readonly settings: string;
  mute = false;
  selectedContactId: string | null = null;
  isTaken = true;
  readonly #ccpUrl: string;
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
    this.settings = settings;
    this.container.dataset.connectCcp = 'kept';
    this.#hide();
    document.body.append(this.container);
    keptPanels().set(ccpUrl, this);
    const { signal } = this.#life;
    const { core, AgentEvents, ContactEvents } = connect;
    const bus = core.getEventBus();
    // The question before the page is left is in it: who talks is asked on every route, with or without an element.
    followOwner(connect, (change) => this.#ownerChanged(change), { signal });
    const muted = (toggle: { muted?: unknown } | null): void => {
      if (typeof toggle?.muted === 'boolean') this.mute = toggle.muted;
    };
    bus.subscribe<{ muted?: unknown } | null>(AgentEvents.MUTE_TOGGLE, muted, { signal });
    const viewed = (view: { contactId?: string } | null): void => {
      this.selectedContactId = view?.contactId || null;
    };
    bus.subscribe<{ contactId?: string } | null>(ContactEvents.VIEW, viewed, { signal });
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
    for (const listener of [...this.#ownerListeners]) listener(change);
  }

  #hide(): void {
    this.container.style.cssText = HIDDEN;
    this.container.inert = true;
    this.container.ariaHidden = 'true';
  }

  /** A frame that is moved in the tree is loaded anew: it stays in its holder, and that follows the box. */
  #show(box: Element, banner: Element | null): void {
    const { container } = this;
    const { signal } = (this.#placing = new AbortController());
    const host = (box.getRootNode() as ShadowRoot).host;
    const follow = (): void => {
      const { left, top, width, bottom } = box.getBoundingClientRect();
      const head = banner?.getBoundingClientRect().bottom ?? top;
      const { borderRadius } = getComputedStyle(host);
      container.style.cssText = SHOWN;
      Object.assign(container.style, {
        left: `${left}px`,
        top: `${head}px`,
        width: `${width}px`,
        height: `${Math.max(0, bottom - head)}px`,
        borderRadius,
      });
    };
    const observer = new ResizeObserver(follow);
    for (const element of [box, banner, document.body]) if (element) observer.observe(element);
    signal.addEventListener('abort', () => observer.disconnect());
    window.addEventListener('scroll', follow, { capture: true, passive: true, signal });
    window.addEventListener('resize', follow, { passive: true, signal });
    follow();
    container.inert = false;
    container.ariaHidden = null;
  }
}
