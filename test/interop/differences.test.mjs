// Every difference that a golden list names stands in README.md, with its reason.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { differences } from './golden/differences.mjs';

test('every difference of the golden lists is a row of the README', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const [, section] = readme.split('## Differences from amazon-connect-streams');
  for (const difference of Object.values(differences)) {
    const row = section.split('\n').find((line) => line.startsWith(`| ${difference}`));
    assert.ok(row, `No row begins with "${difference}"`);
    assert.ok(row.split('|')[3].trim(), `No reason for "${difference}"`);
  }
});
