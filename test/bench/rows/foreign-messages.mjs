// What a hundred thousand window messages of other scripts cost: from the page itself, and from a frame of another site.
import { heapOf, LIBRARIES } from '../session.mjs';
import { interleave, median } from '../statistics.mjs';

const ROUNDS = 2;
const MESSAGES = 100_000;

/** Messages that are under way at the same time: they must not fill the queue. */
const BATCH = 1000;

/** In the page: has so many messages sent by both; returns the milliseconds that the handling of each batch took. */
async function receive(count, batch) {
  const { bench } = window;
  const frame = (window.foreignFrame ??= await bench.addForeignFrame());
  const times = [];
  let total;
  let left;
  let done;
  bench.observe((event, time) => {
    if (event.data?.event) return;
    total += time;
    if (--left === 0) done();
  });
  for (let sent = 0; sent < count; sent += batch) {
    await new Promise((resolve) => {
      total = 0;
      left = batch;
      done = resolve;
      bench.tell(frame, 'foreign', batch / 2);
      for (let i = 0; i < batch / 2; i++)
        window.postMessage({ source: 'some-extension', id: i, payload: 'x'.repeat(200) });
    });
    times.push(total);
  }
  return times;
}

/** In the page: what a listener costs that does nothing at all; no library can do with less. */
function listenInVain() {
  addEventListener('message', () => undefined);
}

/** @param {Awaited<ReturnType<import('../session.mjs').startSession>>} session */
export async function measureForeignMessages({ withPage }) {
  const results = await interleave(['none', 'empty', ...LIBRARIES], ROUNDS, (variant) =>
    withPage(LIBRARIES.includes(variant) ? variant : 'bare', async (page) => {
      if (variant === 'empty') await page.evaluate(listenInVain);
      else if (variant !== 'none') await page.evaluate(() => window.bench.embed());
      await page.evaluate(receive, 2 * BATCH, BATCH);
      let lines = 0;
      page.on('console', () => lines++);
      page.on('pageerror', () => lines++);
      const before = await heapOf(page);
      const times = await page.evaluate(receive, MESSAGES, BATCH);
      return { lines, growth: ((await heapOf(page)) - before) / 1e6, time: (1000 * median(times)) / BATCH };
    }),
  );
  const of = (variant, figure) => median(results[variant].map((result) => result[figure]));
  const empty = of('empty', 'time');
  const row = (what, unit, figure, budget, keeps, base = 0) => {
    const ours = of('ours', figure) - base;
    const name = `100 000 foreign messages: ${what}`;
    return { name, unit, ours, upstream: of('upstream', figure) - base, budget, within: keeps(ours) };
  };
  return [
    {
      ...row('each', 'µs', 'time', '≤ 1 µs', (time) => time <= 1, empty),
      note: `above an empty listener, which costs ${(empty - of('none', 'time')).toFixed(2)} µs above none`,
    },
    row('console', 'lines', 'lines', 'none', (lines) => lines === 0),
    row('growth of the heap', 'MB', 'growth', '≤ 0.1 MB', (growth) => growth <= 0.1),
  ];
}
