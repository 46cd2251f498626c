// What a host is to its siblings: where they read the state, and where their requests are carried out.
import type { CcpStatus, Connect } from '../../src/index.js';
import type { CommandPhase } from './events.js';
import type { ConnectRequestEvent } from './requests.js';
import type { ContactIdentity, HostState } from './state.js';
import type { StateCallback, StateSelector } from './store.js';

/** A host: `<connect-ccp>`, or what stands in its place. */
export interface ConnectHost extends HTMLElement {
  /** The runtime that it runs on. */
  readonly connect: Connect;
  /** Everything that it publishes, deeply frozen. */
  readonly state: HostState;
  /** Where its panel stands. */
  readonly status: CcpStatus;
  /** True if its panel is not seen. */
  readonly headless?: boolean;
  /** True if the page rings in place of its panel. */
  readonly ringer?: boolean;
  /** True if its panel takes no calls. */
  readonly withoutSoftphone?: boolean;

  /**
   * Subscribes to a part of the state.
   * @param selector takes the part out of the state.
   * @param callback called at once with the present part, then whenever it is another one.
   * @param options `signal` ends the subscription when it aborts.
   */
  subscribe<Part>(
    selector: StateSelector<Part>,
    callback: StateCallback<Part>,
    options?: { signal?: AbortSignal },
  ): void;

  /**
   * Carries a request out, at most once for each event object. A page that has stopped a request to ask the agent goes on
   * with this.
   * @param request any request event.
   * @returns the last phase; never rejects.
   */
  perform(request: ConnectRequestEvent): Promise<CommandPhase>;

  /**
   * Makes a request of the page's own: dispatches it on the host, and carries it out unless somebody prevents it.
   * @param request any request event.
   * @returns the last phase, or null if it was prevented.
   */
  request(request: ConnectRequestEvent): Promise<CommandPhase | null>;

  /**
   * Says who a contact is, in every element.
   * @param contactId id of a contact that is there.
   * @param identity what the page knows; null takes it back.
   * @returns false if there is no such contact.
   */
  identifyContact?(contactId: string, identity: ContactIdentity | null): boolean;

  /**
   * Shows the panel of a headless host above the page, with the focus in it, until a contact is over or it is closed.
   * @param contactId id of the contact, which is selected.
   * @returns settles when the panel is no longer shown.
   */
  showPanel?(contactId: string): Promise<void>;

  /** Shows status and controls in a small window above all others; to be called from a click. */
  openMiniPanel?(): Promise<boolean>;

  /** Closes the panel of a headless host that is shown above the page. */
  hidePanel?(): void;
}
