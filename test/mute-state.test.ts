// Whether the agent is muted, as far as the CCPs' words go: of which calls a word was said, and when nobody can be believed any more.
import { expect } from '@open-wc/testing';
import { MuteState } from '../src/conduit/mute-state.js';
import type { AgentData, ConnectionData, ContactData } from '../src/conduit/wire.js';
import { AgentEvents, EventType } from '../src/events/event-names.js';
import { FakeTimers } from './support/fake-timers.js';
import { agentData, voiceContact } from './support/snapshots.js';

/** The agent's own connection, through the browser unless said otherwise. */
const leg = (connectionId: string, state = 'connected', isSoftphone = true) =>
  ({
    connectionId,
    state: { type: state },
    ...(isSoftphone && { softphoneMediaInfo: { callType: 'audio_only' } }),
  }) as unknown as ConnectionData;

const withLegs = (...legs: ConnectionData[]): AgentData =>
  agentData({
    contacts: legs.map((one) => voiceContact(`of ${one.connectionId}`, 'connected', { connections: [one] })),
  });

describe('the mute status', () => {
  let timers: FakeTimers;
  let data: AgentData | null;
  let asked: number;
  let told: boolean[];
  let mute: MuteState;

  beforeEach(() => {
    timers = new FakeTimers();
    data = null;
    asked = 0;
    told = [];
    mute = new MuteState({ data: () => data, ask: () => asked++, changed: (isMuted) => told.push(isMuted) });
  });
  afterEach(() => timers.restore());

  /** The service says how things are. */
  function update(now: AgentData | null): void {
    data = now;
    mute.received(AgentEvents.UPDATE, now);
  }
  const say = (muted: unknown): void => mute.received(AgentEvents.MUTE_TOGGLE, { muted });
  const tabsChange = (): void => mute.received(EventType.UPDATE_CONNECTED_CCPS, { length: 1 });

  it('is the word of a CCP, told when it changes and not again', () => {
    update(withLegs(leg('a')));
    expect(mute.isMuted).to.equal(false);
    for (const muted of [true, true, false, false, true]) say(muted);
    expect(mute.isMuted).to.equal(true);
    expect(told).to.deep.equal([true, false, true]);
  });

  for (const payload of [undefined, null, 'muted', {}, { muted: 'yes' }, { muted: 1 }, { other: true }]) {
    it(`takes no word from ${JSON.stringify(payload)}`, () => {
      update(withLegs(leg('a')));
      say(true);
      mute.received(AgentEvents.MUTE_TOGGLE, payload);
      expect([mute.isMuted, told]).to.deep.equal([true, [true]]);
    });
  }

  const SILENT: Readonly<Record<string, AgentData | null>> = {
    'there are no data': null,
    'there is no contact': agentData(),
    'a contact comes without connections': agentData({
      contacts: [{ ...voiceContact('a', 'connected'), connections: undefined } as unknown as ContactData],
    }),
    'the call goes over a desk phone': withLegs(leg('a', 'connected', false)),
    'the call is over': withLegs(leg('a', 'disconnected')),
  };
  for (const [what, now] of Object.entries(SILENT)) {
    it(`is not muted, whatever is said, where ${what}`, () => {
      update(now);
      say(true);
      expect([mute.isMuted, told]).to.deep.equal([false, []]);
    });
  }

  it('counts for the calls that there were: a second call that comes is of no account, until both are over', () => {
    update(withLegs(leg('a')));
    say(true);
    update(withLegs(leg('a'), leg('b', 'connecting')));
    expect(mute.isMuted).to.equal(true);
    update(withLegs(leg('b')));
    expect(mute.isMuted, 'nobody has said it of this one').to.equal(false);
    expect(told).to.deep.equal([true, false]);
  });

  for (const state of ['connected', 'hold']) {
    it(`goes with a call that was ${state}; where another goes on, it is asked for anew, once`, () => {
      update(withLegs(leg('a', state), leg('b', state)));
      say(true);
      update(withLegs(leg('b', state)));
      expect([mute.isMuted, asked]).to.deep.equal([false, 1]);
      update(withLegs(leg('b', state)));
      update(agentData());
      expect(asked, 'with no call there is nobody to ask').to.equal(1);
    });
  }

  it('stays when a call goes that only rang', () => {
    update(withLegs(leg('a'), leg('b', 'connecting')));
    say(true);
    update(withLegs(leg('a')));
    expect([mute.isMuted, asked, told]).to.deep.equal([true, 0, [true]]);
  });

  it('is unknown with a new stream: it is not muted, and is asked for', () => {
    update(withLegs(leg('a')));
    say(true);
    mute.received(AgentEvents.LOCAL_MEDIA_STREAM_CREATED, {});
    expect([mute.isMuted, asked, told]).to.deep.equal([false, 1, [true, false]]);
  });

  it('goes when a tab has gone and nobody answers for two seconds', async () => {
    update(withLegs(leg('a')));
    say(true);
    tabsChange();
    expect([mute.isMuted, asked]).to.deep.equal([true, 1]);
    await timers.advance(1_999);
    expect(mute.isMuted).to.equal(true);
    await timers.advance(1);
    expect([mute.isMuted, told]).to.deep.equal([false, [true, false]]);
  });

  it('stays when the tab that has the microphone answers', async () => {
    update(withLegs(leg('a')));
    say(true);
    tabsChange();
    say(true);
    expect(timers.pending).to.deep.equal([]);
    await timers.advance(5_000);
    expect([mute.isMuted, told]).to.deep.equal([true, [true]]);
  });

  it('is not asked for when tabs come and go while nothing is muted', () => {
    update(withLegs(leg('a')));
    tabsChange();
    expect([asked, timers.pending]).to.deep.equal([0, []]);
  });

  it('is forgotten with the agent, and so are the calls: the next look asks for nothing', () => {
    update(withLegs(leg('a'), leg('b')));
    say(true);
    tabsChange();
    mute.reset();
    expect([mute.isMuted, told, timers.pending]).to.deep.equal([false, [true, false], []]);
    update(withLegs(leg('c')));
    expect(asked, 'but the once when a tab went').to.equal(1);
  });
});
