import{ConnectGlobalCcpElement as e}from"./connect-global-ccp-element.js"
e.define()
export{e as ConnectGlobalCcpElement}
