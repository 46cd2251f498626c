// The examples of the document of two regions, taken from it as they are printed, on the script that takes the place of its
// artifact: only addresses, ARNs and the three dots are replaced.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { serveDemo } from '../../demo/serve.mjs';
import { instanceArnOf } from '../../dist/src/simulator/simulator.js';
import { launchBrowser, PATIENCE, TEST_PATIENCE } from '../support/browser.mjs';

const ROOT = new URL('../../', import.meta.url);
/** It lies beside the repository, where it does. */
const DOCUMENT = new URL('../shared/seeds/003_8dafd3ce96eaf8cc.txt', ROOT);
const needsDocument = existsSync(DOCUMENT) ? {} : { skip: 'the document is not beside this repository' };

const EAST = 'us-east-1';
const WEST = 'us-west-2';
const POLLING = { timeout: PATIENCE, polling: 20 };

const CHAT_JS = readFileSync(new URL('node_modules/amazon-connect-chatjs/dist/amazon-connect-chat.js', ROOT));
/** Notes what each of its runs finds. */
const TASK_JS = `(window.found ??= []).push({ connect: window.connect, frames: document.querySelectorAll('iframe').length });`;

let browser;
let demo;
let server;
/** The page that is served. */
let page = '';

before(async () => {
  const scripts = {
    '/connect-streams-dr-min.js': readFileSync(new URL('cdn/connect-streams.min.js', ROOT)),
    '/amazon-connect-chat.js': CHAT_JS,
    '/amazon-connect-task.js': TASK_JS,
  };
  server = createServer(({ url }, response) => {
    const isModule = /^\/dist\/[\w/-]+\.js$/.test(url);
    const script = isModule ? readFileSync(new URL(`.${url}`, ROOT)) : scripts[url];
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(script ?? (url === '/' ? page : ''));
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  [browser, demo] = await Promise.all([launchBrowser(), serveDemo({ port: 8770 })]);
});

after(async () => {
  await browser?.close();
  await demo?.close();
  server.closeAllConnections();
  server.close();
});

/** The code examples that speak of `globalConnect.core`, in their order. */
function examples() {
  const blocks = readFileSync(DOCUMENT, 'utf8')
    .split('```')
    .filter((_, index) => index % 2 === 1);
  return blocks.filter((block) => block.includes('globalConnect.core.'));
}

/** The example with addresses that exist, and with the options that its three dots stand for. */
function completed(example) {
  const origin = `http://localhost:${server.address().port}`;
  const instance = randomUUID();
  const urlOf = (region, host) => {
    const query = { region, instance: `${region}-${instance}`, state: 'Available', drawer: 'none' };
    return `${demo.simulatorUrl.replace('localhost', host)}?${new URLSearchParams(query)}`;
  };
  return example
    .replaceAll('https://example.com', origin)
    .replace(/https:\/\/my-us-east-1[^"]+|<URL for instance 1>/, urlOf(EAST, '127.0.0.1'))
    .replace(/https:\/\/my-us-west-2[^"]+|<URL for instance 2>/, urlOf(WEST, 'localhost'))
    .replace(/arn:aws:connect:us-east-1[^"]+/, instanceArnOf(EAST))
    .replace(/arn:aws:connect:us-west-2[^"]+/, instanceArnOf(WEST))
    .replace('<region for instance 1>', EAST)
    .replace('<region for instance 2>', WEST)
    .replace(/^\s*\.\.\.\n\}/m, 'softphone: { allowFramedSoftphone: true } });');
}

/** Code in a page with what it takes for granted. */
const around = (code) => `<!DOCTYPE html>
<html><head><meta charset="UTF-8"><script src="connect-streams-dr-min.js"></script></head>
<body><div id="container-div" style="width: 400px; height: 800px;"></div>
<script>var containerDiv = document.getElementById("container-div");${code}</script></body></html>`;

/** Opens the page; resolves when the agent is known. `texts` lists what the example writes to the console. */
async function open(t, html) {
  page = html;
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const tab = await context.newPage();
  const texts = [];
  tab.on('console', (message) => texts.push(message.text()));
  tab.on('pageerror', (error) => texts.push(`error: ${error.message}`));
  await tab.goto(`http://localhost:${server.address().port}/`);
  await tab.waitForFunction(() => window.connect?.agent?.initialized, POLLING);
  const play = (verb, ...args) =>
    tab.evaluate(
      async (name, given) => {
        const { attachSimulator } = await import('/dist/src/simulator/simulator.js');
        window.sims ??= await Promise.all(
          [...document.querySelectorAll('iframe')].map((frame) => attachSimulator(frame)),
        );
        return Promise.all(window.sims.toReversed().map((sim) => sim[name](...given)));
      },
      verb,
      args,
    );
  return { tab, texts, play };
}

describe('examples of the document of two regions', { concurrency: 1, ...needsDocument }, () => {
  test('the whole page: both regions are there, and the promise is kept', { timeout: TEST_PATIENCE }, async (t) => {
    const [whole] = examples();
    assert.ok(whole.trim().startsWith('<!DOCTYPE html>'));
    const { tab, texts } = await open(t, completed(whole));
    assert.ok(texts.includes('promise completed'), texts.join('\n'));
    assert.deepEqual(
      texts.filter((text) => text.startsWith('error')),
      [],
    );
    const facts = await tab.evaluate(() => {
      const { core } = window.globalConnect;
      const [east, west] = document.querySelectorAll('iframe');
      return {
        regions: [core.primaryRegion, core.secondaryRegion],
        isEast: window.connect.core.getFrame() === east,
        sizes: [east, west].map(({ clientWidth, clientHeight }) => [clientWidth, clientHeight]),
        frames: window.found.map(({ frames }) => frames),
        areTwo: window.found[0].connect !== window.found[1].connect && window.found[0].connect === window.connect,
      };
    });
    assert.deepEqual(facts, {
      regions: [EAST, WEST],
      isEast: true,
      sizes: [
        [400, 800],
        [0, 0],
      ],
      frames: [0, 0],
      areTwo: true,
    });
  });

  test('onInit: the hooks of both regions hear their contacts', { timeout: TEST_PATIENCE }, async (t) => {
    const [whole, hooks] = examples();
    const registered = hooks.slice(0, hooks.indexOf('globalConnect.core.initCCP'));
    assert.ok(registered.includes('onInit'));
    const { texts, play, tab } = await open(
      t,
      completed(whole.replace('function init() {', () => `${registered} function init() {`)),
    );
    const [, eastId] = await play('incomingChat');
    await tab.waitForFunction(
      (id) => new window.connect.Agent().getContacts().some((one) => one.contactId === id),
      POLLING,
      eastId,
    );
    assert.deepEqual(
      texts.filter((text) => text.startsWith('contact with ID')),
      [`contact with ID ${eastId} connecting in region ${EAST}`],
    );
  });

  test(
    'ChatJS, loaded by the page: there at the start, and in the other region after a failover',
    { timeout: TEST_PATIENCE },
    async (t) => {
      const [, , late] = examples();
      assert.ok(late.includes('onFailoverComplete'));
      const { tab, play } = await open(t, around(completed(late)));
      const hasChatJs = () => typeof window.connect.ChatSession?.create === 'function';
      await tab.waitForFunction(hasChatJs, POLLING);
      await play('activeRegion', WEST); // the other region is told first
      await tab.waitForFunction((region) => window.globalConnect.core.primaryRegion === region, POLLING, WEST);
      await tab.waitForFunction(hasChatJs, POLLING);
    },
  );

  test('additionalScripts: both scripts have run in both regions', { timeout: TEST_PATIENCE }, async (t) => {
    const [, , , additional] = examples();
    assert.ok(additional.includes('additionalScripts'));
    const { tab } = await open(t, around(completed(additional)));
    const chats = await tab.evaluate(() => window.found.map(({ connect }) => connect.ChatSession));
    assert.equal(chats.length, 2);
    assert.ok(
      await tab.evaluate(() => window.found.every(({ connect }) => typeof connect.ChatSession.create === 'function')),
    );
    assert.ok(await tab.evaluate(() => window.found[0].connect.ChatSession !== window.found[1].connect.ChatSession));
  });
});
