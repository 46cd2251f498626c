// Lists the events of <connect-ccp> and the callbacks of the connect API as they arrive.
import { connect } from '../cdn/connect-ccp.min.js';

const log = document.querySelector('#log');

function add(kind, name, detail = '') {
  const item = document.createElement('li');
  item.className = kind;
  const code = document.createElement('code');
  code.textContent = name;
  const text = document.createElement('span');
  text.textContent = detail;
  item.append(code, text);
  log.append(item);
  log.scrollTop = log.scrollHeight;
}

const details = {
  'connect-ready': () => '',
  'connect-status-change': ({ current }) => current,
  'connect-agent-change': ({ current }) => current?.state.name ?? '',
  'connect-contact-added': ({ contact }) => contact.who,
  'connect-ringing': ({ contact }) => contact.who,
  'connect-contact-change': ({ contact }) =>
    contact.connections.map(({ type, state }) => `${type} ${state}`).join(', '),
  'connect-contact-removed': ({ contact }) => contact.who,
  'connect-error': ({ error }) => error.message,
};
const ccp = document.querySelector('connect-ccp');
for (const [name, detail] of Object.entries(details)) {
  ccp.addEventListener(name, (event) => add('event', name, detail(event)));
}

connect.agent((agent) => {
  add('callback', 'connect.agent', agent.getName());
  agent.onStateChange(({ oldState, newState }) => add('callback', 'agent.onStateChange', `${oldState} → ${newState}`));
});
connect.contact((contact) => {
  add('callback', 'connect.contact', contact.getType());
  for (const name of [
    'onIncoming',
    'onConnecting',
    'onAccepted',
    'onConnected',
    'onMissed',
    'onEnded',
    'onACW',
    'onDestroy',
  ]) {
    contact[name]((current) => add('callback', `contact.${name}`, current.getState().type));
  }
});
