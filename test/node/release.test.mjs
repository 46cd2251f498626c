// A release: the dry run tells the version and the notes that the changes come to, names every file that says the version, and changes
// nothing. Done in a copy of what is committed.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];

/** A copy of the repository with something changed since the version that is tagged. */
function copy(t, { published = false, note } = {}) {
  const folder = join(mkdtempSync(join(tmpdir(), 'release-test-')), 'copy');
  t.after(() => rmSync(join(folder, '..'), { recursive: true, force: true }));
  const git = (...args) => execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
  execFileSync('git', ['clone', '--quiet', ROOT, folder], { stdio: 'ignore' });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, '.git/info/exclude'), 'node_modules\n');
  if (published) git('tag', 'v0.1.0');
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
  assert.match(stdout, /^Version 0\.1\.0, tag v0\.1\.0\./);
  assert.match(stdout, /CHANGELOG\.md/);
});

test('a change makes the next one, in every file that names it, and nothing else is changed', (t) => {
  const { git, run } = copy(t, { published: true, note: 'A window above all others.' });
  const { stdout, stderr, status } = run();
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^Version 0\.2\.0, tag v0\.2\.0\./);
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
  assert.equal(git('tag').trim(), 'v0.1.0');
});

test('without a change there is none', (t) => {
  const { stderr, status } = copy(t, { published: true }).run();
  assert.equal(status, 1);
  assert.match(stderr, /Nothing has changed since 0\.1\.0/);
});
