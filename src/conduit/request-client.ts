// Requests over a conduit: each gets an id, a deadline and an abort signal, and always an answer.
import { CommandError, commandErrorFromWire, CommandErrorType } from '../errors/command-error.js';
import { EventType, LinkEventType } from '../events/event-names.js';
import type { Conduit } from './conduit.js';
import { promised } from './native-promise.js';
import { randomId } from './random-id.js';
import { ScopedTimer } from './scoped-timer.js';
import { isRecord, type WireRequest, type WireResponse } from './wire.js';

/** How long a request waits for its answer, in milliseconds, unless the caller says otherwise. */
export const DEFAULT_DEADLINE = 30_000;

/** How one request is sent. */
export interface RequestOptions {
  /** Milliseconds until the request fails with a time-out; the default is {@link DEFAULT_DEADLINE}. */
  deadline?: number;
  /** Fails the request when it aborts. */
  signal?: AbortSignal;
}

/** The request and response events of one kind of client. docs/protocol.md, section 1.5. */
export interface RequestEvents {
  readonly request: string;
  readonly response: string;
}

/** API requests, to the service. */
export const API_EVENTS: RequestEvents = /*#__PURE__*/ Object.freeze({
  request: LinkEventType.API_REQUEST,
  response: LinkEventType.API_RESPONSE,
});

/** Master requests, among the tabs of the browser. */
export const MASTER_EVENTS: RequestEvents = /*#__PURE__*/ Object.freeze({
  request: EventType.MASTER_REQUEST,
  response: EventType.MASTER_RESPONSE,
});

const isResponse = (value: unknown): value is WireResponse => isRecord(value) && typeof value.requestId === 'string';

/** One of the `optionalDimensions` of an `api_metric`. docs/protocol.md, section 4.7. */
interface MetricDimension {
  readonly name?: unknown;
  readonly value?: unknown;
}

const LATE = 'It may have taken effect all the same: look at the state before you send it again.';
const WAIT = 'Wait until the CCP is ready (connect.agent, or the event connect-ready).';

interface PendingRequest {
  resolve(data: unknown): void;
  reject(error: CommandError): void;
  /** Fails the request soon, unless its answer comes after all. */
  refuse(status: number): void;
  isRefused: boolean;
  readonly method: string;
}

/** Statuses that some workers report in their metrics alone, and never answer. docs/protocol.md, sections 4.7 and 12.3 (R1). */
const UNANSWERED: Readonly<Record<number, string>> = { 401: 'UnauthorizedException', 403: 'AccessDeniedException' };

/** Milliseconds that the answer to a refused request may come after the metric that reports the refusal. */
const REFUSAL_GRACE = 500;

/** The failure of a request that its caller has given up. */
const aborted = (operation: string): CommandError =>
  new CommandError({ operation, type: CommandErrorType.ABORTED, message: `${operation} was aborted by its caller` });

/** A failure that the page itself raises, and after which the same request may succeed. */
const passing = (operation: string, type: string, text: string, hint: string): CommandError =>
  new CommandError({ operation, type, message: `${operation}${text}`, hint, retryable: true });

/** Sends requests up a conduit and matches their answers. One per association; `rejectAll` ends it. */
export class RequestClient {
  readonly #conduit: Conduit;
  readonly #events: RequestEvents;
  /** The requests without an answer, by id. */
  readonly #pending = new Map<string, PendingRequest>();

  constructor(conduit: Conduit, events: RequestEvents) {
    this.#conduit = conduit;
    this.#events = events;
    conduit.onUpstream<unknown>(events.response, (response) => this.#settle(response));
    conduit.onUpstream<unknown>(LinkEventType.API_METRIC, (metric) => this.#heardMetric(metric));
  }

  /**
   * Sends a request.
   * @param method the operation on the wire.
   * @param params its parameters.
   * @param options deadline in milliseconds, and abort signal.
   * @returns the data of the answer; rejects with a CommandError: the service's, or of type time-out, aborted, not
   *   connected, frame replaced or terminated.
   */
  async call(
    method: string,
    params: Readonly<Record<string, unknown>> = {},
    { deadline = DEFAULT_DEADLINE, signal }: RequestOptions = {},
  ): Promise<unknown> {
    if (signal?.aborted) throw aborted(method);
    const requestId = randomId();
    const request: WireRequest = { event: this.#events.request, requestId, method, params };
    const settled = new AbortController();
    try {
      return await promised<unknown>((resolve, reject) => {
        const timer = new ScopedTimer(settled.signal);
        // `setTimeout` takes `Infinity` for 0.
        if (Number.isFinite(deadline))
          timer.start(deadline, () =>
            reject(passing(method, CommandErrorType.TIMEOUT, ` got no answer within ${deadline} ms`, LATE)),
          );
        const refuse = (statusCode: number) =>
          timer.start(REFUSAL_GRACE, () =>
            reject(commandErrorFromWire(method, { type: UNANSWERED[statusCode], statusCode })),
          );
        this.#pending.set(requestId, { resolve, reject, refuse, isRefused: false, method });
        signal?.addEventListener('abort', () => reject(aborted(method)), {
          once: true,
          signal: settled.signal,
        });
        this.#send(request, reject);
      });
    } finally {
      this.#pending.delete(requestId);
      settled.abort();
    }
  }

  /** How many requests have no answer yet. */
  get pendingCount(): number {
    return this.#pending.size;
  }

  /** True if a request with this id waits for its answer. */
  awaits(requestId: string): boolean {
    return this.#pending.has(requestId);
  }

  /**
   * Fails every request that has no answer yet.
   * @param type one of CommandErrorType.
   * @param message what happened, for people.
   * @param hint what to do about it.
   */
  rejectAll(type: string, message: string, hint: string): void {
    for (const { reject, method } of [...this.#pending.values()]) reject(passing(method, type, `: ${message}`, hint));
  }

  #send(request: WireRequest, reject: (error: CommandError) => void): void {
    try {
      if (this.#conduit.sendUpstream(request.event, request)) return;
      reject(passing(request.method, CommandErrorType.NOT_CONNECTED, ' was not sent: no CCP has answered yet', WAIT));
    } catch (cause) {
      const message = `${request.method} has a parameter that cannot be sent: ${String(cause)}`;
      reject(new CommandError({ operation: request.method, type: CommandErrorType.INVALID_ARGUMENT, message, cause }));
    }
  }

  #settle(response: unknown): void {
    if (!isResponse(response)) return;
    const pending = this.#pending.get(response.requestId);
    if (!pending) return;
    if (response.err) pending.reject(commandErrorFromWire(pending.method, response.err));
    else pending.resolve(response.data);
  }

  #heardMetric(metric: unknown): void {
    if (this.#pending.size === 0 || !isRecord(metric)) return;
    const { name, optionalDimensions } = metric;
    const status = Array.isArray(optionalDimensions)
      ? Number(
          (optionalDimensions as readonly (MetricDimension | null)[]).find(
            (dimension) => dimension?.name === 'HttpStatusCode',
          )?.value,
        )
      : NaN;
    if (!(status in UNANSWERED)) return;
    // The oldest one of its kind: answers come in order.
    const pending = [...this.#pending.values()].find(({ method, isRefused }) => method === name && !isRefused);
    if (!pending) return;
    pending.isRefused = true;
    pending.refuse(status);
  }
}
