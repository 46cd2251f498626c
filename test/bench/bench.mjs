// Measures us beside amazon-connect-streams, in one run in one Chromium, and prints the table. `npm run bench`
// A measurement that is over its budget is said in the table and does not fail the run: machines differ.
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { measureAgentUpdate } from './rows/agent-update.mjs';
import { measureContactLives } from './rows/contact-lives.mjs';
import { measureEvaluation } from './rows/evaluation.mjs';
import { measureEventBus } from './rows/event-bus.mjs';
import { measureForeignMessages } from './rows/foreign-messages.mjs';
import { measureLog } from './rows/log.mjs';
import { measureStartUp } from './rows/start-up.mjs';
import { startSession } from './session.mjs';
import { tableOf } from './table.mjs';

/** The row families, by the name that `--only` takes. */
const FAMILIES = {
  evaluation: measureEvaluation,
  'start-up': measureStartUp,
  'agent-update': measureAgentUpdate,
  'event-bus': measureEventBus,
  log: measureLog,
  'contact-lives': measureContactLives,
  'foreign-messages': measureForeignMessages,
};

const { values: options } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });
const names = options.only?.split(',') ?? Object.keys(FAMILIES);
const unknown = names.filter((name) => !(name in FAMILIES));
if (unknown.length > 0) {
  throw new Error(`No rows are called ${unknown.join(', ')}; there are ${Object.keys(FAMILIES).join(', ')}.`);
}

const started = performance.now();
const session = await startSession();
const rows = [];
let browser;
try {
  browser = await session.version();
  for (const name of names) {
    process.stderr.write(`${name} …\n`);
    rows.push(...(await FAMILIES[name](session)));
  }
} finally {
  await session.close();
}

const seconds = Math.round((performance.now() - started) / 1000);
const [{ model }] = cpus();
console.log(`${browser}, ${cpus().length} × ${model}, ${seconds} s\n`);
console.log(tableOf(rows));
const over = rows.filter(({ within }) => within === false).length;
console.log(`\n${over === 0 ? 'All within their budgets.' : `${over} over budget.`}`);
if (options.json) await writeFile(options.json, `${JSON.stringify({ browser, seconds, rows }, null, 2)}\n`);
