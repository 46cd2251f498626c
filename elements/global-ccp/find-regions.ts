// Finds the two hosts of a <connect-global-ccp>, and says what is wrong with them.
import type { RegionHost } from '../host/region-lead.js';
import { namedRegions, regionsOf } from './regions-of.js';
import type { GlobalCcpTerms } from './terms.js';

/** What was found. */
export interface FoundRegions {
  /** The first one is tried first. */
  readonly regions: readonly RegionHost[];
  /** What is wrong, in words; null if nothing is. */
  readonly problem: string | null;
  /** True while elements are there that may yet become hosts. */
  readonly isWaiting: boolean;
}

/** What is looked for. */
export interface RegionWishes {
  /** Ids, with spaces between them; null: those inside the element. */
  readonly htmlFor: string | null | undefined;
  /** True if the CCPs themselves ask which region is active, for which they need the ARNs. */
  readonly polls: boolean;
}

const UNDEFINED = ':not(:defined)';

function problemOf(regions: readonly RegionHost[], polls: boolean, terms: GlobalCcpTerms): string | null {
  if (regions.length !== 2) return terms.needsTwo(regions.length);
  const [first, second] = regions;
  const facts = [
    ['region', first.region, second.region],
    ['ccp-url', first.ccpUrl, second.ccpUrl],
    ...(polls ? [['instance-arn', first.instanceArn, second.instanceArn]] : []),
  ] as [string, string | undefined, string | undefined][];
  for (const [attribute, one, other] of facts) {
    if (!one || !other) return terms.missing(attribute);
    if (one === other) return terms.same(attribute);
  }
  return null;
}

/**
 * Finds the regions of a coordinator.
 * @param coordinator the element, which is a registered host.
 * @param wishes which ones, and what they need.
 * @param terms words for what is wrong.
 */
export function findRegions(
  coordinator: Element,
  { htmlFor, polls }: RegionWishes,
  terms: GlobalCcpTerms,
): FoundRegions {
  const ids = htmlFor?.match(/\S+/g);
  const named = namedRegions(coordinator, htmlFor);
  const regions = regionsOf(coordinator, htmlFor);
  const isWaiting = named
    ? named.some((one) => one?.matches(UNDEFINED))
    : coordinator.querySelector(UNDEFINED) !== null;
  const missing = named?.findIndex((one) => one === null) ?? -1;
  const problem = ids && missing >= 0 ? terms.noSuchHost(ids[missing]) : problemOf(regions, polls, terms);
  return { regions, problem, isWaiting };
}
