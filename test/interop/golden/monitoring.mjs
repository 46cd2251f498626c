// What is heard where supervisors listen, or take part.
import { destroyed } from './differences.mjs';
import { answered, cleared, ended, ringing } from './lines.mjs';

const TALKING = 'agent:connected inbound:connected';
const GONE = 'agent:disconnected inbound:disconnected monitoring:disconnected';

export default {
  'monitoring: the agent is the supervisor': {
    'a call to listen to comes': [
      'contact voice connected | monitoring:connected',
      'contact.onConnected connected | monitoring:connected',
    ],
    'the supervisor barges in': ['contact.onRefresh connected | monitoring:barge'],
    'the supervisor only listens': ['contact.onRefresh connected | monitoring:silent_monitor'],
    'the supervisor leaves': [
      'contact.onACW ended | monitoring:disconnected',
      'contact.onEnded ended | monitoring:disconnected',
    ],
    'the agent clears': [destroyed('ended', 'monitoring:disconnected')],
  },

  'monitoring: the agent is listened to': {
    'a call rings': ringing,
    'the agent accepts': answered,
    'a supervisor listens': [`contact.onRefresh connected | ${TALKING} monitoring:silent_monitor`],
    'the supervisor barges in': [`contact.onRefresh connected | ${TALKING} monitoring:barge`],
    'the customer hangs up': ended(GONE),
    'the agent clears': cleared('AfterCallWork', 'ended', GONE),
  },
};
