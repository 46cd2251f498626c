// When `npm run size` is red.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountedFor, ceilingOf, verdict } from '../../scripts/size.mjs';

const FIGURES = `
| file | bytes | what it buys |
|---|---|---|
| \`cdn/connect-ccp.min.js\` | 50 000 → 80 000 | commands and views are in it |
| \`cdn/lang/de.min.js\` | 3 000 → 4 000 | |
`;

const BUNDLE = 'connect-ccp.min.js';

/** Sizes of a file, and what is said of them. */
const CASES = {
  'as large as before': [{ name: BUNDLE, before: 50_000, now: 50_000 }, /^$/],
  'two per cent larger': [{ name: BUNDLE, before: 50_000, now: 51_000 }, /^$/],
  'more than that': [{ name: BUNDLE, before: 50_000, now: 51_001 }, /docs\/figures\.md/],
  'more than that, accounted for': [{ name: BUNDLE, before: 50_000, now: 80_000, accounted: 80_000 }, /^$/],
  'more than was accounted for': [
    { name: BUNDLE, before: 50_000, now: 82_000, accounted: 80_000 },
    /docs\/figures\.md/,
  ],
  'a new file': [{ name: BUNDLE, now: 50_000 }, /^$/],
  'over its ceiling': [{ name: BUNDLE, before: 145_000, now: 145_001, accounted: 150_000 }, /ceiling of 145000 bytes/],
  'a file without a ceiling': [{ name: 'doctor.min.js', before: 900_000, now: 900_000 }, /^$/],
};

for (const [title, [file, wanted]] of Object.entries(CASES)) test(title, () => assert.match(verdict(file), wanted));

test('growth is accounted for by a line that says what it buys', () => {
  assert.deepEqual([...accountedFor(FIGURES)], [[BUNDLE, 80_000]]);
});

test('every language has a ceiling', () => assert.equal(ceilingOf('lang/xx.min.js'), 8));
