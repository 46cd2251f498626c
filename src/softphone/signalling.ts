// What a call and the media service say to each other: JSON-RPC 2.0, over the CCP's web socket or, with older CCPs, over one of its own.
import { within } from '../conduit/deadline.js';
import { promised } from '../conduit/native-promise.js';
import { uuid } from './uuid.js';
import { isRecord } from '../conduit/wire.js';
import { SoundFailure } from './sound-failure.js';

/** Topic of the web socket. */
export const SOFTPHONE_TOPIC = 'aws/softphone';

/** Milliseconds within which a way to the media service has to be open. */
const CONNECT_LIMIT = 10_000;

/** What goes both ways. */
export type RpcMessage = Readonly<Record<string, unknown>>;

/** The CCP's web socket, as far as calls use it. */
export interface SoftphoneSocket {
  /** Settles when it is open; there is no telling when. */
  whenOpen(): Promise<void>;
  /** Sends a message. */
  send(payload: { topic: string; connectionId: string; jsonRpcMsg: RpcMessage }): void;
  /** Hears the contents of the topic's messages until the signal aborts. */
  listen(listener: (content: RpcMessage) => void, signal: AbortSignal): void;
}

/** A way to the media service for one call. */
export interface SignallingRoute {
  /** Where it leads, for the words of an error. */
  readonly address: string;
  /** Settles when messages can be sent; rejects with what is in the way. */
  open(): Promise<void>;
  send(message: RpcMessage): void;
  listen(listener: (message: RpcMessage) => void): void;
}

/** The content of a message of the web socket, which is JSON; null if it is none. */
export function contentOf(message: unknown): RpcMessage | null {
  if (!isRecord(message) || message.topic !== SOFTPHONE_TOPIC) return null;
  const { content } = message;
  if (typeof content !== 'string') return isRecord(content) ? content : null;
  try {
    const parsed: unknown = JSON.parse(content);
    return isRecord(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/**
 * The way over the CCP's web socket.
 * @param socket the CCP's.
 * @param connectionId the agent's own connection: the service names it in its answers.
 * @param signal ends the listening.
 */
export function routeOverSocket(socket: SoftphoneSocket, connectionId: string, signal: AbortSignal): SignallingRoute {
  return {
    address: '',
    open: () => socket.whenOpen(),
    send: (jsonRpcMsg) => socket.send({ topic: SOFTPHONE_TOPIC, connectionId, jsonRpcMsg }),
    listen: (listener) =>
      socket.listen((content) => {
        if (content.connectionId === connectionId && isRecord(content.jsonRpcMsg)) listener(content.jsonRpcMsg);
      }, signal),
  };
}

/**
 * The way over a web socket of the call's own.
 * @param endpoint the address that the service gives.
 * @param call which call it is about.
 * @param signal closes it.
 */
export function directRoute(
  endpoint: string,
  { contactId, callContextToken }: { contactId: string; callContextToken: string },
  signal: AbortSignal,
): SignallingRoute {
  const query = `callId=${encodeURIComponent(contactId)}&contactCtx=${encodeURIComponent(callContextToken)}`;
  let socket: WebSocket | undefined;
  let hear: (message: RpcMessage) => void = () => {};
  return {
    address: endpoint,
    open: () =>
      promised((resolve, reject) => {
        socket = new WebSocket(`${endpoint}${endpoint.includes('?') ? '&' : '?'}${query}`);
        socket.addEventListener('open', () => resolve());
        socket.addEventListener('error', () => reject(new Error('the web socket could not be opened')));
        socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
          const content = contentOf({ topic: SOFTPHONE_TOPIC, content: data });
          if (content) hear(content);
        });
        signal.addEventListener('abort', () => socket?.close(), { once: true });
      }),
    send: (message) => socket?.send(JSON.stringify(message)),
    listen: (listener) => void (hear = listener),
  };
}

/** An error that the media service has answered. */
export class RpcError extends Error {
  /** @param code the number of the error, as those of HTTP and SIP. */
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
    this.name = 'RpcError';
  }
}

interface Pending {
  resolve(result: RpcMessage): void;
  reject(error: unknown): void;
}

/** The exchange of one call. */
export class Signalling {
  readonly #route: SignallingRoute;
  readonly #pending = new Map<string, Pending>();
  readonly #asked: (method: string, message: RpcMessage) => void;

  /**
   * @param route the way.
   * @param asked told what the service asks of this side, once it has its answer.
   */
  constructor(route: SignallingRoute, asked: (method: string, message: RpcMessage) => void) {
    this.#route = route;
    this.#asked = asked;
    route.listen((message) => this.#receive(message));
  }

  /** Settles when the way is open; rejects with a SoundFailure. */
  async open(): Promise<void> {
    const { address } = this.#route;
    const failure = (reason: string): SoundFailure =>
      new SoundFailure('signalling', `The media service cannot be reached: ${reason}.`, { endPointUrl: address });
    try {
      await within(this.#route.open(), CONNECT_LIMIT, () => failure(`nothing within ${CONNECT_LIMIT} ms`));
    } catch (error) {
      throw error instanceof SoundFailure ? error : failure(String(error));
    }
  }

  /**
   * Asks the service.
   * @param limit milliseconds to wait for the answer.
   * @returns the result; rejects with a RpcError, or an Error if none has come in time.
   */
  async ask(method: string, params: RpcMessage, limit: number): Promise<RpcMessage> {
    const id = uuid();
    const answer = promised<RpcMessage>((resolve, reject) => this.#pending.set(id, { resolve, reject }));
    try {
      this.#route.send({ jsonrpc: '2.0', method, id, params });
      return await within(answer, limit, () => new Error(`${method} has got no answer within ${limit} ms`));
    } finally {
      this.#pending.delete(id);
    }
  }

  /** Tells the service something; its answer is not waited for. */
  tell(method: string, params: RpcMessage): void {
    this.#say({ jsonrpc: '2.0', method, id: uuid(), params });
  }

  /** Without a CCP there is nobody to tell: the service finds out by itself. */
  #say(message: RpcMessage): void {
    try {
      this.#route.send(message);
    } catch {
      // What the page ends has ended all the same.
    }
  }

  #receive(message: RpcMessage): void {
    const { id, method, result, error } = message;
    if (typeof method === 'string') {
      if (id !== undefined) this.#say({ jsonrpc: '2.0', result: {}, id });
      this.#asked(method, message);
      return;
    }
    const pending = this.#pending.get(String(id));
    if (!pending) return;
    if (isRecord(error))
      pending.reject(new RpcError(Number(error.code), typeof error.message === 'string' ? error.message : ''));
    else pending.resolve(isRecord(result) ? result : {});
  }
}
