// Commands of the agent, and the broadcasts that go to every tab.
import assert from 'node:assert/strict';
import { assertRefusal, assertSameFromBoth, check, checkWrong, findColleague, REFUSAL } from './check.mjs';

async function ofTheAgent(desk) {
  desk.disregardOrder();
  const state = (name, type) => ({ state: { agentStateARN: '<agent-state>', name, type } });
  await check(
    desk,
    'setState',
    (s, c) => s.agent.setState(s.state('Lunch'), c),
    ['putAgentState', state('Lunch', 'not_routable')],
    () => window.stage.agent.getState().name === 'Lunch',
  );
  await check(
    desk,
    'setStatus',
    (s, c) => s.agent.setStatus(s.state('Available'), c, { enqueueNextState: false }),
    ['putAgentState', { ...state('Available', 'routable'), enqueueNextState: false }],
    () => window.stage.agent.getState().name === 'Available',
  );

  const queueARNs = ['<queue>', '<queue>', '<queue>'];
  await check(desk, 'getEndpoints', (s, c) => s.agent.getEndpoints(s.agent.getAllQueueARNs(), c), [
    'getEndpoints',
    { queueARNs, maxResults: 500 },
    { queueARNs, maxResults: 500, nextToken: '500' },
  ]);
  assert.deepEqual(await findColleague(desk), { endpoints: 502, addresses: 502 });
}

async function ofConfiguration(desk) {
  desk.disregardOrder();
  const run = (s, c) =>
    s.agent.setConfiguration(
      { ...s.agent.getConfiguration(), extension: '+12065550111', agentPreferences: { LANGUAGE: 'de_DE' } },
      c,
    );
  const operation = 'updateAgentConfiguration';
  await desk.script.fail(operation, REFUSAL);
  assertRefusal(await desk.fails(run, 'setConfiguration'), 'setConfiguration');
  await desk.script.fail(operation, REFUSAL);
  await desk.failsUnheard(run, 'setConfiguration');
  await desk.does(run, 'setConfiguration');
  // The worker is told to fetch the configuration anew. That of amazon-connect-streams puts it together from the answers to five
  // questions, and loses it if those of an earlier round come in between.
  await desk.untilAskedAgain(() => window.stage.agent.getExtension() === '+12065550111');

  const calls = await desk.calls();
  assert.equal(calls.length, 3);
  assertSameFromBoth(desk, 'setConfiguration', calls);
  for (const [name, { configuration }] of calls) {
    const { extension, softphoneEnabled, softphoneAutoAccept, agentPreferences, routingProfile } = configuration;
    assert.deepEqual(
      [name, extension, softphoneEnabled, softphoneAutoAccept, agentPreferences, routingProfile.routingProfileARN],
      [operation, '+12065550111', true, false, { LANGUAGE: 'de_DE', locale: 'de_DE' }, '<routing-profile>'],
    );
  }
  await checkWrong(
    desk,
    'setConfiguration',
    (s, c) => s.agent.setConfiguration({ ...s.agent.getConfiguration(), agentPreferences: { LANGUAGE: 'xx' } }, c),
    'InvalidLocale',
  );
}

/** They go to every tab as broadcasts, the sender's included, and not to the service. */
async function ofBroadcasts(desk) {
  desk.disregardOrder();
  const contactId = await desk.script.incomingCall();
  await desk.until(() => window.stage.contact);
  await desk.does((s, c) => s.contact.accept(c), 'accept');
  await desk.until(() => window.stage.contact.isConnected());
  await desk.calls();
  for (const muted of [true, false]) {
    await desk.page.evaluate((mute) => (mute ? window.stage.agent.mute() : window.stage.agent.unmute()), muted);
    await desk.until((mute) => window.wire.some(({ event, data }) => event === 'mute' && data?.mute === mute), muted);
    if (desk.kind.softphone) await desk.arrives({ name: 'agent.onMuteToggle', muted });
  }
  await desk.page.evaluate((id) => window.connect.core.viewContact(id), contactId);
  await desk.arrives({ name: 'core.onViewContact', contactId });
  assert.deepEqual(await desk.calls(), []);
  await desk.script.customerHangsUp(contactId);
  await desk.until(() => window.stage.contact.getState().type === 'ended');
  await desk.does((s, c) => s.contact.clear(c), 'clear');
}

export default {
  'commands: of the agent': ofTheAgent,
  'commands: of the configuration': ofConfiguration,
  'commands: broadcasts': ofBroadcasts,
};
