// Registers every element, host first; nothing depends on the order.
import './connect-ccp.js';
import './connect-global-ccp.js';
import './connect-agent-status.js';
import './connect-contact-controls.js';
import './connect-chat.js';
import './connect-recent-contacts.js';
import './connect-wrap-up.js';
import './connect-mini-panel.js';
import './connect-app.js';
