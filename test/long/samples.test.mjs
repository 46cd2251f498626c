// Pages copied from documents, against the script that takes the place of amazon-connect-streams: that they are copied to the
// letter, and what an agent sees of them from signing in to the end of a call.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { serveDemo } from '../../demo/serve.mjs';
import { complaintsOf, launchChromium, PATIENCE } from '../support/browser.mjs';

const ROOT = new URL('../../', import.meta.url);
/** The documents lie beside the repository, where they do. */
const STREAMS_DOCUMENT = new URL('../shared/seeds/000_702d23c20923a504.txt', ROOT);
const TUTORIAL = new URL('../shared/seeds/004_07a90d7cce60c8b3.txt', ROOT);
const needsDocuments = existsSync(TUTORIAL) ? {} : { skip: 'the documents are not beside this repository' };

const POLLING = { timeout: PATIENCE, polling: 20 };

/** The lines of a text, without their indentation and without empty ones: that is all that may differ. */
const linesOf = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

/** A demo page without what it says of itself at its top. */
const pageText = (name) =>
  linesOf(readFileSync(new URL(`demo/${name}`, ROOT), 'utf8').replace(/(?<=<!DOCTYPE html>\n)<!--[\s\S]*?-->\n/, ''));

/** Part of a document from one text on, and up to another one. */
function part(document, from, to) {
  const start = document.indexOf(from);
  const end = document.indexOf(to, start);
  assert.ok(start >= 0 && end > start, `the document has "${from}" and then "${to}"`);
  return linesOf(document.slice(start, end));
}

/** A sample page's two halves: its markup, and the script that the document prints, which is its last. */
function halvesOf(page) {
  const scripts = [...page.matchAll(/<script type="text\/javascript">\n([\s\S]*?)\n<\/script>\n/g)];
  assert.equal(scripts.length, 2, 'a script for the initialization, one that the document prints');
  const body = page.slice(page.indexOf('<body>'), page.indexOf('\n<!-- "After we'));
  return { body, code: scripts[1][1] };
}

/** Replaces text that must be there once. */
function replaced(text, from, to) {
  assert.equal(text.split(from).length, 2, `once: ${from}`);
  return text.replace(from, () => to);
}

describe('samples of documents, as text', () => {
  test('the page example of the Streams documentation: only the two addresses differ', needsDocuments, () => {
    const expected = part(readFileSync(STREAMS_DOCUMENT, 'utf8'), '<!DOCTYPE html>', '```');
    let page = pageText('sample-page.html');
    page = replaced(page, '../cdn/connect-streams.min.js', 'amazon-connect-1.4.js');
    page = page.replace(/(?<=var instanceURL = ")[^"]+/, 'https://my-instance-domain.awsapps.com/connect/ccp-v2/');
    assert.equal(page, expected);
  });

  test('the tutorial, subscribing to events: body and code are the document’s', needsDocuments, () => {
    const tutorial = readFileSync(TUTORIAL, 'utf8');
    const { body, code } = halvesOf(pageText('sample-events.html'));
    assert.equal(body, part(tutorial, '<body>', '</body>'));
    assert.equal(code, part(tutorial, 'connect.contact(subscribeToContactEvents);', 'There’s a lot there'));
  });

  test(
    'the tutorial, a custom user experience: the second sample with what the third one prints and tells',
    needsDocuments,
    () => {
      const tutorial = readFileSync(TUTORIAL, 'utf8');
      const third = tutorial.slice(tutorial.indexOf('3. Creating a Custom User Experience'));
      const page = halvesOf(pageText('sample-custom.html'));
      const second = halvesOf(pageText('sample-events.html'));

      const panel = part(tutorial, '<div id="containerDiv"', '<div id="logMsgsContainer">');
      assert.equal(page.body, replaced(second.body, panel, part(third, '<div id="containerDiv"', 'Agent Status')));

      // What the document prints of the third sample's code.
      const printed = [
        part(third, 'function subscribeToAgentEvents', 'We are also calling'),
        part(third, 'function goAvailable', 'We first have to get'),
        part(third, 'function acceptContact', 'Take the sample application'),
      ].join('\n');
      const firstLine = part(third, 'function subscribeToContactEvents', '}\nWe can use');
      let expected = replaced(second.code, firstLine.split('\n')[0], firstLine);
      const former = part(second.code, 'function subscribeToAgentEvents', 'function handleAgentRefresh');
      expected = replaced(expected, former, printed);
      // "We are also calling displayAgentStatus in the onRefresh and other agent change handlers."
      expected = expected.replace(
        /function handleAgent\w+\(agent\) \{\n/g,
        '$&displayAgentStatus(agent.getStatus().name);\n',
      );
      assert.equal(page.code, expected);
    },
  );

  test('the pages are those that were compared with the documents', () => {
    const digests = {
      'sample-page.html': '1e88d40f1a8f4f7c',
      'sample-events.html': '7ff119c3c4341784',
      'sample-custom.html': '0905d6fb2ef23ece',
    };
    const digestOf = (name) => createHash('sha256').update(pageText(name)).digest('hex').slice(0, 16);
    assert.deepEqual(Object.fromEntries(Object.keys(digests).map((name) => [name, digestOf(name)])), digests);
  });
});

// Side by side: each waits most of the time, for initCCP finds out in five seconds that nobody is signed in.
describe('samples of documents, in a browser', { concurrency: true }, () => {
  let browser;
  let demo;

  before(async () => {
    [browser, demo] = await Promise.all([launchChromium(), serveDemo({ port: 8800 })]);
  });

  after(async () => {
    await browser?.close();
    await demo?.close();
  });

  /**
   * Opens a sample whose instance wants a sign-in, and signs in in the window that opens by itself.
   * `window.connectSetBy` is the script that has set `window.connect`; `popups` counts windows.
   */
  async function signedIn(t, name) {
    const context = await browser.createBrowserContext();
    t.after(() => context.close());
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    let popups = 0;
    page.on('popup', () => (popups += 1));
    await page.evaluateOnNewDocument(() => {
      let value;
      Object.defineProperty(window, 'connect', {
        configurable: true,
        get: () => value,
        set(connect) {
          value = connect;
          (window.connectSetBy ??= []).push(document.currentScript?.getAttribute('src'));
        },
      });
    });
    const opened = new Promise((resolve) => page.once('popup', resolve));
    await page.goto(`${demo.url}${name}?signin=required`);
    const popup = await opened;
    const closed = new Promise((resolve) => popup.once('close', resolve));
    await popup.locator('aria/Sign in[role="button"]').setTimeout(PATIENCE).click();
    await closed;
    const windows = () => popups;
    return { page, complaints, windows };
  }

  const strip = (page, name) => page.locator(`aria/${name}[role="button"]`).setTimeout(PATIENCE).click();
  const panelOf = async (page) => (await page.waitForSelector('iframe', { timeout: PATIENCE })).contentFrame();
  const press = (frame, name) => frame.locator(`aria/${name}[role="button"]`).setTimeout(PATIENCE).click();
  const shows = (page, selector, text) =>
    page.waitForFunction(
      (where, what) => document.querySelector(where).textContent.includes(what),
      POLLING,
      selector,
      text,
    );

  /** Lines of a list without their times, the oldest first; what arrived more than once in a row is there once. */
  const linesIn = (page, selector) =>
    page.$$eval(`${selector} > div`, (all) =>
      all
        .map((one) => one.textContent.replace(/^.*?[AP]M /, ''))
        .reverse()
        .filter((line, index, lines) => line !== lines[index - 1]),
    );

  /** Nobody is asked twice, nothing complains, and `window.connect` is the classic script's. */
  async function isQuiet({ page, complaints, windows }) {
    assert.equal(windows(), 1);
    assert.deepEqual(complaints, []);
    assert.deepEqual(await page.evaluate(() => window.connectSetBy), ['../cdn/connect-streams.min.js']);
  }

  test('the page example: a window to sign in, a panel, and a call in it', async (t) => {
    const sample = await signedIn(t, 'sample-page.html');
    const panel = await panelOf(sample.page);
    await press(panel, 'Become available');
    await strip(sample.page, 'A customer calls');
    await press(panel, 'Accept');
    await press(panel, 'End');
    await press(panel, 'Clear');
    assert.deepEqual(
      await sample.page.$eval('#container-div > iframe', ({ clientWidth, clientHeight }) => [
        clientWidth,
        clientHeight,
      ]),
      [400, 800],
    );
    await isQuiet(sample);
  });

  test('the tutorial, subscribing to events: what its lists show of a call', async (t) => {
    const sample = await signedIn(t, 'sample-events.html');
    const { page } = sample;
    const panel = await panelOf(page);
    await press(panel, 'Become available');
    await shows(page, '#eventMsgs', '[agent.onRoutable]');
    await strip(page, 'A customer calls');
    await press(panel, 'Accept');
    await shows(page, '#eventMsgs', '[contact.onConnected]');
    // Told by a broadcast, which races with the data.
    await shows(page, '#eventMsgs', '[contact.onAccepted] Contact accepted by agent. Contact state is conne');
    await press(panel, 'End');
    await shows(page, '#eventMsgs', '[contact.onEnded]');

    assert.deepEqual(await linesIn(page, '#logMsgs'), [
      'Subscribing to events for agent Jane Doe',
      'Agent is currently in status of Offline',
      'Subscribing to events for contact',
      'New contact is from +12065550100',
      'Contact is from queue BasicQueue',
      'Contact attributes are {"accountNumber":{"name":"accountNumber","value":"4711"}}',
    ]);
    const events = await linesIn(page, '#eventMsgs');
    assert.deepEqual(
      events.filter((line) => /^\[contact.on(Conn|End)/.test(line)),
      [
        '[contact.onConnected] Contact connected to agent. Contact state is connected',
        '[contact.onEnded] Contact has ended. Contact state is ended',
      ],
    );
    assert.ok(events.includes('[agent.onRefresh] Agent data refreshed. Agent status is Busy'));
    assert.deepEqual(
      events.filter((line) => /^\[agent.on(Off|Rout|Not)/.test(line)),
      [
        '[agent.onOffline] Agent is offline. Agent status is Offline',
        '[agent.onRoutable] Agent is routable. Agent status is Available',
      ],
    );
    await isQuiet(sample);
  });

  test('the tutorial, a custom user experience: a call by its own four words', async (t) => {
    const sample = await signedIn(t, 'sample-custom.html');
    const { page } = sample;
    const click = (text) => page.locator(`text/${text}`).setTimeout(PATIENCE).click();
    await shows(page, '#agentGreetingDiv', 'Hi Jane Doe!');
    await shows(page, '#agentStatusDiv', 'Status: Offline');
    assert.equal(await page.$eval('iframe', (frame) => frame.checkVisibility()), false);

    await click('Go Available');
    await shows(page, '#agentStatusDiv', 'Status: Available');
    await strip(page, 'A customer calls');
    await shows(page, '#logMsgs', 'New contact is from +12065550100');
    await click('Answer Incoming');
    await shows(page, '#eventMsgs', '[contact.onConnected]');
    await shows(page, '#agentStatusDiv', 'Status: Busy');
    await click('Hang-Up');
    await shows(page, '#eventMsgs', '[contact.onEnded]');
    await shows(page, '#agentStatusDiv', 'Status: AfterCallWork');
    await click('Go Offline');
    await shows(page, '#agentStatusDiv', 'Status: Offline');
    await shows(page, '#logMsgs', 'Set agent status to Offline via Streams');

    const log = await linesIn(page, '#logMsgs');
    for (const line of [
      'Set agent status to Available (routable) via Streams',
      'Accepted contact via Streams',
      'Disconnected contact via Streams',
    ]) {
      assert.ok(log.includes(line), line);
    }
    assert.ok(!log.some((line) => line.startsWith('Failed')), log.join('\n'));
    await isQuiet(sample);
  });
});
