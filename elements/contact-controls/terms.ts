// Which words <connect-contact-controls> needs, in whatever language.
import type { ContactVerb } from '../host/state.js';
import type { ContactKind } from '../looks/kind-icons.js';
import type { NumberProblem } from './phone-number.js';

/** A command: its control's name, and what is said while it runs and when it has taken effect. */
export type CommandTerms = readonly [name: string, pending: string, confirmed: string];

/** Names of the commands that there are words for. */
export type CommandName = ContactVerb | 'dial' | 'remove' | 'pause' | 'continue' | 'clear-missed';

/** All words of <connect-contact-controls>. */
export interface ContactControlsTerms {
  /** Name of the list of contacts. */
  readonly contacts: string;
  /** Stands for a name or number that the service does not give. */
  readonly unknown: string;
  /** Stands for a supervisor whose name the service does not give. */
  readonly supervisor: string;
  /** `clear` ends the work after a contact, `clear-missed` takes away one that was missed or failed; tasks `pause` and `continue`. */
  readonly commands: Readonly<Record<CommandName, CommandTerms>>;
  /** A command without visible effect so far. */
  readonly unconfirmed: (command: string) => string;
  /** A command that was refused. */
  readonly failed: (command: string, why: string) => string;

  /** Kinds of contacts, for people who do not see the icon. */
  readonly kinds: Readonly<Record<ContactKind, string>>;
  /** What a contact that asks for the agent is called. */
  readonly incoming: Readonly<Record<ContactKind, string>>;
  /** Said when a contact comes in. */
  readonly incomingFrom: (incoming: string, who: string, queue: string | null) => string;
  /** Said when a contact's state changes by itself. */
  readonly changed: (who: string, state: string) => string;
  readonly states: {
    readonly calling: string;
    readonly connecting: string;
    readonly connected: string;
    readonly hold: string;
    readonly paused: string;
    readonly conference: string;
    readonly listening: string;
    /** A supervisor who has barged in, about themselves. */
    readonly joined: string;
    readonly callingParty: (who: string) => string;
    readonly talkingTo: (who: string) => string;
    readonly afterCall: string;
    readonly ended: string;
    readonly missed: string;
    readonly rejected: string;
    readonly error: string;
    readonly gone: string;
  };

  /** What the times of a contact say: how long it lasts, somebody waits, the work after it lasts, and it has lasted. */
  readonly times: {
    readonly contact: string;
    readonly hold: string;
    /** Since the customer's last message in a chat. */
    readonly message: string;
    readonly work: string;
    readonly lasted: string;
    /** Said when somebody has waited as long as they should at most. */
    readonly heldLong: (who: string) => string;
  };
  /** On the link to the page's record of a contact that has no other words, and what is said of links that open a new tab. */
  readonly record: string;
  readonly newTab: string;
  /** Name of the list of what a task refers to. */
  readonly references: string;
  readonly attributes: (count: number) => string;
  /** Name of the group of a contact's controls. */
  readonly controls: string;
  /** Name of the group of controls that a live call keeps while another contact is selected. */
  readonly callWith: (who: string) => string;
  /** On the button that calls back whoever was missed. */
  readonly callBack: string;
  /** What it does to clear a contact that was missed or has failed. */
  readonly clearHelp: string;
  readonly parties: string;
  readonly party: {
    readonly calling: string;
    readonly connected: string;
    readonly hold: string;
    /** A supervisor who has barged in. */
    readonly joined: string;
    readonly holdParty: (who: string) => string;
    readonly resumeParty: (who: string) => string;
    readonly removeParty: (who: string) => string;
  };

  readonly digitsSent: string;
  readonly digitsHint: string;

  readonly transferNow: string;
  readonly talkFirst: string;
  readonly number: string;
  /** The field that searches quick connects and takes numbers. */
  readonly destination: string;
  /** Calls whoever is to be added. */
  readonly call: string;
  /** The star of a quick connect. */
  readonly favourite: (who: string) => string;
  readonly problems: Readonly<Record<NumberProblem, string>>;
  readonly quickConnects: string;
  readonly search: string;
  readonly types: Readonly<Record<'all' | 'phone_number' | 'agent' | 'queue', string>>;
  readonly loading: string;
  readonly loadingFailed: (why: string) => string;
  readonly tryAgain: string;
  /** How many quick connects match a search. */
  readonly matches: (count: number) => string;
  readonly page: (first: number, last: number, all: number) => string;
  readonly previousPage: string;
  readonly nextPage: string;

  /** Heading of the list of keyboard shortcuts, what shows it, and what closes it. */
  readonly shortcuts: { readonly title: string; readonly list: string; readonly close: string };
  readonly showPanel: string;
  /** Number of messages that the agent has not seen. */
  readonly unreadCount: (count: number) => string;
  readonly unread: (count: number) => string;
  /** What somebody says in a chat that is not selected. */
  readonly says: (who: string, text: string) => string;
  readonly numberToCall: string;
  /** The key that takes away the last digit. */
  readonly deleteDigit: string;
  /** Heading of the numbers of late. */
  readonly recentNumbers: string;
  readonly idle: string;
  readonly idleText: string;
  /** Said to somebody who talks while they are muted. */
  readonly talkingMuted: string;
  readonly unbound: string;
  readonly unboundText: string;
  /** On the button that opens the choice of devices. */
  readonly devices: string;
}
