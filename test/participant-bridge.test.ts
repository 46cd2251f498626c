// In the page under test: which requests the simulator answers, and that nothing of it is left.
import { expect } from '@open-wc/testing';
import { answerRequests } from '../src/simulator/kit/participant-bridge.js';
import type { ParticipantAnswer, ParticipantRequest } from '../src/simulator/channel/chat-wire.js';

const ENDPOINT = 'https://participant.connect.us-west-2.amazonaws.com';

/** A page's global object, with a `fetch` that is told from others. */
function makePage() {
  const passed: string[] = [];
  const ownFetch = (input: RequestInfo | URL) => {
    passed.push(input instanceof Request ? input.url : String(input));
    return Promise.resolve(new Response('own'));
  };
  const page = { fetch: ownFetch } as unknown as typeof globalThis;
  return { page, passed, ownFetch };
}

function makeService(answer: ParticipantAnswer = { status: 200, body: { Id: '1' } }) {
  const asked: ParticipantRequest[] = [];
  const ask = (request: ParticipantRequest) => {
    asked.push(request);
    return Promise.resolve(answer);
  };
  return { ask, asked };
}

describe('answerRequests', () => {
  it('hands requests to the participant service of its region over, and lets all others pass', async () => {
    const { page, passed } = makePage();
    const { ask, asked } = makeService();
    answerRequests(page, 'us-west-2', ask);
    const headers = { 'X-Amz-Bearer': 'token' };
    const body = JSON.stringify({ Content: 'Hi' });
    const request = new Request(`${ENDPOINT}/participant/message`, { method: 'POST', headers, body });
    const response = await page.fetch(request);
    expect([response.status, await response.json()]).to.deep.equal([200, { Id: '1' }]);
    await page.fetch(new URL(`${ENDPOINT}/participant/transcript?x`), { method: 'POST' });
    expect(asked).to.deep.equal([
      { path: '/participant/message', token: 'token', body: { Content: 'Hi' } },
      { path: '/participant/transcript', token: '', body: {} },
    ]);
    const others = ['/own', `${ENDPOINT}.example/participant/message`, ENDPOINT.replace('west-2', 'east-1')];
    for (const url of others) await page.fetch(url);
    expect(passed).to.deep.equal(others);
  });

  it('answers refusals as the service does', async () => {
    const { page } = makePage();
    const refusal = { status: 403, errorType: 'AccessDeniedException', body: { message: 'No' } };
    answerRequests(page, 'us-west-2', makeService(refusal).ask);
    const response = await page.fetch(`${ENDPOINT}/participant/message`, { method: 'POST', body: '{}' });
    expect(response.status).to.equal(403);
    expect(response.headers.get('x-amzn-errortype')).to.equal('AccessDeniedException');
    expect(await response.json()).to.deep.equal({ message: 'No' });
  });

  it('gives up with the request', async () => {
    const { page } = makePage();
    answerRequests(page, 'us-west-2', makeService().ask);
    const signal = AbortSignal.abort();
    const given: unknown = await page
      .fetch(`${ENDPOINT}/participant/message`, { signal })
      .catch((error: unknown) => error);
    expect(given).to.have.property('name', 'AbortError');
  });

  it('puts the page’s own fetch back', () => {
    const { page, ownFetch } = makePage();
    const stop = answerRequests(page, 'us-west-2', makeService().ask);
    expect(page.fetch).not.to.equal(ownFetch);
    stop();
    stop();
    expect(page.fetch).to.equal(ownFetch);
  });

  it('leaves what another script has put before it since, and lets everything pass', async () => {
    const { page, passed } = makePage();
    const { ask, asked } = makeService();
    const stop = answerRequests(page, 'us-west-2', ask);
    const inner = page.fetch;
    const theirs: typeof fetch = (input, init) => inner(input, init);
    page.fetch = theirs;
    stop();
    expect(page.fetch).to.equal(theirs);
    await page.fetch(`${ENDPOINT}/participant/message`);
    expect([asked.length, passed.length]).to.deep.equal([0, 1]);
  });
});

describe('answerRequests: XMLHttpRequest', () => {
  /** Sends a request, and gives its object when it is over, with the events that it had. */
  async function send(
    Xhr: typeof XMLHttpRequest,
    url: string,
    { type = '', act }: { type?: XMLHttpRequestResponseType; act?: (request: XMLHttpRequest) => void } = {},
  ) {
    const request = new Xhr();
    const events: string[] = [];
    for (const name of ['load', 'error', 'abort']) request.addEventListener(name, () => events.push(name));
    request.onreadystatechange = () => events.push(`state ${request.readyState}`);
    const over = new Promise((resolve) => request.addEventListener('loadend', resolve));
    request.open('POST', url, true);
    request.responseType = type;
    request.setRequestHeader('X-Amz-Bearer', 'token');
    request.send('{"Content":"Hi"}');
    act?.(request);
    await over;
    return { request, events };
  }

  /** The page of the test itself, for a test. */
  function answering(answer?: ParticipantAnswer) {
    const page = { ...makePage().page, XMLHttpRequest: window.XMLHttpRequest } as typeof globalThis;
    const service = makeService(answer);
    const stop = answerRequests(page, 'us-west-2', service.ask);
    return { page, stop, ...service };
  }

  const URL_OF_MESSAGES = `${ENDPOINT}/participant/message`;

  it('hands requests to the participant service over, and answers with the states and events of a real one', async () => {
    const { page, asked } = answering();
    const { request, events } = await send(page.XMLHttpRequest, URL_OF_MESSAGES);
    expect(asked).to.deep.equal([{ path: '/participant/message', token: 'token', body: { Content: 'Hi' } }]);
    expect(events).to.deep.equal(['state 1', 'state 2', 'state 3', 'state 4', 'load']);
    expect([request.status, request.responseText, request.response, request.responseURL]).to.deep.equal([
      200,
      '{"Id":"1"}',
      '{"Id":"1"}',
      URL_OF_MESSAGES,
    ]);
    expect(request.getAllResponseHeaders()).to.equal('content-type: application/json\r\n');
    expect(request).to.be.instanceOf(window.XMLHttpRequest);
  });

  it('answers in each type that can be asked for', async () => {
    const { page } = answering();
    const given = async (type: XMLHttpRequestResponseType): Promise<unknown> =>
      (await send(page.XMLHttpRequest, URL_OF_MESSAGES, { type })).request.response;
    expect(await given('json')).to.deep.equal({ Id: '1' });
    expect(new TextDecoder().decode((await given('arraybuffer')) as ArrayBuffer)).to.equal('{"Id":"1"}');
    expect(await ((await given('blob')) as Blob).text()).to.equal('{"Id":"1"}');
  });

  it('answers refusals as the service does', async () => {
    const { page } = answering({ status: 403, errorType: 'AccessDeniedException', body: { message: 'No' } });
    const { request } = await send(page.XMLHttpRequest, URL_OF_MESSAGES);
    expect(request.status).to.equal(403);
    expect(request.getResponseHeader('X-Amzn-ErrorType')).to.equal('AccessDeniedException');
    expect(JSON.parse(request.responseText)).to.deep.equal({ message: 'No' });
  });

  it('gives up when it is told to, and says nothing later', async () => {
    const { page } = answering();
    const act = (request: XMLHttpRequest): void => request.abort();
    const { request, events } = await send(page.XMLHttpRequest, URL_OF_MESSAGES, { act });
    await new Promise((resolve) => setTimeout(resolve));
    expect(events).to.deep.equal(['state 1', 'state 4', 'abort']);
    expect([request.readyState, request.status]).to.deep.equal([0, 0]);
  });

  it('is a network that does not answer once the simulator has gone', async () => {
    const page = { ...makePage().page, XMLHttpRequest: window.XMLHttpRequest } as typeof globalThis;
    answerRequests(page, 'us-west-2', () => Promise.reject(new Error('detached')));
    const { request, events } = await send(page.XMLHttpRequest, URL_OF_MESSAGES);
    expect([events.at(-1), request.status]).to.deep.equal(['error', 0]);
  });

  it('lets all others pass, by the same object too, and puts the page’s own back', async () => {
    const { page, asked, stop } = answering();
    const { request } = await send(page.XMLHttpRequest, URL_OF_MESSAGES);
    const text = await new Promise((resolve) => {
      request.onload = () => resolve(request.responseText);
      request.open('GET', 'data:text/plain,own');
      request.send();
    });
    expect([text, asked.length]).to.deep.equal(['own', 1]);
    stop();
    expect(page.XMLHttpRequest).to.equal(window.XMLHttpRequest);
  });
});
