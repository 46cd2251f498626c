// What stands in the frame while there is no service.
import { h, Renderer } from './dom.js';

/** Draws that the simulated region is out of service. A real one would not even say that. */
export function drawOutOfService(root: HTMLElement, region: string): void {
  draw(root, 'Out of service', `The simulated region ${region} does not answer.`);
}

/** Draws that the worker, which plays the service, has not started. */
export function drawNoWorker(root: HTMLElement, address: string): void {
  draw(root, 'The simulator does not start', `Its worker is not at ${address}. Serve the whole folder dist/simulator.`);
}

function draw(root: HTMLElement, title: string, text: string): void {
  new Renderer().render(
    root,
    h(
      'main',
      { class: 'sign-in' },
      h('div', { class: 'sign-in-card', role: 'status' }, h('h1', {}, title), h('p', { class: 'hint' }, text)),
    ),
  );
}
