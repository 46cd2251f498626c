// <connect-global-ccp>: two regions of one agent as one host, which follows the region where they work. Registers nothing.
import './base/lit-marks.js';
import { type CSSResultGroup, html, type PropertyDeclarations } from 'lit';
import { type CcpStatus, connect as pageConnect, type Connect, StateError } from '../src/index.js';
import type { LogDownloadOptions } from '../src/log/logger.js';
import { CommandButtons } from './base/command-buttons.js';
import { ConnectElement } from './base/connect-element.js';
import { NOT_LOADED, notLoaded } from './base/late-view.js';
import type { Localization } from './base/localize.js';
import { addHost, announceHosts, type RegisteredHost, removeHost, watchHosts } from './base/host-registry.js';
import { type HostState, withChanges } from './base/host-state.js';
import { HostStore, type StateCallback, type StateSelector } from './base/host-store.js';
import type { RegionHost } from './base/region-lead.js';
import { globalCcpStyles } from './connect-global-ccp-styles.js';
import {
  ConnectCommandEvent,
  ConnectErrorEvent,
  ConnectFailoverCompleteEvent,
  ConnectFailoverPendingEvent,
  type CommandPhase,
} from './events.js';
import type { RegionCoordinator } from './global-ccp/coordinator.js';
import type { RegionSet } from './global-ccp/region-set.js';
import type { GlobalCcpTerms } from './global-ccp/terms.js';
import type { Terms } from './lang/terms.js';
import type { ConnectRequestEvent } from './requests.js';

const isRoutable = ({ agent }: HostState): boolean => agent?.state.type === 'routable';

/** How the notice looks. */
type Tone = '' | 'news' | 'pending' | 'wrong';

/**
 * Coordinates two `<connect-ccp>`, one for each region of an agent, and stands for the one where the agent works: siblings
 * and scripts that use it follow a failover without being touched. The first region is the one to try first.
 *
 * @element connect-global-ccp
 * @slot - the two `<connect-ccp>`, unless `for` names them
 * @fires {ConnectFailoverPendingEvent} connect-failover-pending - the agent will be moved to the other region when a call is over
 * @fires {ConnectFailoverCompleteEvent} connect-failover-complete - the agent has been moved to the other region
 * @fires {ConnectReadyEvent} connect-ready - the panel answers and the agent's data are there
 * @fires {ConnectStatusChangeEvent} connect-status-change - the status of the region where the agent works has changed
 * @fires {ConnectAgentChangeEvent} connect-agent-change - the agent's name, state or choice of states has changed
 * @fires {ConnectContactAddedEvent} connect-contact-added - the agent has a new contact
 * @fires {ConnectContactChangeEvent} connect-contact-change - something about a contact has changed
 * @fires {ConnectContactRemovedEvent} connect-contact-removed - a contact is gone
 * @fires {ConnectRingingEvent} connect-ringing - a contact asks for the agent
 * @fires {ConnectCommandEvent} connect-command - a command is pending, confirmed, unconfirmed or failed
 * @fires {ConnectErrorEvent} connect-error - something is wrong that can be mended
 * @csspart notice - the line that says where the agent works, and where they are being moved to
 * @cssprop [--connect-ccp-inline-size=100%] - width of the whole
 * @cssstate idle - nothing is embedded yet
 * @cssstate loading - the panel is loading
 * @cssstate signed-out - nothing came in time, most likely because nobody is signed in
 * @cssstate popup-open - the sign-in window is open
 * @cssstate popup-blocked - the browser did not let it open
 * @cssstate storage-access-needed - the browser keeps the panel from its cookies
 * @cssstate ready - the panel answers and the agent's data are there
 * @cssstate stale - the panel has stopped answering
 * @cssstate expired - the session has ended
 * @cssstate denied - the agent may not use the panel
 * @cssstate unreachable - the panel's page does not load
 * @cssstate duplicate - another element shows the same panel
 * @cssstate terminated - the page has ended the panel
 * @cssstate rtl - its text runs from right to left
 */
export class ConnectGlobalCcpElement extends ConnectElement implements RegisteredHost {
  static override readonly tagName: string = 'connect-global-ccp';

  static override styles: CSSResultGroup = [ConnectElement.styles, globalCcpStyles];

  static override properties: PropertyDeclarations = {
    htmlFor: { attribute: 'for' },
    loginUrl: { attribute: 'login-url' },
    withoutPolling: { attribute: 'without-polling', type: Boolean },
  };

  /** Ids of the two `<connect-ccp>`, with a space between them, if they do not stand inside. They need `managed`. */
  declare htmlFor: string | null | undefined;
  /** Address that the one sign-in window of both opens. */
  declare loginUrl: string | undefined;
  /** The panels do not ask which region is the active one: only `failover()` moves the agent. */
  declare withoutPolling: boolean;

  readonly #store = new HostStore(this, () => this.#stateChanged());
  /** Leads the regions; there once its module is, with the words. */
  #set: RegionSet | undefined;
  #words: Localization<Pick<Terms, 'dir' | 'globalCcp'>> | undefined;
  /** Settles when the module is there, or is known not to come. */
  #loading: Promise<void> | undefined;
  /** The region that this host stands for. */
  #active: RegionHost | undefined;
  /** Ends the following of it. */
  #following: AbortController | undefined;
  /** Ends the listening to both. */
  #listening: AbortController | undefined;
  #connection: AbortController | undefined;
  #shownStatus: CcpStatus = 'idle';
  #notice: readonly [text: (terms: GlobalCcpTerms) => string, tone: Tone] = [() => '', ''];

  constructor() {
    super();
    this.withoutPolling = false;
    this.setCustomState('idle', '');
    this.addController(new CommandButtons(this));
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'id'];
  }

  /**
   * It embeds nothing itself.
   * @ignore
   */
  get ccpUrl(): string {
    return '';
  }

  /** Both regions, the first one first. */
  get regions(): readonly RegionHost[] {
    return this.#set?.regions ?? [];
  }

  /** Name of the region where the agent works, or null while there is none. */
  get activeRegion(): string | null {
    return this.#active?.region ?? null;
  }

  /** Name of the other region, or null while there is none. */
  get standbyRegion(): string | null {
    return this.#set?.coordinator?.standby.region ?? null;
  }

  /** The runtime of the region where the agent works; before there is one, the page's default runtime. */
  get connect(): Connect {
    return this.#active?.connect ?? pageConnect;
  }

  /** What the region where the agent works publishes, deeply frozen. */
  get state(): HostState {
    return this.#store.state;
  }

  /** Where its panel stands. */
  get status(): CcpStatus {
    return this.#store.state.status;
  }

  /** True if its panel is not seen. */
  get headless(): boolean {
    return this.#active?.headless ?? false;
  }

  /** Settles when a panel answers and the agent's data are there. A new promise after each stop. */
  get ready(): Promise<this> {
    return this.#store.ready.then(() => this);
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
    this.#store.subscribe(selector, callback, options?.signal);
  }

  /**
   * Moves the agent over to the other region. Contacts of the present one are left, and the agent goes offline there.
   * @param options `soft`: calls are brought to their end first.
   * @throws StateError while there are not two regions.
   */
  failover({ soft = false }: { soft?: boolean } = {}): void {
    this.#present.pair.failover(soft);
  }

  /**
   * Saves one log file for each region.
   * @param options as those of `connect.getLog().download()`.
   * @throws StateError while there are not two regions.
   */
  downloadLogs(options?: LogDownloadOptions): void {
    this.#present.pair.downloadLogs(options);
  }

  /**
   * Opens the sign-in window, one for both; to be called from a click, or the browser may refuse it.
   * @throws StateError while there are not two regions.
   */
  login(): void {
    this.#present.login();
  }

  /**
   * Signs the agent out of both regions, in every tab.
   * @returns settles when the session has ended; rejects with what is in the way.
   */
  async logout(): Promise<void> {
    await this.#present.logout();
  }

  /** Loads the panel of the region where the agent works anew, now. */
  retry(): void {
    this.#active?.retry();
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
   * Shows the panel of a headless region, with the focus in it, until a contact is over.
   * @param contactId id of the contact, which is selected.
   * @returns settles when the panel is no longer shown.
   */
  async showPanel(contactId: string): Promise<void> {
    await this.#active?.showPanel?.(contactId);
  }

  /**
   * Carries a request out in the region where the agent works, at most once for each event object.
   * @param request any request event.
   * @returns the last phase; never rejects.
   */
  perform(request: ConnectRequestEvent): Promise<CommandPhase> {
    return this.#active?.perform(request) ?? Promise.resolve('failed');
  }

  /**
   * Makes a request of the page's own: dispatches it here, and carries it out unless somebody prevents it.
   * @param request any request event.
   * @returns the last phase, or null if it was prevented.
   */
  async request(request: ConnectRequestEvent): Promise<CommandPhase | null> {
    return this.dispatchEvent(request) ? this.perform(request) : null;
  }

  /** Ends both panels and drops every subscription made on their `connect`. */
  terminate(): void {
    for (const region of this.regions) region.terminate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#connection = new AbortController());
    signal.addEventListener(
      'abort',
      watchHosts(() => this.isConnected && this.#set?.resolve()),
    );
    // The parser may not have come to the regions yet.
    document.addEventListener('DOMContentLoaded', () => this.#set?.complain(), { signal });
    addHost(this);
    this.#load(signal);
  }

  /**
   * Its being there keeps the panels when the element is moved by `moveBefore`.
   * @ignore
   */
  connectedMoveCallback(): void {
    this.#words?.hostConnected();
    announceHosts();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'id' && this.isConnected) announceHosts();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.abort();
    this.#set?.release();
    removeHost(this);
  }

  /**
   * Looks for its regions by itself, whenever any element would.
   * @ignore
   */
  hostsChanged(): void {}

  /** What is up to date has looked for its regions. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#loading;
    return super.getUpdateComplete();
  }

  protected override updated(): void {
    if (this.isConnected) this.#set?.resolve();
  }

  protected override render(): unknown {
    const [words, tone] = this.#notice;
    const text = this.#words ? words(this.#words.terms.globalCcp) : this.state.error?.message;
    const isSeen = text && (tone || !this.headless);
    return html`
      <p class="notice ${tone} ${isSeen ? '' : 'unseen'}" part="notice" role="status">${text}</p>
      <slot></slot>
    `;
  }

  /** Fetches what leads the regions, which wait for it. */
  #load(signal: AbortSignal): void {
    if (this.#set) return;
    this.#loading = import('./global-ccp/region-set.js').then(
      (module) => void (signal.aborted || this.#lead(module)),
      () => void (signal.aborted || this.#complain(signal)),
    );
  }

  #lead({ RegionSet, enGlobalCcp }: typeof import('./global-ccp/region-set.js')): void {
    const words = (this.#words = this.localize((formats) => ({ dir: 'ltr', globalCcp: enGlobalCcp(formats) })));
    this.#set = new RegionSet(this, {
      wishes: () => ({ htmlFor: this.htmlFor, loginUrl: this.loginUrl, polls: !this.withoutPolling }),
      terms: () => words.terms.globalCcp,
      follow: (region) => this.#follow(region),
      wrong: (problem) => this.#wrong(problem),
      pending: () => this.#pending(),
      complete: () => this.#complete(),
    });
    this.#set.resolve();
  }

  #complain(signal: AbortSignal): void {
    window.addEventListener('online', () => this.#load(signal), { once: true, signal });
    this.#store.fail({ code: NOT_LOADED, message: notLoaded(this) });
    this.requestUpdate();
  }

  get #present(): RegionCoordinator {
    const { coordinator, problem } = this.#set ?? {};
    if (!coordinator) throw new StateError('%s', problem ?? 'There are no two regions yet.');
    return coordinator;
  }

  #wrong(problem: string): void {
    this.#setNotice(() => problem, 'wrong');
    this.#store.fail({ code: 'bad-regions', message: problem });
  }

  /** Stands for a region from now on, or for none. */
  #follow(region: RegionHost | undefined): void {
    this.#following?.abort();
    this.#active = region;
    this.#repeatCommands();
    this.#setNotice((terms) => (region ? terms.region(region.region) : ''), '');
    if (!region) return this.#store.reset('idle');
    const { signal } = (this.#following = new AbortController());
    const mirror = (state: HostState): void => this.#store.mirror(withChanges(state, { region: region.region }));
    region.subscribe((state) => state, mirror, { signal });
    region.addEventListener('connect-error', ({ error }) => this.dispatchEvent(new ConnectErrorEvent(error)), {
      signal,
    });
  }

  /** What was begun in a region has its end here, though the agent may have left it since. */
  #repeatCommands(): void {
    this.#listening?.abort();
    const { signal } = (this.#listening = new AbortController());
    for (const region of this.regions) {
      const repeat = (event: ConnectCommandEvent): void => {
        if (region === this.#active || event.phase !== 'pending') this.dispatchEvent(new ConnectCommandEvent(event));
      };
      region.addEventListener('connect-command', repeat, { signal });
    }
  }

  #pending(): void {
    const { active, standby } = this.#present;
    this.#setNotice((terms) => terms.pending(standby.region), 'pending');
    this.dispatchEvent(new ConnectFailoverPendingEvent(active.region, standby.region));
  }

  #complete(): void {
    const { active, standby } = this.#present;
    const root = standby.getRootNode() as Document | ShadowRoot;
    const hadFocus = root.activeElement === standby;
    this.#follow(active);
    const isReady = isRoutable(this.state);
    this.#setNotice((terms) => terms.complete(active.region, isReady), 'news');
    // What had the focus is out of sight now.
    if (hadFocus) void active.updateComplete.then(() => active.connect.core.getFrame()?.focus());
    this.dispatchEvent(new ConnectFailoverCompleteEvent(active.region));
  }

  #setNotice(words: (terms: GlobalCcpTerms) => string, tone: Tone): void {
    this.#notice = [words, tone];
    this.requestUpdate();
  }

  #stateChanged(): void {
    const { status } = this;
    this.setCustomState(status, this.#shownStatus);
    this.#shownStatus = status;
    // The agent has done what the notice asks for.
    if (this.#notice[1] === 'news' && isRoutable(this.state)) {
      const region = this.activeRegion!;
      this.#setNotice((terms) => terms.region(region), '');
    }
  }
}
