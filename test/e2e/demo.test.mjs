// The demos: that each page is well, and what is done on each. First the main job: one inbound call from sign-in to cleared,
// by the panel's buttons. agent-desktop, failover and samples have files of their own.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { serveDemo } from '../../demo/serve.mjs';
import { complaintsOf, isFirefox, launchBrowser, PATIENCE } from '../support/browser.mjs';

const PAGES = readdirSync(new URL('../../demo/', import.meta.url)).filter((name) => name.endsWith('.html'));
/** Copied from documents: of a fixed width, and without an element. */
const isSample = (name) => name.startsWith('sample-');
/** All others are ready by themselves. */
const FIRST_STATUS = { 'sign-in.html': 'signed-out' };

let browser;
let demo;

before(async () => {
  [browser, demo] = await Promise.all([launchBrowser(), serveDemo({ port: 8400 })]);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** Opens a demo page in a browser context of its own. `window.heard` lists events and callbacks as they arrive. */
async function open(t, path, { width = 1200, height = 900, dark = false } = {}) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  await page.setViewport({ width, height });
  if (!isFirefox) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
  }
  const complaints = complaintsOf(page);
  await page.evaluateOnNewDocument(() => {
    window.heard = [];
    const events = [
      'ready',
      'status-change',
      'agent-change',
      'contact-added',
      'ringing',
      'contact-change',
      'contact-removed',
    ];
    for (const name of events) {
      const hear = (event) =>
        window.heard.push(`connect-${name}${event.current?.state ? ` ${event.current.state.name}` : ''}`);
      document.addEventListener(`connect-${name}`, hear, true);
    }
  });
  await page.goto(demo.url + path);
  return { page, complaints };
}

const panelOf = async (page) => {
  const handle = await page.waitForSelector('connect-ccp >>> iframe', { timeout: PATIENCE });
  return handle.contentFrame();
};

const button = (frame, name) => frame.locator(`aria/${name}[role="button"]`).setTimeout(PATIENCE);

/** Polls by timer: in a tab behind the sign-in window there are no animation frames. */
const POLLING = { timeout: PATIENCE, polling: 20 };

const statusIs = (page, status) =>
  page.waitForFunction((wanted) => document.querySelector('connect-ccp').status === wanted, POLLING, status);

const isReady = (page) => statusIs(page, 'ready');

/** Waits until the panel's frame has been replaced once more. */
async function nextFrame(page) {
  const frame = () => document.querySelector('connect-ccp').connect.core.getFrame();
  const old = await page.evaluateHandle(frame);
  await page.waitForFunction(
    (last) => document.querySelector('connect-ccp').connect.core.getFrame() !== last,
    POLLING,
    old,
  );
}

/** Waits until the page has heard a name, and returns all that it heard since the last call. */
const hears = async (page, name) => {
  await page.waitForFunction((wanted) => window.heard.includes(wanted), POLLING, name);
  return page.evaluate(() => window.heard.splice(0));
};

/** Subscribes to the API's callbacks, which join the list of what was heard. */
const subscribe = (page) =>
  page.evaluate(async () => {
    const { connect } = await import('../cdn/connect-ccp.min.js');
    connect.agent((agent) => {
      agent.onStateChange(({ newState }) => window.heard.push(`agent.onStateChange ${newState}`));
      agent.onAfterCallWork(() => window.heard.push('agent.onAfterCallWork'));
    });
    connect.contact((contact) => {
      window.heard.push('connect.contact');
      const names = ['onConnecting', 'onAccepted', 'onConnected', 'onMissed', 'onEnded', 'onACW', 'onDestroy'];
      for (const name of names) contact[name](() => window.heard.push(`contact.${name}`));
    });
  });

/** `accepted` is a broadcast and races with the snapshot, so that its place in the order means nothing. */
const withoutAccepted = (heard) => heard.filter((name) => name !== 'contact.onAccepted');

describe('demo/index.html', () => {
  test('embeds the panel with one element, and nothing complains', async (t) => {
    const { page, complaints } = await open(t, '');
    await isReady(page);
    assert.equal(await page.$$eval('connect-ccp', (all) => all.length), 1);
    assert.equal(await page.$eval('connect-ccp', (ccp) => ccp.state.agent.state.name), 'Offline');
    assert.deepEqual(complaints, []);
  });

  test('an inbound call is seen in the panel, on the element and by the API, in the documented order', async (t) => {
    const { page, complaints } = await open(t, '');
    await isReady(page);
    await subscribe(page);
    await hears(page, 'connect-ready');
    const panel = await panelOf(page);

    await button(panel, 'Become available').click();
    assert.deepEqual(await hears(page, 'connect-agent-change Available'), [
      'connect-agent-change Available',
      'agent.onStateChange Available',
    ]);

    await button(panel, 'Simulator').click();
    await button(panel, 'Incoming call').click();
    assert.deepEqual(await hears(page, 'contact.onConnecting'), [
      'connect-agent-change PendingBusy',
      'connect-contact-added',
      'connect-ringing',
      'agent.onStateChange PendingBusy',
      'connect.contact',
      'contact.onConnecting',
    ]);

    await button(panel, 'Accept').click();
    assert.deepEqual(withoutAccepted(await hears(page, 'contact.onConnected')), [
      'connect-agent-change Busy',
      'connect-contact-change',
      'agent.onStateChange Busy',
      'contact.onConnected',
    ]);

    await button(panel, 'Hold').click();
    assert.deepEqual(withoutAccepted(await hears(page, 'connect-contact-change')), ['connect-contact-change']);
    const held = await page.$eval('connect-ccp', (ccp) => ccp.state.contacts[0].connections.map(({ state }) => state));
    assert.ok(held.includes('hold'), held.join());

    await button(panel, 'Resume').click();
    assert.deepEqual(withoutAccepted(await hears(page, 'connect-contact-change')), ['connect-contact-change']);

    await button(panel, 'End').click();
    assert.deepEqual(withoutAccepted(await hears(page, 'contact.onEnded')), [
      'connect-agent-change AfterCallWork',
      'connect-contact-change',
      'agent.onStateChange AfterCallWork',
      'agent.onAfterCallWork',
      'contact.onACW',
      'contact.onEnded',
    ]);

    await button(panel, 'Clear').click();
    assert.deepEqual(await hears(page, 'contact.onDestroy'), [
      'connect-agent-change Available',
      'connect-contact-removed',
      'agent.onStateChange Available',
      'contact.onDestroy',
    ]);
    assert.deepEqual(await page.$eval('connect-ccp', (ccp) => ccp.state.contacts), []);
    assert.deepEqual(complaints, []);
  });

  for (const dark of [false, true]) {
    test(`fits a window of 320 px without scrolling sideways, ${dark ? 'dark' : 'light'}`, async (t) => {
      const { page } = await open(t, '', { width: 320, height: 640, dark });
      await isReady(page);
      const panel = await panelOf(page);
      const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      assert.deepEqual([await page.evaluate(overflow), await panel.evaluate(overflow)], [0, 0]);
    });
  }
});

describe('demo/events.html', () => {
  test('lists the events and the callbacks of a call', async (t) => {
    const { page, complaints } = await open(t, 'events.html');
    const panel = await panelOf(page);
    await button(panel, 'Become available').click();
    await button(panel, 'Simulator').click();
    await button(panel, 'Incoming call').click();
    await button(panel, 'Accept').click();
    for (const name of ['connect-ready', 'connect-ringing', 'contact.onConnecting', 'contact.onConnected']) {
      await page.waitForFunction(
        (wanted) => document.querySelector('#log').textContent.includes(wanted),
        POLLING,
        name,
      );
    }
    assert.deepEqual(complaints, []);
  });
});

describe('demo/custom-ccp.html', () => {
  test('has every element in every state, in the language, the theme and the width that are asked for', async (t) => {
    const { page, complaints } = await open(t, 'custom-ccp.html', { width: 900 });
    await isReady(page);
    const looksOf = (selector) =>
      page.$eval(selector, (host) => {
        const button = host.shadowRoot.querySelector('[part~=state]');
        const { color, fontFamily } = getComputedStyle(button);
        return { text: button.textContent, color, fontFamily, x: button.getBoundingClientRect().width };
      });
    await page.waitForSelector('#agent-unbound connect-agent-status', { visible: true, timeout: PATIENCE });
    const acw = '#agent-acw connect-agent-status';
    const before = await looksOf(acw);
    assert.match(before.text, /After-call work/);
    await page.select('[name=language]', 'ar');
    await page.waitForFunction(
      (selector) => document.querySelector(selector).matches(':state(rtl)'),
      { timeout: PATIENCE, polling: 20 },
      acw,
    );
    await page.click('[name=theme][value=brand]');
    await page.click('[name=width][value="200"]');
    const then = await looksOf(acw);
    assert.ok(!then.text.includes('After-call work'));
    assert.notEqual(then.color, before.color);
    assert.match(then.fontFamily, /Georgia/);
    assert.ok(then.x < 200 && before.x > 200);

    // A still asks for what its buttons are for, and does nothing.
    await page.locator('#contacts-talking connect-contact-controls >>> [data-verb=hold]').click();
    const asked = await page.$eval('#contacts-talking .asked', (line) => line.textContent);
    assert.match(asked, /connect-hold-request/);
    assert.deepEqual(complaints, []);
  });

  test('a customer calls, and the desktop takes the call', async (t) => {
    const { page, complaints } = await open(t, 'custom-ccp.html', { width: 900 });
    await isReady(page);
    await page.locator('[data-arrival=call]').click();
    const controls = '.live connect-contact-controls';
    const canUse = (verb) =>
      page.waitForFunction(
        (selector, name) => document.querySelector(selector).shadowRoot.querySelector(`[data-verb=${name}]`),
        POLLING,
        controls,
        verb,
      );
    await canUse('accept');
    await page.locator(`${controls} >>> [data-verb=accept]`).click();
    await canUse('hold');
    assert.deepEqual(complaints, []);
  });
});

describe('every demo', { concurrency: 3 }, () => {
  test('has a link on the first one', async (t) => {
    const { page } = await open(t, '');
    const links = await page.$$eval('nav a', (all) => all.map((link) => link.getAttribute('href')));
    assert.deepEqual(links.toSorted(), PAGES.filter((name) => name !== 'index.html').toSorted());
  });

  for (const name of PAGES) {
    test(`${name} is well: its tags defined, its panel there, no word of complaint`, async (t) => {
      const { page, complaints } = await open(t, name, { width: 320, height: 640 });
      if (isSample(name)) {
        await page.waitForFunction(() => new Promise((resolve) => window.connect.agent(() => resolve(true))), POLLING);
      } else {
        await page.waitForFunction(
          (wanted) => document.querySelector('connect-global-ccp, connect-ccp').status === wanted,
          POLLING,
          FIRST_STATUS[name] ?? 'ready',
        );
        const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
        assert.equal(await page.evaluate(overflow), 0); // a scroll bar at the side takes some of the 320 px in Firefox
      }
      const tags = await page.$$eval('*', (all) =>
        all.map(({ localName }) => localName).filter((tag) => tag.includes('-') && !customElements.get(tag)),
      );
      assert.deepEqual(tags, []);
      assert.ok(name === 'index.html' || (await page.$('a[href="index.html"], customer-strip')), 'a way back');
      assert.deepEqual(complaints, []);
    });
  }
});

describe('demo/sign-in.html', { skip: isFirefox && 'long/sign-in-firefox does the same there' }, () => {
  /** Opens the sign-in window by the element's button. */
  async function openWindow(page) {
    await statusIs(page, 'signed-out');
    const opened = new Promise((resolve, reject) => {
      page.once('popup', resolve);
      setTimeout(reject, PATIENCE, new Error('No window has opened.')).unref();
    });
    await page.locator('connect-ccp >>> ::-p-aria(Sign in)').click();
    return opened;
  }

  test('a click opens the sign-in window; signing in there brings up the panel and closes the window', async (t) => {
    const { page } = await open(t, 'sign-in.html');
    const popup = await openWindow(page);
    await statusIs(page, 'popup-open');
    const closed = new Promise((resolve) => popup.once('close', resolve));
    await popup.locator('aria/Sign in[role="button"]').setTimeout(PATIENCE).click();
    await isReady(page);
    await closed;
    assert.equal(await page.$eval('connect-ccp', (ccp) => ccp.state.agent.name), 'Jane Doe');
  });

  test('the button stays where it can be pressed when the report of the doctor comes below it', async (t) => {
    const { page } = await open(t, 'sign-in.html');
    const middle = () =>
      page.$eval('connect-ccp >>> [part=button]', (button) => {
        const { top, bottom } = button.getBoundingClientRect();
        return [top, (top + bottom) / 2, bottom];
      });
    await statusIs(page, 'signed-out');
    const [, aim] = await middle();
    await page.waitForFunction(
      () => document.querySelector('connect-ccp').shadowRoot.querySelector('[part~=doctor]'),
      POLLING,
    );
    const [top, , bottom] = await middle();
    assert.ok(top < aim && aim < bottom, `pressed at ${aim}, it is from ${top} to ${bottom}`);
    assert.ok(await page.$('connect-ccp >>> summary'), 'the details are there');
  });

  test('a window that the agent closes stays closed, and the button is there again', async (t) => {
    const { page } = await open(t, 'sign-in.html');
    let opened = 0;
    page.on('popup', () => opened++);
    const popup = await openWindow(page);
    // Closed this soon, it could not be told from a window that the sign-in page has cut off: let the page see it open,
    // and move the clock on.
    await nextFrame(page);
    await page.evaluate(() => {
      const real = Date.now;
      Date.now = () => real() + 5_000;
    });
    // By itself: what the tools close they wait for, and a page that loads at that moment keeps them waiting.
    await popup.evaluate(() => void setTimeout(() => window.close()));
    await statusIs(page, 'signed-out');
    // Two more attempts to load the panel pass without a window.
    for (let attempt = 0; attempt < 2; attempt++) await nextFrame(page);
    assert.equal(opened, 1);
    assert.ok(await page.$('connect-ccp >>> ::-p-aria(Sign in)'));
  });

  test('a session that ends in mid-shift asks for a new sign-in, and goes on after it', async (t) => {
    const { page } = await open(t, 'sign-in.html');
    const popup = await openWindow(page);
    await popup.locator('aria/Sign in[role="button"]').setTimeout(PATIENCE).click();
    await isReady(page);
    await page.evaluate(async () => {
      const { attachSimulator } = await import('../dist/src/simulator/simulator.js');
      const sim = await attachSimulator(document.querySelector('connect-ccp'));
      await sim.expireSession();
    });
    await statusIs(page, 'expired');
    assert.match(await page.$eval('connect-ccp >>> [part=status]', (box) => box.textContent), /session has ended/);
    const again = new Promise((resolve) => page.once('popup', resolve));
    await page.locator('connect-ccp >>> ::-p-aria(Sign in)').click();
    const second = await again;
    await second.locator('aria/Sign in[role="button"]').setTimeout(PATIENCE).click();
    await isReady(page);
  });
});
