// The controls of one contact: which there are, in which order, and how each looks.
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type ContactVerb, isVoice } from '../verbs/contact-verbs.js';
import type { ContactView } from '../host/state.js';
import { icon, type IconName } from '../looks/icons.js';
import { kindIcon } from './contact-words.js';
import type { ContactControlsTerms } from './terms.js';

/** The places of controls, in order. Two verbs in one place take turns, and the focus stays where it is. */
const PLACES: readonly (readonly ContactVerb[])[] = [
  ['accept'],
  ['reject'],
  ['mute', 'unmute'],
  ['hold', 'resume'],
  ['send-digits'],
  ['transfer'],
  ['add-participant'],
  ['swap'],
  ['conference'],
  ['hang-up', 'leave'],
  ['clear'],
];

const ICONS: Readonly<Record<ContactVerb, IconName>> = {
  accept: 'phone',
  reject: 'hang-up',
  mute: 'microphone',
  unmute: 'microphone-off',
  hold: 'pause',
  resume: 'play',
  'send-digits': 'keypad',
  transfer: 'transfer',
  'add-participant': 'add-person',
  swap: 'swap',
  conference: 'people',
  'hang-up': 'hang-up',
  leave: 'leave',
  clear: 'check',
};

/** The icon of a control. A handset stands for calls alone: what else is taken looks like what it is. */
function iconOf(verb: ContactVerb, contact: ContactView): IconName {
  if (isVoice(contact)) return ICONS[verb];
  if (verb === 'accept') return kindIcon(contact);
  return verb === 'reject' || verb === 'hang-up' ? 'close' : ICONS[verb];
}

/** Looks of single controls: those that begin something, those that end something, those that are switched on. */
const TONES: Partial<Readonly<Record<ContactVerb, string>>> = {
  accept: 'go',
  reject: 'stop',
  'hang-up': 'stop',
  leave: 'stop',
  unmute: 'on',
  resume: 'on',
  clear: 'main',
};

/** Verbs whose control opens a panel. */
const PANEL_VERBS = ['send-digits', 'transfer', 'add-participant'] as const;

/** A verb whose control opens a panel. */
export type PanelVerb = (typeof PANEL_VERBS)[number];

/** True if the control of a verb opens a panel. */
export const opensPanel = (verb: ContactVerb): verb is PanelVerb => (PANEL_VERBS as readonly string[]).includes(verb);

/** What the controls of a contact need to know. */
export interface ControlsView {
  readonly contact: ContactView;
  /** The panel that is open. */
  readonly open: PanelVerb | null;
  /** False while no command can be sent. */
  readonly enabled: boolean;
  readonly terms: ContactControlsTerms;
  /** Called when a control is used. */
  readonly use: (verb: ContactVerb) => void;
}

/** The controls that a contact allows now. */
export function renderControls({ contact, open, enabled, terms, use }: ControlsView) {
  const { can, pending } = contact;
  const places = PLACES.map((verbs) => {
    // A control whose command is pending keeps its place until the command has ended.
    const verb = verbs.find((one) => can.includes(one)) ?? verbs.find((one) => pending.includes(one));
    return [verbs[0], verb] as const;
  });
  return repeat(
    places.filter((place): place is readonly [ContactVerb, ContactVerb] => place[1] !== undefined),
    ([place]) => place,
    ([, verb]) => {
      const isPending = pending.includes(verb);
      const isUsable = enabled && !isPending;
      return html`
        <button
          class="control ${TONES[verb] ?? ''}"
          part="control control-${verb}"
          type="button"
          data-verb=${verb}
          aria-disabled=${isUsable ? nothing : 'true'}
          aria-busy=${isPending ? 'true' : nothing}
          aria-expanded=${opensPanel(verb) ? String(verb === open) : nothing}
          @click=${() => isUsable && use(verb)}
        >
          ${icon(isPending ? 'pending' : iconOf(verb, contact))}<span>${terms.commands[verb][0]}</span>
        </button>
      `;
    },
  );
}
