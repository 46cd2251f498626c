// Registers <connect-recent-contacts>.
import { ConnectRecentContactsElement } from './recent-contacts/element.js';

ConnectRecentContactsElement.define();

export { ConnectRecentContactsElement };

declare global {
  interface HTMLElementTagNameMap {
    'connect-recent-contacts': ConnectRecentContactsElement;
  }
}
