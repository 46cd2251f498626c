import{ConnectContactControlsElement as e}from"./contact-controls/element.js"
e.define()
export{e as ConnectContactControlsElement}
