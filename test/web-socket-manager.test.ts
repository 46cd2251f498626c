// The page's end of the CCP's web socket: what ChatJS is handed, and what becomes of it when the CCP comes anew.
import { expect } from '@open-wc/testing';
import type { Connect } from '../src/connect.js';
import type { WebSocketManager, WebSocketMessage } from '../src/media/web-socket-manager.js';
import { closeFakeCcps, type FakeCcp, quietConnect, readyCcp } from './support/fake-ccp.js';
import { agentData } from './support/snapshots.js';

/** The members that hear one event, with the event. */
const LISTENING = {
  onInitFailure: 'webSocket::init_failure',
  onConnectionOpen: 'webSocket::connection_open',
  onConnectionClose: 'webSocket::connection_close',
  onConnectionGain: 'webSocket::connection_gain',
  onConnectionLost: 'webSocket::connection_lost',
  onSubscriptionUpdate: 'webSocket::subscription_update',
  onSubscriptionFailure: 'webSocket::subscription_failure',
  onAllMessage: 'webSocket::all_message',
} as const;

/** The members that no CCP ever calls. */
const SILENT = ['onDeepHeartbeatSuccess', 'onDeepHeartbeatFailure', 'onTopicFailure'] as const;

const message = (topic: string, content = '{}'): WebSocketMessage => ({
  topic,
  contentType: 'application/json',
  content,
});

describe('the web-socket manager', () => {
  let connect: Connect;
  let ccp: FakeCcp;
  let manager: WebSocketManager;

  const subscribed = () => ccp.sent.filter(({ event }) => event === 'webSocket::subscribe').map(({ data }) => data);

  beforeEach(async () => {
    connect = quietConnect();
    ccp = await readyCcp(connect, agentData());
    manager = connect.core.getWebSocketManager();
  });

  afterEach(closeFakeCcps);

  for (const [member, event] of Object.entries(LISTENING)) {
    it(`${member} hears ${event} until it is unsubscribed`, async () => {
      const heard: unknown[] = [];
      const unsubscribe = manager[member as keyof typeof LISTENING]((payload: unknown) => heard.push(payload));
      const payload = { topic: 'aws/subscribe', content: { status: 'success', topics: [] } };
      await ccp.say(event, payload);
      unsubscribe();
      await ccp.say(event, payload);
      expect(heard).to.deep.equal([payload]);
    });
  }

  for (const member of SILENT) {
    it(`${member} is taken, and gives a function back`, () => {
      expect(manager[member](() => {})()).to.be.undefined;
    });
  }

  it('wants functions, and lists of topics', () => {
    for (const member of [...Object.keys(LISTENING), ...SILENT] as (keyof typeof LISTENING)[]) {
      expect(() => manager[member]('no function' as never), member).to.throw(connect.ValueError);
    }
    expect(() => manager.onMessage('aws/chat', null as never)).to.throw(connect.ValueError);
    expect(() => manager.subscribeTopics('aws/chat' as never)).to.throw(connect.ValueError);
    expect(() => manager.subscribeTopics(null as never)).to.throw(connect.ValueError);
  });

  it('tells those who hear all messages first, then those of the topic, and nobody else', async () => {
    const heard: string[] = [];
    manager.onMessage('aws/chat', () => heard.push('chat'));
    manager.onMessage('aws/task', () => heard.push('task'));
    manager.onAllMessage(() => heard.push('all'));
    await ccp.say('webSocket::all_message', message('aws/chat'));
    expect(heard).to.deep.equal(['all', 'chat']);
  });

  it('sends topics and messages as they are', async () => {
    manager.subscribeTopics(['aws/chat']);
    manager.sendMessage({ topic: 'aws/chat', content: 'x' });
    await ccp.settle();
    expect(ccp.sent.slice(-2)).to.deep.equal([
      { event: 'webSocket::subscribe', data: ['aws/chat'] },
      { event: 'webSocket::send', data: { topic: 'aws/chat', content: 'x' } },
    ]);
  });

  it('tells a CCP that answers through another port what the page wants, once it has data', async () => {
    manager.subscribeTopics(['aws/chat']);
    manager.subscribeTopics(['aws/task']);
    await ccp.update(agentData());
    await ccp.settle();
    expect(subscribed()).to.deep.equal([['aws/chat'], ['aws/task']]);
    await ccp.acknowledge({ id: 'port-2' });
    await ccp.settle();
    expect(subscribed()).to.have.length(2);
    await ccp.update(agentData());
    await ccp.update(agentData());
    await ccp.settle();
    expect(subscribed().slice(2)).to.deep.equal([['aws/chat', 'aws/task']]);
  });

  it('keeps its listeners when the frame is loaded anew', async () => {
    const heard: string[] = [];
    manager.onMessage('aws/chat', ({ content }) => heard.push(String(content)));
    manager.subscribeTopics(['aws/chat']);
    connect.core.retry();
    await ccp.attach();
    await ccp.acknowledge({ id: 'port-2' });
    await ccp.update(agentData());
    await ccp.say('webSocket::all_message', message('aws/chat', 'again'));
    expect(heard).to.deep.equal(['again']);
    await ccp.settle();
    expect(subscribed().at(-1)).to.deep.equal(['aws/chat']);
  });

  it('says nothing to a CCP of a page that wants no topic', async () => {
    await ccp.acknowledge({ id: 'port-2' });
    await ccp.update(agentData());
    await ccp.settle();
    expect(subscribed()).to.deep.equal([]);
  });

  it('stays the same over stopCCP, and is another one after terminate', async () => {
    connect.core.stopCCP();
    expect(connect.core.getWebSocketManager() === manager).to.be.true;
    let heard = 0;
    manager.onMessage('aws/chat', () => (heard += 1));
    connect.core.terminate();
    expect(connect.core.getWebSocketManager() === manager).to.be.false;
    ccp = await readyCcp(connect, agentData());
    await ccp.say('webSocket::all_message', message('aws/chat'));
    expect(heard).to.equal(0);
  });
});
