// The request that each control makes.
import type { ContactVerb } from '../verbs/contact-verbs.js';
import {
  ConnectAcceptRequestEvent,
  ConnectClearRequestEvent,
  ConnectConferenceRequestEvent,
  ConnectHangUpRequestEvent,
  ConnectHoldRequestEvent,
  ConnectMuteRequestEvent,
  ConnectRejectRequestEvent,
  type ConnectRequestEvent,
  ConnectResumeRequestEvent,
  ConnectSwapRequestEvent,
  ConnectUnmuteRequestEvent,
  type PartyTarget,
} from '../host/requests.js';
import type { PanelVerb } from './controls.js';

/** What is done by a click alone. */
export type DirectVerb = Exclude<ContactVerb, PanelVerb>;

const REQUESTS: Readonly<Record<DirectVerb, new (target: PartyTarget) => ConnectRequestEvent>> = {
  accept: ConnectAcceptRequestEvent,
  reject: ConnectRejectRequestEvent,
  hold: ConnectHoldRequestEvent,
  resume: ConnectResumeRequestEvent,
  mute: ConnectMuteRequestEvent,
  unmute: ConnectUnmuteRequestEvent,
  swap: ConnectSwapRequestEvent,
  conference: ConnectConferenceRequestEvent,
  'hang-up': ConnectHangUpRequestEvent,
  leave: ConnectHangUpRequestEvent,
  clear: ConnectClearRequestEvent,
};

/**
 * Makes the request of a control.
 * @param verb what is to be done.
 * @param target the contact, and the party if it is about one only.
 */
export const requestFor = (verb: DirectVerb, target: PartyTarget): ConnectRequestEvent => new REQUESTS[verb](target);
