import{formatsFor as o}from"../words/formats.js"
import{enAgentStatus as t}from"../agent-status/en.js"
import{enCcp as n}from"../ccp/en.js"
import{enContactControls as r}from"../contact-controls/en.js"
import{enGlobalCcp as s}from"../global-ccp/en.js"
export const english=o=>({...n(o),agentStatus:t(o),contactControls:r(o),globalCcp:s(o)})
export const en=english(o("en"))
