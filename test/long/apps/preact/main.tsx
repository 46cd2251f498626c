// An application of Preact around a simulated panel. Its address comes with the page's own.
import 'connect-ccp-elements/define.js';
import type { ConnectCcpElement, ContactView } from 'connect-ccp-elements';
import { attachSimulator } from 'connect-ccp-elements/simulator.js';
import { createRef, render } from 'preact';
import { useState } from 'preact/hooks';

const ccpUrl = new URLSearchParams(location.search).get('ccp') ?? '';
const ccp = createRef<ConnectCcpElement>();

async function call() {
  const simulator = await attachSimulator(ccp.current!);
  await simulator.setAgentState('Available');
  await simulator.incomingCall({ from: '+12065550100' });
}

function App() {
  const [isReady, setReady] = useState(false);
  const [contact, setContact] = useState<ContactView | null>(null);
  const [requests, setRequests] = useState(0);
  return (
    <>
      <connect-ccp
        ref={ccp}
        class="panel"
        ccp-url={ccpUrl}
        loadTimeout={20_000}
        headless
        onconnect-ready={() => setReady(true)}
        onconnect-ringing={(event) => setContact(event.contact)}
        onconnect-contact-change={(event) => setContact(event.contact)}
      />
      <connect-contact-controls
        country="US"
        onconnect-accept-request={({ contactId }) => setRequests((count) => count + (contactId ? 1 : 0))}
      />
      <button type="button" disabled={!isReady} onClick={() => void call()}>
        Call
      </button>
      <output>
        {contact ? `${contact.phoneNumber} ${contact.state.type}` : 'nobody'}, {requests} accepted
      </output>
    </>
  );
}

render(<App />, document.querySelector('#app')!);
