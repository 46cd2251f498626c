// The conversation of a chat, as the panel shows it.
import type { ChatItem } from '../channel/chat-wire.js';
import { button } from './controls.js';
import { h, type VNode } from './dom.js';
import type { ContactView } from './model.js';
import type { PanelState } from './panel-state.js';

/** How the panel reads and answers chats. */
export interface ChatLink {
  transcript(contactId: string): Promise<readonly ChatItem[]>;
  say(contactId: string, text: string): Promise<unknown>;
}

const HAPPENED: Readonly<Record<string, string>> = {
  joined: 'joined',
  left: 'left',
  ended: 'The chat has ended',
};

/** What an interactive message asks, in words; the content itself where it has none. */
function asked(content: string): string {
  try {
    const { data } = JSON.parse(content) as { data?: { content?: { title?: unknown; actionTitle?: unknown } } };
    const title = data?.content?.title ?? data?.content?.actionTitle;
    return typeof title === 'string' ? title : content;
  } catch {
    return content;
  }
}

function textOf({ Content = '', Attachments, ContentType, DisplayName = '' }: ChatItem): string {
  if (Attachments) return Attachments.map(({ AttachmentName }) => AttachmentName).join(', ');
  if (Content) return ContentType.includes('.message.interactive') ? asked(Content) : Content;
  const what = HAPPENED[ContentType.split('.').at(-1) ?? ''];
  return what ? (what === HAPPENED.ended ? what : `${DisplayName} ${what}`) : '';
}

/** Who speaks: the service's own name for itself is no word for people. */
const nameOf = ({ DisplayName, ParticipantRole }: ChatItem): string =>
  ParticipantRole === 'SYSTEM' || !DisplayName ? 'System' : DisplayName;

function row(item: ChatItem): VNode | null {
  const text = textOf(item);
  if (!text) return null;
  const side = item.Type === 'EVENT' ? 'event' : item.ParticipantRole === 'AGENT' ? 'ours' : 'theirs';
  const time = new Date(item.AbsoluteTime).toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });
  return h(
    'li',
    { key: item.Id, class: `chat-line ${side}` },
    side === 'event' ? null : h('span', { class: 'chat-who' }, `${nameOf(item)}, ${time}`),
    h('span', { class: 'chat-text', dir: 'auto' }, text),
  );
}

/**
 * Draws the conversation of a contact.
 * @param contact a chat that the agent has taken.
 * @param state of the panel.
 * @param link to the chat.
 * @param changed called when something else is to be drawn.
 */
export function chatView(contact: ContactView, state: PanelState, link: ChatLink, changed: () => void): VNode {
  const { id } = contact;
  const draft = state.drafts.get(id) ?? '';
  const send = (event: Event): void => {
    event.preventDefault();
    const text = draft.trim();
    if (!text) return;
    state.drafts.delete(id);
    changed();
    void link.say(id, text).catch((error: unknown) => {
      state.drafts.set(id, text);
      state.failure = {
        text: `The message was not sent: ${error instanceof Error ? error.message : String(error)}`,
        hint: '',
      };
      changed();
    });
  };
  const type = ({ target }: Event): void => {
    state.drafts.set(id, (target as HTMLInputElement).value);
    changed();
  };
  return h(
    'section',
    { key: 'chat', class: 'chat' },
    h(
      'ol',
      {
        key: 'lines',
        class: 'chat-lines',
        role: 'log',
        tabindex: '0',
        'aria-label': `Conversation with ${contact.who}`,
      },
      (state.transcripts.get(id) ?? []).map(row),
    ),
    contact.mood === 'live' &&
      h(
        'form',
        { key: 'entry', class: 'chat-entry', onsubmit: send },
        h('input', {
          type: 'text',
          class: 'field',
          'aria-label': 'Message',
          placeholder: 'Message',
          autocomplete: 'off',
          value: draft,
          oninput: type,
        }),
        button({ label: 'Send', onPress: () => send(new Event('submit')) }),
      ),
  );
}
