// The controls of one contact: which there are, in which order, and how each looks.
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ContactVerb, ContactView } from '../host/state.js';
import { VERBS } from '../verbs/index.js';
import { placesOf } from '../verbs/places.js';
import { icon } from '../looks/icons.js';
import { commandOf } from './contact-words.js';
import type { ShortcutMap } from './shortcuts.js';
import type { ContactControlsTerms } from './terms.js';

/** Verbs by the place of their controls, from the first place to the last. */
const PLACES: readonly (readonly ContactVerb[])[] = placesOf(VERBS);

/** What the controls of a contact need to know. */
export interface ControlsView {
  readonly contact: ContactView;
  /** The verbs that are shown; all of them if left out. */
  readonly verbs?: readonly ContactVerb[];
  /** The panel that is open. */
  readonly open: ContactVerb | null;
  /** False while no command can be sent. */
  readonly enabled: boolean;
  readonly terms: ContactControlsTerms;
  /** The keys that do the same, or null. */
  readonly keys: ShortcutMap | null;
  /** Called when a control is used. */
  readonly use: (verb: ContactVerb) => void;
}

/** The controls that a contact allows now. */
export function renderControls({ contact, verbs: shown, open, enabled, terms, keys, use }: ControlsView) {
  const isShown = (verb: ContactVerb): boolean => !shown || shown.includes(verb);
  const can = contact.can.filter(isShown);
  const pending = contact.pending.filter(isShown);
  const places = PLACES.map((verbs) => {
    // A control whose command is pending keeps its place until the command has ended.
    const verb = verbs.find((one) => can.includes(one)) ?? verbs.find((one) => pending.includes(one));
    return [verbs[0], verb, verbs] as const;
  });
  return repeat(
    places.filter(
      (place): place is readonly [ContactVerb, ContactVerb, readonly ContactVerb[]] => place[1] !== undefined,
    ),
    ([place]) => place,
    ([, verb, turns]) => {
      // As wide as whatever takes turns with it, so that nothing moves when it does.
      const others = turns.filter((one) => one !== verb).map((one) => terms.commands[commandOf(one, contact)][0]);
      const { tone, opens, icon: iconOf } = VERBS[verb];
      const isPending = pending.includes(verb);
      const isUsable = enabled && !isPending;
      return html`
        <button
          class="control ${tone}"
          part="control control-${verb}"
          type="button"
          data-verb=${verb}
          aria-disabled=${isUsable ? nothing : 'true'}
          aria-busy=${isPending ? 'true' : nothing}
          aria-keyshortcuts=${keys?.[verb] ?? nothing}
          aria-expanded=${opens ? String(verb === open) : nothing}
          @click=${() => isUsable && use(verb)}
        >
          ${icon(isPending ? 'pending' : iconOf(contact))}<span class="turn" data-others=${others.join('\n') || nothing}
            >${terms.commands[commandOf(verb, contact)][0]}</span
          >
        </button>
      `;
    },
  );
}
