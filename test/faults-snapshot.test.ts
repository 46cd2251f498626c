// Data of the agent that are not as they should be: what is right in them is shown, and nothing breaks.
import { expect, fixtureCleanup } from '@open-wc/testing';
import type { Contact } from '../src/index.js';
import { createConnect } from '../src/connect.js';
import type { AgentData } from '../src/conduit/wire.js';
import { button, parts, soon, words } from './support/controls-scene.js';
import { eventually } from './support/eventually.js';
import { closeFakeCcps, type FakeCcp, readyCcp } from './support/fake-ccp.js';
import { complaints, desk } from './support/faults-scene.js';
import { agentData, configuration, voiceContact } from './support/snapshots.js';

/** Good data of a call, with one member in another way. */
function damaged(path: string, value: unknown): unknown {
  const data = agentData({ contacts: [voiceContact('a', 'connected')] });
  const keys = path.split('.');
  const last = keys.pop()!;
  let place = data as unknown as Record<string, unknown>;
  for (const key of keys) place = place[key] as Record<string, unknown>;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return data;
}

const circle: Record<string, unknown> = {};
circle.self = circle;

describe('a snapshot', () => {
  let heard: ReturnType<typeof complaints>;

  beforeEach(() => (heard = complaints()));

  afterEach(() => {
    heard.end();
    fixtureCleanup();
    closeFakeCcps();
  });

  /** Each member that something is made of, with what it had better not be. */
  const places: readonly [path: string, ...values: unknown[]][] = [
    ['snapshot.state.type', undefined, null, 7, 'unheard-of'],
    ['snapshot.state.startTimestamp', undefined, null, 'yesterday', 1_700_000_000_000, new Date(NaN)],
    ['snapshot.nextState', undefined, {}, 'Lunch', { name: 7 }],
    ['snapshot.skew', undefined, 'x', NaN, {}],
    ['snapshot.contacts.0.type', undefined, null, 'unheard-of'],
    ['snapshot.contacts.0.name', 7, {}],
    ['snapshot.contacts.0.state.type', undefined, null, 'unheard-of'],
    ['snapshot.contacts.0.state.timestamp', undefined, null, 'yesterday', new Date(NaN)],
    ['snapshot.contacts.0.queue', undefined, null, 'x', {}, { name: 7 }],
    ['snapshot.contacts.0.attributes', undefined, null, 7, [], { a: null }, { a: 'x' }, { a: { value: {} } }, circle],
    ['snapshot.contacts.0.contactFeatures', undefined, null, 7],
    ['snapshot.contacts.0.connections', [], undefined, null],
    ['snapshot.contacts.0.connections.1.type', undefined, null, {}],
    ['snapshot.contacts.0.connections.1.state.type', undefined, null, 'unheard-of'],
    ['snapshot.contacts.0.connections.1.endpoint', undefined, null, 'x', { phoneNumber: 7 }, { name: {} }],
    ['snapshot.contacts.0.connections.1.quickConnectName', 7, {}],
    ['snapshot.contacts.0.connections.1.chatMediaInfo', {}, 'x', { customerName: 7 }],
    ['snapshot.contacts.0.connections.1.softphoneMediaInfo', 'x', new Uint8Array([1])],
    ['snapshot.unknown', circle, new Uint8Array([1]), new Map([[1, 2]])],
    ['configuration', {}],
    ['configuration.name', undefined, null, 7],
    ['configuration.routingProfile', undefined, null, 'x', {}],
    ['configuration.agentStates', undefined, null, {}, [null], [{}], [{ name: 7 }]],
    ['configuration.permissions', undefined, null, 'x', new Uint8Array([1]), [7, null]],
    ['configuration.dialableCountries', undefined, null, 7, [7, null]],
    ['configuration.agentARN', undefined, null, 7],
  ];

  for (const [path, ...values] of places) {
    it(`whose ${path} is odd is shown all the same, and the next one too`, async () => {
      const { ccp, played, status, controls } = await desk(agentData());
      ccp.connect.core.getEventBus().subscribe('agent::update', () => {});
      for (const value of values) {
        await played.update(damaged(path, value) as AgentData);
        await Promise.all([ccp, status, controls].map((element) => element.updateComplete));
        const { agent, contacts } = ccp.state;
        expect(agent?.state.name, String(value)).to.equal('Available');
        expect(contacts.map(({ contactId }) => contactId)).to.deep.equal(['a']);
        expect(contacts[0].state.since).to.be.a('number').not.NaN;
        const handle = new ccp.connect.Contact('a');
        expect(handle.getStateDuration()).to.be.at.least(0);
        const me = new ccp.connect.Agent();
        expect(me.getStateDuration()).to.be.at.least(0);
        expect(me.getAllQueueARNs()).to.be.an('array');
        expect(me.getChannelConcurrency('FAX')).to.equal(0);
      }
      await played.update(agentData({ contacts: [voiceContact('b', 'connecting')] }));
      expect(ccp.state.contacts.map(({ contactId }) => contactId)).to.deep.equal(['b']);
      await controls.updateComplete;
      expect(parts(controls, 'contact')).to.have.lengthOf(1);
      expect(heard.found).to.deep.equal([]);
    });
  }

  it('without a configuration is dropped: what was there stays', async () => {
    const { ccp, played } = await desk(agentData({ contacts: [voiceContact('a', 'connected')] }));
    const before = ccp.state;
    await played.update({ snapshot: agentData().snapshot } as AgentData);
    expect(ccp.state).to.equal(before);
    expect(heard.found).to.deep.equal([]);
  });

  it('with members that nobody knows hands them on', async () => {
    const connect = createConnect();
    const data = agentData({ contacts: [voiceContact('a', 'connected', { future: { a: 1 } } as object)] });
    const ccp = await readyCcp(connect, data);
    expect(connect.core.getAgentDataProvider().getAgentData().snapshot.contacts[0]).to.deep.include({
      future: { a: 1 },
    });
    expect(ccp.frame.isConnected).to.be.true;
  });

  it('of a megabyte, and one of 500 contacts, are taken; afterwards they are gone', async () => {
    const { ccp, played, controls } = await desk(agentData());
    const attributes = { long: { name: 'long', value: 'x'.repeat(1_000_000) } };
    await played.update(agentData({ contacts: [voiceContact('a', 'connected', { attributes })] }));
    expect(ccp.state.contacts[0].attributes.long).to.have.lengthOf(1_000_000);
    const many = Array.from({ length: 500 }, (_, index) => voiceContact(`c${index}`, 'connected'));
    await played.update(agentData({ contacts: many }));
    expect(ccp.state.contacts).to.have.lengthOf(500);
    await controls.updateComplete;
    expect(parts(controls, 'contact')).to.have.lengthOf(500);
    await played.update(agentData());
    await controls.updateComplete;
    expect(parts(controls, 'contact')).to.have.lengthOf(0);
    expect(heard.found).to.deep.equal([]);
  });

  describe('and the lives of contacts', () => {
    /** A runtime that keeps a diary of its contacts. */
    async function diary(): Promise<{ ccp: FakeCcp; told: string[] }> {
      const connect = createConnect();
      const told: string[] = [];
      connect.contact((contact: Contact) => {
        const id = contact.getContactId();
        told.push(`${id} init`);
        contact.onConnected(() => told.push(`${id} connected`));
        contact.onEnded(() => told.push(`${id} ended`));
        contact.onDestroy(() => told.push(`${id} destroyed`));
      });
      return { ccp: await readyCcp(connect, agentData()), told };
    }

    const update = (ccp: FakeCcp, ...contacts: [id: string, state: string][]) =>
      ccp.update(agentData({ contacts: contacts.map(([id, state]) => voiceContact(id, state)) }));

    it('in another order end nothing and begin nothing', async () => {
      const { ccp, told } = await diary();
      await update(ccp, ['a', 'connected'], ['b', 'connecting']);
      told.length = 0;
      await update(ccp, ['b', 'connecting'], ['a', 'connected']);
      await update(ccp, ['a', 'connected'], ['b', 'connecting']);
      expect(told).to.deep.equal([]);
    });

    it('twice in one is one contact, the later one', async () => {
      const { ccp, told } = await diary();
      await update(ccp, ['a', 'connecting'], ['a', 'connected']);
      expect(told.filter((line) => line === 'a init')).to.have.lengthOf(1);
      await update(ccp);
      expect(told.slice(-2)).to.deep.equal(['a ended', 'a destroyed']);
      expect(told.filter((line) => line === 'a destroyed')).to.have.lengthOf(1);
    });

    it('removed and added again is a new life, with each event once', async () => {
      const { ccp, told } = await diary();
      await update(ccp, ['a', 'connecting']);
      await update(ccp);
      await update(ccp, ['a', 'connecting']);
      await update(ccp, ['a', 'connected']);
      await update(ccp);
      expect(told).to.deep.equal([
        'a init',
        ...['a ended', 'a destroyed'],
        'a init',
        ...['a connected', 'a ended', 'a destroyed'],
      ]);
    });
  });

  it('after snapshot, all through a shift, leaves as many nodes as the first', async () => {
    const { ccp, played, status, controls } = await desk(agentData());
    const call = async (id: string) => {
      for (const contacts of [[voiceContact(id, 'connecting')], [voiceContact(id, 'connected')], []]) {
        await played.update(agentData({ contacts }));
        await Promise.all([ccp, status, controls].map((element) => element.updateComplete));
      }
    };
    const nodes = () => {
      const walker = document.createTreeWalker(controls.renderRoot);
      let count = 0;
      while (walker.nextNode()) count++;
      return count;
    };
    for (let index = 0; index < 5; index++) await call(`first-${index}`);
    const before = nodes();
    for (let index = 0; index < 30; index++) await call(`later-${index}`);
    expect(nodes()).to.equal(before);
  });

  it('with markup in everything that is shown shows it as text', async () => {
    const markup = '<img src=x onerror="window.injected = true"><script>window.injected = true</script>';
    const connections = voiceContact('a', 'connected').connections.map((connection) => ({
      ...connection,
      quickConnectName: markup,
      endpoint: { type: 'phone_number', phoneNumber: markup, name: markup },
    }));
    const contact = voiceContact('a', 'connected', {
      connections,
      name: markup,
      queue: { name: markup, queueARN: markup },
      attributes: { [markup]: { name: markup, value: markup } },
    });
    const { ccp, status, controls, played } = await desk(
      agentData({ contacts: [contact] }, { name: markup, agentStates: [{ type: 'routable', name: markup }] }),
    );
    await eventually(() => words(controls, 'who').includes('<img'), 'the name is shown');
    const state = { type: 'routable', name: markup, startTimestamp: new Date() };
    await played.update(agentData({ state, nextState: state, contacts: [contact] }, configuration({ name: markup })));
    await controls.updateComplete;
    button(controls, 'Hold')!.click();
    await played.answer(await played.nextRequest(), { err: { type: markup, message: markup } });
    const failure = `Hold failed. ${markup}`;
    // A while after the answer: the CCP might show all the same that it was done.
    await soon(() => controls.renderRoot.textContent?.includes(failure), 'the failure is shown');
    await Promise.all([ccp, status, controls].map((element) => element.updateComplete));
    for (const { renderRoot } of [ccp, status, controls] as { renderRoot: ParentNode }[]) {
      expect(renderRoot.querySelector('img, script')).to.equal(null);
    }
    expect(status.renderRoot.textContent).to.include('<img');
    expect('injected' in window).to.be.false;
    expect(heard.found).to.deep.equal([]);
  });
});

describe('an event that the page makes itself', () => {
  afterEach(() => {
    fixtureCleanup();
    closeFakeCcps();
  });

  for (const event of [
    'ccp::status',
    'ccp::retry',
    'init',
    'ack_timeout',
    'iframe_retries_exhausted',
    'agent::init',
    'agent::refresh',
    'agent::state_change',
    'agent::enqueued_next_state',
    'contact::init',
    'contact::connected',
    'contact::ended::a',
  ]) {
    it(`is not believed when the CCP says it, as another tab may have it say: ${event}`, async () => {
      const { ccp, played } = await desk(agentData({ contacts: [voiceContact('a', 'connected')] }));
      const before = ccp.state;
      const told: string[] = [];
      ccp.connect.core.getEventBus().subscribeAll((_payload, name) => told.push(name));
      await played.say(event, { status: 'terminated', previous: 'ready' });
      expect(told).to.deep.equal([]);
      expect(ccp.state).to.equal(before);
    });
  }
});
