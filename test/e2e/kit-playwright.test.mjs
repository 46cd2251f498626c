// The documents' sample for Playwright, on the package as it is published; and all samples are held to the text of docs.
// How long it takes is printed, and fails nothing.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { findChromium } from '../support/find-browsers.mjs';
import { text } from '../support/document-blocks.mjs';

const ROOT = new URL('../../', import.meta.url);

const SAMPLES = {
  'play-the-service.wtr': 'play-the-service.wtr.js',
  'answer-a-call.wtr': 'answer-a-call.wtr.js',
  'answer-a-call.playwright': 'answer-a-call.playwright.mjs',
};

describe('the samples of the documents', () => {
  for (const [name, file] of Object.entries(SAMPLES)) {
    test(`${name} is the code that runs here`, async () => {
      const [, block] = text.split(`<!-- sample: ${name} -->`)[1]?.match(/^\s*```js\n([\s\S]*?)```/) ?? [];
      assert.equal(block, await readFile(new URL(`test/kit/${file}`, ROOT), 'utf8'));
    });
  }
});

describe('the tables of the documents', () => {
  /** Members of an interface in the package's types. */
  async function membersOf(file, name) {
    const types = await readFile(new URL(`dist/src/simulator/${file}.d.ts`, ROOT), 'utf8');
    const [, body] = types.split(new RegExp(`export interface ${name}\\b`))[1].match(/\{\n([\s\S]*?)\n\}/);
    return [...body.matchAll(/^(?:\t| {4})(?:readonly )?(\w+)\??[(:]/gm)].map(([, member]) => member);
  }

  /** The names in the first column of the table after a heading. */
  async function firstColumn(heading) {
    const table = text.split(heading)[1].match(/^\|[\s\S]*?\n\n/)[0];
    const cells = table.split('\n').map((row) => row.split('|')[1] ?? '');
    return cells.flatMap((cell) => [...cell.matchAll(/`(\w+)/g)].map(([, name]) => name));
  }

  test('has every member of a simulator', async () => {
    const [told, members] = [await firstColumn('| member | does |\n'), await membersOf('kit/simulator', 'Simulator')];
    assert.ok(members.length > 30);
    assert.deepEqual(told.toSorted(), [...new Set(members)].toSorted());
  });

  test('has every parameter of its page', async () => {
    const own = await membersOf('kit/simulator-url', 'SimulatorPageOptions');
    const shared = await membersOf('channel/script-channel', 'SimulatorOptions');
    const told = await firstColumn('| parameter | sets | default |\n');
    assert.deepEqual(told.filter((name) => name !== 'agent').toSorted(), [...own, ...shared].toSorted());
  });
});

let began;
beforeEach(() => (began = performance.now()));
afterEach(({ name }) => console.log(`Kit: "${name}" took ${Math.round(performance.now() - began)} ms`));

process.env.CHROME_PATH = await findChromium();
await import('../kit/answer-a-call.playwright.mjs');
