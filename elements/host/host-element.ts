// The base of hosts: what pages and siblings use of <connect-ccp> and <connect-global-ccp> alike.
import type { CcpStatus, Connect } from '../../src/index.js';
import { ConnectErrorEvent, type CommandPhase } from './events.js';
import type { ConnectRequestEvent } from './requests.js';
import { ConnectElement } from '../base/connect-element.js';
import { announceHosts } from './registry.js';
import { checkedIdentity } from './identity.js';
import type { ContactIdentity, ContactVerb, HostState } from './state.js';
import { HostStore, type StateCallback, type StateSelector } from './store.js';
import type { ConnectHost } from './host.js';
import { MiniWindow } from './mini-window.js';
import type { ContactSituation } from './situation.js';

/** A host: it publishes a state, and carries out requests. */
export abstract class HostElement extends ConnectElement implements ConnectHost {
  /** Keeps the state and dispatches the events about it. */
  protected readonly store: HostStore = new HostStore(
    this,
    (situation) => this.verbsOf(situation),
    () => this.#stateChanged(),
  );
  #shownStatus: CcpStatus = 'idle';
  readonly #mini = new MiniWindow({
    host: () => this,
    title: () => this.ownerDocument.title,
    attributes: () => ({}),
    changed: () => {},
  });

  protected override forbidden(message: string): void {
    this.dispatchEvent(new ConnectErrorEvent({ code: 'trusted-types', message }));
  }

  constructor() {
    super();
    this.setCustomState('idle', '');
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'id'];
  }

  abstract get connect(): Connect;

  /** Everything that the host publishes, deeply frozen. */
  get state(): HostState {
    return this.store.state;
  }

  /** Where the panel stands. */
  get status(): CcpStatus {
    return this.store.state.status;
  }

  /**
   * Resolves when the panel answers and the agent's data are there, also if it is taken before the element is on the page or has its
   * settings, and over changes of these. Rejects with a StateError when the page ends the panel by `terminate()`, or removes the
   * element, before that; a new promise once it is started or inserted again. In the meantime it waits, also for an agent who has yet
   * to sign in.
   */
  get ready(): Promise<this> {
    const ready = this.store.ready.then(() => this);
    // To look at it is not to wait for it.
    ready.catch(() => {});
    return ready;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.store.inserted();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // One that is only moved is back by then.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.store.removed();
      this.#mini.close();
    });
  }

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
  ): void {
    this.store.subscribe(selector, callback, options?.signal);
  }

  /**
   * Selects a contact, in the panel too.
   * @param contactId id of the contact.
   * @throws StateError while no panel is loaded.
   */
  selectContact(contactId: string): void {
    this.connect.core.viewContact(contactId);
  }

  /**
   * Says who a contact is, in every element, in announcements and alerts: as long as the contact is there, or until it is said anew.
   * @param contactId id of a contact that is there, which it is from `connect-contact-added` on.
   * @param identity `name`, `detail`, `href`, `picture`, all of them optional; null takes it back.
   * @returns false if there is no such contact, as when it has gone meanwhile.
   * @throws ValueError if a member is no text, or an address has another scheme than the web's.
   */
  identifyContact(contactId: string, identity: ContactIdentity | null): boolean {
    return this.store.identify(contactId, identity && checkedIdentity(identity));
  }

  /**
   * Shows status and controls in a small window above all others, or brings it to the front; to be called from a click, or the browser
   * may refuse it. The page has to have registered their elements. The window closes with the page.
   * @returns true if it is open.
   */
  openMiniPanel(): Promise<boolean> {
    return this.#mini.open();
  }

  abstract perform(request: ConnectRequestEvent): Promise<CommandPhase>;

  /**
   * Makes a request of the page's own: dispatches it here, and carries it out unless somebody prevents it.
   * @param request any request event.
   * @returns the last phase, or null if it was prevented.
   */
  async request(request: ConnectRequestEvent): Promise<CommandPhase | null> {
    return this.dispatchEvent(request) ? this.perform(request) : null;
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'id' && this.isConnected) announceHosts();
  }

  /**
   * Says what can be done with a contact.
   * @param situation what decides it.
   */
  protected abstract verbsOf(situation: ContactSituation): readonly ContactVerb[];

  /**
   * Called after each change of the state, for classes that extend this one.
   * @param statusBefore the status before it.
   */
  protected stateChanged(statusBefore: CcpStatus): void {
    void statusBefore;
  }

  #stateChanged(): void {
    const { status } = this;
    const before = this.#shownStatus;
    this.setCustomState(status, before);
    this.#shownStatus = status;
    this.requestUpdate();
    this.stateChanged(before);
  }
}
