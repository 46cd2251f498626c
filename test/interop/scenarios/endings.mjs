// How contacts go and end, the same for every channel.
import { channels } from './channels.mjs';

const offer = (desk, channel) => desk.step('it is offered', () => channel.offer(desk.script));

const clear = (desk) => desk.step('the agent clears', () => desk.does((s, c) => s.contact.clear(c), 'clear'));

async function take(desk, channel) {
  const contactId = await offer(desk, channel);
  await channel.accept(desk, contactId);
  await desk.arrives({ name: 'contact.onAccepted', contactId });
  return contactId;
}

const endings = {
  async answered(desk, channel) {
    await take(desk, channel);
    await channel.talk(desk);
    await channel.end(desk);
    await clear(desk);
  },

  async missed(desk, channel) {
    // At once: the snapshot in between must not be lost.
    await desk.step('it is missed', async () => desk.script.missed(await channel.offer(desk.script)));
    await clear(desk);
  },

  async rejected(desk, channel) {
    await offer(desk, channel);
    await desk.step('the agent rejects', () => desk.does((s, c) => s.contact.reject(c), 'reject'));
    await clear(desk);
  },

  async transferred(desk, channel) {
    await take(desk, channel);
    await channel.transfer(desk);
    await clear(desk);
  },
};

const withCustomer = {
  async 'the customer gives up'(desk, channel) {
    const contactId = await offer(desk, channel);
    await desk.step('the customer hangs up', () => desk.script.customerHangsUp(contactId));
    await clear(desk);
  },

  async 'the customer hangs up'(desk, channel) {
    const contactId = await take(desk, channel);
    await desk.step('the customer hangs up', () => desk.script.customerHangsUp(contactId));
    await clear(desk);
  },
};

const reloads = {
  async 'the CCP loads again'(desk, channel) {
    await take(desk, channel);
    await desk.reloadCcp();
    await channel.end(desk);
    await clear(desk);
  },

  async 'the page loads again'(desk, channel) {
    await take(desk, channel);
    await desk.step('the page loads', () => desk.embed());
    await channel.end(desk);
    await clear(desk);
  },
};

const everyEnding = Object.fromEntries(
  Object.entries(channels).flatMap(([name, channel]) =>
    Object.entries({ ...endings, ...(channel.hasCustomer && withCustomer), ...reloads }).map(([ending, run]) => [
      `${name}: ${ending}`,
      (desk) => run(desk, channel),
    ]),
  ),
);

/** Scenarios by name. */
export default {
  ...everyEnding,

  async 'task: without TaskJS'(desk) {
    await desk.page.evaluate(() => delete window.connect.TaskSession);
    await take(desk, channels.task);
    await channels.task.transfer(desk);
    await clear(desk);
    await desk.embed(); // with TaskJS again
    await desk.rest();
  },
};
