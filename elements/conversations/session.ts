// What is used of a session of ChatJS, whatever its version, and what comes over it. amazon-connect-chatjs, README, "API".

/** Somebody has got a message, or read it. */
export interface WireReceipt {
  readonly RecipientParticipantId?: string;
  readonly DeliveredTimestamp?: string;
  readonly ReadTimestamp?: string;
}

/** A file of a message. */
export interface WireAttachment {
  readonly AttachmentId?: string;
  readonly AttachmentName?: string;
  readonly AttachmentSizeInBytes?: number;
  readonly ContentType?: string;
  readonly Status?: string;
}

/** A line of a transcript, or something that is told of one. Nothing of it is sure to be there. */
export interface WireItem {
  readonly Id?: string;
  readonly Type?: string;
  readonly ContentType?: string;
  readonly Content?: string;
  readonly AbsoluteTime?: string;
  readonly ContactId?: string;
  readonly DisplayName?: string;
  readonly ParticipantId?: string;
  readonly ParticipantRole?: string;
  readonly Attachments?: readonly WireAttachment[];
  readonly MessageMetadata?: { readonly MessageId?: string; readonly Receipts?: readonly WireReceipt[] };
}

/** What callbacks of a session are called with. */
export interface SessionEvent {
  readonly data?: WireItem;
}

type Heard = (event: SessionEvent) => void;

/** A page of a transcript. */
export interface TranscriptPage {
  readonly data?: { readonly Transcript?: readonly WireItem[]; readonly NextToken?: string };
}

/** A session. What older versions of ChatJS lack is optional. */
export interface ChatSession {
  onMessage(callback: Heard): void;
  onTyping(callback: Heard): void;
  onReadReceipt?(callback: Heard): void;
  onDeliveredReceipt?(callback: Heard): void;
  onEnded?(callback: Heard): void;
  onConnectionLost?(callback: Heard): void;
  onConnectionEstablished(callback: Heard): void;
  onConnectionBroken(callback: Heard): void;
  onParticipantIdle?(callback: Heard): void;
  onParticipantReturned?(callback: Heard): void;
  onParticipantInvited?(callback: Heard): void;
  onAutoDisconnection?(callback: Heard): void;
  onAuthenticationInitiated?(callback: Heard): void;
  onAuthenticationSuccessful?(callback: Heard): void;
  onAuthenticationFailed?(callback: Heard): void;
  onAuthenticationTimeout?(callback: Heard): void;
  onAuthenticationCanceled?(callback: Heard): void;
  onParticipantDisplayNameUpdated?(callback: Heard): void;
  onChatRehydrated?(callback: Heard): void;
  getTranscript(args: object): Promise<TranscriptPage>;
  sendMessage(args: { message: string; contentType: string; clientToken?: string }): Promise<SentAnswer>;
  sendEvent(args: { contentType: string; content?: string }): Promise<unknown>;
  sendAttachment?(args: { attachment: File }): Promise<unknown>;
  downloadAttachment?(args: { attachmentId: string }): Promise<Blob>;
  getAttachmentURL?(args: { attachmentId: string }): Promise<string>;
}

/** The service's answer to a message. */
export interface SentAnswer {
  readonly data?: { readonly Id?: string; readonly AbsoluteTime?: string };
}

/** The beginning of the content type of every event. */
const EVENT = 'application/vnd.amazonaws.connect.event.';

/** Content types by which this side speaks. */
export const SENT_EVENTS = {
  typing: `${EVENT}typing`,
  delivered: `${EVENT}message.delivered`,
  read: `${EVENT}message.read`,
} as const;

/** The content types of messages that are more than text. */
export const MARKDOWN = 'text/markdown';
export const INTERACTIVE = 'application/vnd.amazonaws.connect.message.interactive';
export const INTERACTIVE_ANSWER = 'application/vnd.amazonaws.connect.message.interactive.response';

/** The short name of an event, such as `participant.joined`; null for what is none. */
export const eventName = (contentType: string): string | null =>
  contentType.startsWith(EVENT) ? contentType.slice(EVENT.length) : null;

/** A list of whatever was sent, without what is none of it. */
export const listOf = <T>(value: readonly T[] | undefined): T[] =>
  Array.isArray(value) ? (value as readonly T[]).filter((one) => typeof one === 'object' && one !== null) : [];
