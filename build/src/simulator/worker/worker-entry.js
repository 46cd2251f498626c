import{SimulatorWorker as n}from"./simulator-worker.js"
const o=new n
addEventListener("connect",n=>{const[t]=n.ports
t&&o.connect(t)})
