// One run of the bench: the browser, the served libraries, and pages to measure in.
import { readFile } from 'node:fs/promises';
import { launchChromium, TEST_PATIENCE } from '../support/browser.mjs';
import { serve } from './server.mjs';

const ROOT = new URL('../../', import.meta.url);

/** The libraries, by the name that rows and pages use. */
const PATHS = {
  ours: 'cdn/connect-streams.min.js',
  upstream: 'node_modules/amazon-connect-streams/release/connect-streams-min.js',
};

/** Both libraries, in the order of measuring. */
export const LIBRARIES = ['ours', 'upstream'];

/** Both, after the bare reader. */
export const WITH_BARE = ['bare', ...LIBRARIES];

// A page that is not in front must run as fast as one that is.
const ARGUMENTS = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

async function readLibrary(path) {
  try {
    return await readFile(new URL(path, ROOT), 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    throw new Error(`${path} is not there. Run \`npm run build\` first.`, { cause: error });
  }
}

/**
 * Reads the libraries once, so that a build in the meantime changes nothing, and starts a server and a browser.
 */
export async function startSession() {
  const libraries = {};
  for (const name of LIBRARIES) libraries[name] = await readLibrary(PATHS[name]);
  const [server, browser] = await Promise.all([serve(libraries), launchChromium({ args: ARGUMENTS })]);

  /** Opens a fresh page with a library; `empty` leaves the loading to the row. */
  async function open(library, { empty = false } = {}) {
    const page = await browser.newPage();
    page.setDefaultTimeout(TEST_PATIENCE);
    const query = new URLSearchParams({ library, ccp: server.ccp, ...(empty && { empty: '' }) });
    await page.goto(`${server.page}?${query}`);
    await page.evaluate(() => window.bench.loaded);
    return page;
  }

  return {
    libraries,
    version: () => browser.version(),

    /** Opens a fresh page, measures in it, closes it. */
    async withPage(library, measure, options) {
      const page = await open(library, options);
      try {
        return await measure(page);
      } finally {
        await page.close();
      }
    },

    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Bytes of the page's heap that are in use after a garbage collection. Frames of other sites have their own heap. */
export async function heapOf(page) {
  const client = await page.createCDPSession();
  // What the first collection finalises, the second takes away.
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  await client.detach();
  return usedSize;
}
