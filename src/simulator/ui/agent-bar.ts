// The head of the panel: who the agent is, in what state and for how long, and the menu of states.
import type { AgentState } from '../../conduit/wire.js';
import { h, type VNode } from './dom.js';
import { icon } from './icons.js';
import { runningTime } from './controls.js';
import { selectableStates, stateName, stateTone } from './model.js';
import type { PanelState } from './panel-state.js';

/** What the head may do. */
export interface AgentBarActions {
  setAgentState(state: AgentState): void;
}

const MENU = 'state-menu';
const BUTTON = 'state-button';

const itemsOf = (menu: HTMLElement): HTMLElement[] => [...menu.querySelectorAll<HTMLElement>('[role=menuitemradio]')];

/** Draws the head, and keeps whether its menu is open. */
export class AgentBar {
  readonly #actions: AgentBarActions;
  readonly #changed: () => void;
  #open = false;

  constructor(actions: AgentBarActions, changed: () => void) {
    this.#actions = actions;
    this.#changed = changed;
    document.addEventListener('pointerdown', ({ target }) => {
      if (this.#open && target instanceof Element && !target.closest('.state')) this.#close(false);
    });
  }

  /** @param now the service's time. */
  view({ agent }: PanelState, now: number): VNode {
    if (!agent) return h('header', { class: 'agent', key: 'agent' });
    const { snapshot, configuration } = agent;
    const { state, nextState } = snapshot;
    const initials = configuration.name
      .split(/\s+/)
      .map(([first]) => first ?? '')
      .slice(0, 2)
      .join('')
      .toUpperCase();
    return h(
      'header',
      { class: 'agent', key: 'agent' },
      h('span', { class: 'monogram', 'aria-hidden': 'true' }, initials),
      h(
        'div',
        { class: 'agent-lines' },
        h('h1', { class: 'agent-name' }, configuration.name),
        nextState
          ? h('p', { class: 'next-state' }, 'Next: ', h('strong', {}, stateName(nextState)))
          : h('p', { class: 'profile' }, configuration.routingProfile.name),
      ),
      h(
        'div',
        { class: 'state', onfocusout: (event: FocusEvent) => this.#onFocusOut(event) },
        h(
          'button',
          {
            id: BUTTON,
            type: 'button',
            class: `state-button tone-${stateTone(state)}`,
            'aria-haspopup': 'menu',
            'aria-expanded': String(this.#open),
            'aria-controls': this.#open ? MENU : undefined,
            onclick: () => (this.#open ? this.#close(true) : this.#show('first')),
            onkeydown: (event: KeyboardEvent) => this.#onButtonKey(event),
          },
          h('span', { class: 'dot', 'aria-hidden': 'true' }),
          h('span', { class: 'state-name' }, h('span', { class: 'visually-hidden' }, 'State: '), stateName(state)),
          state.startTimestamp && runningTime(state.startTimestamp.getTime(), now),
          icon('chevron'),
        ),
        this.#open && this.#menu(selectableStates(agent), state, nextState ?? null),
      ),
    );
  }

  #menu(states: readonly AgentState[], current: AgentState, next: AgentState | null): VNode {
    const items = states.map((state) => {
      const chosen = state.name === (next ?? current).name;
      return h(
        'div',
        {
          key: state.name,
          class: `menu-item tone-${stateTone(state)}`,
          role: 'menuitemradio',
          tabindex: '-1',
          'aria-checked': String(chosen),
          onclick: () => this.#choose(state),
        },
        h('span', { class: 'dot', 'aria-hidden': 'true' }),
        h('span', { class: 'menu-text' }, state.name),
        chosen && icon('check'),
      );
    });
    const onkeydown = (event: KeyboardEvent): void => this.#onMenuKey(event);
    return h('div', { id: MENU, class: 'menu', role: 'menu', 'aria-labelledby': BUTTON, onkeydown }, items);
  }

  #choose(state: AgentState): void {
    this.#close(true);
    this.#actions.setAgentState(state);
  }

  #show(which: 'first' | 'last'): void {
    this.#open = true;
    this.#changed();
    const menu = document.getElementById(MENU);
    if (!menu) return;
    const items = itemsOf(menu);
    const checked = items.find((item) => item.getAttribute('aria-checked') === 'true');
    (which === 'last' ? items.at(-1) : (checked ?? items[0]))?.focus();
  }

  #close(returnFocus: boolean): void {
    this.#open = false;
    if (returnFocus) document.getElementById(BUTTON)?.focus();
    this.#changed();
  }

  #onFocusOut({ relatedTarget, currentTarget }: FocusEvent): void {
    const stays = relatedTarget instanceof Node && (currentTarget as Node).contains(relatedTarget);
    if (this.#open && relatedTarget && !stays) this.#close(false);
  }

  #onButtonKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#show(event.key === 'ArrowUp' ? 'last' : 'first');
  }

  #onMenuKey(event: KeyboardEvent): void {
    const items = itemsOf(event.currentTarget as HTMLElement);
    const at = items.indexOf(document.activeElement as HTMLElement);
    const go = (index: number): void => items.at(index % items.length)?.focus();
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(-1),
      Escape: () => this.#close(true),
      Enter: () => items[at]?.click(),
      ' ': () => items[at]?.click(),
    };
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      move();
    } else if (event.key === 'Tab') {
      this.#close(true);
    } else if (event.key.length === 1) {
      const rest = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      rest.find(({ textContent }) => textContent?.toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
    }
  }
}
