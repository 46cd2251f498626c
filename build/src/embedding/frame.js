const e="microphone; camera; autoplay; clipboard-write; identity-credentials-get",t="Amazon Connect CCP",r="width: 100%; height: 100%; border: 0; vertical-align: bottom;"
export function createCcpFrame(i,{src:c,title:o,style:n}){const a=i.createElement("iframe")
return a.src=c,a.allow=e,a.style.cssText=n||r,a.title=o||t,a.name=t,a.referrerPolicy="strict-origin-when-cross-origin",a}