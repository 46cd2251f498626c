// Leave: a hang-up under another name, where others go on without the agent.
import { hangUp } from './hang-up.js';
import type { DirectVerb } from './verb.js';

export const leave: DirectVerb = {
  ...hangUp,
  isAllowed: ({ stage, parties }) =>
    stage === 'listening' || stage === 'joined' || (stage === 'live' && parties.length > 1),
  buttons: {},
  icon: () => 'leave',
};
