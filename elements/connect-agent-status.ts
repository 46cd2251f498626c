// Registers <connect-agent-status>.
import { ConnectAgentStatusElement } from './agent-status/element.js';

ConnectAgentStatusElement.define();

export { ConnectAgentStatusElement };

declare global {
  interface HTMLElementTagNameMap {
    'connect-agent-status': ConnectAgentStatusElement;
  }
}
