// Script time of one agent update, above a listener that only reads the message: the library's own work.
import { WITH_BARE } from '../session.mjs';
import { interleave, median, middleMean } from '../statistics.mjs';

// A page gets faster or slower code than the next one, by chance: only many of them tell.
const ROUNDS = 11;
const SIZES = [1, 10, 100];

/** Updates that are measured, and before them those that warm up: few, as a page at work sees few in a day. */
const measured = { 1: 400, 10: 300, 100: 100 };
const WARM_UP = 50;

/** In the page: subscribes to each contact's refresh, as a desktop that shows them all does. */
function subscribe() {
  window.calls = 0;
  window.connect?.contact((contact) => contact.onRefresh(() => window.calls++));
}

/** Milliseconds of each number of contacts, in one fresh page. */
async function timesIn(page, subscribed) {
  await page.evaluate(() => window.bench.embed());
  if (subscribed) await page.evaluate(subscribe);
  const times = {};
  for (const contacts of SIZES) {
    const all = await page.evaluate(
      (n, count) => window.bench.updates(n, count),
      contacts,
      WARM_UP + measured[contacts],
    );
    times[contacts] = middleMean(all.slice(WARM_UP));
  }
  return times;
}

/** @param {Awaited<ReturnType<import('../session.mjs').startSession>>} session */
export async function measureAgentUpdate({ withPage }) {
  const alone = await interleave(WITH_BARE, ROUNDS, (library) => withPage(library, (page) => timesIn(page, false)));
  const watched = await interleave(WITH_BARE, ROUNDS, (library) => withPage(library, (page) => timesIn(page, true)));

  return [
    { results: alone, what: '' },
    { results: watched, what: ', each with onRefresh' },
  ].flatMap(({ results, what }) =>
    SIZES.map((contacts) => {
      // Round by round, because what else the machine does changes between them.
      const above = (library) =>
        1000 * median(results[library].map((times, round) => times[contacts] - results.bare[round][contacts]));
      const reading = (1000 * median(results.bare.map((times) => times[contacts]))).toFixed(0);
      const ours = above('ours');
      const upstream = above('upstream');
      return {
        name: `agent update, ${contacts} contact${contacts > 1 ? 's' : ''}${what}`,
        unit: 'µs',
        ours,
        upstream,
        ...(what === '' && {
          budget: '≤ 1/2 of upstream',
          within: ours <= upstream / 2,
          note: `reading it takes ${reading} µs, which neither figure contains`,
        }),
      };
    }),
  );
}
