// Plain HTML without a build: the browser finds the modules by the page's import map. The panel's address comes with the page's own.
import 'connect-ccp-elements/define.js';
import { attachSimulator } from 'connect-ccp-elements/simulator.js';

const ccp = document.querySelector('connect-ccp');
const button = document.querySelector('button');
const output = document.querySelector('output');
let who = 'nobody';
let requests = 0;

const say = () => (output.value = `${who}, ${requests} accepted`);

function show({ contact }) {
  who = `${contact.phoneNumber} ${contact.state.type}`;
  say();
}

ccp.addEventListener('connect-ready', () => (button.disabled = false));
ccp.addEventListener('connect-ringing', show);
ccp.addEventListener('connect-contact-change', show);
document.addEventListener('connect-accept-request', ({ contactId }) => {
  requests += contactId ? 1 : 0;
  say();
});
button.addEventListener('click', async () => {
  const simulator = await attachSimulator(ccp);
  await simulator.setAgentState('Available');
  await simulator.incomingCall({ from: '+12065550100' });
});
ccp.ccpUrl = new URLSearchParams(location.search).get('ccp');
