export function textField(t,n){const o=Reflect.get(t,n)
return"string"==typeof o&&""!==o?o:null}export const contactIdOf=t=>textField(t,"contactId")
export const connectionIdOf=t=>textField(t,"connectionId")
const t=t=>"string"==typeof t&&""!==t.trim()||"object"==typeof t&&null!==t
export function endpointOf(n,o){const e=Reflect.get(n,"endpoint")
if(!t(e))throw new Error(o.nobodyToCall)
return e}