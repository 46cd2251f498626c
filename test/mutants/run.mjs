// Would the tests notice? Changes the sources in small ways, one at a time, and runs the unit tests that reach the change.
// `npm run mutants -- src/agent src/events` goes on where it stopped; see README.md beside this file.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MutantBrowser } from './browser.mjs';
import { measureCoverage, runsFor } from './coverage.mjs';
import { keyOf, reportOf } from './report.mjs';
import { schemataOf } from './schemata.mjs';
import { serveMutants } from './server.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const CACHE = `${ROOT}/node_modules/.cache/mutants`;

/** What is tested unless folders or files are named. */
const FOLDERS = [
  'src/agent',
  'src/events',
  'src/conduit',
  'src/embedding',
  'src/sign-in',
  'src/api',
  'elements/host',
  'elements/verbs',
  'elements/commands',
];

/** How long a test waits for one thing, and how long a whole test may take, in milliseconds: what comes, comes soon. */
const PATIENCE = 2_500;
const TEST_PATIENCE = 12_000;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '10' },
    browsers: { type: 'string', default: '2' },
    seconds: { type: 'string', default: '8' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    again: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
  },
});
const asked = positionals.length > 0 ? positionals : FOLDERS;
const end = Date.now() + Number(options.minutes) * 60_000;
const say = (text) => process.stdout.write(`${text}\n`);

const kept = (name, otherwise) => {
  try {
    return JSON.parse(readFileSync(`${CACHE}/${name}.json`, 'utf8'));
  } catch {
    return otherwise;
  }
};
const keep = (name, value) => {
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(`${CACHE}/${name}.json`, JSON.stringify(value));
};

function filesOf(path) {
  if (statSync(`${ROOT}/${path}`).isFile()) return [path];
  const names = readdirSync(`${ROOT}/${path}`, { recursive: true });
  return names.filter((name) => name.endsWith('.ts')).map((name) => `${path}/${name}`);
}

/** The same order every time for the same seed (mulberry32). */
function shuffled(list, seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return list
    .map((value) => ({ value, order: next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value);
}

// Everything that is ever tested is instrumented at once: what tests reach is measured once for all of it.
const sources = new Map(FOLDERS.flatMap(filesOf).map((file) => [file, readFileSync(`${ROOT}/${file}`, 'utf8')]));
const schemata = new Map([...sources].map(([file, text]) => [file, schemataOf(file, text)]));
const results = kept('results', {});
const testFiles = readdirSync(`${ROOT}/test`)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `test/${name}`);

const chosen = asked
  .flatMap(filesOf)
  .flatMap((file) => (schemata.get(file)?.mutants ?? []).map((mutant) => ({ file, mutant, key: keyOf(file, mutant) })));
const sample = options.sample ? shuffled(chosen, Number(options.seed)).slice(0, Number(options.sample)) : chosen;

if (!options.report) {
  const server = await serveMutants({
    rootDir: ROOT,
    sources: new Map([...schemata].map(([file, { text }]) => [file, text])),
    patience: PATIENCE,
  });
  const browsers = Array.from({ length: Number(options.browsers) }, () => new MutantBrowser(server.url));
  try {
    const known = kept('coverage', {});
    const queue = [...testFiles];
    await Promise.all(
      browsers.map(async (browser) => {
        for (let file; Date.now() < end && (file = queue.shift());) {
          await measureCoverage({
            browser,
            rootDir: ROOT,
            testFiles: [file],
            sources,
            known,
            timeout: TEST_PATIENCE,
            say,
          });
        }
      }),
    );
    keep('coverage', known);
    const left =
      queue.length > 0 ? [] : sample.filter(({ key }) => (options.again ? results[key] !== 'killed' : !results[key]));
    say(
      queue.length > 0
        ? `${queue.length} test files are still to be measured: run again.`
        : `${left.length} mutants to go`,
    );
    await Promise.all(
      browsers.map(async (browser) => {
        for (let next; Date.now() < end && (next = left.shift());) {
          const began = Date.now();
          results[next.key] = await judge(browser, next, known);
          if (results[next.key] !== 'killed') say(`${results[next.key]} ${next.key}`);
          if (process.env.TIMES) say(`${Date.now() - began} ms ${results[next.key]} ${next.mutant.n}`);
          if (left.length % 50 === 0) keep('results', results);
        }
      }),
    );
    if (left.length > 0) say(`${left.length} are left: run again.`);
  } finally {
    keep('results', results);
    await Promise.all(browsers.map((browser) => browser.stop()));
    await server.stop();
  }
}

/** `killed`, `endless`, `survived`, or `unreached`. */
async function judge(browser, { file, mutant }, known) {
  const runs = runsFor(file, mutant.n, known, Number(options.seconds) * 1000);
  if (runs.length === 0) return 'unreached';
  for (const { file: testFile, titles, ms } of runs) {
    const task = { file: testFile, mutant: [file, mutant.n], titles, timeout: TEST_PATIENCE };
    const result = await browser.run(task, 3 * ms + 30_000);
    if (result === null) return 'endless';
    if (result.failures.length > 0) return 'killed';
  }
  return 'survived';
}

say(reportOf(sample, results));
process.exit(0);
