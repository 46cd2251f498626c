// What is shown as muted is muted: held against what the microphone of each CCP's page does, when calls follow each other, when the tab
// that holds the microphone's stream goes, and when a frame is loaded anew in a call.
import { expect, fixture, html } from '@open-wc/testing';
import '../elements/define.js';
import type { ConnectCcpElement } from '../elements/ccp/element.js';
import type { ConnectContactControlsElement } from '../elements/contact-controls/element.js';
import { ConnectMuteRequestEvent, ConnectUnmuteRequestEvent } from '../elements/index.js';
import type { AgentData, Envelope } from '../src/conduit/wire.js';
import { attachSimulator, type Simulator } from '../src/simulator/kit/simulator.js';
import { eventually } from './support/eventually.js';
import { CCP_URL, FakeCcp } from './support/fake-ccp.js';
import { FakeTimers } from './support/fake-timers.js';
import { mountCcp, simulatedCcpUrl } from './support/simulated-ccp.js';
import { agentData, recorded } from './support/snapshots.js';
import { closeTabs, openTab, type Tab } from './support/tabs.js';

/** A host with controls, as an agent has them in one tab. */
interface Desk {
  readonly ccp: ConnectCcpElement;
  readonly controls: ConnectContactControlsElement;
  readonly sim: Simulator;
}

async function openDesk(ccpUrl: string): Promise<Desk> {
  const ccp = await mountCcp(ccpUrl);
  const controls = await fixture<ConnectContactControlsElement>(
    html`<connect-contact-controls></connect-contact-controls>`,
  );
  await ccp.ready;
  return { ccp, controls, sim: await attachSimulator(ccp) };
}

/** Names of the controls that the agent sees. */
const names = ({ controls }: Desk): string[] =>
  [...controls.renderRoot.querySelectorAll('[part~=control]')].map(({ textContent }) => textContent.trim());

/** A call that rings and is accepted at the desk; resolves once the microphone's stream is there, in whichever page. */
async function takeCall({ ccp, sim }: Desk, holder: Simulator = sim): Promise<string> {
  const id = await sim.incomingCall();
  await eventually(() => ccp.state.contacts.some(({ contactId }) => contactId === id), 'it rings');
  await new ccp.connect.Contact(id).accept();
  await eventually(() => ccp.state.contacts.at(-1)?.state.type === 'connected', 'it is connected');
  await eventually(async () => (await holder.softphone()).holdsStream, 'the stream is there');
  return id;
}

async function endCall({ ccp, sim }: Desk, id: string): Promise<void> {
  await sim.customerHangsUp(id);
  await eventually(() => ccp.state.contacts[0]?.state.type === 'ended', 'it has ended');
  await new ccp.connect.Contact(id).clear();
  await eventually(() => ccp.state.contacts.length === 0, 'it is gone');
}

async function mute(desk: Desk, holder: Simulator = desk.sim): Promise<void> {
  expect(await desk.ccp.request(new ConnectMuteRequestEvent(desk.ccp.state.contacts.at(-1)!))).to.equal('confirmed');
  expect(await holder.softphone()).to.deep.equal({ holdsStream: true, muted: true });
  await eventually(() => names(desk).includes('Unmute'), 'shown as muted');
  expect(desk.controls.matches(':state(muted)')).to.be.true;
}

/** All that an agent at this desk sees and hears says that the microphone is on. */
async function saysUnmuted({ ccp, controls, ...desk }: Desk): Promise<void> {
  await controls.updateComplete;
  expect(ccp.state.mute).to.be.false;
  expect(ccp.connect.core.isMuted()).to.be.false;
  expect(controls.matches(':state(muted)')).to.be.false;
  expect(names({ ccp, controls, ...desk })).not.to.include('Unmute');
}

/** Takes a call, and finds shown and true state the same, unmuted; then mutes it, to see that it is heard. */
async function nextCallIsTrue(desk: Desk): Promise<void> {
  await takeCall(desk);
  expect(await desk.sim.softphone()).to.deep.equal({ holdsStream: true, muted: false });
  await saysUnmuted(desk);
  expect(names(desk)).to.include('Mute');
  await mute(desk);
  expect(await desk.ccp.request(new ConnectUnmuteRequestEvent(desk.ccp.state.contacts.at(-1)!))).to.equal('confirmed');
  expect(await desk.sim.softphone()).to.deep.equal({ holdsStream: true, muted: false });
  await saysUnmuted(desk);
}

describe('the microphone, in the simulator', () => {
  afterEach(closeTabs);

  /** A desk beside a tab that came first, and so takes the calls. */
  async function besideHolder(): Promise<{ desk: Desk; holder: Tab }> {
    const ccpUrl = simulatedCcpUrl({ state: 'Available' });
    const holder = await openTab(ccpUrl);
    return { desk: await openDesk(ccpUrl), holder };
  }

  it('the second call after a muted one is not shown as muted', async () => {
    const desk = await openDesk(simulatedCcpUrl({ state: 'Available' }));
    const id = await takeCall(desk);
    await mute(desk);
    await endCall(desk, id);
    await saysUnmuted(desk);
    await nextCallIsTrue(desk);
  });

  it('nor while its predecessor is still to be cleared', async () => {
    const desk = await openDesk(simulatedCcpUrl({ state: 'Available' }));
    const id = await takeCall(desk);
    await mute(desk);
    await desk.sim.customerHangsUp(id);
    await eventually(() => !desk.ccp.state.mute, 'muted no more');
    await saysUnmuted(desk);
    expect(await desk.sim.softphone()).to.deep.equal({ holdsStream: false, muted: false });
  });

  it('the tab that holds the stream is closed in a muted call: neither this call nor the next is shown as muted', async () => {
    const { desk, holder } = await besideHolder();
    const id = await takeCall(desk, holder.sim);
    await mute(desk, holder.sim);
    holder.close();
    await eventually(() => !desk.ccp.state.mute, 'nobody holds a muted stream');
    expect(await desk.sim.softphone()).to.deep.equal({ holdsStream: false, muted: false });
    await saysUnmuted(desk);
    await endCall(desk, id);
    await nextCallIsTrue(desk);
  });

  it('another tab is closed in a muted call: it stays muted', async () => {
    const ccpUrl = simulatedCcpUrl({ state: 'Available' });
    const desk = await openDesk(ccpUrl);
    const other = await openTab(ccpUrl);
    await takeCall(desk);
    await mute(desk);
    const answered = new Promise((resolve) => new desk.ccp.connect.Agent().onMuteToggle(resolve));
    other.close();
    expect(await answered).to.deep.equal({ muted: true });
    expect(desk.ccp.state.mute).to.be.true;
  });

  const RELOADS: readonly (readonly [string, (desk: Desk) => Promise<unknown>])[] = [
    ['by the page', (desk) => Promise.resolve(desk.ccp.connect.core.retry({ force: true }))],
    ['by itself', (desk) => desk.sim.reloadFrame()],
  ];
  for (const [how, reload] of RELOADS) {
    it(`its frame is loaded anew ${how} in a muted call: the sound is lost, and nothing is shown as muted`, async () => {
      const ccpUrl = simulatedCcpUrl({ state: 'Available' });
      const desk = await openDesk(ccpUrl);
      await openTab(ccpUrl, { softphone: {} }); // takes no calls, but keeps the worker alive
      const id = await takeCall(desk);
      await mute(desk);
      await reload(desk);
      await eventually(() => !desk.ccp.state.mute, 'not muted');
      await eventually(() => desk.ccp.status === 'ready', 'ready again');
      expect(await desk.sim.softphone()).to.deep.equal({ holdsStream: false, muted: false });
      await saysUnmuted(desk);
      await endCall(desk, id);
      await nextCallIsTrue(desk);
    });

    it(`a frame is loaded anew ${how} while another tab holds the muted stream: that is learned by asking`, async () => {
      const { desk, holder } = await besideHolder();
      await takeCall(desk, holder.sim);
      await mute(desk, holder.sim);
      const shown: boolean[] = [];
      desk.ccp.subscribe(
        (state) => state.mute,
        (muted) => shown.push(muted),
      );
      await reload(desk);
      await eventually(() => shown.length === 3, 'unknown, then learned');
      expect(shown).to.deep.equal([true, false, true]);
      expect(await holder.sim.softphone()).to.deep.equal({ holdsStream: true, muted: true });
    });
  }

  it('a kept panel carries no mute from a call that ended while it had no element', async () => {
    const ccpUrl = simulatedCcpUrl({ state: 'Available' });
    const make = () =>
      fixture<ConnectCcpElement>(html`<connect-ccp headless keep-alive ccp-url=${ccpUrl}></connect-ccp>`);
    const ccp = await make();
    const controls = await fixture<ConnectContactControlsElement>(
      html`<connect-contact-controls></connect-contact-controls>`,
    );
    await ccp.ready;
    const desk = { ccp, controls, sim: await attachSimulator(ccp) };
    const id = await takeCall(desk);
    await mute(desk);
    const runtime = ccp.connect;
    ccp.remove();
    await desk.sim.customerHangsUp(id);
    await eventually(() => new runtime.Contact(id).getState().type === 'ended', 'ended');
    const next = await make();
    try {
      expect(next.connect).to.equal(runtime);
      await saysUnmuted({ ...desk, ccp: next });
    } finally {
      next.terminate();
    }
  });
});

/** Calls of an agent, each in a state, as data. */
function calls(...states: readonly (readonly [id: string, state: string])[]): AgentData {
  const contacts = states.map(([id, type]) => {
    const [contact] = recorded.inboundVoiceContactSoftphone().contacts;
    const connections = contact.connections.map((one) => ({
      ...one,
      connectionId: `${id}-${one.type}`,
      state: { ...one.state, type },
    }));
    return { ...contact, contactId: id, connections, state: { ...contact.state, type } };
  });
  return agentData({ contacts });
}

describe('the microphone, with a CCP that is as silent as can be', () => {
  let ccp: ConnectCcpElement;
  let fake: FakeCcp;

  beforeEach(async () => {
    ccp = await fixture<ConnectCcpElement>(html`<connect-ccp ccp-url=${CCP_URL}></connect-ccp>`);
    ccp.connect.getLog().setEchoLevel('CRITICAL');
    fake = await new FakeCcp(ccp.connect, ccp).attach();
    await fake.acknowledge({ id: 'port-1' });
    await fake.update(calls(['a', 'connected']));
    await fake.nextBroadcast('mute');
    await fake.say('agent::mute_toggle', { muted: true });
    expect(ccp.state.mute).to.be.true;
  });

  /** How often the page has asked whether it is muted. */
  async function questions(): Promise<number> {
    await fake.settle();
    const broadcasts = fake.sent.filter(({ event }) => event === 'broadcast').map(({ data }) => data as Envelope);
    return broadcasts.filter(({ event, data }) => event === 'mute' && data === undefined).length;
  }

  const NEXT: readonly (readonly [what: string, data: () => AgentData, asks: boolean])[] = [
    ['no contact is left', () => calls(), false],
    ['the call has ended', () => calls(['a', 'disconnected']), false],
    ['another one rings', () => calls(['b', 'connecting']), false],
    ['another one has taken its place', () => calls(['b', 'connected']), true],
    ['another one goes on', () => calls(['b', 'hold'], ['a', 'disconnected']), true],
  ];
  for (const [what, data, asks] of NEXT) {
    it(`${what}: not muted${asks ? ', and asked' : ''}, at the very event that tells of it`, async () => {
      const seen: boolean[] = [];
      for (const event of ['connect-contact-added', 'connect-contact-removed', 'connect-contact-change']) {
        ccp.addEventListener(event, () => {
          seen.push(ccp.state.mute, ...ccp.state.contacts.map(({ can }) => can.includes('unmute')));
        });
      }
      await fake.update(data());
      expect(seen).not.to.include(true);
      expect(ccp.state.mute).to.be.false;
      expect(await questions()).to.equal(asks ? 2 : 1);
      await fake.update(calls(['b', 'connected']));
      expect(ccp.state.mute).to.be.false;
      expect(ccp.state.contacts[0].can).to.include('mute');
    });
  }

  it('the same call goes on: still muted, and not asked', async () => {
    await fake.update(calls(['a', 'hold']));
    await fake.update(calls(['a', 'connected'], ['b', 'connecting']));
    expect(ccp.state.mute).to.be.true;
    expect(await questions()).to.equal(1);
  });

  it('a new media stream asks, and is not muted until a CCP says so', async () => {
    await fake.say('agent::local_media_stream_created', { connectionId: 'a-agent' });
    expect(ccp.state.mute).to.be.false;
    expect(await questions()).to.equal(2);
    await fake.say('agent::mute_toggle', { muted: true });
    expect(ccp.state.mute).to.be.true;
  });

  it('a word about no call is none about the next one', async () => {
    await fake.update(calls());
    await fake.say('agent::mute_toggle', { muted: true });
    expect(ccp.state.mute).to.be.false;
    await fake.update(calls(['b', 'connected']));
    expect(ccp.state.mute).to.be.false;
  });

  it('nobody answers when a tab has gone: not muted', async () => {
    const timers = new FakeTimers();
    try {
      await fake.say('update_connected_ccps', { length: 1 });
      expect(ccp.state.mute).to.be.true;
      await timers.advance(2_000);
      expect(ccp.state.mute).to.be.false;
    } finally {
      timers.restore();
    }
    expect(await questions()).to.equal(2);
  });

  for (const [wanted, Request] of [
    [true, ConnectMuteRequestEvent],
    [false, ConnectUnmuteRequestEvent],
  ] as const) {
    it(`${wanted ? 'mute' : 'unmute'} is sent though it looks so already, and confirmed by a word that comes after it alone`, async () => {
      await fake.say('agent::mute_toggle', { muted: wanted });
      let phase = '';
      const done = ccp.request(new Request(ccp.state.contacts[0])).then((last) => (phase = String(last)));
      const isCommand = ({ data }: { data?: unknown }): boolean => (data as { mute?: unknown } | null)?.mute === wanted;
      await fake.next('broadcast', isCommand);
      await fake.settle();
      expect(phase).to.equal('');
      await fake.say('agent::mute_toggle', { muted: !wanted });
      expect(phase).to.equal('');
      await fake.say('agent::mute_toggle', { muted: wanted });
      await done;
      expect(phase).to.equal('confirmed');
    });
  }
});
