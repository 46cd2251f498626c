// Registers <connect-contact-controls>.
import { ConnectContactControlsElement } from './contact-controls/element.js';

ConnectContactControlsElement.define();

export { ConnectContactControlsElement };

declare global {
  interface HTMLElementTagNameMap {
    'connect-contact-controls': ConnectContactControlsElement;
  }
}
