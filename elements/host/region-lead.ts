// What a host that is one of two regions and the element that coordinates them say to each other.
import type { InitCcpOptions, ReloadOptions } from '../../src/index.js';
import type { RegisteredHost } from './registry.js';

/** Who coordinates two regions, to each of them. */
export interface RegionLead {
  /** What a region's CCP is told beside its own settings. Functions in it are asked anew each time. */
  optionsFor(region: RegisteredHost): InitCcpOptions;
  /** A region is about to embed its CCP: its runtime may have lost every subscription. */
  begins(): void;
  /** True if the agent works in this region. */
  isActive(region: RegisteredHost): boolean;
  /** Opens the one sign-in window of both. */
  login(): void;
  /** Signs the agent out of both. */
  logout(): Promise<void>;
}

/** A host that can be one of two regions. */
export interface RegionHost extends RegisteredHost {
  readonly region: string;
  readonly instanceArn: string | undefined;
  readonly loginUrl: string | undefined;
  /** Settles when what it shows is up to date. */
  readonly updateComplete: Promise<unknown>;
  /**
   * Gives the region to a coordinator, or with null back to itself. With the present one again, the region looks anew
   * whether it is the active one.
   */
  manage(lead: RegionLead | null): void;
  /** Loads the panel anew, unless it has a live call; by force then too. */
  retry(options?: ReloadOptions): unknown;
  /** Ends the panel. */
  terminate(): void;
  /** Selects a contact. */
  selectContact(contactId: string): void;
}

/** Name of the tag inside which a host waits for its coordinator, whether that is defined yet or not. */
export const COORDINATOR_TAG = 'connect-global-ccp';

/** True if a host can be one of two regions: one of an older copy of the library may not know how. */
export const isRegionHost = (host: object | null): host is RegionHost => host !== null && 'manage' in host;
