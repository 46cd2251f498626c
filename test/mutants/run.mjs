// Would the tests notice? Changes the sources in small ways, one at a time, and runs the unit tests that reach the change.
// `npm run mutants -- src/agent src/events` goes on where it stopped; see README.md beside this file.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MutantBrowser } from './browser.mjs';
import { measureCoverage, runsFor } from './coverage.mjs';
import { documentOf, keyOf, linesOf, scoresOf } from './report.mjs';
import { schemataOf } from './schemata.mjs';
import { serveMutants } from './server.mjs';
import { WithoutPage } from './without-page.mjs';

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

const served = new Map([...schemata].map(([file, { text }]) => [file, text]));

/**
 * Measures what tests reach, where that is not known, and judges mutants.
 * @param runners each runs one task at a time.
 * @param name of what is known of these runners.
 * @param mutants what to judge.
 * @param take is told each verdict.
 */
async function work(runners, name, mutants, take) {
  const known = kept(name, {});
  const atOnce = (act) => Promise.all(runners.map(act));
  const toMeasure = [...testFiles];
  await atOnce(async (runner) => {
    for (let file; Date.now() < end && (file = toMeasure.shift());) {
      const measured = { rootDir: ROOT, testFiles: [file], sources, known, timeout: limitOf(runner), say };
      await measureCoverage({ runner, ...measured });
    }
  });
  keep(name, known);
  if (toMeasure.length > 0) return say(`${toMeasure.length} test files are still to be measured: run again.`);
  const left = [...mutants];
  say(`${left.length} mutants to go, ${name}`);
  await atOnce(async (runner) => {
    for (let next; Date.now() < end && (next = left.shift());) take(next, await judge(runner, next, known));
  });
  if (left.length > 0) say(`${left.length} are left: run again.`);
}

/** `killed`, `endless`, `survived`, or `unreached`. */
async function judge(runner, { file, mutant }, known) {
  const runs = runsFor(file, mutant.n, known, Number(options.seconds) * 1000);
  if (runs.length === 0) return 'unreached';
  for (const { file: testFile, titles, ms } of runs) {
    const task = { file: testFile, mutant: [file, mutant.n], titles, timeout: limitOf(runner) };
    const limit = 3 * ms + 30_000;
    let result = await runner.run(task, limit);
    // On a machine that is busy, late is not wrong.
    if (result?.failures.some(isLate)) result = await runner.run({ ...task, timeout: 5 * task.timeout }, 3 * limit);
    if (result === null) return 'endless';
    if (result.failures.length > 0) return 'killed';
  }
  return 'survived';
}

/** What needs no page takes no time either: what waits there waits for a page. */
const limitOf = (runner) => (runner instanceof WithoutPage ? 2_000 : TEST_PATIENCE);

/** In the words of mocha, and of `without-page-thread.mjs`. */
const isLate = ({ message }) => /^Timeout of|^not in time/.test(message);

/** What no test without a page has noticed, and no other has been asked. */
const PAGELESS = 'pageless';

const isDead = (verdict) => verdict === 'killed' || verdict === 'endless';

if (!options.report) {
  const count = Number(options.browsers);
  const isOpen = ({ key }) =>
    options.again ? !isDead(results[key]) : !results[key] || (results[key] === PAGELESS && count > 0);
  const save = setInterval(() => keep('results', results), 10_000);
  const common = { rootDir: ROOT, sources: served };
  const threads = Array.from({ length: 2 }, () => new WithoutPage({ ...common, patience: PATIENCE / 5 }));
  const alive = [];
  await work(threads, 'without a page', sample.filter(isOpen), (one, verdict) => {
    if (isDead(verdict)) results[one.key] = verdict;
    else {
      alive.push(one);
      results[one.key] ??= PAGELESS;
    }
  });
  if (count > 0 && alive.length > 0) {
    const server = await serveMutants({ ...common, patience: PATIENCE });
    const browsers = Array.from({ length: count }, () => new MutantBrowser(server.url));
    await work(browsers, 'in a page', alive, ({ key }, verdict) => {
      results[key] = verdict;
      if (!isDead(verdict)) say(`${verdict} ${key}`);
    });
    await Promise.all(browsers.map((browser) => browser.stop()));
    await server.stop();
  } else for (const { key } of alive) say(`not noticed without a page: ${key}`);
  clearInterval(save);
  keep('results', results);
}

const scores = scoresOf(sample, results);
if (options.report) {
  const path = fileURLToPath(new URL('README.md', import.meta.url));
  const [above] = readFileSync(path, 'utf8').split('<!-- what came of it -->');
  writeFileSync(path, `${above}<!-- what came of it -->\n\n${documentOf(scores)}`);
}
say(linesOf(scores));
process.exit(0);
