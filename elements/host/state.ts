// A host's state: one deeply frozen picture of status, agent and contacts, in which what did not change is the same object.
import { deepFreeze } from '../page/data.js';
import type { CcpStatus, Diagnosis } from '../../src/index.js';
import type { ContactMessages } from './message-board.js';

/** Statuses in which the button of the status box opens the sign-in window. */
export const SIGN_IN_STATUSES: readonly CcpStatus[] = [
  'signed-out',
  'popup-open',
  'popup-blocked',
  'expired',
  'storage-access-needed',
];

/** Something that can be done with a contact; `leave` and `hang-up` are one request, and never both possible. */
export type ContactVerb =
  | 'accept'
  | 'reject'
  | 'hang-up'
  | 'leave'
  | 'hold'
  | 'resume'
  | 'mute'
  | 'unmute'
  | 'send-digits'
  | 'transfer'
  | 'add-participant'
  | 'conference'
  | 'swap'
  | 'clear';

/** A state of the agent that can be chosen. */
export interface AgentStateChoice {
  readonly name: string;
  readonly type: string;
}

/** The agent as elements see them. */
export interface AgentView {
  readonly name: string;
  /** `since` is in epoch milliseconds of the page's clock. */
  readonly state: AgentStateChoice & { readonly since: number };
  /** The state that takes effect after the present contact, or null. */
  readonly nextState: AgentStateChoice | null;
  readonly states: readonly AgentStateChoice[];
  readonly permissions: readonly string[];
  /** Codes of the countries that can be called. */
  readonly countries: readonly string[];
}

/** A connection as elements see it. */
export interface ConnectionView {
  readonly connectionId: string;
  readonly type: string;
  readonly state: string;
  /** Number or name at its end; empty if the service does not say. */
  readonly who: string;
}

/** Who a contact is, as the page knows them: what it has told by `host.identifyContact()`. */
export interface ContactIdentity {
  /** Shown in place of the service's own name or number. */
  readonly name?: string;
  /** What is shown beside it, such as a company or a customer number. */
  readonly detail?: string;
  /** Address of the page's record, opened in a new tab. */
  readonly href?: string;
  /** Address of a picture, which begins with `https:` or `blob:`. */
  readonly picture?: string;
}

/** Something that a task refers to: a link, or any other text. */
export interface ContactReference {
  /** As the service has it, such as `URL`. */
  readonly type: string;
  readonly value: string;
}

/** A contact as elements see it. */
export interface ContactView extends ContactMessages {
  readonly contactId: string;
  readonly type: string;
  /** `since` is in epoch milliseconds of the page's clock. */
  readonly state: { readonly type: string; readonly since: number };
  /** True while the agent has to act: accept or reject. */
  readonly ringing: boolean;
  /** Number or name of the other side; empty if the service does not say. */
  readonly who: string;
  /** Who it is by the page's own word, or null. */
  readonly identity: ContactIdentity | null;
  /** When the agent took it up, in epoch milliseconds of the page's clock; null before that, or if nobody has seen it. */
  readonly begun: number | null;
  /** Since when somebody has waited on hold, in epoch milliseconds of the page's clock; null while nobody does. */
  readonly heldSince: number | null;
  /** How long it took before it was over, in milliseconds; null before that, or if nobody has seen its beginning. */
  readonly lasted: number | null;
  /** What the service calls it, such as the title of a task; or null. */
  readonly name: string | null;
  /** What a task is about, or null. */
  readonly description: string | null;
  /** What a task refers to, by name. */
  readonly references: Readonly<Record<string, ContactReference>>;
  /** Subject of an e-mail, or null. */
  readonly subject: string | null;
  readonly phoneNumber: string | null;
  /** Where an e-mail comes from, or null. */
  readonly emailAddress: string | null;
  /** Name of the queue, or null. */
  readonly queue: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly connections: readonly ConnectionView[];
  /** What can be done with it now, as its channel and its state allow. */
  readonly can: readonly ContactVerb[];
  /** What has been asked for and is not confirmed yet. */
  readonly pending: readonly ContactVerb[];
}

/** Something that the page's author or the agent can mend. */
export interface HostError {
  /** A code to tell errors apart by. */
  readonly code: string;
  /** What is wrong and what to do, for people. */
  readonly message: string;
  /** What the doctor has found, if the panel has not answered. */
  readonly report?: Diagnosis;
}

/** How the CCP's network stands; `disconnected` is tried again, `failed` is not. */
export type NetworkState = 'connected' | 'connecting' | 'disconnected' | 'failed';

/** Everything that a host publishes. */
export interface HostState {
  readonly status: CcpStatus;
  readonly agent: AgentView | null;
  readonly contacts: readonly ContactView[];
  /** The contact that is selected, in the panel or by `selectContact()`, or null. */
  readonly selectedContactId: string | null;
  readonly mute: boolean;
  /** True while the agent talks, and is muted; known only where the page takes the calls. */
  readonly talkingMuted: boolean;
  /** How the CCP's network stands; null before it has told it, which older CCPs never do. */
  readonly network: NetworkState | null;
  /** When the agent will be signed out for want of activity, in epoch milliseconds; null while that is not near. */
  readonly sessionExpiration: number | null;
  readonly region: string | null;
  readonly error: HostError | null;
}

/** The state of a host that has not begun. */
export const INITIAL_STATE: HostState = /*#__PURE__*/ Object.freeze({
  status: 'idle',
  agent: null,
  contacts: Object.freeze([]),
  selectedContactId: null,
  mute: false,
  talkingMuted: false,
  network: null,
  sessionExpiration: null,
  region: null,
  error: null,
});

/** The state with some parts changed; the same object if none of them did. */
export function withChanges(old: HostState, changes: Partial<HostState>): HostState {
  const changed = Object.entries(changes).some(([key, value]) => old[key as keyof HostState] !== value);
  return changed ? deepFreeze({ ...old, ...changes }) : old;
}
