// The guards of the wire: what counts as an envelope, and as the agent's data.
import { expect } from '@open-wc/testing';
import { isAgentData, isEnvelope, isRecord } from '../src/conduit/wire.js';
import { agentData, recordedData, type RecordedName, recorded, voiceContact } from './support/snapshots.js';

describe('isEnvelope', () => {
  const good: [name: string, value: unknown][] = [
    ['an event alone', { event: 'acknowledge' }],
    ['an event with data', { event: 'agent::update', data: { a: 1 } }],
    ['an event with undefined data', { event: 'synchronize', data: undefined }],
    ['more members than are known', { event: 'x', data: null, version: 7 }],
    ['the longest name', { event: 'x'.repeat(512) }],
    ['an object without a prototype', Object.assign(Object.create(null) as object, { event: 'x' })],
  ];
  for (const [name, value] of good) {
    it(`is true for ${name}`, () => {
      expect(isEnvelope(value)).to.be.true;
    });
  }

  const bad: [name: string, value: unknown][] = [
    ['null', null],
    ['undefined', undefined],
    ['a text', 'acknowledge'],
    ['a number', 0],
    ['a boolean', true],
    ['a list', ['acknowledge']],
    ['an empty object', {}],
    ['a map', new Map([['event', 'x']])],
    ['a date', new Date()],
    ['an empty name', { event: '' }],
    ['a name that is too long', { event: 'x'.repeat(513) }],
    ['a null name', { event: null }],
    ['a number for a name', { event: 7 }],
    ['a text object for a name', { event: new String('x') }],
    ['a list for a name', { event: ['x'] }],
    ['another member', { type: 'cross-domain-adapter-init' }],
    ['the data alone', { data: { event: 'x' } }],
  ];
  for (const [name, value] of bad) {
    it(`is false for ${name}`, () => {
      expect(isEnvelope(value)).to.be.false;
    });
  }
});

describe('isRecord', () => {
  it('is true for whatever can be asked for members', () => {
    for (const value of [{}, [], new Date()]) expect(isRecord(value)).to.be.true;
    for (const value of [null, undefined, 0, '', 'x', true]) expect(isRecord(value)).to.be.false;
  });
});

describe('isAgentData', () => {
  for (const name of Object.keys(recorded) as RecordedName[]) {
    it(`is true for the recorded ${name}`, () => {
      expect(isAgentData(recordedData(name))).to.be.true;
    });
  }

  it('is true for what has no more than is needed', () => {
    const contacts = [{ contactId: 'a', state: {}, connections: [{ connectionId: 'b', state: {} }] }];
    expect(isAgentData({ snapshot: { state: { name: 'x' }, contacts: [] }, configuration: {} })).to.be.true;
    expect(isAgentData({ snapshot: { state: { name: 'x' }, contacts }, configuration: {} })).to.be.true;
  });

  /** Good data with one member, named by its path, in another way. */
  function damaged(path: string, value: unknown): unknown {
    const data = agentData({ contacts: [voiceContact('a', 'connected'), voiceContact('b', 'connected')] });
    const keys = path.split('.');
    const last = keys.pop()!;
    let place = data as unknown as Record<string, unknown>;
    for (const key of keys) place = place[key] as Record<string, unknown>;
    if (value === undefined) delete place[last];
    else place[last] = value;
    return data;
  }

  it('is true for data that are not damaged', () => {
    expect(isAgentData(damaged('snapshot.contacts.1.type', 'chat'))).to.be.true;
    expect(isAgentData(damaged('snapshot.contacts.1.connections', undefined))).to.be.true;
    expect(isAgentData(damaged('snapshot.contacts.1.connections', null))).to.be.true;
  });

  const needed: [path: string, ...values: unknown[]][] = [
    ['snapshot', undefined, null, 'x', 7, []],
    ['configuration', undefined, null, 'x', 7],
    ['snapshot.state', undefined, null, 'Available', []],
    ['snapshot.state.name', undefined, null, 7, {}],
    ['snapshot.contacts', undefined, null, {}, 'ab', { length: 0 }],
    ['snapshot.contacts.1', null, 'b', 7, []],
    ['snapshot.contacts.1.contactId', undefined, null, 7, {}],
    ['snapshot.contacts.1.state', undefined, null, 'connected'],
    ['snapshot.contacts.1.connections', {}, 'x'],
    ['snapshot.contacts.1.connections.0', null, 'x', []],
    ['snapshot.contacts.1.connections.0.connectionId', undefined, null, 7],
    ['snapshot.contacts.1.connections.0.state', undefined, null, 'connected'],
  ];
  for (const [path, ...values] of needed) {
    for (const value of values) {
      it(`is false when ${path} is ${JSON.stringify(value) ?? 'missing'}`, () => {
        expect(isAgentData(damaged(path, value))).to.be.false;
      });
    }
  }

  for (const value of [null, undefined, 'x', 0, true, [], {}]) {
    it(`is false for ${JSON.stringify(value) ?? 'undefined'}`, () => {
      expect(isAgentData(value)).to.be.false;
    });
  }
});
