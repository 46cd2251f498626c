// The commands of a host that need an agent: how each is sent, and what in the state proves that it has worked.
import { CommandErrorType } from '../../src/index.js';
import { refusal } from './command.js';
import type { CommandMaker, CommandScope, HostCommand, RequestFields } from './target.js';
import { CONTACT_COMMANDS } from './contact-commands.js';
import { isFinished } from '../verbs/contact-verbs.js';
import type { ContactView } from '../host/state.js';
import { setDeviceCommand } from './set-device.js';

const dialCommand: CommandMaker = ({ endpoint }, { connect, store }) => {
  const before = store.state.contacts.map(({ contactId }) => contactId);
  const isNew = ({ contactId, connections }: ContactView): boolean =>
    !before.includes(contactId) && connections.some(({ type }) => type === 'outbound');
  return { send: () => new connect.Agent().connect(endpoint!), isShown: ({ contacts }) => contacts.some(isNew) };
};

/**
 * During a contact the state is set for after it. The state that the agent has chosen themselves, under whatever the system
 * shows, then takes the next one back; so does the present state's own name. Document 000 on `setState`.
 */
const setAgentStateCommand: CommandMaker = ({ agentState = '' }, { connect, store, terms }) => {
  const agent = new connect.Agent();
  const present = store.state.agent!;
  const chosen = (): string | undefined => new connect.Agent().getAvailabilityState()?.state;
  const before = chosen();
  const names = present.states.map(({ name }) => name);
  const name = !names.includes(agentState) && agentState === present.state.name ? before : agentState;
  if (!name || !names.includes(name)) throw new Error(terms.noSuchState(agentState, names));
  const isLive = store.state.contacts.some((contact) => !isFinished(contact));
  const enqueueNextState = isLive && present.state.name !== 'AfterCallWork';
  return {
    send: () => agent.setState(name, null, { enqueueNextState }),
    isShown: ({ agent: now }) => {
      if (!now) return false;
      if (now.nextState) return now.nextState.name === name;
      // A contact that comes at this moment covers up the state that was chosen.
      return now.state.name === name || (chosen() === name && (enqueueNextState || before !== name));
    },
  };
};

/** Every command, by its verb: the middle of the name of its request. */
const HOST_COMMANDS: Readonly<Record<string, CommandMaker>> = {
  ...CONTACT_COMMANDS,
  dial: dialCommand,
  'set-agent-state': setAgentStateCommand,
  'select-contact': ({ contactId }, { connect }) => ({
    send: () => connect.core.viewContact(contactId ?? ''),
    isShown: ({ selectedContactId }) => selectedContactId === contactId,
  }),
  'set-device': setDeviceCommand,
};

/**
 * Makes the command that a request asks for.
 * @param verb what it asks for.
 * @throws Error if there is no such command, or the present state does not allow it.
 */
export function commandFor(verb: string, request: RequestFields, scope: CommandScope): HostCommand {
  if (!Object.hasOwn(HOST_COMMANDS, verb)) {
    throw refusal(verb, scope.terms.noSuchCommand(verb), CommandErrorType.UNSUPPORTED);
  }
  return HOST_COMMANDS[verb](request, scope);
}
