// The chat in which something is to be said.
import type { CommandScope } from '../commands/target.js';
import type { Conversation } from '../conversations/conversation.js';

/** Milliseconds within which something is sent, or given up. */
export const SENDING_TIME = 65_000;

/**
 * The conversation of a contact. What it takes to chat is loaded by that, if no element has needed it before.
 * @param contactId id of the contact.
 * @param scope what commands work with.
 * @throws Error in words if the agent has no chat with that contact.
 */
export async function conversationFor(contactId: string, { connect, terms }: CommandScope): Promise<Conversation> {
  const { conversationsOf } = await import('../conversations/conversations.js');
  const conversation = conversationsOf(connect).of(contactId);
  if (!conversation) throw new Error(terms.noChat);
  if (conversation.status === 'ended') throw new Error(terms.contactOver);
  return conversation;
}
