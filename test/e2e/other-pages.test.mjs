// Pages of other people: what they have put in the place of built-ins, and what their policies allow. Both bundles load there, an agent
// signs in, and a command that was sent never throws and is never told as failed.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { extname } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launchBrowser, PATIENCE } from '../support/browser.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };
const POLLING = { timeout: PATIENCE, polling: 20 };

/** A CCP that the test plays: it acknowledges, and answers each request, those to reject with a refusal. */
const CCP = `<!doctype html><script>
  const heard = window.heard = [];
  const say = window.say = (event, data) => parent.postMessage({ event, data }, '*');
  addEventListener('message', ({ data, source }) => {
    if (source !== parent || !data?.event) return;
    heard.push(data);
    if (data.event === 'synchronize') say('acknowledge');
    if (data.event !== 'api_request') return;
    const { requestId, method } = data.data;
    const err = method === 'rejectContact' ? JSON.stringify({ type: 'constructor', message: 'No' }) : null;
    say('api_response', { event: 'api_response', requestId, data: {}, err });
  });
  addEventListener('load', () => say('acknowledge', { id: 'port' }));</script>`;

/** Its own Promise, by which alone what it has made can be waited for. */
const OWN_PROMISE = `<script>{ const Native = Promise; window.Promise = class extends Native {
  constructor(f) { super(f); this.own = []; }
  then(a, b) { if (!this.own) throw new TypeError('not one of mine'); return super.then(a, b); } }; }</script>`;

/** A sketch of a promise: a class with \`then\` and nothing else. */
const SKETCH = `<script>window.Promise = class {
  #value; #done = false; #waiting = [];
  constructor(f) { f((value) => { this.#value = value; this.#done = true; this.#waiting.splice(0).forEach((w) => w(value)); }); }
  then(resolved) { return new window.Promise((ok) => { const go = (v) => ok(resolved ? resolved(v) : v);
    if (this.#done) queueMicrotask(() => go(this.#value)); else this.#waiting.push(go); }); } };</script>`;

/** What Prototype.js up to 1.7.0 does to built-ins, in a few lines of our own. */
const PROTOTYPE_JS = `<script>
  Array.prototype.toJSON = function () { return '[' + this.map((x) => JSON.stringify(x)).join(', ') + ']'; };
  String.prototype.toJSON = function () { return '"' + this + '"'; };
  Object.prototype.extra = 'enumerable';
  Array.prototype.extra = function () {};
  Array.prototype.entries = function () { return this.slice(); };
  Array.from = (x) => (x && 'length' in Object(x) ? Array.prototype.slice.call(x) : []);
  { const { slice } = Array.prototype; Function.prototype.bind = function (self) { const f = this, rest = slice.call(arguments, 1);
    return function () { return f.apply(self, rest.concat(slice.call(arguments))); }; }; }
  HTMLElement.prototype.update = HTMLElement.prototype.select = HTMLElement.prototype.show = function () { return this; };</script>`;

const FROZEN = `<script>for (const x of [Object, Function, Array, String, Number, Boolean, Error, TypeError, RangeError, Date, RegExp, Map, Set,
  WeakMap, Promise, Symbol, JSON, Math, Reflect]) { Object.freeze(x); if (x.prototype) Object.freeze(x.prototype); }</script>`;

const script = (path) => `<script src="/node_modules/${path}"></script>`;
const ZONE = script('zone.js/bundles/zone.umd.js');
const BLUEBIRD = `${script('bluebird/js/browser/bluebird.js')}<script>window.Promise = window.P ?? window.Promise;</script>`;
const SES = `${script('ses/dist/ses.umd.js')}<script>lockdown({ errorTaming: 'unsafe', consoleTaming: 'unsafe' });</script>`;

const REQUIRED = "require-trusted-types-for 'script'";
/** What the page of a policy needs to play its part: inline scripts here, for the test's own. */
const policy = (text) => ({ 'content-security-policy': text });

const PAGES = {
  'an ordinary page': {},
  'zone.js before': { before: ZONE },
  'zone.js after': { after: ZONE },
  'Bluebird before': { before: BLUEBIRD },
  'Bluebird after': { after: BLUEBIRD },
  'its own Promise before': { before: OWN_PROMISE },
  'its own Promise after': { after: OWN_PROMISE },
  'a sketch of a Promise after': { after: SKETCH },
  'Prototype.js before': { before: PROTOTYPE_JS },
  'Prototype.js after': { after: PROTOTYPE_JS },
  'frozen built-ins': { before: FROZEN },
  'SES lockdown before': { before: SES },
  'SES lockdown after': { after: SES },
  'Trusted Types with the policy': { headers: policy(`${REQUIRED}; trusted-types lit-html`) },
  'Trusted Types without a list': { headers: policy(REQUIRED) },
  'no policies, and none required': { headers: policy("trusted-types 'none'") },
  'a default policy': {
    headers: policy(`${REQUIRED}; trusted-types default`),
    before: `<script>trustedTypes.createPolicy('default', { createHTML: (text) => text });</script>`,
  },
  'no policies, though required': { headers: policy(`${REQUIRED}; trusted-types 'none'`), withoutElements: true },
  'another policy, though required': { headers: policy(`${REQUIRED}; trusted-types other`), withoutElements: true },
};

const served = new Map([['/ccp.html', { body: CCP }]]);
let browser;
let servers;
let origins;

const serve = () =>
  new Promise((listening) => {
    const server = http.createServer(async ({ url }, response) => {
      const path = new URL(url, 'http://x').pathname;
      const page = served.get(path) ?? { body: await readFile(ROOT + path).catch(() => null) };
      const type = served.has(path) ? TYPES['.html'] : (TYPES[extname(path)] ?? 'text/plain');
      response.writeHead(page.body === null ? 404 : 200, { 'content-type': type, ...page.headers });
      response.end(page.body ?? '');
    });
    server.listen(0, '127.0.0.1', () => listening(server));
  });

before(async () => {
  [browser, ...servers] = await Promise.all([launchBrowser(), serve(), serve()]);
  origins = servers.map((server) => `http://localhost:${server.address().port}`);
});

after(async () => {
  await browser?.close();
  for (const server of servers ?? []) {
    server.closeAllConnections();
    server.close();
  }
});

const ARN = 'arn:aws:connect:us-west-2:123456789012:instance/0f7d1c9a';
const QUEUE = { name: 'support', queueARN: `${ARN}/queue/support`, queueId: `${ARN}/queue/support` };
const STATES = ['Available/routable', 'Lunch/not_routable', 'Offline/offline'].map((state) => ({
  agentStateARN: `${ARN}/agent-state/${state}`,
  name: state.split('/')[0],
  type: state.split('/')[1],
}));

/** The agent with a call in a state. */
const agentWith = (type) => {
  const state = { type, timestamp: new Date() };
  const leg = (id, kind) => ({ connectionId: id, type: kind, state, initial: false, endpoint: null });
  return {
    snapshot: {
      state: { ...STATES[0], startTimestamp: new Date() },
      nextState: null,
      contacts: [
        {
          contactId: 'c',
          initialContactId: 'c',
          type: 'voice',
          state,
          queue: QUEUE,
          attributes: {},
          connections: [leg('a', 'agent'), leg('b', 'inbound')],
        },
      ],
      snapshotTimestamp: new Date(),
      localTimestamp: Date.now(),
      skew: 0,
    },
    configuration: {
      name: 'Jane Doe',
      username: 'jane',
      softphoneEnabled: true,
      extension: '',
      routingProfile: {
        name: 'Basic',
        routingProfileARN: `${ARN}/routing-profile/b`,
        defaultOutboundQueue: QUEUE,
        queues: [QUEUE],
      },
      agentPreferences: { LANGUAGE: 'en_US' },
      permissions: ['outboundCall', 'voiceId'],
      dialableCountries: ['us'],
      agentStates: STATES,
    },
  };
};

/** Waits until a function of the page's gives something. Not by the browser driver's own wait, which runs on the page's built-ins. */
async function until(page, look) {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    if (await page.evaluate(`Boolean((${look})())`).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never: ${look}`);
}

let count = 0;

/** Opens a page with one of the bundles; `say` speaks as its CCP. */
async function open(t, { before: first = '', after: last = '', headers = {} }, bundle) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', ({ message }) => {
    // Firefox counts its own word on a policy that it refuses among the errors; our code takes the refusal.
    if (!message.startsWith('Content-Security-Policy: The page’s settings blocked creating')) errors.push(message);
  });
  const ours = bundle === 'classic' ? '<script src="/cdn/connect-streams.min.js"></script>' : '';
  const module = bundle === 'module' ? '<script type="module" src="/cdn/connect-ccp.min.js"></script>' : '';
  const late =
    bundle === 'module'
      ? last.replaceAll('<script src', '<script defer src').replaceAll('<script>', '<script type="module">')
      : last;
  const elements =
    bundle === 'module'
      ? `<connect-ccp ccp-url="${origins[1]}/ccp.html"></connect-ccp><connect-contact-controls></connect-contact-controls>`
      : '<div id="panel"></div>';
  const path = `/page-${(count += 1)}.html`;
  served.set(path, {
    headers,
    body: `<!doctype html><html lang="en"><meta charset="utf-8">${first}${ours}${module}<body>${elements}${late}</body></html>`,
  });
  await page.goto(origins[0] + path);
  return { page, errors };
}

async function ccpOf(page) {
  const frame = await page.waitForFrame((candidate) => candidate.url().endsWith('/ccp.html'), { timeout: PATIENCE });
  await frame.waitForFunction(() => window.heard?.some(({ event }) => event === 'synchronize'), POLLING);
  return {
    frame,
    say: (type) =>
      frame.evaluate(
        (text) => {
          const dates = (key, value) => (/timestamp/i.test(key) && typeof value === 'string' ? new Date(value) : value);
          window.say('agent::update', JSON.parse(text, dates));
        },
        JSON.stringify(agentWith(type)),
      ),
  };
}

/** Commands in all the ways in which one waits for them. */
const command = (page) =>
  page.evaluate(async () => {
    const { connect } = window.runtime ? { connect: window.runtime } : window;
    const contact = () => new connect.Agent().getContacts()[0];
    const told = {};
    try {
      await contact().accept();
      told.awaited = 'done';
    } catch (error) {
      told.awaited = String(error);
    }
    told.then = await new Promise((ok) =>
      contact()
        .accept()
        .then(
          () => ok('done'),
          (error) => ok(String(error)),
        ),
    );
    told.chained = await contact()
      .accept()
      .then(() => 1)
      .catch(() => 2)
      .finally(() => {});
    told.callback = await new Promise((ok) =>
      contact().accept({ success: () => ok('done'), failure: (error) => ok(String(error)) }),
    );
    try {
      await contact().reject();
      told.refused = 'done';
    } catch (error) {
      told.refused = error.type;
    }
    told.parsed = await new Promise((ok) =>
      contact().reject({ failure: (error) => ok(String(error).includes('"type":"constructor"')) }),
    );
    told.configured = await new Promise((ok) => {
      const agent = new connect.Agent();
      agent.setConfiguration(agent.getConfiguration(), {
        success: () => ok('done'),
        failure: (error) => ok(String(error)),
      });
    });
    return told;
  });

const DONE = {
  awaited: 'done',
  then: 'done',
  chained: 1,
  callback: 'done',
  refused: 'constructor',
  parsed: true,
  configured: 'done',
};

/** What the CCP has heard of the agent's configuration: lists as lists. */
const configuration = (frame) =>
  frame.evaluate(() => {
    const { data } = window.heard.find(({ data: sent }) => sent?.method === 'updateAgentConfiguration');
    const { agentStates, permissions } = data.params.configuration;
    return [agentStates.map(({ name }) => name), permissions];
  });

const CONFIGURATION = [
  ['Available', 'Lunch', 'Offline'],
  ['outboundCall', 'voiceId'],
];

for (const [name, set] of Object.entries(PAGES)) {
  describe(name, () => {
    test('the classic script: signs in, and commands end as they should', async (t) => {
      const { page, errors } = await open(t, set, 'classic');
      await page.evaluate((ccpUrl) => {
        const { connect } = window;
        connect.core.initCCP(document.getElementById('panel'), {
          ccpUrl,
          loginPopup: false,
          chat: { disableRingtone: true },
        });
        connect.agent((agent) => (window.agentName = agent.getName()));
      }, `${origins[1]}/ccp.html`);
      const { frame, say } = await ccpOf(page);
      await say('connecting');
      await until(page, () => window.agentName === 'Jane Doe');
      assert.deepEqual(await command(page), DONE);
      assert.deepEqual(await configuration(frame), CONFIGURATION);
      assert.deepEqual(errors, []);
    });

    test('the module: signs in, commands end, and elements work or say what is missing', async (t) => {
      const { page, errors } = await open(t, set, 'module');
      await until(page, () => customElements.get('connect-ccp'));
      if (set.withoutElements) {
        const problem = () =>
          document.querySelector('connect-ccp').shadowRoot?.querySelector('[role=alert]')?.textContent;
        await until(page, problem);
        assert.match(await page.evaluate(problem), /does not allow the policy lit-html.*trusted-types lit-html/);
        const api = await page.evaluate(async () => typeof (await import('/cdn/connect-ccp.min.js')).createConnect);
        assert.equal(api, 'function');
        assert.deepEqual(errors, []);
        return;
      }
      const { frame, say } = await ccpOf(page);
      await say('connecting');
      await until(page, () => document.querySelector('connect-ccp').status === 'ready');
      const accept = () =>
        [...document.querySelector('connect-contact-controls').shadowRoot.querySelectorAll('button')].find(
          ({ textContent }) => textContent.trim() === 'Accept',
        );
      await until(page, accept);
      await page.evaluate(() => {
        const ccp = document.querySelector('connect-ccp');
        window.runtime = ccp.connect;
        window.phases = [];
        ccp.addEventListener('connect-command', ({ phase }) => window.phases.push(phase));
      });
      assert.deepEqual(await command(page), DONE);
      assert.deepEqual(await configuration(frame), CONFIGURATION);
      await page.evaluate(`(${accept})().click()`);
      await until(page, () => window.phases.includes('pending'));
      await say('connected');
      await until(page, () => window.phases.length > 1);
      assert.deepEqual(await page.evaluate(() => window.phases), ['pending', 'confirmed']);
      assert.deepEqual(errors, []);
    });
  });
}
