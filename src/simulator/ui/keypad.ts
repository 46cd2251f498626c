// The keypad of a call: the digits that the other side's menu asks for.
import { h, type VNode } from './dom.js';
import { icon } from './icons.js';

const KEYS = [
  ['1', ''],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
  ['*', ''],
  ['0', '+'],
  ['#', ''],
] as const;

const NAMES: Readonly<Record<string, string>> = { '*': 'Star', '#': 'Pound' };

/**
 * Draws the keypad. Its keys, or those of the keyboard while the focus is in it, send digits.
 * @param id what the button refers to which opens it.
 * @param sent the digits sent so far.
 * @param onDigit sends one.
 */
export function keypad(id: string, sent: string, onDigit: (digit: string) => void): VNode {
  const keys = KEYS.map(([digit, letters]) =>
    h(
      'button',
      { key: digit, type: 'button', class: 'key', 'aria-label': NAMES[digit], onclick: () => onDigit(digit) },
      h('span', { class: 'key-digit' }, digit),
      letters && h('span', { class: 'key-letters', 'aria-hidden': 'true' }, letters),
    ),
  );
  const onkeydown = (event: KeyboardEvent): void => {
    if (!/^[0-9*#]$/.test(event.key) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onDigit(event.key);
  };
  return h(
    'section',
    { key: id, id, class: 'keypad', 'aria-label': 'Keypad', onkeydown },
    h(
      'p',
      { class: 'digits' },
      h('span', { class: 'visually-hidden' }, 'Digits sent: '),
      sent || h('span', { class: 'digits-none' }, icon('keypad'), 'none yet'),
    ),
    h('div', { class: 'keys' }, keys),
  );
}
