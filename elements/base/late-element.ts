// The base of siblings whose view is loaded on demand: the element works at once, and renders when its view has loaded.
import { html, nothing } from 'lit';
import { type ConnectCommandEvent, ConnectErrorEvent } from '../host/events.js';
import { BoundElement } from '../host/bound-element.js';
import { NOT_LOADED, notLoaded, type View, type ViewOwner, type ViewSource } from './late-view.js';

/** A sibling with a view. */
export abstract class LateElement<V extends View = View> extends BoundElement {
  /** @ignore */
  protected static readonly source: ViewSource;

  #view: V | undefined;
  /** Settles when the view has loaded or failed to load. */
  #settled: Promise<void> | undefined;
  /** Why there is no view, in words. */
  #problem = '';
  #connection: AbortController | undefined;
  /** Ends the recording of commands for the view. */
  #listening: AbortController | undefined;
  #missed: ConnectCommandEvent[] = [];

  constructor() {
    super();
    this.ccp.onHost = (host) => {
      this.#missed = [];
      this.#listening?.abort();
      this.#listening = new AbortController();
      const { signal } = this.#listening;
      host?.addEventListener('connect-command', (event) => this.#missed.push(event), { signal });
    };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    this.#seeToView();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.abort();
  }

  /** The view; undefined until it has loaded. */
  protected get view(): V | undefined {
    return this.#view;
  }

  /** Runs something on the view, now or as soon as it has loaded. */
  protected whenViewed(act: (view: V) => void): void {
    if (this.#view) act(this.#view);
    else void this.#settled?.then(() => this.#view && act(this.#view));
  }

  /** What the view needs of the element. */
  protected get viewOwner(): ViewOwner {
    return {
      element: this,
      ccp: this.ccp,
      missed: this.#missed,
      localize: (english) => this.localize(english),
      setCustomStates: (...names) => this.setCustomStates(...names),
    };
  }

  /** The element is up to date once its view has rendered. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#settled;
    return super.getUpdateComplete();
  }

  protected override willUpdate(): void {
    this.#view?.willUpdate();
  }

  protected override updated(): void {
    this.#view?.updated?.();
  }

  protected override render(): unknown {
    if (this.#view) return this.#view.render();
    return this.#problem ? html`<p role="alert">${this.#problem}</p>` : nothing;
  }

  #seeToView(): void {
    const { source } = this.constructor as typeof LateElement;
    if (this.#view) return;
    if (source.loaded) return this.#makeView();
    const { signal } = this.#connection!;
    this.#settled = source.load().then(
      () => void (signal.aborted || this.#makeView()),
      () => void (signal.aborted || this.#complain(signal)),
    );
  }

  #makeView(): void {
    const { source } = this.constructor as typeof LateElement;
    this.#view = source.loaded!.makeView(this.viewOwner) as V;
    this.#listening?.abort();
    this.#problem = '';
    this.requestUpdate();
  }

  #complain(signal: AbortSignal): void {
    this.#problem = notLoaded(this);
    window.addEventListener('online', () => this.#seeToView(), { once: true, signal });
    this.dispatchEvent(new ConnectErrorEvent({ code: NOT_LOADED, message: this.#problem }));
    this.requestUpdate();
  }
}
