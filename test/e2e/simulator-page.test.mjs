// The simulator's page in a real browser: driven by keyboard, in two tabs, behind a sign-in, and in a frame with a script.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launchBrowser } from '../support/browser.mjs';
import { keepWorker } from '../support/keep-worker.mjs';
import { PATIENCE } from '../support/patience.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const TYPES = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };

let browser;
let temporary;
let ccpServer;
let deskServer;
let instances = 0;

const newInstance = () => `page-${process.pid}-${(instances += 1)}`;
const originOf = (server) => `http://127.0.0.1:${server.address().port}`;
const ccpUrl = (parameters) => `${originOf(ccpServer)}/ccp.html?${new URLSearchParams(parameters)}`;

async function bundle(entryPoints, outdir) {
  await build({ entryPoints, outdir, bundle: true, format: 'esm', target: 'es2022', logLevel: 'error' });
}

/** The built page. */
const pageFolder = process.env.SIMULATOR_DIR ?? join(root, 'dist/simulator');

async function serve(read) {
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    try {
      const body = await read(pathname);
      response.writeHead(200, { 'content-type': TYPES[extname(pathname)] ?? 'text/html' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

before(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'simulator-page-'));
  await bundle({ simulator: join(root, 'src/simulator/kit/simulator.ts') }, join(temporary, 'desk'));
  const files = {
    '/axe.min.js': join(root, 'node_modules/axe-core/axe.min.js'),
  };
  ccpServer = await serve((pathname) => readFile(files[pathname] ?? join(pageFolder, pathname)));
  deskServer = await serve((pathname) =>
    pathname === '/simulator.js'
      ? readFile(join(temporary, 'desk/simulator.js'))
      : '<!doctype html><html lang="en"><title>Desk</title><link rel="icon" href="data:,"><body></body></html>',
  );
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  ccpServer?.close();
  deskServer?.close();
  if (temporary) await rm(temporary, { recursive: true, force: true });
});

/** A browser context of its own: no storage and no worker of another test. */
async function withContext(run) {
  const context = await browser.createBrowserContext();
  try {
    await run(context);
  } finally {
    await context.close();
  }
}

async function open(context, parameters) {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(ccpUrl(parameters));
  return page;
}

const stateIs = (page, name) =>
  page.waitForFunction((text) => document.querySelector('.state-name')?.textContent === `State: ${text}`, {}, name);
const button = (page, name) => page.waitForSelector(`::-p-aria([name="${name}"][role="button"])`);
const gone = (page, name) => page.waitForSelector(`::-p-aria([name="${name}"][role="button"])`, { hidden: true });
const press = async (page, name) => (await button(page, name)).click();
const textOf = (page, selector) => page.$eval(selector, ({ textContent }) => textContent);
const mood = (page, name) => page.waitForSelector(`.mood-${name}`);

/** Moves the focus with Tab alone until it is on the named button, and presses it. */
async function pressByKeyboard(page, name, key = 'Enter') {
  await button(page, name);
  for (let step = 0; step < 60; step += 1) {
    const focused = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent;
    });
    if (focused === name) return page.keyboard.press(key);
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab does not lead to ${name}`);
}

async function assertAccessible(page, when) {
  await page.addScriptTag({ url: '/axe.min.js' });
  const violations = await page.evaluate(async () => {
    const results = await globalThis.axe.run();
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
  assert.deepEqual(violations, [], when);
}

test('a whole call by keyboard alone', () =>
  withContext(async (context) => {
    const page = await open(context, { instance: newInstance() });
    const problems = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    await stateIs(page, 'Offline');
    await assertAccessible(page, 'offline');

    await page.focus('#state-button');
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('[role=menu]');
    await assertAccessible(page, 'menu of states');
    await page.keyboard.press('a');
    await page.keyboard.press('Enter');
    await stateIs(page, 'Available');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'state-button', 'focus returns to the button');

    await pressByKeyboard(page, 'Incoming call');
    await mood(page, 'ringing');
    assert.match(await textOf(page, '#assertive'), /Incoming: Call \+1 206 555 0100/);
    await assertAccessible(page, 'ringing');

    await pressByKeyboard(page, 'Accept');
    await mood(page, 'live');
    await stateIs(page, 'On contact');
    assert.ok(await page.evaluate(() => document.activeElement.closest('.card')), 'focus stays with the contact');

    await pressByKeyboard(page, 'Mute');
    await button(page, 'Unmute');
    await pressByKeyboard(page, 'Unmute');
    await button(page, 'Mute');

    await pressByKeyboard(page, 'Keypad');
    await pressByKeyboard(page, '1');
    await page.keyboard.type('2#');
    await page.waitForFunction(() => document.querySelector('.digits')?.textContent.includes('12#'));
    await assertAccessible(page, 'keypad');
    await pressByKeyboard(page, 'Keypad');

    await pressByKeyboard(page, 'Hold');
    await mood(page, 'held');
    await pressByKeyboard(page, 'Resume');
    await mood(page, 'live');

    await pressByKeyboard(page, 'Transfer');
    await page.waitForSelector('.quick');
    await assertAccessible(page, 'quick connects');
    await page.focus('.quick');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.party');
    await pressByKeyboard(page, 'Third party answers');
    await button(page, 'Swap');
    await assertAccessible(page, 'third party');
    await pressByKeyboard(page, 'Join');
    await gone(page, 'Swap');

    await pressByKeyboard(page, 'End');
    await stateIs(page, 'After-call work');
    await mood(page, 'after');
    await assertAccessible(page, 'after-call work');
    await pressByKeyboard(page, 'Clear');
    await page.waitForSelector('.idle-ready');
    await stateIs(page, 'Available');
    assert.deepEqual(problems, []);
  }));

test('a rejected, a missed and a failed command', () =>
  withContext(async (context) => {
    const page = await open(context, { instance: newInstance(), state: 'Available' });
    await stateIs(page, 'Available');
    await press(page, 'Incoming call');
    await mood(page, 'ringing');
    await press(page, 'Let it be missed');
    await mood(page, 'failed');
    await stateIs(page, 'Missed call');
    await assertAccessible(page, 'missed');
    await press(page, 'Clear');
    await page.waitForSelector('.idle');

    await press(page, 'Fail next command');
    await page.waitForFunction(() =>
      document.querySelector('.drawer-message')?.textContent.includes('Fail next command'),
    );
    await page.click('#state-button');
    await page.keyboard.press('l');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.failure');
    await assertAccessible(page, 'failure');
    await press(page, 'Dismiss');
    await page.waitForSelector('.failure', { hidden: true });
  }));

test('dials a number', () =>
  withContext(async (context) => {
    const page = await open(context, { instance: newInstance() });
    await stateIs(page, 'Offline');
    await press(page, 'New call');
    await (await page.waitForSelector('::-p-aria([name="Phone number"][role="textbox"])')).type('+1 206 555 0199');
    await page.keyboard.press('Enter');
    await mood(page, 'connecting');
    await assertAccessible(page, 'calling');
    await press(page, 'Customer answers');
    await mood(page, 'live');
    assert.equal(await textOf(page, '.card-title'), '+1 206 555 0199');
  }));

test('two tabs show the same agent', () =>
  withContext(async (context) => {
    const parameters = { instance: newInstance(), drawer: 'open' };
    const [first, second] = [await open(context, parameters), await open(context, parameters)];
    await stateIs(second, 'Offline');
    await first.bringToFront();
    await press(first, 'Become available');
    await stateIs(first, 'Available');
    await second.bringToFront();
    await stateIs(second, 'Available');
    await press(second, 'Incoming call');
    await press(second, 'Accept');
    await mood(second, 'live');
    await press(second, 'Mute');
    await button(second, 'Unmute');
    await first.bringToFront();
    await mood(first, 'live');
    await button(first, 'Unmute');
    await press(first, 'End');
    await second.bringToFront();
    await mood(second, 'after');
  }));

test('signs in, and out again', () =>
  withContext(async (context) => {
    const instance = newInstance();
    const page = await open(context, { instance, signin: 'required' });
    await page.waitForSelector('::-p-aria([name="User name"][role="textbox"])');
    await assertAccessible(page, 'sign-in');
    assert.equal(await page.$('#state-button'), null);
    await press(page, 'Sign in');
    await stateIs(page, 'Offline');
    const key = `connect-simulator:${instance}:session`;
    assert.ok(await page.evaluate((name) => localStorage.getItem(name), key));
    await press(page, 'Sign out');
    await button(page, 'Sign in');
    assert.equal(await page.evaluate((name) => localStorage.getItem(name), key), null);
    await press(page, 'Sign in');
    await stateIs(page, 'Offline');
    await press(page, 'Expire session');
    await button(page, 'Sign in');
  }));

/** An embedding page of another origin, with the scripting API and a record of what the frame says. */
async function openDesk(context, parameters) {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(originOf(deskServer));
  await page.evaluate(async (src) => {
    const desk = { heard: [], api: await import('/simulator.js') };
    globalThis.desk = desk;
    globalThis.addEventListener('message', ({ data, source }) => {
      if (source === desk.frame?.contentWindow && data.event) desk.heard.push(data);
    });
    desk.embed = (address) => {
      desk.frame?.remove();
      desk.frame = document.body.appendChild(Object.assign(document.createElement('iframe'), { src: address }));
    };
    desk.hears = (name, count = 1) =>
      new Promise((resolve) => {
        const check = () => desk.heard.filter(({ event }) => event === name).length >= count && resolve();
        globalThis.addEventListener('message', check);
        check();
      });
    desk.runtime = { core: { getFrame: () => desk.frame ?? null } };
    desk.embed(src);
  }, ccpUrl(parameters));
  return page;
}

test('a script in the embedding page holds the simulator', () =>
  withContext(async (context) => {
    const page = await openDesk(context, { instance: newInstance(), state: 'Available' });
    const seen = await page.evaluate(async () => {
      const { desk } = globalThis;
      const sim = await desk.api.attachSimulator({ connect: desk.runtime });
      await desk.hears('agent::update');
      const id = await sim.incomingCall({ from: '+12065550142', attributes: { tier: 'gold' } });
      const truth = await sim.truth();
      const failure = await sim.customerAnswers('nobody').catch(({ message }) => message);
      sim.detach();
      sim.detach();
      const detached = await sim.truth().catch(({ message }) => message);
      return { id, contacts: truth.contacts.map(({ contactId }) => contactId), failure, detached, heard: desk.heard };
    });
    assert.deepEqual(seen.contacts, [seen.id]);
    assert.match(seen.failure, /customerAnswers: /);
    assert.match(seen.detached, /detached/);
    assert.equal(seen.heard[0].event, 'acknowledge');
    assert.equal(typeof seen.heard[0].data.id, 'string');
  }));

test('attaches again after a reload, and to another frame', () =>
  withContext(async (context) => {
    const parameters = { instance: newInstance(), agent: 'Ann Lee' };
    const page = await openDesk(context, parameters);
    await keepWorker(context, originOf(deskServer), ccpUrl(parameters));
    await page.bringToFront();
    const names = await page.evaluate(
      async (other) => {
        const { desk } = globalThis;
        const sim = await desk.api.attachSimulator(desk.runtime);
        const names = [(await sim.truth()).agent.name];
        await sim.setAgentState('Lunch');
        await sim.reloadFrame();
        names.push((await sim.truth()).agent.name, (await sim.truth()).agent.state.name);
        desk.frame.src += '';
        await new Promise((resolve) => desk.frame.addEventListener('load', resolve, { once: true }));
        names.push((await sim.truth()).agent.name);
        desk.embed(other);
        names.push((await sim.truth()).agent.name);
        sim.detach();
        return names;
      },
      ccpUrl({ instance: newInstance(), agent: 'Bo Park' }),
    );
    assert.deepEqual(names, ['Ann Lee', 'Ann Lee', 'Lunch', 'Ann Lee', 'Bo Park']);
  }));

test('says so where the frame holds something else', () =>
  withContext(async (context) => {
    const page = await openDesk(context, { instance: newInstance() });
    const message = await page.evaluate(async () => {
      const { desk } = globalThis;
      desk.embed(`${location.origin}/another-page`);
      return desk.api.attachSimulator(desk.frame, { timeout: 300 }).catch((error) => error.message);
    });
    assert.match(message, /^This CCP is not the simulator: /);
  }));

test('is silent when it is told to, and answers again', () =>
  withContext(async (context) => {
    const page = await openDesk(context, { instance: newInstance() });
    const acknowledged = await page.evaluate(async () => {
      const { desk } = globalThis;
      const sim = await desk.api.attachSimulator(desk.frame);
      await desk.hears('agent::update');
      const count = () => desk.heard.filter(({ event }) => event === 'acknowledge').length;
      const ask = () => desk.frame.contentWindow.postMessage({ event: 'synchronize' }, new URL(desk.frame.src).origin);
      await sim.silence(0);
      ask();
      await sim.truth(); // through the same page and worker: the answer would have been here before
      const silent = count();
      await sim.silence(-1);
      ask();
      await desk.hears('acknowledge', silent + 1);
      return { silent, after: count() };
    });
    assert.deepEqual(acknowledged, { silent: 1, after: 2 });
  }));

test('a sign-in window tells the frame, and the frame waits to be loaded again', () =>
  withContext(async (context) => {
    const parameters = { instance: newInstance(), signin: 'required' };
    const page = await openDesk(context, parameters);
    const frame = await page.waitForFrame((candidate) => candidate.url().includes('/ccp.html'));
    await frame.waitForFunction(() => document.querySelector('h1')?.textContent === 'You are signed out');
    const [popup] = await Promise.all([
      new Promise((resolve) => page.once('popup', resolve)),
      page.evaluate((src) => void globalThis.open(src, 'sign-in', 'width=400,height=600'), ccpUrl(parameters)),
    ]);
    popup.setDefaultTimeout(PATIENCE);
    await press(popup, 'Sign in');
    await stateIs(popup, 'Offline');
    await page.bringToFront();
    await frame.waitForFunction(() => document.querySelector('h1')?.textContent === 'You are signed in');
    assert.deepEqual(await page.evaluate(() => globalThis.desk.heard), []);
    await page.evaluate(async () => {
      const { desk } = globalThis;
      desk.embed(desk.frame.src);
      await desk.hears('agent::update');
    });
  }));
