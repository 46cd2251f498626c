// What the subscribers of each event are given: the types behind the bus and behind every onX.
import type { AgentData } from '../conduit/wire.js';
import type { ValueOf } from '../events/enum.js';
import type { AgentEvents, ContactEvents } from '../events/event-names.js';
import type { FrameRetry } from '../sign-in/sign-in.js';
import type { SoundChange } from '../softphone/page-softphone.js';
import type { CcpStatusChange, MuteChange, TalkingMuted, ViewContactEvent } from './core-events.js';
import type { Agent, AgentStateChangeEvent } from './agent.js';
import type { Contact } from './contact.js';
import type { SoftphoneError } from './softphone-error.js';

/** Events of the agent. docs/protocol.md, section 6.7. */
export interface AgentEventMap {
  'agent::init': Agent;
  'agent::update': AgentData;
  'agent::refresh': Agent;
  'agent::routable': Agent;
  'agent::not_routable': Agent;
  'agent::offline': Agent;
  'agent::error': Agent;
  'agent::acw': Agent;
  'agent::enqueued_next_state': Agent;
  'agent::cleared_next_state': Agent;
  'agent::state_change': AgentStateChangeEvent;
  'agent::softphone_error': SoftphoneError;
  'agent::websocket_connection_lost': Agent;
  'agent::websocket_connection_gained': Agent;
  'agent::mute_toggle': { muted: boolean };
  'agent::local_media_stream_created': { connectionId: string };
  /** Never published: the page asks the contacts. */
  'agent::pending': never;
  /** Never published: `agent.onContactPending` follows the contacts. */
  'agent::contact_pending': never;
  /** On the wire alone, between two regions. */
  'agent::fetch_agent_data_from_ccp': unknown;
}

/** Events of contacts; each is also published as `<event>::<contactId>`, except `contact::init` and `contact::view`. */
export interface ContactEventMap {
  'contact::init': Contact;
  'contact::refresh': Contact;
  /** The contact as it last was. */
  'contact::destroyed': Contact;
  'contact::incoming': Contact;
  'contact::pending': Contact;
  'contact::connecting': Contact;
  'contact::connected': Contact;
  'contact::missed': Contact;
  'contact::acw': Contact;
  /** The contact, or as it last was if it ended by vanishing. */
  'contact::ended': Contact;
  'contact::error': Contact;
  'contact::accepted': Contact;
  'contact::view': ViewContactEvent;
  /** Never published: the service's word counts, whatever came before. */
  'contact::invalid_state_transition': never;
  'contact::screen_sharing_started': { contactId: string };
  'contact::screen_sharing_stopped': { contactId: string };
  'contact::screen_sharing_error': { contactId: string };
}

/** Events of one contact, under its own names. */
export type OwnContactEventMap = {
  [
    Name in Exclude<keyof ContactEventMap, 'contact::init' | 'contact::view'> as `${Name}::${string}`
  ]: ContactEventMap[Name];
};

/** Events of the link and of signing in. docs/protocol.md, section 1.9. */
export interface LinkEventMap {
  init: null;
  acknowledge: { id?: string } | null;
  ack_timeout: null;
  auth_fail: { authorize?: boolean } | null;
  access_denied: null;
  authorize_success: null;
  authorize_retries_exhausted: null;
  cti_authorize_retries_exhausted: null;
  iframe_retries_exhausted: null;
  terminated: null;
  'ccp::status': CcpStatusChange;
  'ccp::retry': FrameRetry;
  'ccp::mute': MuteChange;
  'ccp::forgotten': null;
  'ccp::talking_muted': TalkingMuted;
  'ccp::sound': SoundChange;
}

/** Events of the bus that have a type of their own. */
export interface ConnectEventMap extends AgentEventMap, ContactEventMap, OwnContactEventMap, LinkEventMap {}

type Same<Keys, Names> = [Keys, Names] extends [Names, Keys] ? true : false;
type Holds<Claim extends true> = Claim;

/** Holds the maps to the names: a name without an entry, or an entry without a name, is a type error here. */
export type EveryEventIsMapped = [
  Holds<Same<keyof AgentEventMap, ValueOf<typeof AgentEvents>>>,
  Holds<Same<keyof ContactEventMap, ValueOf<typeof ContactEvents>>>,
];
