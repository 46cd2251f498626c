'use client';
// The panel is on the simulator as Next's own build carries it: no file was copied.
import 'connect-ccp-elements/define.js';
import type { ConnectCcpElement, ContactView } from 'connect-ccp-elements';
import { attachSimulator, simulatorUrl } from 'connect-ccp-elements/simulator.js';
import { useEffect, useRef, useState } from 'react';

export function Desk() {
  const ccp = useRef<ConnectCcpElement>(null);
  const [ccpUrl, setCcpUrl] = useState<string>();
  const [isReady, setReady] = useState(false);
  const [contact, setContact] = useState<ContactView | null>(null);
  const [requests, setRequests] = useState(0);

  // In the browser alone: on the server the simulator has no address.
  useEffect(() => setCcpUrl(simulatorUrl()), []);

  async function call() {
    const simulator = await attachSimulator(ccp.current!);
    await simulator.setAgentState('Available');
    await simulator.incomingCall({ from: '+12065550100' });
  }

  return (
    <>
      <connect-ccp
        ref={ccp}
        className="panel"
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
      <button type="button" disabled={!isReady} onClick={() => void call()}>
        Call
      </button>
      <output>{`${contact ? `${contact.phoneNumber} ${contact.state.type}` : 'nobody'}, ${requests} accepted`}</output>
    </>
  );
}
