import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';

// Serves your page (here the controls, and a panel out of sight) and the package as it is, on two ports: two origins.
const kit = new URL('.', import.meta.resolve('connect-ccp-elements/package.json'));
const types = { html: 'text/html', js: 'text/javascript', css: 'text/css' };
const [app, ccp] = [1, 2].map(() => createServer(answer));
const addressOf = (server) => `http://localhost:${server.address().port}`;
const desk = () => `<!doctype html>
  <script type="module" src="/cdn/connect-ccp.min.js"></script>
  <connect-ccp
    headless
    ccp-url="${addressOf(ccp)}/dist/simulator/ccp.html?instance=answer&state=Available&drawer=none"
  ></connect-ccp>
  <connect-contact-controls></connect-contact-controls>`;

async function answer({ url }, response) {
  const { pathname } = new URL(url, 'http://localhost');
  const file = () => readFile(new URL(`.${pathname}`, kit)).catch(() => null);
  const body = pathname === '/desk.html' ? desk() : await file();
  response.writeHead(body ? 200 : 404, { 'content-type': types[pathname.split('.').at(-1)] ?? 'text/plain' });
  response.end(body);
}

let browser;

before(async () => {
  await Promise.all([app, ccp].map((server) => new Promise((resolve) => server.listen(0, resolve))));
  browser = await chromium.launch({ executablePath: process.env.CHROME_PATH }); // not set: Playwright's own
});

after(async () => {
  await browser?.close();
  for (const server of [app, ccp]) server.close();
});

test('answers a call', async () => {
  const page = await browser.newPage();
  await page.goto(`${addressOf(app)}/desk.html`);

  // A handle of the simulator, which lives in the page.
  const simulator = await page.evaluateHandle(async () => {
    const { attachSimulator } = await import('/dist/src/simulator/simulator.js');
    return attachSimulator(document.querySelector('connect-ccp'));
  });

  await simulator.evaluate((sim) => sim.incomingCall({ from: '+12065550100' }));
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('button', { name: 'Hold' }).waitFor();
  const { agent } = await simulator.evaluate((sim) => sim.truth()); // what the service thinks of it
  assert.equal(agent.state.name, 'Busy');
});
