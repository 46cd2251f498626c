// A web socket to the service, as the worker uses one: the browser's, or one that is played.

/** Told what happens to a socket: never before the call that opens it has returned, but perhaps while something is sent. */
export interface SocketListener {
  opened(): void;
  received(text: string): void;
  /** It is over, or could not be opened; nothing follows. Not told after the own `close()`. */
  closed(code: number, reason: string): void;
}

/** One socket. */
export interface SocketLink {
  /** Sends a text. */
  send(text: string): void;
  /** Ends it, without a word to the listener. */
  close(): void;
}

/** Opens a socket. */
export type OpenSocket = (url: string, listener: SocketListener) => SocketLink;

/** What the service answers a `createTransport` of type `web_socket` with. docs/protocol.md, section 5.4. */
export interface SocketTransport {
  readonly url: string;
  readonly transportLifeTimeInSeconds: number;
}

/** How patiently the socket is used; all in milliseconds. docs/protocol.md, section 9.5. */
export interface SocketPace {
  /** Between two heartbeats; the answer to one has until the next. */
  heartbeat: number;
  /** Until a subscription without an answer is asked for again. */
  subscriptionAnswer: number;
  /** Until a subscription that was refused is asked for again. */
  subscriptionRetry: number;
  /** Between the second attempt to open a socket and the third; each further pause is twice as long. */
  reconnect: number;
  /** The longest of these pauses. */
  reconnectLimit: number;
  /** So long before its life ends a socket is replaced. */
  renewal: number;
}

/** The pace of a real instance. */
export const DEFAULT_SOCKET_PACE: Readonly<SocketPace> = /*#__PURE__*/ Object.freeze({
  heartbeat: 10_000,
  subscriptionAnswer: 1_000,
  subscriptionRetry: 500,
  reconnect: 500,
  reconnectLimit: 30_000,
  renewal: 60_000,
});

/** Topics of the link between worker and service itself; nobody else may send to them. docs/protocol.md, section 9.5. */
export const SocketTopic = {
  SUBSCRIBE: 'aws/subscribe',
  UNSUBSCRIBE: 'aws/unsubscribe',
  HEARTBEAT: 'aws/heartbeat',
} as const;
