// Registers <connect-mini-panel>.
import { ConnectMiniPanelElement } from './mini-panel/element.js';

ConnectMiniPanelElement.define();

export { ConnectMiniPanelElement };

declare global {
  interface HTMLElementTagNameMap {
    'connect-mini-panel': ConnectMiniPanelElement;
  }
}
