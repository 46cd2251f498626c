// <connect-ccp>: embeds a CCP, shows where it stands, and publishes what it reports. Registers nothing.
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import {
  type CcpStatus,
  connect as pageConnect,
  type Connect,
  createConnect,
  type InitCcpOptions,
  type LoginMode,
} from '../src/index.js';
import { ConnectElement } from './base/connect-element.js';
import { addHost, claimDefaultRuntime, isDuplicate, type RegisteredHost, removeHost } from './base/host-registry.js';
import type { HostState } from './base/host-state.js';
import { HostStore, type StateCallback, type StateSelector } from './base/host-store.js';
import { ccpStyles } from './connect-ccp-styles.js';
import type { ConnectHostEventMap } from './events.js';
import { en } from './lang/en.js';

/** Statuses in which a click opens the sign-in window. */
const SIGN_IN: readonly CcpStatus[] = ['signed-out', 'popup-open', 'popup-blocked', 'expired', 'storage-access-needed'];

/** Statuses in which the panel, if it has answered before, is still worth seeing. */
const PANEL_VISIBLE: readonly CcpStatus[] = ['ready', 'loading', 'stale', 'expired'];

/** Attributes that are read when the CCP starts: a change starts it anew. */
const SETTINGS = [
  'ccpUrl',
  'instanceUrl',
  'region',
  'instanceArn',
  'loginUrl',
  'loginMode',
  'loginAutoClose',
  'withoutSoftphone',
  'withoutRingtone',
  'ringtoneUrl',
  'loadTimeout',
  'ackTimeout',
  'synTimeout',
  'options',
] as const;

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
 * @fires connect-ready - the panel answers and the agent's data are there
 * @fires connect-status-change - the status has changed
 * @fires connect-agent-change - the agent's name, state or choice of states has changed
 * @fires connect-contact-added - the agent has a new contact
 * @fires connect-contact-change - something about a contact has changed
 * @fires connect-contact-removed - a contact is gone
 * @fires connect-ringing - a contact asks for the agent
 * @fires connect-error - something is wrong that can be mended
 * @csspart frame - the box of the panel's frame
 * @csspart status - the box that says where the panel stands
 * @cssprop [--connect-ccp-inline-size=100%] - width of the panel
 * @cssprop [--connect-ccp-block-size=600px] - height of the panel
 * @cssstate idle - and so on for each status
 */
export class ConnectCcpElement extends ConnectElement implements RegisteredHost {
  static override readonly tagName: string = 'connect-ccp';

  static override styles: CSSResultGroup = [ConnectElement.styles, ccpStyles];

  static override properties: PropertyDeclarations = {
    ccpUrl: { attribute: 'ccp-url' },
    instanceUrl: { attribute: 'instance-url' },
    region: {},
    instanceArn: { attribute: 'instance-arn' },
    loginUrl: { attribute: 'login-url' },
    loginMode: { attribute: 'login-mode' },
    loginAutoClose: { attribute: 'login-auto-close', type: Boolean },
    withoutSoftphone: { attribute: 'without-softphone', type: Boolean },
    withoutRingtone: { attribute: 'without-ringtone', type: Boolean },
    ringtoneUrl: { attribute: 'ringtone-url' },
    headless: { type: Boolean, reflect: true },
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
  /** Calls are not taken in the frame. */
  declare withoutSoftphone: boolean;
  /** The CCP does not ring. */
  declare withoutRingtone: boolean;
  /** Address of a sound for the CCP to ring with. */
  declare ringtoneUrl: string | undefined;
  /** The panel is loaded and allowed everything, but neither shown nor reached by the keyboard. */
  declare headless: boolean;
  /** Milliseconds to wait for the first answer, and between attempts. */
  declare loadTimeout: number | undefined;
  /** Milliseconds to wait for an answer later. */
  declare ackTimeout: number | undefined;
  /** Milliseconds between questions. */
  declare synTimeout: number | undefined;
  /** Any further option of `connect.core.initCCP`. */
  declare options: InitCcpOptions | undefined;

  readonly #store = new HostStore(this, () => this.#stateChanged());
  #own: Connect | undefined;
  #isOwner = false;
  #running = false;
  #shownStatus: CcpStatus = 'idle';

  constructor() {
    super();
    this.ccpUrl = '';
    this.loginAutoClose = this.withoutSoftphone = this.withoutRingtone = this.headless = false;
    this.setCustomState('idle', '');
  }

  /** The runtime that this host runs on: the page's default one for the page's first host, else one of its own. */
  get connect(): Connect {
    return this.#isOwner ? pageConnect : (this.#own ??= createConnect());
  }

  /** Everything that the host publishes, deeply frozen. */
  get state(): HostState {
    return this.#store.state;
  }

  /** Where the panel stands. */
  get status(): CcpStatus {
    return this.#store.state.status;
  }

  /** Settles when the panel answers and the agent's data are there. A new promise after each stop. */
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

  /** Opens the sign-in window; to be called from a click, or the browser may refuse it. */
  login(): void {
    if (this.#running) this.connect.core.login();
    else this.#start();
  }

  /** Loads the panel anew, now. */
  retry(): void {
    if (this.#running) this.connect.core.retry();
    else this.#start();
  }

  /**
   * Selects a contact, in the panel too.
   * @param contactId id of the contact.
   * @throws StateError while no panel is loaded.
   */
  selectContact(contactId: string): void {
    this.connect.core.viewContact(contactId);
  }

  /** Ends the panel and drops every subscription made on `connect`. */
  terminate(): void {
    this.connect.core.terminate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addHost(this);
    // One that has handed out a runtime of its own keeps it.
    this.#isOwner = !this.#own && pageConnect.core.getStatus() === 'idle' && claimDefaultRuntime(this);
    // The first update starts the panel; a host that is inserted again has had it already.
    if (this.hasUpdated) this.#start();
  }

  /** Its being there keeps the panel and its call alive when the element is moved by `moveBefore`. */
  connectedMoveCallback(): void {
    // Nothing to do: the frame has not been reloaded.
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
    removeHost(this);
    this.#isOwner = false;
  }

  hostsChanged(): void {
    if (this.status === 'duplicate' && !isDuplicate(this)) this.#start();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.isConnected || !SETTINGS.some((name) => changed.has(name))) return;
    this.#stop();
    this.#start();
  }

  protected override render() {
    const { status } = this;
    const panelVisible = PANEL_VISIBLE.includes(status) && this.#running && this.connect.core.hasAnswered();
    return html`
      <div class="frame" part="frame" ?inert=${!panelVisible || this.headless}></div>
      ${panelVisible && (status === 'ready' || status === 'loading') ? nothing : this.#statusBox(status, panelVisible)}
    `;
  }

  #statusBox(status: CcpStatus, banner: boolean) {
    if (status === 'ready') return nothing;
    const { heading, text, action } = en.status[status];
    const { error } = this.state;
    return html`
      <section class="status ${banner ? 'banner' : ''}" part="status" role="status">
        <slot name=${status}>
          ${status === 'loading' ? html`<div class="progress" aria-hidden="true"></div>` : nothing}
          <h2>${heading}</h2>
          <p class=${error ? 'error' : ''}>${error ? error.message : text}</p>
          ${action ? html`<button type="button" @click=${this.#act}>${action}</button>` : nothing}
        </slot>
      </section>
    `;
  }

  #act(): void {
    if (SIGN_IN.includes(this.status)) this.login();
    else this.retry();
  }

  #stateChanged(): void {
    this.setCustomState(this.status, this.#shownStatus);
    this.#shownStatus = this.status;
    this.requestUpdate();
  }

  #start(): void {
    if (this.#running || !this.isConnected) return;
    if (!this.ccpUrl) {
      this.#store.fail({ code: 'no-ccp-url', message: en.status.idle.text });
      return;
    }
    if (isDuplicate(this)) {
      this.#store.setStatus('duplicate');
      return;
    }
    const { connect } = this;
    this.#running = true;
    this.#store.follow(connect, this.region ?? null, () => this.#ended());
    try {
      connect.core.initCCP(this.renderRoot.querySelector('.frame')!, this.#initOptions());
    } catch (error) {
      this.#running = false;
      this.#store.unfollow();
      this.#store.fail({ code: 'bad-option', message: error instanceof Error ? error.message : String(error) });
    }
  }

  #stop(): void {
    if (this.#running) {
      this.#running = false;
      this.#store.unfollow();
      this.connect.core.stopCCP();
    }
    this.#store.reset('idle');
  }

  /** The page has ended the runtime by itself. */
  #ended(): void {
    this.#running = false;
    this.#store.unfollow();
    this.#store.reset('terminated');
  }

  #initOptions(): InitCcpOptions {
    const { options } = this;
    return {
      ccpUrl: this.ccpUrl,
      instanceUrl: this.instanceUrl,
      region: this.region,
      instanceArn: this.instanceArn,
      loginUrl: this.loginUrl,
      loginMode: this.loginMode ?? 'manual',
      loginPopupAutoClose: this.loginAutoClose,
      iframeTitle: en.frameTitle,
      ccpLoadTimeout: this.loadTimeout,
      ccpAckTimeout: this.ackTimeout,
      ccpSynTimeout: this.synTimeout,
      ...options,
      softphone: {
        allowFramedSoftphone: !this.withoutSoftphone,
        disableRingtone: this.withoutRingtone,
        ringtoneUrl: this.ringtoneUrl,
        ...options?.softphone,
      },
    };
  }
}

declare global {
  interface HTMLElementEventMap extends ConnectHostEventMap {}
}
