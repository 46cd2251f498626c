// A CCP as the worker sees it: one end of a message channel, on which tests wait for messages.
import { type Envelope, isEnvelope, isRecord } from '../../src/conduit/wire.js';

type Data = Record<string, unknown>;

/** Speaks the CCP's side of the wire on a port, and remembers what it hears. */
export class CcpClient {
  /** Everything heard, in order. */
  readonly heard: Envelope[] = [];
  /** Everything heard that is no envelope. */
  readonly strange: unknown[] = [];
  readonly #port: MessagePort;
  readonly #taken = new Set<Envelope>();
  #waiting: (() => void)[] = [];
  #lastId = 0;

  /** @param port the CCP's end. */
  constructor(port: MessagePort) {
    this.#port = port;
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (isEnvelope(data)) this.heard.push(data);
      else this.strange.push(data);
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const wake of waiting) wake();
    };
  }

  /** Connects a new CCP by handing the other end of its channel to `connect`. */
  static to(connect: (port: MessagePort) => void): CcpClient {
    const { port1, port2 } = new MessageChannel();
    const client = new CcpClient(port1);
    connect(port2);
    return client;
  }

  send(event: string, data?: unknown): void {
    this.#port.postMessage({ event, data });
  }

  /** Sends anything. */
  post(message: unknown, transfer: Transferable[] = []): void {
    this.#port.postMessage(message, transfer);
  }

  /** Names of the events heard. */
  get events(): string[] {
    return this.heard.map(({ event }) => event);
  }

  /** The data of the next message of this event that has not been taken yet, and that fits. */
  async next(event: string, fits: (data: Data) => boolean = () => true): Promise<Data> {
    for (;;) {
      const found = this.heard.find(
        (message) => message.event === event && !this.#taken.has(message) && fits((message.data ?? {}) as Data),
      );
      if (found) {
        this.#taken.add(found);
        return (found.data ?? {}) as Data;
      }
      await this.#something();
    }
  }

  /** The next message that is no envelope and has this member. */
  async nextStrange(member: string): Promise<Data> {
    for (;;) {
      const index = this.strange.findIndex((message) => isRecord(message) && member in message);
      if (index >= 0) return this.strange.splice(index, 1)[0] as Data;
      await this.#something();
    }
  }

  /** Sends a request and waits for its answer. */
  async ask(kind: 'api' | 'master', method: string, params: unknown = {}): Promise<Data> {
    this.#lastId += 1;
    const requestId = String(this.#lastId);
    this.send(`${kind}_request`, { event: `${kind}_request`, requestId, method, params });
    return this.next(`${kind}_response`, (data) => data.requestId === requestId);
  }

  /** Waits until the worker has seen everything sent so far, and everybody has heard what came of it. */
  async settle(...others: CcpClient[]): Promise<void> {
    this.#lastId += 1;
    const marker = `marker-${this.#lastId}-${Math.random()}`;
    this.send('broadcast', { event: marker });
    await Promise.all([this, ...others].map((client) => client.next(marker)));
  }

  #something(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
