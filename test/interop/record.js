// Records the events of an agent and of voice calls, in order, through the public API of upstream or of ours.
/* global performance, window */
(() => {
  const AGENT_EVENTS = [
    'onRefresh',
    'onRoutable',
    'onNotRoutable',
    'onOffline',
    'onError',
    'onAfterCallWork',
    'onStateChange',
    'onEnqueuedNextState',
    'onClearedNextState',
    'onMuteToggle',
    'onSoftphoneError',
    'onWebSocketConnectionLost',
    'onWebSocketConnectionGained',
  ];
  const CONTACT_EVENTS = [
    'onRefresh',
    'onIncoming',
    'onPending',
    'onConnecting',
    'onAccepted',
    'onConnected',
    'onMissed',
    'onEnded',
    'onACW',
    'onError',
    'onDestroy',
  ];
  const CORE_EVENTS = ['onInitialized', 'onAuthFail', 'onAccessDenied', 'onViewContact', 'onConfigure'];

  window.events = []; // names, such as 'agent', 'agent.onRefresh', 'contact', 'contact.onConnecting'
  window.records = []; // the same with {name, at, detail, contactId}
  window.wire = []; // every message from the frame: {event, at, data}

  const push = (name, more = {}) => {
    window.events.push(name);
    window.records.push({ name, at: performance.now(), ...more });
  };

  const describeConnections = (contact) => {
    try {
      return contact.getConnections().map((connection) => `${connection.getType()}:${connection.getState().type}`);
    } catch (error) {
      return [`${error.name}`]; // upstream's snapshot of a contact that is gone
    }
  };

  window.addEventListener('message', ({ data }) => {
    if (data?.event) window.wire.push({ event: data.event, at: performance.now(), data: data.data });
  });

  /** Call it after initCCP: upstream has no event bus before. */
  window.startRecording = (connect) => {
    for (const name of CORE_EVENTS) connect.core[name](() => push(`core.${name}`));

    connect.agent((agent) => {
      push('agent', { detail: agent.getState().name });
      for (const name of AGENT_EVENTS) {
        agent[name]((payload) => {
          const detail = name === 'onStateChange' ? `${payload.oldState}>${payload.newState}` : agent.getState().name;
          push(`agent.${name}`, { detail });
        });
      }
    });

    connect.contact((contact) => {
      const contactId = contact.getContactId();
      push('contact', { contactId, detail: contact.getState().type, connections: describeConnections(contact) });
      for (const name of CONTACT_EVENTS) {
        contact[name]((current) => {
          const detail = current.getState().type;
          push(`contact.${name}`, { contactId, detail, connections: describeConnections(current) });
        });
      }
    });
  };
})();
