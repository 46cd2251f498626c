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
