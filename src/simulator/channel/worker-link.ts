// The page's link to the simulator's worker: the port of the CCP, and the scripting channel beside it.
import type { SdkTopic } from '../../conduit/side-channel.js';
import { isRecord } from '../../conduit/wire.js';
import {
  isSimulatorMessage,
  type ServiceCommand,
  type SimulatorOptions,
  type SimulatorPortMessage,
} from './script-channel.js';

interface PendingCall {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** Connects to the worker of an instance. A port that only scripts counts as no CCP. */
export class WorkerLink {
  readonly port: MessagePort;
  readonly #script: MessagePort;
  readonly #pending = new Map<number, PendingCall>();
  #lastId = 0;

  /**
   * @param script address of the worker's script, absolute or from the page.
   * @param options the instance; the first page of it decides on everything but its name.
   * @param onSession called when a session has begun or ended at the service.
   * @param onNews called with what is to be published on the side channel.
   * @param onFailure called if the worker does not start, with the address of its script.
   */
  constructor(
    script: string,
    options: SimulatorOptions & { instance: string },
    onSession: (signedIn: boolean) => void,
    onNews: (topic: SdkTopic, data: unknown) => void,
    onFailure: (address: string) => void,
  ) {
    const name = `connect-simulator-${options.instance}`;
    // The service is on no server: where the browser lets it, the worker outlives a page that only loads itself again.
    const workerOptions: WorkerOptions & { extendedLifetime: boolean } = {
      type: 'module',
      name,
      extendedLifetime: true,
    };
    const address = new URL(script, location.href);
    const worker = new SharedWorker(address, workerOptions);
    worker.addEventListener('error', () => onFailure(address.href));
    this.port = worker.port;
    this.port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (!isSimulatorMessage(data)) return;
      if (data.simulator === 'session') onSession(data.signedIn);
      if (data.simulator === 'news') onNews(data.topic, data.data);
    });
    this.#send({ simulator: 'options', options });
    const { port1, port2 } = new MessageChannel();
    this.#script = port1;
    this.#script.onmessage = ({ data }: MessageEvent<unknown>) => this.#settle(data);
    this.#send({ simulator: 'script', port: port2 }, [port2]);
  }

  /**
   * Offers to play the far ends of calls in this page.
   * @param isApart true for a page that does nothing else: it is asked first.
   * @returns the port on which it is asked.
   */
  offerFarEnds(isApart: boolean): MessagePort {
    const { port1, port2 } = new MessageChannel();
    this.#send({ simulator: 'far-ends', port: port2, apart: isApart }, [port2]);
    return port1;
  }

  /** Makes this port that of a CCP: from now on the worker acknowledges it and counts it. */
  becomeCcp(): void {
    this.#send({ simulator: 'ccp' });
  }

  /**
   * Runs a command of the scripting channel.
   * @param command its name.
   * @param args its arguments.
   * @returns its result; rejects with an Error that says what is wrong.
   */
  run(command: ServiceCommand, args: readonly unknown[] = []): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#script.postMessage({ id, command, args });
    });
  }

  /** Lets go of the worker. */
  close(): void {
    this.#script.close();
    this.port.close();
  }

  #send(message: SimulatorPortMessage, transfer: Transferable[] = []): void {
    this.port.postMessage(message, transfer);
  }

  #settle(answer: unknown): void {
    if (!isRecord(answer)) return;
    const pending = this.#pending.get(Number(answer.id));
    if (!pending) return;
    this.#pending.delete(Number(answer.id));
    if (typeof answer.error === 'string') pending.reject(new Error(answer.error));
    else pending.resolve(answer.result);
  }
}
