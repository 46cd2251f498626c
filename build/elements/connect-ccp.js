import{ConnectCcpElement as e}from"./connect-ccp-element.js"
e.define()
export{e as ConnectCcpElement}
