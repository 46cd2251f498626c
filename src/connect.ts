// createConnect(): the one place that knows every part of a runtime, and puts them together as a `connect` namespace.
import { AgentDataProvider } from './agent/agent-data.js';
import type { ConnectionRecord, ContactRecord, IndexedSnapshot } from './agent/snapshot.js';
import { Agent } from './api/agent.js';
import { bindClasses } from './api/bound-classes.js';
import { CommandSender, type RequestCall } from './api/commands.js';
import type { BaseConnection } from './api/connection.js';
import { Contact } from './api/contact.js';
import type { ApiContext } from './api/context.js';
import { createCore } from './api/core.js';
import type { ConnectEventMap } from './api/event-maps.js';
import { Endpoint } from './api/endpoint.js';
import * as enums from './api/enums.js';
import { hitch } from './api/hitch.js';
import { isValidLocale } from './api/locale.js';
import { SoftphoneError } from './api/softphone-error.js';
import { randomId } from './conduit/random-id.js';
import { isRecord } from './conduit/wire.js';
import { CommandError, CommandErrorType } from './errors/command-error.js';
import { NotImplementedError, StateError, ValueError } from './errors/errors.js';
import { makeEnum, makeGenericNamespacedEnum, makeNamespacedEnum } from './events/enum.js';
import { EventBus, type EventCallback, type Subscription } from './events/event-bus.js';
import * as eventNames from './events/event-names.js';
import { AgentEvents, ContactEvents, EventType, WebSocketEvents } from './events/event-names.js';
import { LogComponent, LogContextLayer, LogLevel } from './log/levels.js';
import { Logger } from './log/logger.js';
import { CcpSlot } from './login/ccp-slot.js';
import type { Embedding } from './login/embed.js';
import { sprintf, vsprintf } from './log/printf.js';
import { createWebSocketManager, publishTopic } from './media/web-socket-manager.js';
import { STREAMS_VERSION, VERSION } from './version.js';

const ERROR_STATES: readonly string[] = Object.values(enums.AgentErrorStates);

const SOCKET_EVENTS: readonly string[] = [
  AgentEvents.WEBSOCKET_CONNECTION_LOST,
  AgentEvents.WEBSOCKET_CONNECTION_GAINED,
];

/** Exact form of the id of an agent in the ARNs of their queues. */
const AGENT_RESOURCE = /\/agent\/([^/]+)$/;

/** A complete runtime: everything that the documents describe under `connect`. */
export type Connect = ReturnType<typeof createConnect>;

/**
 * Makes a runtime: a `connect` namespace with a bus, log, agent data and link of its own. Nothing starts before
 * `core.initCCP`, and two runtimes on one page do not see each other.
 */
export function createConnect() {
  const log = new Logger({ contextLayer: LogContextLayer.CRM, agentResourceId });
  const slot = new CcpSlot();
  const bus = new EventBus<ConnectEventMap>({
    present,
    onError: (error, eventName) => log.error('A handler of %s failed.', eventName).withException(error),
  });
  const data = new AgentDataProvider({
    bus,
    presenter: { agent: () => agent(), contact: (id) => contact(id), removedContact: (record) => contact('', record) },
    isErrorState: (name) => ERROR_STATES.includes(name),
  });
  const webSocketManager = createWebSocketManager(bus, (event, payload) => slot.send(event, payload));
  /** The embedding whose CCP could not open its web socket. */
  let withoutSocket: Embedding | null = null;
  const core = createCore({ bus, data, log, slot, webSocketManager, received });
  const call: RequestCall = (method, params, options) => {
    const { embedding } = slot;
    return embedding ? embedding.api.call(method, params, options) : Promise.reject(nothingEmbedded(method));
  };
  const commands = new CommandSender(call, log);

  const context: ApiContext = {
    bus,
    data,
    log,
    commands,
    media: { controller: mediaController },
    send: (event, payload) => slot.send(event, payload),
    broadcast: (event, payload) => slot.broadcast(event, payload),
    report: (event, payload) => {
      if (slot.embedding) slot.broadcast(event, payload);
    },
    agent,
    contact,
    connection,
  };

  const classes = bindClasses(context);

  function agent(captured?: IndexedSnapshot): Agent {
    return captured ? new classes.AgentSnapshot(captured) : new classes.Agent();
  }

  function contact(contactId: string, captured?: ContactRecord): Contact {
    return captured ? new classes.ContactSnapshot(captured) : new classes.Contact(contactId);
  }

  function connection(record: ConnectionRecord, captured: boolean): BaseConnection {
    const { contactId, type } = record.contact.data;
    const connectionClass = classOf(type);
    return new connectionClass(contactId, record.data.connectionId, captured ? record : undefined);
  }

  function classOf(type: string) {
    switch (type) {
      case enums.ContactType.CHAT:
        return classes.ChatConnection;
      case enums.ContactType.TASK:
        return classes.TaskConnection;
      case enums.ContactType.EMAIL:
        return classes.EmailConnection;
      default:
        return classes.Connection;
    }
  }

  /** What crosses the wire as plain data reaches subscribers as what the documents promise. Protocol section 1.4. */
  function present(eventName: string, payload: unknown): unknown {
    if (payload instanceof Contact || payload instanceof Agent) return payload;
    // The documents promise the agent, and amazon-connect-streams gives what is known of the socket: here it is both.
    if (SOCKET_EVENTS.includes(eventName) && data.hasData) return Object.assign(agent(), payload);
    if (!isRecord(payload)) return payload;
    if (eventName.startsWith(ContactEvents.ACCEPTED) && typeof payload.contactId === 'string') {
      return contact(payload.contactId);
    }
    if (eventName === AgentEvents.SOFTPHONE_ERROR && !(payload instanceof SoftphoneError)) {
      return new SoftphoneError(String(payload.errorType), String(payload.errorMessage), payload.endPointUrl as string);
    }
    return payload;
  }

  function agentResourceId(): string | null {
    if (!data.hasData) return null;
    return AGENT_RESOURCE.exec(data.current.configuration.agentARN ?? '')?.[1] ?? null;
  }

  /** What the runtime itself makes of events from the CCP, whoever else subscribes or unsubscribes. */
  function received(eventName: string, payload: unknown): void {
    switch (eventName) {
      case EventType.LOG:
        if (isRecord(payload) && payload.loggerId !== log.getLoggerId()) log.addLogEntry(payload);
        break;
      case WebSocketEvents.INIT_FAILURE:
        withoutSocket = slot.embedding;
        break;
      case WebSocketEvents.ALL_MESSAGE:
        publishTopic(bus, payload);
        break;
    }
  }

  const agentFunction = (callback: EventCallback<Agent>): Subscription => {
    const subscription = bus.subscribe(AgentEvents.INIT, callback);
    if (data.hasData) callback(agent(), AgentEvents.INIT, bus);
    return subscription;
  };

  const onWebSocketInitFailure = (callback: EventCallback<null>): Subscription => {
    const subscription = bus.subscribe(WebSocketEvents.INIT_FAILURE, callback);
    if (withoutSocket && withoutSocket === slot.embedding) callback(null, WebSocketEvents.INIT_FAILURE, bus);
    return subscription;
  };

  return {
    ...enums,
    ...eventNames,
    ...classes,
    VoiceConnection: classes.Connection,
    CommandError,
    CommandErrorType,
    Endpoint,
    Address: Endpoint,
    EventBus,
    LogComponent,
    LogContextLayer,
    LogLevel,
    NotImplementedError,
    SoftphoneError,
    StateError,
    ValueError,

    /** Version of the Streams API that this runtime speaks. */
    version: STREAMS_VERSION,

    /** Version of connect-ccp-elements. */
    elementsVersion: VERSION,

    core,

    /** Documents 001 and 002 name `connect.core.initCCP` so in one place. */
    initCCP: core.initCCP,

    /**
     * Subscribes to the agent.
     * @param callback called with the agent once their data are there; at once, before this returns, if they are.
     *   Document 000.
     */
    agent: Object.defineProperty(agentFunction, 'initialized', {
      get: () => data.hasData,
      enumerable: true,
    }) as typeof agentFunction & { readonly initialized: boolean },

    /**
     * Subscribes to contacts.
     * @param callback called with each contact that appears, those included that are there at the first data; not again
     *   for those that are there when this is called. Document 000.
     */
    contact: (callback: EventCallback<Contact>): Subscription => bus.subscribe(ContactEvents.INIT, callback),

    /** Called when the CCP cannot open its web socket. Document 000. */
    onWebSocketInitFailure,

    /** The name under which amazon-connect-streams has {@link onWebSocketInitFailure}. Protocol section 6.7. */
    onWebsocketInitFailure: onWebSocketInitFailure,

    /** The log of this runtime. Document 000. */
    getLog: (): Logger => log,

    hitch,
    isValidLocale,
    makeEnum,
    makeGenericNamespacedEnum,
    makeNamespacedEnum,
    randomId,
    sprintf,
    vsprintf,
  };
}

/** What controls a connection's media: for a chat it would be a ChatSession, which is not there yet. Document 000. */
function mediaController(connection: BaseConnection): Promise<unknown> {
  if (connection.getMediaType() !== enums.MediaType.CHAT) return Promise.resolve(connection.getMediaInfo());
  return Promise.reject(new NotImplementedError('Chat sessions are not there yet: use getMediaInfo() with ChatJS.'));
}

function nothingEmbedded(operation: string): CommandError {
  return new CommandError({
    operation,
    type: CommandErrorType.NOT_CONNECTED,
    message: `${operation} was not sent: no CCP is embedded`,
    hint: 'Call connect.core.initCCP first, or put a <connect-ccp> on the page.',
  });
}
