// In the page under test: `fetch` to the participant service is answered by the simulator instead of by the network.
import { isRecord } from '../../conduit/wire.js';
import type { ParticipantAnswer, ParticipantRequest } from '../channel/chat-wire.js';

/** Hands a request to the simulator. */
export type AskParticipantService = (request: ParticipantRequest) => Promise<ParticipantAnswer>;

async function bodyOf(request: Request): Promise<ParticipantRequest['body']> {
  const text = await request.text();
  const body: unknown = text === '' ? {} : JSON.parse(text);
  return isRecord(body) ? body : {};
}

function toResponse({ status, errorType, body }: ParticipantAnswer): Response {
  const headers = { 'content-type': 'application/json', ...(errorType && { 'x-amzn-errortype': errorType }) };
  return new Response(JSON.stringify(body), { status, headers });
}

/**
 * Puts itself before the page's `fetch`. Whatever goes elsewhere goes its way. ChatJS from 3.0.3 on calls the service
 * by `fetch`; older ones, by XMLHttpRequest, are not answered.
 * @param page the global object of the page.
 * @param region of the instance.
 * @param ask hands a request to the simulator.
 * @returns puts the page's own `fetch` back; if another script has put something before it since, lets everything pass.
 */
export function answerFetch(page: typeof globalThis, region: string, ask: AskParticipantService): () => void {
  // Where ChatJS finds the service of a region.
  const endpoint = `https://participant.connect.${region}.amazonaws.com/`;
  const passOn = page.fetch;
  let isAnswering = true;

  const answering: typeof fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!isAnswering || !url.startsWith(endpoint)) return passOn.call(page, input, init);
    const request = new Request(input, init);
    const { pathname } = new URL(url);
    const token = request.headers.get('x-amz-bearer') ?? '';
    const answer = await ask({ path: pathname, token, body: await bodyOf(request) });
    request.signal.throwIfAborted();
    return toResponse(answer);
  };
  page.fetch = answering;

  return () => {
    isAnswering = false;
    if (page.fetch === answering) page.fetch = passOn;
  };
}
