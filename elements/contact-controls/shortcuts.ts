// Keys that do what controls do, wherever the focus is on the page. Off unless the page sets them.
import type { ReactiveController } from 'lit';
import { ValueError } from '../../src/index.js';
import type { ContactVerb, ContactView } from '../host/state.js';
import { VERBS } from '../verbs/index.js';
import { CALL_BAR, isLiveCall } from './live-call.js';

/** The keys of each verb, such as `Alt+Shift+A`; a verb that is left out has none. */
export type ShortcutMap = Readonly<Partial<Record<ContactVerb, string>>>;

/** The keys that are taken unless the page has others. */
export const DEFAULT_SHORTCUTS: ShortcutMap = {
  accept: 'Alt+Shift+A',
  reject: 'Alt+Shift+R',
  hold: 'Alt+Shift+H',
  resume: 'Alt+Shift+H',
  mute: 'Alt+Shift+M',
  unmute: 'Alt+Shift+M',
  'send-digits': 'Alt+Shift+K',
  transfer: 'Alt+Shift+T',
  'add-participant': 'Alt+Shift+P',
  swap: 'Alt+Shift+W',
  conference: 'Alt+Shift+C',
  'hang-up': 'Alt+Shift+E',
  leave: 'Alt+Shift+L',
  clear: 'Alt+Shift+D',
};

/** What shows the list of them. */
export const LIST_KEYS = 'Alt+Shift+/';

const MODIFIERS = ['Control', 'Alt', 'Shift', 'Meta'] as const;
const INPUT_METHOD_KEY = 229;

/** Keys as they are pressed together. */
interface Chord {
  readonly modifiers: readonly string[];
  readonly key: string;
}

function chordOf(text: string): Chord {
  const parts = text.split('+').map((part) => part.trim());
  const key = parts.pop() ?? '';
  const modifiers = parts.map((part) =>
    /^ctrl$/i.test(part) ? 'Control' : MODIFIERS.find((one) => one.toLowerCase() === part.toLowerCase()),
  );
  const unknown = modifiers.indexOf(undefined);
  if (unknown >= 0)
    throw new ValueError(`shortcuts: “${parts[unknown]}” in “${text}” is none of ${MODIFIERS.join(', ')}.`);
  if (!key) throw new ValueError(`shortcuts: “${text}” names no key. Write it as in Alt+Shift+A.`);
  const isFunctionKey = /^F\d{1,2}$/i.test(key);
  if (!isFunctionKey && !modifiers.some((one) => one !== 'Shift')) {
    throw new ValueError(
      `shortcuts: “${text}” is pressed while people type. Add Alt, Control or Meta, as in Alt+Shift+${key.toUpperCase()}.`,
    );
  }
  return { modifiers: MODIFIERS.filter((one) => modifiers.includes(one)), key: key.toUpperCase() };
}

/**
 * Keys as they are in force.
 * @param given the page's map; its verbs take the place of all defaults.
 * @throws ValueError if a verb is unknown, one has no key that people do not type with, or two have the same.
 */
export function checkedShortcuts(given: ShortcutMap): ShortcutMap {
  const taken = new Map<string, ContactVerb>();
  const checked: Partial<Record<ContactVerb, string>> = {};
  for (const [name, keys] of Object.entries(given)) {
    if (!Object.hasOwn(VERBS, name))
      throw new ValueError(`shortcuts: there is no verb “${name}”. There are: ${Object.keys(VERBS).join(', ')}.`);
    if (!keys) continue;
    const verb = name as ContactVerb;
    const text = textOf(chordOf(keys));
    const other = taken.get(text);
    if (text === LIST_KEYS.toUpperCase() || (other && VERBS[other].place !== VERBS[verb].place)) {
      throw new ValueError(
        `shortcuts: ${verb} and ${other ?? 'the list of shortcuts'} have the same keys, ${keys}. Give one of them others.`,
      );
    }
    taken.set(text, verb);
    checked[verb] = [...chordOf(keys).modifiers, chordOf(keys).key].join('+');
  }
  return Object.freeze(checked);
}

const textOf = ({ modifiers, key }: Chord): string => [...modifiers, key].join('+').toUpperCase();

/** True if these keys are down. A key is known by its place too: with Alt some systems make another character of it. */
function isPressed(event: KeyboardEvent, text: string): boolean {
  const { modifiers, key } = chordOf(text);
  const down = [event.ctrlKey, event.altKey, event.shiftKey, event.metaKey];
  if (MODIFIERS.some((one, index) => modifiers.includes(one) !== down[index])) return false;
  const code = /^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : key === '/' ? 'Slash' : '';
  return event.key.toUpperCase() === key || (code !== '' && event.code === code);
}

/**
 * The contact that a key is meant for: the selected one, or else what rings or the live call, whichever allows it.
 * @param verb what the key does.
 * @param contacts in the order in which they are shown.
 * @param selectedId id of the selected one, or null.
 */
export function contactForKey(
  verb: ContactVerb,
  contacts: readonly ContactView[],
  selectedId: string | null,
): ContactView | undefined {
  const isAllowed = contacts.filter(({ can }) => can.includes(verb));
  return (
    isAllowed.find(({ contactId }) => contactId === selectedId) ??
    isAllowed.find((contact) => contact.ringing || (isLiveCall(contact) && CALL_BAR.includes(verb)))
  );
}

/** What the keys need of their element. */
export interface ShortcutNeeds {
  readonly element: Element & { readonly isConnected: boolean };
  /** The keys in force, or null. */
  map(): ShortcutMap | null;
  /** Does what a control does; false if no contact allows it now. */
  use(verb: ContactVerb): boolean;
  /** Shows the list, or closes it. */
  list(): void;
}

/** Listens for the keys of one element. */
export class Shortcuts implements ReactiveController {
  readonly #needs: ShortcutNeeds;
  #life: AbortController | undefined;

  constructor(needs: ShortcutNeeds) {
    this.#needs = needs;
  }

  hostConnected(): void {
    const { signal } = (this.#life = new AbortController());
    this.#needs.element.ownerDocument.addEventListener('keydown', (event) => this.#keydown(event), { signal });
  }

  hostDisconnected(): void {
    this.#life?.abort();
  }

  #keydown(event: KeyboardEvent): void {
    const map = this.#needs.map();
    if (!map || event.defaultPrevented || event.repeat) return;
    if (event.isComposing || event.keyCode === INPUT_METHOD_KEY) return;
    if (isPressed(event, LIST_KEYS)) {
      event.preventDefault();
      return this.#needs.list();
    }
    const verbs = (Object.keys(map) as ContactVerb[]).filter((verb) => isPressed(event, map[verb]!));
    if (verbs.length === 0) return;
    event.preventDefault();
    verbs.some((verb) => this.#needs.use(verb));
  }
}
