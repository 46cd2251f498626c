import{elementById as o,enclosingHost as e}from"../base/binding.js"
import{asHost as r,connectedHosts as t}from"../base/host-registry.js"
import{isRegionHost as s}from"../base/region-lead.js"
const i=(o,e)=>o.compareDocumentPosition(e)&Node.DOCUMENT_POSITION_FOLLOWING?-1:1
export const namedRegions=(e,r)=>r?.match(/\S+/g)?.map(r=>o(e,r))
export const regionsOf=(o,m)=>namedRegions(o,m)?.map(r).filter(s)??t().filter(r=>e(r)===o).filter(s).sort(i)
