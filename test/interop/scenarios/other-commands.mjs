// Commands of tasks, of chats, and of supervisors.
import assert from 'node:assert/strict';
import { check, checkWrong, CONTACT, findColleague, REFUSAL } from './check.mjs';

const COLLEAGUE = {
  type: 'agent',
  name: 'Ann Lee',
  agentLogin: 'ann.lee',
  endpointARN: '<transfer-destination>',
};

async function ofATask(desk) {
  desk.disregardOrder();
  await findColleague(desk);
  await desk.script.incomingTask();
  await desk.until(() => window.stage.contact);
  await check(
    desk,
    'reject',
    (s, c) => s.contact.reject(c),
    ['rejectContact', CONTACT],
    () => window.stage.contact.getState().type === 'rejected',
  );
  await desk.does((s, c) => s.contact.clear(c), 'clear');
  await desk.until(() => !window.stage.contact);
  await desk.script.incomingTask();
  await desk.until(() => window.stage.contact);
  await desk.does((s, c) => s.contact.accept(c), 'accept');
  await desk.until(() => window.stage.contact.isConnected());
  await desk.calls();
  await check(
    desk,
    'pause',
    (s, c) => s.contact.pause(c),
    ['pauseContact', CONTACT],
    () => window.stage.contact.getState().type === 'paused',
  );
  await check(
    desk,
    'resume a task',
    (s, c) => s.contact.resume(c),
    ['resumeContact', CONTACT],
    () => window.stage.contact.isConnected(),
  );
  await check(desk, 'transfer', (s, c) => s.contact.transfer(s.colleague, c), [
    'transferContact',
    { ...CONTACT, endpoint: COLLEAGUE },
  ]);
  if (desk.kind.unknown.includes('transferContact')) {
    await check(desk, 'addConnection', (s, c) => s.contact.addConnection(s.colleague, c), [
      'createAdditionalConnection',
      { ...CONTACT, endpoint: COLLEAGUE },
    ]);
  }
  await desk.until(() => window.stage.contact.getState().type === 'ended');
  await desk.does((s, c) => s.contact.clear(c), 'clear');
}

async function ofASupervisor(desk) {
  desk.disregardOrder();
  await desk.script.monitor();
  await desk.until(() => window.stage.contact);
  const operation = 'updateMonitorParticipantState';
  const mode = (targetMonitorMode) => [operation, { ...CONTACT, targetMonitorMode }];
  await check(
    desk,
    'bargeIn',
    (s, c) => s.contact.bargeIn(c),
    mode('BARGE'),
    () => window.stage.own.isBarge(),
  );
  await check(
    desk,
    'silentMonitor',
    (s, c) => s.contact.silentMonitor(c),
    mode('SILENT_MONITOR'),
    () => window.stage.own.isSilentMonitor(),
  );
  await check(
    desk,
    'updateMonitorParticipantState',
    (s, c) => s.contact.updateMonitorParticipantState('barge', c),
    mode('BARGE'),
  );
  await checkWrong(
    desk,
    'updateMonitorParticipantState',
    (s, c) => s.contact.updateMonitorParticipantState('whisper', c),
    'invalid_target_state',
  );
  await desk.does((s, c) => s.own.destroy(c), 'destroy');
  await desk.until(() => window.stage.contact.getState().type === 'ended');
  await desk.does((s, c) => s.contact.clear(c), 'clear');
}

async function ofAChat(desk) {
  desk.disregardOrder();
  const contactId = await desk.script.incomingChat();
  await desk.until(() => window.stage.contact);
  await desk.does((s, c) => s.contact.accept(c), 'accept');
  await desk.until(() => window.stage.contact.isConnected());
  await desk.calls();

  // It returns a promise, and takes no callbacks.
  const run = (s, c) => s.own.getConnectionToken().then(c.success, c.failure);
  await desk.script.fail('createTransport', REFUSAL);
  await desk.fails(run, 'getConnectionToken');
  const { chatTokenTransport } = await desk.does(run, 'getConnectionToken');
  assert.match(chatTokenTransport.participantToken, /^simulated-/);
  const token = ['createTransport', { ...CONTACT, transportType: 'chat_token', participantId: '<agent>' }];
  assert.deepEqual(await desk.calls(), [token, token]);

  await desk.script.customerHangsUp(contactId);
  await desk.until(() => window.stage.contact.getState().type === 'ended');
  await desk.does((s, c) => s.contact.clear(c), 'clear');
}

export default {
  'commands: of a task': ofATask,
  'commands: of a supervisor': ofASupervisor,
  'commands: of a chat': ofAChat,
};
