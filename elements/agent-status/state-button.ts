// The button that shows the agent's state and its time, and opens the menu.
import { html, nothing } from 'lit';
import type { ConnectHost } from '../host/host.js';
import { icon } from '../looks/icons.js';
import type { UndoneChange } from './state-change.js';
import { nameOf } from './state-words.js';
import type { AgentStatusWords } from './terms.js';

/** What the button shows and does. */
export interface StateButton {
  readonly host: ConnectHost | null;
  readonly time: string;
  readonly change: UndoneChange | null;
  readonly isOpen: boolean;
  readonly isEnabled: boolean;
  readonly onClick: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** The state's name, or what there is to say in its place. */
function stateName(host: ConnectHost | null, { agentStatus: words, status }: AgentStatusWords): string {
  const agent = host?.state.agent;
  if (agent) return nameOf(agent.state, agent, words);
  return host && host.status !== 'ready' ? status[host.status].heading : words.unbound;
}

/** The button, and the time once more for screen readers: inside the button it would be read out each second. */
export function stateButton(
  { host, time, change, isOpen, isEnabled, onClick, onKey }: StateButton,
  terms: AgentStatusWords,
) {
  const { agentStatus: words } = terms;
  const isKnown = Boolean(host?.state.agent);
  const pending = change?.phase === 'pending' ? change : null;
  return html`<button
      id="button"
      class="state"
      part="state"
      type="button"
      aria-haspopup="menu"
      aria-expanded=${isOpen}
      aria-controls=${isOpen ? 'menu' : nothing}
      aria-disabled=${!isEnabled}
      @click=${onClick}
      @keydown=${onKey}
    >
      <span class="dot" part="dot"></span>
      <span class="label">
        <span class="state-name" part="state-name"
          ><span class="unseen">${words.stateLabel} </span>${stateName(host, terms)}</span
        >
        ${
          pending
            ? html`<span class="quiet-text" part="changing">${words.changing(pending.wanted)}</span>`
            : isKnown
              ? html`<span class="quiet-text" part="time" aria-hidden="true">${time}</span>`
              : nothing
        }
      </span>
      ${pending ? html`<span class="progress" part="progress"></span>` : isEnabled ? icon('down') : nothing}
    </button>
    ${isKnown ? html`<span class="unseen" role="timer">${words.timeInState(time)}</span>` : nothing}`;
}
