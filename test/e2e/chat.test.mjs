// Chats through the real ChatJS, in a page of its own origin, with the simulator on another site: no line of either is played.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { serveDemo } from '../../demo/serve.mjs';
import { complaintsOf, launchBrowser, PATIENCE } from '../support/browser.mjs';
import { keepWorker } from '../support/keep-worker.mjs';

const chatJsOf = (name) => `/node_modules/${name}/dist/amazon-connect-chat.js`;
const CHAT_JS = chatJsOf('amazon-connect-chatjs');
/** Every major version that there is, the newest of each. Those before 3.0.3 ask the participant service by XMLHttpRequest. */
const MAJORS = ['chatjs-1', 'chatjs-2', 'chatjs-3', 'amazon-connect-chatjs'];
const STREAMS = '/cdn/connect-streams.min.js';

/** Polls by timer: a tab in the background has no animation frames. */
const POLLING = { timeout: PATIENCE, polling: 20 };

/** The ways in which a page can load both. Each leaves the runtime in `window.runtime`. */
const WAYS = {
  'ChatJS as a script after ours': async (page) => {
    await page.addScriptTag({ url: STREAMS });
    await page.addScriptTag({ url: CHAT_JS });
    await page.evaluate(() => void (window.runtime = window.connect));
  },
  'ChatJS as a script before ours': async (page) => {
    await page.addScriptTag({ url: CHAT_JS });
    await page.addScriptTag({ url: STREAMS });
    await page.evaluate(() => void (window.runtime = window.connect));
  },
  'ChatJS as a module, ours as a module that sets no global': async (page) => {
    await page.evaluate(async (chatJs) => {
      await import(chatJs);
      const { connect } = await import('/dist/src/index.js');
      window.runtime = connect;
    }, CHAT_JS);
    assert.equal(await page.evaluate(() => window.connect === window.runtime), false);
  },
};

let browser;
let demo;

before(async () => {
  [browser, demo] = await Promise.all([launchBrowser(), serveDemo({ port: 8600 })]);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** A page with an agent who is available. `window.heard` lists what chat sessions hear; `window.sim` plays the customers. */
async function openDesk(t, load = WAYS['ChatJS as a script after ours']) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.goto(new URL('/test/support/pages/desk.html', demo.url).href);
  await load(page);
  const query = new URLSearchParams({ instance: randomUUID(), state: 'Available', drawer: 'none', chats: 3 });
  const ccpUrl = `${demo.simulatorUrl.replace('localhost', '127.0.0.1')}?${query}`;
  await page.evaluate(async (url) => {
    const { attachSimulator } = await import('/dist/src/simulator/simulator.js');
    const { runtime } = window;
    window.heard = [];
    window.sessions = new Map();
    window.contactOf = (contactId) => new runtime.Contact(contactId);
    /** For waiting: throws nothing while the contact is not there yet. */
    window.isConnected = (contactId) =>
      new runtime.Agent()
        .getContacts(runtime.ContactType.CHAT)
        .some((chat) => chat.contactId === contactId && chat.isConnected());
    /** Opens the session of a chat, and lists what it hears under a name. */
    window.openSession = async (contactId, name) => {
      const session = await window.contactOf(contactId).getAgentConnection().getMediaController();
      window.sessions.set(name, session);
      session.onMessage(({ data }) =>
        window.heard.push(`${name}: ${data.Content ?? data.ContentType.split('event.')[1]}`),
      );
      session.onTyping(() => window.heard.push(`${name}: typing`));
      session.onConnectionLost(() => window.heard.push(`${name}: lost`));
      session.onConnectionEstablished(() => window.heard.push(`${name}: established`));
      session.onEnded(() => window.heard.push(`${name}: ended`));
    };
    window.transcriptOf = async (name) => {
      const { data } = await window.sessions.get(name).getTranscript({ maxResults: 100 });
      return data.Transcript.filter(({ Type }) => Type === 'MESSAGE').map(({ Content }) => Content);
    };
    runtime.core.getWebSocketManager().onSubscriptionUpdate(() => window.heard.push('subscribed'));
    runtime.contact((contact) => contact.onConnecting(() => contact.accept()));
    runtime.core.initCCP(document.getElementById('ccp'), { ccpUrl: url, loginPopup: false });
    await new Promise((resolve) => runtime.agent(resolve));
    window.sim = await attachSimulator(runtime);
    await window.sim.answerParticipantService();
  }, ccpUrl);
  return { context, page, complaints, ccpUrl };
}

/** A customer begins a chat, the agent accepts it, and its session is open. Gives the contact's id. */
async function beginChat(page, name, message) {
  const contactId = await page.evaluate((chat) => window.sim.incomingChat(chat), { customerName: name, message });
  await page.waitForFunction((id) => window.isConnected(id), POLLING, contactId);
  await page.evaluate((...args) => window.openSession(...args), contactId, name);
  await hears(page, 'subscribed'); // before that, nothing comes over the socket
  return contactId;
}

const say = (page, contactId, text) => page.evaluate((...args) => window.sim.customerSays(...args), contactId, text);

const hears = (page, line) => page.waitForFunction((wanted) => window.heard.includes(wanted), POLLING, line);

const answer = (page, name, message) =>
  page.evaluate(
    (chat, text) => window.sessions.get(chat).sendMessage({ contentType: 'text/plain', message: text }),
    name,
    message,
  );

const transcript = (page, name) => page.evaluate((chat) => window.transcriptOf(chat), name);

const said = (page, contactId) =>
  page.evaluate(async (id) => {
    const { transcripts } = await window.sim.truth();
    return transcripts[id]
      .filter(({ Type }) => Type === 'MESSAGE')
      .map((item) => `${item.DisplayName}: ${item.Content}`);
  }, contactId);

/** A chat from its first line to its end, both sides speaking. */
async function converse(t, load) {
  const { page, complaints } = await openDesk(t, load);
  const contactId = await beginChat(page, 'Kim', 'Is anybody there?');
  assert.deepEqual(await transcript(page, 'Kim'), ['Is anybody there?']);
  await answer(page, 'Kim', 'Yes: Jane.');
  await hears(page, 'Kim: Yes: Jane.');
  await page.evaluate((id) => window.sim.customerTypes(id), contactId);
  await hears(page, 'Kim: typing');
  await say(page, contactId, 'Good.');
  await hears(page, 'Kim: Good.');
  assert.deepEqual(await said(page, contactId), ['Kim: Is anybody there?', 'Jane Doe: Yes: Jane.', 'Kim: Good.']);
  await page.evaluate((id) => window.sim.customerHangsUp(id), contactId);
  await hears(page, 'Kim: ended');
  return complaints;
}

describe('behaviour:initCCP#chatjs-after: a chat travels both ways, wherever ChatJS was loaded', () => {
  for (const [way, load] of Object.entries(WAYS)) {
    test(way, async (t) => assert.deepEqual(await converse(t, load), []));
  }
});

/** What ChatJS 1 prints by itself, and what it says of its own measurements, which it begins for customers alone. */
const isOwnNote = (complaint) => /message-receipts by default|onConnectionSuccess|Failed to add\w+ csm/.test(complaint);

describe('a chat travels both ways by every major version of ChatJS, loaded after ours and before it', () => {
  for (const name of MAJORS) {
    for (const [order, urls] of [
      ['after', [STREAMS, chatJsOf(name)]],
      ['before', [chatJsOf(name), STREAMS]],
    ]) {
      test(`${name}, ${order}`, async (t) => {
        const complaints = await converse(t, async (page) => {
          for (const url of urls) await page.addScriptTag({ url });
          await page.evaluate(() => void (window.runtime = window.connect));
        });
        assert.deepEqual(
          complaints.filter((complaint) => !isOwnNote(complaint)),
          [],
        );
      });
    }
  }
});

test('a lost socket is gained again: what came in between is in the transcript, what comes then is heard', async (t) => {
  const { page, complaints } = await openDesk(t);
  const contactId = await beginChat(page, 'Kim');
  await page.evaluate(() => window.sim.dropSocket(Infinity));
  await hears(page, 'Kim: lost');
  await say(page, contactId, 'Said to nobody');
  await answer(page, 'Kim', 'Sent all the same');
  await page.evaluate(() => window.sim.dropSocket(0));
  await page.waitForFunction(() => window.heard.lastIndexOf('subscribed') > window.heard.indexOf('Kim: lost'), POLLING);
  assert.ok(
    await page.evaluate(() => window.heard.lastIndexOf('Kim: established') > window.heard.indexOf('Kim: lost')),
  );
  await say(page, contactId, 'Heard again');
  await hears(page, 'Kim: Heard again');
  assert.deepEqual(await transcript(page, 'Kim'), ['Said to nobody', 'Sent all the same', 'Heard again']);
  assert.ok(!(await page.evaluate(() => window.heard)).includes('Kim: Said to nobody'));
  assert.deepEqual(complaints, []);
});

test('a session survives a frame that loads again; a CCP that is embedded anew gives a new one', async (t) => {
  const { context, page, complaints, ccpUrl } = await openDesk(t);
  await keepWorker(context, page.url(), ccpUrl);
  await page.bringToFront();
  const contactId = await beginChat(page, 'Kim');
  await page.evaluate(async () => {
    const answered = new Promise((resolve) => window.runtime.core.getUpstream().onUpstream('agent::update', resolve));
    await window.sim.reloadFrame();
    await answered;
  });
  await say(page, contactId, 'After the reload');
  await hears(page, 'Kim: After the reload');
  const isSame = (id) =>
    window
      .contactOf(id)
      .getAgentConnection()
      .getMediaController()
      .then((session) => session === window.sessions.get('Kim'));
  assert.equal(await page.evaluate(isSame, contactId), true);

  await page.evaluate(async (url) => {
    const { runtime } = window;
    runtime.core.terminate();
    runtime.core.initCCP(document.getElementById('ccp'), { ccpUrl: url, loginPopup: false });
    await new Promise((resolve) => runtime.agent(resolve));
  }, ccpUrl);
  assert.equal(await page.evaluate(isSame, contactId), false);
  await page.evaluate((id) => window.openSession(id, 'Kim again'), contactId);
  await say(page, contactId, 'After the end');
  await hears(page, 'Kim again: After the end');
  assert.ok(!(await page.evaluate(() => window.heard)).includes('Kim: After the end'));
  assert.deepEqual(complaints, []);
});

test('two chats side by side hear their own alone; both end, and nothing is left', async (t) => {
  const { page, complaints } = await openDesk(t);
  const one = await beginChat(page, 'Kim');
  const subscriptions = () => {
    const bus = window.runtime.core.getEventBus();
    const names = ['all_message::aws/chat', 'connection_gain', 'connection_lost', 'init_failure'];
    return names.map((name) => bus.getSubscriptions(`webSocket::${name}`).length);
  };
  const withOne = await page.evaluate(subscriptions);
  const two = await beginChat(page, 'Sam');
  await say(page, one, 'I am Kim');
  await say(page, two, 'I am Sam');
  await answer(page, 'Sam', 'Hello Sam');
  await hears(page, 'Sam: Hello Sam');
  await hears(page, 'Kim: I am Kim');
  const mixed = (await page.evaluate(() => window.heard)).filter((line) => /^Kim.*Sam|^Sam.*Kim/.test(line));
  assert.deepEqual(mixed, []);

  await page.evaluate((id) => window.sim.customerHangsUp(id), one);
  await hears(page, 'Kim: ended');
  assert.ok((await page.evaluate(() => window.heard)).includes('Kim: participant.left'));
  await say(page, two, 'Still here');
  await hears(page, 'Sam: Still here');
  await page.evaluate((id) => window.contactOf(id).getAgentConnection().destroy(), two);
  await hears(page, 'Sam: ended');

  await page.evaluate(async () => {
    for (const contact of new window.runtime.Agent().getContacts()) await contact.clear();
  });
  await page.waitForFunction(() => new window.runtime.Agent().getContacts().length === 0, POLLING);
  assert.deepEqual(await page.evaluate(subscriptions), withOne); // those of ChatJS itself, however many chats
  assert.deepEqual(await page.evaluate(async () => (await window.sim.truth()).transcripts), {});
  await page.evaluate(() => window.runtime.core.terminate());
  assert.deepEqual(await page.evaluate(subscriptions), [0, 0, 0, 0]);
  await page.evaluate(() => window.sim.detach());
  assert.ok(await page.evaluate(() => window.fetch.toString().includes('[native code]')));
  assert.deepEqual(complaints, []);
});

test('without ChatJS, the error says what to load', async (t) => {
  const { page } = await openDesk(t, async (desk) => {
    await desk.addScriptTag({ url: STREAMS });
    await desk.evaluate(() => void (window.runtime = window.connect));
  });
  const contactId = await page.evaluate(() => window.sim.incomingChat());
  await page.waitForFunction((id) => window.isConnected(id), POLLING, contactId);
  const failed = (id) => window.openSession(id, 'Kim').then(String, ({ name, message }) => `${name}: ${message}`);
  assert.match(await page.evaluate(failed, contactId), /^StateError: .*load amazon-connect-chatjs/);
  await page.addScriptTag({ url: CHAT_JS });
  await page.evaluate((id) => window.openSession(id, 'Kim'), contactId); // a failure is not kept
  await hears(page, 'subscribed');
  await say(page, contactId, 'At last');
  await hears(page, 'Kim: At last');
});
