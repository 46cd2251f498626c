import{copied as e}from"../agent/copy.js"
export function showData(t,o,r){let n
Object.defineProperty(t,o,{get:()=>n??=e(r),enumerable:!0,configurable:!0})}