// What an agent can do with a contact, as its channel and the states of its parties allow.
import type { ConnectionData, ContactData } from '../../src/index.js';

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

/** Parties beside the agent that a call can have; those with multi-party conferences have room for more. */
const ROOM = 2;
const MULTI_PARTY_ROOM = 5;

const FINISHED: readonly string[] = ['ended', 'missed', 'error', 'rejected'];
const ACTIVE: readonly string[] = ['connecting', 'connected', 'hold'];
const PARTY_TYPES: readonly string[] = ['inbound', 'outbound'];

/** The part of a connection that verbs depend on. */
interface Party {
  readonly type: string;
  readonly state: string;
}

/** True once nobody works on a contact any more; it can be cleared. */
export const isFinished = ({ state }: { readonly state: { readonly type: string } }): boolean =>
  FINISHED.includes(state.type);

/** True for calls, callbacks included. */
export const isVoice = ({ type }: { readonly type: string }): boolean => type === 'voice' || type === 'queue_callback';

/** True for whoever takes part and is neither the agent nor a supervisor, and has not left. */
export const isActiveParty = ({ type, state }: Party): boolean => PARTY_TYPES.includes(type) && ACTIVE.includes(state);

/** True for a supervisor who takes part: everybody hears them. */
export const hasBargedIn = ({ type, state }: Party): boolean => type === 'monitoring' && state === 'barge';

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
  const isCustomer = ({ initial, type }: ConnectionData): boolean => initial && PARTY_TYPES.includes(type);
  return {
    softphone: connections.some(({ softphoneMediaInfo }) => Boolean(softphoneMediaInfo)),
    monitoring: connections.some(({ initial, type }) => initial && type === 'monitoring'),
    multiParty: contactFeatures?.multiPartyConferenceEnabled === true,
    customer: connections.findIndex(isCustomer),
  };
}

/** A contact before anybody knows what can be done with it. */
interface Contact {
  readonly type: string;
  readonly state: { readonly type: string };
  readonly ringing: boolean;
  readonly connections: readonly Party[];
}

/**
 * What can be done with a contact.
 * @param contact as elements see it.
 * @param traits what else decides.
 * @param muted true if the agent's microphone is off.
 */
export function verbsOf(contact: Contact, traits: ContactTraits, muted: boolean): ContactVerb[] {
  const { type } = contact.state;
  if (isFinished(contact)) return ['clear'];
  if (contact.ringing) return ['accept', 'reject'];
  if (traits.monitoring) {
    const isHeard = traits.softphone && contact.connections.some(hasBargedIn);
    return [...(isHeard ? [muted ? ('unmute' as const) : ('mute' as const)] : []), 'leave'];
  }
  if (type === 'paused') return ['resume', 'hang-up'];
  if (type !== 'connected') return ['hang-up'];
  const parties = contact.connections.filter(isActiveParty);
  const end: ContactVerb = parties.length > 1 ? 'leave' : 'hang-up';
  if (isVoice(contact)) return [...voiceVerbs(contact, traits, muted, parties), end];
  const room = contact.type === 'chat' && traits.multiParty && parties.length < MULTI_PARTY_ROOM;
  return [
    ...(contact.type === 'task' ? (['hold'] as const) : []),
    'transfer',
    ...(room ? (['add-participant'] as const) : []),
    end,
  ];
}

function voiceVerbs(
  { connections }: Contact,
  { softphone, multiParty, customer }: ContactTraits,
  muted: boolean,
  parties: readonly Party[],
): ContactVerb[] {
  const has = (state: string): boolean => parties.some((party) => party.state === state);
  const isThere = customer >= 0 && isActiveParty(connections[customer]);
  const verbs: ContactVerb[] = [];
  if (has('connected')) verbs.push('hold');
  else if (has('hold')) verbs.push('resume');
  if (softphone) verbs.push(muted ? 'unmute' : 'mute', 'send-digits');
  if (parties.length < (multiParty ? MULTI_PARTY_ROOM : ROOM)) verbs.push('transfer', 'add-participant');
  if (isThere && parties.length > 1 && has('hold')) {
    if (has('connected')) verbs.push('swap');
    if (!has('connecting')) verbs.push('conference');
  }
  return verbs;
}
