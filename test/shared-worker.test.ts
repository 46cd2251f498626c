// The CCPs' worker over real message ports: ports, fan-out, requests, masters, sessions.
import { expect } from '@open-wc/testing';
import type { PollingPace } from '../src/simulator/ccp/agent-poller.js';
import { CcpWorker } from '../src/simulator/ccp/shared-worker.js';
import type { AgentData } from '../src/conduit/wire.js';
import { type CtiServiceOptions, createCtiService } from '../src/simulator/service/cti-service.js';
import { CcpClient } from './support/ccp-client.js';

const PACE = { snapshotPause: 0, retryPause: 5, unauthorizedRetries: 0, deniedRetries: 0 };

let running: CcpWorker[] = [];

function start(options: CtiServiceOptions = {}, pace: Partial<PollingPace> = {}) {
  const service = createCtiService({ state: 'Available', ...options });
  const sessions: boolean[] = [];
  const worker = new CcpWorker({
    service,
    pace: { ...PACE, ...pace },
    onSession: (signedIn) => sessions.push(signedIn),
  });
  running.push(worker);
  const connect = () => CcpClient.to((port) => worker.connect(port));
  return { service, worker, connect, sessions };
}

/** A worker with one CCP that has an agent. */
async function startWithAgent(options: CtiServiceOptions = {}, pace: Partial<PollingPace> = {}) {
  const world = start(options, pace);
  const ccp = world.connect();
  ccp.send('configure', { authToken: 'token' });
  const first = await nextUpdate(ccp);
  return { ...world, ccp, first };
}

async function nextUpdate(ccp: CcpClient, fits: (data: AgentData) => boolean = () => true): Promise<AgentData> {
  const asAgent = (data: unknown) => data as AgentData;
  return asAgent(await ccp.next('agent::update', (data) => fits(asAgent(data))));
}

const inState =
  (name: string) =>
  ({ snapshot }: AgentData): boolean =>
    snapshot.state.name === name;

afterEach(() => {
  for (const worker of running) worker.terminate();
  running = [];
});

describe('Shared worker: ports', () => {
  it('acknowledges with an id, then tells everybody how many there are', async () => {
    const { connect } = start();
    const one = connect();
    const { id } = await one.next('acknowledge');
    expect(id).to.be.a('string');
    const other = connect();
    expect((await other.next('acknowledge')).id).not.to.equal(id);
    await one.settle(other);
    expect(one.heard.slice(0, 3)).to.eql([
      { event: 'acknowledge', data: { id } },
      { event: 'update_connected_ccps', data: { length: 1 } },
      { event: 'update_connected_ccps', data: { length: 2 } },
    ]);
    expect(other.heard[1]).to.eql({ event: 'update_connected_ccps', data: { length: 2 } });
  });

  it('answers synchronize to the port that asks, and to no other', async () => {
    const { connect } = start();
    const one = connect();
    const other = connect();
    await one.settle(other);
    one.send('synchronize');
    await one.next('acknowledge', (data) => data.id === undefined);
    await one.settle(other);
    expect(other.events.filter((event) => event === 'acknowledge')).to.have.length(1);
  });

  it('counts the CCPs of each tab, and forgets those that close', async () => {
    const { connect, worker } = start();
    const one = connect();
    const other = connect();
    one.send('tab_id', { tabId: 'a' });
    await one.next('update_connected_ccps', (data) => data.tabId === 'a');
    one.send('tab_id', { tabId: 'a' });
    other.send('tab_id', { tabId: 'a' });
    const told = { length: 2, tabId: 'a', streamsTabsAcrossBrowser: 1 };
    expect(await one.next('update_connected_ccps', (data) => data.tabId === 'a')).to.eql({ ...told, a: { length: 2 } });
    other.send('close');
    const left = { length: 1, tabId: 'a', streamsTabsAcrossBrowser: 1, a: { length: 1 } };
    expect(await one.next('update_connected_ccps', (data) => data.tabId === 'a')).to.eql(left);
    expect(worker.connectedCcps).to.equal(1);
    one.send('broadcast', { event: 'news' });
    await one.next('news');
    expect(other.events).not.to.include('news');
  });

  it('hands a broadcast to every port, the sender included, and drops what is no message', async () => {
    const { connect } = start();
    const one = connect();
    const other = connect();
    for (const nonsense of [null, 'text', { type: 'foreign' }, { event: 'broadcast', data: 'none' }])
      one.post(nonsense);
    one.send('broadcast', { event: 'agent::mute_toggle', data: { muted: true } });
    expect(await one.next('agent::mute_toggle')).to.eql({ muted: true });
    expect(await other.next('agent::mute_toggle')).to.eql({ muted: true });
  });

  it('passes on client logs, and sends them to the service in lots', async () => {
    const { ccp, service } = await startWithAgent();
    const entries = Array.from({ length: 401 }, (_, index) => ({
      time: index,
      component: 'ccp',
      text: `line ${index}`,
    }));
    ccp.send('send_logs', entries);
    await ccp.next('log', (data) => data.text === 'line 400');
    const { calls } = service.truth();
    expect(calls.map(({ operation }) => operation)).to.eql(['sendClientLogs']);
    expect((calls[0]?.params as { logEvents: unknown[] }).logEvents[1]).to.eql({
      timestamp: 1,
      component: 'ccp',
      message: 'line 1',
    });
  });
});

describe('Shared worker: agent', () => {
  it('starts with a token only, and sends the whole agent with its aliases', async () => {
    const { connect, worker } = start({ skew: 60_000 });
    const ccp = connect();
    ccp.send('configure', { softphone: { allowFramedSoftphone: true } });
    await ccp.settle();
    expect(worker.polling).to.equal(false);
    ccp.send('configure', { authToken: 'token' });
    const { snapshot, configuration } = await nextUpdate(ccp);
    expect(snapshot.status).to.equal(snapshot.state);
    expect(snapshot.snapshotTimestamp).to.be.instanceOf(Date);
    expect(snapshot.localTimestamp).to.be.closeTo(Date.now(), 5_000);
    expect(snapshot.skew).to.be.closeTo(60_000, 1_000);
    const { routingProfile, agentStates, permissions, dialableCountries } = configuration;
    expect(routingProfile.routingProfileId).to.equal(routingProfile.routingProfileARN);
    expect(routingProfile.defaultOutboundQueue.queueId).to.equal(routingProfile.defaultOutboundQueue.queueARN);
    for (const queue of routingProfile.queues ?? []) expect(queue.queueId).to.equal(queue.queueARN);
    expect(agentStates?.map(({ name }) => name)).to.eql(['Available', 'Lunch', 'Training', 'Offline']);
    expect(permissions).to.include('outboundCall');
    expect(dialableCountries).to.include('us');
  });

  it('adds the aliases of contacts, and sorts them by the time of their state', async () => {
    const { ccp, service } = await startWithAgent();
    const [task, chat] = [service.incomingTask(), service.incomingChat()];
    service.advance(1_000);
    ccp.send('api_request', { requestId: 'x', method: 'acceptContact', params: { contactId: task } });
    const { snapshot } = await nextUpdate(ccp, (data) => data.snapshot.contacts[1]?.state.type === 'connected');
    expect(snapshot.contacts.map(({ contactId }) => contactId)).to.eql([chat, task]);
    for (const contact of snapshot.contacts) {
      expect(contact.status).to.equal(contact.state);
      expect(contact.queue?.queueId).to.equal(contact.queue?.queueARN);
      for (const connection of contact.connections) expect(connection.address).to.eql(connection.endpoint);
    }
  });

  it('sends the last agent to a port that comes later', async () => {
    const { connect } = await startWithAgent();
    const late = connect();
    await nextUpdate(late);
    expect(late.events).to.eql(['acknowledge', 'update_connected_ccps', 'agent::update']);
  });

  it('loses no snapshot between two polls', async () => {
    const { ccp, service } = await startWithAgent();
    const id = service.incomingCall();
    service.missed(id);
    service.setAgentState('Lunch');
    const clearing = service.call('clearContact', { contactId: id }, { authToken: 'token' });
    await nextUpdate(ccp, inState('Lunch'));
    await clearing;
    const states = ccp.heard
      .filter(({ event }) => event === 'agent::update')
      .map(({ data }) => (data as AgentData).snapshot)
      .map(({ state, nextState }) => `${state.name}, ${nextState?.name ?? 'none'}`)
      .filter((state, index, all) => state !== all[index - 1]);
    expect(states).to.eql([
      'Available, none',
      'PendingBusy, none',
      'MissedCallAgent, none',
      'MissedCallAgent, Lunch',
      'Lunch, none',
    ]);
  });

  it('follows every page of the configuration', async () => {
    const { first } = await startWithAgent({ queues: 1_200 });
    const queues = first.configuration.routingProfile.queues ?? [];
    expect(new Set(queues.map(({ queueARN }) => queueARN)).size).to.equal(1_200);
  });

  it('fetches the configuration again when it is asked to', async () => {
    const { ccp, service } = await startWithAgent();
    service.setConfiguration({ name: 'Ada' });
    ccp.send('reload_agent_configuration');
    await nextUpdate(ccp, ({ configuration }) => configuration.name === 'Ada');
  });

  it('goes on after a poll that failed', async () => {
    const { ccp, service } = await startWithAgent();
    service.fail('getAgentSnapshot', { status: 500, times: 2 });
    service.incomingCall();
    await nextUpdate(ccp, inState('PendingBusy'));
  });

  it('shows a region that stands by only what has begun', async () => {
    const { ccp, service } = await startWithAgent();
    service.incomingCall();
    await nextUpdate(ccp, inState('PendingBusy'));
    ccp.send('disasterRecovery::suppress', { suppress: true });
    expect(await ccp.next('disasterRecovery::failover')).to.eql({ isPrimary: false });
    service.advance(0);
    expect((await nextUpdate(ccp, inState('PendingBusy'))).snapshot.contacts).to.eql([]);
    ccp.send('disasterRecovery::suppress', { suppress: false, shouldSendFailoverDownstream: false });
    await nextUpdate(ccp, ({ snapshot }) => snapshot.contacts.length === 1);
  });
});

describe('Shared worker: requests', () => {
  it('answers the port that asks, and measures for all', async () => {
    const { ccp, connect } = await startWithAgent();
    const other = connect();
    const { event, data, err } = await ccp.ask('api', 'getEndpoints', { maxResults: 1 });
    expect([event, err]).to.eql(['api_response', null]);
    expect((data as { endpoints: unknown[] }).endpoints).to.have.length(1);
    for (const port of [ccp, other]) {
      const metric = await port.next('api_metric');
      expect(metric).to.include({ name: 'getEndpoints', error: 0, error5xx: 0, fault: 0 });
      expect(metric.dimensions).to.eql([{ name: 'Category', value: 'API' }]);
    }
    expect(other.events).not.to.include('api_response');
  });

  const failures = [
    { status: 400, code: 'InvalidStateException', metric: { error: 1, error5xx: 0 }, authFail: false },
    { status: 401, code: 'UnauthorizedException', metric: { error: 1, error5xx: 0 }, authFail: true },
    { status: 403, code: 'AccessDeniedException', metric: { error: 1, error5xx: 0 }, authFail: false },
    { status: 503, code: 'InternalServiceException', metric: { error: 1, error5xx: 1, fault: 1 }, authFail: false },
  ];
  for (const { status, code, metric, authFail } of failures) {
    it(`answers a request that ends in ${status}, too`, async () => {
      const { ccp, service } = await startWithAgent();
      service.fail('acceptContact', { status, code, message: 'no' });
      const { err } = await ccp.ask('api', 'acceptContact', { contactId: 'x' });
      const error = JSON.parse(err as string) as Record<string, unknown>;
      expect(error).to.include({ type: code, message: 'no', statusCode: status, retryStatus: 'none' });
      expect(error.stack).to.be.an('array');
      expect(await ccp.next('api_metric')).to.include({ name: 'acceptContact', ...metric });
      if (authFail) expect(await ccp.next('auth_fail')).to.eql({ authorize: true });
      else expect(ccp.events).not.to.include('auth_fail');
    });
  }

  it('answers before sign-in, and to operations that are none', async () => {
    const { connect } = start();
    const ccp = connect();
    const statusOf = ({ err }: Record<string, unknown>) =>
      (JSON.parse(err as string) as { statusCode: number }).statusCode;
    expect(statusOf(await ccp.ask('api', 'getEndpoints'))).to.equal(401);
    ccp.send('configure', { authToken: 'token' });
    expect(statusOf(await ccp.ask('api', 'fly'))).to.equal(400);
  });

  it('answers master requests once, a take-over to everybody', async () => {
    const { connect } = start();
    const isAlone = ({ length }: Record<string, unknown>) => length === 1;
    const one = connect();
    await one.next('update_connected_ccps', isAlone); // the one below is another: two ports keep no order between them
    const other = connect();
    const { id } = await one.next('acknowledge');
    const { id: otherId } = await other.next('acknowledge');
    const topic = 'connect::ringtone';
    const asked = await one.ask('master', 'checkMaster', { topic, shouldNotBecomeMasterIfNone: true });
    expect(asked).to.deep.include({ err: null, data: { masterId: null, isMaster: false, topic } });
    expect((await one.ask('master', 'checkMaster', { topic })).data).to.eql({ masterId: id, isMaster: true, topic });
    expect((await other.ask('master', 'checkMaster', { topic })).data).to.eql({ masterId: id, isMaster: false, topic });
    const taken = { masterId: otherId, takeOver: true, topic };
    expect((await other.ask('master', 'becomeMaster', { topic })).data).to.eql(taken);
    await one.next('master_response', ({ data }) => (data as { takeOver?: boolean }).takeOver === true);
    await other.settle(one);
    expect(other.events.filter((event) => event === 'master_response')).to.have.length(2);
    expect((await one.ask('master', 'obey', { topic })).err).to.match(/no master method obey/);
    other.send('close');
    await one.next('update_connected_ccps', isAlone);
    expect((await one.ask('master', 'checkMaster', { topic })).data).to.include({ isMaster: true });
  });
});

describe('Shared worker: sessions', () => {
  it('stops when the token is refused, and starts again with another', async () => {
    const { ccp, connect, service, sessions, worker } = await startWithAgent();
    service.expireSession();
    await ccp.next('auth_fail');
    await ccp.next('cti_authorize_retries_exhausted');
    expect(worker.polling).to.equal(false);
    const late = connect();
    await late.settle();
    expect(late.events).not.to.include('agent::update');
    late.send('configure', { authToken: 'another' });
    // Nothing has happened meanwhile, and yet the agent is there at once.
    await nextUpdate(late);
    service.incomingCall();
    await nextUpdate(ccp, inState('PendingBusy'));
    expect(sessions).to.eql([true, false, true]);
  });

  it('takes a refusal for a passing trouble as often as it is told to', async () => {
    const { ccp, service } = await startWithAgent({}, { unauthorizedRetries: 2 });
    service.fail('getAgentSnapshot', { status: 401, times: 2 });
    service.incomingCall();
    await nextUpdate(ccp, inState('PendingBusy'));
    expect(ccp.events).not.to.include('auth_fail');
  });

  it('uses a newer token at once, without a break', async () => {
    const { ccp, service, sessions } = await startWithAgent();
    ccp.send('configure', { authToken: 'newer' });
    await ccp.settle();
    service.expireSession();
    service.incomingCall();
    await nextUpdate(ccp, inState('PendingBusy'));
    expect(ccp.events).not.to.include('auth_fail');
    expect(sessions).to.eql([true]);
  });

  it('says so when access is denied', async () => {
    const { ccp, service, worker } = await startWithAgent();
    service.denyAccess();
    await ccp.next('access_denied');
    expect(worker.polling).to.equal(false);
    service.denyAccess(false);
    service.incomingCall();
    ccp.send('configure', { authToken: 'token' });
    await nextUpdate(ccp, inState('PendingBusy'));
  });

  it('forgets the agent when it is terminated', async () => {
    const { ccp, connect, service, sessions, worker } = await startWithAgent();
    const other = connect();
    ccp.send('terminate');
    await Promise.all([ccp.next('terminated'), other.next('terminated')]);
    expect([worker.polling, sessions]).to.eql([false, [true, false]]);
    const late = connect();
    await late.settle();
    service.incomingCall();
    await late.settle();
    expect(late.events).not.to.include('agent::update');
    late.send('configure', { authToken: 'token' });
    await nextUpdate(late, inState('PendingBusy'));
  });
});
