import{ConnectContactControlsElement as e}from"./connect-contact-controls-element.js"
e.define()
export{e as ConnectContactControlsElement}
