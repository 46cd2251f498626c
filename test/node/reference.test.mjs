// The reference of the elements is what the manifest says.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { reference, withAttributes } from '../../scripts/reference.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('elements/README.md is up to date: `npm run docs` writes it', () => {
  assert.equal(read('elements/README.md'), reference());
});

test('so are the tables of attributes in the README', () => {
  assert.equal(read('README.md'), withAttributes(read('README.md')));
});
