// The page's registry of connected hosts, shared by all copies of the library.

/** A host as the registry knows it. */
export interface RegisteredHost extends HTMLElement {
  readonly ccpUrl: string;
  /** Called when hosts have come or gone. */
  hostsChanged(): void;
}

/** What copies of the library share. Grows by new members only; `version` tells them apart. */
interface Registry {
  readonly version: 1;
  /** In the order in which they connected. */
  readonly hosts: Set<RegisteredHost>;
  /** The host that runs on the page's default runtime. */
  owner: RegisteredHost | null;
}

const SLOT = /*#__PURE__*/ Symbol.for('connect-ccp-elements.hosts');

function registry(): Registry {
  const page = globalThis as { [SLOT]?: Registry };
  if (!page[SLOT]) {
    const made: Registry = { version: 1, hosts: new Set(), owner: null };
    Object.defineProperty(globalThis, SLOT, { value: made, enumerable: false });
    return made;
  }
  return page[SLOT];
}

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

/** Claims the page's default runtime for a host. Returns false if another host has it. */
export function claimDefaultRuntime(host: RegisteredHost): boolean {
  const page = registry();
  page.owner ??= host;
  return page.owner === host;
}

/** True if a host that connected earlier embeds the same CCP. */
export function isDuplicate(host: RegisteredHost): boolean {
  for (const other of registry().hosts) {
    if (other === host) return false;
    if (other.ccpUrl === host.ccpUrl) return true;
  }
  return false;
}

function tellOthers(host: RegisteredHost): void {
  for (const other of [...registry().hosts]) if (other !== host) other.hostsChanged();
}
