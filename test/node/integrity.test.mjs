// The hashes that pages are told are those of the files that were built.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { integrity } from '../../scripts/integrity.mjs';
import { text } from '../support/document-blocks.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('cdn/integrity.json has the hash of each file', () => {
  assert.deepEqual(JSON.parse(read('cdn/integrity.json')), integrity());
});

test('each hash in the documents is one of them: `npm run sri` puts them there', () => {
  const hashes = Object.values(integrity());
  const shown = text.match(/sha384-[\w+/=]+/g) ?? [];
  assert.ok(shown.length > 0);
  assert.deepEqual(
    shown.filter((hash) => !hashes.includes(hash)),
    [],
  );
});
