// The words of <connect-agent-status>, in English.
import type { AgentStatusTerms } from './terms.js';
import type { Formats } from '../words/terms.js';

export const enAgentStatus = ({ number, plural }: Formats): AgentStatusTerms => ({
  label: 'Agent status',
  unbound: 'No contact control panel is connected',
  stateLabel: 'State:',
  timeInState: (time) => `Time in this state: ${time}`,
  systemStates: {
    Init: { name: 'Getting ready' },
    Busy: { name: 'On a contact' },
    AfterCallWork: { name: 'After-call work' },
    CallingCustomer: { name: 'Calling the customer' },
    Dialing: { name: 'Dialing' },
    Joining: { name: 'Joining the call' },
    Pending: { name: 'Callback waiting' },
    PendingAvailable: { name: 'Soon available' },
    PendingBusy: { name: 'Incoming contact' },
    Error: { name: 'Error', help: 'Something went wrong with the last contact.' },
    Default: { name: 'Error', help: 'The last contact ended with an error, or was not taken.' },
    AgentHungUp: { name: 'You hung up', help: 'You ended the call before it was connected.' },
    BadAddressAgent: {
      name: 'You could not be called',
      help: 'The call could not be routed to you. Check the phone number in your settings.',
    },
    BadAddressCustomer: {
      name: 'Number not reachable',
      help: 'The number could not be dialed. Check that it is right.',
    },
    FailedConnectAgent: {
      name: 'Could not connect you',
      help: 'The call did not get through to you. Check your headset, microphone and network.',
    },
    FailedConnectCustomer: {
      name: 'Customer not reached',
      help: 'The call did not get through to the customer. Try again, or try another number.',
    },
    InvalidLocale: {
      name: 'Unknown language',
      help: 'The language in your settings is not one that the service knows. Choose another there.',
    },
    LineEngagedAgent: { name: 'Your line was busy', help: 'Your phone was busy when the call came.' },
    LineEngagedCustomer: { name: 'Customer’s line was busy', help: 'The customer is on another call. Try later.' },
    MissedCallAgent: { name: 'Missed contact', help: 'You did not answer in time.' },
    MissedCallCustomer: { name: 'Customer did not answer', help: 'The customer did not pick up.' },
    MultipleCcpWindows: {
      name: 'Open in two browsers',
      help: 'You are signed in to another browser too. Close it there: calls go to one browser only.',
    },
    RealtimeCommunicationError: {
      name: 'No audio connection',
      help: 'The call’s audio could not be set up. Check your network, then try the next one.',
    },
  },
  unknownError: 'Something went wrong with the last contact.',
  wayOut: 'You get no contacts until you choose a state.',
  goTo: (state) => `Go to ${state}`,
  menuLabel: 'Change state',
  nextMenuLabel: 'Change state after this contact',
  nextState: (state) => `Next: ${state}`,
  cancelNext: 'Cancel next',
  noNextState: 'Next state canceled',
  stateIs: (state) => `State: ${state}`,
  changing: (state) => (state ? `Changing to ${state}…` : 'Changing your state…'),
  unconfirmed: (state) => `${state ? `${state} is` : 'The change is'} not confirmed: the service does not show it yet.`,
  failed: (state) => (state ? `Could not change to ${state}.` : 'Could not change your state.'),
  tryAgain: 'Try again',
  dismiss: 'Dismiss',
  closesContact: (who) =>
    who.length > 1
      ? `Close your ${number(who.length)} contacts?`
      : who[0]
        ? `Close the contact with ${who[0]}?`
        : 'Close the contact?',
  closesBecause: (state) => `Changing to ${state} ends your after-call work. Notes that are not saved may be lost.`,
  closeAndGo: (state) => `Close and go to ${state}`,
  stay: 'Keep working',
  timeLeft: (time) => `${time} left`,
  timeOver: (time) => `Time is over by ${time}`,
  secondsLeft: (count) =>
    plural(count, { one: '# second of after-call work left', other: '# seconds of after-call work left' }),
  isOver: 'The time for after-call work is over',
  sessionEnds: (time) => `You will be signed out at ${time}`,
  staySignedIn: 'Stay signed in',
  network: {
    connecting: 'The panel is connecting to its network…',
    disconnected: 'The panel has lost its network, and is trying again.',
    failed: 'The panel has lost its network and given up: load the page again.',
  },
});
