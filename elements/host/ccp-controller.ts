// Binds a sibling to its host, has it rendered again when its part of the state changes, and sends its requests.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ConnectRequestEvent } from './requests.js';
import { type BindingWishes, resolveHost } from './binding.js';
import type { ConnectHost } from './host.js';
import { warnOfChoice, watchHosts } from './registry.js';
import { type HostState, INITIAL_STATE } from './state.js';
import type { StateSelector } from './store.js';

/** An element that can be bound. */
export type BindableElement = ReactiveControllerHost & HTMLElement & BindingWishes;

/** Binds an element to its host; looks again whenever it moves, its wishes change, or hosts come, go or change their ids. */
export class CcpController implements ReactiveController {
  /** Called when the element is bound to another host, or to none. */
  onHost: ((host: ConnectHost | null) => void) | undefined;
  readonly #element: BindableElement;
  readonly #selectors: StateSelector<unknown>[] = [];
  #forget: (() => void) | undefined;
  #host: ConnectHost | null = null;
  #stopWatching: (() => void) | undefined;
  #binding: AbortController | undefined;

  constructor(element: BindableElement) {
    this.#element = element;
    element.addController(this);
  }

  /** The host that the element is bound to, or null. */
  get host(): ConnectHost | null {
    return this.#host;
  }

  /** The host's state; an initial one while there is none. */
  get state(): HostState {
    return this.#host?.state ?? INITIAL_STATE;
  }

  /**
   * Has the element rendered again when a part of the state changes.
   * @param selector takes the part out of the state.
   */
  watch(selector: StateSelector<unknown>): void {
    this.#selectors.push(selector);
    if (this.#host) this.#subscribe(selector);
  }

  /**
   * Has the element told when the host has forgotten its agent: nothing of theirs may stay in it.
   * @param forget takes the place of one that was given before.
   */
  whenForgotten(forget: () => void): void {
    const isWatched = this.#forget !== undefined;
    this.#forget = forget;
    if (!isWatched) this.#watchAgent();
  }

  /**
   * Makes a request: dispatches it on the element, and has the host carry it out unless somebody prevents it. An element in another
   * document, such as that of the mini panel, dispatches it at the host as well: what it dispatches is not heard in the host's.
   * @param event any request event.
   * @returns false if it was prevented, or the element is bound to no host.
   */
  request(event: ConnectRequestEvent): boolean {
    const element = this.#element;
    const host = this.#host;
    let isAllowed = element.dispatchEvent(event);
    if (!isAllowed || !host) return false;
    if (host.ownerDocument !== element.ownerDocument) isAllowed = host.dispatchEvent(event);
    if (isAllowed) void host.perform(event);
    return isAllowed;
  }

  /** Looks for the host again. */
  resolve(): void {
    if (!this.#stopWatching) return;
    const { host, isAmbiguous } = resolveHost(this.#element, this.#element);
    this.#bind(host);
    if (isAmbiguous) void this.#warnIfStill();
  }

  /** Warns after the current task only: a page that replaces a host has two for a moment. */
  async #warnIfStill(): Promise<void> {
    await this.#element.updateComplete;
    if (this.#stopWatching && resolveHost(this.#element, this.#element).isAmbiguous) warnOfChoice(this.#element);
  }

  hostConnected(): void {
    this.#stopWatching ??= watchHosts(() => this.resolve());
    this.resolve();
  }

  hostDisconnected(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    this.#bind(null);
  }

  #bind(host: ConnectHost | null): void {
    if (host === this.#host) return;
    this.#binding?.abort();
    this.#binding = host ? new AbortController() : undefined;
    this.#host = host;
    for (const selector of this.#selectors) this.#subscribe(selector);
    if (this.#forget) this.#watchAgent();
    this.#element.requestUpdate();
    this.onHost?.(host);
  }

  /** Told at once, not with the next rendering: by then another agent may be there. */
  #watchAgent(): void {
    let isThere = this.state.agent !== null;
    const look = (isThereNow: boolean): void => {
      const isGone = isThere && !isThereNow;
      isThere = isThereNow;
      if (isGone) this.#forget?.();
    };
    this.#host?.subscribe(({ agent }) => agent !== null, look, { signal: this.#binding?.signal });
  }

  #subscribe(selector: StateSelector<unknown>): void {
    this.#host?.subscribe(selector, () => this.#element.requestUpdate(), { signal: this.#binding?.signal });
  }
}
