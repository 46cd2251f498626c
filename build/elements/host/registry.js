import{pageSlot as n}from"../page/page-slot.js"
const o=()=>n("hosts",()=>({version:1,hosts:new Set,owner:null,listeners:new Set,warning:""}))
export function addHost(n){o().hosts.add(n),t(n)}export function removeHost(n){const e=o()
e.hosts.delete(n),e.owner===n&&(e.owner=null),t(n)}export function hostChanged(n){t(n)}export function announceHosts(){for(const n of[...o().listeners])n()}export function watchHosts(n){const{listeners:t}=o()
return t.add(n),()=>t.delete(n)}export function claimDefaultRuntime(n){const t=o()
return t.owner??=n,t.owner===n}export function isDuplicate(n){if(!n.ccpUrl)return!1
for(const t of o().hosts){if(t===n)return!1
if(t.ccpUrl===n.ccpUrl)return!0}return!1}export function asHost(n){return o().hosts.has(n)?n:null}export function connectedHosts(){return[...o().hosts]}export function candidates(){return connectedHosts().filter(({isCandidate:n=!0})=>n)}export function warnOfChoice(n){const t=o(),e=candidates().map(({localName:n,id:o})=>`<${n}${o&&` id="${o}"`}>`).join(", ")
t.warning!==e&&(t.warning=e,console.warn(`There are several hosts on this page (${e}): <${n.localName}> is bound to none of them. Give it for="…" with the id of one.`))}function t(n){for(const t of[...o().hosts])t!==n&&t.hostsChanged()
announceHosts()}