// Compiled only: at run time Preact does the same as React.
import type { ConnectCcpElement } from 'connect-ccp-elements';
import { createRef } from 'preact';

const ccp = createRef<ConnectCcpElement>();

export const panel = (
  <connect-ccp ref={ccp} class="panel" ccp-url="/ccp.html" headless onconnect-ringing={({ contact }) => contact.queue}>
    <p slot="loading">Loading</p>
  </connect-ccp>
);
