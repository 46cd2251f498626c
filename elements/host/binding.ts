// Which host a sibling belongs to: the four rules, of which the first that applies decides.
import type { ConnectHost } from './host.js';
import { asHost, candidates } from './registry.js';

/** Where a sibling says which host it wants. */
export interface BindingWishes {
  /** A host, null for none on purpose, undefined for no wish. */
  readonly forElement: ConnectHost | null | undefined;
  /** Id of a host, empty for none on purpose, null for no wish. */
  readonly htmlFor: string | null;
}

/** What the rules come to. */
export interface Binding {
  readonly host: ConnectHost | null;
  /** True if there are several hosts and nothing says which. */
  readonly isAmbiguous: boolean;
}

const bound = (host: ConnectHost | null): Binding => ({ host, isAmbiguous: false });

/** The element with this id in the own tree, else in the nearest of the enclosing trees that has one. */
export function elementById(from: Element, id: string): Element | null {
  for (let root = from.getRootNode(); root instanceof DocumentFragment || root instanceof Document;) {
    const found = root.getElementById(id);
    if (found || !(root instanceof ShadowRoot)) return found;
    root = root.host.getRootNode();
  }
  return null;
}

/** The nearest host around an element, shadow roots included. */
export const enclosingHost = (from: Element): ConnectHost | null => ancestor(from, asHost);

/** True if an element stands inside a tag, whether that is defined or not, shadow roots included. */
export const isInside = (from: Element, localName: string): boolean =>
  ancestor(from, (node) => node instanceof Element && node.localName === localName && node) !== null;

function ancestor<T>(from: Element, find: (node: Node) => T | null | false): T | null {
  for (let node: Node | null = parentOf(from); node; node = parentOf(node)) {
    const found = find(node);
    if (found) return found;
  }
  return null;
}

function parentOf(node: Node): Node | null {
  if (node instanceof ShadowRoot) return node.host;
  return (node instanceof Element && node.assignedSlot) || node.parentNode;
}

/**
 * Finds a sibling's host. A wish that leads nowhere does not fall through to the next rule.
 * @param element the sibling.
 * @param wishes what it says.
 */
export function resolveHost(element: Element, { forElement, htmlFor }: BindingWishes): Binding {
  if (forElement !== undefined) return bound(asHost(forElement));
  if (htmlFor !== null) return bound(htmlFor ? asHost(elementById(element, htmlFor)) : null);
  const enclosing = enclosingHost(element);
  if (enclosing) return bound(enclosing);
  const hosts = candidates();
  return { host: hosts.length === 1 ? hosts[0] : null, isAmbiguous: hosts.length > 1 };
}

/**
 * The host that is to carry a request out.
 * @param request one that is being dispatched, at a host or at a sibling.
 */
export function hostOfRequest(request: Event): ConnectHost | null {
  const [target] = request.composedPath();
  if (!(target instanceof Element)) return null;
  const { forElement, htmlFor = null } = target as Element & Partial<BindingWishes>;
  return asHost(target) ?? resolveHost(target, { forElement, htmlFor }).host;
}
