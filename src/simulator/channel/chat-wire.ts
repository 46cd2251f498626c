// What goes between ChatJS and the participant service: requests, answers, and the lines of a transcript; so that the types of
// the scripting API name nothing of the service behind it.

/** Where files are put and got. `.invalid` never resolves: the page's bridge answers in its place. */
export const FILES_ADDRESS = 'https://files.simulator.invalid/';

/** Somebody in a chat. The id is that of the connection. */
export interface Participant {
  readonly id: string;
  readonly role: 'AGENT' | 'CUSTOMER' | 'SYSTEM' | 'CUSTOM_BOT';
  readonly name: string;
}

/** When a message reached somebody, and when it was read. */
export interface ChatReceipt {
  RecipientParticipantId: string;
  DeliveredTimestamp?: string;
  ReadTimestamp?: string;
}

/** What the service has found out about a file. */
export type ScanStatus = 'IN_PROGRESS' | 'APPROVED' | 'REJECTED';

/** A file in a chat. */
export interface ChatAttachment {
  readonly AttachmentId: string;
  readonly AttachmentName: string;
  readonly ContentType: string;
  readonly AttachmentSizeInBytes: number;
  readonly Status: ScanStatus;
}

/** One line of a transcript. */
export interface ChatItem {
  readonly Id: string;
  readonly AbsoluteTime: string;
  readonly Type: 'MESSAGE' | 'EVENT' | 'ATTACHMENT' | 'MESSAGEMETADATA';
  readonly ContentType: string;
  readonly Content?: string;
  readonly ParticipantId?: string;
  readonly ParticipantRole?: Participant['role'];
  readonly DisplayName?: string;
  /** Of lines of an earlier contact alone. */
  readonly ContactId?: string;
  readonly Attachments?: readonly ChatAttachment[];
  MessageMetadata?: { MessageId: string; Receipts: ChatReceipt[] };
}

/** A request to the service, with what matters of it. */
export interface ParticipantRequest {
  /** Such as `/participant/message`. */
  path: string;
  /** The header `X-Amz-Bearer`; empty without one. */
  token: string;
  /** The body, parsed. */
  body: Readonly<Record<string, unknown>>;
}

/** What a request is answered with. */
export interface ParticipantAnswer {
  status: number;
  /** Exception type of a refusal. */
  errorType?: string;
  body: Readonly<Record<string, unknown>>;
}
