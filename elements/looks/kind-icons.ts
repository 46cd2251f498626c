// The kinds of contacts that elements tell apart, and the icon of each.
import type { IconName } from './icons.js';

/** Kinds of contacts that have words and an icon of their own; `other` is for all else. */
export type ContactKind = 'voice' | 'queue_callback' | 'chat' | 'task' | 'email' | 'other';

const ICONS: Readonly<Record<ContactKind, IconName>> = {
  voice: 'phone',
  queue_callback: 'callback',
  chat: 'chat',
  task: 'task',
  email: 'email',
  other: 'person',
};

/** The kind of a contact; one that has no words of its own is `other`. */
export const kindOf = ({ type }: { readonly type: string }): ContactKind =>
  Object.hasOwn(ICONS, type) ? (type as ContactKind) : 'other';

/** The icon of a contact's kind. */
export const kindIcon = (contact: { readonly type: string }): IconName => ICONS[kindOf(contact)];
