// The words that <connect-chat> needs; elements/lang has them in each language.

/** Names of what happens in a chat, as events of the service name it. */
export type ChatHappening =
  | 'participant.joined'
  | 'participant.left'
  | 'participant.idle'
  | 'participant.returned'
  | 'participant.invited'
  | 'participant.autodisconnection'
  | 'participant.displayname.updated'
  | 'transfer.succeeded'
  | 'transfer.failed'
  | 'chat.ended'
  | 'authentication.initiated'
  | 'authentication.succeeded'
  | 'authentication.failed'
  | 'authentication.timeout'
  | 'authentication.cancelled';

/** The words. */
export interface ChatTerms {
  /** Names for those whom the service does not name. */
  readonly speakers: Readonly<Record<'customer' | 'agent' | 'bot' | 'system' | 'you', string>>;
  readonly conversation: (who: string) => string;
  readonly idle: string;
  readonly idleText: string;
  readonly opening: string;
  readonly lost: string;
  readonly failed: string;
  readonly tryAgain: string;
  readonly ended: string;
  readonly notKept: string;
  readonly verified: string;
  readonly earlier: string;
  readonly loading: string;
  readonly earlierChat: (day: string) => string;
  readonly thisChat: string;
  readonly happenings: Readonly<Record<ChatHappening, (who: string) => string>>;
  readonly typing: (who: string) => string;
  readonly newMessages: (count: number) => string;
  readonly delivery: Readonly<Record<'waiting' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed', string>>;
  readonly sendAgain: string;
  readonly discard: string;
  /** The name of what reads a message out: who, when. */
  readonly said: (who: string, time: string) => string;
  readonly heard: (who: string, text: string) => string;
  readonly message: string;
  readonly send: string;
  readonly attach: string;
  readonly removeFile: (name: string) => string;
  readonly files: string;
  readonly dropHere: string;
  readonly left: (count: number) => string;
  readonly tooLong: (count: number) => string;
  readonly badType: (name: string) => string;
  readonly tooLarge: (name: string, most: string) => string;
  readonly emptyFile: (name: string) => string;
  readonly tooMany: (most: number) => string;
  readonly scans: Readonly<Record<'scanning' | 'approved' | 'rejected', string>>;
  readonly open: (name: string) => string;
  readonly notOpened: (name: string) => string;
  readonly quickResponses: string;
  readonly noQuickResponse: string;
  readonly choices: string;
  readonly chosen: string;
}
