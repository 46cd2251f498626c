// Drives one page with one Streams library, and gives what was shown after each step, and what the service was asked for.
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PATIENCE } from '../support/browser.mjs';
import { signIn } from '../support/embedding-page.mjs';
import { DONE, STEPS } from './steps.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json' };

/** Polls by timer: a tab in the background has no animation frames. */
const POLLING = { timeout: PATIENCE, polling: 20 };

/** The libraries that a page is run with. */
export const LIBRARIES = {
  ours: '/cdn/connect-streams.min.js',
  theirs: '/node_modules/amazon-connect-streams/release/connect-streams-min.js',
};

/** What a library asks for by itself; nobody on the page has. */
const BY_ITSELF = ['createTransport', 'sendClientLogs', 'sendSoftphoneCallMetrics', 'sendSoftphoneCallReport'];
/** A random value in the parameters of a request. */
const RANDOM = ['idempotencyToken', 'ClientToken'];

/**
 * Serves the pages, and the package's files to them.
 * @returns {Promise<{url: string, close(): Promise<void>}>}
 */
export async function servePages() {
  const server = http.createServer(async ({ url }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const body = await readFile(ROOT + pathname).catch(() => null);
    const fill = (text) => text.replace(/\{\{(\w+)\}\}/g, (_, name) => searchParams.get(name));
    response.writeHead(body ? 200 : 404, { 'content-type': TYPES[extname(pathname)] ?? 'text/plain' });
    response.end(body && pathname.startsWith('/test/pages/') ? fill(String(body)) : body);
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${server.address().port}`,
    close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      return closed;
    },
  };
}

/**
 * amazon-connect-streams asks for the region of a chat by way of the SDK, to which the simulator gives no answer, and begins the chat
 * when this time is over. Runs in the page, before all else.
 */
function skipWaitForRegion() {
  const { setTimeout } = window;
  window.setTimeout = (run, delay, ...args) => setTimeout(run, delay === 30_000 ? 0 : delay, ...args);
}

/** What the service knows, and what of it the page must know before it is looked at. */
const truthOf = () =>
  window.sim.truth().then(({ agent, contacts, calls }) => ({
    state: agent.state.name,
    phases: contacts.map(({ state }) => state.type),
    legs: contacts.flatMap(({ connections }) => connections.map(({ state }) => state.type)),
    operations: calls.map(({ operation }) => operation),
  }));

/** True once the page's library knows what the service knows, and the page's text has not changed for some looks. */
const isSettled = async () => {
  // While the CCP's page loads again nobody answers.
  const { agent, contacts } = (await window.sim.truth().catch(() => null)) ?? {};
  if (!agent || !window.connect.agent.initialized) return false;
  const known = (list) => JSON.stringify(list.map(({ contactId, state }) => [contactId, state.type]).sort());
  const here = new window.connect.Agent();
  const shown = here.getContacts().map((one) => ({ contactId: one.contactId, state: one.getState() }));
  const isSame = known(shown) === known(contacts) && here.getState().name === agent.state.name;
  const text = document.body.innerText;
  window.looks = isSame && text === window.seen ? (window.looks ?? 0) + 1 : 0;
  window.seen = text;
  return window.looks > 3;
};

const doneSteps = async (page, step) => {
  let truth;
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    truth = await page.evaluate(truthOf).catch(() => truth);
    if (truth && DONE[step](truth)) return;
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 10)));
  }
  throw new Error(`The step "${step}" has not come to its end: ${JSON.stringify(truth)}`);
};

/** Puts the simulator and the newest contact in reach of the steps. */
const attach = (page, ccp) =>
  page.evaluate(async (url) => {
    const { attachSimulator } = await import('/dist/src/simulator/simulator.js');
    const frame = [...document.querySelectorAll('iframe')].find(({ src }) => src === url);
    window.sim = await attachSimulator(frame);
    await window.sim.answerParticipantService();
    window.isSignedOut = false;
    const bus = window.connect.core.getEventBus();
    if (window.updates === undefined) bus.subscribe(window.connect.AgentEvents.REFRESH, () => (window.updates += 1));
    window.updates = 0;
    bus.subscribe('terminated', () => (window.isSignedOut = true));
    window.newest = () => new window.connect.Agent().getContacts().at(-1);
  }, ccp);

/** The agent signs in, in the window that the library has opened. */
async function signedIn(page, popups) {
  for (const end = Date.now() + PATIENCE; !popups.length && Date.now() < end;) await page.evaluate(() => 0);
  if (!popups.length) throw new Error('No window to sign in has opened.');
  const before = await page.evaluate(() => window.updates ?? -1);
  await signIn(popups.shift());
  // The agent of before is known all the time: what counts is that data come again.
  await page.waitForFunction(
    (known) => window.connect.agent.initialized && (window.updates ?? 0) > known,
    POLLING,
    before,
  );
}

/** Attaches to the CCP where the agent works: of two regions to the one that has the agent now. */
async function attachToActive(page, ccps) {
  const region = ccps.length > 1 && (await page.evaluate(() => window.connect.globalResiliency.getActiveRegion()));
  const ccp = ccps.find((url) => !region || new URL(url).searchParams.get('region') === region);
  for (const end = Date.now() + PATIENCE; ;) {
    try {
      return await attach(page, ccp);
    } catch (error) {
      if (Date.now() > end) throw error; // until then its page may be loading
    }
  }
}

async function take(page, step, popups, ccps) {
  const where = await page.evaluate(() => document.getElementById('where')?.textContent);
  if (step === 'sign-in') {
    await signedIn(page, popups);
    await attachToActive(page, ccps);
  } else {
    const button = await page.$(`[data-do="${step}"]`);
    // A page may have to get ready for it first.
    if (button) await page.waitForFunction((one) => !one.disabled, POLLING, button);
    if (button) await button.evaluate((one) => one.click());
    else await page.evaluate(STEPS[step]);
  }
  if (step === 'sign-out') {
    await page.waitForFunction(() => window.isSignedOut, POLLING);
    return;
  }
  if (step === 'change over') {
    await page.waitForFunction((was) => document.getElementById('where')?.textContent !== was, POLLING, where);
    await attachToActive(page, ccps);
  }
  await doneSteps(page, step);
  await page.waitForFunction(isSettled, POLLING);
}

/**
 * Runs a page from the first sign-in to its last step.
 * @param context a browser context of its own.
 * @param {{name: string, steps: string[], signsIn?: boolean, chats?: boolean}} given the page
 * @param {{pages: string, ccps: string[], streams: string, logout: string}} at addresses; two CCPs for two regions
 * @returns {Promise<{texts: string[], calls: unknown[], errors: string[]}>}
 */
export async function drive(
  context,
  { name, steps, signsIn = false, chats = false },
  { pages, ccps, streams, logout },
) {
  const [ccp, second = ''] = ccps;
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const popups = [];
  page.on('popup', (popup) => popups.push(popup));
  if (chats) await page.evaluateOnNewDocument(skipWaitForRegion);
  await page.goto(`${pages}/test/pages/${name}.html?${new URLSearchParams({ streams, ccp, second, logout })}`);
  if (signsIn) await signedIn(page, popups);
  await page.waitForFunction(() => window.connect.agent.initialized, POLLING);
  await attachToActive(page, ccps);
  await page.waitForFunction(isSettled, POLLING);
  const look = async (step) => `${step}: ${(await page.evaluate(() => document.body.innerText)).replace(/\s+/g, ' ')}`;
  const texts = [await look('first')];
  for (const step of steps) {
    await take(page, step, popups, ccps).catch((cause) => {
      throw new Error(`"${step}", after ${texts.at(-1)}: ${cause.message}`, { cause });
    });
    texts.push(await look(step));
  }
  const { calls } = await page.evaluate(() => window.sim.truth());
  const told = calls
    .filter(({ operation }) => !BY_ITSELF.includes(operation))
    .map(({ operation, params }) => [
      operation,
      { ...params, ...Object.fromEntries(RANDOM.map((key) => [key, undefined])) },
    ]);
  return { texts, calls: told, errors };
}
