// What the subscriptions of connect.core give.
import type { CcpStatus } from '../sign-in/status.js';

/** What `core.onStatusChange` gives. */
export interface CcpStatusChange {
  readonly status: CcpStatus;
  readonly previous: CcpStatus;
}

/** What `core.onMuteChange` gives. */
export interface MuteChange {
  readonly muted: boolean;
}

/** What `core.onTalkingMuted` gives. */
export interface TalkingMuted {
  /** True from when somebody talks into a microphone that is muted; false again when they fall silent, or are heard. */
  readonly isTalking: boolean;
}

/** What `core.onViewContact` gives; the id is empty when no contact is selected. */
export interface ViewContactEvent {
  readonly contactId: string;
}
