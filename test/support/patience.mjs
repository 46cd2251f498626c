// How long tests wait for what must come: the one place that says so. Nothing waits that long unless it fails, so there is no
// need to be near the truth; but a machine that is slow, or has other work beside the tests, gets more.
import { availableParallelism, loadavg } from 'node:os';

/** What the work below takes on two cores that have nothing else to do, in milliseconds. */
const AT_REST = 150;

/** Much like what tests do: many small objects, text, sorting. */
function work() {
  for (let turn = 0; turn < 4; turn++) {
    const words = new Map(Array.from({ length: 60_000 }, (_, i) => [`word ${(i * 7919) % 60_013}`, { i }]));
    [...words.keys()].sort();
  }
}

/** How many times slower than at rest: by a measurement, and by how many processes want each core (0 on Windows). */
function measuredSlowness() {
  const start = performance.now();
  work();
  const took = performance.now() - start;
  return Math.min(10, Math.max(1, took / AT_REST, loadavg()[0] / availableParallelism()));
}

/** Measured once for each process. */
const slowness = measuredSlowness();

/** What may take so many milliseconds at rest may take this many here. */
export const atThisSpeed = (milliseconds) => Math.round(milliseconds * slowness);

/** How long a test waits for one thing, in milliseconds. */
export const PATIENCE = atThisSpeed(20_000);

/** How long a whole test may take, which waits for many things, in milliseconds. */
export const TEST_PATIENCE = 4 * PATIENCE;
