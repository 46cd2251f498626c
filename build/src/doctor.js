import{connect as o}from"./shared.js"
export async function diagnose(i=o,n={}){return(await(import("./login/diagnose.js"))).diagnose(i,n)}