import{}from"../conduit/wire.js"
import{sendable as o}from"../conduit/sendable.js"
export function configureData(e){const{softphone:t,chat:a,task:n,email:s,ringtone:i,autoAcceptTone:c}=e,{pageOptions:r,shouldAddNamespaceToLogs:d,disasterRecoveryOn:p}=e,l={softphone:t,chat:a,task:n,email:s,ringtone:i,autoAcceptTone:c,pageOptions:r,shouldAddNamespaceToLogs:d,showInactivityModal:r?.showInactivityModal,disasterRecoveryOn:p}
return Object.values(l).some(Boolean)?{...l,...o(l)}:null}