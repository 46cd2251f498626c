// Where panels stand in practice: in the frame of a CRM, two origins deep, with and without the permissions handed on; on a page from
// the disk, as Electron loads one; and behind the router of a single-page application under a strict policy.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { complaintsOf, launchChromium, PATIENCE } from '../support/browser.mjs';
import { serveBlocks } from '../support/document-blocks.mjs';

const POLLING = { timeout: PATIENCE, polling: 20 };
const BUNDLE = '<script type="module" src="/cdn/connect-ccp.min.js"></script>';

let browser;
let server;
/** Origins of the CRM, of the page in its frame, and of the CCP: three of them, on two sites. */
let crm;
let desk;
let ccp;

before(async () => {
  [browser, server] = await Promise.all([launchChromium({ args: ['--allow-file-access-from-files'] }), serveBlocks()]);
  [crm, ccp] = server.origins;
  desk = crm.replace('localhost', '127.0.0.1');
});

after(async () => {
  await browser?.close();
  server?.close();
});

const simulator = (instance) => `${ccp}/dist/simulator/ccp.html?instance=${instance}&state=Available&drawer=none`;
const panel = (instance, more = '') => `<connect-ccp headless ${more} ccp-url="${simulator(instance)}"></connect-ccp>`;

async function open(t, address) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.goto(address);
  return { page, complaints };
}

const isReady = (frame) =>
  frame.waitForFunction(() => document.querySelector('connect-ccp')?.status === 'ready', POLLING);

/** A call comes in, and is answered by the controls. */
async function takeCall(frame) {
  await frame.evaluate(async () => {
    const { attachSimulator } = await import('/dist/src/simulator/simulator.js');
    const simulator = await attachSimulator(document.querySelector('connect-ccp'));
    await simulator.incomingCall({ from: '+12065550100' });
  });
  await frame.locator('aria/Accept[role="button"]').setTimeout(PATIENCE).click();
  await frame.waitForFunction(
    () => document.querySelector('connect-ccp').state.contacts[0]?.state.type === 'connected',
    POLLING,
  );
}

/** The page of a CRM with a frame that has these attributes; gives the frame's document. */
async function inCrm(t, instance, attributes) {
  server.pages.set(`/${instance}-desk`, {
    body: `<!doctype html>${BUNDLE}${panel(instance)}<connect-contact-controls></connect-contact-controls>`,
  });
  server.pages.set(`/${instance}-crm`, {
    body: `<!doctype html><title>CRM</title><iframe width="800" height="600" src="${desk}/${instance}-desk" ${attributes}></iframe>`,
  });
  const { page } = await open(t, `${crm}/${instance}-crm`);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await isReady(frame);
  return frame;
}

test('in the frame of a CRM that hands the microphone on, a call is taken', async (t) => {
  const frame = await inCrm(
    t,
    'allowed',
    'allow="microphone; camera; autoplay; clipboard-write; identity-credentials-get"',
  );
  const { findings } = await frame.evaluate(() => document.querySelector('connect-ccp').diagnose());
  assert.deepEqual(
    findings.filter(({ code }) => code === 'permissions-policy'),
    [],
  );
  await takeCall(frame);
});

test('in the frame of a CRM that does not, the panel says so, with the attribute to paste', async (t) => {
  const frame = await inCrm(t, 'forbidden', '');
  const { findings, origins } = await frame.evaluate(() => document.querySelector('connect-ccp').diagnose());
  const finding = findings.find(({ code }) => code === 'permissions-policy');
  assert.ok(finding, JSON.stringify(findings));
  assert.match(finding.remedy, /allow="[^"]*microphone/);
  assert.ok(origins.includes(desk) && origins.includes(crm), 'both origins are to be approved');
  await takeCall(frame);
});

test('a page from the disk is refused in words', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const bundle = new URL('../../cdn/connect-ccp.min.js', import.meta.url);
  writeFileSync(
    join(folder, 'page.html'),
    `<!doctype html><html lang="en"><script>
      document.addEventListener('connect-error', ({ error }) => (window.told ??= { code: error.code, message: error.message }), true);
    </script><script type="module" src="${bundle}"></script>
    <connect-ccp login-mode="none" load-timeout="300" ccp-url="${ccp}/silent.html"></connect-ccp>`,
  );
  // An instance says nothing to a page that it has not approved.
  server.pages.set('/silent.html', { body: '<!doctype html><title>Not a panel</title>' });
  const { page } = await open(t, pathToFileURL(join(folder, 'page.html')).href);
  await page.waitForFunction(() => window.told, POLLING);
  const { code, message } = await page.evaluate(() => window.told);
  assert.equal(code, 'http-origin');
  assert.match(message, /file|https/);
  const words = await page.$eval('connect-ccp', (ccp) => ccp.shadowRoot.textContent);
  assert.match(words, /https/);
});

test('behind a router the call goes on from page to page, under a strict policy', async (t) => {
  const routes = (instance) =>
    `<nav><a href="/customers">Customers</a> <a href="/calls">Calls</a></nav><main></main><connect-contact-controls></connect-contact-controls>
     <script type="module" src="/router-${instance}.js"></script>`;
  server.pages.set('/router-routed.js', {
    body: `
      const main = document.querySelector('main');
      function show(path) {
        const ccp = Object.assign(document.createElement('connect-ccp'), { headless: true, keepAlive: true, ccpUrl: '${simulator('routed')}' });
        main.replaceChildren(Object.assign(document.createElement('h1'), { textContent: path }), ccp);
      }
      document.querySelector('nav').addEventListener('click', (event) => {
        event.preventDefault();
        history.pushState(null, '', event.target.href);
        show(location.pathname);
      });
      addEventListener('popstate', () => show(location.pathname));
      show(location.pathname);`,
  });
  server.pages.set('/routed', {
    body: `<!doctype html><html lang="en">${BUNDLE}${routes('routed')}`,
    headers: {
      'content-security-policy': `default-src 'self'; script-src 'self'; style-src 'self'; frame-src ${ccp}; require-trusted-types-for 'script'`,
    },
  });
  const { page, complaints } = await open(t, `${crm}/routed`);
  await isReady(page);
  await takeCall(page);
  await page.evaluate(() => (window.frame = document.querySelector('connect-ccp').connect.core.getFrame()));
  for (const name of ['Customers', 'Calls']) {
    await page.locator(`aria/${name}[role="link"]`).setTimeout(PATIENCE).click();
    const same = await page.evaluate(() => {
      const { status, state, connect } = document.querySelector('connect-ccp');
      return (
        status === 'ready' && state.contacts[0].state.type === 'connected' && connect.core.getFrame() === window.frame
      );
    });
    assert.ok(same, name);
  }
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('h1').textContent === '/customers', POLLING);
  assert.equal(await page.$eval('connect-ccp', (one) => one.state.contacts.length), 1);
  assert.deepEqual(complaints, []);
});
