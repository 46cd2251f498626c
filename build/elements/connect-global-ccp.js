import{ConnectGlobalCcpElement as e}from"./global-ccp/element.js"
e.define()
export{e as ConnectGlobalCcpElement}
