// An application of Solid around a simulated panel. Its address comes with the page's own.
import 'connect-ccp-elements/define.js';
import type { ConnectCcpElement, ContactView } from 'connect-ccp-elements';
import { attachSimulator } from 'connect-ccp-elements/simulator.js';
import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';

const ccpUrl = new URLSearchParams(location.search).get('ccp') ?? '';

function App() {
  let ccp!: ConnectCcpElement;
  const [isReady, setReady] = createSignal(false);
  const [contact, setContact] = createSignal<ContactView | null>(null);
  const [requests, setRequests] = createSignal(0);

  async function call() {
    const simulator = await attachSimulator(ccp);
    await simulator.setAgentState('Available');
    await simulator.incomingCall({ from: '+12065550100' });
  }

  return (
    <>
      <connect-ccp
        ref={(element) => void (element && (ccp = element))}
        class="panel"
        ccp-url={ccpUrl}
        load-timeout={20_000}
        headless
        onconnect-ready={() => setReady(true)}
        onconnect-ringing={(event) => setContact(event.contact)}
        onconnect-contact-change={(event) => setContact(event.contact)}
      />
      <connect-contact-controls
        country="US"
        onconnect-accept-request={({ contactId }) => setRequests((count) => count + (contactId ? 1 : 0))}
      />
      <button type="button" disabled={!isReady()} onClick={() => void call()}>
        Call
      </button>
      <output>{`${contact() ? `${contact()!.phoneNumber} ${contact()!.state.type}` : 'nobody'}, ${requests()} accepted`}</output>
    </>
  );
}

render(() => <App />, document.querySelector('#app')!);
