// SECURITY.md: each promise names what shows it, and each test that it names is there under that name.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const ROOT = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, ROOT), 'utf8');

/** The rows of the table of promises: what is promised, and what shows it. */
const rows = read('SECURITY.md')
  .split('\n## What is trusted')[0]
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| promise'))
  .map((line) => line.slice(2, -2).split(' | '));

/** Titles of the tests in a file, and of the groups that they stand in; `run` runs a block of the documents. */
const titlesOf = (path) =>
  [...read(path).matchAll(/\b(?:it|test|describe|run)\(\s*(?:(['"`])((?:\\.|(?!\1)[^])*)\1)/g)].map(
    ([, , title]) => title,
  );

/** `path`: "title", "title"; or a path or a script alone. */
const CLAIM = /`([^`]+)`(?::((?:,? "[^"]+")+))?/g;

test('every promise is shown by something', () => {
  assert.ok(rows.length > 15);
  for (const row of rows) assert.equal(row.length, 2, row[0]);
});

for (const [promise, claims] of rows) {
  test(promise, () => {
    const found = [...claims.matchAll(CLAIM)];
    assert.ok(found.length > 0, `nothing shows it: ${claims}`);
    for (const [, what, names] of found) {
      const [, script] = /^npm run (\S+)$/.exec(what) ?? [];
      if (script) {
        assert.ok(JSON.parse(read('package.json')).scripts[script], what);
        continue;
      }
      const titles = titlesOf(what);
      for (const [, name] of (names ?? '').matchAll(/"([^"]+)"/g)) {
        assert.ok(
          titles.some((title) => title.includes(name)),
          `${what} has no test "${name}"`,
        );
      }
    }
    assert.equal(claims.replace(CLAIM, '').replace(/[;\s]/g, ''), '', 'all of it is understood');
  });
}

/** The product's own sources, without the simulator. */
const sources = ['src', 'elements']
  .flatMap((folder) => readdirSync(new URL(folder, ROOT), { recursive: true }).map((name) => `${folder}/${name}`))
  .filter((path) => path.endsWith('.ts') && !path.startsWith('src/simulator/'));

/** Source without its comments. */
const codeOf = (path) => read(path).replace(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*/g, '');

const filesWith = (pattern) => sources.filter((path) => pattern.test(codeOf(path)));

test('storage is used by the memory of devices, by favourites, and by recent contacts where a page asks for it', () => {
  const storage = /\b(?:localStorage|sessionStorage|indexedDB|cookieStore|caches)\b|document\.cookie/;
  assert.deepEqual(filesWith(storage), [
    'elements/contact-controls/favourites.ts',
    'elements/devices/memory.ts',
    'elements/recent-contacts/history.ts',
  ]);
  const key = /MEMORY_KEY = '([^']+)'/.exec(read('elements/devices/memory.ts'))[1];
  assert.ok(read('SECURITY.md').includes(`\`${key}\``), key);
  assert.ok(read('SECURITY.md').includes('`connect-ccp-elements.recent`'));
  assert.ok(read('SECURITY.md').includes('`connect-ccp-elements.favourites`'));
  const agents = Number(/AGENTS = (\d+)/.exec(read('elements/devices/memory.ts'))[1]);
  assert.equal(agents, 20, 'SECURITY.md says twenty');
});

test('two policies of Trusted Types are made', () => {
  assert.deepEqual(filesWith(/\.createPolicy\(/), ['src/resiliency/active-connect.ts']);
  const made = [read('src/resiliency/active-connect.ts'), read('node_modules/lit-html/development/lit-html.js')]
    .flatMap((source) => [...source.matchAll(/\.createPolicy\('([^']+)'/g)])
    .map(([, name]) => name);
  assert.deepEqual(made, ['connect-ccp-elements', 'lit-html']);
  for (const name of made) assert.ok(read('SECURITY.md').includes(`\`${name}\``), name);
});

test("the sign-in window's opener is cut off in Firefox, and SECURITY.md says that it is not elsewhere", () => {
  const code = codeOf('src/sign-in/popup.ts');
  assert.match(code, /\.opener = null/);
  assert.match(code, /'-moz-appearance'/);
  assert.match(read('SECURITY.md'), /in other browsers than Firefox: it has your page as its `opener`/);
});

test('no entry of the log is sent: nothing that knows the log sends its entries', () => {
  assert.deepEqual(
    filesWith(/(?:send|broadcast|report|sendUpstream)\([^)]*(?:LinkEventType\.LOG\b|SEND_LOGS|getEntries)/),
    [],
  );
  assert.deepEqual(
    sources.filter((path) => path.startsWith('src/log/') && /conduit|postMessage|fetch\(/.test(codeOf(path))),
    [],
  );
});
