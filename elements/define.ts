// Registers every element, host first; nothing depends on the order.
import './connect-ccp.js';
import './connect-global-ccp.js';
import './connect-agent-status.js';
import './connect-contact-controls.js';
import './connect-chat.js';
