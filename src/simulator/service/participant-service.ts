// The participant service: what ChatJS calls over HTTPS, answered from the rooms. One operation for each path.
import { ACCESS_DENIED, CtiError } from '../ccp/cti-service-client.js';
import { isRecord } from '../../conduit/wire.js';
import { ChatEvent } from './chat-room.js';
import type { ChatGuest } from './chat-rooms.js';
import {
  type ChatAttachment,
  type ChatItem,
  FILES_ADDRESS,
  type Participant,
  type ParticipantAnswer,
  type ParticipantRequest,
} from '../channel/chat-wire.js';
import { agentConnection } from './contact-model.js';
import type { ServiceParts } from './service-parts.js';

type Body = Readonly<Record<string, unknown>>;
type Operation = (guest: ChatGuest, body: Body) => Body;

/** Seconds for which a connection token is good. */
const TOKEN_LIFE = 3_600;
/** Lines of a transcript on one page: unless told otherwise, and at most. */
const PAGE_SIZE = 10;
const LARGEST_PAGE = 100;
/** Bytes of one file, at most. */
const LARGEST_FILE = 20_000_000;
const NOT_FOUND = 404;

const fileUrl = (id: string): string => FILES_ADDRESS + id;

/** Longest text of one message. */
const LONGEST_MESSAGE = 16_384;

const RECEIPTS: Readonly<Record<string, 'DeliveredTimestamp' | 'ReadTimestamp'>> = {
  [ChatEvent.DELIVERED]: 'DeliveredTimestamp',
  [ChatEvent.READ]: 'ReadTimestamp',
};

const invalid = (what: string): CtiError => new CtiError('ValidationException', what);

function present({ participant, room }: ChatGuest): Participant {
  if (participant && !room.ended) return participant;
  const why = room.ended ? 'The chat has ended.' : 'The participant has not joined the chat, or has left it.';
  throw new CtiError('AccessDeniedException', why, ACCESS_DENIED);
}

/** The message that a receipt is of. */
function messageIdOf(content: unknown): unknown {
  try {
    return (JSON.parse(String(content)) as { messageId?: unknown } | null)?.messageId;
  } catch {
    throw invalid('The content of a receipt is a JSON text with a messageId.');
  }
}

const told = ({ Id, AbsoluteTime }: ChatItem): Body => ({ Id, AbsoluteTime });

/** Index in the transcript at which a page starts: the line there is on the page of either direction. */
function startOf(items: readonly ChatItem[], position: unknown, isForward: boolean): number {
  const { Id, AbsoluteTime, MostRecent } = isRecord(position) ? position : {};
  if (typeof Id === 'string') return items.findIndex((item) => item.Id === Id);
  if (typeof AbsoluteTime === 'string') {
    const at = Date.parse(AbsoluteTime);
    const time = (item: ChatItem): number => Date.parse(item.AbsoluteTime);
    const index = isForward
      ? items.findIndex((item) => time(item) >= at)
      : items.findLastIndex((item) => time(item) <= at);
    return index < 0 && isForward ? items.length : index;
  }
  if (typeof MostRecent === 'number') return items.length - Math.max(MostRecent, 1);
  return isForward ? items.length : items.length - 1;
}

function getTranscript({ room }: ChatGuest, body: Body): Body {
  const { transcript, initialContactId } = room;
  const isForward = body.ScanDirection === 'FORWARD';
  const size = Math.min(Number(body.MaxResults ?? PAGE_SIZE), LARGEST_PAGE);
  if (!(size >= 1)) throw invalid('MaxResults is a number from 1 on.');
  const start = body.NextToken ? Number(body.NextToken) : startOf(transcript, body.StartPosition, isForward);
  const [from, to] = isForward ? [start, start + size] : [start - size + 1, start + 1];
  const page = transcript.slice(Math.max(from, 0), Math.max(to, 0));
  if (body.SortOrder === 'DESCENDING') page.reverse();
  const next = isForward ? to : from - 1;
  const isMore = isForward ? next < transcript.length : next >= 0;
  return { InitialContactId: initialContactId, Transcript: page, ...(isMore && { NextToken: String(next) }) };
}

/** Makes the operations, by path. */
function createOperations({ chats, clock, contacts, transact }: ServiceParts): Record<string, [string, Operation]> {
  const uploads = new Map<string, ChatAttachment>();
  const expiry = (): string => clock.shown(clock.now() + TOKEN_LIFE * 1000).toISOString();
  return {
    '/participant/connection': [
      'createParticipantConnection',
      ({ contactId, participantId }, { Type }) => {
        const types: readonly unknown[] = Array.isArray(Type) ? Type : [];
        return {
          ...(types.includes('CONNECTION_CREDENTIALS') && {
            ConnectionCredentials: { ConnectionToken: chats.issueToken(contactId, participantId), Expiry: expiry() },
          }),
          ...(types.includes('WEBSOCKET') && {
            Websocket: { Url: 'wss://web-socket.simulator.invalid/', ConnectionExpiry: expiry() },
          }),
        };
      },
    ],

    '/participant/message': [
      'sendMessage',
      (guest, { Content, ContentType, ClientToken }) => {
        if (typeof Content !== 'string' || Content === '') throw invalid('A message needs Content.');
        if (Content.length > LONGEST_MESSAGE) throw invalid(`A message has ${LONGEST_MESSAGE} characters at most.`);
        const contentType = typeof ContentType === 'string' ? ContentType : undefined;
        const token = typeof ClientToken === 'string' ? ClientToken : undefined;
        return told(guest.room.say(present(guest), Content, contentType, token));
      },
    ],

    '/participant/event': [
      'sendEvent',
      (guest, { ContentType, Content }) => {
        const from = present(guest);
        if (typeof ContentType !== 'string') throw invalid('An event needs a ContentType.');
        const receipt = RECEIPTS[ContentType];
        if (receipt) guest.room.receipt(from, messageIdOf(Content), receipt);
        else if (ContentType !== ChatEvent.TYPING && ContentType !== ChatEvent.ACKNOWLEDGED) {
          throw invalid(`The simulator has no event ${ContentType} for participants to send.`);
        }
        return told(guest.room.signal(from, ContentType));
      },
    ],

    '/participant/transcript': ['getTranscript', getTranscript],

    '/participant/start-attachment-upload': [
      'startAttachmentUpload',
      (guest, { AttachmentName, AttachmentSizeInBytes, ContentType }) => {
        present(guest);
        const size = Number(AttachmentSizeInBytes);
        if (typeof AttachmentName !== 'string' || AttachmentName === '')
          throw invalid('A file needs an AttachmentName.');
        if (!(size >= 1 && size <= LARGEST_FILE)) throw invalid(`A file has 1 to ${LARGEST_FILE} bytes.`);
        const file = chats.newFile(AttachmentName, typeof ContentType === 'string' ? ContentType : '', size);
        uploads.set(file.AttachmentId, file);
        const UploadMetadata = { Url: fileUrl(file.AttachmentId), UrlExpiry: expiry(), HeadersToInclude: {} };
        return { AttachmentId: file.AttachmentId, UploadMetadata };
      },
    ],

    '/participant/complete-attachment-upload': [
      'completeAttachmentUpload',
      (guest, { AttachmentIds }) => {
        const from = present(guest);
        const ids: readonly unknown[] = Array.isArray(AttachmentIds) ? AttachmentIds : [];
        const files = ids.map((id) => uploads.get(String(id)));
        if (files.length === 0 || !files.every((file) => file !== undefined)) throw invalid('There is no such upload.');
        for (const { AttachmentId } of files) uploads.delete(AttachmentId);
        chats.attach(guest.room, from, files);
        return {};
      },
    ],

    '/participant/attachment': [
      'getAttachment',
      ({ room }, { AttachmentId }) => {
        const file = room.file(String(AttachmentId));
        if (!file) throw new CtiError('ResourceNotFoundException', 'There is no such file.', NOT_FOUND);
        if (file.Status !== 'APPROVED') throw invalid('This file has not been approved.');
        const { AttachmentName: name, AttachmentSizeInBytes: size } = file;
        const url = `${fileUrl(file.AttachmentId)}?${new URLSearchParams({ name, type: file.ContentType })}`;
        return { Url: url, UrlExpiry: expiry(), AttachmentSizeInBytes: size };
      },
    ],

    '/participant/disconnect': [
      'disconnectParticipant',
      (guest) => {
        present(guest);
        const contact = contacts.find(guest.contactId);
        const agent = agentConnection(contact);
        transact(() => agent && contacts.destroy(contact, agent));
        return {};
      },
    ],
  };
}

/** Names of the operations; each can be told to fail. */
export const PARTICIPANT_OPERATIONS: readonly string[] = /*#__PURE__*/ Object.freeze([
  'createParticipantConnection',
  'sendMessage',
  'sendEvent',
  'getTranscript',
  'startAttachmentUpload',
  'completeAttachmentUpload',
  'getAttachment',
  'disconnectParticipant',
]);

/** What the service has in common with the CTI service beside it. */
export interface ParticipantServiceOptions {
  /** Keeps a call in the record. */
  record: (operation: string, params: Body) => void;
  /** Waits as long as answers take. */
  delay: () => Promise<void>;
}

/**
 * Makes the service.
 * @param parts of the simulated instance.
 * @param options what it has in common with the CTI service.
 */
export function createParticipantService(
  parts: ServiceParts,
  { record, delay }: ParticipantServiceOptions,
): (request: ParticipantRequest) => Promise<ParticipantAnswer> {
  const operations = createOperations(parts);

  async function answer({ path, token, body }: ParticipantRequest): Promise<Body> {
    await delay();
    const [name, operation] = operations[path] ?? [];
    if (!name || !operation) throw invalid(`The simulator's participant service has no ${path}: no views.`);
    const guest = parts.chats.guest(token);
    record(name, { contactId: guest.contactId, ...body });
    return parts.faults.perform(name, () => operation(guest, body));
  }

  return async (request) => {
    try {
      return { status: 200, body: await answer(request) };
    } catch (error) {
      if (!(error instanceof CtiError)) throw error;
      return { status: error.statusCode, errorType: error.type, body: { message: error.message } };
    }
  };
}
