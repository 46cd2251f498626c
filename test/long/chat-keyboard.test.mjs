// Five chats and a call, worked by keyboard alone, by the names that a screen reader says.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { serveDemo } from '../../demo/serve.mjs';
import { complaintsOf, launchBrowser, PATIENCE } from '../support/browser.mjs';

const POLLING = { timeout: PATIENCE, polling: 20 };
const CUSTOMERS = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eva'];

/** More than the controls have of what the Tab key comes to. */
const MOST_TABS = 60;

/** Milliseconds after which End and Done can be pressed. */
const GUARDED = 600;

let browser;
let demo;

before(async () => {
  [browser, demo] = await Promise.all([launchBrowser(), serveDemo({ port: 8740 })]);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** A page with the controls, in which chats are worked. */
async function openDesk(t) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.goto(new URL('/test/support/pages/desk.html', demo.url).href);
  await page.addScriptTag({ url: '/node_modules/amazon-connect-chatjs/dist/amazon-connect-chat.js' });
  const query = new URLSearchParams({ instance: randomUUID(), state: 'Available', drawer: 'none', chats: 5 });
  await page.evaluate(
    async (ccpUrl) => {
      await import('/cdn/connect-ccp.min.js');
      const { attachSimulator } = await import('/dist/src/simulator/simulator.js');
      const host = Object.assign(document.createElement('connect-ccp'), { headless: true, ccpUrl });
      document.body.append(host, document.createElement('connect-contact-controls'));
      window.host = host;
      await host.ready;
      window.sim = await attachSimulator(host);
      await window.sim.answerParticipantService();
      window.ids = {};
      window.contactOf = (name) => host.state.contacts.find(({ contactId }) => contactId === window.ids[name]);
      window.written = async (name) =>
        ((await window.sim.truth()).transcripts[window.ids[name]] ?? [])
          .filter(({ Type, ParticipantRole }) => Type === 'MESSAGE' && ParticipantRole === 'AGENT')
          .map(({ Content }) => Content);
    },
    `${demo.simulatorUrl.replace('localhost', '127.0.0.1')}?${query}`,
  );
  return { page, complaints };
}

/** What has the focus: its name, and the names of the items and regions around it. */
const focused = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    const around = [];
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    for (let node = element; node; node = node.parentNode ?? node.host) {
      if (node.localName === 'li' || node.localName === 'article') around.push(node.textContent);
      if (node.getAttribute?.('aria-label')) around.push(node.getAttribute('aria-label'));
    }
    const label = element?.labels?.[0]?.textContent;
    const name = element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '';
    const isControl = element?.matches('button, input, textarea') ?? false;
    return { name: name.replace(/\s+/g, ' ').trim(), around: around.join(' '), isControl };
  });

test('five chats and a call are read, answered, handed over, ended and cleared by keyboard alone', async (t) => {
  const { page, complaints } = await openDesk(t);

  /** Goes by Tab to what has a name, within what speaks of somebody. */
  const goTo = async (wanted, within = '') => {
    const passed = [];
    for (let count = 0; count < MOST_TABS; count++) {
      const { name, around, isControl } = await focused(page);
      if (isControl && name === wanted && around.includes(within)) return;
      passed.push(name);
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab comes to no "${wanted}" of ${within}, but to ${passed.join(' | ')}`);
  };
  const press = async (wanted, within) => {
    await goTo(wanted, within);
    await page.keyboard.press('Enter');
  };
  /** Presses what wants to have been there for a while, so that nobody presses it who has meant something else. */
  const pressInTime = async (wanted, within) => {
    await goTo(wanted, within);
    const begin = await page.evaluate(() => performance.now());
    await until((since, guarded) => performance.now() - since > guarded, begin, GUARDED);
    await page.keyboard.press('Enter');
  };
  const until = (condition, ...given) => page.waitForFunction(condition, POLLING, ...given);
  const select = async (name, by = press) => {
    await by(name);
    await until((who) => window.host.state.selectedContactId === window.ids[who], name);
  };
  const isOpen = (name) =>
    until((who) => {
      const controls = document.querySelector('connect-contact-controls').shadowRoot;
      const chat = controls.querySelector('connect-chat');
      return chat?.contactId === window.ids[who] && chat.matches(':state(open)');
    }, name);

  // A call, and then five customers who write, one after the other.
  await page.evaluate(async () => void (window.ids.call = await window.sim.incomingCall({ from: '+12065550100' })));
  await until(() => window.contactOf('call')?.ringing);
  await press('Accept');
  await until(() => window.contactOf('call').state.type === 'connected');
  for (const name of CUSTOMERS) {
    await page.evaluate(async (from) => {
      window.ids[from] = await window.sim.incomingChat({ from, message: `I am ${from}` });
    }, name);
    await until((who) => window.contactOf(who)?.ringing, name);
    await press('Accept', name);
    await until((who) => window.contactOf(who).state.type === 'connected', name);
  }

  // Each is read and answered; while the agent writes, others write too, and the focus stays where it is.
  for (const name of CUSTOMERS) {
    await select(name);
    await isOpen(name);
    await goTo('Message');
    await page.keyboard.type(`Hello ${name}`);
    const others = CUSTOMERS.filter((other) => other !== name);
    for (const other of others)
      await page.evaluate((who) => window.sim.customerSays(window.ids[who], 'Still there?'), other);
    await until((who) => window.contactOf(who).unread > 0, others.at(-1));
    assert.equal((await focused(page)).name, 'Message');
    await page.keyboard.type(', how can I help?');
    await page.keyboard.press('Enter');
    await until(async (who) => (await window.written(who)).length === 1, name);
    assert.deepEqual(await page.evaluate((who) => window.written(who), name), [`Hello ${name}, how can I help?`]);
    await until((who) => window.contactOf(who).unread === 0, name);
  }

  // What was sent to somebody is read by nobody else, and all of it is in the tree that screen readers have.
  await select('Ana');
  await isOpen('Ana');
  await page.waitForSelector('aria/Conversation with Ana[role="log"]', { timeout: PATIENCE });
  const words = await page.$eval('aria/Conversation with Ana[role="log"]', (log) => log.textContent);
  assert.match(words, /Hello Ana, how can I help\?/);
  assert.doesNotMatch(words, /Hello Ben/);

  // The first is handed over, the others are ended and cleared, and the call too.
  await press('Transfer', 'Ana');
  await goTo('Search quick connects');
  await page.keyboard.type('Support');
  await press('Support queue');
  await press('Transfer now');
  await until(() => window.contactOf('Ana')?.state.type !== 'connected');
  for (const name of CUSTOMERS.slice(1)) {
    await select(name);
    await pressInTime('End', name);
    await until((who) => window.contactOf(who)?.state.type === 'ended', name);
  }
  for (const name of CUSTOMERS) {
    if (!(await page.evaluate((who) => window.contactOf(who) !== undefined, name))) continue;
    await select(name, pressInTime);
    await pressInTime('Done', name);
    await until((who) => window.contactOf(who) === undefined, name);
  }
  await pressInTime('End');
  await until(() => window.contactOf('call').state.type === 'ended');
  await pressInTime('Done');
  await until(() => window.host.state.contacts.length === 0);
  assert.deepEqual(complaints, []);
});
