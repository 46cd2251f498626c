// The same sources give the same bytes, wherever and whenever they are built: else the hashes in the documents would be of one machine.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = [
  'src',
  'elements',
  'scripts',
  'test/interop/exceptions.json',
  'rollup.config.mjs',
  'tsconfig.json',
  'tsconfig.build.json',
];

/** Every file that a build makes, with what is in it. */
function builtIn(tree) {
  return new Map(
    ['dist', 'cdn']
      .flatMap((folder) => readdirSync(join(tree, folder), { recursive: true }).map((name) => join(folder, name)))
      .filter((path) => statSync(join(tree, path)).isFile())
      .map((path) => [path, readFileSync(join(tree, path), 'utf8')]),
  );
}

test('a build in another folder, time zone and language', (t) => {
  const tree = mkdtempSync(join(tmpdir(), 'connect-ccp-elements-build-'));
  t.after(() => rmSync(tree, { recursive: true, force: true }));
  for (const path of [...SOURCES, 'package.json', 'LICENSE'])
    cpSync(join(root, path), join(tree, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction');
  const env = { ...process.env, TZ: 'Pacific/Chatham', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' };
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: tree, env, stdio: 'ignore' });

  const [here, there] = [builtIn(root), builtIn(tree)];
  assert.deepEqual([...there.keys()].sort(), [...here.keys()].sort());
  assert.deepEqual(
    [...here.keys()].filter((path) => here.get(path) !== there.get(path)),
    [],
  );
});
