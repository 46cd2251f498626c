// What existing code takes off the namespace beside the documented API: it is there, works, and never throws for being asked.
import { expect } from '@open-wc/testing';
import { closeFakeCcps, quietConnect, readyCcp } from './support/fake-ccp.js';
import { FakeTimers, settled } from './support/fake-timers.js';
import { agentData, voiceContact } from './support/snapshots.js';

describe('what existing code takes off the namespace', () => {
  afterEach(closeFakeCcps);

  it('has the enums under all their names', () => {
    const connect = quietConnect();
    expect(connect.AgentStatusType).to.equal(connect.AgentStateType);
    expect(connect.AddressType).to.equal(connect.EndpointType);
    expect(connect.ContactStatusType).to.equal(connect.ContactStateType);
    expect(connect.ConnectionStatusType).to.equal(connect.ConnectionStateType);
    expect(connect.MasterTopics.LOGIN_POPUP).to.equal('connect::loginPopup');
    expect(connect.EventType.UPDATE_CONNECTED_CCPS).to.equal('update_connected_ccps');
    expect(connect.ClientMethods.CREATE_TASK_CONTACT).to.equal('createTaskContact');
  });

  it('has classes with the names that pages see', async () => {
    const connect = quietConnect();
    await readyCcp(connect, agentData({ contacts: [voiceContact('a', 'connected')] }));
    const agent = new connect.Agent();
    const [contact] = agent.getContacts();
    const [leg] = contact.getConnections();
    const names = [agent, contact, leg, agent.toSnapshot(), contact.toSnapshot()].map((one) => one.constructor.name);
    expect(names).to.deep.equal(['Agent', 'Contact', 'VoiceConnection', 'AgentSnapshot', 'ContactSnapshot']);
    expect(leg).to.be.instanceOf(connect.BaseConnection);
    expect(leg).to.be.instanceOf(connect.Connection);
    expect(leg).not.to.be.instanceOf(connect.ConnectionSnapshot);
    expect(leg.toSnapshot()).to.be.instanceOf(connect.ConnectionSnapshot);
  });

  it('shows the data that snapshots keep', async () => {
    const connect = quietConnect();
    await readyCcp(connect, agentData({ contacts: [voiceContact('a', 'connected')] }));
    const agent = new connect.Agent();
    const [contact] = agent.getContacts();
    const [leg] = contact.getConnections();
    expect(agent._getData().configuration.username).to.equal(agent.getConfiguration().username);
    expect(agent.toSnapshot()).to.have.property('agentData').that.deep.equals(agent._getData());
    expect(contact.toSnapshot()).to.have.property('contactData').that.deep.equals(contact._getData());
    expect(leg.toSnapshot()).to.have.property('connectionData').that.deep.equals(leg._getData());
    const made = new connect.ConnectionSnapshot(leg._getData());
    expect(made.getType()).to.equal(leg.getType());
  });

  it('has the parts of core once a CCP is embedded, and lets a page write over them without harm', async () => {
    const connect = quietConnect();
    const { core } = connect;
    for (const part of [core.eventBus, core.upstream, core.client, core.agentDataProvider, core.keepaliveManager]) {
      expect(part).to.be.null;
    }
    await readyCcp(connect, agentData());
    expect(core.eventBus).to.equal(core.getEventBus());
    expect(core.upstream).to.equal(core.getUpstream());
    expect(core.client).to.equal(core.getClient());
    expect(core.agentDataProvider).to.equal(core.getAgentDataProvider());
    expect(core.keepaliveManager).to.include({ synTimeout: 1_000, ackTimeout: 3_000 });
    Object.assign(core, { eventBus: null });
    expect(core.eventBus).to.equal(core.getEventBus());
  });

  it('sends requests by name, with callbacks or a promise', async () => {
    const connect = quietConnect();
    const ccp = await readyCcp(connect, agentData());
    const told = new Promise((success) => {
      connect.core.getClient().call(connect.ClientMethods.CREATE_TASK_CONTACT, { name: 'x' }, { success });
    });
    const request = await ccp.nextRequest();
    expect(request).to.deep.include({ method: 'createTaskContact', params: { name: 'x' } });
    await ccp.answer(request, { data: { contactId: 'c' } });
    expect(await told).to.deep.equal({ contactId: 'c' });
    expect(() => connect.core.getClient().call(undefined as never)).to.throw(connect.ValueError, 'method must be');
  });

  it('asks the CCP for another view, in every tab', async () => {
    const connect = quietConnect();
    expect(() => connect.core.activateChannelWithViewType('create_task', 'task')).to.throw('Call initCCP first');
    const ccp = await readyCcp(connect, agentData());
    connect.core.activateChannelWithViewType('create_task', 'task', 'crm', 'case-1', 'mine');
    expect(await ccp.nextBroadcast('taskList::activate_channel_with_view_type')).to.deep.equal({
      viewType: 'create_task',
      mediaType: 'task',
      source: 'crm',
      caseId: 'case-1',
      clientToken: 'mine',
    });
    connect.core.activateChannelWithViewType('create_task', 'task');
    const asked = await ccp.nextBroadcast('taskList::activate_channel_with_view_type');
    expect((asked as { clientToken: string }).clientToken).to.be.a('string').that.is.not.empty;
  });

  it('puts a name before what the page writes on its console', () => {
    const { log, error, warn, info, debug } = console;
    const written: unknown[][] = [];
    const note = (...said: unknown[]) => void written.push(said);
    Object.assign(console, { log: note, error: note, warn: note, info: note, debug: note });
    try {
      quietConnect().addNamespaceToLogs('crm');
      console.warn('slow', 3);
      console.log('hello');
    } finally {
      Object.assign(console, { log, error, warn, info, debug });
    }
    expect(written).to.deep.equal([
      ['[crm]', 'slow', 3],
      ['[crm]', 'hello'],
    ]);
  });

  it('has a softphone of its own once it is asked for, and says so if it is asked for twice', () => {
    const connect = quietConnect();
    const { core } = connect;
    const lines = (): string[] =>
      connect
        .getLog()
        .getEntries()
        .map((entry) => entry.getText());
    expect(core.getSoundPlace()).to.be.null;
    expect(() => core.initSoftphoneManager('page' as never)).to.throw(connect.ValueError, 'must be an object');
    core.initSoftphoneManager();
    expect(core.getSoundPlace()).to.equal('page');
    core.initSoftphoneManager();
    expect(lines().filter((line) => line.includes('initSoftphoneManager'))).to.have.length(1);
    expect(core.getSoftphoneManager()).to.be.null;
    expect(core.onSoftphoneSessionInit(() => expect.fail('called')).eventName).to.equal('connection::session_init');
    core.terminate();
    expect(core.getSoundPlace()).to.be.null;
  });

  it('embeds the CCP as an app, and names what it cannot embed', () => {
    const connect = quietConnect();
    const container = document.createElement('div');
    const [url, ccpParams] = ['https://example.my.connect.aws/ccp-v2', { loginPopup: false }];
    connect.agentApp.initApp('ccp', container, url, { ccpParams, style: 'width: 300px' });
    const frame = container.querySelector('iframe');
    expect(frame?.getAttribute('src')).to.equal(`${url}/`);
    expect(frame?.style.width).to.equal('300px');
    connect.core.terminate();
    expect(() => connect.agentApp.initApp('', container, url)).to.throw(connect.ValueError, 'name must be');
    expect(() => connect.agentApp.initApp('ccp', 'nowhere', url)).to.throw(connect.ValueError, 'nowhere');
  });

  it('has small functions that do what they say', () => {
    const connect = quietConnect();
    expect(connect.contains([1], 1) && connect.contains({ a: 1 }, 'a')).to.be.true;
    expect(connect.contains({ a: 1 }, 'b')).to.be.false;
    expect(connect.makeEnum(['aB'])).to.deep.equal({ A_B: 'aB' });
    expect(connect.makeNamespacedEnum('p', ['aB'])).to.deep.equal({ A_B: 'p::aB' });
    expect(connect.assertNotNull(0, 'x')).to.equal(0);
    expect(() => connect.assertNotNull(null, 'x')).to.throw(connect.ValueError, 'x must be provided');
    expect(() => connect.assertTrue(false, 'no 100%')).to.throw(connect.ValueError, 'no 100%');
    expect(connect.index([{ id: 1 }], ({ id }) => id)).to.deep.equal({ 1: { id: 1 } });
    expect(connect.relativeComplement({ a: 1, b: 2 }, { a: 1 })).to.deep.equal({ b: 2 });
    expect(connect.find([1], (one) => one > 1)).to.be.null;
    expect(connect.entries(null)).to.deep.equal([]);
    expect(connect.rootLogger).to.equal(connect.getLog());
  });

  it('fetches JSON again while the service is busy, and rejects with any other answer', async () => {
    const connect = quietConnect();
    const answers = [new Response('', { status: 429 }), new Response('{"a":1}'), new Response('', { status: 404 })];
    const original = window.fetch;
    window.fetch = () => Promise.resolve(answers.shift()!);
    try {
      expect(await connect.fetch('/x', {}, 1)).to.deep.equal({ a: 1 });
      const refused = await connect.fetch('/x', {}, 1).catch((response: Response) => response);
      expect((refused as Response).status).to.equal(404);
    } finally {
      window.fetch = original;
    }
  });

  for (const [what, pause, tries] of [
    ['no number', NaN, NaN],
    ['text', 'soon', 'often'],
    ['below nothing', -1, 3],
    ['more than a timer keeps', 1e300, Infinity],
    ['infinite', Infinity, Infinity],
  ] as const) {
    it(`never fetches again without a pause, where pause and tries are ${what}`, async () => {
      const connect = quietConnect();
      const original = window.fetch;
      let asked = 0;
      window.fetch = () => Promise.resolve(new Response('', { status: asked++ < 50 ? 503 : 404 }));
      const timers = new FakeTimers();
      const { random } = Math;
      Math.random = () => 0.5;
      try {
        const done = connect.fetch('/x', {}, pause as number, tries as number).catch(() => {});
        for (let turn = 0; turn < 20; turn++) await settled();
        expect(asked).to.equal(1);
        await timers.advance(60_000);
        expect(asked).to.be.below(8);
        if (tries !== Infinity) await timers.advance(600_000);
        if (tries !== Infinity) await done;
      } finally {
        timers.restore();
        Math.random = random;
        window.fetch = original;
      }
    });
  }
});
