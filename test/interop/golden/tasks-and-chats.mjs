// What is heard of tasks and chats: the agent's own state never changes for them.
import { destroyed, differences, differs } from './differences.mjs';

const endings = (channel, { waiting, working, gone, talk }) => {
  const offered = [`contact ${channel} connecting | ${waiting}`, `contact.onConnecting connecting | ${waiting}`];
  const begun = {
    'it is offered': offered,
    'the agent accepts': [`contact.onConnected connected | ${working}`],
  };
  const ended = [`contact.onACW ended | ${gone}`, `contact.onEnded ended | ${gone}`];
  const missed = [`contact.onEnded missed | ${gone}`, `contact.onMissed missed | ${gone}`];
  const cleared = (stateType) => ({ 'the agent clears': [destroyed(stateType, gone)] });
  const hungUp = { 'the agent hangs up': ended, ...cleared('ended') };
  return {
    [`${channel}: answered`]: { ...begun, ...talk, ...hungUp },
    [`${channel}: missed`]: { 'it is missed': [...offered, ...missed], ...cleared('missed') },
    [`${channel}: rejected`]: {
      'it is offered': offered,
      'the agent rejects': [`contact.onEnded rejected | ${gone}`, `contact.onMissed rejected | ${gone}`],
      ...cleared('rejected'),
    },
    [`${channel}: transferred`]: { ...begun, 'the agent transfers': ended, ...cleared('ended') },
    [`${channel}: the customer gives up`]: {
      'it is offered': offered,
      'the customer hangs up': missed,
      ...cleared('missed'),
    },
    [`${channel}: the customer hangs up`]: { ...begun, 'the customer hangs up': ended, ...cleared('ended') },
    [`${channel}: the CCP loads again`]: { ...begun, ...hungUp },
    [`${channel}: the page loads again`]: {
      ...begun,
      'the page loads': [
        'agent Available',
        'agent.onRoutable Available',
        'agent.onStateChange Init>Available',
        `contact ${channel} connected | ${working}`,
        `contact.onConnected connected | ${working}`,
      ],
      ...hungUp,
    },
  };
};

const withoutTaskJs = (event, stateType, legs) =>
  differs(differences.taskJs, { ours: `${event} ${stateType} | ${legs}`, theirs: `${event} ${stateType} | TypeError` });

export default {
  ...endings('task', {
    waiting: 'agent:connecting',
    working: 'agent:connected',
    gone: 'agent:disconnected',
    talk: {
      'the agent pauses': ['contact.onRefresh paused | agent:connected'],
      'the agent goes on': [
        differs(differences.connectedOnce, {
          ours: 'contact.onRefresh connected | agent:connected',
          theirs: 'contact.onConnected connected | agent:connected',
        }),
      ],
    },
  }),

  ...endings('chat', {
    waiting: 'agent:connecting inbound:connected',
    working: 'agent:connected inbound:connected',
    gone: 'agent:disconnected inbound:disconnected',
  }),

  'task: without TaskJS': {
    'it is offered': [
      withoutTaskJs('contact task', 'connecting', 'agent:connecting'),
      withoutTaskJs('contact.onConnecting', 'connecting', 'agent:connecting'),
    ],
    'the agent accepts': [withoutTaskJs('contact.onConnected', 'connected', 'agent:connected')],
    'the agent transfers': ['contact.onACW ended | agent:disconnected', 'contact.onEnded ended | agent:disconnected'],
    'the agent clears': [destroyed('ended', 'agent:disconnected')],
  },
};
