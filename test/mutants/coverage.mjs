// Which tests reach which mutants: each file of unit tests runs once with none of them on.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Files that are run at most for one mutant. */
const FILES = 20;

/** How long a test file may take with no mutant on, in milliseconds. */
const LIMIT = 180_000;

/**
 * @typedef {object} TestFile
 * @property {string} key what it was made of: its own text, and the sources.
 * @property {{title: string, ms: number}[]} tests those that pass.
 * @property {string[]} failures titles of those that do not: they say nothing of mutants.
 * @property {Record<string, number[]>} common by source: what is reached outside of single tests.
 * @property {Record<string, Record<string, number[]>>} reached by source and number: the indices of the tests.
 */

/**
 * Runs those test files whose own text or whose sources have changed since.
 * @param {Record<string, TestFile>} known from the last time; changed in place.
 */
export async function measureCoverage({ runner, rootDir, testFiles, sources, known, timeout, say }) {
  const hashes = new Map([...sources].map(([file, text]) => [file, hashOf(text)]));
  for (const testFile of testFiles) {
    const own = hashOf(readFileSync(`${rootDir}/${testFile}`, 'utf8'));
    const old = known[testFile];
    const isFresh = old && old.own === own && [...hashes].every(([file, hash]) => old.sources[file] === hash);
    if (isFresh) continue;
    const result = await runner.run({ file: `/${testFile}`, mutant: null, titles: null, timeout }, LIMIT).catch(noFile);
    known[testFile] = { own, sources: Object.fromEntries(hashes), ...summed(result) };
    const { tests, failures } = known[testFile];
    say(`${testFile}: ${tests.length} tests are of use, ${failures.length} are not`);
  }
}

/** A file that this runner cannot even load. */
const noFile = (error) => ({ tests: [], common: [], failures: [{ title: 'the whole file', message: String(error) }] });

function summed(result) {
  if (!result) return { tests: [], failures: ['the whole file, which does not end'], common: {}, reached: {} };
  const common = {};
  for (const taken of result.common) {
    for (const [file, numbers] of Object.entries(taken)) (common[file] ??= []).push(...numbers);
  }
  const tests = result.tests.filter(({ passed }) => passed);
  const reached = {};
  tests.forEach((test, index) => {
    for (const taken of test.reached) {
      for (const [file, numbers] of Object.entries(taken)) {
        for (const n of numbers) ((reached[file] ??= {})[n] ??= []).push(index);
      }
    }
  });
  return {
    tests: tests.map(({ title, ms }) => ({ title, ms })),
    failures: result.failures.map(({ title }) => title),
    common,
    reached,
  };
}

const nameOf = (path) => path.replace(/^.*\//, '').replace(/(\.test)?\.ts$/, '');

/**
 * The runs that could notice a mutant, those first that are likeliest and shortest. What is in the way of every message is reached
 * by nearly all tests; what those nearest to it do not notice counts as survived, so that a score is never better than the tests.
 * @param {number} time milliseconds of tests that are run at most for one mutant.
 * @returns {{file: string, titles: string[], ms: number}[]}
 */
export function runsFor(file, n, known, time) {
  const runs = [];
  for (const [testFile, { tests, common, reached }] of Object.entries(known)) {
    const single = reached[file]?.[n];
    // What is reached by the load of a module alone can be noticed by any test of a file.
    const isLoad = !single && common[file]?.includes(n);
    const indices = isLoad || common[file]?.includes(n) ? tests.keys() : (single ?? []);
    const chosen = [...indices].map((index) => tests[index]);
    if (chosen.length === 0) continue;
    const ms = chosen.reduce((sum, one) => sum + one.ms, 0);
    const isNear = nameOf(testFile) === nameOf(file);
    runs.push({
      file: `/${testFile}`,
      titles: chosen.map(({ title }) => title),
      ms,
      rank: isNear ? 0 : isLoad ? 2 : 1,
    });
  }
  runs.sort((a, b) => a.rank - b.rank || a.ms - b.ms);
  let spent = 0;
  return runs.slice(0, FILES).filter(({ ms }, index) => index === 0 || (spent += ms) < time);
}
