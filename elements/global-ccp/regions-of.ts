// Which hosts a <connect-global-ccp> means.
import { elementById, enclosingHost } from '../host/binding.js';
import { asHost, connectedHosts } from '../host/registry.js';
import { isRegionHost, type RegionHost } from '../host/region-lead.js';

const inDocumentOrder = (a: Node, b: Node): number =>
  a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

/** The elements with the ids that are named, in that order, null where there is none; undefined if none is named. */
export const namedRegions = (coordinator: Element, ids: string | null | undefined): (Element | null)[] | undefined =>
  ids?.match(/\S+/g)?.map((id) => elementById(coordinator, id));

/**
 * The regions of a coordinator, the first one first: those that it names, else those inside of it.
 * @param coordinator the element, which is a registered host.
 * @param ids with spaces between them; null: those inside.
 */
export const regionsOf = (coordinator: Element, ids: string | null | undefined): RegionHost[] =>
  namedRegions(coordinator, ids)?.map(asHost).filter(isRegionHost) ??
  connectedHosts()
    .filter((host) => enclosingHost(host) === coordinator)
    .filter(isRegionHost)
    .sort(inDocumentOrder);
