// What <connect-ccp> says of the sound of calls: a lost microphone before a call arrives, and who has the audio.
import { expect, fixture, html } from '@open-wc/testing';
import '../elements/connect-ccp.js';
import type { ConnectCcpElement } from '../elements/ccp/element.js';
import { attachSimulator, type Simulator } from '../src/simulator/kit/simulator.js';
import { eventually } from './support/eventually.js';
import { FakeMicrophone } from './support/fake-microphone.js';
import { mountReadyCcp, simulatedCcpUrl } from './support/simulated-ccp.js';
import { openTab, closeTabs } from './support/tabs.js';

const wordsOf = (ccp: ConnectCcpElement) => ccp.renderRoot.querySelector('[part~=status]')?.textContent.trim() ?? '';

describe('the microphone, on <connect-ccp>', () => {
  let microphone: FakeMicrophone;
  let restore: () => void;
  let sims: Simulator[] = [];

  beforeEach(() => {
    microphone = new FakeMicrophone();
    restore = microphone.install();
  });
  afterEach(() => {
    restore();
    for (const sim of sims.splice(0)) sim.detach();
    sims = [];
  });

  async function mount(parameters: Record<string, string> = {}): Promise<{ ccp: ConnectCcpElement; codes: string[] }> {
    const { ccp, sim } = await mountReadyCcp(parameters);
    sims.push(sim);
    const codes: string[] = [];
    ccp.addEventListener('connect-error', ({ error }) => codes.push(error.code));
    return { ccp, codes };
  }

  const codeIs = (ccp: ConnectCcpElement, code: string | undefined): Promise<void> =>
    eventually(() => ccp.state.error?.code === code, `the error is ${ccp.state.error?.code}, not ${code}`);

  it('is an error, an event and words as soon as it is lost; what is restored clears them', async () => {
    const { ccp, codes } = await mount();
    microphone.set('denied');
    await codeIs(ccp, 'microphone-denied');
    await ccp.updateComplete;
    expect(wordsOf(ccp)).to.contain('blocked');
    expect(ccp.renderRoot.querySelector('[part=frame]')!.hasAttribute('inert')).to.be.false;
    await expect(ccp).to.be.accessible();
    microphone.set('granted');
    await codeIs(ccp, undefined);
    microphone.plug('audiooutput');
    await codeIs(ccp, 'microphone-missing');
    await ccp.updateComplete;
    expect(wordsOf(ccp)).to.contain('no microphone');
    microphone.plug('audioinput');
    await codeIs(ccp, undefined);
    await ccp.updateComplete;
    expect(wordsOf(ccp)).to.equal('');
    expect(codes).to.deep.equal(['microphone-denied', 'microphone-missing']);
    expect(ccp.status).to.equal('ready');
  });

  it('is an error from the start, once the panel is ready', async () => {
    microphone.permission.state = 'denied';
    const { ccp } = await mount();
    await codeIs(ccp, 'microphone-denied');
  });

  it('words can be dismissed, and come back with the next loss', async () => {
    const { ccp } = await mount();
    microphone.set('denied');
    await codeIs(ccp, 'microphone-denied');
    await ccp.updateComplete;
    ccp.renderRoot.querySelector('button')!.click();
    await ccp.updateComplete;
    expect(wordsOf(ccp)).to.equal('');
    expect(ccp.state.error?.code).to.equal('microphone-denied');
    microphone.set('granted');
    await codeIs(ccp, undefined);
    microphone.plug();
    await codeIs(ccp, 'microphone-missing');
    await ccp.updateComplete;
    expect(wordsOf(ccp)).not.to.equal('');
  });

  it('is no error while another status has more to say, and is one again afterwards', async () => {
    const { ccp, codes } = await mount();
    microphone.set('denied');
    await codeIs(ccp, 'microphone-denied');
    await sims[0].expireSession();
    await codeIs(ccp, undefined);
    expect(ccp.status).to.equal('expired');
    await ccp.updateComplete;
    expect(wordsOf(ccp)).to.contain('session has ended');
    await sims[0].signIn();
    ccp.retry(); // on a slow machine the frame has gone on to the sign-in page by now
    await codeIs(ccp, 'microphone-denied');
    expect(codes).to.deep.equal(['microphone-denied', 'microphone-denied']);
  });

  it('is not looked at without a softphone in the frame', async () => {
    const ccp = await fixture<ConnectCcpElement>(
      html`<connect-ccp without-softphone ccp-url=${simulatedCcpUrl()}></connect-ccp>`,
    );
    await ccp.ready;
    microphone.set('denied');
    expect(microphone.asked).to.deep.equal([]);
    expect(ccp.state.error).to.be.null;
  });

  it('does not matter to an agent with a desk phone, until they choose the softphone', async () => {
    const { ccp, codes } = await mount({ softphone: 'false' });
    microphone.set('denied');
    await sims[0].setAgentState('Offline');
    await eventually(() => ccp.state.agent?.state.name === 'Offline', 'a new snapshot');
    expect(codes).to.deep.equal([]);
    await sims[0].setConfiguration({ softphoneEnabled: true });
    await codeIs(ccp, 'microphone-denied');
  });

  it('is not watched any more once the element has gone', async () => {
    const { ccp, codes } = await mount();
    await eventually(() => microphone.asked.length === 1, 'watched');
    ccp.remove();
    microphone.set('denied');
    microphone.plug();
    expect(ccp.state.error).to.be.null;
    expect(codes).to.deep.equal([]);
  });
});

describe('who has the audio, on <connect-ccp>', () => {
  afterEach(closeTabs);

  it('is a custom state', async () => {
    const ccpUrl = simulatedCcpUrl({ state: 'Available' });
    const other = await openTab(ccpUrl);
    const ccp = await fixture<ConnectCcpElement>(html`<connect-ccp ccp-url=${ccpUrl}></connect-ccp>`);
    await ccp.ready;
    await eventually(() => ccp.matches(':state(audio-elsewhere)'), 'elsewhere');
    const sim = await attachSimulator(ccp);
    other.close();
    await eventually(() => ccp.matches(':state(audio-here)'), 'here');
    expect(ccp.matches(':state(audio-elsewhere)')).to.be.false;
    sim.detach();
  });
});
