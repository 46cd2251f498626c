function n(n){if(!n||!URL.canParse(n))return null
const{origin:r}=new URL(n)
return"null"===r?null:r}export class ParentPeer{constructor(r,i){this.window=r.parent
const t=n(r.location.ancestorOrigins?.[0]??r.document.referrer)
this.origin=null!==t&&(i?.includes(t)??!0)?t:null}admits(n){return null!==this.origin&&n===this.origin}}