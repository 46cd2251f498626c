// Which contacts count as a live call, which no change of a setting may cut off, and when the agent talks.
import { expect } from '@open-wc/testing';
import { hasLiveVoice, isTalking } from '../src/conduit/live-voice.js';
import { voiceContact } from './support/snapshots.js';

const contact = (type: string, state: string) => voiceContact(`${type} ${state}`, state, { type });

describe('a live call', () => {
  const LIVE = ['incoming', 'pending', 'connecting', 'connected', 'paused'];
  const OVER = ['ended', 'missed', 'rejected', 'error', 'init', ''];

  for (const type of ['voice', 'queue_callback']) {
    for (const state of [...LIVE, ...OVER]) {
      const isLive = LIVE.includes(state);
      it(`${isLive ? 'is' : 'is not'} a ${type} contact that is ${state || 'in no state'}`, () => {
        expect(hasLiveVoice([contact(type, state)])).to.equal(isLive);
        expect(isTalking([contact(type, state)])).to.equal(state === 'connected');
      });
    }
  }

  it('is not a chat, a task or an e-mail, whatever their state', () => {
    for (const type of ['chat', 'task', 'email']) {
      expect([hasLiveVoice([contact(type, 'connected')]), isTalking([contact(type, 'connected')])]).to.deep.equal([
        false,
        false,
      ]);
    }
  });

  it('is there if one of the contacts is, and is not where there are none', () => {
    const contacts = [contact('chat', 'connected'), contact('voice', 'ended'), contact('voice', 'connected')];
    expect([hasLiveVoice(contacts), isTalking(contacts)]).to.deep.equal([true, true]);
    expect([hasLiveVoice([]), isTalking([])]).to.deep.equal([false, false]);
  });
});
