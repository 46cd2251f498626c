// Calls that the agent makes, and calls of more than two.

const call = (desk) =>
  desk.step('the agent calls', () =>
    desk.does((s, c) => s.agent.connect(s.connect.Endpoint.byPhoneNumber('+12065550123'), c), 'connect'),
  );

const contactIdOf = async (desk) => (await desk.script.truth()).contacts[0].contactId;

const clear = (desk) => desk.step('the agent clears', () => desk.does((s, c) => s.contact.clear(c), 'clear'));

async function reach(desk) {
  await call(desk);
  const contactId = await contactIdOf(desk);
  await desk.step('the customer answers', () => desk.script.customerAnswers(contactId));
  return contactId;
}

export default {
  async 'outbound: answered'(desk) {
    const contactId = await reach(desk);
    await desk.step('the customer hangs up', () => desk.script.customerHangsUp(contactId));
    await clear(desk);
  },

  async 'outbound: nobody answers'(desk) {
    await call(desk);
    await desk.step('the customer hangs up', async () => desk.script.customerHangsUp(await contactIdOf(desk)));
    await clear(desk);
  },

  async 'outbound: the agent gives up'(desk) {
    await call(desk);
    await desk.step('the agent hangs up', () => desk.does((s, c) => s.own.destroy(c), 'destroy'));
    await clear(desk);
  },

  async 'outbound: a conference'(desk) {
    const contactId = await reach(desk);
    await desk.step('the agent calls a third party', () =>
      desk.does(
        (s, c) => s.contact.addConnection(s.connect.Endpoint.byPhoneNumber('+12065550124'), c),
        'addConnection',
      ),
    );
    await desk.step('the third party answers', () => desk.script.thirdPartyAnswers(contactId));
    await desk.step('the agent swaps', () =>
      desk.does((s, c) => s.contact.toggleActiveConnections(c), 'toggleActiveConnections'),
    );
    await desk.step('the agent joins all', () =>
      desk.does((s, c) => s.contact.conferenceConnections(c), 'conferenceConnections'),
    );
    await desk.step('the third party hangs up', () => desk.script.thirdPartyHangsUp(contactId));
    await desk.step('the customer hangs up', () => desk.script.customerHangsUp(contactId));
    await clear(desk);
  },

  async 'outbound: the call fails'(desk) {
    const contactId = await reach(desk);
    await desk.step('it fails', () => desk.script.contactFails(contactId, 'RealtimeCommunicationError'));
    await clear(desk);
  },
};
