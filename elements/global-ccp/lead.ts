// Leads the regions of a <connect-global-ccp>: which one it stands for, its notice, and the events that it repeats.
import type { ReactiveControllerHost } from 'lit';
import { type HostState, withChanges } from '../host/state.js';
import type { HostStore } from '../host/store.js';
import type { Localization } from '../words/localize.js';
import type { RegionHost } from '../host/region-lead.js';
import {
  ConnectCommandEvent,
  ConnectErrorEvent,
  ConnectFailoverCompleteEvent,
  ConnectFailoverPendingEvent,
} from '../host/events.js';
import { enGlobalCcp } from './en.js';
import type { Formats, SharedTerms } from '../words/terms.js';
import { RegionSet } from './region-set.js';
import type { GlobalCcpTerms } from './terms.js';

/** How the notice looks. */
type Tone = '' | 'news' | 'pending' | 'wrong';

type Words = Pick<SharedTerms, 'dir'> & { readonly globalCcp: GlobalCcpTerms };

/** The element, as its lead sees it. */
export interface LedElement extends ReactiveControllerHost, HTMLElement {
  readonly htmlFor: string | null | undefined;
  readonly loginUrl: string | undefined;
  readonly withoutPolling: boolean;
}

const isRoutable = ({ agent }: HostState): boolean => agent?.state.type === 'routable';

/** Leads the regions of one element. */
export class GlobalLead {
  /** The regions. */
  readonly set: RegionSet;
  readonly words: Localization<Words>;
  /** The region that the element stands for. */
  active: RegionHost | undefined;
  readonly #element: LedElement;
  readonly #store: HostStore;
  readonly #setStates: (...names: readonly (string | false)[]) => void;
  /** Ends the subscription to that region. */
  #following: AbortController | undefined;
  /** Ends the listeners on both regions. */
  #listening: AbortController | undefined;
  #notice: readonly [text: (terms: GlobalCcpTerms) => string, tone: Tone] = [() => '', ''];

  /**
   * @param element the element.
   * @param store its store.
   * @param localize gives it words.
   * @param setStates sets what looks different about it.
   */
  constructor(
    element: LedElement,
    store: HostStore,
    localize: (english: (formats: Formats) => Words) => Localization<Words>,
    setStates: (...names: readonly (string | false)[]) => void,
  ) {
    this.#element = element;
    this.#store = store;
    this.#setStates = setStates;
    this.words = localize((formats) => ({ dir: 'ltr', globalCcp: enGlobalCcp(formats) }));
    this.set = new RegionSet(element, {
      wishes: () => ({ htmlFor: element.htmlFor, loginUrl: element.loginUrl, polls: !element.withoutPolling }),
      terms: () => this.words.terms.globalCcp,
      follow: (region) => this.#follow(region),
      wrong: (problem) => this.#wrong(problem),
      pending: () => this.#pending(),
      complete: () => this.#complete(),
    });
  }

  /** The notice: its text, and how it looks. */
  get notice(): readonly [text: string, tone: Tone] {
    const [text, tone] = this.#notice;
    return [text(this.words.terms.globalCcp), tone];
  }

  /** Clears the news of a failover once the agent is available again. To be called after each change of the state. */
  stateChanged(): void {
    if (this.#notice[1] !== 'news' || !isRoutable(this.#store.state)) return;
    const { region } = this.active!;
    this.#setNotice((terms) => terms.region(region), '');
  }

  #wrong(problem: string): void {
    this.#setNotice(() => problem, 'wrong');
    this.#store.fail({ code: 'bad-regions', message: problem });
  }

  /** Stands for a region from now on, or for none. */
  #follow(region: RegionHost | undefined): void {
    this.#following?.abort();
    this.active = region;
    this.#repeatCommands();
    this.#setNotice((terms) => (region ? terms.region(region.region) : ''), '');
    if (!region) return this.#store.reset('idle');
    const { signal } = (this.#following = new AbortController());
    const mirror = (state: HostState): void => this.#store.mirror(withChanges(state, { region: region.region }));
    region.subscribe((state) => state, mirror, { signal });
    region.addEventListener('connect-error', ({ error }) => this.#element.dispatchEvent(new ConnectErrorEvent(error)), {
      signal,
    });
  }

  /** Repeats the commands of the active region, and the end of those that were begun in a region which the agent has left. */
  #repeatCommands(): void {
    this.#listening?.abort();
    const { signal } = (this.#listening = new AbortController());
    for (const region of this.set.regions) {
      const repeat = (event: ConnectCommandEvent): void => {
        if (region === this.active || event.phase !== 'pending')
          this.#element.dispatchEvent(new ConnectCommandEvent(event));
      };
      region.addEventListener('connect-command', repeat, { signal });
    }
  }

  #pending(): void {
    const { active, standby } = this.set.coordinator!;
    this.#setNotice((terms) => terms.pending(standby.region), 'pending');
    this.#element.dispatchEvent(new ConnectFailoverPendingEvent(active.region, standby.region));
  }

  #complete(): void {
    const { active, standby } = this.set.coordinator!;
    const root = standby.getRootNode() as Document | ShadowRoot;
    const hadFocus = root.activeElement === standby;
    this.#follow(active);
    const isReady = isRoutable(this.#store.state);
    this.#setNotice((terms) => terms.complete(active.region, isReady), 'news');
    // The panel that had the focus is hidden now.
    if (hadFocus) void active.updateComplete.then(() => active.connect.core.getFrame()?.focus());
    this.#element.dispatchEvent(new ConnectFailoverCompleteEvent(active.region));
  }

  #setNotice(words: (terms: GlobalCcpTerms) => string, tone: Tone): void {
    this.#notice = [words, tone];
    this.#setStates(tone === 'pending' && 'failover-pending', tone === 'wrong' && 'bad-regions');
    this.#element.requestUpdate();
  }
}
