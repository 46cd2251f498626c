// What API objects work with: the one runtime that they belong to, as `connect.ts` hands it to them.
import type { AgentDataProvider } from '../agent/agent-data.js';
import type { ConnectionRecord, ContactRecord, IndexedSnapshot } from '../agent/snapshot.js';
import type { SdkTopic } from '../conduit/side-channel.js';
import type { AnyEventBus } from '../events/event-bus.js';
import type { Logger } from '../log/logger.js';
import type { CommandSender } from './commands.js';

/** What media a connection carries; of a layer above the API, so handed to it. */
export interface MediaSource<Connection> {
  /** The media controller of a connection: a session of ChatJS or TaskJS for chats and tasks, the media information for the rest. */
  controller(connection: Connection): Promise<unknown>;
}

/** The side channel to the CCP, which newer CCPs have beside the wire. */
export interface SideChannel {
  /** True while a CCP is embedded. */
  readonly isThere: boolean;
  /**
   * Asks the CCP for something.
   * @param namespace an SdkNamespace.
   * @param command the request.
   * @param data what goes with it.
   * @returns rejects with a CommandError whose `type` is the CCP's key of the error.
   */
  request<Data = unknown>(namespace: string, command: string, data?: Readonly<Record<string, unknown>>): Promise<Data>;
  /** Has a callback hear a topic. It is called with the data alone. */
  subscribe<Data>(topic: SdkTopic, callback: (data: Data) => unknown): { unsubscribe(): void };
}

/**
 * The runtime as API objects see it. Which classes it makes, each of them says for itself: a class knows those below it alone.
 */
export interface ApiContext<Agent = unknown, Contact = unknown, Connection = unknown> {
  readonly bus: AnyEventBus;
  readonly data: AgentDataProvider;
  readonly log: Logger;
  readonly commands: CommandSender;
  readonly media: MediaSource<Connection>;
  readonly sideChannel: SideChannel;
  /**
   * Sends an event to the CCP.
   * @throws StateError if no CCP is embedded.
   */
  send(event: string, data?: unknown): void;
  /**
   * Sends an event to every tab of the browser that shares the CCP's worker, this one included.
   * @throws StateError if no CCP is embedded.
   */
  broadcast(event: string, data?: unknown): void;
  /** Like {@link broadcast}, for what may be lost without harm. */
  report(event: string, data?: unknown): void;
  /** Makes the runtime's own Agent; with data given, one that keeps them. */
  agent(captured?: IndexedSnapshot): Agent;
  /** Makes the runtime's own Contact; with data given, one that keeps them. */
  contact(contactId: string, captured?: ContactRecord): Contact;
  /** Makes the runtime's own connection of the class that its contact's type asks for; captured, it keeps its data. */
  connection(record: ConnectionRecord, captured: boolean): Connection;
}
