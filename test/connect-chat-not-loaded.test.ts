// <connect-chat> where there is no ChatJS to be had: it says so, in words and to the page, and works once there is.
import { expect, fixture, html } from '@open-wc/testing';
import type { ConnectCcpElement } from '../elements/ccp/element.js';
import type { ConnectChatElement } from '../elements/chat/element.js';
import type { ConnectErrorEvent } from '../elements/host/events.js';
import { attachSimulator, type Simulator } from '../src/simulator/kit/simulator.js';
import { eventually } from './support/eventually.js';
import { simulatedCcpUrl } from './support/simulated-ccp.js';

/** The same modules, on a network that has no ChatJS. */
const WITHOUT = '/without/amazon-connect-chat.js/elements';

describe('<connect-chat> without ChatJS', () => {
  let ccp: ConnectCcpElement;
  let chat: ConnectChatElement;
  let sim: Simulator;

  before(async () => {
    await import(`${WITHOUT}/connect-ccp.ts`);
    await import(`${WITHOUT}/connect-chat.ts`);
  });

  beforeEach(async () => {
    ccp = await fixture(html`<connect-ccp ccp-url=${simulatedCcpUrl({ state: 'Available' })}></connect-ccp>`);
    await ccp.ready;
    sim = await attachSimulator(ccp);
    await sim.answerParticipantService();
    chat = await fixture(html`<connect-chat></connect-chat>`);
  });

  afterEach(() => sim.detach());

  const parts = (name: string): HTMLElement[] => [...chat.renderRoot.querySelectorAll<HTMLElement>(`[part~=${name}]`)];

  it('says so, and chats once the page has loaded it', async () => {
    const errors: string[] = [];
    ccp.addEventListener('connect-error', ({ error }: ConnectErrorEvent) => errors.push(error.code));
    const contactId = await sim.incomingChat({ from: 'Kim', message: 'Hello' });
    await eventually(() => ccp.state.contacts[0]?.ringing, 'the chat does not ring');
    await new ccp.connect.Contact(contactId).accept();
    ccp.selectContact(contactId);
    await eventually(() => chat.matches(':state(not-loaded)'), 'it does not say that something is missing');
    await chat.updateComplete;
    expect(errors).to.deep.equal(['not-loaded']);
    expect([parts('notice').length, parts('composer').length]).to.deep.equal([1, 0]);
    expect(parts('notice')[0].textContent.trim()).to.not.equal('');
    await expect(chat).to.be.accessible();
    await import('amazon-connect-chatjs');
    parts('retry')[0].click();
    await eventually(() => parts('bubble')[0]?.textContent === 'Hello', 'it does not chat');
    expect(parts('notice')).to.deep.equal([]);
  });
});
