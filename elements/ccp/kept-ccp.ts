// A panel that outlives its element: the holder of its frame, and what the next element has to know.
// Loaded when a host has `keep-alive`.
import { attempt } from '../page/attempt.js';
import { FloatingBox } from '../page/floating-box.js';
import type { AudioOwner, AudioOwnerChange, Connect } from '../../src/index.js';
import { type FollowOwner, type KeptPanel, keptPanels } from './kept-ccps.js';

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
  readonly container: HTMLElement;
  selectedContactId: string | null = null;
  isTaken = true;
  readonly #ccpUrl: string;
  readonly #settings: string;
  readonly #life = new AbortController();
  readonly #ownerListeners = new Set<(change: AudioOwnerChange) => void>();
  #owner: AudioOwner = 'unknown';
  readonly #box = new FloatingBox();

  /**
   * Puts the holder on the page. The panel itself is embedded by the element.
   * @param options address, runtime and settings.
   */
  constructor({ ccpUrl, connect, settings, followOwner }: KeptCcpOptions) {
    this.#ccpUrl = ccpUrl;
    this.connect = connect;
    this.#settings = settings;
    this.container = this.#box.element;
    this.container.dataset.connectCcp = 'kept';
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
    this.#box.place(box, banner);
  }

  end(): void {
    if (keptPanels().get(this.#ccpUrl) === this) keptPanels().delete(this.#ccpUrl);
    this.#life.abort();
    this.#box.remove();
  }

  #ownerChanged(change: AudioOwnerChange): void {
    this.#owner = change.owner;
    for (const listener of [...this.#ownerListeners]) attempt(() => listener(change));
  }
}
