// A conversation of a thousand messages: opened at once, and each new one costs one row. Only script is timed, at its best of some runs.
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
const RUNS = 7;

/** Milliseconds of script that a thousand messages may take, and that one more may. */
const MOST_TO_OPEN = 100;
const MOST_FOR_ONE = 4;

/** Milliseconds of the fastest of some runs: what else the machine does is no matter of theirs. */
function fastest(run: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const begin = performance.now();
    run();
    return performance.now() - begin;
  });
  return Math.min(...times);
}

describe('a conversation of a thousand messages', () => {
  const noop = () => {};

  it('is shown at once, and each new message costs one row', async () => {
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
    const bare = document.createElement('ol');
    const texts = conversation.lines.map(({ text }) => text);
    const toList = fastest(() => bare.replaceChildren(...texts.map((text) => new Text(text))));
    const toOpen = fastest(() => transcript.redraw());
    expect(transcript.list.childElementCount).to.equal(MESSAGES);

    const changed = new Set<Node>();
    const observer = new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        for (const node of target === transcript.list ? addedNodes : [target]) changed.add(node);
      }
    });
    observer.observe(transcript.list, { childList: true, subtree: true, characterData: true, attributes: true });
    const forOne = fastest(() => service.tell('onMessage', service.say('one more')));
    await Promise.resolve();
    observer.disconnect();
    expect(changed.size).to.equal(RUNS);
    conversation.forget();
    const told = `${toOpen.toFixed(1)} ms to open (${(toOpen / toList).toFixed(0)} times a bare list), ${forOne.toFixed(2)} ms for one`;
    expect(toOpen, told).to.be.at.most(MOST_TO_OPEN);
    expect(forOne, told).to.be.at.most(MOST_FOR_ONE);
  });
});
