// The CTI service in memory: shapes, refusals, lists, faults, time, and the script's own errors.
import { expect } from '@open-wc/testing';
import type { AgentSnapshotData } from '../src/conduit/wire.js';
import type { CtiServiceOptions, SimulatedCtiService } from '../src/simulator/service/cti-service.js';
import { authToken, createService, errorOf, Scene, snapshotOf, START, third } from './support/cti-scene.js';

type Act = (scene: Scene) => unknown;

const clears: Act = (scene) => scene.onContact('clearContact');

/** Members of recorded snapshots; ours may have more. */
const RECORDED_CONTACT = [
  'attributes', 'channelContext', 'connections', 'contactDuration', 'contactFeatures', 'contactId', 'description',
  'initialContactId', 'initiationMethod', 'name', 'queue', 'queueTimestamp', 'references', 'state', 'type',
]; // prettier-ignore
const RECORDED_CONNECTION = [
  'chatMediaInfo', 'connectionId', 'endpoint', 'initial', 'monitoringInfo', 'mute', 'quickConnectName',
  'softphoneMediaInfo', 'state', 'type',
]; // prettier-ignore

describe('CTI service: shapes', () => {
  const kinds: Record<string, (service: SimulatedCtiService) => string> = {
    voice: (service) => service.incomingCall({ queue: 'Support', attributes: { tier: 'gold' } }),
    queue_callback: (service) => service.queuedCallback(),
    chat: (service) => service.incomingChat({ customerName: 'Kim' }),
    task: (service) =>
      service.incomingTask({ name: 'Form', references: { page: { type: 'URL', value: 'https://x' } } }),
  };
  for (const [type, arrive] of Object.entries(kinds)) {
    it(`${type} has the members of recorded snapshots`, async () => {
      const scene = new Scene();
      arrive(scene.service);
      const contact = await scene.contact();
      expect(contact.type).to.equal(type);
      expect(contact).to.include.all.keys(RECORDED_CONTACT);
      for (const connection of contact.connections) expect(connection).to.include.all.keys(RECORDED_CONNECTION);
      expect(contact.state.timestamp).to.be.instanceOf(Date);
      expect(contact.connections.filter(({ initial }) => initial)).to.have.length(1);
    });
  }

  it('shows queue, attributes and number of a call', async () => {
    const scene = new Scene();
    scene.service.incomingCall({ from: '+12065550142', queue: 'Support', attributes: { tier: 'gold' } });
    const { queue, attributes, connections, initialContactId, contactId } = await scene.contact();
    expect(queue?.name).to.equal('Support');
    expect(attributes).to.eql({ tier: { name: 'tier', value: 'gold' } });
    expect(connections[1]?.endpoint?.phoneNumber).to.equal('+12065550142');
    expect(initialContactId).to.equal(contactId);
  });

  it('has no softphone media for a desk phone', async () => {
    const scene = new Scene({ softphone: false });
    scene.service.incomingCall();
    expect((await scene.contact()).connections[0]?.softphoneMediaInfo).to.equal(null);
  });

  it('makes the same ids of the same seed, and others of another', () => {
    const idOf = (seed: number) => createService({ seed }).incomingCall();
    expect(idOf(7)).to.equal(idOf(7));
    expect(idOf(7)).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(idOf(7)).not.to.equal(idOf(8));
  });
});

describe('CTI service: refusals', () => {
  const cases: readonly (readonly [string, Act, string, CtiServiceOptions?])[] = [
    [
      'a contact that is none',
      (scene) => scene.onContact('acceptContact', { contactId: 'x' }),
      'ContactNotFoundException',
    ],
    [
      'a connection that is none',
      (s) => s.onContact('holdConnection', { connectionId: 'x' }),
      'ConnectionNotFoundException',
    ],
    ['hold while it rings', (scene) => scene.onConnection('holdConnection', 1), 'InvalidStateException'],
    ['clear while it rings', clears, 'InvalidStateException'],
    ['conference without a third party', (s) => s.onContact('conferenceConnections'), 'InvalidStateException'],
    ['another state during a call', (scene) => scene.state('Lunch'), 'InvalidStateException'],
    ['a state that is none', (s) => s.call('putAgentState', { state: { name: 'Busy' } }), 'InvalidStateException'],
    ['pause of a call', (scene) => scene.onContact('pauseContact'), 'InvalidContactTypeException'],
    ['a second call', (s) => s.call('createOutboundContact', { endpoint: third }), 'InvalidStateException'],
    ['digits while it rings', (s) => s.onConnection('sendDigits', 1, { digits: '1' }), 'InvalidStateException'],
    [
      'a transport that is none',
      (s) => s.call('createTransport', { transportType: 'x' }),
      'InvalidConfigurationException',
    ],
    ['a page that is none', (s) => s.call('getEndpoints', { nextToken: 'x' }), 'PaginationException'],
    ['an operation that is none', (scene) => scene.call('toString'), 'UnknownOperationException'],
    [
      'an extension that is no number',
      (s) => s.call('updateAgentConfiguration', { configuration: { softphoneEnabled: false, extension: '1234' } }),
      'InvalidConfigurationException',
    ],
  ];
  for (const [name, act, type] of cases) {
    it(`${name}: ${type}`, async () => {
      const scene = new Scene();
      scene.contactId = scene.service.incomingCall();
      const before = await scene.summary();
      const error = await errorOf(Promise.resolve(act(scene)));
      expect(error.type).to.equal(type);
      expect(error.message).to.have.length.above(20);
      expect(await scene.summary()).to.equal(before);
    });
  }

  it('a number that is not E.164: BadEndpointException', async () => {
    const endpoint = { type: 'phone_number', phoneNumber: '206 555 0100' };
    const error = await errorOf(new Scene().call('createOutboundContact', { endpoint }));
    expect(error.type).to.equal('BadEndpointException');
  });

  it('a call without the permission: AccessDeniedException', async () => {
    const error = await errorOf(new Scene({ outboundCall: false }).call('createOutboundContact', { endpoint: third }));
    expect([error.type, error.statusCode]).to.eql(['AccessDeniedException', 403]);
  });
});

describe('CTI service: lists and configuration', () => {
  it('gives quick connects in pages of 500', async () => {
    const scene = new Scene({ endpoints: 1200 });
    const sizes: number[] = [];
    const arns = new Set<unknown>();
    let nextToken: string | null = null;
    do {
      const page = (await scene.call('getEndpoints', { nextToken, maxResults: 500 })) as {
        endpoints: { endpointARN: string }[];
        nextToken: string | null;
      };
      sizes.push(page.endpoints.length);
      for (const { endpointARN } of page.endpoints) arns.add(endpointARN);
      ({ nextToken } = page);
    } while (nextToken);
    expect(sizes).to.eql([500, 500, 200]);
    expect(arns.size).to.equal(1200);
  });

  it('has quick connects of each type', async () => {
    const { endpoints } = (await new Scene().call('getEndpoints')) as { endpoints: { type: string }[] };
    expect(new Set(endpoints.map(({ type }) => type))).to.eql(new Set(['phone_number', 'agent', 'queue']));
  });

  it('changes what an agent may change', async () => {
    const scene = new Scene();
    const { configuration } = (await scene.call('getAgentConfiguration')) as { configuration: Record<string, unknown> };
    const changed = { ...configuration, name: 'Somebody', extension: '+442079460000', softphoneEnabled: false };
    await scene.call('updateAgentConfiguration', { configuration: changed });
    const after = (await scene.call('getAgentConfiguration')) as { configuration: Record<string, unknown> };
    expect(after.configuration).to.include({ name: 'Jane Doe', extension: '+442079460000', softphoneEnabled: false });
  });

  it('takes settings from the script', async () => {
    const scene = new Scene();
    scene.service.setConfiguration({ name: 'Ada', permissions: [], queues: ['Support', 'New'] });
    const { queues } = (await scene.call('getRoutingProfileQueues')) as { queues: { name: string }[] };
    expect(queues.map(({ name }) => name)).to.eql(['Support', 'New']);
    expect(scene.service.truth().agent).to.deep.include({ name: 'Ada' });
    expect(await scene.call('getAgentPermissions')).to.eql({ permissions: [], nextToken: null });
  });

  it('records what it was asked for, without the polling', async () => {
    const scene = new Scene();
    scene.contactId = scene.service.incomingCall();
    await scene.onContact('acceptContact');
    await scene.onConnection('sendDigits', 1, { digits: '12#' });
    await scene.onContact('notifyContactIssue', { issueCode: 'echo', description: 'bad line' });
    const { calls, now } = scene.service.truth();
    expect(calls.map(({ operation }) => operation)).to.eql(['acceptContact', 'sendDigits', 'notifyContactIssue']);
    expect(calls[1]?.params).to.include({ digits: '12#' });
    expect(now).to.equal(START);
  });
});

describe('CTI service: faults, sessions, time', () => {
  it('fails as often as it is told to', async () => {
    const scene = new Scene();
    scene.service.fail('getEndpoints', { status: 429, times: 2 });
    const first = await errorOf(scene.call('getEndpoints'));
    expect([first.type, first.statusCode]).to.eql(['QuotaExceededException', 429]);
    await errorOf(scene.call('getEndpoints'));
    await scene.call('getEndpoints');
    scene.service.fail('*', { message: 'all is lost', times: Infinity });
    expect((await errorOf(scene.call('getAgentStates'))).message).to.equal('all is lost');
    scene.service.fail('*', { times: 0 });
    await scene.call('getAgentStates');
  });

  it('says yes and does nothing, or does it and says no, if it is told to', async () => {
    const scene = new Scene();
    scene.contactId = scene.service.incomingCall();
    scene.service.fail('acceptContact', { how: 'ignored' });
    await scene.onContact('acceptContact');
    expect((await scene.contact()).state.type).to.equal('connecting');
    scene.service.fail('acceptContact', { how: 'done', message: 'no idea' });
    expect((await errorOf(scene.onContact('acceptContact'))).message).to.equal('no idea');
    expect((await scene.contact()).state.type).to.equal('connected');
  });

  it('refuses calls without a token, and with an old one', async () => {
    const { service } = new Scene();
    expect((await errorOf(service.call('getEndpoints', {}, { authToken: '' }))).statusCode).to.equal(401);
    await service.call('getEndpoints', {}, { authToken });
    const poll = service.call('getAgentSnapshot', { nextToken: '1' }, { authToken });
    service.expireSession();
    expect((await errorOf(poll)).statusCode).to.equal(401);
    expect((await errorOf(service.call('getEndpoints', {}, { authToken }))).statusCode).to.equal(401);
    await service.call('getEndpoints', {}, { authToken: 'new' });
    service.denyAccess();
    expect((await errorOf(service.call('getEndpoints', {}, { authToken: 'new' }))).statusCode).to.equal(403);
    service.denyAccess(false);
    await service.call('getEndpoints', {}, { authToken: 'new' });
  });

  it('answers after its latency, and gives up when it is told to', async () => {
    const { service } = new Scene({ latency: 300 });
    let answered = false;
    const answer = service.call('getEndpoints', {}, { authToken }).then(() => (answered = true));
    const abort = new AbortController();
    const given = service
      .call('getEndpoints', {}, { authToken, signal: abort.signal })
      .catch((error: Error) => error.name);
    abort.abort();
    expect(await given).to.equal('AbortError');
    service.advance(299);
    await Promise.resolve();
    expect(answered).to.equal(false);
    service.advance(1);
    await answer;
  });

  it('loses no snapshot, however late the reader is', async () => {
    const scene = new Scene();
    const poll = async (nextToken: unknown) =>
      (await scene.call('getAgentSnapshot', { nextToken })) as { snapshot: AgentSnapshotData; nextToken: string };
    let last = await poll(null);
    scene.contactId = scene.service.incomingCall();
    await scene.onContact('acceptContact');
    scene.service.customerHangsUp(scene.contactId);
    const names: string[] = [];
    for (let read = 0; read < 3; read++) {
      last = await poll(last.nextToken);
      names.push(last.snapshot.state.name);
    }
    expect(names).to.eql(['PendingBusy', 'Busy', 'AfterCallWork']);
    const waiting = poll(last.nextToken);
    await scene.onContact('clearContact');
    expect((await waiting).snapshot.contacts).to.eql([]);
  });

  it('answers a long poll that nothing ends after its time', async () => {
    const scene = new Scene();
    const { nextToken } = (await scene.call('getAgentSnapshot', {})) as { nextToken: string };
    const timeout = 30_000; // of the poll, by the service's clock
    const poll = scene.call('getAgentSnapshot', { nextToken, timeout });
    await Promise.resolve();
    scene.service.clock.advance(timeout);
    const { snapshot } = (await poll) as { snapshot: AgentSnapshotData };
    expect(snapshot.snapshotTimestamp?.getTime()).to.equal(START + timeout);
  });

  it('shows every time with its skew, and durations without', async () => {
    const scene = new Scene({ skew: 3_600_000 });
    scene.service.incomingCall();
    scene.service.advance(5_000);
    const { snapshotTimestamp, state, contacts } = await snapshotOf(scene.service);
    expect(snapshotTimestamp?.getTime()).to.equal(START + 3_605_000);
    expect(state.startTimestamp?.getTime()).to.equal(START + 3_600_000);
    expect(contacts[0]?.contactDuration).to.equal('5');
    scene.service.skew(-1_000);
    expect((await snapshotOf(scene.service)).state.startTimestamp?.getTime()).to.equal(START - 1_000);
  });
});

describe('CTI service: who a contact is from', () => {
  const offers: readonly (readonly [string, (service: SimulatedCtiService, from: string) => unknown])[] = [
    ['call', (service, from) => service.incomingCall({ from })],
    ['callback', (service, from) => service.queuedCallback({ from })],
    ['chat', (service, from) => service.incomingChat({ from })],
    ['task', (service, from) => service.incomingTask({ from })],
  ];
  for (const [name, offer] of offers) {
    it(`is said in the same way for a ${name}`, async () => {
      const service = createService();
      offer(service, '+12065550177');
      expect(JSON.stringify((await snapshotOf(service)).contacts)).to.contain('"+12065550177"');
    });
  }
});

describe('CTI service: a script that errs', () => {
  const errors: readonly (readonly [string, (service: SimulatedCtiService) => unknown, RegExp])[] = [
    ['contact', (service) => service.customerHangsUp('x'), /no contact "x".*voice, connecting/],
    ['queue', (service) => service.incomingChat({ queue: 'Nowhere' }), /"Nowhere".*BasicQueue, Support, Sales/],
    ['state', (service) => service.setAgentState('Busy'), /"Busy".*Available, Lunch, Training, Offline/],
    ['error state', (service) => service.contactFails(service.monitor(), 'Bad'), /"Bad".*FailedConnectAgent/],
    ['operation', (service) => service.fail('fly'), /"fly".*acceptContact/],
    ['setting', (service) => service.setConfiguration({ colour: 'red' }), /"colour".*extension/],
    ['room', (service) => service.incomingCall(), /1 of 1 contacts of channel VOICE/],
    ['time', (service) => service.advance(-5), /advance.*-5/],
    ['first state', () => createService({ state: 'Asleep' }), /"Asleep".*Offline/],
  ];
  for (const [name, act, message] of errors) {
    it(`names the ${name} and what would be right`, () => {
      const service = createService();
      service.incomingCall();
      expect(() => act(service)).to.throw(Error, message);
    });
  }
});
