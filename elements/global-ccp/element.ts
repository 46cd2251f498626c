// <connect-global-ccp>: two regions of one agent as one host, which follows the region where they work. Registers nothing.
import '../page/lit-marks.js';
import { type CSSResultGroup, html, type PropertyDeclarations } from 'lit';
import {
  CommandErrorType,
  connect as pageConnect,
  type Connect,
  type ReloadOptions,
  StateError,
} from '../../src/index.js';
import type { LogDownloadOptions } from '../../src/log/logger.js';
import { refusal } from '../commands/command.js';
import { contactIdOf } from '../commands/request-fields.js';
import { HostElement } from '../host/host-element.js';
import type { ContactSituation } from '../host/situation.js';
import type { ContactVerb } from '../host/state.js';
import { addHost, announceHosts, type RegisteredHost, removeHost, watchHosts } from '../host/registry.js';
import type { RegionHost } from '../host/region-lead.js';
import { globalCcpStyles } from './styles.js';
import { type CommandPhase, ConnectCommandEvent } from '../host/events.js';
import type { RegionCoordinator } from './coordinator.js';
import { GlobalLead } from './lead.js';
import type { ConnectRequestEvent } from '../host/requests.js';
import { verbsOf } from '../verbs/index.js';
import { PlainButtons } from '../verbs/plain-buttons.js';

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
 * @fires {ConnectSessionExpiringEvent} connect-session-expiring - the agent will be signed out for want of activity; cancelable: the page has its own words
 * @fires {ConnectCommandEvent} connect-command - a command is pending, confirmed, unconfirmed or failed
 * @fires {ConnectErrorEvent} connect-error - something is wrong that can be mended
 * @csspart notice - the line that says where the agent works, and where they are being moved to; `notice-news`, `-pending` or
 *   `-wrong` too
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
 * @cssstate failover-pending - the agent will be moved to the other region when a call is over
 * @cssstate bad-regions - there are not two regions that belong together
 * @cssstate rtl - its text runs from right to left
 */
export class ConnectGlobalCcpElement extends HostElement implements RegisteredHost {
  static override readonly tagName: string = 'connect-global-ccp';

  static override styles: CSSResultGroup = [HostElement.styles, globalCcpStyles];

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

  readonly #lead = new GlobalLead(this, this.store, this.localize.bind(this), this.setCustomStates.bind(this));
  #connection: AbortController | undefined;

  constructor() {
    super();
    this.addController(new PlainButtons(this));
    this.withoutPolling = false;
    this.store.subscribe(
      (state) => state,
      () => this.#lead.stateChanged(),
      undefined,
    );
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
    return this.#lead.set.regions;
  }

  /** Name of the region where the agent works, or null while there is none. */
  get activeRegion(): string | null {
    return this.#lead.active?.region ?? null;
  }

  /** Name of the other region, or null while there is none. */
  get standbyRegion(): string | null {
    return this.#lead.set.coordinator?.standby.region ?? null;
  }

  /** The runtime of the region where the agent works; before there is one, the page's default runtime. */
  get connect(): Connect {
    return this.#lead.active?.connect ?? pageConnect;
  }

  /** True if its panel is not seen. */
  get headless(): boolean {
    return this.#lead.active?.headless ?? false;
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

  /**
   * Loads the panel of the region where the agent works anew, now. A live call keeps it, which is told by `connect-error` with the
   * code `waits-for-call`.
   * @param options `force`: true loads it even if that cuts a live call off.
   * @returns true if the panel is being loaded.
   */
  retry(options?: ReloadOptions): boolean {
    return this.#lead.active?.retry(options) === true;
  }

  /**
   * Shows the panel of a headless region, with the focus in it, until a contact is over.
   * @param contactId id of the contact, which is selected.
   * @returns settles when the panel is no longer shown.
   */
  async showPanel(contactId: string): Promise<void> {
    await this.#lead.active?.showPanel?.(contactId);
  }

  /**
   * Carries a request out in the region where the agent works, at most once for each event object.
   * @param request any request event.
   * @returns the last phase; never rejects.
   */
  perform(request: ConnectRequestEvent): Promise<CommandPhase> {
    return this.#lead.active?.perform(request) ?? this.#refuse(request);
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
      watchHosts(() => this.isConnected && this.#lead.set.resolve()),
    );
    // The parser may not have come to the regions yet.
    document.addEventListener('DOMContentLoaded', () => this.#lead.set.complain(), { signal });
    addHost(this);
    this.#lead.set.resolve();
  }

  /**
   * Its being there keeps the panels when the element is moved by `moveBefore`.
   * @ignore
   */
  connectedMoveCallback(): void {
    this.#lead.words.hostConnected();
    announceHosts();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.abort();
    this.#lead.set.release();
    removeHost(this);
  }

  /**
   * Nothing to do here: the element watches the registry, as siblings do.
   * @ignore
   */
  hostsChanged(): void {}

  protected override updated(): void {
    if (this.isConnected) this.#lead.set.resolve();
  }

  protected override willUpdate(): void {
    const tone = this.#lead.notice[1];
    this.setCustomStates(tone === 'pending' && 'failover-pending', tone === 'wrong' && 'bad-regions');
  }

  protected override render(): unknown {
    const [text, tone] = this.#lead.notice;
    const isSeen = text && (tone || !this.headless);
    return html`
      <p class="notice ${tone} ${isSeen ? '' : 'unseen'}" part="notice ${tone && `notice-${tone}`}" role="status">
        ${text}
      </p>
      <slot></slot>
    `;
  }

  /** There is no region that could carry a request out. */
  #refuse(request: ConnectRequestEvent): Promise<CommandPhase> {
    const operation = request.type.replace(/^connect-(.+)-request$/, '$1');
    const error = refusal(operation, this.#problem, CommandErrorType.NOT_CONNECTED);
    this.dispatchEvent(new ConnectCommandEvent({ operation, contactId: contactIdOf(request), phase: 'failed', error }));
    return Promise.resolve('failed');
  }

  /** Why there are no two regions. */
  get #problem(): string {
    return this.#lead.set.problem ?? 'There are no two regions yet.';
  }

  get #present(): RegionCoordinator {
    const { coordinator } = this.#lead.set;
    if (!coordinator) throw new StateError('%s', this.#problem);
    return coordinator;
  }

  protected override verbsOf(situation: ContactSituation): readonly ContactVerb[] {
    return verbsOf(situation);
  }
}
