// Supervisors: this agent is one, or is listened to.

const clear = (desk) => desk.step('the agent clears', () => desk.does((s, c) => s.contact.clear(c), 'clear'));

export default {
  async 'monitoring: the agent is the supervisor'(desk) {
    await desk.step('a call to listen to comes', () => desk.script.monitor());
    await desk.step('the supervisor barges in', () => desk.does((s, c) => s.contact.bargeIn(c), 'bargeIn'));
    await desk.step('the supervisor only listens', () =>
      desk.does((s, c) => s.contact.silentMonitor(c), 'silentMonitor'),
    );
    await desk.step('the supervisor leaves', () => desk.does((s, c) => s.own.destroy(c), 'destroy'));
    await clear(desk);
  },

  async 'monitoring: the agent is listened to'(desk) {
    const contactId = await desk.step('a call rings', () => desk.script.incomingCall());
    await desk.step('the agent accepts', () => desk.does((s, c) => s.contact.accept(c), 'accept'));
    await desk.step('a supervisor listens', () => desk.script.monitor(contactId));
    await desk.step('the supervisor barges in', () => desk.script.monitor(contactId, 'BARGE'));
    await desk.step('the customer hangs up', () => desk.script.customerHangsUp(contactId));
    await clear(desk);
  },
};
