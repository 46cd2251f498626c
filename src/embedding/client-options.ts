// The options of `initCCP` for the `@amazon-connect` clients: a provider of the page's own, and plugins.
import type { SiteName } from '../conduit/side-channel.js';
import { isRecord } from '../conduit/wire.js';
import { ValueError } from '../errors/errors.js';

/** A provider that a page hands in: that of `@amazon-connect/site-streams`, or one of its own. */
export interface GivenProvider {
  readonly id: string;
  readonly config: object;
  getProxy(): unknown;
  /** Told of each frame; a provider for two regions is told which region's it is. */
  setCCPIframe?(frame: HTMLIFrameElement | { iframe: HTMLIFrameElement; region: SiteName }): void;
  /** Of two regions, where the agent works. */
  setActiveRegion?(region: SiteName): void;
}

/** Adds something to the prototype of providers, and returns it, or another one for the next plugin. */
export type ProviderPlugin = (prototype: object) => unknown;

/** What of the options is for the clients. */
interface ClientOptions {
  readonly provider?: unknown;
  readonly plugins?: unknown;
}

function isProvider(value: unknown): boolean {
  return isRecord(value) && typeof value.id === 'string' && 'config' in value && typeof value.getProxy === 'function';
}

/**
 * Checks the options for the `@amazon-connect` clients.
 * @param options those of `initCCP`.
 * @param path what stands before the name of an option in an error.
 * @throws ValueError that names what is wrong.
 */
export function checkClientOptions({ provider, plugins }: ClientOptions, path: string): void {
  if (provider !== undefined && provider !== null && !isProvider(provider)) {
    throw new ValueError('%sprovider must be a provider of @amazon-connect: with id, config and getProxy()', path);
  }
  const all: readonly unknown[] = [plugins ?? []].flat();
  if (all.some((plugin) => typeof plugin !== 'function')) {
    throw new ValueError('%splugins must be a function, or a list of functions', path);
  }
}
