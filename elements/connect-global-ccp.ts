// Registers <connect-global-ccp>.
import { ConnectGlobalCcpElement } from './global-ccp/element.js';

ConnectGlobalCcpElement.define();

export { ConnectGlobalCcpElement };

declare global {
  interface HTMLElementTagNameMap {
    'connect-global-ccp': ConnectGlobalCcpElement;
  }
}
