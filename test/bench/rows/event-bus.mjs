// The event bus by itself: calling few and many subscribers, and coming and going beside few and many.
import { LIBRARIES } from '../session.mjs';
import { interleave, median } from '../statistics.mjs';

const ROUNDS = 5;
const TRIGGERED = [1, 100, 10_000];
const EXISTING = [0, 100, 10_000];

/** Microseconds of one subscribe and unsubscribe at most, and how much dearer the fullest bus may be than an empty one. */
const LIMIT = 1;
const FLAT = 2;

/** In the page: microseconds of one trigger with so many subscribers. */
function trigger(subscribers) {
  const bus = new window.connect.EventBus();
  let calls = 0;
  for (let i = 0; i < subscribers; i++) bus.subscribe('event', () => calls++);
  const payload = { i: 1 };
  return window.bench.timeOf((times) => {
    for (let i = 0; i < times; i++) bus.trigger('event', payload);
    if (calls < times) throw new Error('the bus calls nobody');
  });
}

/** In the page: microseconds of one subscribe and unsubscribe beside so many subscribers. */
function comeAndGo(existing) {
  const bus = new window.connect.EventBus();
  for (let i = 0; i < existing; i++) bus.subscribe('event', () => i);
  const callback = () => undefined;
  return window.bench.timeOf((times) => {
    for (let i = 0; i < times; i++) bus.subscribe('event', callback).unsubscribe();
  });
}

/** @param {Awaited<ReturnType<import('../session.mjs').startSession>>} session */
export async function measureEventBus({ withPage }) {
  const results = await interleave(LIBRARIES, ROUNDS, (library) =>
    withPage(library, async (page) => {
      const times = { trigger: {}, comeAndGo: {} };
      for (const subscribers of TRIGGERED) times.trigger[subscribers] = await page.evaluate(trigger, subscribers);
      for (const existing of EXISTING) times.comeAndGo[existing] = await page.evaluate(comeAndGo, existing);
      return times;
    }),
  );
  const time = (library, what, count) => median(results[library].map((times) => times[what][count]));
  const both = (what, count) => ({ ours: time('ours', what, count), upstream: time('upstream', what, count) });

  return [
    ...TRIGGERED.map((count) => {
      const { ours, upstream } = both('trigger', count);
      const name = `event bus: trigger, ${count} subscriber${count > 1 ? 's' : ''}`;
      return { name, unit: 'µs', ours, upstream, budget: '≤ upstream', within: ours <= upstream };
    }),
    ...EXISTING.map((count) => {
      const { ours, upstream } = both('comeAndGo', count);
      const name = `event bus: subscribe + unsubscribe beside ${count}`;
      const flat = ours <= FLAT * Math.max(time('ours', 'comeAndGo', 0), 0.05);
      return { name, unit: 'µs', ours, upstream, budget: `≤ ${LIMIT} µs, flat`, within: ours <= LIMIT && flat };
    }),
  ];
}
