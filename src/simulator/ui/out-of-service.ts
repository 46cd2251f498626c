// What stands in the frame while the simulated region is out of service. A real one would not even say that.
import { h, Renderer } from './dom.js';

/** Draws it. */
export function drawOutOfService(root: HTMLElement, region: string): void {
  new Renderer().render(
    root,
    h(
      'main',
      { class: 'sign-in' },
      h(
        'div',
        { class: 'sign-in-card', role: 'status' },
        h('h1', {}, 'Out of service'),
        h('p', { class: 'hint' }, `The simulated region ${region} does not answer.`),
      ),
    ),
  );
}
