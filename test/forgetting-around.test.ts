// What is kept of an agent around the elements, and goes when they go: sessions of chats, the title, a notification, and what two
// regions show.
import { expect, fixture, html } from '@open-wc/testing';
import '../elements/define.js';
import type { ConnectCcpElement } from '../elements/ccp/element.js';
import type { ConnectGlobalCcpElement } from '../elements/global-ccp/element.js';
import type { ContactData } from '../src/conduit/wire.js';
import { Ears } from './support/ears.js';
import { eventually } from './support/eventually.js';
import { CCP_URL, closeFakeCcps, FakeCcp, quietConnect, readyCcp } from './support/fake-ccp.js';
import { EAST_ARN, WEST_ARN } from './support/global-scene.js';
import { agentData, configuration, voiceContact } from './support/snapshots.js';

/** Ways in which an agent goes, as the CCP tells of them. */
const ENDS: Readonly<Record<string, (ccp: FakeCcp) => Promise<void>>> = {
  'they sign out': (ccp) => ccp.say('terminated'),
  'their session ends': (ccp) => ccp.say('auth_fail'),
  'they may not use the CCP': (ccp) => ccp.say('access_denied'),
  'another agent signs in': (ccp) => ccp.update(agentData({}, { ...configuration(), name: 'Kim', username: 'kim' })),
};

const ringing = (contactId: string): ContactData =>
  voiceContact(contactId, 'connecting', {
    connections: voiceContact(contactId, 'connecting').connections.map((connection) =>
      connection.type === 'agent'
        ? { ...connection, state: { type: 'connecting', timestamp: new Date() } }
        : connection,
    ),
  });

describe('sessions of chats, when', () => {
  afterEach(closeFakeCcps);

  /** A session as ChatJS makes one; it connects when the test says so. */
  class Session {
    connected!: () => void;
    cleanups = 0;
    connect = () => new Promise<void>((resolve) => (this.connected = resolve));
    onConnectionBroken = (): void => {};
    cleanUpOnParticipantDisconnect = (): void => void this.cleanups++;
  }

  const chat = (): ContactData => {
    const contact = voiceContact('chat', 'connected');
    return {
      ...contact,
      type: 'chat',
      connections: contact.connections.map((connection) => ({
        ...connection,
        chatMediaInfo: { connectionData: '{"ConnectionAuthenticationToken":"secret"}' },
      })),
    };
  };

  for (const [what, end] of Object.entries(ENDS)) {
    for (const isLate of [false, true]) {
      it(`${what}${isLate ? ' while one connects' : ''}: nobody takes part in a chat any more, and the next agent gets one of their own`, async () => {
        const connect = quietConnect();
        const sessions: Session[] = [];
        const create = () => sessions[sessions.push(new Session()) - 1];
        connect.ChatSession = { setGlobalConfig: () => {}, create };
        const controller = () => new connect.Contact('chat').getAgentConnection()!.getMediaController();
        const ccp = await readyCcp(connect, agentData({ contacts: [chat()] }));
        const first = controller();
        await eventually(() => sessions.length === 1, 'one is made');
        if (!isLate) sessions[0].connected();
        if (!isLate) await first;
        await end(ccp);
        if (isLate) sessions[0].connected();
        await eventually(() => sessions[0].cleanups === 1, 'it is let go');
        if (!connect.agent.initialized) await ccp.acknowledge({ id: 'port-2' });
        await ccp.update(agentData({ contacts: [chat()] }, { ...configuration(), name: 'Kim', username: 'kim' }));
        const second = controller();
        await eventually(() => sessions.length === 2, 'another one is made');
        sessions[1].connected();
        expect((await second) === sessions[1]).to.be.true;
        expect(sessions.map(({ cleanups }) => cleanups)).to.deep.equal([1, 0]);
      });
    }
  }
});

describe('title and notification of who rings, when', () => {
  const { Notification: RealNotification } = window;
  const { title } = document;
  let ears: Ears;
  let open: string[];

  beforeEach(() => {
    ears = new Ears();
    ears.isBlocked = true;
    ears.install();
    open = [];
    window.Notification = class {
      static permission = 'granted';
      constructor(readonly text: string) {
        open.push(text);
      }
      close(): void {
        open = open.filter((text) => text !== this.text);
      }
    } as never;
  });

  afterEach(() => {
    ears.restore();
    window.Notification = RealNotification;
    document.title = title;
  });

  const FURTHER: Readonly<Record<string, (ccp: FakeCcp, host: ConnectCcpElement) => unknown>> = {
    ...ENDS,
    'the page ends the CCP': (_, host) => host.terminate(),
    'the element is taken away': (_, host) => host.remove(),
  };

  for (const [what, end] of Object.entries(FURTHER)) {
    it(what, async () => {
      const host = await fixture<ConnectCcpElement>(html`<connect-ccp ringer ccp-url=${CCP_URL}></connect-ccp>`);
      host.connect.getLog().setEchoLevel('CRITICAL');
      const ccp = await new FakeCcp(host.connect, host).attach();
      await ccp.acknowledge({ id: 'port-1' });
      await ccp.update(agentData());
      await ccp.update(agentData({ contacts: [ringing('a')] }));
      await eventually(() => document.title.includes('555') && open.length === 1, 'who rings is shown');
      await end(ccp, host);
      await eventually(() => open.length === 0 && document.title === title, 'nothing of it is left');
      // The title would blink again within a second.
      const blinked = performance.now() + 1_200;
      await eventually(() => performance.now() > blinked, 'a second');
      expect(document.title).to.equal(title);
    });
  }
});

describe('two regions, when', () => {
  const SECRETS = ['Jane', '555', 'support'];

  /** All text of a tree and of every shadow root in it. */
  function textOf(root: ParentNode): string {
    const texts: string[] = [];
    for (const element of root.querySelectorAll('*')) {
      if (element.localName === 'style') continue;
      for (const { name, value } of element.attributes) if (/^(aria-|title|alt|data-)/.test(name)) texts.push(value);
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent!);
      if (element.shadowRoot) texts.push(textOf(element.shadowRoot));
    }
    return texts.join('\n');
  }

  async function mount() {
    const page = await fixture<HTMLElement>(html`
      <div>
        <connect-global-ccp login-url=${CCP_URL}>
          <connect-ccp region="us-east-1" ccp-url=${`${CCP_URL}?east`} instance-arn=${EAST_ARN}></connect-ccp>
          <connect-ccp region="us-west-2" ccp-url=${`${CCP_URL}?west`} instance-arn=${WEST_ARN}></connect-ccp>
        </connect-global-ccp>
        <connect-agent-status></connect-agent-status>
        <connect-contact-controls></connect-contact-controls>
      </div>
    `);
    const global = page.firstElementChild as ConnectGlobalCcpElement;
    await eventually(() => global.regions.length === 2, 'both regions');
    const ccps: FakeCcp[] = [];
    for (const region of global.regions as unknown as ConnectCcpElement[]) {
      region.connect.getLog().setEchoLevel('CRITICAL');
      await eventually(() => region.connect.core.getFrame(), 'the frame');
      ccps.push(await new FakeCcp(region.connect, region).attach());
    }
    for (const [index, ccp] of ccps.entries()) {
      await ccp.acknowledge({ id: `port-${index}` });
      await ccp.update(agentData({ contacts: index === 0 ? [voiceContact('one', 'connected')] : [] }));
    }
    const found = (): string[] => {
      const text = [textOf(page), JSON.stringify(global.state), document.title].join('\n');
      return SECRETS.filter((secret) => text.includes(secret));
    };
    await eventually(() => found().length === SECRETS.length, 'all of it is shown');
    return { page, global, ccps, found };
  }

  for (const [what, end] of Object.entries(ENDS)) {
    it(`${what} in both: nothing is left in any element, nor in the state of either region`, async () => {
      const { global, ccps, found } = await mount();
      const removed: string[] = [];
      global.addEventListener('connect-contact-removed', ({ contact }) => removed.push(contact.contactId));
      for (const ccp of ccps) await end(ccp);
      await eventually(() => found().length === 0, `left: ${found().join()}`);
      expect(removed).to.deep.equal(['one']);
      for (const region of global.regions) {
        expect(JSON.stringify((region as unknown as ConnectCcpElement).state)).not.to.match(/Jane|555/);
      }
    });
  }

  it('they sign out in the one where they work: nothing of the contact is left', async () => {
    const { global, ccps, found } = await mount();
    await ccps[0].say('terminated');
    await eventually(() => !found().includes('555'), `left: ${found().join()}`);
    expect(global.state.contacts).to.deep.equal([]);
  });
});
