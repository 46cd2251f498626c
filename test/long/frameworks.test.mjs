// Applications of React 19, Preact, Vue 3 and Svelte 5, plain HTML with an import map, and a classic page without modules, around the
// packed package: their types hold, they are built, and a simulated call is taken in them. Further stacks are in stacks.test.mjs.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
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
/** What pages have asked for and is not there. */
const missing = [];

before(async () => {
  server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = statSync(join(application, pathname), { throwIfNoEntry: false });
    if (!file?.isFile()) {
      missing.push(pathname);
      response.writeHead(404).end();
      return;
    }
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

/** Those that a bundler makes; the others are served as they are. */
const BUILT = ['react', 'preact', 'vue', 'svelte'];

/** The address of an application's page, with the simulator on another origin. */
function addressOf(name) {
  const { port } = server.address();
  const simulator = folder.slice(application.length) + '/dist/simulator/ccp.html';
  const ccp = `http://127.0.0.1:${port}${simulator}?instance=${name}&drawer=none`;
  const page = BUILT.includes(name) ? `${name}/dist/index.html` : `${name}/index.html`;
  return `http://localhost:${port}/${page}?ccp=${encodeURIComponent(ccp)}`;
}

/** Opens an application in a browser context of its own, once it is built. */
async function open(t, name) {
  if (BUILT.includes(name)) {
    await run('vite/bin/vite.js', ['build', '--base', './', '--logLevel', 'error'], join(application, name));
  }
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const complaints = complaintsOf(page);
  await page.goto(addressOf(name));
  const shows = (text) =>
    page.waitForFunction((wanted) => document.querySelector('output')?.textContent.trim() === wanted, {}, text);
  return { page, complaints, shows };
}

for (const name of [...BUILT, 'import-map']) {
  test(`${name}: an agent takes a call`, async (t) => {
    const { page, complaints, shows } = await open(t, name);
    await shows('nobody, 0 accepted');
    await page.locator('::-p-xpath(//button[text()="Call"])').click();
    await shows('+12065550100 connecting, 0 accepted');
    await page.locator('aria/Accept[role="button"]').click();
    await shows('+12065550100 connected, 1 accepted');
    // Numbers are written by a library that is fetched: this application has set country="US".
    await page.waitForFunction(() =>
      document.querySelector('connect-contact-controls').shadowRoot.textContent.includes('(206) 555-0100'),
    );
    const settings = await page.$eval('connect-ccp', ({ headless, loadTimeout, className }) => ({
      headless,
      loadTimeout,
      className,
    }));
    assert.deepEqual(settings, { headless: true, loadTimeout: 20_000, className: 'panel' });
    assert.deepEqual(complaints, []);
  });
}

test('react: a plain button, typed by its declaration, answers', async (t) => {
  const { page, shows } = await open(t, 'react');
  await shows('nobody, 0 accepted');
  await page.locator('::-p-xpath(//button[text()="Call"])').click();
  await shows('+12065550100 connecting, 0 accepted');
  await page.locator('::-p-xpath(//button[text()="Answer"])').click();
  await page.waitForFunction(() => document.querySelector('output').textContent.startsWith('+12065550100 connected'));
});

test('a classic page without modules: an agent takes a call', async (t) => {
  const { page, complaints, shows } = await open(t, 'classic');
  await page.waitForFunction(() => window.connect.core.getStatus() === 'ready');
  await page.evaluate(async () => {
    const { attachSimulator } = await import('/node_modules/connect-ccp-elements/dist/src/simulator/simulator.js');
    const simulator = await attachSimulator(document.querySelector('iframe'));
    await simulator.setAgentState('Available');
    await simulator.incomingCall({ from: '+12065550100' });
  });
  await shows('+12065550100 connecting');
  await page.locator('#answer').click();
  await shows('+12065550100 connected');
  assert.deepEqual(complaints, []);
});

test('whatever the applications have asked for was there', () => assert.deepEqual(missing, []));
