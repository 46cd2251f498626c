import{hangUp as e}from"./hang-up.js"
export const leave={...e,isAllowed:({stage:e,parties:t})=>"listening"===e||"live"===e&&t.length>1,buttons:{},icon:()=>"leave"}
