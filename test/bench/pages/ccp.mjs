// A CCP that does as little as one can: acknowledges, sends agent data at once, and sends more when it is told to.
import { agentData, contact } from './agent-data.mjs';

const send = (event, data) => parent.postMessage({ event, data }, '*');

let shown = agentData([]);
let changes = 0;
let lives = 0;

/** What the harness asks for over its port. Building the data takes time here, in another process than the page's. */
const steps = {
  /** Sends an update with so many contacts, in one of which the agent's connection was put on hold or taken off. */
  update(count) {
    if (shown.snapshot.contacts.length !== count)
      shown = agentData(Array.from({ length: count }, (_, i) => contact(i)));
    const [connection] = shown.snapshot.contacts[changes++ % count].connections;
    const type = connection.state.type === 'hold' ? 'connected' : 'hold';
    connection.state = { type, timestamp: new Date() };
    shown.snapshot.snapshotTimestamp = new Date();
    send('agent::update', shown);
  },

  /** Sends the whole life of so many new contacts: they ring, connect, end, and are gone. */
  lives(count) {
    const numbers = Array.from({ length: count }, () => ++lives);
    for (const state of ['connecting', 'connected', 'ended']) {
      send('agent::update', agentData(numbers.map((number) => contact(number, state))));
    }
    send('agent::update', agentData([]));
  },

  /** Sends what other scripts in other frames send each other. */
  foreign(count) {
    for (let i = 0; i < count; i++) {
      parent.postMessage(i % 4 ? { type: 'foreign', id: i, payload: { text: 'x'.repeat(200) } } : null, '*');
    }
  },
};

addEventListener('message', ({ data, ports }) => {
  if (data?.event === 'synchronize') send('acknowledge');
  if (data !== 'bench') return;
  ports[0].onmessage = ({ data: [step, argument] }) => steps[step](argument);
});

if (!location.search.includes('silent')) {
  send('acknowledge', { id: 'bench-port' });
  send('agent::update', shown);
}
