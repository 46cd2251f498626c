// createConnect(): the one place that knows every part of a runtime, and puts them together as a `connect` namespace.
import { AgentDataProvider } from './agent/agent-data.js';
import { copied } from './agent/copy.js';
import type { ConnectionRecord, ContactRecord, IndexedSnapshot } from './agent/snapshot.js';
import { Agent } from './api/agent.js';
import { createAgentApp } from './api/agent-app.js';
import { bindClasses } from './api/bound-classes.js';
import { createClient } from './api/clients.js';
import { CommandSender, type RequestCall } from './api/commands.js';
import type { BaseConnection } from './api/connection.js';
import { Contact } from './api/contact.js';
import type { ApiContext } from './api/context.js';
import { createCore } from './api/core.js';
import { createOpenParts, createReports, withOpenParts } from './api/core-parts.js';
import type { ConnectEventMap } from './api/event-maps.js';
import { Endpoint } from './api/endpoint.js';
import { AgentErrorStates, ContactType, MediaType } from './api/enums.js';
import { namespaceEnums } from './api/namespace-enums.js';
import { backoff, fetchJson, fetchJsonWithin } from './api/fetch.js';
import { freeFunctions } from './api/free-functions.js';
import { hitch } from './api/hitch.js';
import { logout } from './api/logout.js';
import { isValidLocale } from './api/locale.js';
import { bindQuickResponses } from './api/quick-responses.js';
import { createSendActivity } from './api/session-expiration.js';
import { SoftphoneError } from './api/softphone-error.js';
import { randomId } from './conduit/random-id.js';
import { isRecord } from './conduit/wire.js';
import { CommandError, CommandErrorType } from './errors/command-error.js';
import { assertFunction, NotImplementedError, StateError, ValueError } from './errors/errors.js';
import { EventBus, type EventCallback, type Subscription } from './events/event-bus.js';
import {
  AgentEvents,
  CcpEvents,
  ContactEvents,
  LinkEventType,
  getContactEventName,
  WebSocketEvents,
} from './events/event-names.js';
import { LogComponent, LogContextLayer, LogLevel } from './log/levels.js';
import { LogEntry } from './log/log-entry.js';
import { Logger } from './log/logger.js';
import { CcpSlot, type EmbeddedCcp, type Embedder } from './embedding/ccp-slot.js';
import { type ChatSessionFactory, createChatSessions } from './media/chat-session.js';
import { createTaskSessions, type TaskSessionFactory } from './media/task-session.js';
import { createWebSocketEnd, publishTopic, type WebSocketManager } from './media/web-socket-manager.js';
import { SdkAccess } from './sdk/access.js';
import { PopupManager } from './sign-in/popup-manager.js';
import { PageSoftphone } from './softphone/page-softphone.js';
import type { RtcJs } from './softphone/rtc-js.js';
import { STREAMS_VERSION } from './version.js';

const ERROR_STATES: readonly string[] = Object.values(AgentErrorStates);

const SOCKET_EVENTS: readonly string[] = [
  AgentEvents.WEBSOCKET_CONNECTION_LOST,
  AgentEvents.WEBSOCKET_CONNECTION_GAINED,
];

/** Exact form of the id of an agent in the ARNs of their queues. */
const AGENT_RESOURCE = /\/agent\/([^/]+)$/;

/** Where ChatJS, TaskJS and connect-rtc-js leave themselves. It is set by them, or by a page that holds them as modules; never by a runtime. */
export interface AddOnHolder extends RtcJs {
  /** The entry of ChatJS, to which `getMediaController()` of a chat turns. */
  ChatSession?: ChatSessionFactory;
  /** The entry of TaskJS, to which `getMediaController()` of a task turns. */
  TaskSession?: TaskSessionFactory;
}

/** A complete runtime: everything that the documents describe under `connect`. */
export type Connect = ReturnType<typeof createConnect>;

/** How a runtime is made. */
export interface RuntimeOptions {
  /**
   * Agent data that arrive before this settles are held back until then: code that waits for it can subscribe first, and
   * misses no contact.
   */
  holdDataUntil?: Promise<unknown>;
  /** Embeds the CCP that `core.initCCP` is given; the default embeds one in one frame. */
  embed?: Embedder;
}

/**
 * Makes a runtime: a `connect` namespace with a bus, log, agent data and link of its own. Nothing starts before
 * `core.initCCP`, and two runtimes on one page do not see each other.
 */
export function createConnect({ holdDataUntil, embed }: RuntimeOptions = {}) {
  const log = new Logger({ contextLayer: LogContextLayer.CRM, agentResourceId });
  const slot = new CcpSlot(embed);
  const bus = new EventBus<ConnectEventMap>({
    present,
    onError: (error, eventName) => log.error('A handler of %s failed.', eventName).withException(error),
  });
  const data = new AgentDataProvider({
    bus,
    presenter: { agent: () => agent(), contact: (id) => contact(id), removedContact: (record) => contact('', record) },
    isErrorState: (name) => ERROR_STATES.includes(name),
    failed: (error) => log.error('A reader of snapshots failed.').withException(error),
    forgotten() {
      chats.sweep();
      tasks.sweep();
      bus.trigger(CcpEvents.FORGOTTEN);
    },
  });
  const webSocket = createWebSocketEnd(bus, (event, payload) => slot.send(event, payload));
  const chats = createChatSessions({
    chatJs: () => addOn('ChatSession'),
    slot,
    data,
    log,
    webSocketManager,
    ownConnection: (contactId) => contact(contactId).getAgentConnection(),
  });
  const tasks = createTaskSessions({ taskJs: () => addOn('TaskSession'), data, webSocketManager });
  /** The embedding whose CCP could not open its web socket. */
  let withoutSocket: EmbeddedCcp | null = null;
  const call: RequestCall = async (method, params, options) => {
    const { ccp } = slot;
    if (!ccp) throw nothingEmbedded(method);
    return ccp.api.call(method, params, options);
  };
  const commands = new CommandSender(call, log);
  const sdk = new SdkAccess(log, () => slot.embedding !== null);
  const client = createClient(commands);
  /** Tells this runtime what otherwise comes from the CCP. */
  let hear: (event: string, payload: unknown) => void = () => {};
  const softphone = new PageSoftphone({
    bus,
    log,
    load: () => import('./softphone/softphone.js'),
    agent: () => (data.hasData ? data.current.data : null),
    tell,
    request: (method, params) => call(method, params, {}),
    askMaster: (topic) => slot.present.master.call('checkMaster', { topic }),
    portId: () => slot.ccp?.portId,
    rtcJs: () => holders().find(({ RTCSession }) => RTCSession),
    webSocketManager,
    subscribeTopics: (topics) => webSocketManager().subscribeTopics(topics),
    sendMessage: (payload) => webSocketManager().sendMessage(payload),
    letFrameTakeCalls: () => slot.ccp?.letFrameTakeCalls(),
  });
  const coreFunctions = createCore({
    bus,
    data,
    log,
    slot,
    webSocketManager,
    hasPageSound: () => softphone.hasSound,
    takeOwnVoice: (own) => void (hear = own),
    sideChannels: sdk,
    // Calls say goodbye while there is a CCP to carry it.
    terminating: () => softphone.end(),
    terminated() {
      webSocket.renew();
      sdk.forget();
      apps.stopAll();
    },
    linked: webSocket.repeat,
    holdDataUntil,
    received,
  });
  const apps = createAgentApp({
    initCCP: coreFunctions.initCCP,
    contact: (contactId) => contact(contactId),
    on: (eventName, callback) => bus.subscribe(eventName, callback),
    news() {
      const acknowledged = slot.ccp?.portId;
      return [
        ...(acknowledged ? [{ event: LinkEventType.ACKNOWLEDGE, data: { id: acknowledged } }] : []),
        ...(data.hasData ? [{ event: AgentEvents.UPDATE, data: data.current.data }] : []),
      ];
    },
    logout: () => logout({ Agent: classes.Agent, core: coreFunctions }),
    warn: (message, ...args) => log.warn(message, ...args),
  });
  const core = Object.assign(
    withOpenParts(coreFunctions, createOpenParts({ bus, data, slot, client, webSocketManager, softphone })),
    {
      terminateCustomView: apps.terminateCustomView,
    },
  );

  /** An add-on as it was handed to this runtime, or as it has put itself on the page's `connect`, which may be another. */
  function addOn<Name extends keyof AddOnHolder>(name: Name): AddOnHolder[Name] {
    return holders().find((holder) => holder[name])?.[name];
  }

  /** This runtime, and the page's `connect`. */
  function holders(): AddOnHolder[] {
    const { connect } = globalThis as { connect?: AddOnHolder };
    const own: AddOnHolder = namespace as AddOnHolder;
    return connect ? [own, connect] : [own];
  }

  /** Tells every tab. A call whose sound is in the page goes on without a CCP: then this page alone is told. */
  function tell(event: string, payload?: unknown): void {
    const { ccp } = slot;
    const isSent = ccp?.answered && ccp.conduit.sendUpstream(LinkEventType.BROADCAST, { event, data: payload });
    if (!isSent) hear(event, payload);
  }

  function webSocketManager(): WebSocketManager {
    return webSocket.manager;
  }

  // What it throws is the promise's, which is of the language, whatever the page has put in its place.
  // eslint-disable-next-line @typescript-eslint/require-await
  async function mediaInfo(connection: BaseConnection): Promise<unknown> {
    return connection.getMediaInfo();
  }

  /** For a chat the same promise each time. */
  function mediaController(connection: BaseConnection): Promise<unknown> {
    switch (connection.getMediaType()) {
      case MediaType.CHAT:
        return chats.get(connection);
      case MediaType.TASK:
        return tasks.get(connection) ?? mediaInfo(connection);
      default:
        return mediaInfo(connection);
    }
  }

  const context: ApiContext<Agent, Contact, BaseConnection> = {
    bus,
    data,
    log,
    commands,
    media: { controller: mediaController },
    sideChannel: sdk,
    send: (event, payload) => slot.send(event, payload),
    // A CCP that is away does not hear of the microphone, which is here.
    broadcast: (event, payload) =>
      event === LinkEventType.MUTE && softphone.hasSound ? tell(event, payload) : slot.broadcast(event, payload),
    report: (event, payload) => {
      if (slot.embedding) slot.broadcast(event, payload);
    },
    agent,
    contact,
    connection,
  };

  const classes = bindClasses(context);
  const QuickResponses = bindQuickResponses(context);

  function agent(captured?: IndexedSnapshot): Agent {
    return captured ? new classes.AgentSnapshot(captured.data) : new classes.Agent();
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
      case ContactType.CHAT:
        return classes.ChatConnection;
      case ContactType.TASK:
        return classes.TaskConnection;
      case ContactType.EMAIL:
        return classes.EmailConnection;
      default:
        return classes.Connection;
    }
  }

  /** What crosses the wire as plain data reaches subscribers as what the documents promise. docs/protocol.md, section 1.4. */
  function present(eventName: string, payload: unknown): unknown {
    // A page may write into what it is given.
    if (eventName === AgentEvents.UPDATE) return copied(payload);
    if (payload instanceof Contact || payload instanceof Agent) return payload;
    // The documents promise the agent, and amazon-connect-streams gives what is known of the socket: here it is both.
    if (SOCKET_EVENTS.includes(eventName) && data.hasData) return Object.assign(agent(), payload);
    if (!isRecord(payload)) return payload;
    if (eventName.startsWith(ContactEvents.ACCEPTED) && typeof payload.contactId === 'string') {
      return contact(payload.contactId);
    }
    if (eventName === AgentEvents.SOFTPHONE_ERROR && !(payload instanceof SoftphoneError)) {
      return SoftphoneError.from(payload);
    }
    return payload;
  }

  function agentResourceId(): string | null {
    if (!data.hasData) return null;
    return AGENT_RESOURCE.exec(data.current.configuration.agentARN ?? '')?.[1] ?? null;
  }

  /** What the runtime itself makes of events from the CCP, whoever else subscribes or unsubscribes. */
  function received(eventName: string, payload: unknown): void {
    apps.tell({ event: eventName, data: payload });
    switch (eventName) {
      case AgentEvents.UPDATE:
      case LinkEventType.TERMINATED:
        chats.sweep();
        tasks.sweep();
        break;
      case LinkEventType.LOG:
        if (isRecord(payload) && payload.loggerId !== log.getLoggerId()) log.addLogEntry(payload);
        break;
      case ContactEvents.SCREEN_SHARING_STARTED:
      case ContactEvents.SCREEN_SHARING_STOPPED:
      case ContactEvents.SCREEN_SHARING_ERROR:
        // The CCP tells it of all contacts under one name.
        if (isRecord(payload) && typeof payload.contactId === 'string') {
          bus.trigger(getContactEventName(eventName, payload.contactId), payload);
        }
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
    assertFunction(callback, 'f');
    let isCalled = data.hasData;
    // Once, however often somebody signs in: what a page has subscribed in its callback goes on, and would run twice.
    const subscription = bus.subscribe<Agent>(AgentEvents.INIT, function (this: unknown, ...told) {
      if (isCalled) return undefined;
      isCalled = true;
      return callback.apply(this, told);
    });
    // As there, where this call is no event.
    if (isCalled) (callback as (agent: Agent) => unknown)(agent());
    return subscription;
  };

  const onWebSocketInitFailure = (callback: EventCallback<null>): Subscription => {
    const subscription = bus.subscribe(WebSocketEvents.INIT_FAILURE, callback);
    if (withoutSocket && withoutSocket === slot.embedding) callback(null, WebSocketEvents.INIT_FAILURE, bus);
    return subscription;
  };

  const namespace = {
    ...namespaceEnums,
    getContactEventName,
    ...classes,
    QuickResponses,
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

    core,

    /** The Streams documentation of 2018 names `connect.core.initCCP` so in one place. */
    initCCP: core.initCCP,

    /**
     * Subscribes to the agent.
     * @param callback called once with the agent, when their data are there; at once, before this returns, if they are. Not
     *   again when somebody signs out and in: what it has subscribed goes on. Streams documentation, "connect.agent()".
     */
    agent: Object.defineProperty(agentFunction, 'initialized', {
      get: () => data.hasData,
      enumerable: true,
    }) as typeof agentFunction & { readonly initialized: boolean },

    /**
     * Subscribes to contacts.
     * @param callback called with each contact that appears, those included that are there at the first data; not again
     *   for those that are there when this is called. Streams documentation, "connect.contact()".
     */
    contact: (callback: EventCallback<Contact>): Subscription => bus.subscribe(ContactEvents.INIT, callback),

    /** Called when the CCP cannot open its web socket. Streams documentation, "connect.onWebSocketInitFailure()". */
    onWebSocketInitFailure,

    /** The name under which amazon-connect-streams has {@link onWebSocketInitFailure}. docs/protocol.md, section 6.7. */
    onWebsocketInitFailure: onWebSocketInitFailure,

    /** The log of this runtime. Streams documentation, "connect.getLog()". */
    getLog: (): Logger => log,

    /**
     * Says that somebody is there, so that the session does not end. May be called as often as one likes: it is sent once a second
     * at most.
     * @throws StateError if no CCP is embedded. Streams documentation, "connect.sendActivity()".
     */
    sendActivity: createSendActivity(context),

    ...freeFunctions,
    ...createReports({ slot }),
    fetch: fetchJson,
    fetchWithTimeout: fetchJsonWithin,
    backoff,
    hitch,
    isValidLocale,
    randomId,

    /** The classes of the log, and the log itself under its old name. */
    LogEntry,
    Logger,
    rootLogger: log,
    PopupManager,

    /** Amazon's own apps beside a CCP. */
    agentApp: apps.agentApp,
  };
  return namespace as typeof namespace & AddOnHolder;
}

function nothingEmbedded(operation: string): CommandError {
  return new CommandError({
    operation,
    type: CommandErrorType.NOT_CONNECTED,
    message: `${operation} was not sent: no CCP is embedded`,
    hint: 'Call connect.core.initCCP first, or put a <connect-ccp> on the page.',
  });
}
