import"./connect-ccp.js"
import"./connect-global-ccp.js"
import"./connect-agent-status.js"
import"./connect-contact-controls.js"
