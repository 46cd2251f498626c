// The hosts that belong to a <connect-global-ccp>: looks for them, leads them while there are two, says what is wrong if not.
import { announceHosts } from '../host/registry.js';
import { sameOr } from '../page/data.js';
import type { RegionHost } from '../host/region-lead.js';
import { type CoordinatorListener, type CoordinatorSettings, RegionCoordinator } from './coordinator.js';
import { findRegions, type FoundRegions } from './find-regions.js';
import type { GlobalCcpTerms } from './terms.js';

/** What the element wants. */
export interface RegionSetWishes extends CoordinatorSettings {
  /** Ids of the hosts, or none: those inside the element. */
  readonly htmlFor: string | null | undefined;
}

/** What a set needs of the element. */
export interface RegionSetOptions extends CoordinatorListener {
  wishes(): RegionSetWishes;
  terms(): GlobalCcpTerms;
  /** The region to stand for from now on, or none. */
  follow(region: RegionHost | undefined): void;
  /** The regions are not right, and no element on the page may still become one of them. */
  wrong(problem: string): void;
}

const NOTHING: FoundRegions = { regions: [], problem: null, isWaiting: true };

/** The regions of one element, from when it is connected until it is released. */
export class RegionSet {
  readonly #element: Element;
  readonly #options: RegionSetOptions;
  #found = NOTHING;
  /** What was found last, to tell whether anything has changed. */
  #facts: readonly unknown[] = [];
  #told: string | null = null;
  /** The region that the element stands for. */
  #active: RegionHost | undefined;
  #coordinator: RegionCoordinator | undefined;

  constructor(element: Element, options: RegionSetOptions) {
    this.#element = element;
    this.#options = options;
  }

  /** In their order: the first one is tried first. */
  get regions(): readonly RegionHost[] {
    return this.#found.regions;
  }

  /** What is wrong with them, in words, or null. */
  get problem(): string | null {
    return this.#found.problem;
  }

  /** Leads them; undefined unless there are two. */
  get coordinator(): RegionCoordinator | undefined {
    return this.#coordinator;
  }

  /** Looks for them, and leads those that are there. */
  resolve(): void {
    const found = this.#find();
    const { regions, problem } = found;
    const { loginUrl, polls } = this.#options.wishes();
    const described = regions.flatMap((one) => [one, one.region, one.ccpUrl, one.instanceArn, one.loginUrl]);
    const facts = sameOr(this.#facts, [problem, polls, loginUrl, ...described]);
    if (facts === this.#facts) return;
    this.#facts = facts;
    this.#take(found);
    // Whoever is bound to one of the regions may have to look again.
    announceHosts();
    queueMicrotask(() => this.complain());
  }

  /** Lets them all go. */
  release(): void {
    this.#facts = [];
    this.#take(NOTHING);
  }

  /** Reports each problem once, when no element on the page may still solve it by becoming a region. */
  complain(): void {
    const { problem, isWaiting } = this.#element.isConnected ? this.#find() : NOTHING;
    if (problem === this.#told || isWaiting || document.readyState === 'loading') return;
    this.#told = problem;
    if (problem !== null) this.#options.wrong(problem);
  }

  #find(): FoundRegions {
    return findRegions(this.#element, this.#options.wishes(), this.#options.terms());
  }

  #take(found: FoundRegions): void {
    const before = this.regions;
    this.#found = found;
    this.#told = null;
    this.#coordinator?.end();
    this.#coordinator = undefined;
    for (const region of before) if (!found.regions.includes(region)) region.manage(null);
    const [first, second] = found.regions;
    // A region that remains while the other is replaced goes on, with whatever call there is in it.
    this.#active = found.regions.find((one) => one === this.#active);
    if (found.problem !== null || !second) return this.#options.follow(this.#active);
    const coordinator = new RegionCoordinator([first, second], (this.#active ??= first), this.#options.wishes(), {
      pending: () => this.#options.pending(),
      complete: () => {
        this.#active = coordinator.active;
        this.#options.complete();
      },
    });
    this.#coordinator = coordinator;
    this.#options.follow(this.#active);
    coordinator.lead();
  }
}
