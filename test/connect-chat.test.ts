// <connect-chat>: a conversation, read and answered.
import { expect } from '@open-wc/testing';
import { type ChatScene, eventually, mountChat, openChat, said, says, send, texts } from './support/chat-scene.js';

describe('<connect-chat>', () => {
  let scene: ChatScene;

  beforeEach(async () => {
    scene = await mountChat();
  });

  afterEach(() => scene.sim.detach());

  it('shows what was said before, what is said now, and what the agent answers', async () => {
    const { chat, sim } = scene;
    const contactId = await openChat(scene, { message: 'Is anybody there?' });
    await says(chat, 'Is anybody there?');
    await send(chat, 'Yes: Jane.');
    await says(chat, 'Is anybody there?', 'Yes: Jane.');
    await eventually(() => texts(chat, 'delivery')[0] === 'Sent', 'it is not sent');
    await sim.customerSays(contactId, 'Good.');
    await says(chat, 'Is anybody there?', 'Yes: Jane.', 'Good.');
    const { transcripts } = await sim.truth();
    const written = transcripts[contactId].filter(({ Type }) => Type === 'MESSAGE').map(({ Content }) => Content);
    expect(written).to.deep.equal(said(chat));
  });
});
