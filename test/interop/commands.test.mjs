// Every command's failure and every getter, with ours and with amazon-connect-streams on the same simulator: refused by the
// service in each way, and of a contact that has gone; at each moment of a contact of each channel.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchChromium, PATIENCE } from '../support/browser.mjs';
import { simulator } from './ccps.mjs';
import { serveEmbeddingPage } from './embedding-page.mjs';
import { libraries, OURS, THEIRS } from './libraries.mjs';

const POLLING = { timeout: PATIENCE, polling: 10 };

/** What the service says when it refuses. */
const REFUSALS = [
  { status: 400, code: 'InvalidStateException', message: 'Not now' },
  { status: 403, code: 'AccessDeniedException', message: 'Not you' },
  { status: 404, code: 'ContactNotFoundException', message: 'It has gone' },
  { status: 500, code: 'InternalServerException' },
];

/** How a contact of each kind comes to the agent. */
const COMINGS = {
  call: () => window.simulator.incomingCall({ attributes: { tier: 'gold' } }),
  callback: () => window.simulator.queuedCallback(),
  chat: () => window.simulator.incomingChat(),
  task: () => window.simulator.incomingTask(),
  'monitored call': () => window.simulator.monitor(),
};

/** Commands that end otherwise here, each with the reason. */
const OTHER_OUTCOMES = {
  'contact.destroy': 'it does nothing there and calls nobody; here it fails, and says what to use',
  'toggleActiveConnections of a contact that has gone': 'throws there; here the failure callback is called, as ever',
};

/** Getters that give something else here, by the end of their names, each with the reason. */
const OTHER_VALUES = {
  'contact.canAgentSendScreenShare': 'a truth here, where there it is undefined',
  'contact.canAgentSendVideo': 'a truth here, where there it is undefined',
  'contact.canCustomerSendScreenShare': 'a truth here, where there it is undefined',
  'own.canSendScreenShare': 'a truth here, where there it is undefined',
  'own.canSendVideo': 'a truth here, where there it is undefined',
  'customer.canSendScreenShare': 'a truth here, where there it is undefined',
  'customer.canSendVideo': 'a truth here, where there it is undefined',
};

/** Getters that ask the SDK's side channel: they give promises, which its own tests look at. */
const ASKING = ['contact.getPreviewConfiguration', 'contact.isPreviewMode', 'own.canResumeParticipant'].concat(
  'customer.canResumeParticipant',
);

let browser;
let ccps;
let seen; // by library: {values, outcomes}

/** A page with a library, an agent who is available, and what is at hand there. */
class Stage {
  constructor(page) {
    this.page = page;
  }

  until(condition, ...args) {
    return this.page.waitForFunction(condition, POLLING, ...args);
  }

  phase(wanted) {
    return this.until((types) => types.includes(window.atHand().contact?.getState().type ?? 'none'), wanted);
  }

  async available() {
    await this.page.evaluate(() => window.simulator.setAgentState('Available'));
    await this.until(() => window.atHand().agent.getState().name === 'Available');
  }

  async comes(kind) {
    await this.page.evaluate(COMINGS[kind]);
    await this.until(() => window.atHand().contact !== undefined);
  }

  /** The agent takes the contact, unless it is theirs already. */
  async accepted(kind) {
    if (kind !== 'monitored call') await this.command('accept');
    if (kind === 'callback') {
      await this.phase(['connecting']);
      await this.page.evaluate(() => window.simulator.customerAnswers(window.atHand().contact.getContactId()));
    }
    await this.phase(['connected']);
  }

  async held() {
    await this.command('hold');
    await this.until(() => window.atHand().customer.isOnHold());
  }

  /** The contact ends and is cleared; what was at hand of it is kept. */
  async ended() {
    await this.page.evaluate(() => void (window.kept = window.atHand()));
    await this.command('connection.destroy');
    await this.phase(['ended']);
  }

  async cleared() {
    await this.command('clear');
    await this.phase(['none']);
  }

  command(name) {
    return this.page.evaluate((one, patience) => window.outcomeOf(one, window.atHand(), patience), name, PATIENCE);
  }

  values(of = 'atHand') {
    return this.page.evaluate((where) => window.valuesOf(where === 'kept' ? window.kept : window.atHand()), of);
  }

  /** What becomes of a command, and what the service was asked for meanwhile. */
  outcome(name, of, refusal) {
    const run = async (one, where, given, patience) => {
      const { simulator: sim, commands, kept, atHand, outcomeOf, isSilent } = window;
      if (given && !isSilent(one)) await sim.fail(commands[one][0], given);
      const before = (await sim.truth()).calls.length;
      const outcome = await outcomeOf(one, where === 'kept' ? kept : atHand(), isSilent(one) ? 0 : patience);
      const calls = (await sim.truth()).calls.slice(before).map(({ operation }) => operation);
      return {
        ...outcome,
        calls: calls.filter((operation) => !/^(send(Client|Soft)|createTransport)/.test(operation)),
      };
    };
    return this.page.evaluate(run, name, of, refusal, PATIENCE);
  }
}

async function staged(library) {
  const server = await serveEmbeddingPage(libraries[library]);
  const ccp = await ccps.start();
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await ccp.keep(context, server.url);
  await page.goto(server.url);
  await page.addScriptTag({ url: '/page/commands.js' });
  await page.evaluate((ccpUrl) => {
    const softphone = { allowFramedSoftphone: true };
    window.connect.core.initCCP(document.getElementById('container'), { ccpUrl, loginPopup: false, softphone });
  }, ccp.url);
  await ccp.attach(page);
  await page.waitForFunction(() => window.connect.agent.initialized, POLLING);
  const close = async () => {
    await context.close();
    await server.close();
  };
  return { stage: new Stage(page), close };
}

async function look(library) {
  const { stage, close } = await staged(library);
  try {
    return await seenOn(stage);
  } finally {
    await close();
  }
}

async function seenOn(stage) {
  const values = {};
  const outcomes = {};
  const names = await stage.page.evaluate(() => Object.keys(window.commands));
  await stage.available();
  values['without a contact'] = await stage.values();
  for (const kind of Object.keys(COMINGS)) {
    await stage.available();
    await stage.comes(kind);
    values[`${kind} that comes`] = await stage.values();
    await stage.accepted(kind);
    values[`${kind} in work`] = await stage.values();
    if (kind === 'call') {
      for (const name of names) {
        for (const refusal of REFUSALS)
          outcomes[`${name}, refused with ${refusal.status}`] = await stage.outcome(name, 'atHand', refusal);
      }
      await stage.held();
      values['call on hold'] = await stage.values();
    }
    await stage.ended();
    values[`${kind} that is over`] = await stage.values();
    await stage.cleared();
    values[`${kind} that has gone`] = await stage.values('kept');
    if (kind !== 'call') continue;
    for (const name of await stage.page.evaluate(() => window.commandsOfContacts))
      outcomes[`${name} of a contact that has gone`] = await stage.outcome(name, 'kept');
  }
  await stage.available();
  await stage.comes('call');
  await stage.page.evaluate(() => window.simulator.missed(window.atHand().contact.getContactId()));
  await stage.phase(['missed']);
  values['call that was missed'] = await stage.values();
  return { values, outcomes };
}

before(async () => {
  [browser, ccps] = await Promise.all([launchChromium(), simulator.serve()]);
  seen = { [OURS]: await look(OURS), [THEIRS]: await look(THEIRS) };
});

after(async () => {
  await browser?.close();
  await ccps?.close();
});

test('every command fails as there: the same text, once, after the same call to the service', () => {
  const { outcomes } = seen[THEIRS];
  assert.ok(Object.keys(outcomes).length > 100, 'hardly any command was sent');
  const isOther = (name) => Object.keys(OTHER_OUTCOMES).some((excepted) => name.startsWith(excepted));
  for (const [name, outcome] of Object.entries(outcomes)) {
    const ours = seen[OURS].outcomes[name];
    if (!isOther(name)) assert.deepEqual(ours, outcome, name);
    else assert.equal(ours.heard.length, 1, `${name} calls nobody`);
  }
});

test('what is excepted ends otherwise there', () => {
  for (const [excepted, reason] of Object.entries(OTHER_OUTCOMES)) {
    const names = Object.keys(seen[THEIRS].outcomes).filter((name) => name.startsWith(excepted));
    assert.ok(names.length > 0, excepted);
    for (const name of names) assert.notDeepEqual(seen[OURS].outcomes[name], seen[THEIRS].outcomes[name], reason);
  }
});

test('every getter gives at every moment what it gives there', () => {
  const differing = new Set();
  for (const [moment, values] of Object.entries(seen[THEIRS].values)) {
    for (const [getter, value] of Object.entries(values)) {
      const ours = seen[OURS].values[moment][getter];
      if (ours === undefined || ours === value || ASKING.includes(getter)) continue;
      differing.add(getter);
      if (!(getter in OTHER_VALUES)) assert.equal(ours, value, `${moment}: ${getter}`);
    }
  }
  assert.deepEqual([...differing].sort(), Object.keys(OTHER_VALUES).sort());
});
