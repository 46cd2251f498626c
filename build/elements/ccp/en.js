import{enCommands as o}from"../commands/en.js"
import{enShared as i}from"../words/en-shared.js"
export const enCcp=n=>({...i,frameTitle:"Contact control panel",dismiss:"Dismiss",enableSound:"Enable sound",waiting:"It waits for its <connect-global-ccp>.",doctor:{details:"Details for your administrator",origin:"Origin to approve",copy:"Copy",copied:"Copied"},commands:o(n)})
