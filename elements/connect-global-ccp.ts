// Registers <connect-global-ccp>.
import { ConnectGlobalCcpElement } from './connect-global-ccp-element.js';

ConnectGlobalCcpElement.define();

export { ConnectGlobalCcpElement };

declare global {
  interface HTMLElementTagNameMap {
    'connect-global-ccp': ConnectGlobalCcpElement;
  }
}
