// The site of the documents, built as for a host that has it below /docs/: every page is well, wide and narrow, light and dark; examples
// ring; the playground shares; nothing is asked of other hosts.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'vitepress';
import { elements, types } from '../../docs/.vitepress/contents.mjs';
import { launchChromium, PATIENCE } from '../support/browser.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BASE = '/docs/';
const POLLING = { timeout: PATIENCE, polling: 50 };
const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.webp': 'image/webp',
};

const outDir = mkdtempSync(join(tmpdir(), 'site-'));
let browser;
let server;
let origin;

before(async () => {
  await build(join(ROOT, 'docs'), { outDir, base: BASE, logLevel: 'error' });
  server = http.createServer(({ url }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const file = join(outDir, pathname.slice(BASE.length - 1).replace(/\/$/, '/index.html'));
    if (!pathname.startsWith(BASE) || !existsSync(file) || statSync(file).isDirectory())
      return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': `${TYPES[extname(file)] ?? 'text/plain'}; charset=utf-8` });
    return response.end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://localhost:${server.address().port}`;
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
  rmSync(outDir, { recursive: true, force: true });
});

/** Pages of the site, from its root; of those that are made of types a few, which are alike. */
const pages = [
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.replace('.md', '.html')),
  ...readdirSync(join(ROOT, 'docs/decisions')).map((name) => `decisions/${name.replace('.md', '.html')}`),
  ...['index', ...elements()].map((name) => `elements/${name}.html`),
  ...types()
    .slice(0, 3)
    .map((path) => path.replace('.md', '.html')),
];

/** Opens a page in a browser context of its own, and hears what it asks for and complains of. */
async function open(t, path, { width = 1280, dark = false } = {}) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
  const asked = [];
  const complaints = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on(
    'response',
    (response) => response.status() >= 400 && complaints.push(`${response.status()} ${response.url()}`),
  );
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${origin}${BASE}${path}`, { waitUntil: 'load' });
  await page.waitForFunction(() => document.querySelector('#app')?.__vue_app__, POLLING);
  return { page, asked, complaints };
}

const foreign = (asked) => asked.filter((url) => !url.startsWith(origin) && !/^(?:data|blob|about):/.test(url));

/** What axe finds on a page, in its frames' place nothing: the elements and the simulator have tests of their own. */
async function flaws(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      iframes: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
}

describe('every page', { concurrency: 2 }, () => {
  for (const path of pages) {
    test(path, async (t) => {
      for (const dark of [false, true]) {
        const { page, asked, complaints } = await open(t, path, { dark });
        assert.deepEqual(await flaws(page), [], dark ? 'dark' : 'light');
        assert.deepEqual(foreign(asked), []);
        assert.deepEqual(complaints, []);
        await page.setViewport({ width: 320, height: 640 });
        const isTooWide = () => document.documentElement.scrollWidth > innerWidth;
        assert.equal(await page.evaluate(isTooWide), false, 'at 320 px');
        await page.close();
      }
    });
  }
});

/** The frame of an example, once its panel answers. */
async function stageOf(page) {
  const element = await page.waitForSelector('.stage-frame');
  await element.evaluate((one) => one.scrollIntoView());
  const frame = await element.contentFrame();
  await frame.waitForFunction(
    () => document.querySelector('connect-global-ccp, connect-ccp')?.status === 'ready',
    POLLING,
  );
  return frame;
}

const press = (page, name) => page.locator(`aria/${name}[role="button"]`).setTimeout(PATIENCE).click();

/** Waits until a call rings in an example. */
const rings = (frame) =>
  frame.waitForFunction(
    () => document.querySelector('connect-global-ccp, connect-ccp').state.contacts.some(({ ringing }) => ringing),
    POLLING,
  );

describe('an example', { concurrency: 2 }, () => {
  for (const path of ['index.html', 'start.html', ...elements().map((tag) => `elements/${tag}.html`)]) {
    test(`on ${path} rings by one click, and asks nothing of other hosts`, async (t) => {
      const { page, asked, complaints } = await open(t, path);
      const frame = await stageOf(page);
      await press(page, 'Call comes in');
      await rings(frame);
      assert.deepEqual(foreign(asked), []);
      assert.deepEqual(complaints, []);
    });
  }

  test('shows in a call what the agent then does', async (t) => {
    const { page } = await open(t, 'elements/connect-contact-controls.html');
    const frame = await stageOf(page);
    await press(page, 'Call comes in');
    await frame.locator('aria/Accept[role="button"]').setTimeout(PATIENCE).click();
    await frame.locator('aria/Hold[role="button"]').setTimeout(PATIENCE).wait();
  });
});

describe('the playground', () => {
  test('shares its code by a link, which runs only when somebody says so', async (t) => {
    const { page } = await open(t, 'playground.html');
    const code =
      '<connect-ccp ccp-url="https://my-instance.my.connect.aws/ccp-v2/"></connect-ccp><p id="own">Grüße</p>';
    await page.$eval(
      '#playground-code',
      (area, text) => {
        area.value = text;
        area.dispatchEvent(new Event('input'));
      },
      code,
    );
    await press(page, 'Link to share');
    await page.waitForFunction(() => location.hash.startsWith('#code='), POLLING);
    const link = page.url();

    const { page: other } = await open(t, `playground.html${new URL(link).hash}`);
    assert.equal(await other.$eval('#playground-code', (area) => area.value), code);
    assert.equal(await other.$('.stage-frame'), null);
    await press(other, 'Run');
    const frame = await stageOf(other);
    assert.equal(await frame.$eval('#own', (own) => own.textContent), 'Grüße');
    await press(other, 'Call comes in');
    await rings(frame);
  });
});

describe('the editor of tokens', () => {
  test('changes a live call, and gives the CSS', async (t) => {
    const { page } = await open(t, 'theming.html');
    const frame = await stageOf(page);
    await rings(frame);
    await page.$eval('.tokens input[type=color]', (input) => {
      input.value = '#ffeedd';
      input.dispatchEvent(new Event('input'));
    });
    await page.waitForFunction(
      () => document.querySelector('.tokens-css').textContent.includes('--connect-surface: light-dark(#ffeedd,'),
      POLLING,
    );
    await frame.waitForFunction(
      () => getComputedStyle(document.documentElement).getPropertyValue('--connect-surface').includes('#ffeedd'),
      POLLING,
    );
  });
});

test('the search finds a page by a word in it', async (t) => {
  const { page } = await open(t, 'index.html');
  await page.locator('.VPNavBarSearch button').click();
  await page.locator('#localsearch-input').fill('referrerpolicy');
  await page.waitForFunction(
    () => [...document.querySelectorAll('#localsearch-list a')].some(({ href }) => href.includes('troubleshooting')),
    POLLING,
  );
});

test('code is copied by a button', async (t) => {
  const { page } = await open(t, 'binding.html');
  await page.evaluate(() => (navigator.clipboard.writeText = async (text) => (window.copied = text)));
  await page.$eval('div[class*=language-] button.copy', (button) => button.click());
  await page.waitForFunction(() => window.copied?.includes('<connect-agent-status for="sales">'), POLLING);
});

test('llms.txt names every page, which is there as text, and the whole text has all of them', () => {
  const list = readFileSync(join(outDir, 'llms.txt'), 'utf8');
  const whole = readFileSync(join(outDir, 'llms-full.txt'), 'utf8');
  const named = [...list.matchAll(/\]\(([\w./-]+\.md)\)/g)].map(([, path]) => path);
  const written = pages
    .filter((path) => !/^(?:reference|index)/.test(path))
    .map((path) => path.replace('.html', '.md'));
  assert.deepEqual(named.toSorted(), written.toSorted());
  for (const path of named) {
    const [title] = readFileSync(join(outDir, path), 'utf8').match(/^# .*$/m);
    assert.ok(whole.includes(`\n${title}\n`), path);
  }
});
