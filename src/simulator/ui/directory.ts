// Finds someone to call: quick connects with a search, and a typed number.
import { entryOf } from '../../conduit/entry-of.js';
import { h, type VNode } from './dom.js';
import { icon } from './icons.js';
import { button } from './controls.js';
import { formatNumber } from './model.js';
import type { PanelState, QuickConnect } from './panel-state.js';

/** How many quick connects are drawn; the search narrows down the rest. */
const SHOWN = 50;

/** What the directory is for. */
export interface DirectoryOptions {
  /** Id that the button refers to which opens it. */
  readonly id: string;
  readonly heading: string;
  /** Label of the button beside the number. */
  readonly label: string;
  /** True if it can call typed numbers. */
  readonly numbers: boolean;
  /** True while a call of it has no answer. */
  readonly busy: boolean;
  onNumber(phoneNumber: string): void;
  onQuickConnect(quickConnect: QuickConnect): void;
  changed(): void;
}

const TYPES: Readonly<Record<string, string>> = { phone_number: 'Phone', agent: 'Agent', queue: 'Queue' };

/** Draws the field for a number. */
function numberField(state: PanelState, { id, label, busy, onNumber, changed }: DirectoryOptions): VNode {
  const number = state.number.replace(/[\s().-]/g, '');
  const isComplete = /^\+?[0-9]{3,15}$/.test(number);
  const call = (): void => {
    if (isComplete && !busy) onNumber(number);
  };
  return h(
    'form',
    {
      key: 'number',
      class: 'number',
      onsubmit: (event: Event) => {
        event.preventDefault();
        call();
      },
    },
    h('label', { for: `${id}-number` }, 'Phone number'),
    h(
      'div',
      { class: 'field-row' },
      h('input', {
        id: `${id}-number`,
        class: 'field',
        type: 'tel',
        autocomplete: 'off',
        placeholder: '+1 206 555 0100',
        value: state.number,
        oninput: (event: Event) => {
          state.number = (event.target as HTMLInputElement).value;
          changed();
        },
      }),
      button({ label, icon: 'phone', tone: 'go', busy: busy || !isComplete, onPress: call }),
    ),
  );
}

function quickConnectList(state: PanelState, { onQuickConnect, changed, id, numbers }: DirectoryOptions): Child[] {
  const { quickConnects } = state;
  if (!quickConnects) return [h('p', { key: 'wait', class: 'hint' }, 'Loading quick connects…')];
  const wanted = state.search.trim().toLowerCase();
  const callable = quickConnects.filter(({ type }) => numbers || type !== 'phone_number');
  const found = callable.filter(({ name, phoneNumber }) =>
    `${name} ${phoneNumber ?? ''}`.toLowerCase().includes(wanted),
  );
  const items = found.slice(0, SHOWN).map((quickConnect) => {
    const { endpointARN, name, type, phoneNumber } = quickConnect;
    const detail = phoneNumber ? formatNumber(phoneNumber) : (entryOf(TYPES, type) ?? type);
    const press = (): void => onQuickConnect(quickConnect);
    const text = [h('span', { class: 'quick-name' }, name), ' ', h('span', { class: 'quick-detail' }, detail)];
    return h('li', { key: endpointARN }, h('button', { type: 'button', class: 'quick', onclick: press }, text));
  });
  const more = found.length - items.length;
  const summary = found.length === 0 ? 'No quick connect has that name' : `${more} more: type to narrow them down`;
  return [
    h(
      'div',
      { key: 'search', class: 'search' },
      h('label', { for: `${id}-search`, class: 'visually-hidden' }, 'Search quick connects'),
      icon('search'),
      h('input', {
        id: `${id}-search`,
        class: 'field',
        type: 'search',
        autocomplete: 'off',
        placeholder: 'Search quick connects',
        value: state.search,
        oninput: (event: Event) => {
          state.search = (event.target as HTMLInputElement).value;
          changed();
        },
      }),
    ),
    items.length > 0 && h('ul', { key: 'list', class: 'quick-list', 'aria-label': 'Quick connects' }, items),
    (more > 0 || items.length === 0) && h('p', { key: 'more', class: 'hint', role: 'status' }, summary),
  ];
}

type Child = VNode | false;

/** Draws the directory. */
export function directory(state: PanelState, options: DirectoryOptions): VNode {
  const { id, heading, numbers } = options;
  return h(
    'section',
    { key: id, id, class: 'directory', 'aria-label': heading },
    numbers && numberField(state, options),
    quickConnectList(state, options),
  );
}
