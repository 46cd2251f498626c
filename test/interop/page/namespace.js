// Walks a library's namespace: what stands on it, of what kind, with which values, and what its getters give.
/* global window */
(() => {
  const isRecord = (value) => typeof value === 'object' && value !== null;

  /** What every function or class has. */
  const OF_FUNCTIONS = ['length', 'name', 'prototype', 'arguments', 'caller'];

  /** Members that are objects of the page or of whole engines, and not the library's to say. */
  const isForeign = (value) =>
    value === window ||
    Array.isArray(value) ||
    value instanceof window.Node ||
    value instanceof Promise ||
    value instanceof Error;

  /** Names with a line before them are nobody's but the library's; one is used by many pages all the same. */
  const isPublic = (name) => name !== 'constructor' && (!name.startsWith('_') || name === '_getData');

  function kindOf(value) {
    if (value === null) return 'null';
    if (Array.isArray(value)) return 'array';
    return typeof value;
  }

  /** Own and inherited names, but those that every object has. */
  function namesOf(object) {
    const names = new Set();
    for (let at = object; at && at !== Object.prototype && at !== Function.prototype; at = Object.getPrototypeOf(at)) {
      for (const name of Object.getOwnPropertyNames(at)) names.add(name);
    }
    return [...names];
  }

  function read(object, name) {
    try {
      return { value: object[name] };
    } catch (error) {
      return { thrown: error.name };
    }
  }

  /**
   * Every member under an object by its path: `{kind, value?}`, the value for texts, numbers and truths alone.
   * @param {object} root
   * @param {string} path how to call it
   */
  window.walk = (root, path) => {
    const found = {};
    const above = new Set(); // what is being visited: circles end
    const visit = (object, at, depth) => {
      if (above.has(object) || depth > 4) return;
      above.add(object);
      members(object, at, depth);
      above.delete(object);
    };
    const members = (object, at, depth) => {
      // Of an object of a class its methods count, and not what it happens to hold.
      const isInstance =
        typeof object !== 'function' && ![Object.prototype, null].includes(Object.getPrototypeOf(object));
      const names = namesOf(isInstance ? Object.getPrototypeOf(object) : object).filter(
        (name) => !(typeof object === 'function' && OF_FUNCTIONS.includes(name)) && isPublic(name),
      );
      // Sorted: what has two names is met under the same one in both libraries.
      for (const name of names.sort()) member(object, name, `${at}.${name}`, depth);
      if (typeof object !== 'function' || !object.prototype) return;
      for (const name of namesOf(object.prototype)) {
        if (!isPublic(name)) continue;
        member(object.prototype, name, `${at}.prototype.${name}`, depth);
      }
    };
    const member = (object, name, at, depth) => {
      const { value, thrown } = read(object, name);
      const kind = thrown ? 'getter' : kindOf(value);
      found[at] = { kind };
      if (['string', 'number', 'boolean'].includes(kind)) found[at].value = value;
      if ((isRecord(value) || kind === 'function') && !isForeign(value)) visit(value, at, depth + 1);
    };
    visit(root, path, 0);
    return found;
  };

  /** Needs an argument, asks the service, or belongs to the side channel of an SDK. */
  const NOT_READ = new RegExp(
    'MediaController|ConnectionToken|VoiceId|NetworkConn|Endpoints|Addresses|EventName|VideoConn|InstanceDetails|Preview|ResumePart',
  );

  /** What a value is made of: kinds and names, no values but truths and what is not there. */
  function shapeOf(value) {
    if (value === null || value === undefined || typeof value === 'boolean') return String(value);
    if (typeof value !== 'object') return typeof value;
    if (value instanceof Date) return 'date';
    if (Array.isArray(value)) return `[${value.length > 0 ? shapeOf(value[0]) : ''}]`;
    if (value.constructor !== Object) return value.constructor.name;
    const members = Object.keys(value).filter((name) => value[name] !== undefined);
    return `{${members.sort().map((name) => `${name}: ${shapeOf(value[name])}`)}}`;
  }

  function shapesOf(object, path) {
    const shapes = {};
    for (const name of namesOf(object)) {
      if (!/^(get|is|has|can)[A-Z]/.test(name) || NOT_READ.test(name) || typeof object[name] !== 'function') continue;
      try {
        shapes[`${path}.${name}`] = shapeOf(object[name]());
      } catch (error) {
        shapes[`${path}.${name}`] = `throws ${error.name}`;
      }
    }
    return shapes;
  }

  /** What every getter of the agent, of the first contact and of its connections gives. */
  window.shapes = () => {
    const { connect } = window;
    if (!connect.agent.initialized) return {};
    const agent = new connect.Agent();
    const shapes = { ...shapesOf(agent, 'Agent'), ...shapesOf(agent.toSnapshot(), 'AgentSnapshot') };
    const [contact] = agent.getContacts();
    if (!contact) return shapes;
    const type = contact.getType();
    Object.assign(shapes, shapesOf(contact, `Contact(${type})`));
    for (const connection of contact.getConnections()) {
      const path = `Connection(${type} ${connection.getType()})`;
      Object.assign(shapes, shapesOf(connection, path), shapesOf(connection.getEndpoint(), `${path} Endpoint`));
    }
    return shapes;
  };

  /** The same for data that have nothing but what must be there, of each channel. */
  window.emptyShapes = () => {
    const state = { type: 'connected', timestamp: new Date() };
    const arn = 'arn:aws:connect:us-west-2:123456789012:instance/i';
    const shapes = {};
    for (const type of ['voice', 'queue_callback', 'chat', 'task', 'email']) {
      const connections = [
        { connectionId: 'own', type: 'agent', state, initial: false },
        { connectionId: 'other', type: 'inbound', state, initial: true },
      ];
      const data = {
        snapshot: {
          state: { type: 'routable', name: 'Available', startTimestamp: new Date() },
          contacts: [{ contactId: `empty-${type}`, type, state, connections }],
        },
        configuration: {
          name: 'Jane',
          username: 'jane',
          softphoneEnabled: true,
          extension: '',
          routingProfile: {
            name: 'p',
            routingProfileARN: `${arn}/routing-profile/p`,
            defaultOutboundQueue: { name: 'q', queueARN: `${arn}/queue/q` },
            queues: [],
          },
        },
      };
      window.connect.core.getUpstream().upstreamBus.trigger('agent::update', data);
      for (const [path, shape] of Object.entries(window.shapes())) shapes[`empty ${path}`] = shape;
    }
    return shapes;
  };

  window.heard = {}; // by subscription, with how many arguments its callback was called

  /** Subscribes to what a call brings. */
  window.listen = () => {
    const { connect } = window;
    const note = (name) =>
      function (...args) {
        window.heard[name] = args.length;
      };
    const agent = new connect.Agent();
    for (const name of ['onRefresh', 'onStateChange']) agent[name](note(`agent.${name}`));
    connect.agent(note('connect.agent'));
    connect.contact(function (contact, ...more) {
      window.heard['connect.contact'] = 1 + more.length;
      for (const name of ['onRefresh', 'onConnecting', 'onConnected', 'onAccepted'])
        contact[name](note(`contact.${name}`));
    });
  };
})();
