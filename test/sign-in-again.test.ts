// Signing out and in again in one page: every handler runs once an event, wherever it was subscribed.
import { expect } from '@open-wc/testing';
import { closeFakeCcps, quietConnect, readyCcp } from './support/fake-ccp.js';
import { agentData, configuration, voiceContact } from './support/snapshots.js';

describe('signing in again', () => {
  afterEach(closeFakeCcps);

  const lunch = { type: 'not_routable', name: 'Lunch' };

  it('three times leaves one call an event, for handlers inside of connect.agent and outside', async () => {
    const connect = quietConnect();
    let told: string[] = [];
    connect.agent((agent) => {
      told.push('agent');
      agent.onStateChange(({ newState }) => told.push(`inside ${newState}`));
      connect.contact(() => told.push('contact inside'));
    });
    connect.contact((contact) => {
      told.push('contact outside');
      contact.onConnected(() => told.push('connected'));
    });
    const ccp = await readyCcp(connect, agentData());
    new connect.Agent().onStateChange(({ newState }) => told.push(`outside ${newState}`));
    expect(told.filter((line) => line === 'agent')).to.have.length(1);

    for (const [round, username] of ['jane', 'jane', 'joe'].entries()) {
      await ccp.say('terminated');
      await ccp.acknowledge({ id: `port-${round + 2}` });
      told = [];
      await ccp.update(agentData({}, { ...configuration(), username }));
      told = [];
      const contacts = [voiceContact('a', 'connected')];
      await ccp.update(agentData({ state: lunch, contacts }, { ...configuration(), username }));
      expect(told.sort()).to.deep.equal([
        'connected',
        'contact inside',
        'contact outside',
        'inside Lunch',
        'outside Lunch',
      ]);
    }
  });

  const AGAIN: readonly (readonly [who: string, username: string, signsOut: boolean])[] = [
    ['the same agent', 'jane', true],
    ['another agent', 'joe', true],
    ['another agent, though nobody has signed out,', 'joe', false],
  ];
  for (const [who, username, signsOut] of AGAIN) {
    it(`tells of ${who} by the event of the bus, and connect.agent not again, wherever it was asked`, async () => {
      const connect = quietConnect();
      const called: string[] = [];
      const signedIn: string[] = [];
      connect.agent(() => called.push('before'));
      connect.core.getEventBus().subscribe(connect.AgentEvents.INIT, (agent) => {
        signedIn.push(agent.getConfiguration().username!);
      });
      const ccp = await readyCcp(connect, agentData({}, { ...configuration(), username: 'jane' }));
      connect.agent(() => called.push('after'));
      expect(called).to.deep.equal(['before', 'after']);
      if (signsOut) {
        await ccp.say('terminated');
        await ccp.acknowledge({ id: 'port-2' });
      }
      await ccp.update(agentData({}, { ...configuration(), username }));
      expect(called).to.deep.equal(['before', 'after']);
      expect(signedIn).to.deep.equal(['jane', username]);
      expect(new connect.Agent().getConfiguration().username).to.equal(username);
    });
  }

  for (const [what, left] of [
    ['asks for the data that came before the word of the new session', true],
    ['asks for no data where none have come in between', false],
  ] as const) {
    it(what, async () => {
      const connect = quietConnect();
      const ccp = await readyCcp(connect, agentData());
      await ccp.say('auth_fail');
      // Another tab's page was faster: the worker polls again, and tells all tabs.
      if (left) await ccp.update(agentData());
      expect(connect.agent.initialized).to.be.false;
      await ccp.say('authorize_success');
      await ccp.settle();
      expect(ccp.sentEvents.filter((name) => name === 'reload_agent_configuration')).to.have.length(left ? 1 : 0);
      expect(connect.agent.initialized).to.be.false;
      await ccp.update(agentData());
      expect(connect.core.getStatus()).to.equal('ready');
    });
  }

  it('calls those who ask for the agent between two sign-ins with the next one', async () => {
    const connect = quietConnect();
    const ccp = await readyCcp(connect, agentData());
    await ccp.say('terminated');
    const names: string[] = [];
    connect.agent((agent) => names.push(agent.getName()));
    expect(names).to.be.empty;
    await ccp.acknowledge({ id: 'port-2' });
    await ccp.update(agentData());
    expect(names).to.deep.equal(['Jane Doe']);
  });
});
