// The panel's icons: line drawings of our own on a grid of 24.
import { h, type VNode } from './dom.js';

const PATHS = {
  phone:
    'M8 4H5.5A1.5 1.5 0 0 0 4 5.5C4 13.5 10.5 20 18.5 20a1.5 1.5 0 0 0 1.5-1.5V16l-4.5-2-2 2C11 15 9 13 8 10.5l2-2z',
  hangUp:
    'M3 14.5v-2c5-4.5 13-4.5 18 0v2a1 1 0 0 1-1.2 1L16.5 15l-.7-2.3c-2.5-.7-5.1-.7-7.6 0L7.5 15l-3.3.5a1 1 0 0 1-1.2-1z',
  callback:
    'M8 9.5H5.5A1.5 1.5 0 0 0 4 11c0 5.5 3.5 9 9 9a1.5 1.5 0 0 0 1.5-1.5V17l-3-1.5-1.5 1.3c-1-.7-1.8-1.6-2.3-2.8L9 12.5zM20 4l-6.5 6.5M13.5 5.5v5h5',
  chat: 'M4.5 5h15A1.5 1.5 0 0 1 21 6.5v9a1.5 1.5 0 0 1-1.5 1.5H11l-4.5 3.5V17h-2A1.5 1.5 0 0 1 3 15.5v-9A1.5 1.5 0 0 1 4.5 5zM7.5 9.5h9M7.5 12.8h5.5',
  task: 'M6.5 4h11A1.5 1.5 0 0 1 19 5.5v13a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18.5v-13A1.5 1.5 0 0 1 6.5 4zM8.5 12l2.5 2.5 4.5-5',
  monitor: 'M4 14v-2a8 8 0 0 1 16 0v2M4 14h3v5H5.5A1.5 1.5 0 0 1 4 17.5zM20 14h-3v5h1.5a1.5 1.5 0 0 0 1.5-1.5z',
  hold: 'M9 5.5v13M15 5.5v13',
  resume: 'M8 5.5v13l10.5-6.5z',
  mute: 'M12 4a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4zM6 11.5a6 6 0 0 0 12 0M12 17.5V20M4.5 4.5l15 15',
  unmute: 'M12 4a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4zM6 11.5a6 6 0 0 0 12 0M12 17.5V20',
  keypad: 'M6 5.5h.01M12 5.5h.01M18 5.5h.01M6 11.5h.01M12 11.5h.01M18 11.5h.01M6 17.5h.01M12 17.5h.01M18 17.5h.01',
  transfer: 'M4 8.5h14M14.5 5l3.5 3.5-3.5 3.5M20 15.5H6M9.5 12L6 15.5 9.5 19',
  swap: 'M8 4v15M4.5 15.5L8 19l3.5-3.5M16 20V5M12.5 8.5L16 5l3.5 3.5',
  join: 'M5 4v4.5A4.5 4.5 0 0 0 9.5 13H19M5 20v-2.5A4.5 4.5 0 0 1 9.5 13M15.5 9.5L19 13l-3.5 3.5',
  check: 'M5 12.5l4.5 4.5L19 7',
  close: 'M6 6l12 12M18 6L6 18',
  chevron: 'M6.5 9.5l5.5 5.5 5.5-5.5',
  warning: 'M12 4l9 16H3zM12 10v4.5M12 17.3h.01',
  search: 'M10.5 4.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM15 15l5 5',
} as const;

/** Name of an icon. */
export type IconName = keyof typeof PATHS;

/** Draws an icon, for the eye only: what it means stands beside it in words. */
export function icon(name: IconName): VNode {
  const line = h('path', { d: PATHS[name] });
  return h(
    'svg',
    { class: `icon icon-${name}`, viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' },
    line,
  );
}
