// What a screen reader says of <connect-chat>, and where the focus is: it is moved by nothing that arrives.
import { expect } from '@open-wc/testing';
import type { Conversation } from '../elements/conversations/conversation.js';
import { conversationsOf } from '../elements/conversations/conversations.js';
import {
  type ChatScene,
  eventually,
  field,
  mountChat,
  openChat,
  parts,
  plain,
  said,
  send,
  texts,
  write,
} from './support/chat-scene.js';

describe('the focus in <connect-chat>', () => {
  let scene: ChatScene;

  beforeEach(async () => {
    scene = await mountChat();
  });

  afterEach(() => scene.sim.detach());

  const conversation = (contactId: string): Conversation => conversationsOf(scene.ccp.connect).of(contactId)!;

  it('says each message once, and what could not be sent; the focus stays', async () => {
    const { chat, sim } = scene;
    const contactId = await openChat(scene);
    const heard: string[] = [];
    const [region] = chat.renderRoot.querySelectorAll('[role=status]');
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) heard.push(plain(node.textContent));
    });
    observer.observe(region, { childList: true });
    await write(chat, 'I am writ');
    await sim.customerTypes(contactId);
    await eventually(() => heard.length === 1, 'the typing is not said');
    await sim.customerSays(contactId, 'one');
    await sim.customerSays(contactId, 'two');
    await eventually(() => heard.length === 3, 'they are not said');
    expect(chat.shadowRoot!.activeElement).to.equal(field(chat));
    await sim.fail('sendMessage', { status: 400 });
    await send(chat, 'no luck');
    await eventually(() => heard.length === 4, 'the failure is not said');
    observer.disconnect();
    expect(heard).to.deep.equal(['Kim is typing…', 'Kim: one', 'Kim: two', 'Not sent: no luck']);
    expect(parts(chat, 'transcript')[0].getAttribute('aria-live')).to.equal('off');
  });

  it('keeps the focus and the draft when the chat ends in the middle of a sentence', async () => {
    const { ccp, chat, sim } = scene;
    const contactId = await openChat(scene);
    await write(chat, 'I was about to say');
    await sim.customerHangsUp(contactId);
    await eventually(() => chat.matches(':state(ended)'), 'it has not ended');
    await chat.updateComplete;
    expect(chat.shadowRoot!.activeElement).to.equal(parts(chat, 'transcript')[0]);
    expect([said(chat), texts(chat, 'delivery')]).to.deep.equal([['I was about to say'], ['Not sent']]);
    expect(getComputedStyle(parts(chat, 'again')[0]).display).to.equal('none');
    await new ccp.connect.Contact(contactId).clear();
    await eventually(() => chat.matches(':state(idle)'), 'it is still there');
    await chat.updateComplete;
    expect(document.activeElement).to.equal(chat);
  });

  it('types nothing meant for one customer to the next', async () => {
    const { ccp, chat } = scene;
    const kim = await openChat(scene, { from: 'Kim' });
    const sam = await openChat(scene, { from: 'Sam' });
    await write(chat, 'for Sam');
    const meant = field(chat);
    ccp.selectContact(kim);
    await eventually(() => texts(chat, 'who')[0] === 'Kim', 'another chat is shown');
    expect(field(chat)).not.to.equal(meant);
    expect(chat.shadowRoot!.activeElement).to.equal(parts(chat, 'transcript')[0]);
    expect([conversation(kim).draft, conversation(sam).draft]).to.deep.equal(['', 'for Sam']);
  });
});
