// What was said in earlier chats with a customer, as lines of a transcript.
import type { ChatItem, Participant } from '../channel/chat-wire.js';
import type { PastLine } from '../channel/script-channel.js';

type Speaker = NonNullable<PastLine['from']>;

const ROLES: Readonly<Record<Speaker, Participant['role']>> = {
  customer: 'CUSTOMER',
  agent: 'AGENT',
  bot: 'CUSTOM_BOT',
  system: 'SYSTEM',
};

const MINUTE = 60_000;
const DAY_IN_MINUTES = 24 * 60;

/** What the lines are made with. */
export interface PastOptions {
  readonly names: Readonly<Record<Speaker, string>>;
  /** The service's time, in epoch milliseconds. */
  readonly now: number;
  readonly newId: () => string;
}

/**
 * Makes the lines.
 * @param lines oldest first.
 * @param options what they are made with.
 */
export function pastItems(lines: readonly PastLine[], { names, now, newId }: PastOptions): ChatItem[] {
  const earlierContact = newId();
  return lines.map(({ from = 'customer', name, text, contentType = 'text/plain', minutesAgo, contactId }, index) => {
    const ago = minutesAgo ?? DAY_IN_MINUTES + lines.length - index;
    return {
      Id: newId(),
      AbsoluteTime: new Date(now - ago * MINUTE).toISOString(),
      Type: 'MESSAGE',
      ContentType: contentType,
      Content: text,
      ParticipantId: `earlier-${from}`,
      ParticipantRole: ROLES[from],
      DisplayName: name ?? names[from],
      ContactId: contactId ?? earlierContact,
    };
  });
}
