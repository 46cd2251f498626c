// Registers <connect-wrap-up>.
import { ConnectWrapUpElement } from './wrap-up/element.js';

ConnectWrapUpElement.define();

export { ConnectWrapUpElement };

declare global {
  interface HTMLElementTagNameMap {
    'connect-wrap-up': ConnectWrapUpElement;
  }
}
