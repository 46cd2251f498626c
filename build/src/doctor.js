import{connect as o}from"./shared.js"
export async function diagnose(r=o,a={}){return(await(import("./doctor/diagnose.js"))).diagnose(r,a)}