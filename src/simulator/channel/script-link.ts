// The embedding page's end of the scripting channel: attaches to the simulator in a frame, and again when it reloads.
import { isRecord } from '../../conduit/wire.js';

/** Milliseconds between two attempts to attach: the page in the frame may still be loading. */
const RETRY = 50;

interface Request {
  readonly command: string;
  readonly args: readonly unknown[];
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** One attachment: its frame, its port, and the end of its timers and listeners. */
interface Attachment {
  readonly frame: HTMLIFrameElement;
  readonly port: MessagePort;
  /** Id of the document at the other end. */
  readonly page: unknown;
  lastId: number;
  readonly pending: Map<number, Request>;
}

/** Runs commands in the simulator's page. Holds one port, one `load` listener, and a timer only while it waits. */
export class ScriptLink {
  readonly #frame: () => HTMLIFrameElement | null;
  readonly #timeout: number;
  readonly #end = new AbortController();
  #attachment: Attachment | null = null;
  #attaching: Promise<Attachment> | null = null;
  #detached = false;

  /**
   * @param frame gives the frame of the CCP as it is now.
   * @param timeout milliseconds to wait for the page, and for each command.
   */
  constructor(frame: () => HTMLIFrameElement | null, timeout: number) {
    this.#frame = frame;
    this.#timeout = timeout;
  }

  /** Attaches unless it is attached to the present frame. Rejects if no simulator answers in time. */
  async attach(): Promise<void> {
    await this.#attached();
  }

  /**
   * Runs a command.
   * @returns its result; rejects with an Error that says what is wrong, also if there is no answer in time.
   */
  async run(command: string, args: readonly unknown[]): Promise<unknown> {
    await this.#attached();
    return this.#withTimeout(
      (resolve, reject) => this.#post({ command, args, resolve, reject }),
      `The simulator did not answer ${command} within ${this.#timeout} ms. If it never does, its shared worker has not started: is worker.js beside ccp.html?`,
    );
  }

  /** Resolves when the present frame has loaded the next time; rejects after the time-out. */
  nextLoad(): Promise<void> {
    const done = new AbortController();
    return this.#withTimeout<void>((resolve) => {
      const { signal } = done;
      this.#frame()?.addEventListener('load', () => resolve(), { signal, once: true });
    }, `The CCP frame did not load again within ${this.#timeout} ms`).finally(() => done.abort());
  }

  /** Lets go of everything; commands under way are rejected. More calls do nothing. */
  detach(): void {
    if (this.#detached) return;
    this.#detached = true;
    if (this.#attachment) this.#refuse(this.#attachment.port);
    this.#end.abort(new Error('detach() was called'));
    this.#drop('detach() was called');
  }

  async #attached(): Promise<Attachment> {
    if (this.#detached) throw new Error('This simulator is detached: call attachSimulator again');
    if (this.#attachment && this.#attachment.frame !== this.#frame()) this.#drop('the CCP frame was replaced');
    if (this.#attachment) return this.#attachment;
    this.#attaching ??= this.#open().finally(() => (this.#attaching = null));
    return this.#attaching;
  }

  async #open(): Promise<Attachment> {
    const attempts = new AbortController();
    try {
      return await this.#withTimeout<Attachment>(
        (resolve) => {
          const attempt = (): void => {
            const frame = this.#frame();
            if (frame) this.#offer(frame, attempts.signal, (port, page) => resolve(this.#hold(frame, port, page)));
          };
          const timer = setInterval(attempt, RETRY);
          attempts.signal.addEventListener('abort', () => clearInterval(timer), { once: true });
          attempt();
        },
        () => this.#notTheSimulator(),
      );
    } finally {
      attempts.abort();
    }
  }

  /** Offers a fresh channel; earlier offers stay open, since a slow page may answer one of them later. */
  #offer(frame: HTMLIFrameElement, signal: AbortSignal, accept: (port: MessagePort, page: unknown) => void): void {
    const { port1, port2 } = new MessageChannel();
    let accepted = false;
    signal.addEventListener('abort', () => !accepted && port1.close(), { once: true });
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!isRecord(data) || data.simulator !== 'attached' || signal.aborted) return;
      accepted = true;
      accept(port1, data.page);
    };
    // The frame's own address as target: a page of another origin, such as a sign-in, sees nothing of this.
    frame.contentWindow?.postMessage({ simulator: 'attach' }, new URL(frame.src, document.baseURI).origin, [port2]);
  }

  #hold(frame: HTMLIFrameElement, port: MessagePort, page: unknown): Attachment {
    const attachment: Attachment = { frame, port, page, lastId: 0, pending: new Map() };
    this.#attachment = attachment;
    port.onmessage = ({ data }: MessageEvent<unknown>) => this.#receive(attachment, data);
    const gone = new AbortController();
    frame.addEventListener(
      'load',
      () => {
        if (this.#attachment !== attachment) return gone.abort();
        // This may be the end of the very load during which the page attached: only another document is another page.
        this.#offer(frame, this.#end.signal, (newPort, newPage) => {
          if (newPage === page || this.#attachment !== attachment) return this.#refuse(newPort);
          this.#drop('the CCP page was loaded again');
          this.#hold(frame, newPort, newPage);
        });
      },
      { signal: AbortSignal.any([this.#end.signal, gone.signal]) },
    );
    return attachment;
  }

  #refuse(port: MessagePort): void {
    port.postMessage({ simulator: 'detach' });
    port.close();
  }

  #post(request: Request): void {
    const attachment = this.#attachment;
    if (!attachment) return void this.#postAgain(request);
    attachment.lastId += 1;
    attachment.pending.set(attachment.lastId, request);
    attachment.port.postMessage({ id: attachment.lastId, command: request.command, args: request.args });
  }

  async #postAgain(request: Request): Promise<void> {
    try {
      await this.#attached();
      this.#post(request);
    } catch (error) {
      request.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #receive(attachment: Attachment, data: unknown): void {
    if (!isRecord(data)) return;
    if (data.simulator === 'leaving') return this.#leave(attachment, Number(data.received));
    const request = attachment.pending.get(Number(data.id));
    if (!request) return;
    attachment.pending.delete(Number(data.id));
    if (typeof data.error === 'string') request.reject(new Error(`${request.command}: ${data.error}`));
    else request.resolve(data.result);
  }

  /** The page goes away: what it has not looked at is asked of the next one; the rest may have happened, so is not. */
  #leave(attachment: Attachment, received: number): void {
    const unseen = [...attachment.pending].filter(([id]) => id > received).map(([, request]) => request);
    for (const id of attachment.pending.keys()) if (id > received) attachment.pending.delete(id);
    if (this.#attachment === attachment) this.#drop('the CCP page was loaded again');
    for (const request of unseen) void this.#postAgain(request);
  }

  #drop(reason: string): void {
    const attachment = this.#attachment;
    this.#attachment = null;
    if (!attachment) return;
    for (const { command, reject } of attachment.pending.values()) {
      reject(new Error(`${command} got no answer: ${reason}`));
    }
    attachment.pending.clear();
    attachment.port.close();
  }

  #notTheSimulator(): string {
    const src = this.#frame()?.src;
    if (!src) return `There is no CCP frame to attach to: call initCCP or connect the element first`;
    const what = `This CCP is not the simulator: nothing at ${src} answered within ${this.#timeout} ms.`;
    const use = `Use the simulator's page as ccp-url: dist/simulator/ccp.html of connect-ccp-elements, on any web server`;
    return `${what} ${use}; a policy of this page must have its origin in frame-src.`;
  }

  async #withTimeout<T>(
    start: (resolve: (value: T) => void, reject: (error: Error) => void) => void,
    message: string | (() => string),
  ): Promise<T> {
    const settled = new AbortController();
    try {
      return await new Promise<T>((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(typeof message === 'string' ? message : message())),
          this.#timeout,
        );
        settled.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
        const { signal } = this.#end;
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true, signal: settled.signal });
        start(resolve, reject);
      });
    } finally {
      settled.abort();
    }
  }
}
