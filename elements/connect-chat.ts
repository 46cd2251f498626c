// Registers <connect-chat>.
import { ConnectChatElement } from './chat/element.js';

ConnectChatElement.define();

export { ConnectChatElement };

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat': ConnectChatElement;
  }
}
