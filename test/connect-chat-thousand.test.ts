// A conversation of a thousand messages is shown whole, and each new one costs one row. What that takes is timed by `npm run bench`.
import { expect } from '@open-wc/testing';
import type { ChatContext } from '../elements/chat/context.js';
import { enChat } from '../elements/chat/en.js';
import { Transcript } from '../elements/chat/transcript.js';
import { Conversation } from '../elements/conversations/conversation.js';
import { messageBoardOf } from '../elements/host/message-board.js';
import { formatsFor } from '../elements/words/formats.js';
import { ChatService, AGENT } from './support/chat-service.js';
import { eventually } from './support/eventually.js';

const MESSAGES = 1_000;
const MORE = 7;

describe('a conversation of a thousand messages', () => {
  const noop = () => {};

  it('is shown whole, and each new message costs one row', async () => {
    const service = new ChatService();
    for (let count = 0; count < MESSAGES; count++) service.say(`message ${count}, see https://example.com/${count}`);
    const conversation = new Conversation({
      contactId: 'contact-1',
      participantId: AGENT,
      board: messageBoardOf({}),
      skew: () => 0,
      agentName: () => 'Jane',
      session: () => Promise.resolve(service.session()),
    });
    conversation.open();
    await eventually(() => conversation.lines.length === MESSAGES, 'the conversation is not open');
    const formats = formatsFor('en');
    const context: ChatContext = {
      terms: enChat(formats),
      formats,
      conversation,
      who: 'Kim',
      identity: '',
      update: noop,
      announce: noop,
    };
    const actions = {
      said: noop,
      failed: noop,
      scrolled: noop,
      reachedStart: noop,
      again: noop,
      discard: noop,
      open: noop,
    };
    const transcript = new Transcript(context, actions);
    transcript.show(conversation);
    expect(transcript.list.childElementCount).to.equal(MESSAGES);

    const changed = new Set<Node>();
    const observer = new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        for (const node of target === transcript.list ? addedNodes : [target]) changed.add(node);
      }
    });
    observer.observe(transcript.list, { childList: true, subtree: true, characterData: true, attributes: true });
    for (let count = 0; count < MORE; count++) service.tell('onMessage', service.say('one more'));
    await Promise.resolve();
    observer.disconnect();
    expect(changed.size).to.equal(MORE);
    conversation.forget();
  });
});
