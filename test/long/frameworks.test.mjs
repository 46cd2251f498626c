// Applications of React 19, Vue 3 and Svelte 5 around the packed package: their types hold, they are built, and a simulated call
// is taken in them.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { complaintsOf, launchChromium, PATIENCE } from '../support/browser.mjs';
import { installPacked } from '../support/packed.mjs';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

const { application, folder } = installPacked({ after });
cpSync(fileURLToPath(new URL('apps/', import.meta.url)), application, { recursive: true });

/** Runs a tool of this repository on an application; rejects with what it has printed if it fails. */
async function run(tool, args, cwd = application) {
  const script = fileURLToPath(new URL(`../../node_modules/${tool}`, import.meta.url));
  try {
    await promisify(execFile)(process.execPath, [script, ...args], { cwd });
  } catch (error) {
    throw new Error(`${tool}\n${error.stdout}${error.stderr}`, { cause: error });
  }
}

const CHECKS = {
  react: () => run('typescript/bin/tsc', ['-p', 'react']),
  preact: () => run('typescript/bin/tsc', ['-p', 'preact']),
  vue: () => run('vue-tsc/bin/vue-tsc.js', ['-p', 'vue']),
  svelte: () => run('svelte-check/bin/svelte-check', ['--workspace', 'svelte', '--tsconfig', 'tsconfig.json']),
};

let browser;
let server;

before(async () => {
  server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    response.setHeader('Content-Type', TYPES[extname(pathname)] ?? 'text/plain');
    response.end(readFileSync(join(application, pathname)));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

for (const [framework, check] of Object.entries(CHECKS)) {
  test(`${framework}: the types hold, and refuse what is wrong`, () => check());
}

for (const framework of ['react', 'vue', 'svelte']) {
  describe(framework, () => {
    test('an agent takes a call', async (t) => {
      await run('vite/bin/vite.js', ['build', '--base', './', '--logLevel', 'error'], join(application, framework));
      const context = await browser.createBrowserContext();
      t.after(() => context.close());
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      const complaints = complaintsOf(page);

      const { port } = server.address();
      const simulator = folder.slice(application.length) + '/dist/simulator/ccp.html';
      const ccp = `http://127.0.0.1:${port}${simulator}?instance=${framework}&drawer=none`;
      await page.goto(`http://localhost:${port}/${framework}/dist/index.html?ccp=${encodeURIComponent(ccp)}`);

      const shows = (text) =>
        page.waitForFunction((wanted) => document.querySelector('output')?.textContent === wanted, {}, text);
      await shows('nobody, 0 accepted');
      await page.locator('::-p-xpath(//button[text()="Call"])').click();
      await shows('+12065550100 connecting, 0 accepted');
      await page.locator('aria/Accept[role="button"]').click();
      await shows('+12065550100 connected, 1 accepted');
      const settings = await page.$eval('connect-ccp', ({ headless, loadTimeout, className }) => ({
        headless,
        loadTimeout,
        className,
      }));
      assert.deepEqual(settings, { headless: true, loadTimeout: 20_000, className: 'panel' });
      assert.deepEqual(complaints, []);
    });
  });
}
