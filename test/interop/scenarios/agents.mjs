// The agent's own states: at the start, chosen, set by somebody else, and for after a contact.
import assert from 'node:assert/strict';

const choose = (desk, name) => desk.does(`(s, c) => s.agent.setState(s.state('${name}'), c)`, `setState ${name}`);

async function start(desk) {
  await desk.step('the CCP answers', () => desk.arrives({ name: 'core.onInitialized' }));
  await desk.step('the agent becomes available', () => choose(desk, 'Available'));

  const contactId = await desk.step('a call rings', () =>
    desk.script.incomingCall({ from: '+12065550123', attributes: { plan: 'gold' } }),
  );
  const facts = await desk.page.evaluate(() => ({
    contactId: window.stage.contact.getContactId(),
    from: window.stage.customer.getEndpoint().phoneNumber,
    plan: window.stage.contact.getAttributes().plan.value,
    queue: window.stage.contact.getQueue().name,
    date: window.stage.agent.getState().startTimestamp instanceof Date,
  }));
  assert.deepEqual(facts, { contactId, from: '+12065550123', plan: 'gold', queue: 'BasicQueue', date: true });
  await desk.step('it is missed', () => desk.script.missed(contactId));
  await desk.step('the agent becomes available again', () => choose(desk, 'Available'));
}

/** What a frame of another site keeps is kept apart from what the same page keeps in a tab, as users have it. */
async function partition(desk) {
  await desk.ccpFrame.evaluate(() => localStorage.setItem('partition', 'framed'));
  const tab = await desk.page.browserContext().newPage();
  await tab.goto(desk.ccpFrame.url().replace(/[^/]*$/, 'worker.js')); // any document of the same origin
  assert.equal(await tab.evaluate(() => localStorage.getItem('partition')), null);
  await tab.close();
}

export default {
  'agent: the start': Object.assign(start, { fresh: true }),
  'agent: the frame is partitioned': partition,

  async 'agent: chosen states'(desk) {
    await desk.step('the agent goes to lunch', () => choose(desk, 'Lunch'));
    await desk.step('the agent goes offline', () => choose(desk, 'Offline'));
    await desk.step('a supervisor sets another state', () => desk.script.setAgentState('Training'));
    await desk.step('the agent becomes available', () => choose(desk, 'Available'));
  },

  async 'agent: a state for after the call'(desk) {
    const contactId = await desk.step('a call rings', () => desk.script.incomingCall());
    await desk.step('the agent accepts', () => desk.does((s, c) => s.contact.accept(c), 'accept'));
    await desk.step('the agent chooses a next state', () =>
      desk.does((s, c) => s.agent.setState(s.state('Lunch'), c, { enqueueNextState: true }), 'setState for later'),
    );
    await desk.step('the customer hangs up', () => desk.script.customerHangsUp(contactId));
    await desk.step('the agent clears', () => desk.does((s, c) => s.contact.clear(c), 'clear'));
  },
};
