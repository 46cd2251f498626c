import { expect } from '@esm-bundle/chai';
import 'connect-ccp-elements/define.js';
import { ConnectAcceptRequestEvent } from 'connect-ccp-elements';
import { attachSimulator, instanceArnOf, simulatorUrl } from 'connect-ccp-elements/simulator.js';

describe('a simulator', () => {
  let host;
  let sim;

  /** Puts a panel on the page, and takes hold of the simulator in it. */
  async function open(markup) {
    document.body.innerHTML = markup;
    host = document.body.firstElementChild;
    await host.ready;
    sim = await attachSimulator(host);
  }

  const until = (isSo) =>
    new Promise((resolve) => {
      const done = new AbortController();
      host.subscribe(isSo, (isItNow) => isItNow && (done.abort(), resolve()), done);
    });
  const stateIs = (name) => until(({ agent }) => agent?.state.name === name);
  const isThere = (contactId) => until(({ contacts }) => contacts.some((one) => one.contactId === contactId));
  const accept = (contactId) => host.request(new ConnectAcceptRequestEvent({ contactId }));

  afterEach(() => {
    sim?.detach();
    host.remove();
  });

  it('has faults: a call that cannot be accepted', async () => {
    await open(`<connect-ccp ccp-url="${simulatorUrl({ state: 'Available' })}"></connect-ccp>`);
    await sim.fail('acceptContact', { status: 400 });
    const contactId = await sim.incomingCall();
    await isThere(contactId);
    expect(await accept(contactId)).to.equal('failed');
    expect(await accept(contactId)).to.equal('confirmed'); // it was to fail once
  });

  it('has time: a call that nobody answers', async () => {
    await open(`<connect-ccp ccp-url="${simulatorUrl({ state: 'Available', ringTimeout: 20_000 })}"></connect-ccp>`);
    await sim.incomingCall();
    await stateIs('PendingBusy');
    await sim.advance(20_000);
    await stateIs('MissedCallAgent');
  });

  it('has many customers: a chat beside a call', async () => {
    await open(`<connect-ccp ccp-url="${simulatorUrl({ state: 'Available' })}"></connect-ccp>`);
    const callId = await sim.incomingCall();
    const chatId = await sim.incomingChat({ customerName: 'Mei', message: 'Hello' });
    await isThere(callId);
    await isThere(chatId);
    await sim.customerHangsUp(callId);
    await until(({ contacts }) => contacts.every((one) => one.contactId !== callId || one.state.type !== 'connecting'));
    expect(host.state.contacts.find(({ contactId }) => contactId === chatId).who).to.equal('Mei');
  });

  it('has two regions: the agent moves with the traffic', async () => {
    const region = (name) => `<connect-ccp region="${name}" instance-arn="${instanceArnOf(name)}"
      ccp-url="${simulatorUrl({ region: name, state: 'Available' })}"></connect-ccp>`;
    await open(`<connect-global-ccp>${region('us-east-1')}${region('us-west-2')}</connect-global-ccp>`);
    expect(host.activeRegion).to.equal('us-east-1');
    await sim.activeRegion('us-west-2');
    await until(({ region }) => region === 'us-west-2');
    await sim.inRegion('us-west-2').setAgentState('Available');
    await isThere(await sim.incomingCall()); // in the region where the agent works
  });
});
