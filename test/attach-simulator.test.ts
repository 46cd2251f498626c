import { expect } from '@open-wc/testing';
import { createConnect } from '../src/index.js';
import { attachSimulator, simulatorUrl, type SimulatorHost } from '../src/simulator/kit/simulator.js';
import { simulatedCcpUrl } from './support/simulated-ccp.js';

/** A page of this server that does not speak the protocol, as a real CCP does not speak the simulator's. */
const MUTE_PAGE = new URL('/test/support/pages/mute.html', location.href).href;

const messageOf = (attaching: Promise<unknown>) =>
  attaching.then(
    () => 'it attached',
    (error: Error) => error.message,
  );

describe('attachSimulator', () => {
  let frame: HTMLIFrameElement;
  const embed = (src: string) => {
    frame = Object.assign(document.createElement('iframe'), { src });
    document.body.append(frame);
    return frame;
  };

  afterEach(() => frame?.remove());

  it('waits for a frame that is not there yet', async () => {
    const owner = { core: { getFrame: () => (frame?.isConnected ? frame : null) } };
    const attaching = attachSimulator(owner);
    embed(simulatedCcpUrl({ agent: 'Late Riser' }));
    const sim = await attaching;
    expect((await sim.truth()).agent.name).to.equal('Late Riser');
    sim.detach();
  });

  it('waits for an element that is not defined yet', async () => {
    embed(simulatedCcpUrl());
    const host = document.createElement('late-ccp') as HTMLElement & { connect: null };
    const attaching = attachSimulator(host);
    customElements.define(
      'late-ccp',
      class extends HTMLElement {
        connect = { core: { getFrame: () => frame } };
      },
    );
    customElements.upgrade(host);
    (await attaching).detach();
  });

  it('says what to import where an element stays undefined', async () => {
    const host = document.createElement('never-ccp') as HTMLElement & { connect: null };
    expect(await messageOf(attachSimulator(host, { timeout: 50 }))).to.equal(
      '<never-ccp> is not defined after 50 ms: import connect-ccp-elements/define.js',
    );
  });

  it('says what it takes where a selector has found nothing', async () => {
    const host = document.querySelector('#not-there') as unknown as SimulatorHost;
    expect(await messageOf(attachSimulator(host))).to.equal(
      'attachSimulator takes a <connect-ccp>, a runtime or an iframe, not null',
    );
  });

  it('says that there is no frame before initCCP', async () => {
    expect(await messageOf(attachSimulator(createConnect(), { timeout: 50 }))).to.match(/^There is no CCP frame/);
  });

  it('names the page that is not the simulator, though its frame came late', async () => {
    const owner = { core: { getFrame: () => (frame?.isConnected ? frame : null) } };
    const attaching = attachSimulator(owner, { timeout: 200 });
    embed(MUTE_PAGE);
    const message = await messageOf(attaching);
    expect(message).to.contain(`This CCP is not the simulator: nothing at ${MUTE_PAGE} answered within 200 ms.`);
    expect(message).to.contain('dist/simulator/ccp.html').and.to.contain('frame-src');
  });

  it('takes no command after detach', async () => {
    const sim = await attachSimulator(embed(simulatedCcpUrl()));
    sim.detach();
    sim.detach();
    expect(await messageOf(sim.incomingCall())).to.equal('This simulator is detached: call attachSimulator again');
  });
});

describe('simulatorUrl', () => {
  it('is on the server of the module, with an instance of its own each time', () => {
    const [one, other] = [new URL(simulatorUrl()), new URL(simulatorUrl())];
    expect(one.origin).to.equal(location.origin);
    expect(one.pathname).to.match(/\/simulator\/ccp\.html$/);
    expect(one.searchParams.get('instance')).not.to.equal(other.searchParams.get('instance'));
    expect(one.searchParams.get('drawer')).to.equal('none');
  });

  it('hands options on to the page', async () => {
    const page = new URL('/dist/simulator/ccp.html', location.href);
    const url = simulatorUrl({ agentName: 'Ana Ruiz', state: 'Available', softphone: false, chats: 7 }, page);
    const frame = Object.assign(document.createElement('iframe'), { src: url });
    document.body.append(frame);
    const sim = await attachSimulator(frame);
    const { agent } = await sim.truth();
    expect(agent.name).to.equal('Ana Ruiz');
    expect(agent.state.name).to.equal('Available');
    expect(agent.configuration.softphoneEnabled).to.be.false;
    sim.detach();
    frame.remove();
  });

  it('leaves an address that it is given as it is', () => {
    const url = simulatorUrl({ instance: 'desk' }, 'http://localhost:8001/ccp.html?region=us-west-2');
    expect(url).to.equal('http://localhost:8001/ccp.html?region=us-west-2&instance=desk&drawer=none');
  });
});
