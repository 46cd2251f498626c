// Entry: the simulator's scripting kit, `connect-ccp-elements/simulator.js`.
export * from './kit/simulator.js';
