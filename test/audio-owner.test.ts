// Which tab has the sound of calls, how a page learns it, and that leaving that tab in a call is guarded.
import { expect } from '@open-wc/testing';
import { MasterTopics } from '../src/events/event-names.js';
import { changesOf, ownerOf, watched } from './support/audio.js';
import { eventually } from './support/eventually.js';
import { closeFakeCcps, type FakeCcp, type HeardRequest, quietConnect, readyCcp } from './support/fake-ccp.js';
import { simulatedCcpUrl } from './support/simulated-ccp.js';
import { agentData, recorded } from './support/snapshots.js';
import { closeTabs, endTalk, openTab, openTabs, type Tab, talk } from './support/tabs.js';

/** True if the browser would ask before it leaves the page. */
function isGuarded(): boolean {
  const leaving = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(leaving);
  return leaving.defaultPrevented;
}

const ownerIs = ({ connect }: Pick<Tab, 'connect'>, owner: string): Promise<void> =>
  eventually(() => ownerOf(connect) === owner, `the owner is ${ownerOf(connect)}, not ${owner}`);

const signOut = ({ connect }: Tab): boolean => connect.core.getUpstream().sendUpstream('terminate');

/** Takes the softphone over, as a CCP may. */
function takeOver({ connect }: Tab): void {
  const event = 'master_request';
  const params = { topic: MasterTopics.SOFTPHONE };
  connect.core.getUpstream().sendUpstream(event, { event, requestId: 'take-over', method: 'becomeMaster', params });
}

describe('the owner of the audio, on the simulator', () => {
  afterEach(closeTabs);

  it('is the first tab that may take calls; the others know that it is another', async () => {
    const [first, second] = (await openTabs(2)) as [Tab, Tab];
    await ownerIs(first, 'here');
    await ownerIs(second, 'elsewhere');
  });

  it('is nobody where no tab may take calls', async () => {
    const tab = await openTab(simulatedCcpUrl(), { softphone: {} });
    await ownerIs(tab, 'nobody');
  });

  it('passes on when that tab closes, and when another takes it over', async () => {
    const [first, second, third] = (await openTabs(3)) as [Tab, Tab, Tab];
    await ownerIs(third, 'elsewhere');
    first.close();
    const owners = () => [second, third].map(({ connect }) => ownerOf(connect));
    await eventually(() => owners().sort().join() === 'elsewhere,here', `one of them has it: ${owners().join()}`);
    const [taker, loser] = ownerOf(second.connect) === 'here' ? [third, second] : [second, third];
    const changes = changesOf(taker.connect);
    takeOver(taker);
    await ownerIs(taker, 'here');
    await ownerIs(loser, 'elsewhere');
    expect(changes).to.deep.equal([{ owner: 'here', previous: 'elsewhere' }]);
    expect(Object.isFrozen(changes[0])).to.be.true;
  });

  it('is unknown before the CCP has said so, and once it has ended', async () => {
    const connect = watched(quietConnect());
    expect(ownerOf(connect)).to.equal('unknown');
    const [tab] = (await openTabs(1)) as [Tab];
    await ownerIs(tab, 'here');
    const changes = changesOf(tab.connect);
    tab.close();
    expect(ownerOf(tab.connect)).to.equal('unknown');
    expect(changes).to.deep.equal([{ owner: 'unknown', previous: 'here' }]);
  });

  it('is lost for a page that comes up in the middle of a call that no other tab has, until that call has ended', async () => {
    const ccpUrl = simulatedCcpUrl({ state: 'Available' });
    const keeper = await openTab(ccpUrl, { softphone: {} });
    const first = await openTab(ccpUrl);
    const id = await talk(first, keeper);
    await ownerIs(first, 'here');
    first.close();
    const again = await openTab(ccpUrl);
    await ownerIs(again, 'lost');
    expect(isGuarded()).to.be.false;
    await endTalk(id, again, keeper);
    await ownerIs(again, 'here');
    await talk(again, keeper);
    await ownerIs(again, 'here');
    await eventually(isGuarded, 'guarded');
  });

  it('is lost for a tab that gets it in the middle of a call', async () => {
    const [first, second] = (await openTabs(2)) as [Tab, Tab];
    await talk(first, second);
    first.close();
    await ownerIs(second, 'lost');
  });

  it('stays with the tab that has the call for a page that is loaded again beside it', async () => {
    const [first, second] = (await openTabs(2)) as [Tab, Tab];
    await talk(first, second);
    await second.sim.reloadFrame();
    await ownerIs(second, 'elsewhere');
    expect(ownerOf(first.connect)).to.equal('here');
  });
});

describe('leaving the page', () => {
  afterEach(closeTabs);

  it('is guarded while this tab has the sound of a call, and at no other time', async () => {
    const [tab] = (await openTabs(1)) as [Tab];
    await ownerIs(tab, 'here');
    expect(isGuarded()).to.be.false;
    const id = await talk(tab);
    await eventually(isGuarded, 'guarded');
    await endTalk(id, tab);
    expect(isGuarded()).to.be.false;
  });

  it('is not guarded for calls on the desk phone, nor for chats and tasks', async () => {
    const [tab] = (await openTabs(1, { softphone: 'false' })) as [Tab];
    await talk(tab);
    await tab.sim.incomingChat();
    await tab.sim.incomingTask();
    await eventually(() => tab.agent.getContacts().length === 3, 'all are there');
    expect(isGuarded()).to.be.false;
  });

  it('is not guarded where another tab has the sound', async () => {
    const ccpUrl = simulatedCcpUrl({ state: 'Available' });
    const first = await openTab(ccpUrl);
    await talk(first);
    await eventually(isGuarded, 'guarded by the first');
    const second = await openTab(ccpUrl);
    await ownerIs(second, 'elsewhere');
    expect(isGuarded()).to.be.true;
    takeOver(second);
    await ownerIs(first, 'elsewhere');
    await ownerIs(second, 'lost');
    expect(isGuarded()).to.be.false;
  });

  it('is not guarded any more when the CCP is ended or the agent signs out', async () => {
    for (const end of [(tab: Tab) => tab.close(), signOut]) {
      const [tab] = (await openTabs(1)) as [Tab];
      await talk(tab);
      await eventually(isGuarded, 'guarded');
      end(tab);
      await eventually(() => !isGuarded(), 'not guarded any more');
      expect(ownerOf(tab.connect)).to.equal('unknown');
      closeTabs();
    }
  });
});

describe('the owner of the audio, on the wire', () => {
  afterEach(closeFakeCcps);

  const QUESTION = { topic: 'connect::softphone', shouldNotBecomeMasterIfNone: true };

  /** A recorded call in a state of the agent's connection. */
  function callData(type: string) {
    const snapshot = recorded.inboundVoiceContactSoftphone();
    const [contact] = snapshot.contacts;
    const connections = contact.connections.map((one) =>
      one.type === 'agent' ? { ...one, state: { ...one.state, type } } : one,
    );
    return agentData({ contacts: [{ ...contact, connections }] });
  }

  const ask = (ccp: FakeCcp): Promise<HeardRequest> => ccp.next<HeardRequest>('master_request');
  const asked = ({ sentEvents }: FakeCcp): number => sentEvents.filter((event) => event === 'master_request').length;

  it('is asked for without taking it, when data come, calls change, and tabs come or go, and not with each update', async () => {
    const connect = watched(quietConnect());
    const ccp = await readyCcp(connect, agentData());
    const request = await ask(ccp);
    expect(request).to.deep.include({ method: 'checkMaster', params: QUESTION });
    for (let turn = 0; turn < 3; turn++) await ccp.update(agentData());
    await ccp.settle();
    expect(asked(ccp)).to.equal(1);
    for (const type of ['connecting', 'connected', 'hold', 'disconnected']) {
      const before = asked(ccp);
      for (let turn = 0; turn < 2; turn++) await ccp.update(callData(type));
      await ccp.settle();
      expect(asked(ccp), type).to.equal(before + 1);
    }
    await ccp.say('update_connected_ccps', { length: 2 });
    await ccp.settle();
    expect(asked(ccp)).to.equal(6);
  });

  it('is not asked for before there are data, and again through a new port', async () => {
    const connect = watched(quietConnect());
    const ccp = await readyCcp(connect, agentData());
    await ccp.answer(await ask(ccp), { data: { ...QUESTION, masterId: 'port-1', isMaster: true } });
    expect(ownerOf(connect)).to.equal('here');
    await ccp.acknowledge({ id: 'port-2' });
    await ccp.say('update_connected_ccps', { length: 2 });
    await ccp.say('master_response', { requestId: 'x', data: { ...QUESTION, masterId: 'port-2' } });
    await ccp.settle();
    expect(asked(ccp)).to.equal(1);
    expect(ownerOf(connect)).to.equal('unknown');
    await ccp.update(agentData());
    await ccp.answer(await ask(ccp), { data: { ...QUESTION, masterId: 'port-2', isMaster: true } });
    expect(ownerOf(connect)).to.equal('here');
  });

  it('is learned from every answer and from news of a take-over, whoever asked', async () => {
    const connect = watched(quietConnect());
    const ccp = await readyCcp(connect, agentData());
    const answers: [masterId: unknown, owner: string][] = [
      [null, 'nobody'],
      ['port-1', 'here'],
      ['port-7', 'elsewhere'],
      ['port-1', 'here'],
    ];
    for (const [masterId, owner] of answers) {
      await ccp.say('master_response', { requestId: 'of the CCP', data: { topic: QUESTION.topic, masterId } });
      expect(ownerOf(connect)).to.equal(owner);
    }
    const about = { topic: 'connect::ringtone', masterId: 'port-9' };
    for (const strange of [null, 'x', {}, { data: null }, { data: 'x' }, { data: about }]) {
      await ccp.say('master_response', strange);
    }
    expect(ownerOf(connect)).to.equal('here');
  });

  it('is here, not lost, if the call was answered while the answer was under way', async () => {
    const connect = watched(quietConnect());
    const ccp = await readyCcp(connect, agentData());
    await ccp.answer(await ask(ccp), { data: { ...QUESTION, masterId: null } });
    await ccp.update(callData('connecting'));
    const request = await ask(ccp);
    await ccp.answer(request, { data: { ...QUESTION, masterId: 'port-1' } });
    await ccp.update(callData('connected'));
    expect(ownerOf(connect)).to.equal('here');
    expect(isGuarded()).to.be.true;
  });

  it('keeps what is known when no answer comes', async () => {
    const connect = watched(quietConnect());
    const ccp = await readyCcp(connect, agentData());
    await ccp.answer(await ask(ccp), { data: { ...QUESTION, masterId: 'port-1' } });
    await ccp.say('update_connected_ccps', { length: 2 });
    await ccp.answer(await ask(ccp), { err: { type: 'Trouble' } });
    expect(ownerOf(connect)).to.equal('here');
  });

  it('costs nothing and says nothing once a subscriber has ended the CCP', async () => {
    const connect = watched(quietConnect());
    connect.agent(() => connect.core.terminate());
    await readyCcp(connect, callData('connected'));
    expect(ownerOf(connect)).to.equal('unknown');
    const errors = connect
      .getLog()
      .getEntries()
      .filter((entry) => entry.getLevel() === 'ERROR');
    expect(errors).to.be.empty;
  });
});
