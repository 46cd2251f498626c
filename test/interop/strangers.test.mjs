// Scripts of many hands, run with ours and with amazon-connect-streams on the same simulator through the same calls: each sees the
// same with both.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchChromium, PATIENCE } from '../support/browser.mjs';
import { simulator } from './ccps.mjs';
import { serveEmbeddingPage } from './embedding-page.mjs';
import { libraries, OURS, THEIRS } from './libraries.mjs';

const POLLING = { timeout: PATIENCE, polling: 10 };
const REFUSAL = { status: 400, code: 'InvalidStateException', message: 'Not now' };

let browser;
let ccps;
let seen; // by library, what each script noted

/** What happens on the page, in order: each in the page, then what the page's library must know before the next. */
const COURSE = [
  [() => window.simulator.setAgentState('Available'), () => new window.connect.Agent().isFree()],
  [() => window.setStateByName('Lunch'), () => new window.connect.Agent().getState().name === 'Lunch'],
  [() => window.setStateByName('Nowhere'), () => true],
  [() => window.setStateByName('Offline'), () => new window.connect.Agent().getState().name === 'Offline'],
  [() => window.setStateByName('Available'), () => new window.connect.Agent().isFree()],
  [() => window.simulator.incomingCall({ from: '+12065550188', attributes: { tier: 'gold' } }), phase('connecting')],
  [() => window.simulator.missed(window.newest().contactId), phase('missed')],
  [() => window.newest().clear({ success() {}, failure() {} }), phase('none')],
  [() => window.simulator.setAgentState('Available'), () => new window.connect.Agent().isFree()],
  [() => window.simulator.incomingCall({ from: '+12065550177', attributes: { tier: 'gold' } }), phase('connecting')],
  [() => window.refused('accept', 'acceptContact'), noted('accept')],
  [() => window.refused('reject', 'rejectContact'), noted('reject')],
  [() => window.newest().accept({ success() {}, failure() {} }), phase('connected')],
  [() => window.refused('hold', 'holdConnection'), noted('hold')],
  [() => window.refused('digits', 'sendDigits'), noted('digits')],
  [() => window.refused('add', 'createAdditionalConnection'), noted('add')],
  [() => window.refused('state', 'putAgentState'), noted('state')],
  [() => window.refused('call', 'createOutboundContact'), noted('call')],
  [() => window.refused('endpoints', 'getEndpoints'), noted('endpoints')],
  [
    () => window.setStateByName('Training', { enqueueNextState: true }),
    () => new window.connect.Agent().getNextState()?.name === 'Training',
  ],
  [() => window.simulator.customerHangsUp(window.newest().contactId), phase('ended')],
  [() => window.newest().clear({ success() {}, failure() {} }), phase('none')],
  [() => window.simulator.setAgentState('Available'), () => new window.connect.Agent().isFree()],
  [() => window.simulator.queuedCallback(), phase('incoming')],
  [() => window.newest().accept({ success() {}, failure() {} }), phase('connecting')],
  [() => window.simulator.customerAnswers(window.newest().contactId), phase('connected')],
  [
    () =>
      window
        .newest()
        .getAgentConnection()
        .destroy({ success() {}, failure() {} }),
    phase('ended'),
  ],
  [() => window.newest().clear({ success() {}, failure() {} }), phase('none')],
];

/** A condition, as text to be run in the page. */
function phase(type) {
  return `(window.newest()?.getState().type ?? 'none') === '${type}'`;
}

function noted(name) {
  return `window.notes['takes failures as text'].some((line) => line.startsWith('${name} '))`;
}

async function run(library) {
  const server = await serveEmbeddingPage(libraries[library]);
  const ccp = await ccps.start();
  const context = await browser.createBrowserContext();
  try {
    return await seenOn(await context.newPage(), server.url, ccp, context);
  } finally {
    await context.close();
    await server.close();
  }
}

async function seenOn(page, url, ccp, context) {
  const errors = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await ccp.keep(context, url);
  await page.goto(url);
  await page.addScriptTag({ url: '/page/strangers.js' });
  await page.evaluate(
    (ccpUrl, refusal) => {
      window.refused = (name, operation) =>
        window.simulator.fail(operation, refusal).then(() => window.failures[name]());
      window.beforeStrangers();
      const softphone = { allowFramedSoftphone: true };
      window.connect.core.initCCP(document.getElementById('container'), { ccpUrl, loginPopup: false, softphone });
      window.afterStrangers();
    },
    ccp.url,
    REFUSAL,
  );
  await ccp.attach(page);
  await page.waitForFunction(() => window.connect.agent.initialized, POLLING);
  for (const [action, known] of COURSE) {
    await page.evaluate(action);
    await page.waitForFunction(known, POLLING);
  }
  const notes = await page.evaluate(() => window.notes);
  return { notes, errors };
}

before(async () => {
  [browser, ccps] = await Promise.all([launchChromium(), simulator.serve()]);
  seen = { [OURS]: await run(OURS), [THEIRS]: await run(THEIRS) };
});

after(async () => {
  await browser?.close();
  await ccps?.close();
});

test('no script ends in an error that nobody takes', () => {
  assert.deepEqual(seen[OURS].errors, []);
});

/** What scripts see otherwise, by the line there; each with the reason. */
const OTHERWISE = {
  'throws StateError throws TypeError': {
    ours: 'throws StateError throws StateError',
    reason: 'a contact that cannot be there is no mistake in the type of anything',
  },
  'Nowhere throws ValueError': {
    ours: /^Nowhere undefined\nNowhere failed .*state must be provided.*$/,
    reason: 'a wrong argument is told to the callback for failures, as everything that goes wrong with a command',
  },
};

/** The notes as one text, in which lines that are otherwise stand for what they are here. */
function asHere(notes, ours) {
  return notes.map((line) => {
    const other = OTHERWISE[line];
    if (!other) return line;
    const [found] = other.ours instanceof RegExp ? (ours.match(new RegExp(other.ours, 'm')) ?? []) : [other.ours];
    return found ?? `${line} (${other.reason})`;
  });
}

test('each script sees what it sees there', async (t) => {
  for (const [name, notes] of Object.entries(seen[THEIRS].notes)) {
    await t.test(name, () => {
      const ours = seen[OURS].notes[name].join('\n');
      assert.deepEqual(ours.split('\n'), asHere(notes, ours).join('\n').split('\n'));
    });
  }
});
