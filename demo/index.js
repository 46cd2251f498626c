// Lets it ring: one click, whatever state the agent is in.
import { attachSimulator } from '../dist/src/simulator/simulator.js';

const panel = document.querySelector('connect-ccp');
const hint = document.querySelector('#hint');
let simulator;

document.querySelector('#ring').addEventListener('click', async () => {
  hint.textContent = '';
  try {
    await panel.ready;
    simulator ??= await attachSimulator(panel);
    if (panel.state.agent.state.name === 'Offline') await simulator.setAgentState('Available');
    await simulator.incomingCall({ from: '+12065550100' });
    hint.textContent = 'It rings: answer in the panel.';
  } catch (error) {
    hint.textContent = error.message;
  }
});
