// What is heard of the agent's own states.
import { destroyed } from './differences.mjs';
import { answered, cleared, ended, missed, ringing } from './lines.mjs';

const GONE = 'agent:disconnected inbound:disconnected';

export default {
  'agent: the start': {
    'the CCP answers': ['agent Offline', 'agent.onOffline Offline', 'agent.onStateChange Init>Offline'],
    'the agent becomes available': ['agent.onRoutable Available', 'agent.onStateChange Offline>Available'],
    'a call rings': ringing,
    'it is missed': missed('PendingBusy', GONE),
    'the agent becomes available again': cleared('MissedCallAgent', 'missed', GONE),
  },

  'agent: chosen states': {
    'the agent goes to lunch': ['agent.onNotRoutable Lunch', 'agent.onStateChange Available>Lunch'],
    'the agent goes offline': ['agent.onOffline Offline', 'agent.onStateChange Lunch>Offline'],
    'a supervisor sets another state': ['agent.onNotRoutable Training', 'agent.onStateChange Offline>Training'],
    'the agent becomes available': ['agent.onRoutable Available', 'agent.onStateChange Training>Available'],
  },

  'agent: a state for after the call': {
    'a call rings': ringing,
    'the agent accepts': answered,
    'the agent chooses a next state': ['agent.onEnqueuedNextState Busy'],
    'the customer hangs up': ended(GONE),
    'the agent clears': [
      'agent.onNotRoutable Lunch',
      'agent.onStateChange AfterCallWork>Lunch',
      'agent.onClearedNextState Lunch',
      destroyed('ended', GONE),
    ],
  },
};
