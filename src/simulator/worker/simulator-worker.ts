// One simulated instance inside a shared worker: its service, the CCPs' worker, and the scripting channels.
import { CcpWorker } from '../ccp/shared-worker.js';
import { FarEndPages } from './far-end-pages.js';
import { isEnvelope, isRecord } from '../../conduit/wire.js';
import { EventType } from '../../events/event-names.js';
import { createCtiService, type SimulatedCtiService } from '../service/cti-service.js';
import {
  isSimulatorMessage,
  type ScriptAnswer,
  SERVICE_COMMANDS,
  type ServiceCommand,
  type SimulatorNewsMessage,
  type SimulatorOptions,
  type SimulatorSessionMessage,
} from '../channel/script-channel.js';

/** A refusal of a service in memory is no passing trouble, and nobody has to be spared: hence no pauses and no retries. */
const PACE = { snapshotPause: 0, retryPause: 250, unauthorizedRetries: 0, deniedRetries: 0 };
const SOCKET_PACE = { reconnect: 50, reconnectLimit: 250 };
const REGION_PAUSE = 100;

interface Instance {
  service: SimulatedCtiService;
  worker: CcpWorker;
}

const isCommand = (command: unknown): command is ServiceCommand =>
  (SERVICE_COMMANDS as readonly unknown[]).includes(command);

/**
 * Serves the ports of one instance. The instance is set up by the first `{simulator: 'options'}`; if a page says
 * something else first, with the default options.
 */
export class SimulatorWorker {
  readonly #ports = new Set<MessagePort>();
  readonly #farEnds = new FarEndPages();
  /** What the instance is, or why it could not be set up; null before that. */
  #instance: Instance | Error | null = null;

  /**
   * Takes the port of a page.
   * @param port the worker's end of it.
   */
  connect(port: MessagePort): void {
    this.#ports.add(port);
    port.addEventListener('message', (event: MessageEvent<unknown>) => this.#take(port, event));
    port.addEventListener('close', () => this.#ports.delete(port));
    port.start();
  }

  #take(port: MessagePort, { data, ports }: MessageEvent<unknown>): void {
    if (isEnvelope(data) && data.event === EventType.CLOSE) this.#ports.delete(port);
    if (!isSimulatorMessage(data)) return;
    switch (data.simulator) {
      case 'options':
        this.#setUp(isRecord(data.options) ? data.options : {});
        break;
      case 'ccp':
        this.#ports.add(port);
        this.#started.worker.connect(port);
        break;
      case 'far-ends': {
        const channel = ports[0] ?? data.port;
        if (channel instanceof MessagePort) this.#farEnds.add(channel, data.apart);
        break;
      }
      case 'script': {
        const channel = ports[0] ?? data.port;
        if (channel instanceof MessagePort) this.#openScript(channel);
        break;
      }
    }
  }

  get #started(): Instance {
    const instance = (this.#instance ??= this.#create({}));
    if (instance instanceof Error) throw instance;
    return instance;
  }

  #setUp(options: SimulatorOptions): void {
    if (this.#instance) return;
    try {
      this.#instance = this.#create(options);
    } catch (error) {
      // Kept, so that whoever scripts the instance is told.
      this.#instance = error instanceof Error ? error : new Error(String(error));
    }
  }

  #create(options: SimulatorOptions): Instance {
    const service = createCtiService({ ...options, farEnds: this.#farEnds });
    const onSession = (signedIn: boolean) => {
      // A session that has ended is over at the service too: no other tab goes on with its token.
      if (!signedIn) service.expireSession();
      this.#tellSession(signedIn);
    };
    const { openSocket, discover } = service;
    service.onNews(({ topic, data }) => {
      const message: SimulatorNewsMessage = { simulator: 'news', topic, data };
      for (const port of this.#ports) port.postMessage(message);
    });
    const regionPolling = { pause: options.regionPause ?? REGION_PAUSE, discover };
    const paces = { pace: PACE, socketPace: SOCKET_PACE, regionPolling };
    return { service, worker: new CcpWorker({ service, openSocket, onSession, ...paces }) };
  }

  #tellSession(signedIn: boolean): void {
    const message: SimulatorSessionMessage = { simulator: 'session', signedIn };
    for (const port of this.#ports) port.postMessage(message);
  }

  #openScript(channel: MessagePort): void {
    channel.addEventListener('message', (event: MessageEvent<unknown>) => {
      const request = event.data;
      if (!isRecord(request) || (typeof request.id !== 'number' && typeof request.id !== 'string')) return;
      void this.#answer(request.id, request.command, request.args).then((answer) => channel.postMessage(answer));
    });
    channel.start();
  }

  async #answer(id: number | string, command: unknown, args: unknown): Promise<ScriptAnswer> {
    try {
      return { id, result: await this.#run(command, Array.isArray(args) ? (args as unknown[]) : []) };
    } catch (error) {
      return { id, error: error instanceof Error ? error.message : String(error) };
    }
  }

  async #run(command: unknown, args: readonly unknown[]): Promise<unknown> {
    if (!isCommand(command)) {
      throw new Error(`There is no command "${String(command)}". The commands are: ${SERVICE_COMMANDS.join(', ')}.`);
    }
    const { service, worker } = this.#started;
    const run = service[command] as (...values: readonly unknown[]) => unknown;
    const result = run(...args);
    if (command === 'setConfiguration') await worker.reloadConfiguration();
    if (command === 'signIn') this.#tellSession(true);
    if (command === 'signOut') worker.terminate();
    return result;
  }
}
