import{assertFunction as r,assertNotNull as o}from"../errors/errors.js"
export function hitch(e,t,...c){return o(e,"scope"),r(t,"method"),(...r)=>t.call(e,...c,...r)}