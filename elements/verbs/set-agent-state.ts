// Set agent state: what the agent is, or will be after the present contact.
import { textField } from '../commands/request-fields.js';
import { isFinished } from '../host/contact.js';
import { ConnectRequestEvent } from '../host/requests.js';
import type { ButtonRequest, HostVerbDefinition } from './verb.js';

/** Asks for another state of the agent. During a contact it becomes the next one; the present one's name cancels that. */
export class ConnectSetAgentStateRequestEvent extends ConnectRequestEvent {
  /** Name of the state. */
  readonly agentState: string;

  constructor({ agentState }: { readonly agentState: string }) {
    super('set-agent-state');
    this.agentState = agentState;
  }
}

/** Sets the first state of a type: states have the names that their instance gives them. */
const toStateOfType =
  (wanted: string): ButtonRequest =>
  ({ agent }) =>
    new ConnectSetAgentStateRequestEvent({
      agentState: agent?.states.find(({ type }) => type === wanted)?.name ?? wanted,
    });

export const setAgentState: HostVerbDefinition = {
  /**
   * During a contact the state is set for after it. The state that the agent has chosen themselves, under whatever the system
   * shows, then takes the next one back; so does the present state's own name. Streams documentation, "agent.setState()".
   */
  command(request, { connect, store, terms }) {
    const agentState = textField(request, 'agentState') ?? '';
    const agent = new connect.Agent();
    const present = store.state.agent;
    const chosen = (): string | undefined => new connect.Agent().getAvailabilityState()?.state;
    const before = chosen();
    const names = present?.states.map(({ name }) => name) ?? [];
    const name = !names.includes(agentState) && agentState === present?.state.name ? before : agentState;
    if (!name || !names.includes(name)) throw new Error(terms.noSuchState(agentState, names));
    const isLive = store.state.contacts.some((contact) => !isFinished(contact));
    const enqueueNextState = isLive && present?.state.name !== 'AfterCallWork';
    return {
      send: () => agent.setState(name, null, { enqueueNextState }),
      isShown: ({ agent: now }) => {
        if (!now) return false;
        if (now.nextState) return now.nextState.name === name;
        // A contact that comes at this moment covers up the state that was chosen.
        return now.state.name === name || (chosen() === name && (enqueueNextState || before !== name));
      },
    };
  },
  needsAgent: true,
  buttons: {
    '--set-available': toStateOfType('routable'),
    '--set-offline': toStateOfType('offline'),
    '--set-agent-state': (_state, agentState) => new ConnectSetAgentStateRequestEvent({ agentState }),
  },
};
