// <connect-global-ccp>: the sequences of a failover, over two simulated regions that find out by themselves. Protocol 10.1.
import { expect } from '@open-wc/testing';
import '../../../elements/connect-ccp.js';
import '../../../elements/connect-global-ccp.js';
import type { ConnectGlobalCcpElement } from '../../../elements/global-ccp/element.js';
import { ConnectAcceptRequestEvent, ConnectClearRequestEvent } from '../../../elements/verbs/requests.js';
import { attachSimulator, type RegionsSimulator } from '../../../src/simulator/kit/simulator.js';
import {
  bothStand,
  EAST,
  keepWorker,
  mountReadyRegions,
  mountRegions,
  says,
  until,
  WEST,
} from '../../support/two-regions.js';

const CALLER = '+12065550100';

/** Has the agent take a call. */
async function takeCall(global: ConnectGlobalCcpElement, sim: RegionsSimulator, lines: string[]): Promise<string> {
  const contactId = await sim.incomingCall({ from: CALLER });
  await says(lines, `ringing voice ${CALLER}`);
  expect(await global.request(new ConnectAcceptRequestEvent({ contactId }))).to.equal('confirmed');
  lines.length = 0;
  return contactId;
}

/** Has the agent take a chat. */
async function takeChat(global: ConnectGlobalCcpElement, sim: RegionsSimulator, lines: string[], customerName: string) {
  const contactId = await sim.incomingChat({ customerName });
  await says(lines, `ringing chat ${customerName}`);
  expect(await global.request(new ConnectAcceptRequestEvent({ contactId }))).to.equal('confirmed');
  lines.length = 0;
}

describe('<connect-global-ccp>, failover', () => {
  let sim: RegionsSimulator | undefined;

  afterEach(() => {
    sim?.detach();
    sim = undefined;
  });

  /** Both regions are ready. */
  async function ready(...parameters: Parameters<typeof mountReadyRegions>) {
    const scene = await mountReadyRegions(...parameters);
    sim = scene.sim;
    return scene;
  }

  it('with no contact, and back again', async () => {
    const { global, lines, sim } = await ready();
    await sim.activeRegion(WEST);
    await says(lines, `complete ${WEST}`);
    await bothStand(global, 'Offline', 'Offline');
    expect(lines.splice(0)).to.deep.equal(['agent Offline', `complete ${WEST}`]);
    await sim.setAgentState('Available');
    await says(lines, 'agent Available');
    await sim.activeRegion(EAST);
    await says(lines, `complete ${EAST}`);
    await bothStand(global, 'Offline', 'Offline');
    expect(lines).to.deep.equal(['agent Available', 'agent Offline', `complete ${EAST}`]);
  });

  it('with chats: they are left at once, though calls would be brought to their end', async () => {
    const { global, lines, sim } = await ready();
    await takeChat(global, sim, lines, 'Ann');
    await takeChat(global, sim, lines, 'Bo');
    await sim.activeRegion(WEST, { soft: true });
    await says(lines, `complete ${WEST}`);
    await bothStand(global, 'Offline', 'Offline');
    expect(lines).to.deep.equal([
      'changed chat ended',
      'changed chat ended',
      'agent Offline',
      'removed chat Ann',
      'removed chat Bo',
      `complete ${WEST}`,
    ]);
    const { contacts } = await sim.inRegion(EAST).truth();
    expect(contacts.map(({ state }) => (state as { type: string }).type)).to.deep.equal(['ended', 'ended']);
  });

  it('with a call: pending, then complete when it is over and cleared from after-call work', async () => {
    const { global, lines, sim } = await ready();
    const contactId = await takeCall(global, sim, lines);
    await sim.activeRegion(WEST, { soft: true });
    await says(lines, `pending ${EAST} > ${WEST}`);
    expect([global.activeRegion, global.standbyRegion]).to.deep.equal([EAST, WEST]);
    await sim.customerHangsUp(contactId);
    await says(lines, 'agent AfterCallWork');
    expect(await global.request(new ConnectClearRequestEvent({ contactId }))).to.equal('confirmed');
    await says(lines, `complete ${WEST}`);
    await bothStand(global, 'Offline', 'Offline');
    expect([global.activeRegion, global.standbyRegion]).to.deep.equal([WEST, EAST]);
    expect(lines).to.deep.equal([
      `pending ${EAST} > ${WEST}`,
      'agent AfterCallWork',
      'changed voice ended',
      'changed voice ended', // the command is pending
      'clear pending',
      'agent Available',
      `removed voice ${CALLER}`,
      'clear confirmed',
      'agent Offline',
      `complete ${WEST}`,
    ]);
  });

  it('with a call, hard: it is ended', async () => {
    const { global, lines, sim } = await ready();
    await takeCall(global, sim, lines);
    await sim.activeRegion(WEST);
    await says(lines, `complete ${WEST}`);
    await bothStand(global, 'Offline', 'Offline');
    expect(lines).to.deep.equal([
      'agent AfterCallWork',
      'changed voice ended',
      'agent Offline',
      `removed voice ${CALLER}`,
      `complete ${WEST}`,
    ]);
  });

  it('with a contact that rings: it is left, and does not ring on', async () => {
    const { global, lines, sim } = await ready();
    await sim.incomingCall({ from: CALLER });
    await says(lines, `ringing voice ${CALLER}`);
    await sim.activeRegion(WEST);
    await says(lines, `complete ${WEST}`);
    await bothStand(global, 'Offline', 'Offline');
    expect(lines.filter((line) => line.startsWith('complete'))).to.have.length(1);
    expect(global.state.contacts).to.deep.equal([]);
  });

  it('the region left gives no contacts, the other one does', async () => {
    const { global, lines, sim } = await ready();
    await sim.activeRegion(WEST);
    await says(lines, `complete ${WEST}`);
    await bothStand(global, 'Offline', 'Offline');
    lines.length = 0;
    await sim.inRegion(EAST).incomingChat({ customerName: 'Ann' });
    await sim.setAgentState('Available');
    await sim.incomingChat({ customerName: 'Bo' });
    await says(lines, 'ringing chat Bo');
    expect(lines).to.deep.equal(['agent Available', 'added chat Bo', 'ringing chat Bo']);
    expect(global.regions[0].state.contacts).to.deep.equal([]);
  });

  it('at page load, when the other region is the active one', async () => {
    const { global, lines } = await mountRegions({ both: { activeRegion: WEST } });
    await says(lines, `complete ${WEST}`);
    await bothStand(global, 'Offline', 'Available');
    expect(lines.filter((line) => /^(complete|pending|added|error)/.test(line))).to.deep.equal([`complete ${WEST}`]);
    expect(global.state).to.include({ status: 'ready', region: WEST });
    expect(global.state.agent?.state.name).to.equal('Available');
  });

  it('at page load, when the other region is the active one and the first does not load', async () => {
    const { global, lines } = await mountRegions({ both: { activeRegion: WEST }, east: { impaired: 'true' } });
    await says(lines, `complete ${WEST}`);
    await global.ready;
    expect(lines.filter((line) => /^(complete|pending|error)/.test(line))).to.deep.equal([`complete ${WEST}`]);
    expect(global.state).to.include({ status: 'ready', region: WEST });
  });

  it('while the other region does not load: it is ready as soon as it comes up', async () => {
    const { global, lines } = await mountRegions({ west: { impaired: 'true' } });
    await says(lines, 'ready');
    sim = await attachSimulator(global);
    keepWorker(global.regions[1].ccpUrl);
    lines.length = 0;
    await takeCall(global, sim, lines);
    await sim.activeRegion(WEST);
    await says(lines, `complete ${WEST}`);
    expect(lines.splice(0)).to.deep.equal([
      'agent AfterCallWork',
      'changed voice ended',
      'status loading',
      'agent unknown',
      `removed voice ${CALLER}`,
      `complete ${WEST}`,
    ]);
    await sim.impair(WEST, false);
    await says(lines, 'ready');
    await bothStand(global, 'Offline', 'Available');
    expect(lines.at(-1)).to.equal('ready');
    expect(lines).not.to.include(`complete ${WEST}`);
  });

  it('when the service of the active region dies in mid-call: the agent is offline there as soon as it is back', async () => {
    const { global, lines, sim } = await ready();
    await takeCall(global, sim, lines);
    await sim.impair(EAST);
    await sim.activeRegion(WEST);
    await says(lines, `complete ${WEST}`);
    expect(lines).to.deep.equal(['agent Offline', `removed voice ${CALLER}`, `complete ${WEST}`]);
    expect((await sim.inRegion(EAST).truth()).agent.state.name).to.equal('Busy');
    await sim.impair(EAST, false);
    await bothStand(global, 'Offline', 'Offline');
    expect((await sim.inRegion(EAST).truth()).agent.state.name).to.equal('Offline');
    expect(lines).to.have.length(3);
  });

  it('when the panel of the active region dies in mid-call: the page moves the agent over at once', async () => {
    const { global, lines, sim } = await ready({ withoutPolling: true, timeouts: { ack: 300 } });
    await takeCall(global, sim, lines);
    await sim.silence(0);
    await says(lines, 'status stale');
    global.failover();
    expect(lines).to.deep.equal([
      'status stale',
      'status ready',
      'agent Offline',
      `removed voice ${CALLER}`,
      'ready',
      `complete ${WEST}`,
    ]);
    await sim.inRegion(EAST).silence(-1);
    await bothStand(global, 'Offline', 'Offline');
    expect((await sim.inRegion(EAST).truth()).agent.state.name).to.equal('Offline');
    expect(lines).to.have.length(6);
  });

  for (const soft of [false, true]) {
    it(`by the page alone, ${soft ? 'softly' : 'hard'}`, async () => {
      const { global, lines, sim } = await ready({ withoutPolling: true });
      const contactId = await takeCall(global, sim, lines);
      global.failover({ soft });
      if (soft) {
        await says(lines, `pending ${EAST} > ${WEST}`);
        await sim.customerHangsUp(contactId);
        await says(lines, 'agent AfterCallWork');
        await global.request(new ConnectClearRequestEvent({ contactId }));
      }
      await says(lines, `complete ${WEST}`);
      await bothStand(global, 'Offline', 'Offline');
      global.failover();
      await says(lines, `complete ${EAST}`);
      expect(lines.filter((line) => /^(complete|pending)/.test(line))).to.deep.equal([
        ...(soft ? [`pending ${EAST} > ${WEST}`] : []),
        `complete ${WEST}`,
        `complete ${EAST}`,
      ]);
      expect(lines.at(-1)).to.equal(`complete ${EAST}`);
    });
  }

  it('once only, though a second tab of the region hears of it too', async () => {
    const { global, lines, sim } = await ready();
    const other = document.createElement('connect-global-ccp');
    for (const region of global.regions) {
      const copy = document.createElement('connect-ccp');
      const url = new URL(region.ccpUrl);
      url.searchParams.set('tab', 'other'); // the same agent, another address
      Object.assign(copy, { region: region.region, instanceArn: region.instanceArn, ccpUrl: url.href });
      other.append(copy);
    }
    document.body.append(other);
    await bothStand(other, 'Available', 'Offline');
    await sim.activeRegion(WEST);
    await says(lines, `complete ${WEST}`);
    await until(() => other.activeRegion === WEST);
    expect(lines).to.deep.equal(['agent Offline', `complete ${WEST}`]);
    other.remove();
  });
});
