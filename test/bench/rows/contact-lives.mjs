// What ten thousand contacts leave in memory once they have rung, connected, ended and gone, each with subscriptions.
import { heapOf, LIBRARIES } from '../session.mjs';
import { interleave, median } from '../statistics.mjs';

const ROUNDS = 2;
const LIVES = 10_000;

/** Contacts that live at the same time. */
const AT_ONCE = 10;

/** Lives before the first look: until the log is full and everything has been compiled. */
const WARM_UP = 1000;

/** In the page: subscribes to each contact as a desktop does, and counts the ends. */
function subscribe() {
  const { connect } = window;
  window.destroyed = 0;
  window.calls = 0;
  const names = ['onRefresh', 'onConnecting', 'onConnected', 'onACW', 'onEnded'];
  connect.contact((contact) => {
    for (const name of names) contact[name](() => window.calls++);
    contact.onDestroy(() => window.destroyed++);
  });
}

/** In the page: lets so many contacts live, some at a time. */
async function live(lives, atOnce) {
  const { bench } = window;
  const until = window.destroyed + lives;
  let next;
  bench.observe((event) => {
    if (event.data?.event === 'agent::update' && event.data.data.snapshot.contacts.length === 0) next();
  });
  for (let i = 0; i < lives; i += atOnce) {
    await new Promise((resolve) => {
      next = resolve;
      bench.tell(bench.ccp, 'lives', atOnce);
    });
  }
  if (window.destroyed !== until) throw new Error(`${until - window.destroyed} contacts were not destroyed`);
}

/** @param {Awaited<ReturnType<import('../session.mjs').startSession>>} session */
export async function measureContactLives({ withPage }) {
  const results = await interleave(LIBRARIES, ROUNDS, (library) =>
    withPage(library, async (page) => {
      await page.evaluate(() => window.bench.embed());
      await page.evaluate(subscribe);
      await page.evaluate(live, WARM_UP, AT_ONCE);
      const before = await heapOf(page);
      await page.evaluate(live, LIVES, AT_ONCE);
      return ((await heapOf(page)) - before) / 1e6;
    }),
  );
  const ours = median(results.ours);
  return [
    {
      name: 'heap after 10 000 contact lives, against before',
      unit: 'MB',
      ours,
      upstream: median(results.upstream),
      budget: '± 1 MB',
      within: Math.abs(ours) <= 1,
    },
  ];
}
