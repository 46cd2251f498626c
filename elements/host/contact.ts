// What a contact is, whatever its state: its kind, who takes part in it, and whether it is over.

const FINISHED: readonly string[] = ['ended', 'missed', 'error', 'rejected'];
const ACTIVE: readonly string[] = ['connecting', 'connected', 'hold'];
const PARTY_TYPES: readonly string[] = ['inbound', 'outbound'];

/** The part of a connection that says whether somebody is there. */
export interface Party {
  readonly type: string;
  readonly state: string;
}

/** True once nobody works on a contact any more; it can be cleared. */
export const isFinished = ({ state }: { readonly state: { readonly type: string } }): boolean =>
  FINISHED.includes(state.type);

/** Who a contact is: by the page's own word, else by the service's; empty if neither says. */
export const nameOfContact = ({
  identity,
  who,
}: {
  readonly identity?: { readonly name?: string } | null;
  readonly who: string;
}): string => identity?.name || who;

/** True for calls, callbacks included. */
export const isVoice = ({ type }: { readonly type: string }): boolean => type === 'voice' || type === 'queue_callback';

/** True for the connections of customers and third parties, not for those of agents and supervisors. */
export const isPartyType = (type: string): boolean => PARTY_TYPES.includes(type);

/** True for whoever takes part and is neither the agent nor a supervisor, and has not left. */
export const isActiveParty = ({ type, state }: Party): boolean => isPartyType(type) && ACTIVE.includes(state);

/** True for a supervisor who takes part: everybody hears them. */
export const hasBargedIn = ({ type, state }: Party): boolean => type === 'monitoring' && state === 'barge';
