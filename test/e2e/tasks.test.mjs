// Tasks through the real TaskJS, unmodified, beside our classic script and beside amazon-connect-streams, and without TaskJS: on
// the simulator, at another site than the page.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { serveDemo } from '../../demo/serve.mjs';
import { launchBrowser, PATIENCE } from '../support/browser.mjs';

const OURS = '/cdn/connect-streams.min.js';
const THEIRS = '/node_modules/amazon-connect-streams/release/connect-streams-min.js';
const TASK_JS = '/node_modules/amazon-connect-taskjs/dist/amazon-connect-task.js';

/** Polls by timer: a tab in the background has no animation frames. */
const POLLING = { timeout: PATIENCE, polling: 20 };

/** What TaskJS itself throws where no Streams has come before it, whichever comes after. */
const NO_STREAMS = ['connect is not defined'];

/** The scripts of a page, in order; `errors`: what they throw as they load; `hasSessions`: whether TaskJS is there. */
const PAGES = {
  'TaskJS after ours': { scripts: [OURS, TASK_JS], errors: [], hasSessions: true },
  'TaskJS before ours': { scripts: [TASK_JS, OURS], errors: NO_STREAMS, hasSessions: false },
  'ours alone': { scripts: [OURS], errors: [], hasSessions: false },
  'TaskJS after amazon-connect-streams': { scripts: [THEIRS, TASK_JS], errors: [], hasSessions: true, isPeer: true },
};

let browser;
let demo;

before(async () => {
  [browser, demo] = await Promise.all([launchBrowser(), serveDemo({ port: 8650 })]);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** A page with an agent who is available: `sim` plays the service, `told(method, ...args)` calls the agent and gives the end. */
async function openDesk(t, { scripts }, options = {}) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(new URL('/test/support/pages/desk.html', demo.url).href);
  for (const url of scripts) await page.addScriptTag({ url });
  const query = new URLSearchParams({
    instance: randomUUID(),
    state: 'Available',
    drawer: 'none',
    tasks: 1,
    ...options,
  });
  const ccpUrl = `${demo.simulatorUrl.replace('localhost', '127.0.0.1')}?${query}`;
  await page.evaluate(async (url) => {
    const { connect } = window;
    connect.core.initCCP(document.getElementById('ccp'), { ccpUrl: url, loginPopup: false });
    await new Promise((resolve) => connect.agent(resolve));
    const { attachSimulator } = await import('/dist/src/simulator/simulator.js');
    window.sim = await attachSimulator(document.querySelector('iframe'));
    window.told = (method, ...args) =>
      new Promise((resolve) => {
        const failure = (text) => resolve({ failed: JSON.parse(text).type });
        new connect.Agent()[method](...args, { success: (data) => resolve(data), failure });
      });
    /** The quick connects by their names. */
    window.quickConnects = async () => {
      const agent = new connect.Agent();
      const { endpoints } = await new Promise((success, failure) => {
        agent.getEndpoints(agent.getAllQueueARNs(), { success, failure });
      });
      return Object.fromEntries(endpoints.map((endpoint) => [endpoint.name, endpoint]));
    };
    window.tasks = () => new connect.Agent().getContacts().filter((contact) => contact.getType() === 'task');
    window.sent = async (...operations) =>
      (await window.sim.truth()).calls
        .filter(({ operation }) => operations.includes(operation))
        .map(({ operation, params }) => [operation, params]);
  }, ccpUrl);
  return { page, errors };
}

/** Creates a task for a quick connect. */
const create = (page, quickConnect, members) =>
  page.evaluate(
    async (name, task) => window.told('createTask', { ...task, endpoint: (await window.quickConnects())[name] }),
    quickConnect,
    members,
  );

const arrives = (page, contactId) =>
  page.waitForFunction((id) => window.tasks().some((task) => task.contactId === id), POLLING, contactId);

for (const [name, set] of Object.entries(PAGES)) {
  describe(name, () => {
    test('a task is created for a queue, arrives, and is worked on; one for somebody else is theirs', async (t) => {
      const { page, errors } = await openDesk(t, set);
      const references = { Order: { type: 'URL', value: 'https://example.com/order/7' } };
      const { contactId } = await create(page, 'Support queue', {
        name: 'Call Ana',
        description: 'By noon',
        references,
      });
      await arrives(page, contactId);
      const shown = await page.evaluate(() => {
        const [task] = window.tasks();
        return [task.getName(), task.getDescription(), task.getReferences(), task.getState().type];
      });
      assert.deepEqual(shown, ['Call Ana', 'By noon', references, 'connecting']);
      const other = await create(page, 'Ann Lee', { name: 'For Ann' });
      const waiting = await create(page, 'Support queue', { name: 'Next' });
      await page.evaluate(() => window.tasks()[0].accept());
      await page.waitForFunction(() => window.tasks()[0].getState().type === 'connected', POLLING);
      assert.deepEqual(await page.evaluate(() => window.tasks().map((task) => task.getName())), ['Call Ana']);
      await page.evaluate(() => window.tasks()[0].getAgentConnection().destroy());
      await page.waitForFunction(() => window.tasks()[0].getState().type === 'ended', POLLING);
      await page.evaluate(() => window.tasks()[0].clear());
      await arrives(page, waiting.contactId);
      assert.equal(
        await page.evaluate((id) => window.tasks().some((task) => task.contactId === id), other.contactId),
        false,
      );

      const [[, params]] = await page.evaluate(() => window.sent('createTaskContact'));
      const { idempotencyToken, endpoint, ...rest } = params;
      assert.deepEqual(rest, { name: 'Call Ana', description: 'By noon', references });
      assert.match(idempotencyToken, /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
      assert.equal(endpoint.endpointId, undefined);
      assert.equal(endpoint.name, 'Support queue');
      assert.deepEqual(errors, set.errors);
    });

    test('templates are listed and read; a task is made of one, and changed', async (t) => {
      const { page, errors } = await openDesk(t, set);
      const seen = await page.evaluate(async () => {
        const { TaskTemplates } = await window.told('listTaskTemplates', { status: 'active', maxResults: 50 });
        const claim = TaskTemplates.find(({ Name }) => Name === 'Claim');
        const { Fields, Constraints } = await window.told('getTaskTemplate', { id: claim.Id });
        const amount = { type: 'NUMBER', value: 1000 };
        const task = { name: 'Claim of Ana', taskTemplateId: claim.Id, references: { 'Claim amount': amount } };
        const endpoint = (await window.quickConnects())['Support queue'];
        const { contactId } = await window.told('createTask', { ...task, endpoint });
        return {
          names: TaskTemplates.map(({ Name }) => Name),
          fields: Fields.map(({ Id }) => Id.Name),
          required: Constraints.RequiredFields.map(({ Id }) => Id.Name),
          contactId,
          templateId: claim.Id,
          quickConnectId: endpoint.endpointARN.split('/').pop(),
        };
      });
      const { contactId, templateId, quickConnectId, ...lists } = seen;
      assert.deepEqual(lists, {
        names: ['Call back', 'Claim'],
        fields: ['Name', 'Claim amount', 'Urgency'],
        required: ['Name', 'Claim amount'],
      });
      await arrives(page, contactId);
      const update = {
        contactId,
        name: 'Claim of Ben',
        references: { 'Claim amount': { type: 'NUMBER', value: 1001 } },
      };
      await page.evaluate((task) => window.told('updateContact', task), update);
      await page.waitForFunction(() => window.tasks()[0].getName() === 'Claim of Ben', POLLING);
      const context = await page.evaluate(() => [
        window.tasks()[0].getReferences()['Claim amount'].value,
        window.tasks()[0].getChannelContext().taskTemplateId,
      ]);
      assert.deepEqual(context, ['1001', templateId]);
      assert.deepEqual(await page.evaluate(() => window.sent('createTemplatedTask', 'updateContact')), [
        [
          'createTemplatedTask',
          {
            Name: 'Claim of Ana',
            TaskTemplateId: templateId,
            References: { 'Claim amount': { Type: 'NUMBER', Value: 1000 } },
            QuickConnectId: quickConnectId,
          },
        ],
        [
          'updateContact',
          {
            ContactId: contactId,
            Name: 'Claim of Ben',
            References: { 'Claim amount': { Type: 'NUMBER', Value: 1001 } },
          },
        ],
      ]);
      assert.deepEqual(errors, set.errors);
    });

    test('what the service refuses is a failure', async (t) => {
      const { page } = await openDesk(t, set);
      await page.evaluate(() =>
        window.sim.fail('createTaskContact', { status: 400, code: 'InvalidParameterException' }),
      );
      assert.deepEqual(await create(page, 'Support queue', { name: 'Never' }), { failed: 'InvalidParameterException' });
      const unknown = await page.evaluate(() => window.told('getTaskTemplate', { id: 'none' }));
      assert.deepEqual(unknown, { failed: 'ResourceNotFoundException' });
    });

    test('the media controller of a task hears what is told of it, or is its media information', async (t) => {
      const { page, errors } = await openDesk(t, set, { tasks: 2 });
      const contactId = await page.evaluate(() => window.sim.incomingTask({ name: 'Read' }));
      await arrives(page, contactId);
      await page.evaluate(() => window.tasks()[0].accept());
      await page.waitForFunction(() => window.tasks()[0].getState().type === 'connected', POLLING);
      if (!set.hasSessions) {
        const info = () => window.tasks()[0].getAgentConnection().getMediaController();
        assert.deepEqual(await page.evaluate(info), { contactId, initialContactId: contactId });
        return;
      }
      await page.evaluate(async () => {
        window.heard = [];
        const session = await window.tasks()[0].getAgentConnection().getMediaController();
        const again = await window.tasks()[0].getAgentConnection().getMediaController();
        window.isSame = session === again;
        const hear = (what) => (message) => window.heard.push(message?.Id ? `${what} ${message.Id}` : what);
        session.onMessage(hear('message'));
        session.onTransferInitiated(hear('initiated'));
        session.onTransferSucceeded(hear('succeeded'));
        session.onTransferFailed(hear('failed'));
        session.onTaskExpiring(hear('expiring'));
        session.onTaskExpired(hear('expired'));
      });
      assert.equal(await page.evaluate(() => window.isSame), true);
      const other = await page.evaluate(() => window.sim.incomingTask({ name: 'Not this one' }));
      const subscribed = async () => {
        await window.sim.taskEvent(window.tasks()[0].contactId, 'expire.warning');
        return window.heard.length > 0;
      };
      await page.waitForFunction(subscribed, POLLING); // before that, nothing comes over the socket
      await page.evaluate(() => window.heard.splice(0));
      await page.evaluate((id) => window.sim.taskEvent(id, 'transfer.failed'), other);
      await page.evaluate((id) => window.sim.taskEvent(id, 'transfer.failed'), contactId);
      await page.evaluate(async () => {
        const endpoint = (await window.quickConnects())['Ann Lee'];
        window.tasks()[0].addConnection(endpoint, { success() {}, failure() {} });
      });
      await page.waitForFunction(() => window.heard.some((line) => line.startsWith('succeeded')), POLLING);
      const events = ['failed', 'initiated', 'succeeded'];
      const wanted = events.flatMap((event) => [`message ${contactId}`, `${event} ${contactId}`]);
      const heard = (await page.evaluate(() => window.heard)).filter((line) => !line.startsWith('expiring'));
      assert.deepEqual(heard.sort(), wanted.sort());
      assert.deepEqual(errors, set.errors);
    });
  });
}

describe('createTask of ours', () => {
  test('gives a promise of the contact id, keeps what it is given, and takes a Date', async (t) => {
    const { page } = await openDesk(t, PAGES['ours alone']);
    const [created, isKept] = await page.evaluate(async () => {
      const endpoint = (await window.quickConnects())['Support queue'];
      const task = { name: 'Later', endpoint, scheduledTime: new Date(Date.now() + 60_000) };
      const before = JSON.stringify(task);
      return [await new window.connect.Agent().createTask(task), JSON.stringify(task) === before];
    });
    assert.deepEqual(Object.keys(created), ['contactId']);
    assert.equal(isKept, true);
    assert.deepEqual(await page.evaluate(() => window.tasks().length), 0);
    await page.evaluate(() => window.sim.advance(61_000));
    await arrives(page, created.contactId);
  });

  test('sessions of TaskJS go on hearing after the CCP is embedded anew', async (t) => {
    const { page } = await openDesk(t, PAGES['TaskJS after ours']);
    const begin = async () => {
      const session = await window.tasks()[0].getAgentConnection().getMediaController();
      session.onTaskExpiring(({ Id }) => (window.expiring = Id));
    };
    const hearsOf = (contactId) =>
      page.waitForFunction(
        async (id) => {
          await window.sim.taskEvent(id, 'expire.warning');
          return window.expiring === id;
        },
        POLLING,
        contactId,
      );
    const first = await page.evaluate(() => window.sim.incomingTask());
    await arrives(page, first);
    await page.evaluate(begin);
    await hearsOf(first);
    await page.evaluate(async () => {
      const { connect } = window;
      // Another instance: a worker may outlive the last page that has used it, with the agent's task in it.
      const address = new URL(document.querySelector('iframe').src);
      address.searchParams.set('instance', `${address.searchParams.get('instance')}-anew`);
      connect.core.terminate();
      window.expiring = null;
      connect.core.initCCP(document.getElementById('ccp'), { ccpUrl: address.href, loginPopup: false });
      await new Promise((resolve) => connect.agent(resolve));
      const { attachSimulator } = await import('/dist/src/simulator/simulator.js');
      window.sim = await attachSimulator(connect);
    });
    const second = await page.evaluate(() => window.sim.incomingTask());
    await arrives(page, second);
    await page.evaluate(begin);
    await hearsOf(second);
  });
});
