// Nothing of a chat is lost, whatever becomes of its connection: a conversation over a session that the test plays, by a clock of its own.
import { expect } from '@open-wc/testing';
import { Conversation } from '../elements/conversations/conversation.js';
import { messageBoardOf } from '../elements/host/message-board.js';
import { AGENT, ChatService } from './support/chat-service.js';
import { FakeTimers } from './support/fake-timers.js';

describe('a conversation', () => {
  let timers: FakeTimers;
  let service: ChatService;
  let conversation: Conversation;
  const board = messageBoardOf({});

  beforeEach(async () => {
    timers = new FakeTimers();
    service = new ChatService();
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
