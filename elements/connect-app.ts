// Registers <connect-app>.
import { ConnectAppElement } from './app/element.js';

ConnectAppElement.define();

export { ConnectAppElement };

declare global {
  interface HTMLElementTagNameMap {
    'connect-app': ConnectAppElement;
  }
}
