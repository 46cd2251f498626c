// The call that is under way: which contact it is, and what it keeps while another one is selected.
import { isFinished, isVoice } from '../host/contact.js';
import type { ContactVerb, ContactView } from '../host/state.js';

/** True for a call that is under way: it has been taken or made, and is not over. */
export const isLiveCall = (contact: ContactView): boolean =>
  isVoice(contact) && !contact.ringing && !isFinished(contact);

/** What a live call keeps while another contact is selected. */
export const CALL_BAR: readonly ContactVerb[] = ['mute', 'unmute', 'hold', 'resume', 'hang-up', 'leave'];
