const t=512
export function isEnvelope(n){if(!isRecord(n))return!1
const{event:r}=n
return"string"==typeof r&&""!==r&&r.length<=t}export const sendable=t=>JSON.parse(JSON.stringify(t))
export function isRecord(t){return"object"==typeof t&&null!==t}export function isAgentData(t){const{snapshot:n,configuration:r}=t??{}
if(!isRecord(r)||!isRecord(n?.state)||"string"!=typeof n.state.name)return!1
if(!Array.isArray(n.contacts))return!1
for(const t of n.contacts){if("string"!=typeof t?.contactId||!isRecord(t.state))return!1
const n=t.connections??[]
if(!Array.isArray(n))return!1
for(const t of n)if("string"!=typeof t?.connectionId||!isRecord(t.state))return!1}return!0}