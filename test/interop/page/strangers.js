// Little scripts in the manner of public ones, each by a hand of its own: what they do with `connect`, beside the documents. Each notes
// what it sees, in order.
/* global window, connect, document, localStorage */
(() => {
  const notes = (window.notes = {});

  const withoutIds = (text) =>
    text
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
      .replace(/\b\d{13}\b/g, '<time>');

  const say = (value) => {
    if (value === undefined) return 'undefined';
    if (typeof value === 'string') return withoutIds(value);
    if (value instanceof Error) return value.name;
    // What a library keeps for itself does not count.
    return withoutIds(JSON.stringify(value, (name, member) => (name.startsWith('_') ? undefined : member)));
  };

  /** What a piece of code gives or throws. */
  const what = (run) => {
    try {
      return say(run());
    } catch (error) {
      return `throws ${error.name}`;
    }
  };

  const noter = (name) => {
    const list = (notes[name] = []);
    return (...parts) => void list.push(parts.map(say).join(' '));
  };

  /** What is run before a CCP is embedded. */
  const BEFORE = {
    'patches prototypes first'(note) {
      const { accept } = connect.Contact.prototype;
      connect.Contact.prototype.accept = function (...args) {
        note('patched accept', args.length);
        return accept.apply(this, args);
      };
      connect.Contact.prototype.caller = function () {
        return this.getInitialConnection().getEndpoint().phoneNumber;
      };
      connect.Agent.prototype.isFree = function () {
        return this.getState().type === connect.AgentStateType.ROUTABLE;
      };
    },
    'reads the namespace first'(note) {
      note(Object.keys(connect.ContactType), connect.ContactStateType.CONNECTED, connect.AgentStateType.NOT_ROUTABLE);
      note(what(() => connect.Endpoint.byPhoneNumber('+12065550100', 'Ana')));
      note(what(() => new connect.Endpoint({ type: 'queue', endpointId: 'arn', name: 'Q' })));
      note(what(() => connect.Address.byPhoneNumber('+1 206 555 0100').stripPhoneNumber()));
      note(typeof connect.core.initCCP, connect.core.initialized, connect.agent.initialized);
      note(
        what(() => new connect.Agent().getName()),
        what(() => new connect.Contact('x').getType()),
      );
      note(what(() => connect.getLog().info('hello %s', 'you').text));
      note(
        what(() => new connect.ValueError('no %s', 'way').message),
        new connect.StateError('x') instanceof Error,
      );
      note(
        window.lily === connect,
        what(() => connect.contains([1, 2], 2)),
        what(() => connect.entries({ a: 1 })),
      );
    },
  };

  /** What is run once a CCP is being embedded. */
  const AFTER = {
    'uses globals inside'(note) {
      connect.agent((agent) => {
        window.myAgent = agent;
        note('agent', agent instanceof connect.Agent, agent.constructor.name, window.myAgent.getName());
        connect.agent((same) => note('again', same.getName() === agent.getName()));
        connect.contact((contact) => note('inside', contact.getType()));
      });
      connect.agent(function (...args) {
        note('second', args.length, this === undefined || this === window, args[0].isFree());
      });
    },

    'looks at the agent’s connection'(note) {
      const look = (when) => (contact) => {
        const own = contact.getAgentConnection();
        const first = contact.getActiveInitialConnection() || contact.getInitialConnection();
        note(when, own.getType(), own.getState().type, own.isActive(), own.getMediaType());
        note(
          what(() => first.getEndpoint().phoneNumber),
          first.getType(),
          first.isInitialConnection(),
        );
        note(
          what(() => own.getStatusDuration() >= 0),
          what(() => first.getAddress().type),
          own.connectionId === own.getConnectionId(),
        );
        note(contact.getConnections().map((one) => [one.constructor.name, one instanceof connect.BaseConnection]));
        note(
          what(() => contact.getSingleActiveThirdPartyConnection()),
          contact.getThirdPartyConnections().length,
        );
      };
      connect.contact((contact) => {
        look('new')(contact);
        for (const name of [
          'onIncoming',
          'onPending',
          'onConnecting',
          'onAccepted',
          'onConnected',
          'onMissed',
          'onEnded',
          'onACW',
          'onError',
        ])
          contact[name](look(name));
      });
    },

    'sorts and splices every list'(note) {
      const spoil = (name, list) => {
        if (!Array.isArray(list)) return note(name, typeof list);
        const before = list.length;
        list.sort((a, b) => (say(a) < say(b) ? 1 : -1));
        list.reverse();
        list.push('mine');
        list.splice(0, 1);
        note(name, before, list.length, list.at(-1));
      };
      connect.agent((agent) => {
        for (const name of [
          'getAgentStates',
          'getContacts',
          'getAllQueueARNs',
          'getDialableCountries',
          'getPermissions',
        ]) {
          spoil(name, agent[name]());
          note('still', agent[name]().length);
        }
        spoil('queues', agent.getRoutingProfile().queues);
        const configuration = agent.getConfiguration();
        spoil('configured', configuration.agentStates);
        configuration.extension = 'x';
        note(typeof agent.getExtension(), Object.keys(agent.getChannelConcurrency()).sort());
        agent.getEndpoints(agent.getAllQueueARNs(), {
          success(data) {
            note(Object.keys(data).sort(), data.endpoints.length, data.endpoints === data.addresses);
            data.endpoints.sort((a, b) => a.name.localeCompare(b.name));
            note(data.endpoints.splice(0, 2).map(({ name, type }) => [name, type]));
          },
          failure: (error) => note('failed', error),
        });
      });
      connect.contact((contact) => {
        contact.onConnected(() => {
          spoil('getConnections', contact.getConnections());
          spoil('getThirdPartyConnections', contact.getThirdPartyConnections());
          spoil('names', Object.keys(contact.getAttributes()));
        });
      });
    },

    'writes objects as JSON'(note) {
      connect.agent((agent) => {
        note(
          what(() => agent),
          Object.keys(agent),
          String(agent),
          what(() => ({ ...agent })),
        );
        note(
          what(() => Object.keys(agent.toSnapshot())),
          what(() => Object.keys(agent._getData())),
        );
      });
      connect.contact((contact) => {
        note(
          what(() => contact),
          Object.keys(contact),
          String(contact),
        );
        note(
          what(() => ({ ...contact })),
          what(() => Object.keys(contact.toSnapshot())),
        );
        contact.onConnected((same) => {
          note(
            same === contact,
            what(() => same),
            what(() => same.getAgentConnection()),
          );
          note(
            what(() => same.getInitialConnection().getEndpoint()),
            what(() => same.getState()),
          );
          note(
            what(() => Object.keys(same._getData()).sort()),
            what(() => Object.keys(same.toSnapshot().contactData).sort()),
          );
          window.sessionStorage.setItem(
            'contact',
            JSON.stringify({ contact: same, connections: same.getConnections() }),
          );
          note(JSON.parse(window.sessionStorage.getItem('contact')));
        });
      });
    },

    'asks what things are'(note) {
      connect.contact((contact) => {
        note(contact instanceof connect.Contact, contact.constructor === connect.Contact, contact.constructor.name);
        const snapshot = contact.toSnapshot();
        note(
          snapshot instanceof connect.ContactSnapshot,
          snapshot instanceof connect.Contact,
          snapshot.getContactId() === contact.contactId,
        );
        const again = new connect.Contact(contact.contactId);
        note(again.getType(), again === contact, again.getContactId() === contact.getContactId());
        const own = contact.getAgentConnection();
        note(
          own instanceof connect.BaseConnection,
          own instanceof connect.VoiceConnection,
          own instanceof connect.Connection,
          own.constructor.name,
        );
        note(
          contact.isInbound(),
          contact.isSoftphoneCall(),
          contact.getContactDuration && typeof contact.getContactDuration(),
        );
        note(typeof contact.getQueueTimestamp(), contact.getStatus().type, contact.getStatusDuration() >= 0);
        note(contact.getEventName(connect.ContactEvents.ENDED), typeof contact.caller(), contact.getInitialContactId());
        note(contact.getContactSubtype(), contact.getName(), contact.getDescription(), contact.getReferences());
      });
    },

    'sets states by name'(note) {
      const named = (agent, name) => agent.getAgentStates().filter((state) => state.name === name)[0];
      const told = (what) => ({ success: () => note(what, 'done'), failure: (error) => note(what, 'failed', error) });
      window.setStateByName = (name, options) => {
        const agent = new connect.Agent();
        note(
          name,
          what(() => agent.setState(named(agent, name), told(name), options)),
        );
      };
      connect.agent((agent) => {
        agent.onStateChange((change) => {
          note(Object.keys(change).sort(), change.oldState, change.newState, change.agent.getState().name);
        });
        agent.onRoutable((same) => note('routable', same.isFree()));
        agent.onNotRoutable((same) => note('not routable', same.getStatus().name));
        agent.onOffline((same) => note('offline', same.getState().type));
        agent.onAfterCallWork((same) => note('after call', same.getState().name));
        agent.onEnqueuedNextState((same) => note('next', same.getNextState()?.name));
        agent.onClearedNextState((same) => note('no next', same.getNextState()));
      });
    },

    'takes failures as text'(note) {
      const read = (which) => ({
        success: () => note(which, 'done'),
        failure(error, ...more) {
          note(
            which,
            typeof error,
            error.length > 0,
            error.includes('error'),
            String(error.match(/[A-Z]\w+Exception/)),
          );
          note(
            what(() => JSON.parse(error).type),
            what(() => error.toLowerCase().slice(0, 1)),
            more.length < 3,
          );
        },
      });
      window.failures = {
        accept: () => window.newest().accept(read('accept')),
        reject: () => window.newest().reject(read('reject')),
        hold: () => window.newest().getInitialConnection().hold(read('hold')),
        digits: () => window.newest().getInitialConnection().sendDigits('12', read('digits')),
        add: () => window.newest().addConnection(connect.Endpoint.byPhoneNumber('+12065550123'), read('add')),
        state: () => new connect.Agent().setState(new connect.Agent().getAgentStates()[0], read('state')),
        call: () => new connect.Agent().connect(connect.Endpoint.byPhoneNumber('+12065550123'), read('call')),
        endpoints: () => new connect.Agent().getEndpoints(['arn'], read('endpoints')),
      };
    },

    'works with the bus'(note) {
      const bus = connect.core.getEventBus();
      note(
        bus === connect.core.eventBus,
        bus.constructor.name,
        what(() => bus.getSubscriptions('mine').length),
      );
      const first = bus.subscribe('mine', (data, name, same) => note('mine', data, name, same === bus));
      bus.trigger('mine', { a: 1 });
      note(
        what(() => bus.getSubscriptions('mine').length),
        typeof first.unsubscribe,
      );
      first.unsubscribe();
      bus.trigger('mine', { a: 2 });
      const once = bus.subscribe('once', () => {
        once.unsubscribe();
        note('once');
      });
      bus.trigger('once');
      bus.trigger('once');
      bus.subscribe(connect.ContactEvents.INIT, (contact) => note('init', contact.getType()));
      bus.subscribe(connect.ContactEvents.CONNECTED, (contact) =>
        note('connected', contact.getContactId(), contact instanceof connect.Contact),
      );
      bus.subscribe(connect.AgentEvents.STATE_CHANGE, ({ newState }) => note('state', newState));
      bus.subscribe(connect.EventType.TERMINATED, () => note('terminated'));
      connect.contact((contact) => {
        const mine = bus.subscribe(contact.getEventName(connect.ContactEvents.REFRESH), () => {
          mine.unsubscribe();
          note('first refresh');
        });
        const ended = contact.onEnded(() => note('must not be heard'));
        ended.unsubscribe();
        contact.onDestroy((gone) =>
          note(
            'gone',
            gone.getContactId(),
            what(() => gone.getState().type),
          ),
        );
      });
      note(
        what(() => bus.subscribe('x')),
        what(() => bus.subscribe(undefined, () => {})),
        what(() => connect.contact('x')),
      );
    },

    'hears everything'(note) {
      // How often data come again, and when what tabs tell each other arrives, is a matter of moments.
      const isCounted = (name) =>
        /^(agent|contact)::/.test(name) && !/refresh|update|metric|accepted|media|mute|view|socket/.test(name);
      connect.core.getEventBus().subscribeAll((data, name) => isCounted(name) && note(name));
    },

    'takes functions off their objects'(note) {
      const { agent, contact, core } = connect;
      agent((same) => {
        const { getName } = same;
        note(what(() => getName.call(same).length > 0));
        note(['getName', 'getState', 'getContacts'].map((name) => typeof same[name]().length));
      });
      contact((same) => {
        const told = [];
        for (const name of ['onConnecting', 'onConnected', 'onEnded', 'onDestroy'])
          same[name]((...args) => told.push([name, args.length]));
        same.onDestroy(() => note(told));
      });
      note(typeof core.getAgentDataProvider, core.initialized);
    },

    'talks past the API'(note) {
      connect.core.onInitialized(() => note('initialized', connect.core.initialized));
      connect.agent(() => {
        const provider = connect.core.getAgentDataProvider();
        note(Object.keys(provider.getAgentData()).sort(), typeof provider.getInstanceId());
        connect.core
          .getClient()
          .call(connect.ClientMethods.GET_AGENT_SNAPSHOT, {}, { success: () => {}, failure: () => {} });
        note(typeof connect.core.getUpstream().sendUpstream, typeof connect.core.getUpstream().onUpstream);
        connect.core.getUpstream().onUpstream(connect.AgentEvents.REFRESH, () => {});
        note(
          what(() => connect.core.getWebSocketManager().constructor.name.length > 0),
          what(() => connect.core.getSkew() >= -1e9),
        );
        note(
          what(() => connect.core.getPopupManager().clear(connect.MasterTopics.LOGIN_POPUP)),
          connect.core.loginWindow ?? null,
        );
        note(
          what(() => connect.core.getFrameMediaDevices && 1),
          connect.core.region,
          typeof connect.core.terminate,
        );
      });
      connect.core.onViewContact(({ contactId }) => note('view', contactId));
      connect.contact((contact) => connect.core.viewContact(contact.getContactId()));
    },

    'keeps a screen pop'(note) {
      const shown = document.body.appendChild(document.createElement('p'));
      connect.contact(function (contact) {
        const pop = () => {
          const { tier = { value: '-' } } = contact.getAttributes();
          shown.textContent = `${contact.caller()} ${tier.value} ${contact.getQueue() && contact.getQueue().name}`;
          localStorage.setItem('pop', shown.textContent);
          note(shown.textContent, contact.getInitialConnection().isActive());
        };
        contact.onConnecting(pop);
        contact.onConnected(pop);
        contact.onRefresh(function () {
          shown.dataset.state = contact.getStatus().type;
        });
        contact.onDestroy(() => note('over', shown.dataset.state));
      });
    },
  };

  window.newest = () => new connect.Agent().getContacts().at(-1);
  window.beforeStrangers = () => Object.entries(BEFORE).forEach(([name, run]) => run(noter(name)));
  window.afterStrangers = () => Object.entries(AFTER).forEach(([name, run]) => run(noter(name)));
})();
