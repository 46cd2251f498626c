// How long from initCCP to the agent callback, with a CCP that answers at once.
import { WITH_BARE } from '../session.mjs';
import { interleave, median } from '../statistics.mjs';

const ROUNDS = 15;

/** Milliseconds that we may take above the bare frame and listener. */
const ALLOWANCE = 20;

/** @param {Awaited<ReturnType<import('../session.mjs').startSession>>} session */
export async function measureStartUp({ withPage }) {
  const times = await interleave(WITH_BARE, ROUNDS, (library) =>
    withPage(library, (page) => page.evaluate(() => window.bench.embed())),
  );
  const bare = median(times.bare);
  const ours = median(times.ours);
  const upstream = median(times.upstream);
  return [
    {
      name: 'initCCP to the agent callback',
      unit: 'ms',
      ours,
      upstream,
      budget: `≤ ${(bare + ALLOWANCE).toFixed(1)} ms, bare + ${ALLOWANCE}`,
      within: ours <= bare + ALLOWANCE,
      note: `a bare frame and listener: ${bare.toFixed(1)} ms; ours ${(ours - bare).toFixed(1)} above, upstream ${(upstream - bare).toFixed(1)}`,
    },
  ];
}
