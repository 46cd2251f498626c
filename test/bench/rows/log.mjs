// One entry of the log, with all that follows in the same turn, in a page with a CCP; nothing is printed.
// Upstream hands each entry to the CCP, once there is one; before, it costs as much as here with no CCP.
import { LIBRARIES } from '../session.mjs';
import { interleave, median } from '../statistics.mjs';

const ROUNDS = 5;

/** In the page: microseconds of one entry. */
async function entry(withObject) {
  const { connect, bench } = window;
  const log = connect.getLog();
  log.setEchoLevel(connect.LogLevel.CRITICAL);
  const details = () => ({
    contactId: '7e1c0d5a-9b1f-4000-8a2e-000000000001',
    state: { type: 'connected', timestamp: new Date(1_760_000_000_000) },
    queue: { name: 'Support', queueARN: 'arn:aws:connect:us-west-2:123456789012:instance/4c3bd2f6/queue/1' },
    attributes: { tier: { name: 'tier', value: 'gold' } },
    connections: [
      { connectionId: 'c1', type: 'agent', endpoint: { type: 'phone_number', phoneNumber: '+12065550100' } },
    ],
  });
  let number = 0;
  return bench.timeOf(async (times) => {
    for (let i = 0; i < times; i++) {
      const written = log.info('Contact %s went from %s to %s.', `contact-${number++}`, 'connecting', 'connected');
      if (withObject) written.withObject(details());
      // Work that is put off to a microtask belongs to the entry.
      if (i % 50 === 49) await null;
    }
    await null;
  });
}

/** @param {Awaited<ReturnType<import('../session.mjs').startSession>>} session */
export async function measureLog({ withPage }) {
  const results = await interleave(LIBRARIES, ROUNDS, (library) =>
    withPage(library, async (page) => {
      const alone = [await page.evaluate(entry, false), await page.evaluate(entry, true)];
      await page.evaluate(() => window.bench.embed());
      return [await page.evaluate(entry, false), await page.evaluate(entry, true), ...alone];
    }),
  );
  const names = ['log entry', 'log entry with an object'];
  return [...names, ...names.map((name) => `${name}, no CCP yet`)].map((name, which) => {
    const ours = median(results.ours.map((times) => times[which]));
    const upstream = median(results.upstream.map((times) => times[which]));
    // The budget is that of a page at work.
    const budget = which < names.length && { budget: '≤ 1/5 of upstream', within: ours <= upstream / 5 };
    return { name, unit: 'µs', ours, upstream, ...budget };
  });
}
