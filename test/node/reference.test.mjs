// The reference of the elements is what the manifest says, and each element has its page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pages } from '../../scripts/reference.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

for (const [path, text] of pages()) {
  test(`${path} is there, and up to date: \`npm run reference\` writes it`, () => {
    assert.ok(text, 'no such page');
    assert.equal(read(path), text);
  });
}
