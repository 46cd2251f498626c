// SECURITY.md: each promise names what shows it, and each test that it names is there under that name.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const ROOT = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, ROOT), 'utf8');

/** The rows of the table of promises: what is promised, and what shows it. */
const rows = read('SECURITY.md')
  .split('\n## What is trusted')[0]
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| promise'))
  .map((line) => line.slice(2, -2).split(' | '));

/** Titles of the tests in a file, and of the groups that they stand in; `run` runs a block of the README. */
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
