// Sessions of TaskJS: one for each task whose media controller a page asks for. They hear of transfers, and of tasks that expire.
import type { AgentDataProvider } from '../agent/agent-data.js';
import type { BaseConnection } from '../api/connection.js';
import { StateError } from '../errors/errors.js';
import type { Unsubscribe, WebSocketManager } from './web-socket-manager.js';

/** The part of a session that is used here; a page gets the whole object that TaskJS makes. */
export interface TaskSession {
  connect(): Promise<unknown>;
  cleanUp(): void;
}

/** What TaskJS puts on `connect` under the name `TaskSession`, as far as it is used. */
export interface TaskSessionFactory {
  create(args: object): unknown;
}

/** What the sessions of a runtime are made with. */
export interface TaskSessionsOptions {
  /** The entry of TaskJS, or undefined while it is not there. */
  taskJs(): TaskSessionFactory | undefined;
  data: AgentDataProvider;
  webSocketManager(): WebSocketManager;
}

/** The sessions of one runtime. */
export interface TaskSessions {
  /**
   * The session of a task: the same promise for the same connection, until it fails or the contact is gone.
   * @returns rejects with a StateError if the task is over, or with what TaskJS fails with; null without TaskJS.
   */
  get(connection: BaseConnection): Promise<unknown> | null;
  /** Lets go of sessions whose contact is gone. */
  sweep(): void;
}

/** Makes the sessions of a runtime. Nothing is done before a page asks for one. */
export function createTaskSessions({ taskJs, data, webSocketManager }: TaskSessionsOptions): TaskSessions {
  const sessions = new Map<string, { contactId: string; session: Promise<TaskSession> }>();
  const socket = createLastingSocket(webSocketManager);

  async function open(factory: TaskSessionFactory, connection: BaseConnection): Promise<TaskSession> {
    if (!connection.isActive()) throw new StateError('A task has a session only while it is active.');
    socket.follow();
    const session = factory.create({ ...connection.getMediaInfo(), websocketManager: socket.manager }) as TaskSession;
    await session.connect();
    return session;
  }

  return {
    get(connection) {
      const { connectionId, contactId } = connection;
      const present = sessions.get(connectionId);
      if (present) return present.session;
      const factory = taskJs();
      if (!factory) return null;
      const session = open(factory, connection);
      sessions.set(connectionId, { contactId, session });
      session.catch(() => sessions.delete(connectionId));
      return session;
    },

    sweep() {
      for (const [connectionId, { contactId, session }] of sessions) {
        if (data.hasData && data.current.contacts.has(contactId)) continue;
        sessions.delete(connectionId);
        session.then(
          (done) => done.cleanUp(),
          () => {},
        );
      }
    },
  };
}

/** What TaskJS calls of a manager. */
type TaskSocket = Pick<
  WebSocketManager,
  'subscribeTopics' | 'onMessage' | 'onConnectionGain' | 'onConnectionLost' | 'onInitFailure'
>;

/**
 * TaskJS subscribes on the first manager that it gets, once for all sessions to come. After `terminate()` there is another
 * one: so it is given one that stays, whose subscriptions follow.
 */
function createLastingSocket(present: () => WebSocketManager): { manager: TaskSocket; follow(): void } {
  let followed: WebSocketManager | null = null;
  const topics = new Set<string>();
  const wishes = new Map<(manager: WebSocketManager) => Unsubscribe, Unsubscribe>();

  function follow(): void {
    const manager = present();
    if (followed === manager) return;
    followed = manager;
    for (const [wish, end] of wishes) {
      end();
      wishes.set(wish, wish(manager));
    }
    if (topics.size) manager.subscribeTopics([...topics]);
  }

  function keep(wish: (manager: WebSocketManager) => Unsubscribe): Unsubscribe {
    follow();
    wishes.set(wish, wish(present()));
    return () => {
      wishes.get(wish)?.();
      wishes.delete(wish);
    };
  }

  const manager: TaskSocket = Object.freeze({
    subscribeTopics(wanted) {
      follow();
      for (const topic of wanted) topics.add(topic);
      present().subscribeTopics(wanted);
    },
    onMessage: (topic, callback) => keep((now) => now.onMessage(topic, callback)),
    onConnectionGain: (callback) => keep((now) => now.onConnectionGain(callback)),
    onConnectionLost: (callback) => keep((now) => now.onConnectionLost(callback)),
    onInitFailure: (callback) => keep((now) => now.onInitFailure(callback)),
  } satisfies TaskSocket);
  return { manager, follow };
}
