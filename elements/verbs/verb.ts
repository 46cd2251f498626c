// What a verb is: everything that the elements have to know of one thing that can be done.
import type { EndpointTarget, ConnectRequestEvent, ContactTarget, PartyTarget } from '../host/requests.js';
import type { ContactSituation } from '../host/situation.js';
import type { ContactView, ContactVerb, HostState } from '../host/state.js';
import type { CommandScope, HostCommand } from '../commands/target.js';
import type { IconName } from '../looks/icons.js';

/** How a control looks: it begins something, ends something, is switched on, is the one thing to do, or none of these. */
export type Tone = 'go' | 'stop' | 'on' | 'main' | 'plain';

/**
 * Makes the request of a plain button.
 * @param state of the host.
 * @param value of the button; empty if it has none.
 */
export type ButtonRequest = (state: HostState, value: string) => ConnectRequestEvent;

/** The plain buttons of a verb, by the name of their command: `<button commandfor="ccp" command="--hold">`. */
export type PlainButtonCommands = Readonly<Record<`--${string}`, ButtonRequest>>;

/** Something that a host can be asked to do. */
export interface HostVerbDefinition {
  /** False for what needs no agent: it is done while nobody is signed in, and at once, for a window must open within the click. */
  readonly needsAgent: boolean;
  /** Plain buttons that ask for it. */
  readonly buttons: PlainButtonCommands;
  /**
   * How it is sent, and what in the state proves that it has worked.
   * @param request any request event; its fields count, not its class.
   * @param scope what commands work with.
   * @throws Error in words if the present state does not allow it.
   */
  command(request: object, scope: CommandScope): HostCommand;
}

/** What all verbs about a contact have. */
interface ContactVerbBase extends HostVerbDefinition {
  /** True if a contact allows it now. */
  isAllowed(situation: ContactSituation): boolean;
  /** Where its control stands: places go up from the first. Verbs with one place take turns in it, and the focus stays there. */
  readonly place: number;
  /** Icon of its control. A handset stands for calls alone. */
  icon(contact: ContactView): IconName;
  readonly tone: Tone;
}

/** A verb that is done by a click alone. */
export interface DirectVerb extends ContactVerbBase {
  readonly opens: null;
  request(target: PartyTarget): ConnectRequestEvent;
}

/** A verb whose control opens the keypad. */
export interface KeypadVerb extends ContactVerbBase {
  readonly opens: 'keypad';
  request(target: ContactTarget & { readonly digits: string }): ConnectRequestEvent;
}

/** A verb whose control opens the destinations: quick connects and a number. */
export interface DestinationVerb extends ContactVerbBase {
  readonly opens: 'destinations';
  request(target: EndpointTarget): ConnectRequestEvent;
}

/** Something that can be done with a contact. */
export type ContactVerbDefinition = DirectVerb | KeypadVerb | DestinationVerb;

/**
 * The contact that a plain button means: the one that its value names; else the selected one. With accept and reject it is the one
 * that rings; and while none is selected, the first one that allows it. What is selected is never passed over to hang up another.
 * @param state of the host.
 * @param value of the button.
 * @param verbs what the button does, of which a contact allows one at a time.
 */
export function contactFor(
  { contacts, selectedContactId }: HostState,
  value: string,
  ...verbs: ContactVerb[]
): string | null {
  if (value) return value;
  const allowed = contacts.filter(({ can }) => verbs.some((verb) => can.includes(verb)));
  const selected = allowed.find(({ contactId }) => contactId === selectedContactId);
  const isFree = selectedContactId === null || verbs.includes('accept') || verbs.includes('reject');
  return (selected ?? (isFree ? allowed[0] : undefined))?.contactId ?? selectedContactId;
}

/** True if a party in this state takes part. */
export const hasParty = ({ parties }: ContactSituation, state: string): boolean =>
  parties.some((party) => party.state === state);
