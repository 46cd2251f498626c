import{ConnectAgentStatusElement as e}from"./connect-agent-status-element.js"
e.define()
export{e as ConnectAgentStatusElement}
