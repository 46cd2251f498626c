import{NOT_ALLOWED as t,Output as e}from"./sound.js"
const s=3,n=.6,o=[[0,659.26],[.22,523.25],[.75,659.26],[.97,523.25]],i=500
function c(t,e){const s=2*Math.PI*e*t
return Math.min(t/.008,1)*Math.exp(-7*t)*(.32*Math.sin(s)+.08*Math.sin(2*s))}function r(t){const{sampleRate:e}=t,s=t.createBuffer(1,3*e,e),i=s.getChannelData(0)
for(const[t,s]of o){const o=Math.round(t*e)
for(let t=0;t<n*e;t++)i[o+t]+=c(t/e,s)}return s}export class Tone{#t=new AudioContext
#e=new GainNode(this.#t)
#s=new e(this.#t)
#n
#o
constructor(t){this.#e.connect(this.#t.destination),this.#t.onstatechange=()=>{"running"===this.#t.state&&t()}}async allow(){await this.#i(),this.#o||this.#c()}start(){return this.stop(),this.#n??=r(this.#t),this.#o=new AudioBufferSourceNode(this.#t,{buffer:this.#n,loop:!0}),this.#o.connect(this.#e),this.#o.start(),this.#i()}adjust(t,e){this.#e.gain.value=t,this.#s.choose(e)}stop(){this.#o&&(this.#o.stop(),this.#o.disconnect(),this.#o=void 0,this.#c())}close(){this.stop(),this.#t.onstatechange=null,this.#t.close()}#c(){"running"===this.#t.state&&this.#t.suspend().catch(()=>{})}#i(){return new Promise((e,s)=>{const n=()=>s(new DOMException("No sound before the page is touched",t)),o=setTimeout(n,i)
this.#t.resume().then(e,n).finally(()=>clearTimeout(o))})}}