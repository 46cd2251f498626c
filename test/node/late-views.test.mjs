// What is fetched when it is needed leads to no index of all requests: esbuild then runs that index with the late part alone, and
// pages that were made of it have no requests in time.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ELEMENTS = join(ROOT, 'elements');
const INDEX = 'elements/verbs/requests.ts';

const LATE = /\bimport\(\s*(?:\/\*.*?\*\/\s*)?'(\.[^']+)\.js'\s*\)/g;
/** Imports of types alone are gone when they are compiled, and so are types named in a type. */
const STATIC = /^(?:import|export)\s+(?!type\b)[^;]*?'(\.[^']+)\.js'/gm;

const read = (path) => readFileSync(path, 'utf8');
const targetsOf = (path, pattern) =>
  [...read(path).matchAll(pattern)].map(([, target]) => join(dirname(path), `${target}.ts`));

const sources = readdirSync(ELEMENTS, { recursive: true })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => join(ELEMENTS, name));

const late = [...new Set(sources.flatMap((path) => targetsOf(path, LATE)))]
  .filter((path) => path.startsWith(ELEMENTS))
  .toSorted();

/** The way by static imports from a module to the index, or null. */
function wayToIndex(start) {
  const ways = new Map([[start, [start]]]);
  for (const [path, way] of ways) {
    if (relative(ROOT, path) === INDEX) return way.map((one) => relative(ROOT, one)).join(' → ');
    for (const target of targetsOf(path, STATIC)) if (!ways.has(target)) ways.set(target, [...way, target]);
  }
  return null;
}

test('there are late parts, and the index', () => {
  assert.ok(late.includes(join(ELEMENTS, 'chat/view.ts')));
  assert.ok(read(join(ROOT, INDEX)).length > 0);
});

for (const path of late) {
  test(`${relative(ROOT, path)} names its requests one by one`, () => assert.equal(wayToIndex(path), null));
}
