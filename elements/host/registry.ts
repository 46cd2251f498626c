// The page's registry of connected hosts, shared by all copies of the library.
import { attempt } from '../page/attempt.js';
import type { ConnectHost } from './host.js';
import { pageSlot } from '../page/page-slot.js';

/** A host as the registry knows it. */
export interface RegisteredHost extends ConnectHost {
  readonly ccpUrl: string;
  /** False for a host that siblings do not take for the page's only one, such as a duplicate. Left out it means true. */
  readonly isCandidate?: boolean;
  /** Called when hosts have come or gone. */
  hostsChanged(): void;
}

/** What copies of the library share. */
interface Registry {
  readonly version: 1;
  /** In the order in which they connected. */
  readonly hosts: Set<RegisteredHost>;
  /** The host that runs on the page's default runtime. */
  owner: RegisteredHost | null;
  /** Called when a host has come, gone or moved, or has another id. */
  readonly listeners: Set<() => void>;
  /** The hosts between which siblings could not choose, as the last warning listed them. */
  warning: string;
}

const registry = (): Registry =>
  pageSlot<Registry>('hosts', 1, () => ({
    version: 1,
    hosts: new Set(),
    owner: null,
    listeners: new Set(),
    warning: '',
  }));

/** Adds a host, and tells the others. */
export function addHost(host: RegisteredHost): void {
  registry().hosts.add(host);
  tellOthers(host);
}

/** Takes a host out, and tells the others. */
export function removeHost(host: RegisteredHost): void {
  const page = registry();
  page.hosts.delete(host);
  if (page.owner === host) page.owner = null;
  tellOthers(host);
}

/** Tells the other hosts that this one embeds another CCP than before. */
export function hostChanged(host: RegisteredHost): void {
  tellOthers(host);
}

/** Has siblings look for their hosts again: one has moved or has another id, or whether it is a candidate has changed. */
export function announceHosts(): void {
  for (const listener of [...registry().listeners]) attempt(listener);
}

/**
 * Calls back whenever siblings should look for their hosts again.
 * @returns ends it.
 */
export function watchHosts(listener: () => void): () => void {
  const { listeners } = registry();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Claims the page's default runtime for a host. Returns false if another host has it. */
export function claimDefaultRuntime(host: RegisteredHost): boolean {
  const page = registry();
  page.owner ??= host;
  return page.owner === host;
}

/** True if a host that connected earlier embeds the same CCP. */
export function isDuplicate(host: RegisteredHost): boolean {
  if (!host.ccpUrl) return false;
  for (const other of registry().hosts) {
    if (other === host) return false;
    if (other.ccpUrl === host.ccpUrl) return true;
  }
  return false;
}

/** The element as a host, if it is a connected one; by instance, whatever its tag. */
export function asHost(element: unknown): ConnectHost | null {
  return registry().hosts.has(element as RegisteredHost) ? (element as RegisteredHost) : null;
}

/** All connected hosts, in the order in which they connected. */
export function connectedHosts(): readonly RegisteredHost[] {
  return [...registry().hosts];
}

/** The hosts that a sibling may take for the page's only one. */
export function candidates(): readonly ConnectHost[] {
  return connectedHosts().filter(({ isCandidate = true }) => isCandidate);
}

/**
 * Says on the console that a sibling cannot choose between hosts; once for the same hosts.
 * @param sibling who cannot choose.
 */
export function warnOfChoice(sibling: Element): void {
  const page = registry();
  const names = candidates().map(({ localName, id }) => `<${localName}${id && ` id="${id}"`}>`);
  const warning = names.join(', ');
  if (page.warning === warning) return;
  page.warning = warning;
  console.warn(
    `There are several hosts on this page (${warning}): <${sibling.localName}> is bound to none of them. ` +
      'Give it for="…" with the id of one.',
  );
}

function tellOthers(host: RegisteredHost): void {
  for (const other of [...registry().hosts]) if (other !== host) attempt(() => other.hostsChanged());
  announceHosts();
}
