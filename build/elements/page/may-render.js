import{html as t,render as e}from"lit"
export const notAllowed=({localName:t})=>`<${t}> cannot be shown: this page requires Trusted Types and does not allow the policy lit-html. Add it to the page's Content-Security-Policy: trusted-types lit-html 'allow-duplicates'`
export function mayRender(){try{return e(t`<i></i>`,document.createDocumentFragment()),!0}catch{return!1}}