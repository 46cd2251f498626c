// Every difference that a golden list names stands in docs/differences.md, with its reason.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { differences } from './golden/differences.mjs';

test('every difference of the golden lists is a row of the page', async () => {
  const section = await readFile(new URL('../../docs/differences.md', import.meta.url), 'utf8');
  for (const difference of Object.values(differences)) {
    const row = section.split('\n').find((line) => line.startsWith(`| ${difference}`));
    assert.ok(row, `No row begins with "${difference}"`);
    assert.ok(row.split('|')[3].trim(), `No reason for "${difference}"`);
  }
});

test('what is not on the namespace stands on the page of limits, with its reason', async () => {
  const { missing } = JSON.parse(await readFile(new URL('exceptions.json', import.meta.url), 'utf8'));
  const limits = (await readFile(new URL('../../docs/limits.md', import.meta.url), 'utf8')).split('\n');
  for (const reason of new Set(Object.values(missing))) {
    const names = Object.keys(missing).filter((name) => missing[name] === reason);
    const row = `| ${names.map((name) => `\`${name.replace(/^connect\./, '')}\``).join(', ')} | ${reason} |`;
    assert.ok(limits.includes(row), `No such row in docs/limits.md: ${row}`);
  }
});
