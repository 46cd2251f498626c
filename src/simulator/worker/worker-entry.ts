// The script of the simulator's shared worker: one instance for each name that a worker is started with.
import { SimulatorWorker } from './simulator-worker.js';

const simulator = new SimulatorWorker();

addEventListener('connect', (event) => {
  const [port] = (event as MessageEvent<unknown>).ports;
  if (port) simulator.connect(port);
});
