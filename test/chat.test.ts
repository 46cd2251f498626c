// Chat: what getMediaController of a chat gives, on a ChatJS that the test plays. The real one: test/e2e/chat.test.mjs.
import { expect } from '@open-wc/testing';
import type { Connect } from '../src/connect.js';
import type { AgentData, ContactData } from '../src/conduit/wire.js';
import type { InitCcpOptions } from '../src/embedding/options.js';
import { closeFakeCcps, type FakeCcp, quietConnect, readyCcp } from './support/fake-ccp.js';
import { settled } from './support/fake-timers.js';
import { agentData } from './support/snapshots.js';

/** A session as ChatJS makes one, with what was done to it. */
class PlayedSession {
  cleanups = 0;
  connected = false;
  #broken: () => void = () => {};

  constructor(
    readonly args: Record<string, unknown>,
    private readonly failure: Error | undefined,
  ) {}

  connect(): Promise<unknown> {
    if (this.failure !== undefined) return Promise.reject(this.failure);
    this.connected = true;
    return Promise.resolve({ connectSuccess: true });
  }

  onConnectionBroken(callback: () => void): void {
    this.#broken = callback;
  }

  break(): void {
    this.#broken();
  }

  cleanUpOnParticipantDisconnect(): void {
    this.cleanups += 1;
  }
}

/** ChatJS, as much as is used of it. */
class PlayedChatJs {
  readonly configs: Record<string, unknown>[] = [];
  readonly sessions: PlayedSession[] = [];
  /** What the next sessions fail to connect with. */
  failure: Error | undefined;

  readonly ChatSession = {
    setGlobalConfig: (config: object) => void this.configs.push(config as Record<string, unknown>),
    create: (args: object) => {
      const session = new PlayedSession(args as Record<string, unknown>, this.failure);
      this.sessions.push(session);
      return session;
    },
  };
}

const page = globalThis as { connect?: unknown };

function chatContact(contactId: string, state = 'connected'): ContactData {
  const timestamp = new Date();
  const agentState = state === 'ended' ? 'disconnected' : state;
  const connectionData = JSON.stringify({ ConnectionAuthenticationToken: `token of ${contactId}` });
  return {
    contactId,
    type: 'chat',
    state: { type: state, timestamp },
    connections: [
      {
        connectionId: `${contactId}-agent`,
        type: 'agent',
        initial: false,
        state: { type: agentState, timestamp },
        chatMediaInfo: { connectionData },
      },
      {
        connectionId: `${contactId}-customer`,
        type: 'inbound',
        initial: true,
        state: { type: 'connected', timestamp },
        chatMediaInfo: { customerName: 'Kim' },
      },
    ],
  };
}

const chats = (...contacts: ContactData[]): AgentData => agentData({ contacts });

/** For what is too large to be shown where it differs. */
function expectSame(one: unknown, other: unknown): void {
  expect(one === other, 'it is the same').to.be.true;
}

async function failureOf(promise: Promise<unknown>): Promise<Error> {
  const failure: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(failure, 'it did not fail').to.exist;
  return failure as Error;
}

describe('getMediaController of a chat', () => {
  let connect: Connect;
  let chatJs: PlayedChatJs;
  let ccp: FakeCcp;

  const controller = (contactId: string) => new connect.Contact(contactId).getAgentConnection()!.getMediaController();

  async function embed(data: AgentData, options: Partial<InitCcpOptions> = {}): Promise<void> {
    ccp = await readyCcp(connect, data, options);
  }

  beforeEach(() => {
    connect = quietConnect();
    chatJs = new PlayedChatJs();
    connect.ChatSession = chatJs.ChatSession;
  });

  afterEach(() => {
    closeFakeCcps();
    delete page.connect;
  });

  it('makes a session as ChatJS wants it, and connects it', async () => {
    const features = { messageReceipts: { shouldSendMessageReceipts: false } };
    await embed(chats(chatContact('a')), { features });
    const session = await controller('a');
    const [made] = chatJs.sessions;
    expectSame(session, made);
    expect(made.connected).to.be.true;
    const { chatDetails, websocketManager, ...args } = made.args;
    expectSame(websocketManager, connect.core.getWebSocketManager());
    expect(args).to.deep.equal({ type: 'AGENT', options: { region: 'us-west-2' } });
    expect(chatDetails).to.include({ contactId: 'a', participantId: 'a-agent', participantToken: 'token of a' });
    const [{ region, features: given }] = chatJs.configs;
    expect({ region, given }).to.deep.equal({ region: 'us-west-2', given: features });
  });

  it('sets ChatJS up once, however many chats there are', async () => {
    await embed(chats(chatContact('a'), chatContact('b')));
    await Promise.all([controller('a'), controller('b')]);
    expect([chatJs.configs.length, chatJs.sessions.length]).to.deep.equal([1, 2]);
  });

  it('takes the region that the page names where the agent has no ARN', async () => {
    const data = chats(chatContact('a'));
    const nameless = { ...data, configuration: { ...data.configuration, agentARN: undefined } };
    await embed(nameless, { region: 'eu-west-2' });
    await controller('a');
    expect(chatJs.configs[0].region).to.equal('eu-west-2');
  });

  it('does nothing until it is asked: connections can be listed for nothing', async () => {
    await embed(chats(chatContact('a')));
    const contact = new connect.Contact('a');
    contact.getConnections();
    contact.getInitialConnection()!.getMediaInfo();
    await ccp.settle();
    expect(chatJs.configs).to.deep.equal([]);
    expect(ccp.sentEvents).not.to.include('webSocket::subscribe');
  });

  it('gives the same promise for the same connection', async () => {
    await embed(chats(chatContact('a')));
    const first = controller('a');
    expectSame(controller('a'), first);
    await first;
    expectSame(controller('a'), first);
  });

  it('forgets a session that could not be connected', async () => {
    await embed(chats(chatContact('a')));
    chatJs.failure = new Error('no token');
    expect(await failureOf(controller('a'))).to.equal(chatJs.failure);
    chatJs.failure = undefined;
    expectSame(await controller('a'), chatJs.sessions[1]);
  });

  it('forgets a session whose connection is broken for good', async () => {
    await embed(chats(chatContact('a')));
    await controller('a');
    chatJs.sessions[0].break();
    expectSame(await controller('a'), chatJs.sessions[1]);
  });

  it('keeps a session through after-call work, and cleans up once the contact is gone', async () => {
    await embed(chats(chatContact('a'), chatContact('b')));
    const [a, b] = (await Promise.all([controller('a'), controller('b')])) as PlayedSession[];
    await ccp.update(chats(chatContact('a', 'ended'), chatContact('b')));
    expectSame(await controller('a'), a);
    await ccp.update(chats(chatContact('b')));
    await settled();
    expect([a.cleanups, b.cleanups]).to.deep.equal([1, 0]);
    expectSame(await controller('b'), b);
  });

  it('cleans up a session that is ready only when its contact is gone', async () => {
    await embed(chats(chatContact('a')));
    const pending = controller('a');
    connect.core.getAgentDataProvider().accept(chats());
    connect.core.stopCCP();
    await pending;
    await settled();
    expect(chatJs.sessions[0].cleanups).to.equal(1);
  });

  for (const [end, act] of Object.entries<(target: FakeCcp) => unknown>({
    'the agent signs out': (target) => target.say('terminated'),
    'the page ends the CCP': () => connect.core.stopCCP(),
    'the page ends everything': () => connect.core.terminate(),
  })) {
    it(`cleans up when ${end}`, async () => {
      await embed(chats(chatContact('a')));
      await controller('a');
      await act(ccp);
      await settled();
      expect(chatJs.sessions[0].cleanups).to.equal(1);
    });
  }

  it('after terminate, hands ChatJS a manager that it does not know', async () => {
    await embed(chats(chatContact('a')));
    await controller('a');
    connect.core.terminate();
    await embed(chats(chatContact('a')));
    await controller('a');
    const [before, after] = chatJs.sessions.map(({ args }) => args.websocketManager);
    expectSame(after, connect.core.getWebSocketManager());
    expect(after === before).to.be.false;
    expect(chatJs.configs).to.have.length(2);
  });

  it('is there while the own connection is active', async () => {
    await embed(chats(chatContact('a', 'ended'), chatContact('b')));
    const ended = await failureOf(controller('a'));
    expect(ended).to.be.instanceOf(connect.StateError);
    expect(ended.message).to.include('only while it is active');
    expect(chatJs.sessions).to.have.length(0);
  });

  it("is the same one for the customer's connection", async () => {
    await embed(chats(chatContact('b')));
    const customer = new connect.Contact('b').getInitialConnection()!;
    expectSame(await customer.getMediaController(), await controller('b'));
    expect(chatJs.sessions).to.have.length(1);
  });

  it('fails by its promise where the contact is gone', async () => {
    await embed(chats());
    const gone = new connect.ChatConnection('a', 'a-agent');
    expect((await failureOf(gone.getMediaController())).message).to.equal('Contact a no longer exists.');
  });

  it('writes what ChatJS logs to the log of its component; what it warns of is not for the console', async () => {
    await embed(chats(chatContact('a')));
    await controller('a');
    const { logger } = chatJs.configs[0].loggerConfig as { logger: Record<string, (text: string) => void> };
    for (const level of ['debug', 'info', 'warn', 'error']) logger[level](`100 % ${level}`);
    const entries = connect.getLog().getEntries().slice(-4);
    expect(entries.map(({ component, level, text }) => [component, level, text])).to.deep.equal([
      ['chat', 'DEBUG', '100 % debug'],
      ['chat', 'DEBUG', '100 % info'],
      ['chat', 'DEBUG', '100 % warn'],
      ['chat', 'ERROR', '100 % error'],
    ]);
  });

  describe('finds ChatJS', () => {
    beforeEach(() => {
      delete connect.ChatSession;
    });

    it('not at all: then the error says what to load, and it may be loaded afterwards', async () => {
      await embed(chats(chatContact('a')));
      const failure = await failureOf(controller('a'));
      expect(failure).to.be.instanceOf(connect.StateError);
      expect(failure.message).to.include('load amazon-connect-chatjs');
      connect.ChatSession = chatJs.ChatSession;
      expectSame(await controller('a'), chatJs.sessions[0]);
    });

    it('on the page’s `connect`, which is not this runtime', async () => {
      page.connect = { ChatSession: chatJs.ChatSession };
      await embed(chats(chatContact('a')));
      expectSame(await controller('a'), chatJs.sessions[0]);
    });

    it('on the runtime first, where a page has handed it over', async () => {
      page.connect = { ChatSession: new PlayedChatJs().ChatSession };
      connect.ChatSession = chatJs.ChatSession;
      await embed(chats(chatContact('a')));
      expectSame(await controller('a'), chatJs.sessions[0]);
    });
  });
});
