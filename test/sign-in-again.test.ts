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
