// The words that <connect-agent-status> needs; elements/lang has them in each language.
import type { SharedTerms } from '../words/terms.js';

/** States that the service sets in the course of a contact, by their names on the wire. */
export type SystemState =
  | 'Init'
  | 'Busy'
  | 'AfterCallWork'
  | 'CallingCustomer'
  | 'Dialing'
  | 'Joining'
  | 'Pending'
  | 'PendingAvailable'
  | 'PendingBusy';

/** States that the service sets when something went wrong. */
export type ErrorState =
  | 'Error'
  | 'Default'
  | 'AgentHungUp'
  | 'BadAddressAgent'
  | 'BadAddressCustomer'
  | 'FailedConnectAgent'
  | 'FailedConnectCustomer'
  | 'InvalidLocale'
  | 'LineEngagedAgent'
  | 'LineEngagedCustomer'
  | 'MissedCallAgent'
  | 'MissedCallCustomer'
  | 'MultipleCcpWindows'
  | 'RealtimeCommunicationError';

/** What is said of a state that the agent cannot choose. */
export interface SystemStateTerms {
  /** The state's name for people. */
  readonly name: string;
  /** What has happened; for errors. */
  readonly help?: string;
}

/** What is said of each of them. */
export type AllSystemStateTerms = Readonly<
  Record<SystemState, SystemStateTerms> & Record<ErrorState, Required<SystemStateTerms>>
>;

/** Words of `<connect-agent-status>` in one language. */
export interface AgentStatusTerms {
  /** Name of the whole. */
  readonly label: string;
  /** Said while no panel belongs to the element. */
  readonly unbound: string;
  /** Stands before the state for those who do not see it as one. */
  readonly stateLabel: string;
  /** The time in the present state, for those who do not see it beside the state. */
  timeInState(time: string): string;
  /** The states that the service sets, by their names on the wire. */
  readonly systemStates: AllSystemStateTerms;
  /** What has happened, in an error state that is not among them. */
  readonly unknownError: string;
  /** How to get out of an error state. */
  readonly wayOut: string;
  /** A button that sets this state. */
  goTo(state: string): string;
  /** Name of the menu, and of the same menu while a contact goes on. */
  readonly menuLabel: string;
  readonly nextMenuLabel: string;
  /** The enqueued state. */
  nextState(state: string): string;
  readonly cancelNext: string;
  readonly noNextState: string;
  /** Announcements. */
  stateIs(state: string): string;
  /** The change under way; `state` is null if it is not known which. */
  changing(state: string | null): string;
  unconfirmed(state: string | null): string;
  failed(state: string | null): string;
  readonly tryAgain: string;
  readonly dismiss: string;
  /** The question: heading, what would happen, and the two answers. `who` is empty if it is not known. */
  closesContact(who: readonly string[]): string;
  closesBecause(state: string): string;
  closeAndGo(state: string): string;
  readonly stay: string;
  /** After-call work: time left, in short; over; the same, announced. */
  timeLeft(time: string): string;
  timeOver(time: string): string;
  secondsLeft(seconds: number): string;
  readonly isOver: string;
  /** Before the agent is signed out for want of activity; `time` is that of the day. */
  sessionEnds(time: string): string;
  readonly staySignedIn: string;
  /** How the panel's network stands, where that is not well. */
  readonly network: Readonly<Record<'connecting' | 'disconnected' | 'failed', string>>;
}

/** All that the element says. */
export interface AgentStatusWords extends SharedTerms {
  readonly agentStatus: AgentStatusTerms;
}
