// Every command of a host: how it is sent, and what in the state proves that it has worked.
import { CommandErrorType } from '../../src/index.js';
import { ANSWER_TIME, refusal } from './command.js';
import { type CommandMaker, type CommandScope, type HostCommand, late, type RequestFields } from './command-target.js';
import { CONTACT_COMMANDS } from './contact-commands.js';
import { isFinished } from './contact-verbs.js';
import type { ContactView } from './host-state.js';

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
export const HOST_COMMANDS: Readonly<Record<string, CommandMaker>> = {
  ...CONTACT_COMMANDS,
  dial: dialCommand,
  'set-agent-state': setAgentStateCommand,
  'select-contact': ({ contactId }, { connect }) => ({
    send: () => connect.core.viewContact(contactId ?? ''),
    isShown: ({ selectedContactId }) => selectedContactId === contactId,
  }),
  'set-device': late('set-device', async () => (await import('./set-device.js')).setDeviceCommand),
  login: (_request, scope) => ({ send: () => scope.login() }),
  // Two services have to answer.
  logout: (_request, scope) => ({ send: () => scope.logout(), answerTime: 3 * ANSWER_TIME }),
};

/** Commands that need no agent. */
const ALWAYS: readonly string[] = ['login', 'logout'];

/**
 * Makes the command that a request asks for.
 * @param verb what it asks for.
 * @throws Error if there is no such command, or it makes no sense as things stand.
 */
export function commandFor(verb: string, request: RequestFields, scope: CommandScope): HostCommand {
  const { terms, store } = scope;
  if (!Object.hasOwn(HOST_COMMANDS, verb)) {
    throw refusal(verb, terms.noSuchCommand(verb), CommandErrorType.UNSUPPORTED);
  }
  if (!store.state.agent && !ALWAYS.includes(verb)) {
    throw refusal(verb, terms.notReady, CommandErrorType.NOT_CONNECTED);
  }
  return HOST_COMMANDS[verb](request, scope);
}
