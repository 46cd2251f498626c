// The channels: how a contact is offered, and what an agent does with it. Every channel has the same endings.

/** @typedef {import('../desk.mjs').Desk} Desk */

const accept = (desk) => desk.step('the agent accepts', () => desk.does((s, c) => s.contact.accept(c), 'accept'));

const holdAndResume = async (desk) => {
  await desk.step('the agent puts the customer on hold', () => desk.does((s, c) => s.customer.hold(c), 'hold'));
  await desk.step('the agent resumes', () => desk.does((s, c) => s.customer.resume(c), 'resume'));
};

const consult = async (desk) => {
  await desk.step('the agent calls a third party', () =>
    desk.does((s, c) => s.contact.addConnection(s.connect.Endpoint.byPhoneNumber('+12065550124'), c), 'addConnection'),
  );
  await desk.step('the third party answers', async () =>
    desk.script.thirdPartyAnswers((await desk.script.truth()).contacts[0].contactId),
  );
  await desk.step('the agent leaves', () => desk.does((s, c) => s.own.destroy(c), 'destroy'));
};

/** Chats and tasks are handed to a quick connect without a talk. */
const handOver = async (desk) => {
  await desk.page.evaluate(async () => {
    const { stage } = window;
    const { endpoints } = await new Promise((success, failure) =>
      stage.agent.getEndpoints(stage.agent.getAllQueueARNs(), { success, failure }),
    );
    stage.colleague = endpoints.find(({ type }) => type === 'agent');
  });
  await desk.step('the agent transfers', () =>
    desk.does((s, c) => s.contact.addConnection(s.colleague, c), 'addConnection'),
  );
};

const hangUp = (desk) => desk.step('the agent hangs up', () => desk.does((s, c) => s.own.destroy(c), 'destroy'));

export const channels = {
  voice: {
    offer: (script) => script.incomingCall({ from: '+12065550123', attributes: { plan: 'gold' } }),
    accept,
    talk: holdAndResume,
    transfer: consult,
    end: hangUp,
    hasCustomer: true,
  },
  callback: {
    offer: (script) => script.queuedCallback({ from: '+12065550123', queue: 'Sales' }),
    async accept(desk, contactId) {
      await accept(desk);
      await desk.step('the customer answers', () => desk.script.customerAnswers(contactId));
    },
    talk: holdAndResume,
    transfer: consult,
    end: hangUp,
    hasCustomer: true,
  },
  task: {
    offer: (script) => script.incomingTask({ name: 'Write back' }),
    accept,
    async talk(desk) {
      await desk.step('the agent pauses', () => desk.does((s, c) => s.contact.pause(c), 'pause'));
      await desk.step('the agent goes on', () => desk.does((s, c) => s.contact.resume(c), 'resume'));
    },
    transfer: handOver,
    end: hangUp,
    hasCustomer: false,
  },
  chat: {
    offer: (script) => script.incomingChat({ customerName: 'Kim' }),
    accept,
    talk: async () => {},
    transfer: handOver,
    end: hangUp,
    hasCustomer: true,
  },
};
