// Registers every element, host first; nothing depends on the order.
import './connect-ccp.js';
