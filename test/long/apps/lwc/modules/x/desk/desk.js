// A component in native shadow around foreign elements. The panel stands in its shadow root, and so do those that find it.
import { LightningElement } from 'lwc';
import { attachSimulator } from 'connect-ccp-elements/simulator.js';

export default class Desk extends LightningElement {
  ccpUrl = new URLSearchParams(location.search).get('ccp') ?? '';
  loadTimeout = 20_000;
  isBusy = true;
  who = 'nobody';
  requests = 0;

  get said() {
    return `${this.who}, ${this.requests} accepted`;
  }

  renderedCallback() {
    if (this.heard) return;
    this.heard = true;
    const { ccp, controls } = this.refs;
    const show = ({ contact }) => (this.who = `${contact.phoneNumber} ${contact.state.type}`);
    ccp.addEventListener('connect-ready', () => (this.isBusy = false));
    ccp.addEventListener('connect-ringing', show);
    ccp.addEventListener('connect-contact-change', show);
    controls.addEventListener('connect-accept-request', ({ contactId }) => (this.requests += contactId ? 1 : 0));
  }

  async call() {
    const simulator = await attachSimulator(this.refs.ccp);
    await simulator.setAgentState('Available');
    await simulator.incomingCall({ from: '+12065550100' });
  }
}
