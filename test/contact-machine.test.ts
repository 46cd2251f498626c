// The lives of contacts, channel by channel: what each act makes of the agent, the contact and its connections.
import { expect } from '@open-wc/testing';
import { Scene, snapshotOf, third } from './support/cti-scene.js';

type Act = (scene: Scene) => unknown;
type Step = readonly [act: Act, summary: string];

const call = { from: '+12065550142' };
const remember = (make: (scene: Scene) => string): Act => {
  return (scene) => {
    scene.contactId = make(scene);
  };
};
const rings = remember(({ service }) => service.incomingCall(call));
const accepts: Act = (scene) => scene.onContact('acceptContact');
const clears: Act = (scene) => scene.onContact('clearContact');
const talking: readonly Step[] = [
  [rings, 'PendingBusy/system connecting: agent connecting, inbound connected'],
  [accepts, 'Busy/system connected: agent connected, inbound connected'],
];
const over: readonly Step[] = [[clears, 'Available/routable']];
const inConference: readonly Step[] = [
  ...talking,
  [
    (scene) => scene.onContact('createAdditionalConnection', { endpoint: third }),
    'Busy/system connected: agent connected, inbound hold, outbound connecting',
  ],
  [
    ({ service, contactId }) => service.thirdPartyAnswers(contactId),
    'Busy/system connected: agent connected, inbound hold, outbound connected',
  ],
  [
    (scene) => scene.onContact('toggleActiveConnections', { connectionId: null }),
    'Busy/system connected: agent connected, inbound connected, outbound hold',
  ],
  [
    (scene) => scene.onContact('conferenceConnections'),
    'Busy/system connected: agent connected, inbound connected, outbound connected',
  ],
];
const bothConnected = 'Available/routable connected: agent connected, inbound connected';

const LIVES: Record<string, readonly Step[]> = {
  'a call: hold, resume, hang up, after-call work': [
    ...talking,
    [(scene) => scene.onConnection('holdConnection', 1), 'Busy/system connected: agent connected, inbound hold'],
    [(scene) => scene.onConnection('resumeConnection', 1), 'Busy/system connected: agent connected, inbound connected'],
    [(scene) => scene.onConnection('holdConnection', 0), 'Busy/system connected: agent hold, inbound connected'],
    [(scene) => scene.onConnection('resumeConnection', 0), 'Busy/system connected: agent connected, inbound connected'],
    [
      (scene) => scene.onConnection('destroyConnection', 0),
      'AfterCallWork/system ended: agent disconnected, inbound disconnected',
    ],
    ...over,
  ],
  'a call that the customer ends': [
    ...talking,
    [
      ({ service, contactId }) => service.customerHangsUp(contactId),
      'AfterCallWork/system ended: agent disconnected, inbound disconnected',
    ],
    [(scene) => scene.onContact('completeContact'), 'Available/routable'],
  ],
  'a call that nobody takes': [
    [rings, 'PendingBusy/system connecting: agent connecting, inbound connected'],
    [({ service }) => service.advance(19_999), 'PendingBusy/system connecting: agent connecting, inbound connected'],
    [({ service }) => service.advance(1), 'MissedCallAgent/error missed: agent disconnected, inbound disconnected'],
    ...over,
  ],
  'a call that is rejected': [
    [rings, 'PendingBusy/system connecting: agent connecting, inbound connected'],
    [
      (scene) => scene.onContact('rejectContact'),
      'Available/routable rejected: agent disconnected, inbound disconnected',
    ],
    ...over,
  ],
  'a call that is rejected by its connection': [
    [rings, 'PendingBusy/system connecting: agent connecting, inbound connected'],
    [
      (scene) => scene.onConnection('destroyConnection', 0),
      'Available/routable rejected: agent disconnected, inbound disconnected',
    ],
  ],
  'a call whose customer does not wait': [
    [rings, 'PendingBusy/system connecting: agent connecting, inbound connected'],
    [
      ({ service, contactId }) => service.customerHangsUp(contactId),
      'MissedCallAgent/error missed: agent disconnected, inbound disconnected',
    ],
    ...over,
  ],
  'a call that fails': [
    [rings, 'PendingBusy/system connecting: agent connecting, inbound connected'],
    [
      ({ service, contactId }) => service.contactFails(contactId),
      'FailedConnectAgent/error error: agent disconnected, inbound disconnected',
    ],
    ...over,
  ],
  'a call ends in a state that the agent chooses': [
    ...talking,
    [
      (scene) => scene.onConnection('destroyConnection', 0),
      'AfterCallWork/system ended: agent disconnected, inbound disconnected',
    ],
    [(scene) => scene.state('Lunch'), 'Lunch/not_routable'],
  ],
  'a call of the agent': [
    [
      (scene) => scene.call('createOutboundContact', { endpoint: third }),
      'CallingCustomer/system connecting: agent connecting, outbound connecting',
    ],
    [
      async (scene) => scene.service.customerAnswers((await scene.contact()).contactId),
      'Busy/system connected: agent connected, outbound connected',
    ],
    [
      (scene) => scene.onConnection('destroyConnection', 1),
      'AfterCallWork/system ended: agent disconnected, outbound disconnected',
    ],
    ...over,
  ],
  'a call of the agent that nobody answers': [
    [
      (scene) => scene.call('createOutboundContact', { endpoint: third }),
      'CallingCustomer/system connecting: agent connecting, outbound connecting',
    ],
    [
      async (scene) => scene.service.customerHangsUp((await scene.contact()).contactId),
      'FailedConnectCustomer/error error: agent disconnected, outbound disconnected',
    ],
    ...over,
  ],
  'a callback': [
    [
      remember(({ service }) => service.queuedCallback()),
      'Pending/not_routable incoming: agent connecting, inbound connected',
    ],
    [accepts, 'CallingCustomer/system connecting: agent connecting, inbound connecting'],
    [
      ({ service, contactId }) => service.customerAnswers(contactId),
      'Busy/system connected: agent connected, inbound connected',
    ],
    [
      (scene) => scene.onConnection('destroyConnection', 0),
      'AfterCallWork/system ended: agent disconnected, inbound disconnected',
    ],
    ...over,
  ],
  'a callback that the customer does not answer': [
    [
      remember(({ service }) => service.queuedCallback()),
      'Pending/not_routable incoming: agent connecting, inbound connected',
    ],
    [accepts, 'CallingCustomer/system connecting: agent connecting, inbound connecting'],
    [
      ({ service, contactId }) => service.customerHangsUp(contactId),
      'MissedCallCustomer/error error: agent disconnected, inbound disconnected',
    ],
    ...over,
  ],
  'a chat': [
    [
      remember(({ service }) => service.incomingChat()),
      'Available/routable connecting: agent connecting, inbound connected',
    ],
    [accepts, bothConnected],
    [
      ({ service, contactId }) => service.customerHangsUp(contactId),
      'Available/routable ended: agent disconnected, inbound disconnected',
    ],
    ...over,
  ],
  'a chat that is missed': [
    [
      remember(({ service }) => service.incomingChat()),
      'Available/routable connecting: agent connecting, inbound connected',
    ],
    [
      ({ service, contactId }) => service.missed(contactId),
      'Available/routable missed: agent disconnected, inbound disconnected',
    ],
    ...over,
  ],
  'a chat that is transferred': [
    [
      remember(({ service }) => service.incomingChat()),
      'Available/routable connecting: agent connecting, inbound connected',
    ],
    [accepts, bothConnected],
    [
      async (scene) => scene.onContact('transferContact', { endpoint: await scene.endpoint('queue') }),
      'Available/routable ended: agent disconnected, inbound disconnected',
    ],
    ...over,
  ],
  'a task: pause, resume, end': [
    [remember(({ service }) => service.incomingTask()), 'Available/routable connecting: agent connecting'],
    [accepts, 'Available/routable connected: agent connected'],
    [(scene) => scene.onContact('pauseContact'), 'Available/routable paused: agent connected'],
    [(scene) => scene.onContact('resumeContact'), 'Available/routable connected: agent connected'],
    [(scene) => scene.onConnection('destroyConnection', 0), 'Available/routable ended: agent disconnected'],
    ...over,
  ],
  'a contact to monitor': [
    [remember(({ service }) => service.monitor()), 'Available/routable connected: monitoring connected'],
    [
      (scene) => scene.onContact('updateMonitorParticipantState', { targetMonitorMode: 'BARGE' }),
      'Available/routable connected: monitoring barge',
    ],
    [(scene) => scene.onConnection('destroyConnection', 0), 'Available/routable ended: monitoring disconnected'],
    ...over,
  ],
  'a supervisor listens, then barges in': [
    ...talking,
    [
      ({ service, contactId }) => service.monitor(contactId),
      'Busy/system connected: agent connected, inbound connected, monitoring silent_monitor',
    ],
    [
      ({ service, contactId }) => service.monitor(contactId, 'BARGE'),
      'Busy/system connected: agent connected, inbound connected, monitoring barge',
    ],
    [
      ({ service, contactId }) => service.customerHangsUp(contactId),
      'AfterCallWork/system ended: agent disconnected, inbound disconnected, monitoring disconnected',
    ],
  ],
  'a conference that the agent leaves to the others': [
    ...inConference,
    [
      (scene) => scene.onConnection('destroyConnection', 0),
      'AfterCallWork/system ended: agent disconnected, inbound connected, outbound connected',
    ],
    ...over,
  ],
  'a conference that the third party leaves': [
    ...inConference,
    [
      ({ service, contactId }) => service.thirdPartyHangsUp(contactId),
      'Busy/system connected: agent connected, inbound connected, outbound disconnected',
    ],
    [
      (scene) => scene.onConnection('destroyConnection', 1),
      'AfterCallWork/system ended: agent disconnected, inbound disconnected, outbound disconnected',
    ],
  ],
  'a conference that the customer leaves': [
    ...inConference,
    [
      ({ service, contactId }) => service.customerHangsUp(contactId),
      'Busy/system connected: agent connected, inbound disconnected, outbound connected',
    ],
  ],
};

describe('Contact machine', () => {
  for (const [name, steps] of Object.entries(LIVES)) {
    it(name, async () => {
      const scene = new Scene();
      for (const [index, [act, summary]] of steps.entries()) {
        await act(scene);
        expect(await scene.summary(), `step ${index}`).to.equal(summary);
      }
    });
  }

  it('gives a callback other connections once the customer is called', async () => {
    const scene = new Scene();
    scene.contactId = scene.service.queuedCallback();
    const offered = await scene.contact();
    expect(offered.connections.map(({ connectionId }) => connectionId.endsWith(offered.contactId))).to.eql([
      true,
      true,
    ]);
    expect(offered.connections[0]?.softphoneMediaInfo).to.equal(null);
    await scene.onContact('acceptContact');
    const [agent, customer] = (await scene.contact()).connections;
    expect(offered.connections.map(({ connectionId }) => connectionId)).not.to.include.oneOf([
      agent?.connectionId,
      customer?.connectionId,
    ]);
    expect(agent?.softphoneMediaInfo).to.be.an('object');
  });

  it('takes calls by itself where the softphone accepts them', async () => {
    const scene = new Scene({ autoAccept: true });
    scene.service.incomingCall();
    expect(await scene.summary()).to.match(/^PendingBusy/);
    scene.service.advance(0);
    expect(await scene.summary()).to.match(/^Busy/);
  });

  it('goes to the state that was enqueued', async () => {
    const scene = new Scene();
    scene.contactId = scene.service.incomingCall();
    await scene.onContact('acceptContact');
    await scene.call('putAgentState', { state: { name: 'Lunch' }, enqueueNextState: true });
    expect((await snapshotOf(scene.service)).nextState?.name).to.equal('Lunch');
    scene.service.customerHangsUp(scene.contactId);
    expect((await snapshotOf(scene.service)).state.name).to.equal('AfterCallWork');
    await scene.onContact('clearContact');
    const { state, nextState, agentAvailabilityState } = await snapshotOf(scene.service);
    expect([state.name, nextState, agentAvailabilityState?.state]).to.eql(['Lunch', null, 'Lunch']);
  });

  it('takes an enqueued state back when the agent chooses the present one again', async () => {
    const scene = new Scene();
    scene.contactId = scene.service.incomingCall();
    await scene.onContact('acceptContact');
    const { agentAvailabilityState } = await snapshotOf(scene.service);
    await scene.call('putAgentState', { state: { name: 'Lunch' }, enqueueNextState: true });
    await scene.call('putAgentState', { state: { name: agentAvailabilityState!.state }, enqueueNextState: true });
    expect((await snapshotOf(scene.service)).nextState).to.be.null;
  });

  it('adds parties without putting anybody on hold in a multi-party call', async () => {
    const scene = new Scene({ multiParty: true });
    scene.contactId = scene.service.incomingCall();
    await scene.onContact('acceptContact');
    await scene.onContact('addNewConnection', { endpoint: third });
    await scene.onContact('addNewConnection', { endpoint: await scene.endpoint('agent') });
    expect(await scene.summary()).to.equal(
      'Busy/system connected: agent connected, inbound connected, outbound connecting, outbound connecting',
    );
    expect((await scene.contact()).connections.at(-1)?.quickConnectName).to.equal('Ann Lee');
  });
});
