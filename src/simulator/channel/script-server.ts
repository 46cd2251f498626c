// The page's end of the scripting channel: lets the embedding page attach, runs page commands, passes on the others.
import { randomId } from '../../conduit/random-id.js';
import { isRecord } from '../../conduit/wire.js';
import { SERVICE_COMMANDS, type ServiceCommand } from './script-channel.js';
import type { WorkerLink } from './worker-link.js';

/** Commands that the page itself runs; each may return a promise. */
export type PageCommands = Readonly<Record<string, (...args: unknown[]) => unknown>>;

/** What a script server needs. */
export interface ScriptServerOptions {
  window: Window;
  /** Name of the instance, told to whoever attaches. */
  instance: string;
  commands: PageCommands;
  /** Opens the link to the worker, or gives the open one. */
  link: () => WorkerLink;
}

const isServiceCommand = (command: unknown): command is ServiceCommand =>
  (SERVICE_COMMANDS as readonly unknown[]).includes(command);

/**
 * Serves scripts of the embedding page, and of nobody else: it must be this frame's parent.
 *
 * Each request has a number that grows by one. A page that goes away says `{simulator: 'leaving', received}` on every
 * port, so that the other side knows which requests nobody has looked at.
 */
export class ScriptServer {
  readonly #options: ScriptServerOptions;
  readonly #clients = new Map<MessagePort, { received: number }>();
  /** Tells this document from the one that is there after a reload. */
  readonly #page = randomId();
  /** Answers under way. */
  readonly #answers = new Set<Promise<void>>();
  #leaving = false;

  constructor(options: ScriptServerOptions) {
    this.#options = options;
    const { window } = options;
    window.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (window.parent === window || event.source !== window.parent) return;
      const [port] = event.ports;
      if (port && isRecord(event.data) && event.data.simulator === 'attach') this.#attach(port);
    });
    window.addEventListener('pagehide', () => this.leave());
  }

  /** Takes no request any more, and tells everybody. Call it before the page navigates. */
  leave(): void {
    if (this.#leaving) return;
    this.#leaving = true;
    for (const [port, { received }] of this.#clients) port.postMessage({ simulator: 'leaving', received });
  }

  /** Settles once what has been asked so far is answered. */
  async settled(): Promise<void> {
    await Promise.all(this.#answers);
  }

  #attach(port: MessagePort): void {
    if (this.#leaving) return;
    const client = { received: 0 };
    this.#clients.set(port, client);
    port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (this.#leaving || !isRecord(data)) return;
      if (data.simulator === 'detach') {
        this.#clients.delete(port);
        port.close();
        return;
      }
      if (typeof data.id !== 'number') return;
      client.received = data.id;
      const answer = this.#answer(port, data.id, data.command, Array.isArray(data.args) ? data.args : []);
      this.#answers.add(answer);
      void answer.then(() => this.#answers.delete(answer));
    });
    port.start();
    port.postMessage({ simulator: 'attached', instance: this.#options.instance, page: this.#page });
  }

  async #answer(port: MessagePort, id: number, command: unknown, args: readonly unknown[]): Promise<void> {
    try {
      port.postMessage({ id, result: await this.#run(command, args) });
    } catch (error) {
      port.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
    }
  }

  #run(command: unknown, args: readonly unknown[]): unknown {
    const { commands, link } = this.#options;
    if (typeof command === 'string' && Object.hasOwn(commands, command)) return commands[command]?.(...args);
    if (isServiceCommand(command)) return link().run(command, args);
    throw new Error(`The simulator has no command "${String(command)}"`);
  }
}
