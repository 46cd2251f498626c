import{ConnectAgentStatusElement as e}from"./agent-status/element.js"
e.define()
export{e as ConnectAgentStatusElement}
