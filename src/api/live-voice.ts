// Which contacts have sound that a new frame would cut off.
import type { ContactData } from '../conduit/wire.js';
import { CONTACT_ACTIVE_STATES, ContactStateType, ContactType } from './enums.js';

const LIVE_STATES: readonly string[] = Object.values(CONTACT_ACTIVE_STATES);
const VOICE_TYPES: readonly string[] = [ContactType.VOICE, ContactType.QUEUE_CALLBACK];

const isVoice = ({ type }: ContactData): boolean => VOICE_TYPES.includes(type);

/** True if a call is live: from when it is offered to when the agent has left it. */
export const hasLiveVoice = (contacts: readonly ContactData[]): boolean =>
  contacts.some((contact) => isVoice(contact) && LIVE_STATES.includes(contact.state.type));

/** True if the agent talks. */
export const isTalking = (contacts: readonly ContactData[]): boolean =>
  contacts.some((contact) => isVoice(contact) && contact.state.type === ContactStateType.CONNECTED);
