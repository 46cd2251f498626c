// <connect-agent-status>: who the agent is, in what state and for how long, and the menu to change it. Registers nothing.
import './base/lit-marks.js';
import { type CSSResultGroup, html, type PropertyDeclarations } from 'lit';
import { adviceBox, countdownRow, nextRow, questionBox, statusBox, undoneBox } from './agent-status/boxes.js';
import { countdown, countdownNews, type CountdownStage } from './agent-status/countdown.js';
import { menuStyles } from './agent-status/menu-styles.js';
import { newsBetween, newsOfChange } from './agent-status/news.js';
import { stateButton, type StateButton } from './agent-status/state-button.js';
import { StateChange } from './agent-status/state-change.js';
import { StateMenu } from './agent-status/state-menu.js';
import { closedByChange, isAfterCallWork, isForLater, type Tone, toneOf } from './agent-status/state-words.js';
import { BoundElement } from './base/bound-element.js';
import type { AgentView, HostState } from './base/host-state.js';
import { ElapsedController } from './base/page-clock.js';
import { agentStatusStyles } from './connect-agent-status-styles.js';
import { enAgentStatus } from './lang/en-agent-status.js';
import { enShared } from './lang/en-shared.js';
import { ConnectLoginRequestEvent, ConnectSetAgentStateRequestEvent } from './requests.js';

/** The element that has the focus, in whichever shadow root; null if none has. */
function deepFocus(): HTMLElement | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement && focused !== document.body ? focused : null;
}

/**
 * Shows the agent's name and state, for how long, and what comes next; a menu changes the state.
 *
 * Asks before a change that would close a contact in after-call work. What it shows comes from the host, never from a click.
 *
 * @element connect-agent-status
 * @slot start - before the agent's name, such as a picture
 * @slot end - below everything else
 * @slot question - in the question before a contact in after-call work is closed, such as a button that saves the notes
 * @fires {ConnectSetAgentStateRequestEvent} connect-set-agent-state-request - a state is asked for; cancelable
 * @fires {ConnectLoginRequestEvent} connect-login-request - the sign-in is asked for, where the panel itself is not seen; cancelable
 * @csspart base - the box of the whole
 * @csspart name - the agent's name
 * @csspart state - the button that shows the state and opens the menu
 * @csspart state-name - the state's name in it
 * @csspart time - the time in it
 * @csspart changing - what is said in its place while a change is under way
 * @csspart progress - what turns meanwhile
 * @csspart dot - the mark of a state's kind, in the button and in the menu
 * @csspart menu - the menu of states
 * @csspart menu-caption - its line that says when a choice takes effect
 * @csspart option - a state in the menu
 * @csspart option-name - its name
 * @csspart countdown - the time left for after-call work
 * @csspart countdown-bar - its bar
 * @csspart next - the enqueued state and its button
 * @csspart question - the question before a contact is closed
 * @csspart advice - what has happened in an error state, and the way out
 * @csspart notice - a change that was not confirmed, or failed
 * @csspart status - what keeps the panel from answering
 * @csspart title - the first line of one of these boxes
 * @csspart text - what follows it
 * @csspart actions - the buttons of such a box
 * @csspart button - each button but that of the state; `cancel-next`, `go` and `stay` too
 * @csspart icon - every icon
 * @cssstate unbound - no host belongs to the element
 * @cssstate idle - nothing is embedded yet
 * @cssstate loading - the panel is loading
 * @cssstate signed-out - nothing came in time, most likely because nobody is signed in
 * @cssstate popup-open - the sign-in window is open
 * @cssstate popup-blocked - the browser did not let it open
 * @cssstate storage-access-needed - the browser keeps the panel from its cookies
 * @cssstate ready - the panel answers and the agent's data are there
 * @cssstate stale - the panel has stopped answering
 * @cssstate expired - the session has ended
 * @cssstate denied - the agent may not use the panel
 * @cssstate unreachable - the panel's page does not load
 * @cssstate duplicate - another element shows the same panel
 * @cssstate terminated - the page has ended the panel
 * @cssstate routable - the agent gets contacts
 * @cssstate not-routable - the agent has chosen a state without contacts
 * @cssstate offline - the agent is offline, or nothing is known of them
 * @cssstate system - the service has set the state, such as after-call work
 * @cssstate error - something went wrong with a contact
 * @cssstate acw - after-call work
 * @cssstate next-state - another state waits for the present contact to end
 * @cssstate changing - a change of state is under way
 * @cssstate rtl - its text runs from right to left
 */
export class ConnectAgentStatusElement extends BoundElement {
  static override readonly tagName: string = 'connect-agent-status';

  static override styles: CSSResultGroup = [BoundElement.styles, agentStatusStyles, menuStyles];

  static override properties: PropertyDeclarations = {
    ...BoundElement.properties,
    acwSeconds: { attribute: 'acw-seconds', type: Number },
  };

  /** Seconds that after-call work may take: they are counted down. When they are over the element says so, and does nothing. */
  declare acwSeconds: number | undefined;

  readonly #words = this.localize((formats) => ({ ...enShared, agentStatus: enAgentStatus(formats) }));
  readonly #elapsed = new ElapsedController(this);
  readonly #menu = new StateMenu(this, (state) => this.#chosen(state));
  readonly #change = new StateChange(() => this.#changeChanged());
  #seen: HostState | null = null;
  #stage: CountdownStage | null = null;
  /** The state that waits for the answer to the question. */
  #asking: string | null = null;
  #news = '';
  #focused: Element | null = null;
  /** What had the focus before the question. */
  #focusedBefore: HTMLElement | null = null;
  #tone: Tone = 'offline';

  constructor() {
    super();
    this.ccp.onHost = (host) => this.#change.follow(host);
    this.ccp.watch(({ status }) => status);
    this.ccp.watch(({ agent }) => agent);
    // Of the contacts, only what the question and the menu need.
    this.ccp.watch((state) => `${isForLater(state)} ${closedByChange(state)?.join()}`);
  }

  /**
   * Asks for a state, as a choice in the menu does: the agent is asked first if it would close a contact in after-call work.
   * A name that is none of the agent's states is shown as an error that lists them.
   * @param name name of the state.
   */
  setAgentState(name: string): void {
    if (this.#change.isPending) return;
    this.#change.dismiss();
    if (!this.#isChoice(name) || !closedByChange(this.ccp.state)) {
      this.#request(name);
      return;
    }
    this.#asking = name;
    this.#focusedBefore = deepFocus();
    this.requestUpdate();
    void this.updateComplete.then(() => this.#focus('#stay'));
  }

  protected override willUpdate(): void {
    const { host, state } = this.ccp;
    const { agent } = state;
    const terms = this.#words.terms;
    this.#focused = this.shadowRoot?.activeElement ?? null;
    this.#elapsed.since = agent?.state.since ?? null;
    if (!closedByChange(state)) this.#asking = null;
    if (!this.#canChange) this.#menu.close(true);
    if (this.#seen && this.#seen !== state) {
      if (agent !== this.#seen.agent) this.#change.dismiss();
      const news = host ? newsBetween(this.#seen, state, terms) : terms.agentStatus.unbound;
      this.#news = news || this.#news;
    }
    this.#seen = state;

    const now = this.#countdown();
    this.#news = (now && countdownNews(this.#stage, now, terms.agentStatus)) || this.#news;
    this.#stage = now?.stage ?? null;
    this.#tone = agent && state.status === 'ready' ? toneOf(agent.state) : 'offline';
    this.setCustomStates(
      host ? state.status : 'unbound',
      this.#tone,
      agent !== null && isAfterCallWork(agent) && 'acw',
      agent?.nextState != null && 'next-state',
      this.#change.isPending && 'changing',
    );
  }

  protected override updated(): void {
    const before = this.#focusedBefore;
    if (!this.#asking) this.#focusedBefore = null;
    // The focus must not fall out of the page when what had it is gone.
    if (!this.#focused || this.#focused.isConnected) return;
    if (before?.isConnected) before.focus();
    else this.#focus('#button');
  }

  protected override render(): unknown {
    const { host, state } = this.ccp;
    const { agent } = state;
    const terms = this.#words.terms;
    const words = terms.agentStatus;
    const { current } = this.#change;
    const now = this.#countdown();
    const wanted = current?.wanted;
    return html`<section class="base tone-${this.#tone}" part="base" aria-label=${words.label}>
      <div class="head">
        <slot name="start"></slot>
        ${agent && html`<p class="name" part="name">${agent.name}</p>`}
        <div class="now">${stateButton(this.#buttonContent(), terms)} ${agent && this.#stateMenu(agent)}</div>
      </div>
      ${statusBox(host, terms, () => this.ccp.request(new ConnectLoginRequestEvent()))}
      ${now && countdownRow(now, words, this.#words.formats)}
      ${agent && adviceBox(agent, words, (name) => this.setAgentState(name))}
      ${agent && nextRow(agent, words, !this.#canChange, () => this.#cancelNext(agent))}
      ${this.#asking && questionBox(this.#asking, closedByChange(state) ?? [], words, (isYes) => this.#answer(isYes))}
      ${
        current &&
        undoneBox(current, terms, wanted && this.#isChoice(wanted) ? () => this.setAgentState(wanted) : null, () =>
          this.#change.dismiss(),
        )
      }
      <slot name="end"></slot>
      <div class="unseen" role="status">${this.#news}</div>
    </section>`;
  }

  #buttonContent(): StateButton {
    return {
      host: this.ccp.host,
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
    const later = isForLater(this.ccp.state);
    return this.#menu.render({
      label: later ? words.nextMenuLabel : words.menuLabel,
      caption: later ? words.nextMenuLabel : null,
      choices: agent.states,
      checked: (agent.nextState ?? agent.state).name,
    });
  }

  #countdown() {
    const { agent } = this.ccp.state;
    return agent && isAfterCallWork(agent) ? countdown(this.acwSeconds, this.#elapsed.ms) : null;
  }

  get #canChange(): boolean {
    return this.ccp.state.status === 'ready' && !this.#change.isPending;
  }

  #isChoice(name: string): boolean {
    return this.ccp.state.agent?.states.some((choice) => choice.name === name) ?? false;
  }

  #chosen(name: string): void {
    const { agent } = this.ccp.state;
    if (name !== (agent?.nextState ?? agent?.state)?.name) this.setAgentState(name);
  }

  #answer(isYes: boolean): void {
    const wanted = this.#asking;
    this.#asking = null;
    this.requestUpdate();
    if (isYes && wanted) this.#request(wanted);
  }

  /** The present state as the next one: that is how to say that none is wanted. */
  #cancelNext({ state }: AgentView): void {
    if (this.#canChange) this.#request(state.name);
  }

  #request(agentState: string): void {
    this.#change.ask(agentState, () => this.ccp.request(new ConnectSetAgentStateRequestEvent({ agentState })));
  }

  #changeChanged(): void {
    const { current } = this.#change;
    if (current) this.#news = newsOfChange(current, this.#words.terms);
    this.requestUpdate();
  }

  readonly #onButton = (): void => {
    if (this.#menu.isOpen) this.#menu.close(true);
    else if (this.#canChange) this.#menu.open();
  };

  readonly #onButtonKey = (event: KeyboardEvent): void => {
    if (this.#canChange && this.#menu.onButtonKey(event)) event.preventDefault();
  };

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
