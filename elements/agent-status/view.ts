// What <connect-agent-status> shows and does.
import { html } from 'lit';
import {
  adviceBox,
  countdownRow,
  networkBox,
  nextRow,
  questionBox,
  sessionBox,
  statusBox,
  undoneBox,
} from './boxes.js';
import { countdown, countdownNews, type CountdownStage } from './countdown.js';
import { newsBetween, newsOfChange } from './news.js';
import { stateButton, type StateButton } from './state-button.js';
import { StateChange } from './state-change.js';
import { StateMenu } from './state-menu.js';
import type { AgentStatusWords } from './terms.js';
import { closedByChange, isAfterCallWork, isForLater, type Tone, toneOf } from './state-words.js';
import type { CommandPhase } from '../host/events.js';
import type { CcpController } from '../host/ccp-controller.js';
import type { AgentView, HostState } from '../host/state.js';
import type { Localization } from '../words/localize.js';
import { ElapsedController } from '../page/page-clock.js';
import type { ViewOwner } from '../host/view-owner.js';
import { enAgentStatus } from './en.js';
import { enShared } from '../words/en-shared.js';
import { ConnectLoginRequestEvent, ConnectSetAgentStateRequestEvent } from '../verbs/requests.js';

/** The element that has the focus, in whichever shadow root; null if none has. */
function deepFocus(): HTMLElement | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement && focused !== document.body ? focused : null;
}

/** The element as this view sees it. */
export interface AgentStatusOwner extends ViewOwner {
  readonly element: ViewOwner['element'] & { readonly acwSeconds: number | undefined };
}

/** What one element shows. */
export class AgentStatusView {
  readonly #owner: ViewOwner;
  readonly #element: AgentStatusOwner['element'];
  readonly #ccp: CcpController;
  readonly #words: Localization<AgentStatusWords>;
  readonly #elapsed: ElapsedController;
  readonly #menu: StateMenu;
  readonly #change = new StateChange(() => this.#changeChanged());
  #seen: HostState | null = null;
  #stage: CountdownStage | null = null;
  /** The state that waits for the answer to the question. */
  #asking: string | null = null;
  /** Settles what has asked for that. */
  #answered: ((phase: CommandPhase | null | Promise<CommandPhase | null>) => void) | undefined;
  #news = '';
  #focused: Element | null = null;
  /** What had the focus before the question. */
  #focusedBefore: HTMLElement | null = null;
  #tone: Tone = 'offline';

  constructor(owner: AgentStatusOwner) {
    const { element, ccp } = (this.#owner = owner);
    this.#element = element;
    this.#ccp = ccp;
    this.#words = owner.localize((formats) => ({ ...enShared, agentStatus: enAgentStatus(formats) }));
    this.#elapsed = new ElapsedController(element);
    this.#menu = new StateMenu(element, (state) => this.#chosen(state));
    ccp.onHost = (host) => {
      this.#forget();
      this.#change.follow(host);
    };
    ccp.whenForgotten(() => this.#forget());
    ccp.watch(({ status }) => status);
    ccp.watch(({ agent }) => agent);
    ccp.watch(({ sessionExpiration }) => sessionExpiration);
    ccp.watch(({ network }) => network);
    // Of the contacts, only what the question and the menu need.
    ccp.watch((state) => `${isForLater(state)} ${closedByChange(state)?.join()}`);
  }

  /**
   * Asks for a state, as a choice in the menu does.
   * @returns the last phase, or null if it was not asked for after all.
   */
  setAgentState(name: string): Promise<CommandPhase | null> {
    if (this.#change.isPending) return Promise.resolve(null);
    this.#change.dismiss();
    this.#stopAsking();
    if (!this.#isChoice(name) || !closedByChange(this.#ccp.state)) return this.#request(name);
    this.#asking = name;
    this.#focusedBefore = deepFocus();
    this.#element.requestUpdate();
    void this.#element.updateComplete.then(() => this.#focus('#stay'));
    return new Promise((resolve) => (this.#answered = resolve));
  }

  /** Takes the question back, if there is one: nothing is asked for. */
  #stopAsking(): void {
    this.#asking = null;
    this.#answered?.(null);
    this.#answered = undefined;
  }

  willUpdate(): void {
    const { host, state } = this.#ccp;
    const { agent } = state;
    const terms = this.#words.terms;
    this.#focused = this.#element.shadowRoot?.activeElement ?? null;
    this.#elapsed.since = agent?.state.since ?? null;
    if (this.#asking && !closedByChange(state)) this.#stopAsking();
    if (!this.#canChange) this.#menu.close(true);
    if (this.#seen && this.#seen !== state) {
      if (agent !== this.#seen.agent) this.#change.dismiss();
      const news = host ? newsBetween(this.#seen, state, terms) : terms.agentStatus.unbound;
      this.#news = news || this.#sessionNews(this.#seen, state) || this.#news;
    }
    this.#seen = state;

    const now = this.#countdown();
    this.#news = (now && countdownNews(this.#stage, now, terms.agentStatus)) || this.#news;
    this.#stage = now?.stage ?? null;
    this.#tone = agent && state.status === 'ready' ? toneOf(agent.state) : 'offline';
    this.#owner.setCustomStates(
      host ? state.status : 'unbound',
      this.#tone,
      agent !== null && isAfterCallWork(agent) && 'acw',
      agent?.nextState != null && 'next-state',
      this.#change.isPending && 'changing',
    );
  }

  /** What is said of the session and of the network. */
  #sessionNews(before: HostState, { sessionExpiration, network }: HostState): string {
    const { agentStatus: words } = this.#words.terms;
    if (sessionExpiration !== before.sessionExpiration && sessionExpiration !== null) {
      return words.sessionEnds(this.#words.formats.time(sessionExpiration));
    }
    const isWorse = network !== before.network && network !== null && network !== 'connected';
    return isWorse ? words.network[network] : '';
  }

  updated(): void {
    const before = this.#focusedBefore;
    if (!this.#asking) this.#focusedBefore = null;
    // Keeps the focus in the element when the control that had it has gone.
    if (!this.#focused || this.#focused.isConnected) return;
    if (before?.isConnected) before.focus();
    else this.#focus('#button');
  }

  render(): unknown {
    const { host, state } = this.#ccp;
    const { agent } = state;
    const terms = this.#words.terms;
    const words = terms.agentStatus;
    const { current } = this.#change;
    const now = this.#countdown();
    const wanted = current?.wanted;
    return html`<div class="base tone-${this.#tone}" part="base" role="group" aria-label=${words.label}>
      <div class="head">
        <slot name="start"></slot>
        ${agent && html`<p class="name" part="name">${agent.name}</p>`}
        <div class="now">${stateButton(this.#buttonContent(), terms)} ${agent && this.#stateMenu(agent)}</div>
      </div>
      ${statusBox(host, terms, () => this.#ccp.request(new ConnectLoginRequestEvent()))}
      ${sessionBox(state.sessionExpiration, words, this.#words.formats, () => this.#staySignedIn())}
      ${networkBox(state.network, words)} ${now && countdownRow(now, words, this.#words.formats)}
      ${agent && adviceBox(agent, words, (name) => void this.setAgentState(name))}
      ${agent && nextRow(agent, words, !this.#canChange, () => this.#cancelNext(agent))}
      ${this.#asking && questionBox(this.#asking, closedByChange(state) ?? [], words, (isYes) => this.#answer(isYes))}
      ${
        current &&
        undoneBox(current, terms, wanted && this.#isChoice(wanted) ? () => void this.setAgentState(wanted) : null, () =>
          this.#change.dismiss(),
        )
      }
      <slot name="end"></slot>
      <div class="unseen" role="status">${this.#news}</div>
    </div>`;
  }

  /** The CCP says that the warning is over when the service has agreed. */
  #staySignedIn(): void {
    this.#ccp.host?.connect.sendActivity();
  }

  /** Nothing of an agent who has gone stays, neither seen nor heard. */
  #forget(): void {
    this.#change.forget();
    this.#menu.close(true);
    this.#stopAsking();
    this.#stage = this.#focusedBefore = null;
    this.#news = '';
    if (this.#seen) this.#seen = { ...this.#seen, agent: null, contacts: [] };
  }

  #buttonContent(): StateButton {
    return {
      host: this.#ccp.host,
      time: this.#words.formats.duration(this.#elapsed.ms),
      change: this.#change.current,
      isOpen: this.#menu.isOpen,
      isEnabled: this.#canChange,
      onClick: this.#onButton,
      onKey: this.#onButtonKey,
    };
  }

  #stateMenu(agent: AgentView) {
    const { agentStatus: words } = this.#words.terms;
    const later = isForLater(this.#ccp.state);
    return this.#menu.render({
      label: later ? words.nextMenuLabel : words.menuLabel,
      caption: later ? words.nextMenuLabel : null,
      choices: agent.states,
      checked: (agent.nextState ?? agent.state).name,
    });
  }

  #countdown() {
    const { agent } = this.#ccp.state;
    return agent && isAfterCallWork(agent) ? countdown(this.#element.acwSeconds, this.#elapsed.ms) : null;
  }

  get #canChange(): boolean {
    return this.#ccp.state.status === 'ready' && !this.#change.isPending;
  }

  #isChoice(name: string): boolean {
    return this.#ccp.state.agent?.states.some((choice) => choice.name === name) ?? false;
  }

  #chosen(name: string): void {
    const { agent } = this.#ccp.state;
    if (name !== (agent?.nextState ?? agent?.state)?.name) void this.setAgentState(name);
  }

  #answer(isYes: boolean): void {
    if (isYes && this.#asking) {
      this.#answered?.(this.#request(this.#asking));
      this.#answered = undefined;
    }
    this.#stopAsking();
    this.#element.requestUpdate();
  }

  /** Asks for the present state as the next one, which cancels the enqueued state. */
  #cancelNext({ state }: AgentView): void {
    if (this.#canChange) void this.#request(state.name);
  }

  #request(agentState: string): Promise<CommandPhase | null> {
    const event = new ConnectSetAgentStateRequestEvent({ agentState });
    const isSent = this.#change.ask(agentState, () => this.#ccp.request(event));
    // A host carries each event out once, and gives whoever asks the same promise.
    return (isSent && this.#ccp.host?.perform(event)) || Promise.resolve(null);
  }

  #changeChanged(): void {
    const { current } = this.#change;
    if (current) this.#news = newsOfChange(current, this.#words.terms);
    this.#element.requestUpdate();
  }

  readonly #onButton = (): void => {
    if (this.#menu.isOpen) this.#menu.close(true);
    else if (this.#canChange) this.#menu.open();
  };

  readonly #onButtonKey = (event: KeyboardEvent): void => {
    if (this.#canChange && this.#menu.onButtonKey(event)) event.preventDefault();
  };

  #focus(selector: string): void {
    this.#element.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
