export*from"./kit/simulator.js"
