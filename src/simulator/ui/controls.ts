// Small pieces that all views are made of: buttons, running times.
import { h, type VNode } from './dom.js';
import { icon, type IconName } from './icons.js';
import { formatDuration } from './model.js';

/** How a button looks and what it does. */
export interface ButtonOptions {
  readonly label: string;
  readonly onPress: () => void;
  readonly icon?: IconName;
  /** `go` answers, `stop` ends; the others are plain. */
  readonly tone?: 'go' | 'stop' | 'quiet' | 'plain';
  /** True while what it does has no answer. */
  readonly busy?: boolean;
  /** Its name where the label alone would be ambiguous; must begin with the label. */
  readonly name?: string;
  /** For a button that opens something. */
  readonly expanded?: boolean;
  /** Id of what it opens. */
  readonly controls?: string;
  /** Drawn as a small round button, its label for assistive technology alone. */
  readonly small?: boolean;
}

/** A button. While its command is under way it stays where it is and keeps the focus, but does nothing. */
export function button({
  label,
  onPress,
  tone = 'plain',
  busy,
  name,
  expanded,
  controls,
  small,
  ...rest
}: ButtonOptions): VNode {
  return h(
    'button',
    {
      key: `button-${label}`,
      type: 'button',
      class: `button ${tone}${small ? ' small' : ''}`,
      'aria-label': name ?? (small ? label : undefined),
      title: small ? label : undefined,
      'aria-disabled': busy ? 'true' : undefined,
      'aria-expanded': expanded === undefined ? undefined : String(expanded),
      'aria-controls': expanded ? controls : undefined,
      onclick: () => busy || onPress(),
    },
    rest.icon && icon(rest.icon),
    !small && h('span', { class: 'button-label' }, label),
  );
}

/**
 * A running time.
 * @param since when it began, in epoch milliseconds of the service.
 * @param now the service's time now.
 */
export function runningTime(since: number, now: number): VNode {
  return h('span', { class: 'time', role: 'timer' }, formatDuration(now - since));
}
