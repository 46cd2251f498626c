import{CommandErrorType as t}from"../../src/index.js"
import{refusal as o}from"../commands/command.js"
import{accept as e}from"./accept.js"
import{addParticipant as r}from"./add-participant.js"
import{clear as m}from"./clear.js"
import{conference as s}from"./conference.js"
import{dial as n}from"./dial.js"
import{hangUp as i}from"./hang-up.js"
import{hold as c}from"./hold.js"
import{leave as p}from"./leave.js"
import{login as a}from"./login.js"
import{logout as f}from"./logout.js"
import{mute as j}from"./mute.js"
import{reject as d}from"./reject.js"
import{resume as l}from"./resume.js"
import{selectContact as u}from"./select-contact.js"
import{sendDigits as O}from"./send-digits.js"
import{setAgentState as S}from"./set-agent-state.js"
import{setDevice as g}from"./set-device.js"
import{swap as E}from"./swap.js"
import{transfer as B}from"./transfer.js"
import{unmute as R}from"./unmute.js"
export const VERBS={accept:e,reject:d,hold:c,resume:l,mute:j,unmute:R,"send-digits":O,transfer:B,"add-participant":r,swap:E,conference:s,"hang-up":i,leave:p,clear:m}
export const HOST_VERBS={dial:n,"set-agent-state":S,"select-contact":u,"set-device":g,login:a,logout:f}
const T={...VERBS,...HOST_VERBS}
export const CONTACT_VERBS=Object.keys(VERBS)
export const verbsOf=t=>CONTACT_VERBS.filter(o=>VERBS[o].isAllowed(t))
export const needsNoAgent=t=>Object.hasOwn(T,t)&&!T[t].needsAgent
export function commandFor(e,r,m){if(!Object.hasOwn(T,e))throw o(e,m.terms.noSuchCommand(e),t.UNSUPPORTED)
return T[e].command(r,m)}export const PLAIN_BUTTONS=Object.fromEntries(Object.values(T).flatMap(({buttons:t})=>Object.entries(t)))
