// The whole namespace of amazon-connect-streams, walked at run time before a CCP is embedded, after it, while a call rings and
// while it is connected: what stands there stands here too, of the same kind and with the same value, or in exceptions.json.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { launchChromium, PATIENCE } from '../support/browser.mjs';
import { simulator } from './ccps.mjs';
import { serveEmbeddingPage } from './embedding-page.mjs';
import { libraries, OURS, THEIRS } from './libraries.mjs';

const POLLING = { timeout: PATIENCE, polling: 10 };
const exceptions = JSON.parse(await readFile(new URL('exceptions.json', import.meta.url), 'utf8'));

/** In the page: everything at one moment. */
function look() {
  const { walk, shapes, connect, globalConnect } = window;
  return { members: { ...walk(connect, 'connect'), ...walk(globalConnect ?? {}, 'globalConnect') }, shapes: shapes() };
}

let browser;
let ccps;
let moments; // by library, what was seen at each moment

async function momentsOf(library) {
  const server = await serveEmbeddingPage(libraries[library]);
  const ccp = await ccps.start();
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await ccp.keep(context, server.url);
  await page.goto(server.url);
  await page.addScriptTag({ url: '/page/namespace.js' });
  const seen = { 'before initCCP': await page.evaluate(look) };
  await page.evaluate((ccpUrl) => {
    const softphone = { allowFramedSoftphone: true };
    window.connect.core.initCCP(document.getElementById('container'), { ccpUrl, loginPopup: false, softphone });
  }, ccp.url);
  await ccp.attach(page);
  await page.waitForFunction(() => window.connect.agent.initialized, POLLING);
  seen['with an agent'] = await page.evaluate(look);
  const state = (type) =>
    page.waitForFunction(
      (wanted) => new window.connect.Agent().getContacts()[0]?.getState().type === wanted,
      POLLING,
      type,
    );
  await page.evaluate(() => window.listen());
  await page.evaluate(() => window.simulator.incomingCall({ attributes: { tier: 'gold' } }));
  await state('connecting');
  seen['while a call rings'] = await page.evaluate(look);
  await page.evaluate(() => new window.connect.Agent().getContacts()[0].accept({ success() {} }));
  await state('connected');
  seen['in the call'] = await page.evaluate(look);
  seen.heard = await page.evaluate(() => window.heard);
  seen.empty = { shapes: await page.evaluate(() => window.emptyShapes()) };
  await context.close();
  await server.close();
  return seen;
}

before(async () => {
  [browser, ccps] = await Promise.all([launchChromium(), simulator.serve()]);
  moments = { [OURS]: await momentsOf(OURS), [THEIRS]: await momentsOf(THEIRS) };
});

after(async () => {
  await browser?.close();
  await ccps?.close();
});

const isBelow = (path, root) => path === root || path.startsWith(`${root}.`);

/** Exceptions that have been met: one that is not needed any more has to go. */
const needed = new Set();

/** True if a list of the exceptions has a path; a name that ends in `*` stands for all that begin so. */
function isExcepted(list, path) {
  const found = Object.keys(exceptions[list]).filter((name) =>
    name.endsWith('*') ? path.startsWith(name.slice(0, -1)) : isBelow(path, name),
  );
  for (const name of found) needed.add(`${list}: ${name}`);
  return found.length > 0;
}

for (const moment of ['before initCCP', 'with an agent', 'while a call rings', 'in the call']) {
  test(`${moment}: what stands on the namespace there stands here`, () => {
    const ours = moments[OURS][moment].members;
    const theirs = moments[THEIRS][moment].members;
    const differences = [];
    const missing = [];
    for (const [path, { kind, value }] of Object.entries(theirs)) {
      const mine = ours[path];
      if (!mine) {
        if (isExcepted('missing', path) || missing.some((root) => isBelow(path, root))) continue;
        missing.push(path);
        differences.push(`${path} is missing (${kind})`);
      } else if (mine.kind !== kind || mine.value !== value) {
        if (isExcepted('other', path)) continue;
        differences.push(`${path} is ${mine.kind} ${mine.value}, there ${kind} ${value}`);
      }
    }
    assert.deepEqual(differences, []);
  });
}

for (const moment of ['with an agent', 'while a call rings', 'in the call', 'empty']) {
  test(`${moment}: getters give what they give there`, () => {
    const ours = moments[OURS][moment].shapes;
    const differences = [];
    for (const [path, shape] of Object.entries(moments[THEIRS][moment].shapes)) {
      if (
        ours[path] === shape ||
        isExcepted('shapes', path) ||
        (ours[path] === undefined && isExcepted('missing', path))
      )
        continue;
      differences.push(`${path} gives ${ours[path]}, there ${shape}`);
    }
    assert.deepEqual(differences, []);
  });
}

test('callbacks are called with as many arguments as there', () => {
  const theirs = moments[THEIRS].heard;
  assert.ok(Object.keys(theirs).length > 5, JSON.stringify(theirs));
  for (const [name, counts] of Object.entries(theirs))
    assert.deepEqual([name, moments[OURS].heard[name]], [name, counts]);
});

test('no exception is without need, and each has a reason', () => {
  for (const list of Object.keys(exceptions)) {
    for (const [name, reason] of Object.entries(exceptions[list])) {
      assert.ok(reason.length > 10, `${name} has no reason`);
      assert.ok(needed.has(`${list}: ${name}`), `${list}: ${name} is needed no more`);
    }
  }
});
