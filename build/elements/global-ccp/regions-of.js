import{elementById as o,enclosingHost as t}from"../host/binding.js"
import{asHost as r,connectedHosts as e}from"../host/registry.js"
import{isRegionHost as i}from"../host/region-lead.js"
const s=(o,t)=>o.compareDocumentPosition(t)&Node.DOCUMENT_POSITION_FOLLOWING?-1:1
export const namedRegions=(t,r)=>r?.match(/\S+/g)?.map(r=>o(t,r))
export const regionsOf=(o,m)=>namedRegions(o,m)?.map(r).filter(i)??e().filter(r=>t(r)===o).filter(i).sort(s)
