// The page's end of the CCP's web socket: topics are subscribed and messages heard through the worker. docs/protocol.md, section 9.5.
import { isRecord } from '../conduit/wire.js';
import { assertFunction, ValueError } from '../errors/errors.js';
import type { AnyEventBus } from '../events/event-bus.js';
import { WebSocketEvents } from '../events/event-names.js';

/** Ends a subscription. */
export type Unsubscribe = () => void;

/** What a message on the socket looks like. */
export interface WebSocketMessage {
  readonly topic: string;
  readonly content?: unknown;
  readonly contentType?: string;
}

type Listener<Payload> = (payload: Payload) => void;

/** Given to `ChatSession.create` as `websocketManager`. Streams documentation, "connect.core.getWebSocketManager()". */
export interface WebSocketManager {
  /** Asks for the messages of topics. Throws a ValueError for anything but a list. */
  subscribeTopics(topics: readonly string[]): void;
  /** Sends a message. */
  sendMessage(payload: unknown): void;
  /** Hears the messages of one topic. */
  onMessage(topic: string, callback: Listener<WebSocketMessage>): Unsubscribe;
  /** Hears all messages, before those who listen to a topic. */
  onAllMessage(callback: Listener<WebSocketMessage>): Unsubscribe;
  onInitFailure(callback: Listener<null>): Unsubscribe;
  onConnectionOpen(callback: Listener<unknown>): Unsubscribe;
  onConnectionClose(callback: Listener<unknown>): Unsubscribe;
  onConnectionGain(callback: Listener<null>): Unsubscribe;
  onConnectionLost(callback: Listener<unknown>): Unsubscribe;
  onSubscriptionUpdate(callback: Listener<unknown>): Unsubscribe;
  onSubscriptionFailure(callback: Listener<unknown>): Unsubscribe;
  /** Accepted, since ChatJS calls it; the CCP never tells. */
  onDeepHeartbeatSuccess(callback: Listener<unknown>): Unsubscribe;
  /** Accepted, since ChatJS calls it; the CCP never tells. */
  onDeepHeartbeatFailure(callback: Listener<unknown>): Unsubscribe;
  /** Accepted, since ChatJS calls it; the CCP never tells. */
  onTopicFailure(callback: Listener<unknown>): Unsubscribe;
}

/** The page's end of the socket. */
export interface WebSocketEnd {
  /** The manager now. ChatJS subscribes on each one once, and on another one anew. */
  readonly manager: WebSocketManager;
  /** Puts another manager in its place: all subscriptions of the runtime have ended. */
  renew(): void;
  /** Tells the CCP the topics that the page wants: a worker behind another port may know nothing. */
  repeat(): void;
}

/**
 * Makes the page's end of the socket of any number of embedded CCPs, one after the other.
 * @param bus the runtime's bus, which carries the socket's events.
 * @param send sends an event to the CCP; throws a StateError if none is embedded.
 */
export function createWebSocketEnd(bus: AnyEventBus, send: (event: string, data: unknown) => void): WebSocketEnd {
  const wanted = new Set<string>();
  let manager = createManager(bus, send, wanted);
  return {
    get manager() {
      return manager;
    },
    renew() {
      manager = createManager(bus, send, wanted);
    },
    repeat() {
      if (wanted.size) send(WebSocketEvents.SUBSCRIBE, [...wanted]);
    },
  };
}

function createManager(
  bus: AnyEventBus,
  send: (event: string, data: unknown) => void,
  wanted: Set<string>,
): WebSocketManager {
  /** A subscribing function for one event; without an event, one that never calls. */
  const on =
    <Payload>(event?: string) =>
    (callback: Listener<Payload>): Unsubscribe => {
      assertFunction(callback, 'callback');
      if (!event) return () => {};
      const subscription = bus.subscribe<Payload>(event, (payload) => callback(payload));
      return () => subscription.unsubscribe();
    };
  const onAllMessage = on<WebSocketMessage>(WebSocketEvents.ALL_MESSAGE);
  /** A second event of the page's own, so that listeners of a topic come after those of all messages. */
  const topicEvent = (topic: string) => `${WebSocketEvents.ALL_MESSAGE}::${topic}`;

  return Object.freeze({
    subscribeTopics(topics) {
      if (!Array.isArray(topics)) throw new ValueError('topics must be a list');
      for (const topic of topics as string[]) wanted.add(topic);
      send(WebSocketEvents.SUBSCRIBE, topics);
    },
    sendMessage: (payload) => send(WebSocketEvents.SEND, payload),
    onMessage: (topic, callback) => on<WebSocketMessage>(topicEvent(topic))(callback),
    onAllMessage,
    onInitFailure: on(WebSocketEvents.INIT_FAILURE),
    onConnectionOpen: on(WebSocketEvents.CONNECTION_OPEN),
    onConnectionClose: on(WebSocketEvents.CONNECTION_CLOSE),
    onConnectionGain: on(WebSocketEvents.CONNECTION_GAIN),
    onConnectionLost: on(WebSocketEvents.CONNECTION_LOST),
    onSubscriptionUpdate: on(WebSocketEvents.SUBSCRIPTION_UPDATE),
    onSubscriptionFailure: on(WebSocketEvents.SUBSCRIPTION_FAILURE),
    onDeepHeartbeatSuccess: on(),
    onDeepHeartbeatFailure: on(),
    onTopicFailure: on(),
  } satisfies WebSocketManager);
}

/**
 * Tells those who listen to a message's topic, after those who listen to all.
 * @param bus the runtime's bus.
 * @param message what came over the socket.
 */
export function publishTopic(bus: AnyEventBus, message: unknown): void {
  if (isRecord(message) && typeof message.topic === 'string') {
    bus.trigger(`${WebSocketEvents.ALL_MESSAGE}::${message.topic}`, message);
  }
}
