// <connect-chat> beside a ready host, with the real ChatJS and the simulator's customers: by the names that people see.
import { fixture, html } from '@open-wc/testing';
import '../../elements/connect-ccp.js';
import '../../elements/connect-chat.js';
import type { ConnectCcpElement } from '../../elements/ccp/element.js';
import type { ConnectChatElement } from '../../elements/chat/element.js';
import type { NewChat, Simulator } from '../../src/simulator/kit/simulator.js';
import { eventually } from './eventually.js';
import { mountReadyCcp } from './simulated-ccp.js';

/** A host, the simulator behind it, and a conversation beside it. */
export interface ChatScene {
  ccp: ConnectCcpElement;
  sim: Simulator;
  chat: ConnectChatElement;
}

export { eventually };

/** Text as people read it. */
export const plain = (text: string | null | undefined) => text?.replace(/\s+/g, ' ').trim() ?? '';

/** A ready host whose chats the simulator answers, and <connect-chat> beside it. */
export async function mountChat(parameters: Record<string, string> = {}): Promise<ChatScene> {
  const { ccp, sim } = await mountReadyCcp({ chats: '5', tasks: '5', ...parameters });
  await sim.answerParticipantService();
  const chat = await fixture<ConnectChatElement>(html`<connect-chat></connect-chat>`);
  return { ccp, sim, chat };
}

/** Elements of a part. */
export const parts = (chat: ConnectChatElement, name: string): HTMLElement[] => [
  ...chat.renderRoot.querySelectorAll<HTMLElement>(`[part~=${name}]`),
];

/** Texts of a part. */
export const texts = (chat: ConnectChatElement, name: string): string[] =>
  parts(chat, name).map(({ textContent }) => plain(textContent));

/** What has been said, as it stands in the transcript. */
export const said = (chat: ConnectChatElement): string[] => texts(chat, 'bubble');

/** Waits until the transcript says this, in this order. */
export const says = (chat: ConnectChatElement, ...wanted: string[]): Promise<void> =>
  eventually(() => said(chat).join('|') === wanted.join('|'), `said: not ${wanted.join('|')}`).catch(
    (error: unknown) => {
      throw new Error(`the transcript says ${said(chat).join('|')}`, { cause: error });
    },
  );

/** Where the agent writes. */
export const field = (chat: ConnectChatElement): HTMLTextAreaElement => chat.renderRoot.querySelector('textarea')!;

/** Writes into the field, as if by keys. */
export async function write(chat: ConnectChatElement, text: string): Promise<void> {
  const area = field(chat);
  area.focus();
  area.value = text;
  area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await chat.updateComplete;
}

/** Presses a key in the field. */
export function key(chat: ConnectChatElement, name: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true, ...init });
  field(chat).dispatchEvent(event);
  return event;
}

/** Writes and sends. */
export async function send(chat: ConnectChatElement, text: string): Promise<void> {
  await write(chat, text);
  key(chat, 'Enter');
  await chat.updateComplete;
}

/** A chat that the agent has accepted and selected, open. Resolves to its contact's id. */
export async function openChat({ ccp, sim, chat }: ChatScene, options: NewChat = {}): Promise<string> {
  const contactId = await takeChat({ ccp, sim }, options);
  ccp.selectContact(contactId);
  await eventually(
    () => chat.matches(':state(open)') && ccp.state.selectedContactId === contactId,
    'the chat is not open',
  );
  await chat.updateComplete;
  return contactId;
}

/** A chat that the agent has accepted. */
export async function takeChat({ ccp, sim }: Pick<ChatScene, 'ccp' | 'sim'>, options: NewChat = {}): Promise<string> {
  const contactId = await sim.incomingChat({ from: 'Kim', ...options });
  const find = () => ccp.state.contacts.find((contact) => contact.contactId === contactId);
  await eventually(() => find()?.ringing, 'the chat does not ring');
  await new ccp.connect.Contact(contactId).accept();
  await eventually(() => find()?.state.type === 'connected', 'the chat is not connected');
  return contactId;
}
