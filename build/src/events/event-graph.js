import{ContactEvents as e}from"./event-names.js"
const n=[],t=["incoming","pending","connecting","connected"],r=[...t,"paused"],c=["incoming","connecting"],i=["ended","missed","rejected","error"]
export const isFinishedState=e=>i.includes(e)
export function transitionEvents(i,s){if(i===s)return n
if(t.includes(s))return[`contact::${s}`]
const d=r.includes(i)?[e.ENDED]:n,o=c.includes(i)?[e.MISSED]:n
switch(s){case"ended":return[e.ACW,...d]
case"missed":case"rejected":return[...d,...o]
case"error":return[e.ERROR,...o,...d]
case"init":return d
default:return n}}