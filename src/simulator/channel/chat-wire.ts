// What goes between ChatJS and the participant service: requests, answers, and the lines of a transcript. Types alone, so that
// those of the scripting API name nothing of the service behind it.

/** Somebody in a chat. The id is that of the connection. */
export interface Participant {
  readonly id: string;
  readonly role: 'AGENT' | 'CUSTOMER';
  readonly name: string;
}

/** When a message reached somebody, and when it was read. */
export interface ChatReceipt {
  RecipientParticipantId: string;
  DeliveredTimestamp?: string;
  ReadTimestamp?: string;
}

/** One line of a transcript. */
export interface ChatItem {
  readonly Id: string;
  readonly AbsoluteTime: string;
  readonly Type: 'MESSAGE' | 'EVENT';
  readonly ContentType: string;
  readonly Content?: string;
  readonly ParticipantId?: string;
  readonly ParticipantRole?: Participant['role'];
  readonly DisplayName?: string;
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
