// How long the script keeps the main thread of a fresh page: loaded from its address as pages load it, where the browser
// parses it on another thread while it arrives; and from text in the page, where it is parsed on the spot.
import { LIBRARIES } from '../session.mjs';
import { interleave, median } from '../statistics.mjs';

const ROUNDS = 11;

/** Milliseconds of the trace event that DevTools shows as "Evaluate script", for a script element with an address. */
async function fromAddress(page, library, round) {
  const path = `/library/${library}.js?round=${round}`;
  await page.tracing.start({ categories: ['devtools.timeline'] });
  await page.evaluate(
    (src) =>
      new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.addEventListener('load', resolve);
        script.addEventListener('error', () => reject(new Error(`${src} does not load`)));
        script.src = src;
        document.head.append(script);
      }),
    path,
  );
  const { traceEvents } = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  const [evaluation] = traceEvents.filter(
    ({ name, args }) => name === 'EvaluateScript' && args.data?.url.endsWith(path),
  );
  if (!evaluation) throw new Error('the browser traced no evaluation');
  return evaluation.dur / 1000;
}

/** Milliseconds until `append` returns, for a script element with text. */
function fromText(page, text, round) {
  return page.evaluate(
    (source) => {
      const script = document.createElement('script');
      script.textContent = source;
      // A classic script with its text inside is evaluated before `append` returns.
      const start = performance.now();
      document.head.append(script);
      return performance.now() - start;
    },
    // V8 may have compiled the same text before, for a page in the same process.
    `${text}\n// round ${round}`,
  );
}

/** @param {Awaited<ReturnType<import('../session.mjs').startSession>>} session */
export async function measureEvaluation({ withPage, libraries }) {
  const measure = (time) =>
    interleave(LIBRARIES, ROUNDS, (library, round) =>
      withPage(
        library,
        async (page) => {
          const milliseconds = await time(page, library, round);
          if (!(await page.evaluate(() => !!window.connect))) throw new Error('the script did not set window.connect');
          return milliseconds;
        },
        { empty: true },
      ),
    );
  const loaded = await measure(fromAddress);
  const inline = await measure((page, library, round) => fromText(page, libraries[library], round));
  const ours = median(loaded.ours);
  const upstream = median(loaded.upstream);
  return [
    {
      name: 'evaluate the script in a fresh page',
      unit: 'ms',
      ours,
      upstream,
      budget: '≤ 1/8 of upstream',
      within: ours <= upstream / 8,
    },
    { name: '… from text in the page', unit: 'ms', ours: median(inline.ours), upstream: median(inline.upstream) },
  ];
}
