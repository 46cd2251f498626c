// Rings in the page while a contact asks for the agent. Loaded when a host has `ringer`; its CCP is silent then.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nameOfContact } from '../host/contact.js';
import type { HostStore } from '../host/store.js';
import type { SharedTerms } from '../words/terms.js';
import { Recording } from './recording.js';
import { type Ring, ringFor, type RingerProperties, soundProblem } from './settings.js';
import { SilentAlert } from './silent-alert.js';
import { NOT_ALLOWED, type Sound } from './sound.js';
import { Tone } from './tone.js';
import { Turn } from '../page/turn.js';

/** A host that rings. */
export interface RingingHost extends RingerProperties, ReactiveControllerHost, Element {
  readonly ccpUrl: string;
}

/** What a ringer needs of its host. */
export interface RingerOptions {
  readonly store: HostStore;
  /** False while another tab, or the other region, rings for this agent. */
  mayRing(): boolean;
  /** The words for a browser that does not let the page ring. */
  words(): SharedTerms['hostErrors'];
}

/** Code of the error that is told while the browser does not let the page ring. */
const BLOCKED = 'sound-blocked';

/** Code of the error that is told while a chosen sound has an address that none can have. */
const BAD_OPTION = 'bad-option';

/** Events of a user gesture, after which browsers let a page play sounds. A click in the CCP's frame shows as `blur`. */
const GESTURES = ['click', 'keydown', 'blur', 'focus'] as const;

/** Name of the lock under which tabs ring by turns. */
const RINGING = 'connect-ringer';

/** Rings for one host, for as long as that lives. */
export class Ringer implements ReactiveController {
  readonly #host: RingingHost;
  readonly #needs: RingerOptions;
  /** Held by one tab for each agent, as long as it is open: else another would ring for a moment whenever the first one stops. */
  readonly #office = new Turn(() => this.#look());
  /** Held while a tab rings, so that no two ring at once, for whichever agents. */
  readonly #turn = new Turn(() => this.#look());
  readonly #alert = new SilentAlert();
  /** Addresses that cannot be played. */
  readonly #useless = new Set<string>();
  #tone: Tone | undefined;
  #sound: Sound | undefined;
  /** Address of the sound; empty for the tone. */
  #url = '';
  #gestures: AbortController | undefined;
  #isBlocked = false;
  /** What is wrong with the address of a chosen sound, in words. */
  #problem: string | null = null;
  /** The last contact for which a browser that had said no was asked again. */
  #askedFor: string | undefined;

  /**
   * @param host the host.
   * @param needs what is needed of it.
   */
  constructor(host: RingingHost, needs: RingerOptions) {
    this.#host = host;
    this.#needs = needs;
    host.addController(this);
    this.#complain();
    // At each change of the state, not after the next render: the ring ends the moment the contact no longer rings.
    needs.store.subscribe(
      (state) => state,
      () => this.#look(),
      undefined,
    );
  }

  hostUpdated(): void {
    this.#complain();
    this.#look();
  }

  hostDisconnected(): void {
    this.#look();
  }

  /** True if this host may ring: it is ready, and nobody else rings for the agent. */
  get #isOn(): boolean {
    const { isConnected, ringer } = this.#host;
    return isConnected && ringer && this.#needs.store.state.status === 'ready' && this.#needs.mayRing();
  }

  /** Tells of a wrong address once; until it is mended, what it was for rings by the ringer's own sound. */
  #complain(): void {
    const { store } = this.#needs;
    const problem = this.#host.ringer ? soundProblem(this.#host) : null;
    if (problem === this.#problem) return;
    const { error } = store.state;
    if (problem) store.fail({ code: BAD_OPTION, message: problem });
    else if (error?.code === BAD_OPTION && error.message === this.#problem) store.mend();
    this.#problem = problem;
  }

  #look(): void {
    const isOn = this.#isOn;
    if (isOn !== !!this.#gestures) {
      if (isOn) this.#begin();
      else this.#end();
    }
    const ring = isOn ? ringFor(this.#needs.store.state, this.#host) : undefined;
    if (ring && this.#isBlocked && ring.contact.contactId !== this.#askedFor) {
      this.#askedFor = ring.contact.contactId;
      void this.#try();
    }
    // A tab that the browser keeps silent leaves the ringing to another.
    this.#office.want(
      isOn && !this.#isBlocked ? `${RINGING} ${new URL(this.#host.ccpUrl, document.baseURI).href}` : null,
    );
    this.#turn.want(ring && this.#office.isMine ? RINGING : null);
    if (ring && this.#turn.isMine) this.#ring(ring);
    else this.#hush();
    this.#alert.show(ring && this.#isBlocked ? textFor(ring) : null);
    this.#tell(isOn);
  }

  /** Tests at once whether the page may play sounds, so that the agent is warned before the next call. */
  #begin(): void {
    const { signal } = (this.#gestures = new AbortController());
    const options = { capture: true, passive: true, signal };
    for (const gesture of GESTURES) window.addEventListener(gesture, this.#touched, options);
    this.#tone = new Tone(this.#touched);
    void this.#try();
  }

  #end(): void {
    this.#gestures?.abort();
    this.#gestures = undefined;
    this.#hush();
    this.#tone?.close();
    this.#tone = undefined;
    this.#useless.clear();
    this.#isBlocked = false;
  }

  readonly #touched = (): void => {
    if (this.#isBlocked) void this.#try();
  };

  #ring({ url, volume, device }: Ring): void {
    const wanted = this.#useless.has(url) ? '' : url;
    const isNew = !this.#sound || this.#url !== wanted;
    if (isNew) this.#hush();
    this.#url = wanted;
    this.#sound ??= wanted ? new Recording(wanted) : this.#tone!;
    this.#sound.adjust(volume, device);
    if (isNew) void this.#try();
  }

  #hush(): void {
    this.#sound?.stop();
    this.#sound = undefined;
  }

  /** Starts the sound that is due; without one, tests whether the browser would play it. */
  async #try(): Promise<void> {
    const sound = this.#sound;
    const scope = this.#gestures;
    const error: unknown = await (sound?.start() ?? this.#tone!.allow()).catch((reason: unknown) => reason);
    // Stopped or replaced meanwhile: the newer attempt has its own result.
    if (scope !== this.#gestures || sound !== this.#sound) return;
    this.#isBlocked = error instanceof DOMException && error.name === NOT_ALLOWED;
    if (error && !this.#isBlocked && this.#url) {
      console.warn(`The ringer cannot play ${this.#url}: it rings with a sound of its own.`);
      this.#useless.add(this.#url);
    }
    this.#look();
  }

  /** Publishes that the page may not ring, or withdraws it; another error of the host is not overwritten. */
  #tell(isOn: boolean): void {
    const { store, words } = this.#needs;
    const { error } = store.state;
    if (isOn && this.#isBlocked) {
      if (!error) store.fail({ code: BLOCKED, message: words()[BLOCKED]('') });
    } else if (error?.code === BLOCKED) store.mend();
  }
}

/** Who rings, without words of any language, as short as a page title must be. */
const textFor = ({ contact }: Ring): string =>
  ['🔔', nameOfContact(contact), contact.queue && `(${contact.queue})`].filter(Boolean).join(' ');
