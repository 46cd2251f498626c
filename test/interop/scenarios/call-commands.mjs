// Commands of calls and their connections.
import { check, CONTACT, leg } from './check.mjs';

const phone = (phoneNumber) => ({ type: 'phone_number', phoneNumber });

async function ofAnInboundCall(desk) {
  desk.disregardOrder();
  const contactId = await desk.script.incomingCall();
  await desk.until(() => window.stage.contact);
  await check(
    desk,
    'accept',
    (s, c) => s.contact.accept(c),
    ['acceptContact', CONTACT],
    () => window.stage.contact.isConnected(),
  );
  await desk.arrives({ name: 'contact.onAccepted', contactId });
  await check(
    desk,
    'setState for later',
    (s, c) => s.agent.setState(s.state('Training'), c, { enqueueNextState: true }),
    [
      'putAgentState',
      {
        state: { agentStateARN: '<agent-state>', name: 'Training', type: 'not_routable' },
        enqueueNextState: true,
      },
    ],
    () => window.stage.agent.getNextState()?.name === 'Training',
  );
  await check(
    desk,
    'hold',
    (s, c) => s.customer.hold(c),
    ['holdConnection', leg('customer')],
    () => window.stage.customer.isOnHold(),
  );
  await check(
    desk,
    'resume a connection',
    (s, c) => s.customer.resume(c),
    ['resumeConnection', leg('customer')],
    () => window.stage.customer.isConnected(),
  );
  await check(desk, 'sendDigits', (s, c) => s.customer.sendDigits('1#', c), [
    'sendDigits',
    { ...leg('customer'), digits: '1#' },
  ]);
  await check(
    desk,
    'muteParticipant',
    (s, c) => s.own.muteParticipant(c),
    ['muteParticipant', leg('agent')],
    () => window.stage.own.isMute(),
  );
  await check(
    desk,
    'unmuteParticipant',
    (s, c) => s.own.unmuteParticipant(c),
    ['unmuteParticipant', leg('agent')],
    () => !window.stage.own.isMute(),
  );
  await check(desk, 'notifyIssue', (s, c) => s.contact.notifyIssue('E1', 'It crackles', c), [
    'notifyContactIssue',
    { ...CONTACT, issueCode: 'E1', description: 'It crackles' },
  ]);
  await check(
    desk,
    'destroy',
    (s, c) => s.own.destroy(c),
    ['destroyConnection', leg('agent')],
    () => window.stage.contact.getState().type === 'ended',
  );
  await check(
    desk,
    'clear',
    (s, c) => s.contact.clear(c),
    ['clearContact', CONTACT],
    () => !window.stage.contact,
  );
}

async function ofACallOfMany(desk) {
  desk.disregardOrder();
  const endpoint = phone('+12065550123');
  await check(
    desk,
    'connect',
    (s, c) => s.agent.connect(s.connect.Endpoint.byPhoneNumber('+12065550123'), c),
    ['createOutboundContact', { endpoint, queueARN: '<queue>' }],
    () => window.stage.contact,
  );
  const [{ contactId }] = (await desk.script.truth()).contacts;
  await desk.script.customerAnswers(contactId);
  await desk.until(() => window.stage.contact.isConnected());
  await check(
    desk,
    'addConnection',
    (s, c) => s.contact.addConnection(s.connect.Endpoint.byPhoneNumber('+12065550124'), c),
    ['createAdditionalConnection', { ...CONTACT, endpoint: phone('+12065550124') }],
    () => window.stage.thirdParty,
  );
  await desk.script.thirdPartyAnswers(contactId);
  await desk.until(() => window.stage.thirdParty.isConnected());
  // Who is on hold is the one that is talked to next; the refusals leave everything as it is.
  await check(
    desk,
    'toggleActiveConnections',
    (s, c) => s.contact.toggleActiveConnections(c),
    ['toggleActiveConnections', leg('customer')],
    () => window.stage.thirdParty.isOnHold(),
  );
  await check(
    desk,
    'conferenceConnections',
    (s, c) => s.contact.conferenceConnections(c),
    ['conferenceConnections', CONTACT],
    () => window.stage.thirdParty.isConnected(),
  );
  await check(
    desk,
    'addParticipant',
    (s, c) => s.contact.addParticipant(s.connect.Endpoint.byPhoneNumber('+12065550125'), c),
    ['addNewConnection', { ...CONTACT, endpoint: phone('+12065550125') }],
  );
  await check(
    desk,
    'destroy a third party',
    (s, c) => s.contact.getThirdPartyConnections()[0].destroy(c),
    ['destroyConnection', leg('third party')],
    () => !window.stage.contact.getThirdPartyConnections()[0].isActive(),
  );
  await desk.does((s, c) => s.own.destroy(c), 'destroy');
  await desk.until(() => window.stage.contact.getState().type === 'ended');
  await desk.calls();
  await check(
    desk,
    'complete',
    (s, c) => s.contact.complete(c),
    ['completeContact', CONTACT],
    () => !window.stage.contact,
  );
}

export default {
  'commands: of an inbound call': ofAnInboundCall,
  'commands: of a call of many': ofACallOfMany,
};
