import{formatsFor as o}from"../base/formats.js"
import{enAgentStatus as t}from"./en-agent-status.js"
import{enCcp as n}from"./en-ccp.js"
import{enContactControls as s}from"./en-contact-controls.js"
import{enGlobalCcp as r}from"./en-global-ccp.js"
export const english=o=>({...n(o),agentStatus:t(o),contactControls:s(o),globalCcp:r(o)})
export const en=english(o("en"))
