import 'connect-ccp-elements/define.js';
import type { ConnectCcpElement, ContactView } from 'connect-ccp-elements';
import { attachSimulator } from 'connect-ccp-elements/simulator.js';
import { useRef, useState } from 'react';

export function App({ ccpUrl }: { ccpUrl: string }) {
  const ccp = useRef<ConnectCcpElement>(null);
  const [isReady, setReady] = useState(false);
  const [contact, setContact] = useState<ContactView | null>(null);
  const [requests, setRequests] = useState(0);

  async function call() {
    const simulator = await attachSimulator(ccp.current!);
    await simulator.setAgentState('Available');
    await simulator.incomingCall({ from: '+12065550100' });
  }

  return (
    <>
      <connect-ccp
        ref={ccp}
        id="ccp"
        className="panel"
        ccp-url={ccpUrl}
        loadTimeout={20_000}
        headless
        onconnect-ready={() => setReady(true)}
        onconnect-ringing={(event) => setContact(event.contact)}
        onconnect-contact-change={(event) => setContact(event.contact)}
      >
        <p slot="loading">Loading</p>
      </connect-ccp>
      <connect-contact-controls
        country="US"
        onconnect-accept-request={({ contactId }) => setRequests((count) => count + (contactId ? 1 : 0))}
      />
      <button type="button" disabled={!isReady} onClick={() => void call()}>
        Call
      </button>
      <button type="button" commandfor="ccp" command="--accept-contact">
        Answer
      </button>
      <output>
        {contact ? `${contact.phoneNumber} ${contact.state.type}` : 'nobody'}, {requests} accepted
      </output>
    </>
  );
}
