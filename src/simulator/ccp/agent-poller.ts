// Polls the CTI service for one agent: snapshots by long polls, the configuration at a steady pace.
import { type AgentConfiguration, type AgentSnapshotData, isRecord } from '../../conduit/wire.js';
import { pause } from './abortable.js';
import { composeConfiguration, composeSnapshot } from './agent-update.js';
import { ACCESS_DENIED, statusOf, UNAUTHORIZED } from './cti-service-client.js';

/** How patiently the service is polled. docs/protocol.md, sections 4.3 and 4.4. */
export interface PollingPace {
  /** Milliseconds for which the service may hold a snapshot poll open. */
  longPoll: number;
  /** Milliseconds between a snapshot and the next poll. */
  snapshotPause: number;
  /** Milliseconds between a failed poll and the next. */
  retryPause: number;
  /** Milliseconds between two configurations. */
  configurationPause: number;
  /** Refusals with 401 in a row that are taken for a passing trouble. */
  unauthorizedRetries: number;
  /** Refusals with 403 in a row that are taken for a passing trouble. */
  deniedRetries: number;
}

/** The pace of a real instance. */
export const DEFAULT_PACE: Readonly<PollingPace> = /*#__PURE__*/ Object.freeze({
  longPoll: 30_000,
  snapshotPause: 100,
  retryPause: 5_000,
  configurationPause: 30_000,
  unauthorizedRetries: 20,
  deniedRetries: 10,
});

/** Why the polling has ended by itself. */
export type PollingEnd = 'unauthorized' | 'denied';

/** What a poller needs, and whom it tells. */
export interface AgentPollerOptions {
  pace: PollingPace;
  /** Calls the service with the agent's present token. */
  call(method: string, params: Record<string, unknown>, signal: AbortSignal): Promise<unknown>;
  onSnapshot(snapshot: AgentSnapshotData): void;
  onConfiguration(configuration: AgentConfiguration): void;
  /** The service has refused for good; nothing runs any more. */
  onEnd(why: PollingEnd): void;
  /** A poll has failed and will be tried again. */
  onTrouble?(error: unknown): void;
}

/** Items on each page of a list. */
const PAGE_SIZE = 500;

async function readPages(
  call: (params: Record<string, unknown>) => Promise<unknown>,
  params: Record<string, unknown>,
  member: string,
): Promise<unknown[]> {
  const items: unknown[] = [];
  let nextToken: unknown = null;
  do {
    const page = await call({ ...params, nextToken, maxResults: PAGE_SIZE });
    if (!isRecord(page) || !Array.isArray(page[member])) throw new TypeError(`A page without ${member}`);
    items.push(...(page[member] as unknown[]));
    nextToken = page.nextToken ?? null;
  } while (nextToken !== null);
  return items;
}

/** Polls while it is started. It keeps its place in the row of snapshots until `forget`, so that none is lost. */
export class AgentPoller {
  readonly #options: AgentPollerOptions;
  #running: AbortController | null = null;
  #nextToken: unknown = null;
  #refusals = { unauthorized: 0, denied: 0 };
  #round = 0;
  #publishedRound = 0;

  constructor(options: AgentPollerOptions) {
    this.#options = options;
  }

  /** True while it polls. */
  get running(): boolean {
    return this.#running !== null;
  }

  /** Starts both loops, unless they run. */
  start(): void {
    if (this.#running) return;
    this.#running = new AbortController();
    this.#refusals = { unauthorized: 0, denied: 0 };
    const { signal } = this.#running;
    void this.#pollSnapshots(signal);
    void this.#pollConfiguration(signal);
  }

  /** Ends both loops; no timer and no call is left. */
  stop(): void {
    this.#running?.abort();
    this.#running = null;
  }

  /** Forgets its place: the next start is for another agent. */
  forget(): void {
    this.stop();
    this.#nextToken = null;
  }

  /** Fetches the configuration once more, now. Does nothing while it does not poll. */
  async reloadConfiguration(): Promise<void> {
    if (this.#running) await this.#try(this.#running.signal, (signal) => this.#fetchConfiguration(signal));
  }

  async #pollSnapshots(signal: AbortSignal): Promise<void> {
    const { longPoll, snapshotPause, retryPause } = this.#options.pace;
    while (!signal.aborted) {
      const done = await this.#try(signal, async () => {
        const answer = await this.#call('getAgentSnapshot', { nextToken: this.#nextToken, timeout: longPoll }, signal);
        if (signal.aborted) return;
        if (!isRecord(answer) || !isRecord(answer.snapshot)) throw new TypeError('An answer without a snapshot');
        this.#nextToken = answer.nextToken;
        this.#options.onSnapshot(composeSnapshot(answer.snapshot as unknown as AgentSnapshotData, Date.now()));
      });
      await pause(done ? snapshotPause : retryPause, signal);
    }
  }

  async #pollConfiguration(signal: AbortSignal): Promise<void> {
    const { configurationPause, retryPause } = this.#options.pace;
    while (!signal.aborted) {
      const done = await this.#try(signal, () => this.#fetchConfiguration(signal));
      await pause(done ? configurationPause : retryPause, signal);
    }
  }

  async #fetchConfiguration(signal: AbortSignal): Promise<void> {
    const round = ++this.#round;
    const answer = await this.#call('getAgentConfiguration', {}, signal);
    if (!isRecord(answer) || !isRecord(answer.configuration)) throw new TypeError('An answer without a configuration');
    const configuration = answer.configuration as unknown as AgentConfiguration;
    const { routingProfile } = configuration;
    const list = (method: string, member: string, params: Record<string, unknown> = {}) =>
      readPages((page) => this.#call(method, page, signal), params, member);
    const [permissions, agentStates, dialableCountries, queues] = await Promise.all([
      list('getAgentPermissions', 'permissions'),
      list('getAgentStates', 'states'),
      list('getDialableCountryCodes', 'countryCodes'),
      list('getRoutingProfileQueues', 'queues', { routingProfileARN: routingProfile.routingProfileARN }),
    ]);
    // A later round may have been answered sooner: its configuration is newer.
    if (signal.aborted || round < this.#publishedRound) return;
    this.#publishedRound = round;
    this.#options.onConfiguration(
      composeConfiguration({
        ...configuration,
        permissions,
        agentStates,
        dialableCountries,
        routingProfile: { ...routingProfile, queues },
      } as AgentConfiguration),
    );
  }

  async #call(method: string, params: Record<string, unknown>, signal: AbortSignal): Promise<unknown> {
    const answer = await this.#options.call(method, params, signal);
    this.#refusals = { unauthorized: 0, denied: 0 };
    return answer;
  }

  async #try(signal: AbortSignal, action: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
    try {
      await action(signal);
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      const end = this.#judge(statusOf(error));
      if (!end) {
        this.#options.onTrouble?.(error);
        return false;
      }
      this.stop();
      this.#options.onEnd(end);
      return false;
    }
  }

  #judge(status: number): PollingEnd | null {
    const { unauthorizedRetries, deniedRetries } = this.#options.pace;
    if (status === UNAUTHORIZED && ++this.#refusals.unauthorized > unauthorizedRetries) return 'unauthorized';
    if (status === ACCESS_DENIED && ++this.#refusals.denied > deniedRetries) return 'denied';
    return null;
  }
}
