// Languages of the single-file module: fetched from beside it once a `lang` asks, or named by the page in a script of its own.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { after, before, test } from 'node:test';
import { complaintsOf, launchBrowser, PATIENCE } from '../support/browser.mjs';
import { Story } from '../support/story.mjs';

const ROOT = new URL('../../', import.meta.url);
const BUNDLE = '<script type="module" src="/cdn/connect-ccp.min.js"></script>';

const integrityOf = (path) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(new URL(path, ROOT)))
    .digest('base64')}`;

let browser;
let server;
let origin;
/** The page that is served, and what it may not have. */
let page = { body: '', lang: '', missing: [] };
/** Files that were asked for. */
let asked = [];

before(async () => {
  server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname === '/') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader(
        'content-security-policy',
        "default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'",
      );
      return response.end(`<!doctype html><html lang="${page.lang}">${page.body}`);
    }
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    asked.push(pathname);
    response.setHeader('content-type', 'text/javascript');
    if (!pathname.startsWith('/cdn/') || page.missing.includes(pathname)) return response.writeHead(404).end();
    return response.end(readFileSync(new URL(`.${pathname}`, ROOT)));
  });
  [browser] = await Promise.all([launchBrowser(), new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))]);
  origin = `http://localhost:${server.address().port}/`;
});

after(async () => {
  await browser?.close();
  server?.close();
});

/** Opens a page with an agent status that is bound to nothing. */
async function open(t, { lang, head = BUNDLE, missing = [] }) {
  page = { lang, missing, body: `${head}<connect-agent-status></connect-agent-status>` };
  asked = [];
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const tab = await context.newPage();
  const complaints = complaintsOf(tab);
  const story = new Story();
  tab.on('console', (message) => story.hear(`${message.type()}: ${message.text()}`));
  await tab.goto(origin);
  return { tab, complaints, story };
}

const languagesAsked = () => asked.filter((path) => path.includes('/lang/'));

const words = () =>
  document.querySelector('connect-agent-status')?.shadowRoot?.querySelector('[part=state-name]')?.textContent.trim();

const says = (tab, text) =>
  tab.waitForFunction(
    (wanted) =>
      document
        .querySelector('connect-agent-status')
        ?.shadowRoot?.querySelector('[part=state-name]')
        ?.textContent.trim() === wanted,
    { timeout: PATIENCE, polling: 20 },
    text,
  );

test('English needs nothing but the bundle', async (t) => {
  const { tab, complaints } = await open(t, { lang: 'en-GB' });
  await says(tab, 'State: No contact control panel is connected');
  assert.deepEqual(languagesAsked(), []);
  assert.deepEqual(complaints, []);
});

test('a language is fetched from beside the bundle once, and the next one when the page changes to it', async (t) => {
  const { tab, complaints } = await open(t, { lang: 'de-AT' });
  await says(tab, 'Status: Kein Panel verbunden');
  await tab.evaluate(() => {
    document.body.append(document.createElement('connect-agent-status'));
    document.documentElement.lang = 'ja';
  });
  await says(tab, 'ステータス: パネルに接続していません');
  await tab.evaluate(() => (document.documentElement.lang = 'de'));
  await says(tab, 'Status: Kein Panel verbunden');
  assert.deepEqual(languagesAsked(), ['/cdn/lang/de.min.js', '/cdn/lang/ja.min.js']);
  assert.deepEqual(complaints, []);
});

for (const [tag, text] of Object.entries({
  ar: 'الحالة: لا توجد لوحة متصلة',
  es: 'Estado: Ningún panel conectado',
  fr: 'Statut : Aucun panneau connecté',
  pt: 'Status: Nenhum painel conectado',
})) {
  test(`${tag} is there`, async (t) => {
    const { tab, complaints } = await open(t, { lang: tag });
    await says(tab, text);
    assert.deepEqual(complaints, []);
  });
}

test('a language that is not published is not asked for', async (t) => {
  const { tab, complaints } = await open(t, { lang: 'nl' });
  await says(tab, 'State: No contact control panel is connected');
  assert.deepEqual(languagesAsked(), []);
  assert.deepEqual(complaints, []);
});

test('where it cannot be fetched English stays, with one warning', async (t) => {
  const warning = 'warn: The language "fr" did not load: English is shown in its place.';
  const { tab, story } = await open(t, { lang: 'fr', missing: ['/cdn/lang/fr.min.js'] });
  await tab.evaluate(() => document.body.append(document.createElement('connect-agent-status')));
  await tab.waitForFunction(() => customElements.get('connect-agent-status'), { timeout: PATIENCE, polling: 20 });
  await story.until(warning);
  assert.equal(story.count('warn*'), 1);
  assert.equal(await tab.evaluate(words), 'State: No contact control panel is connected');
  assert.deepEqual(languagesAsked(), ['/cdn/lang/fr.min.js']);
});

for (const order of ['before', 'after']) {
  test(`a script of its own with its integrity, ${order} the bundle, is all that is fetched`, async (t) => {
    const path = 'cdn/lang/de.min.js';
    const own = `<script type="module" src="/${path}" integrity="${integrityOf(path)}"></script>`;
    const { tab, complaints } = await open(t, { lang: 'de', head: order === 'before' ? own + BUNDLE : BUNDLE + own });
    await says(tab, 'Status: Kein Panel verbunden');
    assert.deepEqual(languagesAsked(), ['/cdn/lang/de.min.js']);
    assert.deepEqual(complaints, []);
  });
}

test('a script whose integrity is wrong is not fetched round that', async (t) => {
  const wrong = integrityOf('cdn/lang/es.min.js');
  const own = `<script type="module" src="/cdn/lang/de.min.js" integrity="${wrong}"></script>`;
  const { tab } = await open(t, { lang: 'de', head: own + BUNDLE });
  await says(tab, 'State: No contact control panel is connected');
  assert.deepEqual(languagesAsked(), ['/cdn/lang/de.min.js']);
});
