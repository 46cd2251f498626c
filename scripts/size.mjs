// Weighs what a page downloads: each file against the base commit, against its ceiling, and beside amazon-connect-streams. Exits 1 where
// a file is over its ceiling, or more than 2 % larger than in the base with no line in docs/figures.md that says what that buys.
// The base is the commit that is named, `npm run size -- <commit>`, else where this branch has left main, else the commit before.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../', import.meta.url));
const CACHE = join(root, 'node_modules/.cache/connect-ccp-elements-sizes');
const UPSTREAM = ['connect-streams-min.js', 'connect-streams-dr-min.js'];

/** A larger share of growth has to be accounted for. */
const TOLERANCE = 0.02;

/** Ceilings in kB (1000 bytes) of gzip -9. What has none is fetched when it is needed. */
const CEILINGS = { 'connect-streams.min.js': 60, 'connect-ccp.min.js': 145, 'connect-panel.min.js': 100 };
const CEILING_OF_LANGUAGES = 8;

/** The ceiling of a file of cdn/; undefined if it has none. */
export const ceilingOf = (name) => (name.startsWith('lang/') ? CEILING_OF_LANGUAGES : CEILINGS[name]);

const weigh = (path) => gzipSync(readFileSync(path), { level: 9 }).length;

/** Bytes of each script in the folder cdn/ of a build, by its path there. */
function sizesIn(tree) {
  const folder = join(tree, 'cdn');
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true }) : [];
  const scripts = names.map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.js'));
  return Object.fromEntries(scripts.sort().map((name) => [name, weigh(join(folder, name))]));
}

const git = (...args) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** The commit to compare with; null where there is no history. */
function baseCommit(named) {
  try {
    if (named) return git('rev-parse', '--verify', `${named}^{commit}`);
    const head = git('rev-parse', 'HEAD');
    const left = git('merge-base', 'HEAD', 'main');
    return left === head ? git('rev-parse', 'HEAD~1') : left;
  } catch {
    if (named) throw new Error(`${named} is no commit of this repository.`);
    return null;
  }
}

/** Sizes of another commit: those that were measured before, else of a build of it, which has the packages of this one. */
function sizesOf(commit) {
  const known = join(CACHE, `${commit}.json`);
  if (existsSync(known)) return JSON.parse(readFileSync(known, 'utf8'));
  const tree = mkdtempSync(join(tmpdir(), 'connect-ccp-elements-base-'));
  try {
    execFileSync('tar', ['-x', '-C', tree], {
      input: execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 1e9 }),
    });
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction');
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: tree, stdio: 'ignore' });
    const sizes = sizesIn(tree);
    mkdirSync(dirname(known), { recursive: true });
    writeFileSync(known, JSON.stringify(sizes));
    return sizes;
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

/** A row of the table of growth in docs/figures.md: `| cdn/x.min.js | 1 000 → 1 100 | what that buys |`. */
const GROWTH = /^\| `cdn\/([\w./-]+)` \| [\d ]+ → ([\d ]+) \| (\S.*?) \|$/gm;

/**
 * Up to which size growth is accounted for.
 * @param {string} text of docs/figures.md.
 * @returns {Map<string, number>} bytes, by file.
 */
export const accountedFor = (text) =>
  new Map([...text.matchAll(GROWTH)].map(([, name, bytes]) => [name, Number(bytes.replaceAll(' ', ''))]));

/**
 * What is wrong with the size of a file, in words; empty if nothing is.
 * @param {{name: string, now: number, before?: number, accounted?: number}} file sizes in bytes; `accounted` as above.
 */
export function verdict({ name, now, before, accounted = 0 }) {
  const ceiling = ceilingOf(name) * 1000;
  if (now > ceiling) return `over its ceiling of ${ceiling} bytes`;
  const allowed = (1 + TOLERANCE) * Math.max(before ?? now, accounted);
  return now > allowed ? 'grown, and docs/figures.md does not say what for' : '';
}

const bytes = (count) => (count === undefined ? '–' : String(count).replace(/\B(?=(\d{3})+$)/g, ' '));

function run(named) {
  const here = sizesIn(root);
  if (Object.keys(here).length === 0) throw new Error('Nothing is built: run `npm run build` first.');
  const commit = baseCommit(named);
  const base = commit ? sizesOf(commit) : {};
  const figures = join(root, 'docs/figures.md');
  const accounted = accountedFor(existsSync(figures) ? readFileSync(figures, 'utf8') : '');
  const rows = Object.entries(here).map(([name, now]) => {
    const before = base[name];
    return { name, now, before, problem: verdict({ name, now, before, accounted: accounted.get(name) }) };
  });
  const table = [
    ['gzip -9', commit ? commit.slice(0, 7) : 'no base', 'now', 'change', 'ceiling', ''],
    ...rows.map(({ name, now, before, problem }) => [
      `cdn/${name}`,
      bytes(before),
      bytes(now),
      before === undefined
        ? 'new'
        : `${now < before ? '−' : '+'}${((Math.abs(now - before) / before) * 100).toFixed(1)} %`,
      ceilingOf(name) ? `${ceilingOf(name)} kB` : '–',
      problem,
    ]),
    ...UPSTREAM.map((name) => {
      const path = join(root, 'node_modules/amazon-connect-streams/release', name);
      return [`amazon-connect-streams/${name}`, '', bytes(weigh(path)), '', '', ''];
    }),
  ];
  const widths = table[0].map((_, column) => Math.max(...table.map((cells) => cells[column].length)));
  for (const cells of table) {
    const padded = cells.map((cell, column) =>
      column % 5 ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
    );
    console.log(padded.join('  ').trimEnd());
  }
  for (const name of Object.keys(base)) if (!(name in here)) console.log(`cdn/${name} is gone (${bytes(base[name])}).`);
  return rows.every(({ problem }) => !problem);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = run(process.argv[2]) ? 0 : 1;
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
