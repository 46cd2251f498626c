// Rings in the page while a contact asks for the agent. Loaded when a host has `ringer`; its CCP is silent then.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { HostStore } from '../base/host-store.js';
import type { SharedTerms } from '../lang/terms.js';
import { Recording } from './recording.js';
import { type Ring, ringFor, type RingerProperties } from './settings.js';
import { SilentAlert } from './silent-alert.js';
import { NOT_ALLOWED, type Sound } from './sound.js';
import { Tone } from './tone.js';
import { Turn } from './turn.js';

/** A host that rings. */
export interface RingingHost extends RingerProperties, ReactiveControllerHost, Element {
  readonly ccpUrl: string;
}

/** What a ringer needs of its host. */
export interface RingerOptions {
  readonly store: HostStore;
  /** False while somebody else rings for this agent: another tab that has the sound, or the other region. */
  mayRing(): boolean;
  /** The words for a browser that does not let the page ring. */
  words(): SharedTerms['hostErrors'];
}

/** Code of the error that is told while the browser does not let the page ring. */
const BLOCKED = 'sound-blocked';

/** What comes with a touch that lets a page make sounds: one in the CCP's frame takes the focus there. */
const GESTURES = ['click', 'keydown', 'blur', 'focus'] as const;

/** What is done by turns: to ring. */
const RINGING = 'connect-ringer';

/** Rings for one host, for as long as that lives. */
export class Ringer implements ReactiveController {
  readonly #host: RingingHost;
  readonly #needs: RingerOptions;
  /** One tab rings for this agent until it is gone: another would ring on for a moment whenever the first one stops. */
  readonly #office = new Turn(() => this.#look());
  /** Whoever rings, for whichever agent, rings alone. */
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
    // Not once the host has been drawn: a contact that rings no longer is not heard any more.
    needs.store.subscribe(
      (state) => state,
      () => this.#look(),
      undefined,
    );
  }

  hostUpdated(): void {
    this.#look();
  }

  hostDisconnected(): void {
    this.#look();
  }

  /** Only who is ready knows what rings. */
  get #isOn(): boolean {
    const { isConnected, ringer } = this.#host;
    return isConnected && ringer && this.#needs.store.state.status === 'ready' && this.#needs.mayRing();
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
    // Another tab may be heard.
    this.#office.want(
      isOn && !this.#isBlocked ? `${RINGING} ${new URL(this.#host.ccpUrl, document.baseURI).href}` : null,
    );
    this.#turn.want(ring && this.#office.isMine ? RINGING : null);
    if (ring && this.#turn.isMine) this.#ring(ring);
    else this.#hush();
    this.#alert.show(ring && this.#isBlocked ? textFor(ring) : null);
    this.#tell(isOn);
  }

  /** Looks ahead, so that an agent who cannot hear the next call knows before it comes. */
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

  /** Starts what is due; where nothing is, asks whether it would be heard. */
  async #try(): Promise<void> {
    const sound = this.#sound;
    const scope = this.#gestures;
    const error: unknown = await (sound?.start() ?? this.#tone!.allow()).catch((reason: unknown) => reason);
    // What has been stopped or begun meanwhile has an answer of its own.
    if (scope !== this.#gestures || sound !== this.#sound) return;
    this.#isBlocked = error instanceof DOMException && error.name === NOT_ALLOWED;
    if (error && !this.#isBlocked && this.#url) {
      console.warn(`The ringer cannot play ${this.#url}: it rings with a sound of its own.`);
      this.#useless.add(this.#url);
    }
    this.#look();
  }

  /** What else is wrong has been told before, and is told first. */
  #tell(isOn: boolean): void {
    const { store, words } = this.#needs;
    const { error } = store.state;
    if (isOn && this.#isBlocked) {
      if (!error) store.fail({ code: BLOCKED, message: words()[BLOCKED]('') });
    } else if (error?.code === BLOCKED) store.mend();
  }
}

/** Who rings, in no language: a title has room for no more. */
const textFor = ({ contact: { who, queue } }: Ring): string =>
  ['🔔', who, queue && `(${queue})`].filter(Boolean).join(' ');
