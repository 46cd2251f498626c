// In the page under test: requests to the participant service are answered by the simulator instead of by the network, whether
// ChatJS makes them by `fetch` (from 3.0.3 on) or by XMLHttpRequest (before).
import { answeringXhr } from './answering-xhr.js';
import { FileStore } from './file-store.js';
import { type AskParticipantService, headersOf, participantRequest } from './participant-messages.js';

/**
 * Puts itself before the page's `fetch` and `XMLHttpRequest`. Whatever goes elsewhere goes its way.
 * @param page the global object of the page.
 * @param region of the instance.
 * @param ask hands a request to the simulator.
 * @returns puts the page's own back; if another script has put something before one since, that lets everything pass.
 */
export function answerRequests(page: typeof globalThis, region: string, ask: AskParticipantService): () => void {
  // Where ChatJS finds the service of a region.
  const endpoint = `https://participant.connect.${region}.amazonaws.com/`;
  const files = new FileStore();
  let isAnswering = true;
  const isOurs = (url: string): boolean => isAnswering && url.startsWith(endpoint);

  const { fetch: passOn, XMLHttpRequest: OwnXhr } = page;
  const answering: typeof fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (isAnswering && files.isOurs(url)) return files.answer(new Request(input, init));
    if (!isOurs(url)) return passOn.call(page, input, init);
    const request = new Request(input, init);
    const answer = await ask(participantRequest(url, request.headers.get('x-amz-bearer'), await request.text()));
    request.signal.throwIfAborted();
    return new Response(JSON.stringify(answer.body), { status: answer.status, headers: headersOf(answer) });
  };
  const AnsweringXhr = OwnXhr && answeringXhr(OwnXhr, isOurs, ask);
  page.fetch = answering;
  if (AnsweringXhr) page.XMLHttpRequest = AnsweringXhr;

  return () => {
    isAnswering = false;
    if (page.fetch === answering) page.fetch = passOn;
    if (AnsweringXhr && page.XMLHttpRequest === AnsweringXhr) page.XMLHttpRequest = OwnXhr;
  };
}
