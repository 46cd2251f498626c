// The README's sample for Playwright, on the package as it is published; and both samples are held to the README's text.
// How long it takes is printed, and fails nothing.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { findChromium } from '../support/find-browsers.mjs';

const ROOT = new URL('../../', import.meta.url);

const SAMPLES = {
  'answer-a-call.wtr': 'answer-a-call.wtr.js',
  'answer-a-call.playwright': 'answer-a-call.playwright.mjs',
};

describe('the samples of the README', () => {
  for (const [name, file] of Object.entries(SAMPLES)) {
    test(`${name} is the code that runs here`, async () => {
      const readme = await readFile(new URL('README.md', ROOT), 'utf8');
      const [, block] = readme.split(`<!-- sample: ${name} -->`)[1]?.match(/^\s*```js\n([\s\S]*?)```/) ?? [];
      assert.equal(block, await readFile(new URL(`test/kit/${file}`, ROOT), 'utf8'));
    });
  }
});

let began;
beforeEach(() => (began = performance.now()));
afterEach(({ name }) => console.log(`Kit: "${name}" took ${Math.round(performance.now() - began)} ms`));

process.env.CHROME_PATH = await findChromium();
await import('../kit/answer-a-call.playwright.mjs');
