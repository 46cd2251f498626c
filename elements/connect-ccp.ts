// Registers <connect-ccp>.
import { ConnectCcpElement } from './ccp/element.js';

ConnectCcpElement.define();

export { ConnectCcpElement };

declare global {
  interface HTMLElementTagNameMap {
    'connect-ccp': ConnectCcpElement;
  }
}
