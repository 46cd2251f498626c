import{ConnectCcpElement as e}from"./ccp/element.js"
e.define()
export{e as ConnectCcpElement}
