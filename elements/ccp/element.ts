// <connect-ccp>: embeds a CCP, shows where it stands, and publishes what it reports. Registers nothing.
import '../page/lit-marks.js';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import {
  type CcpStatus,
  type Connect,
  type Diagnosis,
  type InitCcpOptions,
  logout,
  type LoginMode,
  type ReloadOptions,
} from '../../src/index.js';
import { AudioWatch } from './audio-watch.js';
import { isInside } from '../host/binding.js';
import { CommandRunner } from '../commands/runner.js';
import type { CommandScope } from '../commands/target.js';
import { commandFor, needsNoAgent, verbsOf } from '../verbs/index.js';
import { PlainButtons } from '../verbs/plain-buttons.js';
import { DoctorCall } from './doctor-call.js';
import { HostElement } from '../host/host-element.js';
import { Alerts } from '../alerts/alerts.js';
import { announceHosts, isDuplicate, type RegisteredHost, removeHost } from '../host/registry.js';
import type { ContactSituation } from '../host/situation.js';
import { type ContactVerb, type HostError, SIGN_IN_STATUSES } from '../host/state.js';
import { PageRinger } from './page-ringer.js';
import { Panel } from './panel.js';
import { PanelLayer } from './panel-layer.js';
import { PanelVisits } from './panel-visits.js';
import { COORDINATOR_TAG, type RegionLead } from '../host/region-lead.js';
import { initOptions } from './init-options.js';
import { PageSound, takesCallsInPage } from './page-sound.js';
import { ReloadQuestion } from './reload-question.js';
import { statusBox } from './status-box.js';
import { ccpStyles } from './styles.js';
import type { CommandPhase } from '../host/events.js';
import { enCcp } from './en.js';
import type { ConnectRequestEvent } from '../host/requests.js';
import type { RingerChannels } from '../ringer/settings.js';

/**
 * Embeds an Amazon Connect contact control panel and publishes the agent and their contacts.
 *
 * @element connect-ccp
 * @slot idle - shown while there is no address
 * @slot loading - shown until the panel has answered
 * @slot signed-out - shown when nothing came in time, most likely because nobody is signed in
 * @slot popup-open - shown while the sign-in window is open
 * @slot popup-blocked - shown when the browser did not let it open
 * @slot storage-access-needed - shown when the browser keeps the panel from its cookies
 * @slot stale - shown when the panel has stopped answering
 * @slot expired - shown when the session has ended
 * @slot denied - shown when the agent may not use the panel
 * @slot unreachable - shown when the panel's page does not load
 * @slot duplicate - shown when another element shows the same panel
 * @slot terminated - shown when the page has ended the panel
 * @slot warning - shown above a panel that is ready while something is wrong, such as the microphone
 * @fires {ConnectReadyEvent} connect-ready - the panel answers and the agent's data are there
 * @fires {ConnectStatusChangeEvent} connect-status-change - the status has changed
 * @fires {ConnectAgentChangeEvent} connect-agent-change - the agent's name, state or choice of states has changed
 * @fires {ConnectContactAddedEvent} connect-contact-added - the agent has a new contact
 * @fires {ConnectContactChangeEvent} connect-contact-change - something about a contact has changed
 * @fires {ConnectContactRemovedEvent} connect-contact-removed - a contact is gone
 * @fires {ConnectRingingEvent} connect-ringing - a contact asks for the agent
 * @fires {ConnectSessionExpiringEvent} connect-session-expiring - the agent will be signed out for want of activity; cancelable: the page has its own words
 * @fires {ConnectCommandEvent} connect-command - a command is pending, confirmed, unconfirmed or failed
 * @fires {ConnectErrorEvent} connect-error - something is wrong that can be mended
 * @csspart frame - the box of the panel's frame
 * @csspart status - the box that says where the panel stands, or warns
 * @csspart progress - what turns while the panel loads
 * @csspart title - the first line of that box
 * @csspart text - what follows it
 * @csspart button - each button; `go` and `stay` too, the answers to the question
 * @csspart layer - the line above a headless panel that is shown, with the button `hide-panel`
 * @csspart question - the question before a panel with a live call is loaded again
 * @csspart audio - where the other side is heard, with `softphone="page"`; never seen
 * @csspart doctor - what the doctor has to say
 * @csspart doctor-report - the doctor's report as text
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
 * @cssstate panel-shown - headless, but shown for a contact, above the page
 * @cssstate audio-here - this tab has the sound of calls
 * @cssstate audio-elsewhere - another tab has it
 * @cssstate audio-nobody - no tab has it
 * @cssstate audio-lost - this tab has got it in mid-call: the sound of that call is most likely gone
 * @cssstate audio-unknown - the panel has not said which tab has it
 * @cssstate standby - one of two regions, and not the one where the agent works: loaded, but neither seen nor reached
 * @cssstate rtl - its text runs from right to left
 */
export class ConnectCcpElement extends HostElement implements RegisteredHost {
  static override readonly tagName: string = 'connect-ccp';

  static override styles: CSSResultGroup = [HostElement.styles, ccpStyles];

  static override properties: PropertyDeclarations = {
    ccpUrl: { attribute: 'ccp-url' },
    instanceUrl: { attribute: 'instance-url' },
    region: {},
    instanceArn: { attribute: 'instance-arn' },
    loginUrl: { attribute: 'login-url' },
    loginMode: { attribute: 'login-mode' },
    loginAutoClose: { attribute: 'login-auto-close', type: Boolean },
    softphone: {},
    withoutSoftphone: { attribute: 'without-softphone', type: Boolean },
    withoutRingtone: { attribute: 'without-ringtone', type: Boolean },
    ringtoneUrl: { attribute: 'ringtone-url' },
    alerts: {},
    ringer: { type: Boolean },
    ringerUrl: { attribute: 'ringer-url' },
    ringerVolume: { attribute: 'ringer-volume', type: Number },
    ringerDevice: { attribute: 'ringer-device' },
    ringerChannels: { attribute: false },
    headless: { type: Boolean, reflect: true },
    keepAlive: { attribute: 'keep-alive', type: Boolean },
    managed: { type: Boolean },
    loadTimeout: { attribute: 'load-timeout', type: Number },
    ackTimeout: { attribute: 'ack-timeout', type: Number },
    synTimeout: { attribute: 'syn-timeout', type: Number },
    options: { attribute: false },
  };

  /** Address of the CCP page, or of a sign-in page that redirects to it. */
  declare ccpUrl: string;
  /** The CCP's own address, where `ccpUrl` redirects to it. */
  declare instanceUrl: string | undefined;
  /** AWS region of the instance; needed for chat. */
  declare region: string | undefined;
  /** ARN of the instance, for two regions. */
  declare instanceArn: string | undefined;
  /** Address that the sign-in window opens, in place of `ccpUrl`. */
  declare loginUrl: string | undefined;
  /** `manual`: a button opens the sign-in window; `auto`: it opens by itself; `none`: it does not open. */
  declare loginMode: LoginMode | undefined;
  /** Closes the sign-in window once the agent is signed in. */
  declare loginAutoClose: boolean;
  /**
   * Where calls are taken: `page` has the page itself take them, so that their sound outlives the panel's frame; anything else, and
   * nothing, the frame.
   */
  declare softphone: 'page' | 'frame' | undefined;
  /** Calls are taken neither in the frame nor in the page. */
  declare withoutSoftphone: boolean;
  /** The CCP does not ring. */
  declare withoutRingtone: boolean;
  /** Address of a sound for the CCP to ring with. */
  declare ringtoneUrl: string | undefined;
  /** What tells of a contact that rings or is unread: names of `title`, `badge`, `notification`; empty for nothing. */
  declare alerts: string;
  /** The page rings, and the CCP does not: for every channel, in one tab at a time. */
  declare ringer: boolean;
  /** Address of a sound for the page to ring with, in place of the one that it makes. */
  declare ringerUrl: string | undefined;
  /** How loud the page rings, from 0 to 1. */
  declare ringerVolume: number | undefined;
  /** Id of the output device that the page rings on, where the browser lets pages choose. */
  declare ringerDevice: string | undefined;
  /** `url`, `volume` and `device` of single channels, in place of the above: `{ chat: { volume: 0.3 } }`. */
  declare ringerChannels: RingerChannels | undefined;
  /** The panel is loaded and allowed everything, but neither shown nor reached by the keyboard. */
  declare headless: boolean;
  /**
   * With `headless`: the panel and its call outlive the element. The next one with the same `ccpUrl` takes them over; `terminate()`
   * ends them.
   */
  declare keepAlive: boolean;
  /** Waits for the `<connect-global-ccp>` that names it. Inside of one it does so without this attribute. */
  declare managed: boolean;
  /** Milliseconds to wait for the first answer, and between attempts. */
  declare loadTimeout: number | undefined;
  /** Milliseconds to wait for each later answer. */
  declare ackTimeout: number | undefined;
  /** Milliseconds between an answer and the next question whether the panel is still there. */
  declare synTimeout: number | undefined;
  /** Any further option of `connect.core.initCCP`. */
  declare options: InitCcpOptions | undefined;

  readonly #words = this.localize(enCcp);
  readonly #runner = new CommandRunner(this, { commandFor, needsNoAgent });
  readonly #doctor = new DoctorCall(this, this.store, () => this.#words.terms);
  readonly #visits = new PanelVisits(this.store, () => this.#panelChanged());
  readonly #layer = new PanelLayer(this, () => this.hidePanel());
  readonly #sound = new PageSound(this, this.store, () => this.#panel.callChanged());
  readonly #panel = new Panel(this, {
    store: this.store,
    lead: () => this.#lead,
    isManaged: () => this.#isManaged,
    options: () => this.#initOptions(),
    prepare: (connect) => this.#sound.prepare(connect),
    wouldCutSound: (connect) => this.#sound.wouldCut(connect),
    terms: () => this.#words.terms,
  });
  readonly #ringer = new PageRinger(
    this,
    {
      store: this.store,
      mayRing: () => !this.#isStandby && this.#audioOwner !== 'elsewhere',
      words: () => this.#words.terms.hostErrors,
    },
    () => this.isConnected && this.#panel.settingsChanged(),
  );
  readonly #question = new ReloadQuestion(this, {
    isNeeded: () => this.status !== 'ready' && this.#panel.carriesCall,
    terms: () => this.#words.terms.reload,
    reload: () => this.retry({ force: true }),
  });
  #audioOwner = '';
  /** The coordinator of two regions, of which this is one. */
  #lead: RegionLead | null = null;
  /** The warning that the agent has read. */
  #dismissed: HostError | null = null;

  constructor() {
    super();
    this.addController(new PlainButtons(this));
    new Alerts(this, { store: this.store, mayAlert: () => !this.#isStandby });
    this.ccpUrl = '';
    this.alerts = 'title';
    this.loginAutoClose = this.withoutSoftphone = this.withoutRingtone = this.ringer = false;
    this.headless = this.keepAlive = this.managed = false;
    let before = this.status;
    this.store.subscribe(
      (state) => state,
      ({ status }) => {
        this.#followState(before);
        before = status;
      },
      undefined,
    );
    new AudioWatch({
      store: this.store,
      connect: () => this.connect,
      takesCalls: () =>
        takesCallsInPage(this) || (this.options?.softphone?.allowFramedSoftphone ?? !this.withoutSoftphone),
      words: () => this.#words.terms.hostErrors,
      followOwner: (...watch) => this.#panel.followOwner(...watch),
      ownerChanged: ({ owner, previous }) => {
        this.setCustomState(`audio-${owner}`, `audio-${previous}`);
        this.#audioOwner = owner;
        this.requestUpdate();
      },
    });
  }

  /**
   * The runtime of this host: that of a kept panel which it has taken over; else the page's default one for the page's first host,
   * and one of its own for each other host.
   */
  get connect(): Connect {
    return this.#panel.connect;
  }

  /**
   * False for one of two regions, or while another host shows the same panel: siblings take it only by name.
   * @ignore
   */
  get isCandidate(): boolean {
    // One that runs is what its siblings show, also while a changed setting waits for the end of its call.
    return !this.#lead && (this.#panel.isRunning || (!this.#isManaged && !isDuplicate(this)));
  }

  /** Opens the sign-in window; to be called from a click, or the browser may refuse it. */
  login(): void {
    if (this.#lead) this.#lead.login();
    else if (this.#panel.isRunning) this.connect.core.login();
    else this.#panel.start();
  }

  /**
   * Signs the agent out, in every tab.
   * @returns settles when the session has ended; rejects with what is in the way.
   */
  logout(): Promise<void> {
    return this.#lead?.logout() ?? logout(this.connect);
  }

  /**
   * Loads the panel anew, now. A live call keeps it, which is told by `connect-error` with the code `waits-for-call`.
   * @param options `force`: true loads it even if that cuts a live call off.
   * @returns true if the panel is being loaded.
   */
  retry({ force = false }: ReloadOptions = {}): boolean {
    return this.#panel.reload(force);
  }

  /**
   * Looks into why the panel does not answer. That is done by itself, once for each attempt, and told by `connect-error`.
   * @returns what was found, likeliest first; rejects if the module for it cannot be loaded.
   */
  diagnose(): Promise<Diagnosis> {
    return this.#doctor.examine();
  }

  /**
   * Shows the panel of a headless host above the page, with the focus in it, until a contact is over, Escape or its button closes it,
   * or `hidePanel()` does.
   * @param contactId id of the contact, which is selected.
   * @returns settles when the panel is no longer shown.
   * @throws StateError while no panel is loaded.
   */
  async showPanel(contactId: string): Promise<void> {
    this.selectContact(contactId);
    const isDone = this.#visits.during(contactId);
    await this.updateComplete;
    // Keys that are pressed in the frame come to no page: Escape is heard from the button, which is the first thing in the layer.
    const button = this.renderRoot.querySelector<HTMLElement>('.layer button');
    if (button) button.focus();
    else this.connect.core.getFrame()?.focus();
    await isDone;
    await this.updateComplete;
  }

  /** Closes the panel of a headless host that is shown above the page. */
  hidePanel(): void {
    this.#visits.close();
  }

  /**
   * Carries a request out, at most once for each event object. A page that has stopped a request to ask the agent goes on
   * with this.
   * @param request any request event.
   * @returns the last phase; never rejects.
   */
  perform(request: ConnectRequestEvent): Promise<CommandPhase> {
    return this.#runner.perform(request, this.#scope);
  }

  /** Ends the panel and drops every subscription made on `connect`. */
  terminate(): void {
    this.connect.core.terminate();
  }

  /**
   * Makes it one of two regions, or with null a host of its own again. Called by the coordinator.
   * @param lead the coordinator; the present one again if another region has become the active one.
   * @ignore
   */
  manage(lead: RegionLead | null): void {
    const isOther = lead !== this.#lead;
    this.#lead = lead;
    this.#showPlace();
    // With the same options a running CCP is left alone.
    if (isOther && this.hasUpdated && this.isConnected) this.#panel.settingsChanged();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#panel.inserted();
  }

  /**
   * Its being there keeps the panel and its call alive when the element is moved by `moveBefore`.
   * @ignore
   */
  connectedMoveCallback(): void {
    this.#words.hostConnected();
    announceHosts();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#layer.show(false);
    this.#panel.removed();
    this.manage(null);
    removeHost(this);
  }

  /** @ignore */
  hostsChanged(): void {
    if (this.status === 'duplicate' && !isDuplicate(this)) this.#panel.start();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { frame } = this.#panel;
    // The language may have changed since the frame was made.
    if (frame) frame.title = this.options?.iframeTitle || this.#words.terms.frameTitle;
    this.#ringer.updated(changed.has('ringer'));
    this.#layer.show(this.#isLayer && this.isConnected);
    this.#panel.place(this.#isPanelVisible && (!this.headless || this.#visits.isShown));
    this.#panel.updated(changed);
  }

  protected override render(): unknown {
    const { status } = this;
    const panelVisible = this.#isPanelVisible;
    return html`
      ${
        this.#isLayer
          ? html`<div class="layer" part="layer">
              <button type="button" class="quiet" part="button hide-panel" @click=${() => this.hidePanel()}>
                ${this.#words.terms.hidePanel}
              </button>
            </div>`
          : nothing
      }
      <div class="frame" part="frame" ?inert=${!panelVisible || (this.headless && !this.#visits.isShown)}></div>
      ${takesCallsInPage(this) ? html`<audio part="audio" hidden></audio>` : nothing}
      ${panelVisible && status === 'loading' ? nothing : this.#statusBox(status, panelVisible)}
    `;
  }

  /** True while the panel of a headless host is shown above the page. */
  get #isLayer(): boolean {
    return this.headless && this.#visits.isShown;
  }

  get #isPanelVisible(): boolean {
    return !this.#isStandby && this.#panel.isWorthSeeing(this.status);
  }

  #statusBox(status: CcpStatus, isBanner: boolean) {
    const { error } = this.state;
    if (this.#isStandby || (status === 'ready' && error === this.#dismissed)) return nothing;
    return statusBox({
      status,
      error,
      isBanner,
      isWaiting: status === 'idle' && this.#isManaged,
      terms: this.#words.terms,
      report: this.#doctor.view,
      question: this.#question.view,
      act: () => this.#act(),
      // The panel under the warning is needed for chats and tasks all the same.
      dismiss: () => {
        this.#dismissed = this.state.error;
        this.requestUpdate();
      },
    });
  }

  /** What the button in the box does. */
  #act(): void {
    if (SIGN_IN_STATUSES.includes(this.status)) this.login();
    else if (this.#panel.carriesCall) this.#question.ask();
    else this.retry();
  }

  /** What commands work with, as it stands. */
  get #scope(): CommandScope {
    return {
      connect: this.connect,
      store: this.store,
      terms: this.#words.terms.commands,
      openMiniPanel: () => this.openMiniPanel(),
      login: () => this.login(),
      logout: () => this.logout(),
      ringOn: (deviceId) => this.#ringer.ringOn(deviceId),
    };
  }

  protected override verbsOf(situation: ContactSituation): readonly ContactVerb[] {
    return verbsOf(situation);
  }

  #followState(before: CcpStatus): void {
    const { status } = this;
    this.#showPlace();
    this.#panel.callChanged();
    if (status !== before && (status === 'duplicate' || before === 'duplicate')) announceHosts();
  }

  #panelChanged(): void {
    const [now, before] = this.#visits.isShown ? ['panel-shown', 'panel-hidden'] : ['panel-hidden', 'panel-shown'];
    this.setCustomState(now, before);
    this.requestUpdate();
  }

  /** True if it does not start by itself. */
  get #isManaged(): boolean {
    return this.managed || isInside(this, COORDINATOR_TAG);
  }

  /** True for a standby region, which is hidden, unless the agent has to be asked for its cookies: that takes a click in it. */
  get #isStandby(): boolean {
    return this.#lead !== null && !this.#lead.isActive(this) && this.status !== 'storage-access-needed';
  }

  #showPlace(): void {
    const [now, before] = this.#isStandby ? ['standby', 'serving'] : ['serving', 'standby'];
    this.setCustomState(now, before);
    this.requestUpdate();
  }

  #initOptions(): InitCcpOptions {
    const asRegion = this.#lead?.optionsFor(this);
    return initOptions(this, { iframeTitle: this.#words.terms.frameTitle, ...asRegion }, this.#ringer.rings);
  }
}
