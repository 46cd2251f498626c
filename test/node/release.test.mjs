// A release: the dry run tells the version and the notes that the changes come to, names every file that says the version, and changes
// nothing. Done in a copy of what is committed.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const [major, minor] = version.split('.').map(Number);
const next = `${major}.${minor + 1}.0`;
const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];

/** A copy of the repository with something changed since the version that is tagged. */
function copy(t, { published = false, note } = {}) {
  const folder = join(mkdtempSync(join(tmpdir(), 'release-test-')), 'copy');
  t.after(() => rmSync(join(folder, '..'), { recursive: true, force: true }));
  const git = (...args) => execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
  execFileSync('git', ['clone', '--quiet', ROOT, folder], { stdio: 'ignore' });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, '.git/info/exclude'), 'node_modules\n');
  for (const tag of git('tag').split('\n').filter(Boolean)) git('tag', '--delete', tag);
  if (published) git('tag', `v${version}`);
  if (note) {
    writeFileSync(join(folder, '.changeset/a-note.md'), `---\n'connect-ccp-elements': minor\n---\n\n${note}\n`);
    git('add', '--all');
    git('commit', '--quiet', '--message', 'A change');
  }
  return {
    git,
    run: () => spawnSync(process.execPath, ['scripts/release.mjs', '--dry-run'], { cwd: folder, encoding: 'utf8' }),
  };
}

test('the first version is released as it stands', (t) => {
  const { stdout, status } = copy(t).run();
  assert.equal(status, 0);
  assert.ok(stdout.startsWith(`Version ${version}, tag v${version}.`), stdout);
});

test('a change makes the next one, in every file that names it, and nothing else is changed', (t) => {
  const { git, run } = copy(t, { published: true, note: 'A window above all others.' });
  const { stdout, stderr, status } = run();
  assert.equal(status, 0, stderr);
  assert.ok(stdout.startsWith(`Version ${next}, tag v${next}.`), stdout);
  for (const path of [
    'CHANGELOG.md',
    'README.md',
    'docs/bundles.md',
    'package-lock.json',
    'package.json',
    'src/version.ts',
  ]) {
    assert.ok(stdout.includes(path), path);
  }
  assert.match(stdout, /The notes:\n\n### Minor Changes\n\n- .*A window above all others\./);
  assert.equal(git('status', '--porcelain'), '');
  assert.equal(git('tag').trim(), `v${version}`);
});

test('without a change there is none', (t) => {
  const { stderr, status } = copy(t, { published: true }).run();
  assert.equal(status, 1);
  assert.ok(stderr.startsWith(`Nothing has changed since ${version}`), stderr);
});
