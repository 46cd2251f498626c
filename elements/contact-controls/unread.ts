// What has come in a chat that is not selected: how much, and the last of it.
import { html, nothing } from 'lit';
import type { ContactView } from '../host/state.js';
import type { ContactControlsTerms } from './terms.js';

/** Of what somebody has said, how much is shown. */
const FIRST_WORDS = 80;

/** What somebody has said, on one line and not too long; marks that turn the direction of text do not get out of it. */
export function firstWords(text: string): string {
  const characters = [
    ...text
      .replace(/[\u202A-\u202E\u2066-\u2069]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  ];
  return characters.length > FIRST_WORDS ? `${characters.slice(0, FIRST_WORDS - 1).join('')}…` : characters.join('');
}

/** The mark of a contact with messages that the agent has not seen. */
export function renderUnread({ unread, lastMessage }: ContactView, terms: ContactControlsTerms) {
  if (unread === 0) return nothing;
  return html`<p class="unread" part="unread">
    <span class="count" part="unread-count" aria-hidden="true">${terms.unreadCount(unread)}</span>
    <span class="unseen">${terms.unread(unread)}</span>
    ${lastMessage ? html`<span class="last" part="last-message"><bdi>${firstWords(lastMessage.text)}</bdi></span>` : nothing}
  </p>`;
}
