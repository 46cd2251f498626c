// <connect-agent-status>: who the agent is, in what state and for how long, and the menu to change it. Registers nothing.
import '../page/lit-marks.js';
import type { CommandPhase } from '../host/events.js';
import type { CSSResultGroup, PropertyDeclarations } from 'lit';
import { menuStyles } from './menu-styles.js';
import { AgentStatusView } from './view.js';
import { BoundElement } from '../host/bound-element.js';
import { siblingStyles } from '../looks/sibling-styles.js';
import { agentStatusStyles } from './styles.js';

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
 * @csspart session - before the agent is signed out for want of activity
 * @csspart network - the panel's network, where it is not well
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

  static override styles: CSSResultGroup = [BoundElement.styles, siblingStyles, agentStatusStyles, menuStyles];

  static override properties: PropertyDeclarations = {
    ...BoundElement.properties,
    acwSeconds: { attribute: 'acw-seconds', type: Number },
  };

  /** Seconds that after-call work may take: they are counted down. When they are over the element says so, and does nothing. */
  declare acwSeconds: number | undefined;

  readonly #view = new AgentStatusView({
    element: this,
    ccp: this.ccp,
    localize: (english) => this.localize(english),
    setCustomStates: (...names) => this.setCustomStates(...names),
  });

  /**
   * Asks for a state, as a choice in the menu does: the agent is asked first if it would close a contact in after-call work.
   * A name that is none of the agent's states is shown as an error that lists them.
   * @param name name of the state.
   * @returns the last phase of the command; null if nothing was asked for: the agent has said no, the page has prevented the request,
   *   no host belongs to the element, or another change is under way.
   */
  setAgentState(name: string): Promise<CommandPhase | null> {
    return this.#view.setAgentState(name);
  }

  protected override willUpdate(): void {
    this.#view.willUpdate();
  }

  protected override updated(): void {
    this.#view.updated();
  }

  protected override render(): unknown {
    return this.#view.render();
  }
}
