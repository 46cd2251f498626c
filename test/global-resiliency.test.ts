// connect.globalResiliency: one runtime over two simulated regions on two origins, whose subscriptions are made once.
import { expect } from '@open-wc/testing';
import type { Agent, Contact } from '../src/index.js';
import { createResilientConnect, type ResilientConnect } from '../src/resiliency/resilient-connect.js';
import { attachSimulator, type Simulator } from '../src/simulator/kit/simulator.js';
import { makeContainer } from './support/fake-ccp.js';
import { EAST, regionUrls, type RegionParameters, says, until, WEST } from './support/two-regions.js';

interface Scene {
  connect: ResilientConnect;
  container: HTMLElement;
  lines: string[];
  /** The simulators of both regions, by their names. */
  sims: Record<string, Simulator>;
  /** Sends the traffic to a region; the one that gets it learns of it first. */
  activate(region: string, soft?: boolean): Promise<void>;
}

let ends: (() => void)[] = [];

/** Writes down what one set of subscriptions hears, made once. */
function record(connect: ResilientConnect): string[] {
  const lines: string[] = [];
  const { globalResiliency } = connect;
  connect.core.onInitialized(() => lines.push('init'));
  globalResiliency.onFailoverDetected(({ nextActiveRegion }) => lines.push(`detected ${nextActiveRegion}`));
  globalResiliency.onFailoverPending(({ nextActiveRegion }) => lines.push(`pending ${nextActiveRegion}`));
  globalResiliency.onFailoverCompleted(({ activeRegion, activeCcpUrl }) => {
    lines.push(`complete ${activeRegion} ${new URL(activeCcpUrl).hostname}`);
  });
  connect.agent((agent: Agent) => {
    agent.onStateChange(({ newState }) => lines.push(`agent ${newState}`));
  });
  connect.contact((contact: Contact) => {
    lines.push(`contact ${contact.getType()}`);
    contact.onConnected(() => lines.push('connected'));
    contact.onEnded(() => lines.push('ended'));
    contact.onDestroy(() => lines.push('destroyed'));
  });
  return lines;
}

function embed(parameters: RegionParameters = {}): Omit<Scene, 'sims' | 'activate'> {
  const { both, east, west } = parameters;
  const urls = regionUrls({
    both,
    east: { otherRegion: WEST, ...east },
    west: { otherRegion: EAST, ...west },
  });
  const connect = createResilientConnect();
  const container = makeContainer();
  ends.push(() => {
    connect.core.terminate();
    container.remove();
  });
  const lines = record(connect);
  connect.core.initCCP(container, {
    ccpUrl: urls.east,
    secondaryCCPUrl: urls.west,
    enableGlobalResiliency: true,
    loginUrl: `${urls.east}&signin=required`,
    loginPopup: false,
    softphone: { allowFramedSoftphone: true },
  });
  return { connect, container, lines };
}

/** Two regions that are ready, the agent available in the first one. */
async function ready(parameters?: RegionParameters): Promise<Scene> {
  const { connect, container, lines } = embed(parameters);
  await says(lines, 'init');
  await says(lines, 'agent Available');
  const frames = [...container.querySelectorAll('iframe')];
  const [east, west] = await Promise.all(frames.map((frame) => attachSimulator(frame)));
  ends.push(() => [east, west].forEach((sim) => sim.detach()));
  const sims: Record<string, Simulator> = { [EAST]: east, [WEST]: west };
  await agentIs(west, 'Offline');
  await standsBy(west);
  lines.length = 0;
  const activate = async (region: string, soft = false): Promise<void> => {
    for (const one of [region, region === EAST ? WEST : EAST]) await sims[one].activeRegion(region, { soft });
  };
  return { connect, container, lines, sims, activate };
}

/** Waits until a CCP has been told that it stands by, and the page knows its region. */
const standsBy = (sim: Simulator): Promise<void> =>
  until(async () => (await sim.configured()).settings?.instanceState === 'inactive', 'the word to stand by');

/** Waits until a service has the agent in a state. */
const agentIs = (sim: Simulator, name: string): Promise<void> =>
  until(async () => (await sim.truth()).agent.state.name === name, `the agent's state ${name}`);

/** A contact arrives in a region, and the agent takes it by the one runtime. */
async function take({ connect, lines, sims }: Scene, region: string, type: 'voice' | 'chat'): Promise<string> {
  const contactId = await (type === 'voice' ? sims[region].incomingCall() : sims[region].incomingChat());
  await says(lines, `contact ${type}`);
  await new connect.Contact(contactId).accept();
  await says(lines, 'connected');
  return contactId;
}

const completed = (region: string): string => {
  const { hostname } = new URL(regionUrls()[region === EAST ? 'east' : 'west']);
  return `complete ${region} ${hostname}`;
};

describe('connect.globalResiliency', () => {
  afterEach(() => {
    for (const end of ends) end();
    ends = [];
  });

  it('is initialised once with the active region; each CCP is told where it stands', async () => {
    const { connect, container, lines } = embed();
    expect(connect.globalResiliency.getActiveRegion()).to.equal(null);
    await says(lines, 'agent Available');
    expect(lines.slice(0, 2)).to.deep.equal(['init', 'agent Available']);
    expect(connect.globalResiliency.getActiveRegion()).to.equal(EAST);
    const [east, west] = [...container.querySelectorAll('iframe')];
    expect(connect.core.getFrame()).to.equal(east);
    expect(getComputedStyle(west).visibility).to.equal('hidden');
    const sims = await Promise.all([east, west].map((frame) => attachSimulator(frame)));
    await standsBy(sims[1]);
    const settings = await Promise.all(sims.map((sim) => sim.configured()));
    for (const sim of sims) sim.detach();
    expect(settings[0].settings).to.include({ enableGlobalResiliency: true, instanceState: 'active' });
    expect(settings[1].settings).to.include({ enableGlobalResiliency: true, instanceState: 'inactive' });
  });

  it('with no contact, and back again, with subscriptions that were made once', async () => {
    const { connect, lines, sims, activate } = await ready();
    await activate(WEST);
    await says(lines, completed(WEST));
    expect(lines.splice(0)).to.deep.equal([`detected ${WEST}`, 'agent Offline', completed(WEST)]);
    expect(connect.globalResiliency.getActiveRegion()).to.equal(WEST);
    await sims[WEST].setAgentState('Available');
    await says(lines, 'agent Available');
    await activate(EAST);
    await says(lines, completed(EAST));
    expect(lines).to.deep.equal(['agent Available', `detected ${EAST}`, 'agent Offline', completed(EAST)]);
  });

  it('contacts of the active region are heard once, those of the other one never', async () => {
    const scene = await ready();
    const { lines, sims, activate } = scene;
    await sims[WEST].incomingTask();
    await take(scene, EAST, 'chat');
    expect(lines.splice(0)).to.deep.equal(['contact chat', 'connected']);
    await activate(WEST);
    await says(lines, completed(WEST));
    await says(lines, 'contact task'); // it has waited there
    expect(lines.filter((line) => !line.startsWith('agent'))).to.deep.equal([
      `detected ${WEST}`,
      'ended',
      'destroyed',
      completed(WEST),
      'contact task',
    ]);
    await sims[WEST].setAgentState('Available');
    await says(lines, 'agent Available');
    lines.length = 0;
    await sims[EAST].incomingChat();
    await take(scene, WEST, 'chat');
    expect(lines).to.deep.equal(['contact chat', 'connected']);
  });

  it('with a call, softly: pending until it is over and cleared', async () => {
    const scene = await ready();
    const { connect, lines, sims, activate } = scene;
    const contactId = await take(scene, EAST, 'voice');
    lines.length = 0;
    await activate(WEST, true);
    await says(lines, `pending ${WEST}`);
    expect(connect.globalResiliency.getActiveRegion()).to.equal(EAST);
    await sims[EAST].customerHangsUp(contactId);
    await says(lines, 'agent AfterCallWork');
    await new connect.Contact(contactId).clear();
    await says(lines, completed(WEST));
    expect(lines).to.deep.equal([
      `detected ${WEST}`,
      `pending ${WEST}`,
      'agent AfterCallWork',
      'ended',
      'agent Available',
      'destroyed',
      'agent Offline',
      completed(WEST),
    ]);
  });

  it('forced, in a call: it is ended, and the agent is offline in the region left', async () => {
    const scene = await ready();
    const { connect, lines, sims } = scene;
    await take(scene, EAST, 'voice');
    lines.length = 0;
    await sims[WEST].activeRegion(WEST); // else it would send the agent back
    connect.globalResiliency.forceFailover();
    await says(lines, completed(WEST));
    expect(lines.filter((line) => /^(ended|destroyed|complete|pending|contact)/.test(line))).to.deep.equal([
      'ended',
      'destroyed',
      completed(WEST),
    ]);
    await agentIs(sims[EAST], 'Offline');
  });

  it('forced, while the active CCP is silent: the other one takes over at once', async () => {
    const { connect, lines, sims } = await ready();
    await sims[WEST].activeRegion(WEST); // else it would send the agent back
    await sims[EAST].silence(0);
    await until(() => connect.core.getStatus() === 'stale'); // seconds, by the time-outs of every day
    connect.globalResiliency.forceFailover();
    await until(() => connect.globalResiliency.getActiveRegion() === WEST);
    await says(lines, completed(WEST));
    expect(connect.core.getStatus()).to.equal('ready');
  });

  it('begins in the other region if that one is active, or if the first does not load', async () => {
    for (const impaired of ['false', 'true']) {
      const { connect, lines } = embed({ both: { activeRegion: WEST }, east: { impaired } });
      await says(lines, 'agent Available');
      expect(connect.globalResiliency.getActiveRegion()).to.equal(WEST);
      expect(lines).to.include('init');
      expect(lines.filter((line) => line.startsWith('complete'))).to.deep.equal([]);
    }
  });

  it('counts a session for one region as none', async () => {
    const { connect } = embed({ east: { otherRegion: '' } });
    await until(() => connect.core.getStatus() === 'expired');
  });

  it('without what it needs it says so, and embeds one region', () => {
    for (const part of [{ loginUrl: 'x' }, { secondaryCCPUrl: regionUrls().west }]) {
      const connect = createResilientConnect();
      const container = makeContainer();
      ends.push(() => {
        connect.core.terminate();
        container.remove();
      });
      const errors: unknown[] = [];
      connect.globalResiliency.onConfigureError((error) => errors.push(error));
      const ccpUrl = regionUrls().east;
      connect.core.initCCP(container, { ccpUrl, enableGlobalResiliency: true, loginMode: 'none', ...part });
      expect(String(errors[0])).to.match(/enableGlobalResiliency needs (loginUrl|secondaryCCPUrl)/);
      expect(container.querySelectorAll('iframe')).to.have.length(1);
      expect(connect.globalResiliency.getActiveRegion()).to.equal(null);
      expect(() => connect.globalResiliency.forceFailover()).to.throw('No two regions are embedded');
    }
  });

  it('leaves nothing behind, and begins anew', async () => {
    const { connect, container } = embed();
    connect.core.terminate();
    expect(container.children).to.have.length(0);
    expect(connect.globalResiliency.getActiveRegion()).to.equal(null);
    connect.core.initCCP(container, { ccpUrl: regionUrls().east, loginMode: 'none' });
    await new Promise((resolve) => connect.agent(resolve));
    expect(container.querySelectorAll('iframe')).to.have.length(1);
  });
});
