// Makes a release: version, notes, hashes, commit and tag. `npm run release -- --dry-run` does all but the build in a copy, and prints what
// would be. What has changed since the last one stands in .changeset, one note for each change, written by `npx changeset`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const NOT_YET = ' (not published yet)';

/** Files that name the version, beside package.json: each with how it does. */
const NAMING = [
  ['src/version.ts', (from, to) => [`VERSION = '${from}'`, `VERSION = '${to}'`]],
  ...['README.md', 'docs'].map((path) => [
    path,
    (from, to) => [`connect-ccp-elements@${from}/`, `connect-ccp-elements@${to}/`],
  ]),
];

const sh = (cwd, command, ...args) => execFileSync(command, args, { cwd, encoding: 'utf8' }).trim();
const versionIn = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;

function fail(words) {
  console.error(words);
  process.exit(1);
}

/** Paths of the texts that a path stands for. */
const textsAt = (folder, path) =>
  path.includes('.')
    ? [join(folder, path)]
    : readdirSync(join(folder, path), { recursive: true })
        .filter((name) => name.endsWith('.md') && !name.startsWith('.'))
        .map((name) => join(folder, path, name));

/** Names the version where npm would at the next installation. */
function nameInLock(folder, version) {
  const path = join(folder, 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  lock.version = version;
  lock.packages[''].version = version;
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
}

/** Gives the repository in this folder its next version, and the notes of it. Returns both. */
function nextVersion(folder) {
  const before = versionIn(folder);
  const notes = readdirSync(join(folder, '.changeset')).filter((name) => name.endsWith('.md'));
  const isPublished = sh(folder, 'git', 'tag', '--list', `v${before}`) !== '';
  if (notes.length === 0 && isPublished) fail(`Nothing has changed since ${before}: there is no note in .changeset.`);
  if (notes.length > 0) sh(folder, 'npx', 'changeset', 'version');
  const version = versionIn(folder);
  const changelog = join(folder, 'CHANGELOG.md');
  const text = readFileSync(changelog, 'utf8').replace(`## ${version}${NOT_YET}`, `## ${version}`);
  writeFileSync(changelog, text);
  for (const [path, change] of NAMING) {
    const [from, to] = change(before, version);
    for (const file of textsAt(folder, path)) writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to));
  }
  nameInLock(folder, version);
  const [, section] = text.split(`\n## ${version}\n`);
  if (section === undefined) fail(`CHANGELOG.md has no section "## ${version}".`);
  return { version, notes: section.split('\n## ')[0].trim() };
}

/** Commits and tags what is in this folder. */
function commit(folder, { version, notes }) {
  sh(folder, 'git', 'add', '--all');
  sh(folder, 'git', 'commit', '--quiet', '--message', `Version ${version}`);
  sh(folder, 'git', 'tag', '--annotate', `v${version}`, '--cleanup=verbatim', '--message', `${version}\n\n${notes}`);
}

function dryRun() {
  const folder = join(mkdtempSync(join(tmpdir(), 'release-')), 'copy');
  sh(ROOT, 'git', 'clone', '--quiet', '--no-hardlinks', ROOT, folder);
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  try {
    const release = nextVersion(folder);
    sh(folder, 'git', 'add', '--all', '--', ':!node_modules');
    console.log(`Version ${release.version}, tag v${release.version}. It would change:\n`);
    console.log(sh(folder, 'git', 'diff', '--cached', '--stat'));
    console.log(`\nand what a build changes: docs/elements, docs/bundles.md.\n\nThe notes:\n\n${release.notes}`);
  } finally {
    rmSync(join(folder, '..'), { recursive: true, force: true });
  }
}

if (sh(ROOT, 'git', 'status', '--porcelain') !== '') fail('Commit first: a release is made of what is committed.');
if (process.argv.includes('--dry-run')) dryRun();
else {
  const release = nextVersion(ROOT);
  sh(ROOT, 'npm', 'run', '--silent', 'reference');
  sh(ROOT, 'npm', 'run', '--silent', 'sri');
  commit(ROOT, release);
  console.log(`Version ${release.version} is committed and tagged. Publish it from a clean clone:

  npm ci && npm run --silent build && npm publish
  git push --follow-tags`);
}
