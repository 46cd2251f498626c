// What decides which verbs a contact allows: the facts that are published, and some that are not.
import type { ConnectionData, ContactData } from '../../src/index.js';
import { hasBargedIn, isActiveParty, isFinished, isPartyType, isVoice, type Party } from './contact.js';
import type { ContactVerb } from './state.js';

/** Facts about a contact that decide its verbs but are not published. */
export interface ContactTraits {
  /** True if the agent talks through the browser: only then is there a microphone to mute, or a keypad to press. */
  readonly softphone: boolean;
  /** True if the agent is a supervisor in somebody else's contact: listens, or takes part. */
  readonly monitoring: boolean;
  /** True if more than two parties beside the agent may take part. */
  readonly multiParty: boolean;
  /** Position of the customer among the connections, or -1. */
  readonly customer: number;
}

/** The traits of a contact. */
export function traitsOf({ connections, contactFeatures }: ContactData): ContactTraits {
  const isCustomer = ({ initial, type }: ConnectionData): boolean => initial && isPartyType(type);
  return {
    softphone: connections.some(({ softphoneMediaInfo }) => Boolean(softphoneMediaInfo)),
    monitoring: connections.some(({ initial, type }) => initial && type === 'monitoring'),
    multiParty: contactFeatures?.multiPartyConferenceEnabled === true,
    customer: connections.findIndex(isCustomer),
  };
}

/**
 * How far a contact has come for its agent:
 *
 * - `ringing`: it asks for the agent;
 * - `waiting`: the agent has taken it or made it, and nobody talks yet;
 * - `live`: the agent works on it;
 * - `listening`: the agent hears somebody else's;
 * - `joined`: the agent has barged into somebody else's, and is heard;
 * - `paused`: a task that waits for the agent;
 * - `over`: it can only be cleared.
 */
export type ContactStage = 'ringing' | 'waiting' | 'live' | 'listening' | 'joined' | 'paused' | 'over';

/** A contact before anybody knows what can be done with it. */
export interface UndecidedContact {
  readonly type: string;
  readonly state: { readonly type: string };
  readonly ringing: boolean;
  readonly connections: readonly Party[];
}

/** What decides which verbs a contact allows. */
export interface ContactSituation {
  readonly stage: ContactStage;
  /** `voice`, `queue_callback`, `chat`, `task`, or what else the service may send. */
  readonly type: string;
  readonly voice: boolean;
  /** Those who take part beside the agent and supervisors, and have not left. */
  readonly parties: readonly Party[];
  readonly customerIsThere: boolean;
  readonly softphone: boolean;
  /** True if one more party may take part. */
  readonly hasRoom: boolean;
  readonly multiParty: boolean;
  /** True if the agent's microphone is off. */
  readonly muted: boolean;
}

/** True if the agent is heard through the browser's microphone. */
export const isHeard = ({ stage, voice, softphone }: ContactSituation): boolean =>
  softphone && (stage === 'joined' || (stage === 'live' && voice));

/** Says what can be done with a contact. */
export type VerbsOf = (situation: ContactSituation) => readonly ContactVerb[];

/** Parties beside the agent that a call can have; those with multi-party conferences have room for more. */
const ROOM = 2;
const MULTI_PARTY_ROOM = 5;

function stageOf(contact: UndecidedContact, { monitoring }: ContactTraits): ContactStage {
  if (isFinished(contact)) return 'over';
  if (contact.ringing) return 'ringing';
  if (monitoring) return contact.connections.some(hasBargedIn) ? 'joined' : 'listening';
  if (contact.state.type === 'paused') return 'paused';
  return contact.state.type === 'connected' ? 'live' : 'waiting';
}

/**
 * The situation of a contact.
 * @param contact as elements see it.
 * @param traits what else decides.
 * @param muted true if the agent's microphone is off.
 */
export function situationOf(contact: UndecidedContact, traits: ContactTraits, muted: boolean): ContactSituation {
  const { type, connections } = contact;
  const { softphone, multiParty, customer } = traits;
  const parties = connections.filter(isActiveParty);
  return {
    stage: stageOf(contact, traits),
    type,
    voice: isVoice(contact),
    parties,
    customerIsThere: customer >= 0 && isActiveParty(connections[customer]),
    softphone,
    hasRoom: parties.length < (multiParty ? MULTI_PARTY_ROOM : ROOM),
    multiParty,
    muted,
  };
}
