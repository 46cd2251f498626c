// Every verb, and what is made of them all: the table is complete by type.
import { CommandErrorType } from '../../src/index.js';
import { refusal } from '../commands/command.js';
import type { CommandScope, HostCommand } from '../commands/target.js';
import type { ContactSituation } from '../host/situation.js';
import type { ContactVerb } from '../host/state.js';
import { accept } from './accept.js';
import { addParticipant } from './add-participant.js';
import { clear } from './clear.js';
import { conference } from './conference.js';
import { dial } from './dial.js';
import { hangUp } from './hang-up.js';
import { hold } from './hold.js';
import { leave } from './leave.js';
import { login } from './login.js';
import { logout } from './logout.js';
import { mute } from './mute.js';
import { reject } from './reject.js';
import { resume } from './resume.js';
import { selectContact } from './select-contact.js';
import { sendAttachment } from './send-attachment.js';
import { sendDigits } from './send-digits.js';
import { sendMessage } from './send-message.js';
import { setAgentState } from './set-agent-state.js';
import { setDevice } from './set-device.js';
import { swap } from './swap.js';
import { transfer } from './transfer.js';
import { unmute } from './unmute.js';
import type { ContactVerbDefinition, HostVerbDefinition, PlainButtonCommands } from './verb.js';

/** What can be done with a contact, in the order of its `can`. */
export const VERBS: Readonly<Record<ContactVerb, ContactVerbDefinition>> = {
  accept,
  reject,
  hold,
  resume,
  mute,
  unmute,
  'send-digits': sendDigits,
  transfer,
  'add-participant': addParticipant,
  swap,
  conference,
  'hang-up': hangUp,
  leave,
  clear,
};

/** What else a host can be asked to do. */
export type HostVerb =
  | 'dial'
  | 'set-agent-state'
  | 'select-contact'
  | 'set-device'
  | 'send-message'
  | 'send-attachment'
  | 'login'
  | 'logout';

/** The verbs that are about no contact. */
export const HOST_VERBS: Readonly<Record<HostVerb, HostVerbDefinition>> = {
  dial,
  'set-agent-state': setAgentState,
  'select-contact': selectContact,
  'set-device': setDevice,
  'send-message': sendMessage,
  'send-attachment': sendAttachment,
  login,
  logout,
};

const ALL: Readonly<Record<string, HostVerbDefinition>> = { ...VERBS, ...HOST_VERBS };

/** The verbs about a contact, in the order of its `can`. */
export const CONTACT_VERBS = Object.keys(VERBS) as readonly ContactVerb[];

/** What can be done with a contact. */
export const verbsOf = (situation: ContactSituation): ContactVerb[] =>
  CONTACT_VERBS.filter((name) => VERBS[name].isAllowed(situation));

/** True for what needs no agent: it is done while nobody is signed in. */
export const needsNoAgent = (verb: string): boolean => Object.hasOwn(ALL, verb) && !ALL[verb].needsAgent;

/**
 * Makes the command that a request asks for.
 * @param verb what it asks for: the middle of the name of its event.
 * @param request any request event.
 * @param scope what commands work with.
 * @throws Error if there is no such verb, or the present state does not allow it.
 */
export function commandFor(verb: string, request: object, scope: CommandScope): HostCommand {
  if (!Object.hasOwn(ALL, verb)) {
    throw refusal(verb, scope.terms.noSuchCommand(verb), CommandErrorType.UNSUPPORTED);
  }
  return ALL[verb].command(request, scope);
}

/** Every plain button, by the name of its command. */
export const PLAIN_BUTTONS: PlainButtonCommands = Object.fromEntries(
  Object.values(ALL).flatMap(({ buttons }) => Object.entries(buttons)),
);
