// After a sign-out, an expired session, a refusal, an end by the page or another agent's sign-in, nothing of the last agent is left: not in
// an element or its accessible names, not in what people have typed, not in a host's state, the title, or the API.
import { expect, fixture, html } from '@open-wc/testing';
import '../elements/define.js';
import type { ConnectCcpElement } from '../elements/ccp/element.js';
import type { ConnectAgentStatusElement } from '../elements/agent-status/element.js';
import type { ConnectContactControlsElement } from '../elements/contact-controls/element.js';
import type { ConnectRecentContactsElement } from '../elements/recent-contacts/element.js';
import type { ConnectWrapUpElement } from '../elements/wrap-up/element.js';
import { ConnectSetAgentStateRequestEvent } from '../elements/index.js';
import type { AgentConfiguration, AgentData } from '../src/conduit/wire.js';
import { eventually } from './support/eventually.js';
import { CCP_URL, closeFakeCcps, FakeCcp, quietConnect, readyCcp } from './support/fake-ccp.js';
import { FakeTimers, settled } from './support/fake-timers.js';
import { agentData, voiceContact } from './support/snapshots.js';
import { withResolvers } from './support/with-resolvers.js';

/** What must not be left: the agent's name and states, numbers, names and attributes of customers, what was typed. */
const SECRETS = [
  'Jane',
  'Doe Ltd',
  '555',
  '078-05-1120',
  'ssn',
  'Gardening',
  'support',
  'Call me',
  '4711',
  'Chipped shelf',
  'CRM of Doe',
  '0:0',
  '1:0',
];

const customer = (id: string, state: string) =>
  voiceContact(id, state, {
    name: 'Doe Ltd',
    attributes: { ssn: { name: 'ssn', value: '078-05-1120' } },
    description: 'Call me',
  });

/** An agent with one call that goes on and one that rings. */
const janes = (who: Partial<AgentConfiguration> = {}): AgentData =>
  agentData(
    {
      state: { type: 'routable', name: 'Gardening', agentStateARN: null, startTimestamp: new Date(Date.now() - 5_000) },
      contacts: [customer('one', 'connected'), customer('two', 'connecting'), customer('three', 'ended')],
    },
    {
      name: 'Jane',
      username: 'jane',
      permissions: ['outboundCall'],
      agentStates: [
        { type: 'routable', name: 'Gardening', agentStateARN: 'a' },
        { type: 'offline', name: 'Offline', agentStateARN: 'b' },
      ],
      ...who,
    },
  );

/** Another agent, without contacts, in a state of another name. */
const next = (who: Partial<AgentConfiguration>): AgentData =>
  agentData(
    { state: { type: 'offline', name: 'Offline', agentStateARN: null, startTimestamp: new Date() } },
    {
      name: 'Kim',
      permissions: ['outboundCall'],
      agentStates: [{ type: 'offline', name: 'Offline', agentStateARN: 'b' }],
      ...who,
    },
  );

const NAMELESS: Partial<AgentConfiguration> = { username: undefined };
const arn = (id: string): Partial<AgentConfiguration> => ({
  agentARN: `arn:aws:connect:us-west-2:123456789012:instance/i/agent/${id}`,
});

/** Ways in which an agent goes: what the CCP says, or the page does. */
const ENDS: readonly (readonly [
  what: string,
  who: Partial<AgentConfiguration>,
  end: (fake: FakeCcp, ccp: ConnectCcpElement) => unknown,
])[] = [
  ['they sign out', {}, (fake) => fake.say('terminated')],
  ['their session ends', {}, (fake) => fake.say('auth_fail', { authorize: true })],
  ['they may not use the CCP', {}, (fake) => fake.say('access_denied')],
  ['the page ends the CCP', {}, (_, ccp) => ccp.terminate()],
  ['the element is taken away', {}, (_, ccp) => ccp.remove()],
  ['another agent signs in', {}, (fake) => fake.update(next({ username: 'kim' }))],
  [
    'another agent without a user name signs in',
    { ...NAMELESS, ...arn('1') },
    (fake) => fake.update(next({ ...NAMELESS, ...arn('2') })),
  ],
  [
    'one signs in of whom the name alone is known',
    { ...NAMELESS, agentARN: undefined },
    (fake) => fake.update(next({ ...NAMELESS, agentARN: undefined })),
  ],
];

/** All text of a tree and of every shadow root in it: what is seen, what assistive technology is told, and what stands in fields. */
function textOf(root: ParentNode): string {
  const texts: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (element.localName === 'style') continue;
    for (const { name, value } of element.attributes)
      if (/^(aria-|title|alt|placeholder|value|data-)/.test(name)) texts.push(value);
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) texts.push(element.value);
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent!);
    if (element.shadowRoot) texts.push(textOf(element.shadowRoot));
  }
  return texts.join('\n');
}

const found = (text: string): string[] => SECRETS.filter((secret) => text.includes(secret));

describe('an agent who goes', () => {
  let ccp: ConnectCcpElement;
  let status: ConnectAgentStatusElement;
  let controls: ConnectContactControlsElement;
  let wrapUp: ConnectWrapUpElement;
  let recents: ConnectRecentContactsElement;
  /** What the page does with notes. */
  let save: () => Promise<unknown>;
  let fake: FakeCcp;
  let page: HTMLElement;

  async function work(who: Partial<AgentConfiguration>): Promise<void> {
    page = await fixture<HTMLElement>(html`
      <div>
        <connect-ccp ccp-url=${CCP_URL}></connect-ccp>
        <connect-agent-status acw-seconds="60"></connect-agent-status>
        <connect-contact-controls></connect-contact-controls>
        <connect-wrap-up contact-id="three"></connect-wrap-up>
        <connect-recent-contacts></connect-recent-contacts>
        <connect-mini-panel></connect-mini-panel>
        <connect-chat></connect-chat>
      </div>
    `);
    [ccp, status, controls, wrapUp, recents] = page.children as unknown as [
      typeof ccp,
      typeof status,
      typeof controls,
      typeof wrapUp,
      typeof recents,
    ];
    ccp.connect.getLog().setEchoLevel('CRITICAL');
    fake = await new FakeCcp(ccp.connect, ccp).attach();
    await fake.acknowledge({ id: 'port-1' });
    await fake.update(agentData({}, { ...janes(who).configuration }));
    await status.updateComplete;
    await controls.updateComplete;
    controls.renderRoot.querySelector<HTMLInputElement>('#dial')!.value = '4711';
    await fake.update(janes(who));
    await fake.say('contact::view', { contactId: 'one' });
    // A command of theirs is under way, and one has failed.
    void ccp.request(new ConnectSetAgentStateRequestEvent({ agentState: 'Offline' }));
    await fake.nextRequest();
    await controls.updateComplete;
    await status.updateComplete;
    // Notes are written, and could not be saved; what was had is listed.
    save = () => Promise.reject(new Error('CRM of Doe is down'));
    wrapUp.addEventListener('connect-wrap-up-request', (event) => event.waitUntil(save()));
    await eventually(() => wrapUp.draft, 'there is something to wrap up');
    const notes = wrapUp.renderRoot.querySelector('textarea')!;
    notes.value = 'Chipped shelf';
    notes.dispatchEvent(new Event('input'));
    await wrapUp.done();
    await eventually(() => recents.contacts.length === 3, 'what was had is listed');
    await wrapUp.updateComplete;
    await recents.updateComplete;
    expect(found(textOf(wrapUp.renderRoot))).to.include.members(['Chipped shelf', 'CRM of Doe', 'Doe Ltd']);
    expect(found(textOf(recents.renderRoot))).to.include('Doe Ltd');
    await eventually(() => found(textOf(page)).length > 5, 'all of it is shown');
  }

  /** Everything that is left of it, wherever. */
  async function leftovers(): Promise<string[]> {
    for (const element of [ccp, status, controls, wrapUp, recents]) await element.updateComplete;
    const others = [...document.querySelectorAll<HTMLElement>('[popover], [role=status], [role=alert]')];
    const texts = [textOf(page), ...others.map(textOf), document.title, JSON.stringify(ccp.state)];
    return texts.flatMap(found).filter((secret) => !/^\d:\d$/.test(secret) || ccp.state.agent === null);
  }

  for (const [what, who, end] of ENDS) {
    it(`${what}: nothing is left, and each contact is said to have gone`, async () => {
      await work(who);
      const removed: string[] = [];
      ccp.addEventListener('connect-contact-removed', ({ contact }) => removed.push(contact.contactId));
      await end(fake, ccp);
      expect(await leftovers()).to.deep.equal([]);
      expect(removed.sort()).to.deep.equal(['one', 'three', 'two']);
      expect(ccp.state.contacts).to.deep.equal([]);
      expect(ccp.state.selectedContactId).to.be.null;
      expect(ccp.state.mute).to.be.false;
      expect(ccp.state.agent?.name ?? 'Kim').to.equal('Kim');
    });

    it(`${what}: what ends of their commands afterwards is not told to whoever comes next`, async () => {
      await work(who);
      await end(fake, ccp);
      // The end of a command is told some promises later.
      await settled();
      expect(await leftovers()).to.deep.equal([]);
      const text = textOf(page);
      expect(text).not.to.match(/not confirmed|may not have|did not/i);
    });
  }

  for (const [what, say] of [
    ['signed out', (ccpOfLast: FakeCcp) => ccpOfLast.say('terminated')],
    ['lost the session', (ccpOfLast: FakeCcp) => ccpOfLast.say('auth_fail')],
  ] as const) {
    it(`data that were on their way when the agent has ${what} are not shown`, async () => {
      await work({});
      await say(fake);
      await fake.update(janes());
      expect(await leftovers()).to.deep.equal([]);
      expect(ccp.connect.agent.initialized).to.be.false;
    });
  }

  it('the next agent finds an empty field, no open keypad and no old text to be read out', async () => {
    await work({});
    await fake.update(next({ username: 'kim' }));
    await controls.updateComplete;
    expect(controls.renderRoot.querySelector<HTMLInputElement>('#dial')!.value).to.equal('');
    expect(controls.matches(':state(panel-open)')).to.be.false;
    for (const region of controls.renderRoot.querySelectorAll('[role=status], [role=alert]')) {
      expect(found(region.textContent)).to.deep.equal([]);
    }
  });

  it('the next agent finds no notes of theirs, not even about the same contact; they themselves find them again', async () => {
    await work({});
    const kims = { ...next({ username: 'kim' }), snapshot: { ...janes().snapshot } };
    await fake.update(kims);
    await eventually(() => wrapUp.draft, 'there is something to wrap up');
    expect(wrapUp.draft).to.deep.equal({ contactId: 'three', code: null, notes: '' });
    await eventually(() => recents.contacts.length === 3, 'their own list');
    await fake.update(janes());
    await eventually(() => wrapUp.draft?.notes === 'Chipped shelf', 'their notes are there again');
  });

  for (const [how, settled] of [
    ['fails', () => Promise.reject(new Error('CRM of Doe is down'))],
    ['succeeds', () => Promise.resolve()],
  ] as const) {
    it(`a save that ${how} after they have gone is not told`, async () => {
      await work({});
      const { promise, resolve } = withResolvers<void>();
      save = () => promise.then(settled);
      const saving = wrapUp.done();
      await fake.update(next({ username: 'lee' }));
      resolve();
      expect(await saving).to.be.false;
      await wrapUp.updateComplete;
      const news = wrapUp.renderRoot.querySelector('[role=status]')!;
      expect(news.textContent).to.equal('');
      expect(await leftovers()).to.deep.equal([]);
    });
  }

  it('time in a state is the own one, though the service does not tell when it began', async () => {
    await work({});
    const data = next({ username: 'kim' });
    const { startTimestamp, ...state } = { ...data.snapshot.state, name: 'Gardening' };
    expect(startTimestamp).to.exist;
    await fake.update({ ...data, snapshot: { ...data.snapshot, state } });
    expect(Date.now() - ccp.state.agent!.state.since).to.be.below(4_000);
  });
});

describe('the API, of an agent who has gone', () => {
  afterEach(closeFakeCcps);

  for (const [what, who, end] of ENDS.filter(([name]) => !name.includes('element'))) {
    it(`${what}: no agent, no contact, no session of a chat, and the page is told`, async () => {
      const connect = quietConnect();
      const fake = await readyCcp(connect, janes(who));
      const contact = new connect.Agent().getContacts()[0];
      let told = 0;
      connect.core.onForgotten(() => told++);
      const stop = { terminate: () => connect.core.terminate() } as ConnectCcpElement;
      await end(fake, stop);
      expect(() => contact.getState()).to.throw(connect.StateError);
      const agents = connect.agent.initialized ? new connect.Agent().getName() : 'nobody';
      expect(agents).to.be.oneOf(['nobody', 'Kim']);
      if (!what.includes('page')) expect(told).to.equal(1);
    });
  }

  it('a renewed session brings the same agent back', async () => {
    const connect = quietConnect();
    const fake = await readyCcp(connect, janes());
    await fake.say('auth_fail');
    await fake.say('authorize_success');
    await fake.update(janes());
    expect(connect.core.getStatus()).to.equal('ready');
    expect(new connect.Agent().getContacts()).to.have.length(3);
  });

  it('the frame of a live call is kept when the session ends, though the agent is forgotten', async () => {
    const connect = quietConnect();
    const fake = await readyCcp(connect, janes(), { ccpAckTimeout: 20, ccpLoadTimeout: 40, loginMode: 'none' });
    let frames = 0;
    connect.core.onFrameRetry(() => frames++);
    const timers = new FakeTimers();
    try {
      await fake.say('auth_fail');
      await timers.advance(5_000);
    } finally {
      timers.restore();
    }
    expect(frames).to.equal(0);
    expect(connect.core.getFrame()).to.equal(fake.frame);
  });
});
