// Records what a page hears of the agent and of contacts, in order, through the public API of either library.
/* global window */
(() => {
  const AGENT_EVENTS = [
    'onRoutable',
    'onNotRoutable',
    'onOffline',
    'onError',
    'onAfterCallWork',
    'onEnqueuedNextState',
    'onClearedNextState',
  ];
  const CONTACT_EVENTS = [
    'onIncoming',
    'onPending',
    'onConnecting',
    'onConnected',
    'onMissed',
    'onEnded',
    'onACW',
    'onError',
    'onDestroy',
  ];
  // Broadcasts and losses of the socket: they race with the snapshots, so only that they arrived can be told.
  const UNORDERED_AGENT_EVENTS = ['onMuteToggle', 'onSoftphoneError', 'onWebSocketConnectionLost'];

  window.lines = []; // in order: an event and what its payload says
  window.arrived = []; // in no order: names and payloads
  window.wire = []; // every message from the frame: {event, data}

  const describe = (contact) => {
    try {
      const legs = contact
        .getConnections()
        .map((connection) => `${connection.getType()}:${connection.getState().type}`);
      return `${contact.getState().type} | ${legs.join(' ')}`;
    } catch (error) {
      return `${contact.getState().type} | ${error.name}`; // part of what is compared
    }
  };

  window.addEventListener('message', ({ data }) => {
    if (data?.event) window.wire.push({ event: data.event, data: data.data });
  });

  function recordAgent(agent) {
    window.lines.push(`agent ${agent.getState().name}`);
    for (const name of AGENT_EVENTS) {
      agent[name]((current) => window.lines.push(`agent.${name} ${current.getState().name}`));
    }
    agent.onStateChange(({ oldState, newState }) => window.lines.push(`agent.onStateChange ${oldState}>${newState}`));
    for (const name of UNORDERED_AGENT_EVENTS) {
      agent[name]((payload) => window.arrived.push({ name: `agent.${name}`, muted: payload?.muted }));
    }
  }

  function recordContact(contact) {
    let last = describe(contact);
    window.lines.push(`contact ${contact.getType()} ${last}`);
    for (const name of CONTACT_EVENTS) {
      contact[name]((current) => {
        last = describe(current);
        window.lines.push(`contact.${name} ${last}`);
      });
    }
    // Refreshes come with every update; those that show something new have their place in the order.
    contact.onRefresh((current) => {
      const now = describe(current);
      if (now !== last) window.lines.push(`contact.onRefresh ${now}`);
      last = now;
    });
    contact.onAccepted((current) => {
      window.arrived.push({ name: 'contact.onAccepted', contactId: current.getContactId() });
    });
  }

  /** Call it after initCCP: upstream has no event bus before. */
  window.startRecording = (connect) => {
    connect.agent(recordAgent);
    connect.contact(recordContact);
    connect.core.onInitialized(() => window.arrived.push({ name: 'core.onInitialized' }));
    connect.core.onViewContact(({ contactId }) => window.arrived.push({ name: 'core.onViewContact', contactId }));
  };
})();
