// Fuzzer: a hundred thousand messages of every shape into a live host, from its CCP and from where nobody is believed.
// Ten times as many by `npm run fuzz`. FUZZ_MESSAGES: how many in all; FUZZ_SEED: what the last run has printed, to have it again.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { serveDemo } from '../../demo/serve.mjs';
import { launchChromium, TEST_PATIENCE } from '../support/browser.mjs';

const isLonger = process.env.npm_lifecycle_event === 'fuzz';
const LONGER = isLonger ? 1_000_000 : 100_000;
// A change is judged by the same ones each time; the longer run takes others.
const SEED = isLonger ? Date.now() % 2 ** 31 : 1;
const { FUZZ_MESSAGES = LONGER, FUZZ_SEED = SEED } = process.env;

/** From where messages come, with their part of all. */
const PLACES = { ccp: 0.6, sibling: 0.1, stranger: 0.1, page: 0.1, navigated: 0.1 };

/** By how much memory may differ: a leak would have some hundred bytes for each message. */
const MEMORY = 2_000_000;

let browser;
let demo;
let script;

before(async () => {
  const entry = fileURLToPath(new URL('fuzz/page.ts', import.meta.url));
  const [bundle, ...services] = await Promise.all([
    build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
      ignoreAnnotations: true,
    }),
    launchChromium({ protocolTimeout: 0 }),
    serveDemo({ port: 8800 }),
  ]);
  script = bundle.outputFiles[0].text;
  [browser, demo] = services;
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** Bytes that are in use after everything that can go has gone. */
async function memory(page, session) {
  await page.evaluate(() => window.fillLog());
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

describe('messages of every shape', () => {
  for (const [place, part] of Object.entries(PLACES)) {
    const messages = part * Number(FUZZ_MESSAGES);
    const seed = Number(FUZZ_SEED);
    test(`from ${place}`, { timeout: 3 * TEST_PATIENCE + 5 * messages }, async (t) => {
      t.diagnostic(`FUZZ_SEED=${seed}`);
      const page = await browser.newPage();
      t.after(() => page.close());
      page.setDefaultTimeout(0);
      const ccp = new URL('/test/support/pages/ccp.html', demo.simulatorUrl);
      await page.goto(`${new URL('/test/long/fuzz/page.html', demo.url)}?ccp=${encodeURIComponent(ccp)}`);
      await page.addScriptTag({ content: script });
      await page.evaluate(() => window.start());
      const session = await page.createCDPSession();
      // What is kept for good is there after the first ones.
      const warm = await page.evaluate((one) => window.fuzz(one), { place, seed, messages: messages / 4 });
      assert.equal(warm, null);
      const before = await memory(page, session);
      const found = await page.evaluate((one) => window.fuzz(one), { place, seed: seed + 1, messages });
      assert.equal(found, null);
      const growth = (await memory(page, session)) - before;
      assert.ok(growth < MEMORY, `${growth} bytes more after ${messages} messages`);
    });
  }
});
