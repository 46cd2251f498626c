// The panel without contacts: words for the agent's state, and dialling.
import { selectableStates, stateName } from './model.js';
import type { PanelCommands } from './commands.js';
import { button } from './controls.js';
import { directory } from './directory.js';
import { h, type VNode } from './dom.js';
import { icon } from './icons.js';
import type { PanelState } from './panel-state.js';

const DIALER = 'dialer';

/** Draws the words for an agent without contacts. */
export function idleView(state: PanelState, commands: PanelCommands): VNode {
  const { agent } = state;
  if (!agent) {
    return h('div', { key: 'idle', class: 'idle' }, h('p', { class: 'idle-title', role: 'status' }, state.notice));
  }
  const { type } = agent.snapshot.state;
  const available = selectableStates(agent).find((candidate) => candidate.type === 'routable');
  const routable = type === 'routable';
  const title = routable
    ? 'Ready for contacts'
    : type === 'offline'
      ? 'You are offline'
      : stateName(agent.snapshot.state);
  const line = routable ? 'The next one appears here.' : 'No contacts come to you in this state.';
  return h(
    'div',
    { key: 'idle', class: `idle ${routable ? 'idle-ready' : ''}` },
    h('span', { class: 'idle-mark', 'aria-hidden': 'true' }, icon(routable ? 'phone' : 'hold')),
    h('p', { class: 'idle-title' }, title),
    h('p', { class: 'idle-line' }, line),
    !routable &&
      available &&
      button({
        label: 'Become available',
        tone: 'go',
        busy: state.underway.has('putAgentState:'),
        onPress: () => commands.setAgentState(available),
      }),
  );
}

/** Draws the dialler. */
export function dialer(state: PanelState, commands: PanelCommands, changed: () => void): VNode {
  const expanded = state.opened?.part === 'dialer';
  const toggle = (): void => {
    state.opened = expanded ? null : { part: 'dialer' };
    state.search = '';
    if (!expanded) void commands.loadQuickConnects();
    changed();
  };
  const done = (worked: boolean): void => {
    if (!worked) return;
    state.opened = null;
    state.number = '';
    changed();
  };
  return h(
    'section',
    { key: 'dialer', class: 'dialer', 'aria-label': 'Outbound call' },
    button({ label: 'New call', icon: 'keypad', expanded, controls: DIALER, tone: 'quiet', onPress: toggle }),
    expanded &&
      directory(state, {
        id: DIALER,
        heading: 'New call',
        label: 'Dial',
        numbers: true,
        busy: state.underway.has('createOutboundContact:'),
        onNumber: (number) => void commands.dial(number).then(done),
        onQuickConnect: (quickConnect) => void commands.dialQuickConnect(quickConnect).then(done),
        changed,
      }),
  );
}
