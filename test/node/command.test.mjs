// The command of the package: what it can do is said, the simulator is served and copied, the doctor's codes are told.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);
const COMMAND = fileURLToPath(new URL('bin/connect-ccp-elements.mjs', ROOT));
const run = (...words) => spawnSync(process.execPath, [COMMAND, ...words], { encoding: 'utf8' });
const { version } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'));

const ANSWERS = [
  { words: [], status: 0, stdout: /simulator \[--port[^]*simulator --copy[^]*doctor \[<code>\][^]*migrate-check/ },
  { words: ['--version'], status: 0, stdout: new RegExp(`^${version.replaceAll('.', '\\.')}\n$`) },
  { words: ['dance'], status: 2, stderr: /There is no command "dance"/ },
  { words: ['doctor'], status: 0, stdout: /no-answer[^]*other-origin[^]*docs\/troubleshooting\.md/ },
  {
    words: ['doctor', 'popup-blocked'],
    status: 0,
    stdout: /^popup-blocked\n\nThe browser did not let[^]*#popup-blocked\n$/,
  },
  { words: ['doctor', 'hiccups'], status: 2, stderr: /There is no code "hiccups"[^]*no-answer/ },
  { words: ['simulator', '--help'], status: 0, stdout: /--port[^]*--copy/ },
  { words: ['simulator', '--port', 'high'], status: 2, stderr: /"high" is no port: take a number from 1 to 65535/ },
  { words: ['simulator', '--prot', '8001'], status: 2, stderr: /'--prot'[^]*--port/ },
  { words: ['simulator', '--copy', ''], status: 2, stderr: /Into which folder/ },
];

for (const { words, status, stdout = /^$/, stderr = /^$/ } of ANSWERS) {
  test(`connect-ccp-elements ${words.join(' ')}`, () => {
    const told = run(...words);
    assert.match(told.stdout, stdout);
    assert.match(told.stderr, stderr);
    assert.equal(told.status, status);
  });
}

test('every code of the doctor is told, without what only programs read', () => {
  const [, union] = /type DiagnosisCode =([^;]+);/.exec(readFileSync(new URL('src/doctor/diagnosis.ts', ROOT), 'utf8'));
  for (const [, code] of union.matchAll(/'([\w-]+)'/g)) {
    const { status, stdout } = run('doctor', code);
    assert.equal(status, 0, code);
    assert.doesNotMatch(stdout, /<!--/);
  }
});

test('the simulator is copied whole', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const { status } = run('simulator', '--copy', join(folder, 'public/simulator'));
  assert.equal(status, 0);
  assert.deepEqual(readdirSync(join(folder, 'public/simulator')).sort(), ['ccp.html', 'worker.js']);
});

test('the simulator is served to this machine alone, with a page that shows it', async (t) => {
  const server = spawn(process.execPath, [COMMAND, 'simulator', '--port', '8951']);
  t.after(() => server.kill());
  const [said] = await once(server.stdout, 'data');
  const [origin] = /http:\/\/localhost:\d+/.exec(String(said));
  const page = await (await fetch(origin)).text();
  const [, address] = /ccp-url="([^"]+)"/.exec(page);
  assert.match(await (await fetch(new URL(address, origin))).text(), /Contact control panel \(simulator\)/);
  assert.equal(
    (await fetch(`${origin}/dist/simulator/worker.js`)).headers.get('content-type'),
    'text/javascript; charset=utf-8',
  );
  for (const path of ['/package.json', '/dist/%2e%2e/package.json', '/dist/.hidden', '/src/index.ts']) {
    assert.equal((await fetch(origin + path)).status, 404, path);
  }
});
