// One script for two simulated regions: what is said without a region goes to the one where the agent works.

/** Something with two regions: a `<connect-global-ccp>`. */
export interface TwoRegions<Runtime> {
  /** The region where the agent works, or null before there is one. */
  readonly activeRegion: string | null;
  /** Both, the first one first. */
  readonly regions: readonly { readonly region?: string; readonly connect: Runtime }[];
}

/** What a simulator does that concerns both regions. */
interface RegionalSimulator {
  activeRegion(region: string, options?: { readonly soft?: boolean }): Promise<void>;
  impair(region: string, impaired?: boolean): Promise<void>;
  detach(): void;
}

/** Plays both regions. What is about one of them is done in the one where the agent works at that time. */
export type BothRegions<Simulator> = Simulator & {
  /**
   * The simulator of one region alone.
   * @throws Error that lists the regions if it is none of them.
   */
  inRegion(region: string): Simulator;
};

/** True if a host has regions. */
export const hasRegions = <Runtime>(host: object | TwoRegions<Runtime>): host is TwoRegions<Runtime> =>
  'regions' in host;

/** The commands of whichever simulator is the active one, those in groups included. */
function forward(commands: object, active: () => object): object {
  return Object.fromEntries(
    Object.entries(commands).map(([name, command]: [string, unknown]) => {
      const member = () => (active() as Readonly<Record<string, unknown>>)[name];
      if (typeof command === 'object' && command !== null) return [name, forward(command, () => member() as object)];
      return [name, (...args: unknown[]): unknown => (member() as (...args: unknown[]) => unknown)(...args)];
    }),
  );
}

/**
 * Makes one simulator of two.
 * @param owner tells where the agent works.
 * @param simulators those of its regions, by their names.
 */
export function forRegions<Simulator extends RegionalSimulator>(
  owner: Pick<TwoRegions<unknown>, 'activeRegion'>,
  simulators: ReadonlyMap<string, Simulator>,
): BothRegions<Simulator> {
  const all = [...simulators.values()];
  const inRegion = (region: string): Simulator => {
    const found = simulators.get(region);
    if (found) return found;
    throw new Error(`There is no region "${region}". The regions are: ${[...simulators.keys()].join(', ')}.`);
  };
  const active = (): Simulator => (owner.activeRegion === null ? all[0] : inRegion(owner.activeRegion));
  const forwarded = forward(all[0], active) as Simulator;
  return {
    ...forwarded,
    inRegion,
    // The region that gets the traffic is told first: else it might still send the agent back to the other one.
    async activeRegion(region, options) {
      await inRegion(region).activeRegion(region, options);
      await Promise.all(all.map((simulator) => simulator.activeRegion(region, options)));
    },
    async impair(region, impaired) {
      await inRegion(region).impair(region, impaired);
    },
    detach() {
      for (const simulator of all) simulator.detach();
    },
  };
}
