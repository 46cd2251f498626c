// What <connect-agent-status> shows below the state: the countdown, the next state, and the boxes that ask or tell.
import { closesLayer } from '../base/closes-layer.js';
import { html, nothing, type TemplateResult } from 'lit';
import { errorWords, hostErrorWords } from '../words/error-words.js';
import type { ConnectHost } from '../host/host.js';
import { type AgentView, type NetworkState, SIGN_IN_STATUSES } from '../host/state.js';
import { icon } from '../looks/icons.js';
import type { Formats } from '../words/terms.js';
import type { Countdown } from './countdown.js';
import type { UndoneChange } from './state-change.js';
import { helpFor, nameOf, type Tone } from './state-words.js';
import type { AgentStatusTerms, AgentStatusWords } from './terms.js';

const COUNTDOWN_TONES = { running: 'system', little: 'not-routable', over: 'error' } as const;

/** A button in a box: its words, and what it does. */
type BoxAction = readonly [text: string, act: () => void];

/** A box that tells something, with what can be done about it. */
function tellingBox(part: string, tone: Tone, title: string, text: string, actions: readonly BoxAction[]) {
  const looks = part === 'notice' ? 'quiet small' : 'small';
  return html`<div class="box telling tone-${tone}" part=${part}>
    ${icon('warning')}
    <div>
      ${title ? html`<p class="title" part="title">${title}</p>` : nothing}
      ${text ? html`<p part="text">${text}</p>` : nothing}
    </div>
    ${
      actions.length === 0
        ? nothing
        : html`<div class="answers" part="actions">
            ${actions.map(
              ([words, act]) =>
                html`<button type="button" class=${looks} part="button" @click=${act}>${words}</button>`,
            )}
          </div>`
    }
  </div>`;
}

/** After-call work, counted down. */
export function countdownRow(
  { stage, left, total }: Countdown,
  words: AgentStatusTerms,
  formats: Formats,
): TemplateResult {
  const time = formats.duration(Math.abs(left) * 1000);
  const text = stage === 'over' ? words.timeOver(time) : words.timeLeft(time);
  return html`<p class="countdown ${stage} tone-${COUNTDOWN_TONES[stage]}" part="countdown">
    <progress part="countdown-bar" aria-hidden="true" max=${total} .value=${Math.max(left, 0)}></progress
    ><span>${text}</span>
  </p>`;
}

/** The enqueued state, with the button that cancels it. */
export function nextRow(
  agent: AgentView,
  words: AgentStatusTerms,
  isDisabled: boolean,
  cancel: () => void,
): TemplateResult | typeof nothing {
  if (!agent.nextState) return nothing;
  return html`<div class="next" part="next">
    <p part="text" id="next">${words.nextState(nameOf(agent.nextState, agent, words))}</p>
    <button
      type="button"
      class="quiet small"
      part="button cancel-next"
      aria-describedby="next"
      aria-disabled=${isDisabled}
      @click=${cancel}
    >
      ${words.cancelNext}
    </button>
  </div>`;
}

/** Why the host does not answer, where its panel is hidden or an old state is still shown. */
export function statusBox(
  host: ConnectHost | null,
  terms: AgentStatusWords,
  signIn: () => void,
): TemplateResult | typeof nothing {
  if (!host || host.status === 'ready') return nothing;
  const { agent, error, status } = host.state;
  const { heading, text, action } = terms.status[host.status];
  const isUnseen = host.hasAttribute('headless') && action !== undefined;
  if (!agent && !isUnseen) return nothing;
  const actions: BoxAction[] = isUnseen && SIGN_IN_STATUSES.includes(status) ? [[action, signIn]] : [];
  return tellingBox(
    'status',
    'not-routable',
    agent ? heading : '',
    error ? hostErrorWords(error, terms) : text,
    actions,
  );
}

/** Before the agent is signed out for want of activity. */
export function sessionBox(
  expiration: number | null,
  words: AgentStatusTerms,
  formats: Formats,
  stay: () => void,
): TemplateResult | typeof nothing {
  if (expiration === null) return nothing;
  return tellingBox('session', 'not-routable', words.sessionEnds(formats.time(expiration)), '', [
    [words.staySignedIn, stay],
  ]);
}

/** How the panel's network stands, where that is not well. */
export function networkBox(network: NetworkState | null, words: AgentStatusTerms): TemplateResult | typeof nothing {
  if (network === null || network === 'connected') return nothing;
  return tellingBox('network', network === 'connecting' ? 'not-routable' : 'error', '', words.network[network], []);
}

/** What has happened in an error state, and the way out. */
export function adviceBox(
  agent: AgentView,
  words: AgentStatusTerms,
  goTo: (state: string) => void,
): TemplateResult | typeof nothing {
  if (agent.state.type !== 'error') return nothing;
  const goal = agent.states.find(({ type }) => type === 'routable') ?? agent.states[0];
  const actions: BoxAction[] = goal ? [[words.goTo(goal.name), () => goTo(goal.name)]] : [];
  return tellingBox('advice', 'error', helpFor(agent, words), words.wayOut, actions);
}

/** What became of a change that was not done. `retry` is null where it cannot help. */
export function undoneBox(
  { phase, wanted, error }: UndoneChange,
  terms: AgentStatusWords,
  retry: (() => void) | null,
  dismiss: () => void,
): TemplateResult | typeof nothing {
  if (phase === 'pending') return nothing;
  const { agentStatus: words } = terms;
  const actions: BoxAction[] = [[words.dismiss, dismiss]];
  if (retry) actions.unshift([words.tryAgain, retry]);
  const why = error ? errorWords(error, terms) : '';
  return phase === 'failed'
    ? tellingBox('notice', 'error', words.failed(wanted), why, actions)
    : tellingBox('notice', 'not-routable', words.unconfirmed(wanted), why, actions);
}

/** The question before a change that closes contacts. The focus is to come to its second button, which changes nothing. */
export function questionBox(
  wanted: string,
  who: readonly string[],
  words: AgentStatusTerms,
  answer: (isYes: boolean) => void,
): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    if (closesLayer(event)) answer(false);
  };
  return html`<div
    class="box tone-not-routable"
    part="question"
    role="alertdialog"
    aria-labelledby="question-title"
    aria-describedby="question-text"
    @keydown=${onKey}
  >
    <div>
      <p class="title" part="title" id="question-title">${words.closesContact(who)}</p>
      <p part="text" id="question-text">${words.closesBecause(wanted)}</p>
    </div>
    <slot name="question"></slot>
    <div class="answers" part="actions">
      <button type="button" part="button go" @click=${() => answer(true)}>${words.closeAndGo(wanted)}</button>
      <button type="button" id="stay" class="quiet" part="button stay" @click=${() => answer(false)}>
        ${words.stay}
      </button>
    </div>
  </div>`;
}
