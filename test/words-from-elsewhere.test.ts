// Words that come from elsewhere are looked up in tables alone, never in what every object has.
import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { enAgentStatus } from '../elements/agent-status/en.js';
import { helpFor, nameOf, toneOf } from '../elements/agent-status/state-words.js';
import { ringFor } from '../elements/ringer/settings.js';
import { enShared } from '../elements/words/en-shared.js';
import { errorWords, hostErrorWords } from '../elements/words/error-words.js';
import { formatsFor } from '../elements/words/formats.js';
import type { AgentView, ContactView, HostState } from '../elements/host/state.js';
import { entryOf } from '../src/conduit/entry-of.js';
import { createConnect } from '../src/connect.js';
import { commandErrorFromWire } from '../src/errors/command-error.js';
import { transitionEvents } from '../src/events/event-graph.js';
import { LogEntry } from '../src/log/log-entry.js';
import { contactView, stateName } from '../src/simulator/ui/model.js';
import { closeFakeCcps, quietConnect, readyCcp } from './support/fake-ccp.js';
import { complaints, desk } from './support/faults-scene.js';
import { agentData, voiceContact } from './support/snapshots.js';

/** What every object has. */
const INHERITED = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'name', 'length'];

const FUNCTION = /function|native code|\[object|=>/;

const english = enAgentStatus(formatsFor('en'));

const agentIn = (name: string, type: string): AgentView => ({
  ...({} as AgentView),
  state: { name, type, since: 0 },
  states: [],
});

const contactOf = (type: string): ContactView =>
  ({ contactId: 'c', type, ringing: true, state: { type, since: 0 } }) as unknown as ContactView;

const snapshotContact = (type: string) => ({
  ...voiceContact('c', 'connected'),
  type,
  state: { type, timestamp: new Date() },
});

/** Each table of words, as it answers for a word that it does not have. */
const TABLES: Readonly<Record<string, (word: string) => readonly [said: unknown, wanted: unknown]>> = {
  'a table': (word) => [entryOf({ known: 1 }, word), undefined],
  'errors of commands': (type) => [
    errorWords({ type, message: 'It failed', hint: 'Wait.' }, enShared),
    'It failed Wait.',
  ],
  'errors of hosts': (code) => [hostErrorWords({ code, message: 'It failed' }, enShared), 'It failed'],
  'hints of errors': (type) => {
    const { hint, message } = commandErrorFromWire('x', { type });
    return [
      [hint, message],
      ['', `x failed (${type})`],
    ];
  },
  'states of the agent': (name) => [
    FUNCTION.test(nameOf({ name, type: 'system' }, agentIn(name, 'system'), english)),
    false,
  ],
  'help in states of the agent': (name) => [helpFor(agentIn(name, 'error'), english), english.unknownError],
  'tones of states': (type) => [toneOf({ name: 'x', type }), 'system'],
  'events of contacts': (state) => [transitionEvents('connected', state).filter((event) => FUNCTION.test(event)), []],
  'levels and components of the log': (level) => {
    const entry = new LogEntry({ level, component: level, text: 'x' });
    return [
      [entry.level, entry.component],
      ['INFO', 'ccp'],
    ];
  },
  'ringers by channel': (type) => {
    const { url, volume, device } = ringFor({ contacts: [contactOf(type)] } as unknown as HostState, {
      ringer: true,
      ringerUrl: '',
      ringerVolume: 0.5,
      ringerDevice: 'd',
      ringerChannels: {},
    })!;
    return [
      [url, volume, device],
      ['', 0.5, 'd'],
    ];
  },
  "the simulator's states": (name) => [stateName({ name }), name],
  "the simulator's contacts": (type) => {
    const shown = JSON.stringify(contactView(snapshotContact(type), false));
    return [
      [FUNCTION.test(shown), shown.includes('undefined')],
      [false, false],
    ];
  },
};

describe('a word that every object has', () => {
  for (const [table, look] of Object.entries(TABLES)) {
    it(`is no word of ${table}`, () => {
      for (const word of INHERITED) {
        const [said, wanted] = look(word);
        expect(said, word).to.deep.equal(wanted);
      }
    });
  }

  it('is no channel of the agent', async () => {
    const connect = quietConnect();
    await readyCcp(connect, agentData());
    for (const word of INHERITED) expect(new connect.Agent().getChannelConcurrency(word), word).to.equal(0);
    closeFakeCcps();
  });

  it('is subscribed to and published as an event like any other', () => {
    const connect = createConnect();
    const bus = connect.core.getEventBus();
    for (const word of INHERITED) {
      const heard: unknown[] = [];
      bus.trigger(word, 0);
      const subscription = bus.subscribe(word, (data) => heard.push(data));
      bus.trigger(word, 1);
      subscription.unsubscribe();
      bus.trigger(word, 2);
      expect(heard, word).to.deep.equal([1]);
    }
  });
});

describe('a snapshot of such words', () => {
  afterEach(() => {
    fixtureCleanup();
    closeFakeCcps();
  });

  const texts = (element: Element): string =>
    [...element.shadowRoot!.querySelectorAll('*')]
      .map((one) => (one.localName === 'style' ? '' : one.textContent))
      .join('|');

  it('is shown without what a function is written as, in every element', async () => {
    const heard = complaints();
    const { ccp, played, status, controls } = await desk(agentData());
    for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      const state = { type: word, timestamp: new Date() };
      const call = voiceContact('a', 'connected');
      const contact = { ...call, type: word, state, name: word, initiationMethod: word };
      const connections = call.connections.map((leg) => ({ ...leg, state }));
      const data = agentData({ contacts: [contact, { ...call, contactId: 'b', connections }] });
      await played.update({
        ...data,
        snapshot: { ...data.snapshot, state: { ...data.snapshot.state, name: word, type: word } },
      });
      await Promise.all([ccp, status, controls].map((element) => element.updateComplete));
      expect(ccp.state.agent?.state.name).to.equal(word);
      expect(ccp.state.contacts).to.have.lengthOf(2);
      for (const element of [status, controls]) expect(texts(element), word).not.to.match(FUNCTION);
    }
    expect(heard.found).to.deep.equal([]);
    heard.end();
  });

  it('is shown in English where the page is in a language of such a name', async () => {
    for (const word of ['constructor', '__proto__', 'toString']) {
      const root = await fixture(html`<div lang=${word}><connect-agent-status></connect-agent-status></div>`);
      const status = root.querySelector('connect-agent-status')!;
      await status.updateComplete;
      expect(texts(status)).not.to.match(FUNCTION);
    }
  });
});
