// The CCP of the shift, inside of its frame: answers each question, and reports as many updates as it is asked for.
import { Shift } from './shift.js';

let shift: Shift;

const say = (message: unknown): void => parent.postMessage(message, '*');

addEventListener('message', ({ data: message }: MessageEvent<{ event?: string; begin?: number; updates?: number }>) => {
  const { event, begin, updates } = message;
  if (event === 'synchronize') say({ event: 'acknowledge' });
  if (begin !== undefined) {
    shift = new Shift(begin);
    say({ event: 'acknowledge', data: { id: `port-of-shift-${begin}` } });
    say({ event: 'agent::update', data: shift.data });
    say({ done: true });
  }
  if (updates !== undefined) {
    for (let count = 0; count < updates; count++) {
      shift.step();
      say({ event: 'agent::update', data: shift.data });
    }
    say({ done: true });
  }
});
