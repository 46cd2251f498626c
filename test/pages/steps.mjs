// What is done on a page, step by step: by the page's own button where it has one, else as the agent would do it in another
// place. The functions run in the page, where `sim` is the simulator and `newest()` the agent's newest contact.
/* global connect, sim, newest */

/** What a step does where the page has no button for it. */
export const STEPS = {
  ring: () => sim.incomingCall({ from: '+12065550177', attributes: { tier: 'gold', language: 'en' } }),
  chat: () => sim.incomingChat({ customerName: 'Kim', message: 'Is anybody there?' }),
  accept: () => newest().accept({ success() {}, failure() {} }),
  hold: () =>
    newest()
      .getInitialConnection()
      .hold({ success() {}, failure() {} }),
  resume: () =>
    newest()
      .getInitialConnection()
      .resume({ success() {}, failure() {} }),
  transfer: () => {
    const agent = new connect.Agent();
    agent.getEndpoints(agent.getAllQueueARNs(), {
      success: ({ endpoints }) => newest().addConnection(endpoints[0], { success() {}, failure() {} }),
      failure() {},
    });
  },
  'party answers': () => sim.thirdPartyAnswers(newest().contactId),
  'customer answers': () => sim.customerAnswers(newest().contactId),
  'customer leaves': () => sim.customerHangsUp(newest().contactId),
  'customer says': () => sim.customerSays(newest().contactId, 'Good'),
  miss: () => sim.missed(newest().contactId),
  end: () =>
    newest()
      .getAgentConnection()
      .destroy({ success() {}, failure() {} }),
  clear: () => newest().clear({ success() {}, failure() {} }),
  dial: () =>
    new connect.Agent().connect(connect.Endpoint.byPhoneNumber('+12065550142'), { success() {}, failure() {} }),
  available: () => sim.setAgentState('Available'),
  'sign-out': () => sim.signOut(),
};

/** Whether a step has come to its end at the service: by its calls, contacts and agent. */
export const DONE = {
  ring: ({ phases }) => phases.includes('connecting'),
  chat: ({ phases }) => phases.includes('connecting'),
  create: ({ phases }) => phases.includes('connecting'),
  accept: ({ phases }) => phases.includes('connected'),
  hold: ({ legs }) => legs.includes('hold'),
  resume: ({ legs }) => !legs.includes('hold'),
  transfer: ({ legs }) => legs.length === 3,
  'party answers': ({ legs }) => legs.filter((leg) => leg === 'connected').length === 2,
  'customer answers': ({ phases }) => phases.includes('connected'),
  'customer leaves': ({ phases }) => phases.includes('ended'),
  'customer says': () => true,
  say: ({ operations }) => operations.includes('sendMessage'),
  miss: ({ phases }) => phases.includes('missed'),
  end: ({ phases }) => phases.includes('ended'),
  clear: ({ phases }) => phases.length === 0,
  dial: ({ phases }) => phases.includes('connecting'),
  away: ({ state }) => state === 'Lunch',
  back: ({ state }) => state === 'Available',
  'change over': () => true,
  available: ({ state }) => state === 'Available',
  'sign-out': () => true,
  'sign-in': () => true,
};
