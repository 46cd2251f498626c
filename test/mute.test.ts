// Muting and selecting a contact, across tabs, and for a page that comes up in the middle of a call.
import { expect } from '@open-wc/testing';
import { closeFakeCcps, quietConnect, readyCcp } from './support/fake-ccp.js';
import { agentData, recorded, recordedData } from './support/snapshots.js';
import { ownerOf } from './support/audio.js';
import { eventually } from './support/eventually.js';
import { simulatedCcpUrl } from './support/simulated-ccp.js';
import { closeTabs, endTalk, openTab, openTabs, type Tab, talk } from './support/tabs.js';

/** What a tab hears of the mute status, as it comes. */
function toggles({ agent }: Tab): boolean[] {
  const heard: boolean[] = [];
  agent.onMuteToggle(({ muted }) => heard.push(muted));
  return heard;
}

/** When the stream of a call is there, each of the two tabs asks how it stands, and both hear both answers. */
async function heardOfStream(...heard: boolean[][]): Promise<void> {
  await eventually(() => heard.every(({ length }) => length === 2), 'asked by both');
  for (const answers of heard) expect(answers.splice(0)).to.deep.equal([false, false]);
}

/** Nothing more than expected has come once this broadcast, sent after the rest, has: of a new name, for what is selected is not told again. */
async function settle(tab: Tab): Promise<void> {
  const marker = crypto.randomUUID();
  const viewed = new Promise<void>((resolve) =>
    tab.connect.core.onViewContact(({ contactId }) => {
      if (contactId === marker) resolve();
    }),
  );
  tab.connect.core.viewContact(marker);
  await viewed;
}

/** A recorded call that is under way. */
function callData() {
  const snapshot = recorded.inboundVoiceContactSoftphone();
  const [contact] = snapshot.contacts;
  const connections = contact.connections.map((one) => ({ ...one, state: { ...one.state, type: 'connected' } }));
  return agentData({ contacts: [{ ...contact, connections, state: { ...contact.state, type: 'connected' } }] });
}

describe('mute', () => {
  afterEach(closeTabs);

  it('is heard in every tab, whichever asks', async () => {
    const [first, second] = (await openTabs(2)) as [Tab, Tab];
    const heard = [toggles(first), toggles(second)];
    const id = await talk(first, second);
    await heardOfStream(...heard);
    first.agent.mute();
    await eventually(() => heard.every((one) => one.length === 1), 'muted');
    second.agent.unmute();
    await eventually(() => heard.every((one) => one.length === 2), 'unmuted');
    second.agent.mute();
    await eventually(() => heard.every((one) => one.length === 3), 'muted again');
    expect(heard).to.deep.equal([
      [true, false, true],
      [true, false, true],
    ]);
    await endTalk(id, first, second);
    await eventually(() => heard.every((one) => one.length === 4), 'unmuted at the end');
    expect(heard[1].at(-1)).to.be.false;
  });

  it('is learned by a page that comes up in a muted call, and by one that is loaded again', async () => {
    const ccpUrl = simulatedCcpUrl({ state: 'Available' });
    const first = await openTab(ccpUrl);
    await talk(first);
    first.agent.mute();
    await new Promise((resolve) => first.agent.onMuteToggle(resolve));
    for (let load = 0; load < 2; load++) {
      const connect = quietConnect();
      const learned = new Promise((resolve) => connect.agent((agent) => agent.onMuteToggle(resolve)));
      const box = document.body.appendChild(document.createElement('div'));
      connect.core.initCCP(box, { ccpUrl, loginMode: 'none' });
      expect(await learned).to.deep.equal({ muted: true });
      connect.core.stopCCP();
      box.remove();
    }
  });

  it('does nothing where nobody talks, and nothing to a call whose sound is lost', async () => {
    const ccpUrl = simulatedCcpUrl({ state: 'Available' });
    const keeper = await openTab(ccpUrl, { softphone: {} });
    const first = await openTab(ccpUrl);
    const heard = toggles(keeper);
    first.agent.mute();
    await settle(keeper);
    await talk(first, keeper);
    await heardOfStream(heard);
    first.close();
    const again = await openTab(ccpUrl);
    again.agent.mute();
    await settle(keeper);
    await eventually(() => ownerOf(again.connect) === 'lost', 'the sound is lost');
    expect(heard).to.deep.equal([]);
  });
});

describe('a page that comes up in a call', () => {
  afterEach(closeFakeCcps);

  const asks = (sent: readonly { event: string; data?: unknown }[]) =>
    sent.filter(({ event, data }) => event === 'broadcast' && (data as { event: string }).event === 'mute');

  it('asks whether it is muted, once for each port of the CCP', async () => {
    const ccp = await readyCcp(quietConnect(), callData());
    await ccp.settle();
    expect(asks(ccp.sent).map(({ data }) => (data as { data?: unknown }).data)).to.deep.equal([undefined]);
    await ccp.update(callData());
    await ccp.acknowledge();
    await ccp.acknowledge({ id: 'port-2' });
    await ccp.update(callData());
    await ccp.settle();
    expect(asks(ccp.sent)).to.have.length(2);
  });

  it('asks nothing without a call, while one rings, and when one begins later', async () => {
    for (const data of [agentData(), recordedData('inboundVoiceContactSoftphone')]) {
      const ccp = await readyCcp(quietConnect(), data);
      await ccp.update(callData());
      await ccp.settle();
      expect(asks(ccp.sent)).to.deep.equal([]);
    }
  });
});

describe('viewContact', () => {
  afterEach(closeTabs);

  it('selects a contact in every tab, and none with an empty id', async () => {
    const ccpUrl = simulatedCcpUrl({ state: 'Available' });
    const byOption: string[] = [];
    const first = await openTab(ccpUrl);
    const second = await openTab(ccpUrl, { onViewContact: ({ contactId }) => byOption.push(contactId) });
    const heard: string[] = [];
    second.connect.core.onViewContact(({ contactId }) => heard.push(contactId));
    const id = await first.sim.incomingCall();
    first.connect.core.viewContact(id);
    await eventually(() => heard.length === 1, 'selected');
    first.connect.core.viewContact('');
    await eventually(() => heard.length === 2, 'deselected');
    expect(heard).to.deep.equal([id, '']);
    expect(byOption).to.deep.equal([id, '']);
  });
});
