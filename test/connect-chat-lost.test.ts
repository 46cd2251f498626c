// Nothing of a chat is lost, whatever becomes of its connection: a conversation over a session that the test plays, by a clock of its own.
import { expect } from '@open-wc/testing';
import { Conversation } from '../elements/conversations/conversation.js';
import type { ChatSession, SessionEvent, WireItem } from '../elements/conversations/session.js';
import { messageBoardOf } from '../elements/host/message-board.js';
import { FakeTimers } from './support/fake-timers.js';

const AGENT = 'agent-1';
const CUSTOMER = 'customer-1';

/** A chat service: what was said, and sessions that can be cut off. */
class Service {
  readonly said: WireItem[] = [];
  /** Rejects the next so many requests. */
  failing = 0;
  /** True while requests are taken, and their answers are lost. */
  isDeaf = false;
  /** Ids of messages that the customer was told are read. */
  readonly read: string[] = [];
  readonly #listeners = new Map<string, ((event: SessionEvent) => void)[]>();
  readonly #tokens = new Set<string>();

  /** Somebody says something. */
  say(text: string, who = CUSTOMER): WireItem {
    const Id = `m${this.said.length}`;
    const item = {
      Id,
      Type: 'MESSAGE',
      ContentType: 'text/plain',
      Content: text,
      AbsoluteTime: new Date(Date.now() + this.said.length).toISOString(),
      ParticipantId: who,
      ParticipantRole: who === AGENT ? 'AGENT' : 'CUSTOMER',
      DisplayName: who,
    };
    this.said.push(item);
    return item;
  }

  /** The session hears of something. */
  tell(name: string, data: WireItem = {}): void {
    for (const listener of this.#listeners.get(name) ?? []) listener({ data });
  }

  session(): ChatSession {
    const answer = <T>(value: T): Promise<T> => {
      if (this.failing > 0) {
        this.failing--;
        return Promise.reject(new Error('The network is gone.'));
      }
      return this.isDeaf ? Promise.reject(new Error('The answer was lost.')) : Promise.resolve(value);
    };
    const session = {
      getTranscript: () => answer({ data: { Transcript: [...this.said] } }),
      sendMessage: ({ message, clientToken = '' }: { message: string; clientToken?: string }) => {
        if (this.failing > 0) return answer({});
        if (this.#tokens.has(clientToken)) return answer({ data: {} });
        this.#tokens.add(clientToken);
        const { Id, AbsoluteTime } = this.say(message, AGENT);
        return answer({ data: { Id, AbsoluteTime } });
      },
      sendEvent: ({ contentType, content }: { contentType: string; content?: string }) => {
        if (contentType.endsWith('message.read'))
          this.read.push((JSON.parse(content!) as { messageId: string }).messageId);
        return Promise.resolve();
      },
    };
    return new Proxy(session as unknown as ChatSession, {
      get: (target, name: string) =>
        name.startsWith('on')
          ? (listener: (event: SessionEvent) => void) =>
              void this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener])
          : (Reflect.get(target, name) as unknown),
    });
  }
}

describe('a conversation', () => {
  let timers: FakeTimers;
  let service: Service;
  let conversation: Conversation;
  const board = messageBoardOf({});

  beforeEach(async () => {
    timers = new FakeTimers();
    service = new Service();
    conversation = new Conversation({
      contactId: 'contact-1',
      participantId: AGENT,
      board,
      skew: () => 0,
      agentName: () => 'Jane',
      session: () => Promise.resolve(service.session()),
    });
    conversation.open();
    await timers.advance(0);
  });

  afterEach(() => {
    conversation.forget();
    timers.restore();
  });

  const shown = () => conversation.lines.map(({ text, delivery }) => (delivery ? `${text}: ${delivery}` : text));
  const sent = () => service.said.filter(({ ParticipantId }) => ParticipantId === AGENT).map(({ Content }) => Content);

  it('keeps the draft while the connection is lost, and sends what was sent meanwhile once, in order', async () => {
    conversation.draft = 'half a sen';
    service.tell('onConnectionLost');
    expect(conversation.status).to.equal('lost');
    const outcomes = Promise.all([conversation.say('one'), conversation.say('two')]);
    service.say('while you were away');
    service.tell('onConnectionEstablished');
    await timers.advance(100);
    await outcomes;
    expect(conversation.draft).to.equal('half a sen');
    expect(shown()).to.deep.equal(['while you were away', 'one: sent', 'two: sent']);
    expect(sent()).to.deep.equal(['one', 'two']);
  });

  it('is back only when it knows what has come meanwhile', async () => {
    service.tell('onConnectionLost');
    service.say('missed');
    service.failing = 1;
    service.tell('onConnectionEstablished');
    await timers.advance(0);
    expect([conversation.status, shown()]).to.deep.equal(['lost', []]);
    await timers.advance(2_000);
    expect([conversation.status, shown()]).to.deep.equal(['open', ['missed']]);
    expect(conversation.unread).to.equal(1);
  });

  it('has a message once, where the service has taken it and its answer was lost', async () => {
    service.isDeaf = true;
    const outcome = conversation.say('only once');
    await timers.advance(500);
    expect(shown()).to.deep.equal(['only once: sending']);
    service.isDeaf = false;
    await timers.advance(2_000);
    await outcome;
    expect(shown()).to.deep.equal(['only once: sent']);
    expect(sent()).to.deep.equal(['only once']);
  });

  it('gives up after a minute, says so, and sends again what it is told to', async () => {
    service.tell('onConnectionLost');
    const outcome = conversation.say('too late').catch(({ message }: Error) => message);
    await timers.advance(61_000);
    expect(await outcome).to.equal('The service has not taken it in time.');
    expect(shown()).to.deep.equal(['too late: failed']);
    service.tell('onConnectionEstablished');
    await timers.advance(0);
    await conversation.again(conversation.lines[0].key);
    expect(shown()).to.deep.equal(['too late: sent']);
  });

  it('opens another session where one is broken, and has what came meanwhile', async () => {
    service.say('one');
    service.tell('onMessage', service.said[0]);
    service.tell('onConnectionBroken');
    expect(conversation.status).to.equal('lost');
    service.say('two');
    service.failing = 2;
    await timers.advance(10_000);
    expect([conversation.status, shown()]).to.deep.equal(['open', ['one', 'two']]);
    service.tell('onMessage', service.say('three'));
    expect(shown()).to.deep.equal(['one', 'two', 'three']);
  });

  it('keeps what the agent was writing when the chat ends, as what was not sent', async () => {
    conversation.draft = 'I was about to say';
    service.tell('onEnded');
    expect(conversation.status).to.equal('ended');
    expect(shown()).to.deep.equal(['I was about to say: failed']);
    await conversation.again(conversation.lines[0].key);
    expect(shown()).to.deep.equal(['I was about to say: failed']);
    conversation.discard(conversation.lines[0].key);
    expect(shown()).to.deep.equal([]);
  });

  it('says that a message is read only once', () => {
    service.tell('onMessage', service.say('one'));
    conversation.seen();
    conversation.seen();
    expect(service.read).to.deep.equal(['m0']);
  });

  it('has nothing left once it is forgotten', async () => {
    service.tell('onMessage', service.say('a secret'));
    conversation.draft = 'another';
    const outcome = conversation.say('a third').catch(() => 'given up');
    conversation.forget();
    await timers.advance(100);
    expect(conversation.lines).to.deep.equal([]);
    expect(conversation.draft).to.equal('');
    expect(board.of('contact-1').lastMessage).to.equal(null);
    expect(timers.pending).to.deep.equal([]);
    await outcome;
  });
});
