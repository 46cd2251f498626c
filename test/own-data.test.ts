// What getters give is the caller's own: it can be sorted, spliced and written to, and nothing that the library keeps changes.
import { expect } from '@open-wc/testing';
import { closeFakeCcps, quietConnect, readyCcp } from './support/fake-ccp.js';
import { agentData, voiceContact } from './support/snapshots.js';

type Getter = () => unknown;

/** Asks the service or the clock, opens a session or needs an argument: nothing that is kept. */
const NOT_READ = new RegExp(
  [
    'Duration|MediaController|ConnectionToken|Endpoints|Addresses|EventName|AuthenticationDetails|TaskTemplate',
    'ConnectionStatus|PreviewConfiguration|InstanceDetails|VideoConnection|VoiceId',
  ].join('|'),
);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The getters of an object by name, inherited ones included. */
function gettersOf(object: object): Map<string, Getter> {
  const getters = new Map<string, Getter>();
  for (let at: unknown = object; isRecord(at); at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) {
      if (!/^(_?get)[A-Z]/.test(name) || NOT_READ.test(name) || getters.has(name)) continue;
      getters.set(name, () => (object as Record<string, Getter>)[name]());
    }
  }
  return getters;
}

/** Does to a value what page code may do to what it is given. Class instances are left: they are handles. */
function spoil(value: unknown): void {
  if (Array.isArray(value)) {
    for (const member of value) spoil(member);
    value.sort(() => -1);
    value.push('more');
    value.splice(0, 1);
  } else if (isRecord(value) && Object.getPrototypeOf(value) === Object.prototype) {
    for (const member of Object.values(value)) spoil(member);
    for (const name of Object.keys(value)) value[name] = 'spoilt';
    value.more = 'spoilt';
  }
}

/** A value as text, with handles as what they are. */
const told = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) =>
    isRecord(member) && !Array.isArray(member) && Object.getPrototypeOf(member) !== Object.prototype
      ? member.constructor.name
      : member,
  ) ?? 'nothing';

describe('what getters give', () => {
  afterEach(closeFakeCcps);

  async function objects() {
    const connect = quietConnect();
    const call = voiceContact('a', 'connected', {
      attributes: { tier: { name: 'tier', value: 'gold' } },
      references: { link: { type: 'URL', value: 'https://x.example' } },
    });
    const chat = { ...voiceContact('b', 'connected'), type: 'chat' };
    await readyCcp(connect, agentData({ contacts: [call, chat] }));
    const agent = new connect.Agent();
    const [voice, other] = agent.getContacts();
    return {
      agent,
      'snapshot of the agent': agent.toSnapshot(),
      call: voice,
      'snapshot of the call': voice.toSnapshot(),
      'leg of the call': voice.getConnections()[0],
      'snapshot of the leg': voice.getConnections()[0].toSnapshot(),
      'leg of the chat': other.getConnections()[0],
      'routing profile': { getQueues: () => agent.getRoutingProfile().queues },
      provider: { getAgentData: () => connect.core.getAgentDataProvider().getAgentData() },
    };
  }

  it('can be written to, and is as before when it is asked for again', async () => {
    for (const [what, object] of Object.entries(await objects())) {
      for (const [name, get] of gettersOf(object)) {
        if (name.endsWith('Duration')) continue; // a number that grows meanwhile
        const before = told(get());
        expect(() => spoil(get()), `${what}.${name}`).not.to.throw();
        expect(told(get()), `${what}.${name}`).to.equal(before);
      }
    }
  });

  it('can be sorted, as pages do with states, contacts, connections and queues', async () => {
    const { agent, call } = await objects();
    const states = agent.getAgentStates().sort((one, other) => other.name.localeCompare(one.name));
    expect(states.map(({ name }) => name)).to.deep.equal([...states.map(({ name }) => name)].sort().reverse());
    expect(
      agent
        .getContacts()
        .reverse()
        .map(({ contactId }) => contactId),
    ).to.deep.equal(['b', 'a']);
    expect(agent.getContacts().map(({ contactId }) => contactId)).to.deep.equal(['a', 'b']);
    expect(call.getConnections().splice(0)).to.have.length(2);
    expect(call.getConnections()).to.have.length(2);
    expect(agent.getAllQueueARNs().splice(0)).to.have.length(2);
    expect(agent.getAllQueueARNs()).to.have.length(2);
  });

  it('leaves contacts and connections the same objects while nothing has come', async () => {
    const { agent, call } = await objects();
    expect(agent.getContacts()[0]).to.equal(agent.getContacts()[0]);
    expect(call.getConnections()[0]).to.equal(call.getConnections()[0]);
  });
});
