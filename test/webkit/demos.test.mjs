// The demo pages in the engine of Safari: a whole call by pointer and by keyboard, in the panel and by the elements.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { serveDemo } from '../../demo/serve.mjs';
import { WebKitScreen, whyNoWebKit } from '../support/webkit/screen.mjs';

const skip = whyNoWebKit() ?? false;

/** A folder for pictures, made where somebody wants to look at the pages. */
const { PICTURES } = process.env;

describe('the demos, in WebKit', { skip, concurrency: 1 }, () => {
  let screen;
  let demo;

  before(async () => {
    [screen, demo] = await Promise.all([WebKitScreen.start(), serveDemo({ port: 8940 })]);
  });

  after(async () => {
    await screen?.stop();
    await demo?.close();
  });

  /** Opens a demo page; resolves when its hosts are ready. */
  async function open(t, path) {
    const session = await screen.open();
    t.after(() => session.close());
    await session.setSize(1400, 1000);
    await session.goto(demo.url + path);
    await session.until(() => {
      const hosts = [...document.querySelectorAll('connect-ccp')];
      return hosts.length > 0 && hosts.every(({ status }) => status === 'ready');
    });
    return session;
  }

  async function picture(name) {
    if (!PICTURES) return;
    await wait(500); // until it is drawn
    execFileSync('import', ['-display', screen.display, '-window', 'root', `${PICTURES}/${name}.png`]);
  }

  const agentIs = (session, name) =>
    session.until((wanted) => document.querySelector('connect-ccp').state.agent.state.name === wanted, name);

  const contactIs = (session, type) =>
    session.until(
      (wanted) => (document.querySelector('connect-ccp').state.contacts[0]?.state.type ?? 'gone') === wanted,
      type,
    );

  const customerIs = (session, state) =>
    session.until((wanted) => {
      const { connections = [] } = document.querySelector('connect-ccp').state.contacts[0] ?? {};
      return connections.some((one) => one.type === 'inbound' && one.state === wanted);
    }, state);

  /** Presses buttons of the panel, one after the other. */
  async function pressInPanel(session, ...names) {
    await session.enterFrame('connect-ccp', 'iframe');
    for (const name of names) await session.press(name);
    await session.leaveFrame();
  }

  const PRESSES = { pointer: 'press', keyboard: 'pressByKeys' };

  test('index.html: an inbound call, by the buttons of the panel', async (t) => {
    const session = await open(t, 'index.html');
    await pressInPanel(session, 'Become available');
    await agentIs(session, 'Available');
    await pressInPanel(session, 'Simulator', 'Incoming call', 'Accept');
    await contactIs(session, 'connected');
    await picture('index');
    await pressInPanel(session, 'Hold');
    await customerIs(session, 'hold');
    await pressInPanel(session, 'Resume');
    await customerIs(session, 'connected');
    await pressInPanel(session, 'End');
    await contactIs(session, 'ended');
    await pressInPanel(session, 'Clear');
    await contactIs(session, 'gone');
  });

  test('events.html: what arrives is listed', async (t) => {
    const session = await open(t, 'events.html');
    await pressInPanel(session, 'Become available', 'Simulator', 'Incoming call', 'Accept');
    for (const name of ['connect-ready', 'connect-ringing', 'contact.onConnecting', 'contact.onConnected']) {
      await session.until((wanted) => document.querySelector('#log').textContent.includes(wanted), name);
    }
    await picture('events');
  });

  for (const [by, press] of Object.entries(PRESSES)) {
    test(`agent-desktop.html: a whole call under the strict policy, by ${by}`, async (t) => {
      const session = await open(t, 'agent-desktop.html');
      await session[press]('Call in');
      await contactIs(session, 'connecting');
      await session[press]('Accept');
      await contactIs(session, 'connected');
      await picture(`agent-desktop-${by}`);
      await session[press]('Hold');
      await customerIs(session, 'hold');
      await session[press]('Resume');
      await customerIs(session, 'connected');
      await session[press]('End');
      await contactIs(session, 'ended');
      await session[press]('Clear');
      await contactIs(session, 'gone');
    });

    test(`failover.html: a region is taken out of service in mid-call, and repaired, by ${by}`, async (t) => {
      const session = await open(t, 'failover.html');
      const hears = (text) =>
        session.until((wanted) => document.querySelector('#log').textContent.includes(wanted), text);
      await hears('the agent is Busy');
      await session[press]('Take us-east-1 out of service');
      await hears('Complete: the agent works in us-west-2 now.');
      assert.equal(await session.evaluate(() => document.querySelector('#ccp').activeRegion), 'us-west-2');
      await picture(`failover-${by}`);
      await session[press]('Repair us-east-1');
      await session.until(() => document.querySelector('#ccp').regions[0].state.agent?.state.name === 'Offline');
    });
  }

  test('agent-desktop.html: the menu of states opens beside its button, and a state is chosen by keys', async (t) => {
    const session = await open(t, 'agent-desktop.html');
    await session.click('connect-agent-status', '[part=state]');
    const [button, menu] = await session.until(() => {
      const { shadowRoot } = document.querySelector('connect-agent-status');
      const places = ['[part=state]', '[role=menu]'].map((part) => shadowRoot.querySelector(part));
      if (!places[1]?.checkVisibility()) return null;
      return places.map((place) => place.getBoundingClientRect().toJSON());
    });
    await picture('menu');
    assert.ok(menu.top >= button.bottom && menu.top - button.bottom < 30, JSON.stringify([button, menu]));
    assert.ok(menu.right > button.left && menu.left < button.right, JSON.stringify([button, menu]));
    await session.keyboard.press('End');
    await session.keyboard.press('Enter');
    await session.until(() => document.querySelector('connect-ccp').state.agent.state.name !== 'Available');
  });
});
