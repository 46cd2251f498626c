// <connect-chat>: a conversation, read and answered, with the real ChatJS and the simulator's customers.
import { expect } from '@open-wc/testing';
import type { ConnectMessageEvent } from '../elements/host/events.js';
import type { ConnectSendMessageRequestEvent } from '../elements/verbs/requests.js';
import { ConnectSendMessageRequestEvent as SendMessage } from '../elements/verbs/requests.js';
import type { Conversation } from '../elements/conversations/conversation.js';
import { conversationsOf } from '../elements/conversations/conversations.js';
import {
  type ChatScene,
  eventually,
  field,
  key,
  mountChat,
  openChat,
  parts,
  plain,
  said,
  says,
  send,
  takeChat,
  texts,
  write,
} from './support/chat-scene.js';

const RTL_OVERRIDE = '\u202e';

/** What strangers may send, and what is to be read of it. Nothing of it becomes an element that the page has not made. */
const HOSTILE: readonly [what: string, text: string, shown: string, links: readonly string[]][] = [
  ['markup', '<img src=x onerror=alert(1)><b>hi</b>', '<img src=x onerror=alert(1)><b>hi</b>', []],
  ['a script as an address', 'see javascript:alert(1)', 'see javascript:alert(1)', []],
  ['an address', 'see https://example.com/a?b=1.', 'see https://example.com/a?b=1.', ['https://example.com/a?b=1']],
  ['letters that look alike', 'https://аpple.com/', 'https://xn--pple-43d.com/', ['https://xn--pple-43d.com/']],
  ['a host in front of another', 'https://bank.com@evil.example/', 'https://bank.com@evil.example/', []],
  ['a turned direction', `a${RTL_OVERRIDE}gpj.exe`, 'agpj.exe', []],
  ['300 emoji', '😀'.repeat(300), '😀'.repeat(300), []],
];

describe('<connect-chat>', () => {
  let scene: ChatScene;

  beforeEach(async () => {
    scene = await mountChat();
  });

  afterEach(() => scene.sim.detach());

  const conversation = (contactId: string): Conversation => conversationsOf(scene.ccp.connect).of(contactId)!;

  async function written(contactId: string): Promise<(string | undefined)[]> {
    const { transcripts } = await scene.sim.truth();
    return transcripts[contactId].filter(({ Type }) => Type === 'MESSAGE').map(({ Content }) => Content);
  }

  it('shows what was said before, what is said now, and what the agent answers', async () => {
    const { chat, sim } = scene;
    const contactId = await openChat(scene, { message: 'Is anybody there?' });
    await says(chat, 'Is anybody there?');
    await send(chat, 'Yes: Jane.');
    await says(chat, 'Is anybody there?', 'Yes: Jane.');
    await eventually(() => texts(chat, 'delivery')[0] === 'Sent', 'it is not sent');
    await sim.customerSays(contactId, 'Good.');
    await says(chat, 'Is anybody there?', 'Yes: Jane.', 'Good.');
    expect(await written(contactId)).to.deep.equal(said(chat));
    await sim.customerReads(contactId);
    await eventually(() => texts(chat, 'delivery')[0] === 'Read', 'it is not read');
  });

  it('shows who types until they have said it', async () => {
    const { chat, sim } = scene;
    const contactId = await openChat(scene);
    await sim.customerTypes(contactId);
    await eventually(() => texts(chat, 'typing')[0] === 'Kim is typing…', 'nobody types');
    await sim.customerSays(contactId, 'Done');
    await eventually(() => parts(chat, 'typing').length === 0, 'somebody still types');
  });

  it('has earlier conversations above, under a line that says so', async () => {
    const { chat } = scene;
    const history = [{ text: 'Last week' }, { from: 'agent', text: 'Solved' }] as const;
    await openChat(scene, { history, message: 'Me again' });
    await says(chat, 'Last week', 'Solved', 'Me again');
    expect(texts(chat, 'contact-divider').map((text) => text.split(',')[0])).to.deep.equal([
      'Earlier conversation',
      'This conversation',
    ]);
  });

  it('loads more than one page when the agent asks for it', async () => {
    const { chat } = scene;
    const history = Array.from({ length: 150 }, (_, index) => ({ text: `line ${index}` }));
    await openChat(scene, { history });
    await eventually(() => said(chat).at(-1) === 'line 149', 'the newest is not there');
    const before = said(chat).length;
    expect(before).to.be.below(150);
    parts(chat, 'earlier')[0].click();
    await eventually(() => said(chat).length === 150, 'the rest is not there');
    expect(said(chat)).to.deep.equal(history.map(({ text }) => text));
  });

  it('a message costs one row', async () => {
    const { chat, sim } = scene;
    const contactId = await openChat(scene, { message: 'one' });
    for (const text of ['two', 'three']) await sim.customerSays(contactId, text);
    await says(chat, 'one', 'two', 'three');
    const changed = new Set<Node>();
    const observer = new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        if ((target as Element).matches('ol')) for (const node of addedNodes) changed.add(node);
        else changed.add((target as Element).closest('li') ?? target);
      }
    });
    observer.observe(parts(chat, 'lines')[0], { childList: true, subtree: true });
    await sim.customerSays(contactId, 'four');
    await says(chat, 'one', 'two', 'three', 'four');
    observer.disconnect();
    expect(changed.size).to.equal(1);
  });

  for (const [what, text, shown, links] of HOSTILE) {
    it(`shows ${what} as text that does nothing`, async () => {
      const { chat } = scene;
      await openChat(scene, { message: text });
      await says(chat, shown);
      const [bubble] = parts(chat, 'bubble');
      const anchors = [...bubble.querySelectorAll('a')];
      expect(anchors.map(({ href }) => href)).to.deep.equal(links);
      expect(bubble.querySelectorAll(':not(a)').length).to.equal(0);
    });
  }

  it('keeps a word of 8 kB in its box', async () => {
    const { chat } = scene;
    await openChat(scene, { message: 'x'.repeat(8_000) });
    await eventually(() => said(chat).length === 1, 'nothing is there');
    const [transcript] = parts(chat, 'transcript');
    expect(transcript.scrollWidth).to.equal(transcript.clientWidth);
  });

  describe('the composer', () => {
    it('sends by Enter, breaks by Shift+Enter, and does neither while an input method composes', async () => {
      const { chat } = scene;
      const contactId = await openChat(scene);
      await write(chat, 'a');
      expect(key(chat, 'Enter', { shiftKey: true }).defaultPrevented).to.equal(false);
      expect(key(chat, 'Enter', { isComposing: true }).defaultPrevented).to.equal(false);
      expect(field(chat).value).to.equal('a');
      key(chat, 'Enter');
      await eventually(async () => (await written(contactId)).join() === 'a', 'it was not sent');
      expect(field(chat).value).to.equal('');
    });

    it('keeps a draft for each contact, also over an element made anew', async () => {
      const { ccp, chat } = scene;
      const one = await openChat(scene, { from: 'Kim' });
      await write(chat, 'for Kim');
      await openChat(scene, { from: 'Sam' });
      await eventually(() => field(chat).value === '', 'the draft went along');
      const other = document.createElement('connect-chat');
      other.contactId = one;
      chat.replaceWith(other);
      await eventually(() => field(other)?.value === 'for Kim', 'the draft is gone');
      other.remove();
      ccp.selectContact(one);
    });

    it('says how much is left near the limit, and sends nothing that is too long', async () => {
      const { chat } = scene;
      const contactId = await openChat(scene);
      await write(chat, 'x'.repeat(1000));
      expect(texts(chat, 'left')).to.deep.equal(['24 characters left']);
      await send(chat, 'x'.repeat(1030));
      expect(texts(chat, 'left')).to.deep.equal(['6 characters too many']);
      expect(await written(contactId)).to.deep.equal([]);
    });

    it('lets the page check, replace or stop what leaves', async () => {
      const { ccp, chat } = scene;
      const contactId = await openChat(scene);
      const stopped = (event: ConnectSendMessageRequestEvent) => {
        if (!event.text.includes('4111')) return;
        event.preventDefault();
        void ccp.perform(new SendMessage({ contactId, text: event.text.replace('4111', '****') }));
      };
      document.addEventListener('connect-send-message-request', stopped);
      await send(chat, 'card 4111');
      document.removeEventListener('connect-send-message-request', stopped);
      await eventually(async () => (await written(contactId)).join() === 'card ****', 'it was not replaced');
    });

    it('finds quick responses by a slash, and fills attributes in', async () => {
      const { chat } = scene;
      chat.quickResponses = [
        { name: 'Greeting', shortcut: 'hi', text: 'Hello {{customer}}, you are {{Attributes.tier}}.' },
        { name: 'Bye', shortcut: 'bye', text: 'Bye.' },
      ];
      await openChat(scene, { attributes: { tier: 'gold' } });
      await write(chat, '/h');
      await eventually(() => parts(chat, 'quick-response').length === 1, 'nothing was found');
      key(chat, 'Enter');
      expect(field(chat).value).to.equal('Hello Kim, you are gold.');
    });

    it('refuses files with a reason, sends others, and opens what the service has approved', async () => {
      const { chat, sim } = scene;
      const contactId = await openChat(scene);
      const input = chat.renderRoot.querySelector<HTMLInputElement>('input[type=file]')!;
      const choose = async (...files: File[]) => {
        const transfer = new DataTransfer();
        for (const file of files) transfer.items.add(file);
        input.files = transfer.files;
        input.dispatchEvent(new Event('change'));
        await chat.updateComplete;
      };
      await choose(new File(['x'], 'run.pdf.exe'), new File([], 'empty.txt'));
      expect(texts(chat, 'problem')[0]).to.equal('run.pdf.exe is of a type that cannot be sent. empty.txt is empty.');
      await choose(new File(['hello'], 'note.txt', { type: 'text/plain' }));
      parts(chat, 'send')[0].click();
      await eventually(() => texts(chat, 'file-name').includes('note.txt'), 'the file is not there');
      await eventually(
        async () => (await sim.truth()).transcripts[contactId].some(({ Type }) => Type === 'ATTACHMENT'),
        'not sent',
      );
      await sim.scan(contactId, 'approved');
      await eventually(() => parts(chat, 'file-approved').length === 1, 'it cannot be opened');
      expect(said(chat).length).to.equal(1);
      await sim.customerSendsFile(contactId, { name: '../../etc/x.pdf.exe', type: 'application/pdf', size: 10 });
      await eventually(() => texts(chat, 'file-name').includes('x.pdf.exe'), 'the path is not cut off');
      await sim.scan(contactId, 'rejected');
      await eventually(() => parts(chat, 'file-rejected').length === 1, 'it was not rejected');
    });
  });

  describe('what is sent', () => {
    it('waits while the socket is lost, and is sent in order, once', async () => {
      const { chat, sim } = scene;
      const contactId = await openChat(scene);
      await sim.dropSocket(Infinity);
      await eventually(() => chat.matches(':state(lost)'), 'it is not lost');
      await send(chat, 'one');
      await send(chat, 'two');
      await sim.customerSays(contactId, 'Are you there?');
      await eventually(() => texts(chat, 'delivery').join() === 'Waiting,Waiting', 'they do not wait');
      await sim.dropSocket(0);
      await eventually(async () => (await written(contactId)).join() === 'Are you there?,one,two', 'not sent in order');
      await says(chat, 'Are you there?', 'one', 'two');
    });

    it('says that it failed, and can be sent again', async () => {
      const { chat, sim } = scene;
      const contactId = await openChat(scene);
      await sim.fail('sendMessage', { status: 400 });
      await send(chat, 'hello');
      await eventually(() => texts(chat, 'delivery')[0] === 'Not sent', 'it has not failed');
      parts(chat, 'again')[0].click();
      await eventually(() => texts(chat, 'delivery')[0] === 'Sent', 'it was not sent again');
      expect(await written(contactId)).to.deep.equal(['hello']);
    });

    it('is there once where the service has taken it and its answer was lost', async () => {
      const { chat, sim } = scene;
      const contactId = await openChat(scene);
      await sim.fail('sendMessage', { status: 500, how: 'done' });
      await send(chat, 'hello');
      await eventually(() => texts(chat, 'delivery')[0] === 'Sent', 'it was not sent');
      await says(chat, 'hello');
      expect(await written(contactId)).to.deep.equal(['hello']);
    });
  });

  it('counts what is not seen of other chats, and tells the page of every message', async () => {
    const { ccp, sim } = scene;
    const heard: string[] = [];
    ccp.addEventListener('connect-message', ({ message, contact }: ConnectMessageEvent) =>
      heard.push(`${contact.who} ${message.from}: ${message.text}`),
    );
    const kim = await openChat(scene, { from: 'Kim' });
    await openChat(scene, { from: 'Sam' });
    await sim.customerSays(kim, 'one');
    await sim.customerSays(kim, 'two');
    const view = () => ccp.state.contacts.find(({ contactId }) => contactId === kim)!;
    await eventually(() => view().unread === 2, 'they are not counted');
    expect(view().lastMessage).to.include({ text: 'two', from: 'customer', who: 'Kim' });
    expect(heard).to.deep.equal(['Kim customer: one', 'Kim customer: two']);
    ccp.selectContact(kim);
    await eventually(() => view().unread === 0 || !document.hasFocus(), 'they are still counted');
  });

  it('stays with what was said when the chat ends, and forgets it when it is cleared', async () => {
    const { ccp, chat, sim } = scene;
    const contactId = await openChat(scene, { message: 'Secret word' });
    await says(chat, 'Secret word');
    await sim.customerHangsUp(contactId);
    await eventually(() => chat.matches(':state(ended)'), 'it has not ended');
    expect(said(chat)).to.deep.equal(['Secret word']);
    expect(parts(chat, 'composer').length).to.equal(0);
    const known = conversation(contactId);
    await new ccp.connect.Contact(contactId).clear();
    await eventually(() => chat.matches(':state(idle)'), 'it is still there');
    expect(known.lines.length).to.equal(0);
    expect(plain(chat.renderRoot.textContent)).not.to.include('Secret');
    expect(JSON.stringify(ccp.connect.getLog().getEntries())).not.to.include('Secret word');
  });

  it('shows that a customer is verified', async () => {
    const { chat } = scene;
    await openChat(scene, { authenticated: true });
    expect(texts(chat, 'verified')).to.deep.equal(['Verified']);
  });

  it('goes on where it was after it has been moved', async () => {
    const { chat, sim } = scene;
    const contactId = await openChat(scene, { message: 'one' });
    await says(chat, 'one');
    const place = document.createElement('div');
    document.body.append(place);
    place.append(chat);
    await sim.customerSays(contactId, 'two');
    await says(chat, 'one', 'two');
    place.remove();
  });

  it('listens to chats that nobody looks at', async () => {
    const { ccp, sim } = scene;
    const contactId = await takeChat(scene, { from: 'Kim' });
    await eventually(() => conversation(contactId)?.status === 'open', 'it is not open');
    await sim.customerSays(contactId, 'Hello');
    await eventually(() => ccp.state.contacts[0].lastMessage?.text === 'Hello', 'it was not heard');
  });

  it('passes axe', async () => {
    const { chat, sim } = scene;
    const contactId = await openChat(scene, { message: 'Hello **there** https://example.com', authenticated: true });
    await send(chat, 'Hi');
    await sim.customerTypes(contactId);
    await eventually(() => parts(chat, 'typing').length === 1, 'nobody types');
    await expect(chat).to.be.accessible();
    await sim.customerSendsFile(contactId, { name: 'a.pdf', type: 'application/pdf', size: 3 });
    await sim.scan(contactId, 'approved');
    await sim.fail('sendMessage', { status: 400 });
    await send(chat, 'no luck');
    await eventually(() => parts(chat, 'again').length === 1, 'it has not failed');
    chat.quickResponses = [{ name: 'Greeting', shortcut: 'hi', text: 'Hello' }];
    await chat.updateComplete;
    await write(chat, '/');
    await eventually(() => parts(chat, 'quick-response').length === 1, 'nothing was found');
    await expect(chat).to.be.accessible();
    await write(chat, 'x'.repeat(1030));
    await expect(chat).to.be.accessible();
    await sim.dropSocket(Infinity);
    await eventually(() => chat.matches(':state(lost)'), 'it is not lost');
    await expect(chat).to.be.accessible();
    await sim.dropSocket(0);
    await sim.customerHangsUp(contactId);
    await eventually(() => chat.matches(':state(ended)'), 'it has not ended');
    await expect(chat).to.be.accessible();
  });
});
