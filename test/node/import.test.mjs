// Importing any published entry in plain Node works and adds nothing to the global object but what Lit itself marks.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { entriesOf } from '../support/entries.mjs';

const root = new URL('../../', import.meta.url);
const entries = entriesOf(JSON.parse(readFileSync(new URL('package.json', root), 'utf8')));

/** What importing a module adds to the global object, symbols included, in a Node process of its own. */
function addedBy(specifiers) {
  const script = `
    const before = new Set(Reflect.ownKeys(globalThis));
    for (const specifier of ${JSON.stringify(specifiers)}) await import(specifier);
    const added = Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String);
    console.log(JSON.stringify(added.sort()));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' });
  return JSON.parse(output.trim().split('\n').at(-1));
}

// What `lit` adds on a server by itself is its own affair.
const byLit = addedBy(['lit']);

for (const [entry, target] of entries) {
  test(`import of "${entry}" in Node adds nothing to the global object`, () => {
    const added = addedBy([new URL(target.default, root).href]).filter((key) => !byLit.includes(key));
    // The entry whose purpose it is to set them is the exception.
    assert.deepEqual(
      added,
      entry === './global.js' ? ['AgentStateType', 'Endpoint', 'connect', 'globalConnect', 'lily'] : [],
    );
  });
}

test('the names of the package resolve from within the package', () => {
  const specifiers = entries.map(([entry]) => entry.replace('.', 'connect-ccp-elements'));
  assert.doesNotThrow(() => addedBy(specifiers));
});
