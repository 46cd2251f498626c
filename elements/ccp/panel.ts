// The panel of a <connect-ccp> as it comes and goes: the runtime that it runs on, when it is loaded, left to the next element,
// taken over, and ended.
import {
  type CcpStatus,
  connect as pageConnect,
  type Connect,
  createConnect,
  type InitCcpOptions,
  watchAudioOwner,
} from '../../src/index.js';
import type { RegionLead } from '../host/region-lead.js';
import {
  addHost,
  announceHosts,
  claimDefaultRuntime,
  hostChanged,
  isDuplicate,
  type RegisteredHost,
} from '../host/registry.js';
import type { HostStore } from '../host/store.js';
import { withNewestFunctions } from './content.js';
import { STARTING_PROPERTIES } from './init-options.js';
import type { FollowOwner, KeptPanel } from './kept-ccps.js';
import { PanelKeeper } from './panel-keeper.js';
import { PanelSettings } from './settings.js';
import type { CcpTerms } from './terms.js';

/** Statuses in which a panel, if it has answered before, is still worth seeing. */
const PANEL_VISIBLE: readonly CcpStatus[] = ['ready', 'loading', 'stale', 'expired', 'storage-access-needed'];

/** The element that shows the panel. */
export interface PanelElement extends RegisteredHost {
  readonly headless: boolean;
  keepAlive: boolean;
  readonly region: string | undefined;
  readonly hasUpdated: boolean;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What a panel needs of its element. */
export interface PanelNeeds {
  readonly store: HostStore;
  /** The coordinator of two regions, of which this is one. */
  lead(): RegionLead | null;
  /** True if the panel does not start by itself. */
  isManaged(): boolean;
  /** What it is to be loaded with now. */
  options(): InitCcpOptions;
  /** True if the settings as they are now would end the sound of a call that the page has taken. */
  wouldCutSound(connect: Connect): boolean;
  /** Makes a runtime ready for a panel that is about to be loaded. */
  prepare(connect: Connect): void;
  terms(): CcpTerms;
}

/** The panel of one element. */
export class Panel {
  readonly #element: PanelElement;
  readonly #needs: PanelNeeds;
  readonly #keeper: PanelKeeper;
  readonly #settings: PanelSettings;
  #own: Connect | undefined;
  #isOwner = false;
  /** True from taking a panel over to the element's first update after it. */
  #isEarly = false;
  #isRunning = false;

  /**
   * @param element the element.
   * @param needs what is needed of it.
   */
  constructor(element: PanelElement, needs: PanelNeeds) {
    this.#element = element;
    this.#needs = needs;
    this.#keeper = new PanelKeeper(element, () => needs.lead() !== null);
    this.#settings = new PanelSettings({
      wanted: () => (this.#isToWait ? null : needs.options()),
      carriesCall: () => this.carriesCall || (this.#isRunning && needs.wouldCutSound(this.connect)),
      load: () => this.#load(),
      waiting: (names) => this.#waitsForCall(`Changed settings wait until the call is over: ${names.join(', ')}.`),
    });
  }

  /**
   * The runtime: that of a kept panel which has been taken over; else the page's default one for the page's first host, and one of
   * its own for each other host.
   */
  get connect(): Connect {
    if (this.#keeper.panel) return this.#keeper.panel.connect;
    return this.#isOwner ? pageConnect : (this.#own ??= createConnect());
  }

  /** True from being loaded, or taken over, to its end. */
  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** The panel's frame, while there is one. */
  get frame(): HTMLIFrameElement | null {
    return this.#isRunning ? this.connect.core.getFrame() : null;
  }

  /**
   * True if there is something to be seen in it: it has answered before, and may again.
   * @param status where it stands.
   */
  isWorthSeeing(status: CcpStatus): boolean {
    return PANEL_VISIBLE.includes(status) && this.#isRunning && this.connect.core.hasAnswered();
  }

  /** True while a new frame would cut a live call off. */
  get carriesCall(): boolean {
    return this.#isRunning && this.connect.core.carriesCall();
  }

  /** Follows who has the sound of calls. */
  get followOwner(): FollowOwner {
    return this.#keeper.panel?.followOwner ?? watchAudioOwner;
  }

  /** To be called when the element has been inserted. */
  inserted(): void {
    const { hasUpdated } = this.#element;
    this.#keeper.forget(); // a panel that it has left belongs to it no more
    addHost(this.#element);
    // A host whose own runtime may be in use by the page keeps that one.
    this.#isOwner =
      !this.#own &&
      !this.#needs.isManaged() &&
      pageConnect.core.getStatus() === 'idle' &&
      claimDefaultRuntime(this.#element);
    // The first update starts the panel; a host that is inserted again has had it already, and a panel that is kept runs.
    if (hasUpdated || this.#keeper.waiting) this.start();
    this.#isEarly = !hasUpdated && this.#isRunning;
  }

  /** To be called when the element has been removed: the panel ends, or is kept for the next element. */
  removed(): void {
    if (this.#isRunning && this.#keeper.leave()) this.#rest();
    else this.#stop();
    this.#isOwner = false;
  }

  /**
   * To be called when the element has been updated.
   * @param changed the properties that have changed.
   */
  updated(changed: ReadonlyMap<PropertyKey, unknown>): void {
    const isEarly = this.#isEarly;
    this.#isEarly = false;
    const isAboutStart = !this.#settings.haveBegun || STARTING_PROPERTIES.some((name) => changed.has(name));
    if (!this.#element.isConnected || !isAboutStart) return;
    if (isEarly) this.#settings.applied();
    else this.#settings.look();
    if (changed.has('ccpUrl') || this.#needs.lead()) hostChanged(this.#element);
  }

  /**
   * The frame of a kept panel is elsewhere in the document: it is positioned over the element's box.
   * @param isShown whether it is to be seen.
   */
  place(isShown: boolean): void {
    if (!this.#isRunning) return;
    const [box, banner] = ['.frame', '.banner, .layer'].map((name) => this.#element.renderRoot.querySelector(name));
    this.#keeper.panel?.place(isShown ? box : null, banner);
  }

  /** To be called when settings may say something else than before. */
  settingsChanged(): void {
    this.#settings.look();
  }

  /** To be called when a call may be over. */
  callChanged(): void {
    this.#settings.callChanged();
  }

  /** Loads the panel unless it runs, or is to wait. */
  start(): void {
    const { store, terms } = this.#needs;
    if (this.#isRunning || !this.#element.isConnected) return;
    this.#settings.applied();
    if (this.#isToWait) return;
    if (!this.#element.ccpUrl) {
      store.fail({ code: 'no-ccp-url', message: terms().status.idle.text });
      return;
    }
    const { waiting } = this.#keeper;
    if (isDuplicate(this.#element) || waiting?.isTaken) {
      store.setStatus('duplicate');
      return;
    }
    if (waiting) this.#takeOver(waiting);
    else if (this.#keeper.isReady(() => this.start())) this.#embed();
  }

  /**
   * Loads the panel anew.
   * @param force true does so even if that cuts a live call off.
   * @returns true if it is being loaded.
   */
  reload(force: boolean): boolean {
    if (!this.#isRunning) {
      this.start();
      return this.#isRunning;
    }
    if (this.carriesCall && !force) {
      this.#waitsForCall('The panel was not loaded anew: that would cut the call off.');
      return false;
    }
    if (this.#settings.areWaiting) this.#load();
    else this.connect.core.retry({ force });
    this.#needs.store.setStatus(this.connect.core.getStatus()); // what the doctor has found is over
    return true;
  }

  /** True while it waits for the coordinator of two regions. */
  get #isToWait(): boolean {
    return this.#needs.isManaged() && !this.#needs.lead();
  }

  #waitsForCall(message: string): void {
    const way = 'To load the panel at once, and lose the call, call retry({ force: true }).';
    this.#needs.store.report({ code: 'waits-for-call', message: `${message} ${way}` });
  }

  /** Loads the panel with the settings as they are now. */
  #load(): void {
    this.#stop();
    if (this.#needs.isManaged()) this.#isOwner = false;
    this.start();
    announceHosts();
  }

  #embed(): void {
    const { connect } = this;
    const { store, lead } = this.#needs;
    let options: InitCcpOptions;
    try {
      const wanted = this.#needs.options();
      const { provider, plugins } = wanted;
      // Which provider and which plugins they are counts: each plugin is called once, and a provider keeps what is its own.
      options = { ...withNewestFunctions(wanted, () => this.#needs.options()), provider, plugins };
    } catch (error) {
      return this.#refuse(error);
    }
    this.#isRunning = true;
    lead()?.begins();
    this.#follow(connect);
    this.#keeper.hold(connect, options);
    const { panel } = this.#keeper;
    try {
      this.#needs.prepare(connect);
      connect.core.initCCP(panel?.container ?? this.#element.renderRoot.querySelector('.frame')!, options);
    } catch (error) {
      panel?.end();
      this.#keeper.forget();
      this.#isRunning = false;
      store.unfollow();
      this.#refuse(error);
    }
  }

  /** The settings cannot be taken: says why. */
  #refuse(error: unknown): void {
    this.#needs.store.fail({ code: 'bad-option', message: error instanceof Error ? error.message : String(error) });
  }

  /** Takes over a kept panel, whose element was removed. */
  #takeOver(panel: KeptPanel): void {
    const { connect } = panel;
    this.#isRunning = true;
    this.#keeper.take(panel, this.#needs.options());
    if (connect === pageConnect) this.#isOwner = claimDefaultRuntime(this.#element);
    else this.#own = connect;
    this.#follow(connect);
    this.#needs.store.resume(connect, panel.selectedContactId);
  }

  #follow(connect: Connect): void {
    this.#needs.store.follow(connect, this.#element.region ?? null, () => this.#ended());
  }

  #stop(): void {
    if (this.#isRunning) {
      this.#needs.store.unfollow();
      this.connect.core.stopCCP();
      this.#keeper.forget();
    }
    this.#rest();
  }

  /** Lets go of the panel, which is kept for the next element or has been stopped. */
  #rest(): void {
    if (this.#keeper.panel) this.#own = undefined; // the runtime belongs to that
    this.#isRunning = false;
    this.#needs.store.unfollow();
    this.#needs.store.reset('idle');
  }

  /** The page has ended the runtime by itself. */
  #ended(): void {
    this.#settings.applied();
    this.#keeper.forget();
    this.#isRunning = false;
    this.#needs.store.unfollow();
    this.#needs.store.reset('terminated');
  }
}
