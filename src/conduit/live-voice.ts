// Which contacts have sound that a new frame would cut off.
import type { ContactData } from './wire.js';

/** States in which a contact is live; docs/protocol.md, section 1.8. */
const LIVE_STATES: readonly string[] = ['paused', 'incoming', 'pending', 'connecting', 'connected'];
const VOICE_TYPES: readonly string[] = ['voice', 'queue_callback'];

const isVoice = ({ type }: ContactData): boolean => VOICE_TYPES.includes(type);

/** True if a call is live: from when it is offered to when the agent has left it. */
export const hasLiveVoice = (contacts: readonly ContactData[]): boolean =>
  contacts.some((contact) => isVoice(contact) && LIVE_STATES.includes(contact.state.type));

/** True if the agent talks. */
export const isTalking = (contacts: readonly ContactData[]): boolean =>
  contacts.some((contact) => isVoice(contact) && contact.state.type === 'connected');
