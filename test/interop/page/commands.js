// Every command of the agent, of a contact and of its connections as a page sends it, with what it has at hand: people of a
// contact that may have gone since, quick connects and states. And every getter, with what it gives.
/* global window */
(() => {
  const number = '+12065550123';

  /** By name: the operation that the service is asked for, and how a page asks. `c` are the callbacks. */
  const OF_THE_AGENT = {
    setState: ['putAgentState', ({ agent, away }, c) => agent.setState(away, c)],
    setStatus: ['putAgentState', ({ agent, away }, c) => agent.setStatus(away, c)],
    'setState for later': [
      'putAgentState',
      ({ agent, away }, c) => agent.setState(away, c, { enqueueNextState: true }),
    ],
    setConfiguration: [
      'updateAgentConfiguration',
      ({ agent }, c) => agent.setConfiguration({ ...agent.getConfiguration(), extension: '+12065550111' }, c),
    ],
    connect: ['createOutboundContact', ({ agent, endpoint }, c) => agent.connect(endpoint, c)],
    getEndpoints: ['getEndpoints', ({ agent }, c) => agent.getEndpoints(agent.getAllQueueARNs(), c)],
    getAddresses: ['getEndpoints', ({ agent }, c) => agent.getAddresses(agent.getAllQueueARNs(), c)],
  };

  const OF_A_CONTACT = {
    accept: ['acceptContact', ({ contact }, c) => contact.accept(c)],
    reject: ['rejectContact', ({ contact }, c) => contact.reject(c)],
    'contact.destroy': ['destroyContact', ({ contact }, c) => contact.destroy(c)],
    clear: ['clearContact', ({ contact }, c) => contact.clear(c)],
    complete: ['completeContact', ({ contact }, c) => contact.complete(c)],
    notifyIssue: ['notifyContactIssue', ({ contact }, c) => contact.notifyIssue('E1', 'It crackles', c)],
    addConnection: ['createAdditionalConnection', ({ contact, endpoint }, c) => contact.addConnection(endpoint, c)],
    addParticipant: ['addNewConnection', ({ contact, endpoint }, c) => contact.addParticipant(endpoint, c)],
    transfer: ['transferContact', ({ contact, endpoint }, c) => contact.transfer(endpoint, c)],
    toggleActiveConnections: ['toggleActiveConnections', ({ contact }, c) => contact.toggleActiveConnections(c)],
    conferenceConnections: ['conferenceConnections', ({ contact }, c) => contact.conferenceConnections(c)],
    pause: ['pauseContact', ({ contact }, c) => contact.pause(c)],
    resume: ['resumeContact', ({ contact }, c) => contact.resume(c)],
    updateMonitorParticipantState: [
      'updateMonitorParticipantState',
      ({ contact }, c) => contact.updateMonitorParticipantState('BARGE', c),
    ],
    silentMonitor: ['updateMonitorParticipantState', ({ contact }, c) => contact.silentMonitor(c)],
    bargeIn: ['updateMonitorParticipantState', ({ contact }, c) => contact.bargeIn(c)],
  };

  const OF_A_CONNECTION = {
    'connection.destroy': ['destroyConnection', ({ own }, c) => own.destroy(c)],
    sendDigits: ['sendDigits', ({ own }, c) => own.sendDigits('1#', c)],
    hold: ['holdConnection', ({ customer }, c) => customer.hold(c)],
    'connection.resume': ['resumeConnection', ({ customer }, c) => customer.resume(c)],
    muteParticipant: ['muteParticipant', ({ own }, c) => own.muteParticipant(c)],
    unmuteParticipant: ['unmuteParticipant', ({ own }, c) => own.unmuteParticipant(c)],
  };

  window.commands = { ...OF_THE_AGENT, ...OF_A_CONTACT, ...OF_A_CONNECTION };
  window.commandsOfContacts = Object.keys({ ...OF_A_CONTACT, ...OF_A_CONNECTION });

  /** True for what amazon-connect-streams gives no answer to: a contact is never destroyed. */
  window.isSilent = (name) => name === 'contact.destroy';

  /** What the first contact has at hand, to be kept beyond its end. */
  window.atHand = () => {
    const { connect } = window;
    const agent = new connect.Agent();
    const [contact] = agent.getContacts();
    return {
      agent,
      contact,
      own: contact?.getAgentConnection(),
      customer: contact?.getInitialConnection(),
      endpoint: connect.Endpoint.byPhoneNumber(number),
      away: agent.getAgentStates().find(({ name }) => name === 'Lunch'),
    };
  };

  /** Ids and addresses of a run do not count. */
  const withoutIds = (text) =>
    text
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>');

  /** A value as a page has it, such as `text {"message":…}`. */
  function read(value) {
    if (typeof value === 'function') return 'function';
    if (value instanceof Promise) return 'promise';
    if (typeof value === 'string') return `text ${withoutIds(value)}`;
    if (typeof value !== 'object' || value === null) return String(value);
    if (value instanceof Error) return `${value.name} ${withoutIds(value.message)}`;
    return withoutIds(JSON.stringify(value));
  }

  /** What a page has of a failure as text: of a JSON the members that it reads, in whichever order. */
  function readFailure(text) {
    if (typeof text !== 'string' || !text.startsWith('{')) return read(text);
    const { type, message } = JSON.parse(text);
    return `JSON ${type}: ${withoutIds(message)}`;
  }

  /**
   * Sends a command, and says what became of it: what it gave back or threw, and which callback heard what.
   * @param {string} name the command's
   * @param {object} stage what it has at hand
   * @param {number} patience milliseconds to wait for one of the callbacks
   */
  window.outcomeOf = (name, stage, patience) =>
    new Promise((resolve) => {
      const outcome = { gave: '', heard: [] };
      const hear = (which, text) => {
        outcome.heard.push(`${which} ${text}`);
        resolve(outcome);
      };
      const [, send] = window.commands[name];
      try {
        const given = send(stage, {
          success: (data) => hear('success', data === null || data === undefined ? data : typeof data),
          failure: (text) => hear('failure', readFailure(text)),
        });
        outcome.gave = read(given);
      } catch (error) {
        outcome.gave = `throws ${error.name}`;
        resolve(outcome);
      }
      window.setTimeout(resolve, patience, outcome);
    });

  /** Take something, ask the service, or give what only grows. */
  const NOT_READ =
    /MediaController|ConnectionToken|VoiceId|NetworkConn|Endpoints|Addresses|EventName|VideoConn|Instance/;
  const GROWS = /Duration|Timestamp/;

  const namesOf = (object) => {
    const names = new Set();
    for (let at = object; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
      for (const name of Object.getOwnPropertyNames(at)) names.add(name);
    }
    return [...names].sort();
  };

  /** Members in the order of their names, so that those of both libraries compare. */
  const inOrder = (_, value) => {
    if (value && [Object.prototype, null].includes(Object.getPrototypeOf(value)))
      return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
    return value;
  };

  function given(object, name) {
    try {
      const value = object[name]();
      if (GROWS.test(name) && value !== undefined && value !== null) return typeof value;
      const members = Array.isArray(value) ? value : [value];
      const things = members.filter((one) => one && /Contact|Connection|Agent/.test(one.constructor?.name));
      if (things.length) return `${value === things[0] ? '' : 'list of '}${things.map((one) => one.constructor.name)}`;
      return read(typeof value === 'object' && value ? JSON.parse(JSON.stringify(value, inOrder)) : value);
    } catch (error) {
      return `throws ${error.name}`;
    }
  }

  /** What every getter of an object gives, by its name. */
  const gettersOf = (object, path) =>
    Object.fromEntries(
      namesOf(object)
        .filter((name) => /^(get|is|has|can)[A-Z]/.test(name) && !NOT_READ.test(name))
        .filter((name) => typeof object[name] === 'function')
        .map((name) => [`${path}.${name}`, given(object, name)]),
    );

  /** What every getter of these people gives. */
  window.valuesOf = ({ agent, contact, own, customer }) => ({
    ...gettersOf(agent, 'agent'),
    ...(contact && gettersOf(contact, 'contact')),
    ...(own && gettersOf(own, 'own')),
    ...(customer && gettersOf(customer, 'customer')),
  });
})();
