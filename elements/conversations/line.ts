// One line of a conversation, made of what the service tells: a message, a file, or something that has happened.
import type { Speaker } from '../host/message-board.js';
import { eventName, INTERACTIVE, INTERACTIVE_ANSWER, listOf, type WireAttachment, type WireItem } from './session.js';
import { interactiveOf, type Interactive } from './interactive.js';

/** How a message of the agent's stands. */
export type Delivery = 'waiting' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed';

/** What is known of a file: whether the service has looked at it. */
export type ScanState = 'scanning' | 'approved' | 'rejected';

/** A file. */
export interface Attachment {
  readonly attachmentId: string;
  readonly name: string;
  readonly type: string;
  /** Bytes; null if the service does not say. */
  readonly size: number | null;
  readonly scan: ScanState;
}

/** What a line is. */
export type LineKind = 'message' | 'attachment' | 'event';

/** A line. What changes of one makes another object with the same key. */
export interface Line {
  /** The same for as long as the line is there. */
  readonly key: string;
  /** The service's id; null while it has none. */
  readonly id: string | null;
  /** The contact in which it was said: an earlier one of the same conversation has its own. */
  readonly contactId: string;
  readonly kind: LineKind;
  readonly speaker: Speaker;
  /** True for what this agent has said. */
  readonly isOwn: boolean;
  readonly who: string;
  readonly participantId: string;
  /** Epoch milliseconds of the page's clock. */
  readonly at: number;
  readonly contentType: string;
  readonly text: string;
  /** Name of what has happened, for events. */
  readonly event: string | null;
  readonly interactive: Interactive | null;
  readonly attachments: readonly Attachment[];
  /** Null for what others have said. */
  readonly delivery: Delivery | null;
}

const SCANS: Readonly<Record<string, ScanState>> = { APPROVED: 'approved', REJECTED: 'rejected' };

/** Events that are shown; the rest are of no interest to people, or are shown otherwise. */
const SHOWN_EVENTS: readonly string[] = [
  'participant.joined',
  'participant.left',
  'participant.idle',
  'participant.returned',
  'participant.invited',
  'participant.autodisconnection',
  'participant.displayname.updated',
  'transfer.succeeded',
  'transfer.failed',
  'chat.ended',
  'authentication.initiated',
  'authentication.succeeded',
  'authentication.failed',
  'authentication.timeout',
  'authentication.cancelled',
];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function speakerOf({ ParticipantRole }: WireItem): Speaker {
  if (ParticipantRole === 'CUSTOMER') return 'customer';
  if (ParticipantRole === 'AGENT' || ParticipantRole === 'SUPERVISOR') return 'agent';
  return ParticipantRole === 'CUSTOM_BOT' ? 'bot' : 'system';
}

const attachmentOf = (wire: WireAttachment): Attachment => ({
  attachmentId: text(wire.AttachmentId),
  name: text(wire.AttachmentName),
  type: text(wire.ContentType).toLowerCase(),
  size: typeof wire.AttachmentSizeInBytes === 'number' ? wire.AttachmentSizeInBytes : null,
  scan: SCANS[text(wire.Status)] ?? 'scanning',
});

/** How far the receipts of a message have come. */
export function deliveryOf({ MessageMetadata }: WireItem): Delivery {
  const receipts = listOf(MessageMetadata?.Receipts);
  if (receipts.some((receipt) => receipt.ReadTimestamp)) return 'read';
  return receipts.some((receipt) => receipt.DeliveredTimestamp) ? 'delivered' : 'sent';
}

/** What a reading needs to know of the chat. */
export interface Reading {
  readonly contactId: string;
  /** Id of the agent's own participant. */
  readonly participantId: string;
  /** Server time minus page time, in milliseconds. */
  readonly skew: number;
}

/**
 * Reads an item.
 * @param item as the service has it.
 * @param reading what it is read with.
 * @returns the line; null for what is not shown.
 */
export function lineOf(item: WireItem, { contactId, participantId, skew }: Reading): Line | null {
  const contentType = text(item.ContentType);
  const event = eventName(contentType);
  const attachments = listOf(item.Attachments).map(attachmentOf);
  const isAttachment = item.Type === 'ATTACHMENT' || attachments.length > 0;
  if (event ? !SHOWN_EVENTS.includes(event) : !isAttachment && item.Type !== 'MESSAGE') return null;
  const content = text(item.Content);
  const isRich = contentType === INTERACTIVE || contentType === INTERACTIVE_ANSWER;
  const time = Date.parse(text(item.AbsoluteTime));
  const isOwn = !event && text(item.ParticipantId) === participantId && participantId !== '';
  const id = text(item.Id);
  return {
    key: id,
    id,
    contactId: text(item.ContactId) || contactId,
    kind: event ? 'event' : isAttachment ? 'attachment' : 'message',
    speaker: isOwn ? 'agent' : speakerOf(item),
    isOwn,
    who: text(item.DisplayName),
    participantId: text(item.ParticipantId),
    at: Number.isNaN(time) ? Date.now() : Math.round(time - skew),
    contentType,
    text: event || isAttachment ? '' : content,
    event,
    interactive: isRich ? interactiveOf(content, contentType === INTERACTIVE_ANSWER) : null,
    attachments,
    delivery: isOwn ? deliveryOf(item) : null,
  };
}

/** What a line says in one text, for those who do not see it as it is. */
export function plainText({ text: said, interactive, attachments }: Line): string {
  if (attachments.length > 0) return attachments.map(({ name }) => name).join(', ');
  if (!interactive) return said;
  return interactive.answer ?? ([interactive.title, interactive.subtitle].filter(Boolean).join(' ') || said);
}

/** True for what somebody has said, in words or by a file. */
export const isSaid = ({ kind }: Line): boolean => kind !== 'event';
