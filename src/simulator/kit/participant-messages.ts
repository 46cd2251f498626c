// What an HTTP request to the participant service says to the simulator, and how its answer reads.
import { isRecord } from '../../conduit/wire.js';
import type { ParticipantAnswer, ParticipantRequest } from '../channel/chat-wire.js';

/** Hands a request to the simulator. */
export type AskParticipantService = (request: ParticipantRequest) => Promise<ParticipantAnswer>;

/** The headers of an answer. */
export const headersOf = ({ errorType }: ParticipantAnswer): Record<string, string> => ({
  'content-type': 'application/json',
  ...(errorType && { 'x-amzn-errortype': errorType }),
});

function parsed(text: string): ParticipantRequest['body'] {
  const body: unknown = text === '' ? {} : JSON.parse(text);
  return isRecord(body) ? body : {};
}

/** A request as the simulator takes it. */
export const participantRequest = (url: string, token: string | null, body: string): ParticipantRequest => ({
  path: new URL(url).pathname,
  token: token ?? '',
  body: parsed(body),
});
