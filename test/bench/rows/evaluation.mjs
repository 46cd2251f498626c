// How long the script takes to evaluate in a fresh page: parsing, compiling and running, from memory.
import { LIBRARIES } from '../session.mjs';
import { interleave, median } from '../statistics.mjs';

const ROUNDS = 9;

/** @param {Awaited<ReturnType<import('../session.mjs').startSession>>} session */
export async function measureEvaluation({ withPage, libraries }) {
  const times = await interleave(LIBRARIES, ROUNDS, (library, round) =>
    withPage(
      library,
      (page) =>
        page.evaluate(
          (text) => {
            const script = document.createElement('script');
            script.textContent = text;
            // A classic script with its text inside is evaluated before `append` returns.
            const start = performance.now();
            document.head.append(script);
            const time = performance.now() - start;
            if (!window.connect) throw new Error('the script did not set window.connect');
            return time;
          },
          // V8 may have compiled the same text before, for a page in the same process.
          `${libraries[library]}\n// round ${round}`,
        ),
      { empty: true },
    ),
  );
  const ours = median(times.ours);
  const upstream = median(times.upstream);
  return [
    {
      name: 'evaluate the script in a fresh page',
      unit: 'ms',
      ours,
      upstream,
      budget: '≤ 1/8 of upstream',
      within: ours <= upstream / 8,
    },
  ];
}
