// The transcript of <connect-chat>: what stays in sight, files that come to it, what customers choose, who they are.
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
  says,
  texts,
  write,
} from './support/chat-scene.js';

describe('the transcript of <connect-chat>', () => {
  let scene: ChatScene;

  beforeEach(async () => {
    scene = await mountChat();
  });

  afterEach(() => scene.sim.detach());

  const conversation = (contactId: string): Conversation => conversationsOf(scene.ccp.connect).of(contactId)!;

  describe('the transcript', () => {
    /** A box in which a dozen lines do not fit. */
    async function openLong(): Promise<[contactId: string, transcript: HTMLElement]> {
      const { chat, sim } = scene;
      chat.style.cssText = 'inline-size: 320px; block-size: 320px';
      const contactId = await openChat(scene);
      for (let count = 0; count < 12; count++) await sim.customerSays(contactId, `line ${count} of a long story`);
      await eventually(() => said(chat).length === 12, 'not all lines are there');
      return [contactId, parts(chat, 'transcript')[0]];
    }

    const isAtEnd = ({ scrollTop, scrollHeight, clientHeight }: HTMLElement) =>
      scrollHeight - scrollTop - clientHeight < 2;

    it('stays at the end while lines come, and when its box changes', async () => {
      const { chat, sim } = scene;
      const [contactId, transcript] = await openLong();
      await eventually(() => isAtEnd(transcript), 'it is not at the end');
      await sim.customerSays(contactId, 'one more');
      await eventually(() => said(chat).length === 13 && isAtEnd(transcript), 'it has not followed');
      for (const size of ['200px', '600px', '320px']) {
        chat.style.inlineSize = size;
        await eventually(() => isAtEnd(transcript), `it has left the end at ${size}`);
      }
      await sim.customerTypes(contactId);
      await eventually(() => parts(chat, 'typing').length === 1, 'nobody types');
      await chat.updateComplete;
      expect(isAtEnd(transcript)).to.equal(true);
      await write(chat, 'a\nb\nc\nd\ne');
      await eventually(() => isAtEnd(transcript), 'the field covers the end');
    });

    it('stays where the agent reads, and leads to what is new', async () => {
      const { chat, sim } = scene;
      const [contactId, transcript] = await openLong();
      transcript.scrollTop = 0;
      await eventually(() => transcript.scrollTop === 0 && parts(chat, 'jump').length === 0, 'it is not at the start');
      await new Promise(requestAnimationFrame);
      for (const text of ['one', 'two', 'three']) await sim.customerSays(contactId, text);
      await eventually(() => texts(chat, 'jump')[0] === '3 new messages', 'it does not say what is new');
      expect(transcript.scrollTop).to.equal(0);
      const [jump] = parts(chat, 'jump');
      jump.focus();
      jump.click();
      await eventually(() => isAtEnd(transcript) && parts(chat, 'jump').length === 0, 'it does not lead there');
      expect(chat.shadowRoot!.activeElement).to.equal(transcript);
    });
  });

  describe('files', () => {
    const transferOf = (...files: File[]): DataTransfer => {
      const dataTransfer = new DataTransfer();
      for (const file of files) dataTransfer.items.add(file);
      return dataTransfer;
    };
    const drag = (target: Element, type: string, dataTransfer: DataTransfer): DragEvent => {
      const event = new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer });
      target.dispatchEvent(event);
      return event;
    };
    const note = () => new File(['hello'], 'note.txt', { type: 'text/plain' });

    it('are taken where they are dropped on the chat, and never open in its place', async () => {
      const { chat, sim } = scene;
      const contactId = await openChat(scene);
      const [transcript] = parts(chat, 'transcript');
      expect(drag(transcript, 'dragover', transferOf(note())).defaultPrevented).to.equal(true);
      await chat.updateComplete;
      expect(plain(chat.renderRoot.textContent)).to.include('Drop files here');
      expect(drag(transcript, 'drop', transferOf(note())).defaultPrevented).to.equal(true);
      await chat.updateComplete;
      expect(plain(chat.renderRoot.textContent)).not.to.include('Drop files here');
      expect(texts(chat, 'file-name').concat(texts(chat, 'file'))[0]).to.include('note.txt');
      await sim.customerHangsUp(contactId);
      await eventually(() => chat.matches(':state(ended)'), 'it has not ended');
      const late = transferOf(note());
      expect(drag(parts(chat, 'transcript')[0], 'dragover', late).defaultPrevented).to.equal(true);
      expect(drag(parts(chat, 'transcript')[0], 'drop', late).defaultPrevented).to.equal(true);
    });

    it('are taken from what is pasted; pasted text is the browser\u2019s business', async () => {
      const { chat } = scene;
      await openChat(scene);
      const paste = (clipboardData: DataTransfer): boolean => {
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData });
        field(chat).dispatchEvent(event);
        return event.defaultPrevented;
      };
      const words = new DataTransfer();
      words.setData('text/plain', 'hello');
      expect(paste(words)).to.equal(false);
      expect(paste(transferOf(note()))).to.equal(true);
      await chat.updateComplete;
      expect(texts(chat, 'file')[0]).to.include('note.txt');
      parts(chat, 'remove-file')[0].click();
      await chat.updateComplete;
      expect(parts(chat, 'file').length).to.equal(0);
      expect(chat.shadowRoot!.activeElement).to.equal(field(chat));
    });
  });

  it('shows what a customer is given to choose from, and what they chose', async () => {
    const { chat, sim } = scene;
    const contactId = await openChat(scene);
    const elements = [{ title: 'Billing', subtitle: 'Invoices' }, { title: 'Shipping' }];
    const asked = { templateType: 'ListPicker', version: '1.0', data: { content: { title: 'Which one?', elements } } };
    await sim.systemSays(contactId, JSON.stringify(asked), 'application/vnd.amazonaws.connect.message.interactive');
    await sim.customerChooses(contactId, 'Shipping');
    await eventually(() => texts(chat, 'chosen').length === 1, 'nothing was chosen');
    expect(texts(chat, 'interactive-title')).to.deep.equal(['Which one?']);
    expect(texts(chat, 'choice')).to.deep.equal(['BillingInvoices', 'Shipping']);
    expect(said(chat).at(-1)).to.equal('ChosenShipping');
    expect(texts(chat, 'speaker')).to.include('System');
  });

  it('is called as the page identifies the customer', async () => {
    const { ccp, chat } = scene;
    const contactId = await openChat(scene, { from: 'Kim', message: 'Hello' });
    await says(chat, 'Hello');
    ccp.identifyContact(contactId, { name: 'Kim Nguyen' });
    await eventually(() => texts(chat, 'who')[0] === 'Kim Nguyen', 'the name is another one');
    expect(texts(chat, 'speaker')).to.deep.equal(['Kim Nguyen']);
    ccp.identifyContact(contactId, null);
    await eventually(() => texts(chat, 'speaker')[0] === 'Kim', 'the name was not taken back');
  });

  it('looks for what it has missed when the page comes to itself', async () => {
    const { chat, sim } = scene;
    const contactId = await openChat(scene);
    const asked: string[] = [];
    const known = conversation(contactId);
    const lookUp = known.lookUp.bind(known);
    known.lookUp = () => (asked.push('asked'), lookUp());
    document.dispatchEvent(new Event('resume'));
    window.dispatchEvent(new Event('online'));
    window.dispatchEvent(new PageTransitionEvent('pageshow'));
    expect(asked.length).to.equal(3);
    await sim.customerSays(contactId, 'Hello');
    await says(chat, 'Hello');
  });
});
