// Chat sessions of ChatJS: one for each chat whose media controller a page asks for. docs/protocol.md, sections 9.3 and 9.4.
import type { AgentDataProvider } from '../agent/agent-data.js';
import type { BaseConnection } from '../api/connection.js';
import { ConnectionType } from '../api/enums.js';
import { within } from '../conduit/deadline.js';
import { StateError } from '../errors/errors.js';
import { LogComponent } from '../log/levels.js';
import type { LogEntry } from '../log/log-entry.js';
import type { Logger } from '../log/logger.js';
import type { CcpSlot } from '../embedding/ccp-slot.js';

/** The part of a session that is used here; a page gets the whole object that ChatJS makes. */
export interface ChatSession {
  connect(): Promise<unknown>;
  onConnectionBroken(callback: () => void): void;
  cleanUpOnParticipantDisconnect(): void;
}

/** What ChatJS puts on `connect` under the name `ChatSession`, as far as it is used. */
export interface ChatSessionFactory {
  setGlobalConfig(config: object): void;
  create(args: object): unknown;
}

/** What the sessions of a runtime are made with. */
export interface ChatSessionsOptions {
  /** The entry of ChatJS, or undefined while it is not there. */
  chatJs(): ChatSessionFactory | undefined;
  slot: CcpSlot;
  data: AgentDataProvider;
  log: Logger;
  webSocketManager(): unknown;
  /** The agent's own connection of a contact, if there is one. */
  ownConnection(contactId: string): BaseConnection | null;
}

/** The sessions of one runtime. */
export interface ChatSessions {
  /**
   * The session of a chat: the same promise for the same connection, until it fails or the contact is gone.
   * @param connection any of the chat.
   * @returns rejects with a StateError if there can be none, or with what ChatJS fails with.
   */
  get(connection: BaseConnection): Promise<unknown>;
  /** Lets go of sessions whose contact is gone. */
  sweep(): void;
}

/** Milliseconds that ChatJS has to connect. */
const PATIENCE = 30_000;

const OWN: readonly string[] = [ConnectionType.AGENT, ConnectionType.MONITORING];

/** ChatJS 1 says the level, a list of texts and what belongs to them; later ones say all in one text. */
const wordsOf = (said: readonly unknown[]): string =>
  said
    .flat()
    .filter((one) => typeof one === 'string')
    .join(' ');

/** Puts what is no text beside it. */
function keep(entry: LogEntry, said: readonly unknown[]): void {
  for (const one of said.flat()) if (typeof one === 'object' && one !== null) entry.withObject(one);
}

/** Makes the sessions of a runtime. Nothing is done before a page asks for one. */
export function createChatSessions({
  chatJs,
  slot,
  data,
  log,
  webSocketManager,
  ownConnection,
}: ChatSessionsOptions): ChatSessions {
  const sessions = new Map<string, { contactId: string; session: Promise<ChatSession> }>();
  /** The options with which ChatJS was set up. */
  let configured: unknown;
  /** ChatJS warns of things that are all right: only its errors are printed on the console. */
  const note = (...said: unknown[]) => keep(log.debug(LogComponent.CHAT, wordsOf(said)), said);

  async function open(connection: BaseConnection): Promise<ChatSession> {
    const chatDetails = connection.getMediaInfo();
    if (!chatDetails || !connection.isActive() || !OWN.includes(connection.getType())) {
      throw new StateError("Only the agent's own connection has a chat session, and only while it is active.");
    }
    const factory = chatJs();
    if (!factory) {
      throw new StateError('There is no connect.ChatSession: load amazon-connect-chatjs first.');
    }
    const { options, signal } = slot.present;
    const region = data.current.configuration.agentARN?.split(':')[3] ?? options.region;
    if (configured !== options) {
      configured = options;
      signal.addEventListener('abort', () => sweep(true));
      const error = (...said: unknown[]) => keep(log.error(LogComponent.CHAT, wordsOf(said)), said);
      const logger = { debug: note, info: note, warn: note, error };
      factory.setGlobalConfig({ loggerConfig: { logger }, region, features: options.features });
    }
    const session = factory.create({
      chatDetails,
      type: 'AGENT',
      websocketManager: webSocketManager(),
      options: { region },
    }) as ChatSession;
    // A broken session does not recover: the next caller gets a new one.
    session.onConnectionBroken(() => sessions.delete(connection.connectionId));
    const late = (): Error => new StateError('The chat has not connected within %d s.', PATIENCE / 1000);
    const connected = session.connect();
    await within(connected, PATIENCE, late).catch((error: unknown) => {
      // Nobody is to take part in a chat that is not shown.
      connected.then(
        () => session.cleanUpOnParticipantDisconnect(),
        () => {},
      );
      throw error;
    });
    return session;
  }

  /** A chat has one session, whichever of its connections is asked: that of the agent's own. */
  function ownOf(connection: BaseConnection): BaseConnection {
    if (!data.hasData || !data.current.contacts.has(connection.contactId)) return connection;
    return OWN.includes(connection.getType()) ? connection : (ownConnection(connection.contactId) ?? connection);
  }

  function get(connection: BaseConnection): Promise<unknown> {
    const own = ownOf(connection);
    const { connectionId, contactId } = own;
    const present = sessions.get(connectionId);
    if (present) return present.session;
    const session = open(own);
    sessions.set(connectionId, { contactId, session });
    session.catch(() => sessions.delete(connectionId));
    return session;
  }

  function sweep(all = false): void {
    if (!sessions.size) return;
    for (const [connectionId, { contactId, session }] of sessions) {
      if (!all && data.hasData && data.current.contacts.has(contactId)) continue;
      sessions.delete(connectionId);
      session.then(
        (done) => done.cleanUpOnParticipantDisconnect(),
        () => {},
      );
    }
  }

  return { get, sweep };
}
