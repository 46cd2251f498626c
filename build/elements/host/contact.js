const e=["ended","missed","error","rejected"],t=["connecting","connected","hold"],c=["inbound","outbound"]
export const isFinished=({state:t})=>e.includes(t.type)
export const isVoice=({type:e})=>"voice"===e||"queue_callback"===e
export const isPartyType=e=>c.includes(e)
export const isActiveParty=({type:e,state:c})=>isPartyType(e)&&t.includes(c)
