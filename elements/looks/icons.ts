// The icons: 20 by 20, drawn in strokes of the text's colour. They say nothing to assistive technology; words beside them do.
import { html, nothing, type TemplateResult } from 'lit';

const HANDSET =
  'M4.6 3h2.6l1.3 3.5-1.8 1.3a9.4 9.4 0 0 0 5.5 5.5l1.3-1.8 3.5 1.3v2.6a1.6 1.6 0 0 1-1.7 1.6A12.6 12.6 0 0 1 3 4.7 1.6 1.6 0 0 1 4.6 3z';
const MICROPHONE =
  'M10 2.6a2.3 2.3 0 0 0-2.3 2.3v4.5a2.3 2.3 0 0 0 4.6 0V4.9A2.3 2.3 0 0 0 10 2.6zM4.9 9.4a5.1 5.1 0 0 0 10.2 0M10 14.5v3';
const PERSON = 'M8 9.2a2.9 2.9 0 1 0 0-5.8 2.9 2.9 0 0 0 0 5.8zM2.6 16.6a5.4 5.4 0 0 1 10.8 0';

/** The path of each icon. */
const PATHS = {
  phone: HANDSET,
  callback: `${HANDSET}M17 3l-4.7 4.7M12.3 4v3.7H16`,
  'hang-up': HANDSET,
  pause: 'M7 4.5v11M13 4.5v11',
  play: 'M6.5 4.3v11.4l9-5.7z',
  microphone: MICROPHONE,
  'microphone-off': `${MICROPHONE}M3.4 3l13.2 14`,
  keypad: 'M4.7 4.5h.6m4.4 0h.6m4.4 0h.6M4.7 10h.6m4.4 0h.6m4.4 0h.6M4.7 15.5h.6m4.4 0h.6m4.4 0h.6',
  transfer: 'M3 15.5v-2.3A4.7 4.7 0 0 1 7.7 8.5H16M12.4 4.8L16.2 8.5l-3.8 3.7',
  'add-person': `${PERSON}M15.6 6.3v5M13.1 8.8h5`,
  person: 'M10 9.2a2.9 2.9 0 1 0 0-5.8 2.9 2.9 0 0 0 0 5.8zM4.6 16.6a5.4 5.4 0 0 1 10.8 0',
  people: `${PERSON}M12.4 3.7a2.9 2.9 0 0 1 0 5.2M14.2 11.5a5.4 5.4 0 0 1 3.4 5.1`,
  swap: 'M3.5 7h12.2M12.6 3.8L15.8 7M16.5 13H4.3M7.4 16.2L4.2 13',
  leave: 'M11 3.5H4v13h7M8.5 10h8.8M14.3 7l3 3-3 3',
  chat: 'M3 4h14v10h-7l-4 3v-3H3zM7 9h.01M10 9h.01M13 9h.01',
  email: 'M3 4.8h14v10.4H3zM3.5 5.4l6.5 5.4 6.5-5.4',
  task: 'M7 4.5H4.5V17h11V4.5H13M7 3h6v3H7zM7.3 11.3l1.9 1.9 3.5-3.8',
  attach: 'M14.8 9.3l-5 5a3.2 3.2 0 0 1-4.5-4.5l5.6-5.6a2.1 2.1 0 0 1 3 3l-5.4 5.4a1 1 0 0 1-1.5-1.5l4.7-4.6',
  send: 'M3.5 10L17 3.8l-4.2 12.6-3-5.3zM9.8 11.1L17 3.8',
  check: 'M4 10.5l4 4 8-9',
  close: 'M5 5l10 10M15 5L5 15',
  delete: 'M7.2 4.5H17v11H7.2L2.8 10zM10.2 8l4 4M14.2 8l-4 4',
  search: 'M8.8 14a5.2 5.2 0 1 0 0-10.4 5.2 5.2 0 0 0 0 10.4zM12.6 12.6l4 4',
  down: 'M5 7.7l5 5 5-5',
  back: 'M12.3 5l-5 5 5 5',
  forward: 'M7.7 5l5 5-5 5',
  warning: 'M10 3.2l7.5 13.2h-15zM10 8v3.6M10 14h.01',
  /** For what is under way; to be turned round. */
  pending: 'M10 3a7 7 0 1 1-7 7',
  panel: 'M3 4h14v12H3zM12.3 4v12',
  window: 'M17 9V4H3v12h6M11 11h6v5h-6z',
  gear: 'M8.7 3.2h2.6l.4 2.1 1.6.9 2-.7 1.3 2.2L15 9.1v1.8l1.6 1.4-1.3 2.2-2-.7-1.6.9-.4 2.1H8.7l-.4-2.1-1.6-.9-2 .7-1.3-2.2L5 10.9V9.1L3.4 7.7l1.3-2.2 2 .7 1.6-.9zM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  star: 'M10 3l2.1 4.5 4.9.6-3.6 3.4.9 4.9-4.3-2.4-4.3 2.4.9-4.9L3 8.1l4.9-.6z',
} as const;

/** Name of an icon. */
export type IconName = keyof typeof PATHS;

/** Icons that point along the line: they are mirrored where text runs from right to left. */
const POINTING: readonly IconName[] = ['transfer', 'leave', 'back', 'forward', 'play', 'send'];

/**
 * An icon, as wide and high as `1.25em` where base styles apply.
 * @param name which one.
 */
export function icon(name: IconName): TemplateResult {
  return html`<svg
    class="icon ${POINTING.includes(name) ? 'pointing' : ''}"
    part="icon"
    viewBox="0 0 20 20"
    aria-hidden="true"
  >
    <path d=${PATHS[name]} transform=${name === 'hang-up' ? 'rotate(135 10 10)' : nothing} />
  </svg>`;
}
