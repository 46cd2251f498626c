// Asks the service, again and again, which of two regions is to be active. docs/protocol.md, section 4.9.
import { isRecord } from '../../conduit/wire.js';
import { pause } from './abortable.js';
import { ACCESS_DENIED, CtiError, statusOf, UNAUTHORIZED } from './cti-service-client.js';
import type { ActiveRegion, Standby } from './standby.js';

/** How the active region is asked for. */
export interface RegionPollingOptions {
  /** Milliseconds between two polls. Default 60 000. */
  pause?: number;
  /**
   * Gets what is at the address that the service gives for it; rejects with a {@link CtiError} if that is refused. The
   * default fetches it.
   */
  discover?: (url: string, signal: AbortSignal) => Promise<unknown>;
}

/** What the poller needs. */
export interface RegionPollerOptions extends RegionPollingOptions {
  /** Calls the service; `authToken` is that of the CCP that asks. */
  call(method: string, params: Record<string, unknown>, authToken: string | undefined): Promise<unknown>;
  standby: Standby;
  /** Told of polls that fail, and of answers that make no sense. */
  onTrouble(error: unknown): void;
}

const PAUSE = 60_000;
const TIMEOUT = 10_000;

/** The two instances, and whose token is used. */
interface Polled {
  readonly ownArn: string;
  readonly otherArn: string;
  readonly authToken: string | undefined;
}

async function fetchJson(url: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new CtiError('', `The active region is not told: ${response.status}.`, response.status);
  return response.json();
}

function activeRegionOf(answer: unknown): ActiveRegion {
  const { InstanceArn: instanceArn, TerminateActiveContacts: isHard } = isRecord(answer) ? answer : {};
  if (typeof instanceArn === 'string' && instanceArn && typeof isHard === 'boolean') {
    return { instanceArn, isSoft: !isHard };
  }
  throw new TypeError('An answer that names no active region');
}

/** Polls from the first CCP on until it is stopped. */
export class RegionPoller {
  readonly #options: RegionPollerOptions;
  #running: AbortController | null = null;
  #polled: Polled | null = null;
  /** Where the answer is; empty until the service has said so. */
  #url = '';

  constructor(options: RegionPollerOptions) {
    this.#options = options;
  }

  /**
   * A CCP asks for the active region. The first one starts the polling; for each further one it is looked at once.
   * @param data of `disasterRecovery::init_dr_polling`.
   */
  begin(data: unknown): void {
    if (this.#url && this.#running) return void this.#poll(this.#running.signal, true, false);
    const { instanceArn, otherArn, authToken } = isRecord(data) ? data : {};
    this.#polled = {
      ownArn: String(instanceArn),
      otherArn: String(otherArn),
      authToken: typeof authToken === 'string' ? authToken : undefined,
    };
    this.stop();
    this.#running = new AbortController();
    void this.#run(this.#running.signal);
  }

  /** Stops; no timer and no call is left. */
  stop(): void {
    this.#running?.abort();
    this.#running = null;
    this.#url = '';
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { pause: milliseconds = PAUSE, standby, onTrouble } = this.#options;
    try {
      const url = await this.#address();
      if (signal.aborted) return;
      this.#url = url;
    } catch (error) {
      if (signal.aborted) return;
      onTrouble(error);
      standby.cannotAsk();
      return;
    }
    await this.#poll(signal, true, true);
    while (!signal.aborted) {
      await pause(milliseconds, signal);
      if (!signal.aborted) await this.#poll(signal, false, false);
    }
  }

  async #poll(signal: AbortSignal, isFirstForCcp: boolean, isFirstForWorker: boolean): Promise<void> {
    const polled = this.#polled!;
    try {
      const active = activeRegionOf(await this.#answer(signal));
      if (signal.aborted) return;
      if (this.#options.standby.heard(active, { ...polled, isFirstForCcp, isFirstForWorker })) return;
      throw new Error(`${active.instanceArn} is to be active: neither ${polled.ownArn} nor ${polled.otherArn}`);
    } catch (error) {
      if (!signal.aborted) this.#options.onTrouble(error);
    }
  }

  async #answer(signal: AbortSignal): Promise<unknown> {
    const { discover = fetchJson } = this.#options;
    const get = () => discover(this.#url, AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]));
    try {
      return await get();
    } catch (error) {
      // The address holds for a while only.
      if (signal.aborted || ![UNAUTHORIZED, ACCESS_DENIED].includes(statusOf(error))) throw error;
      this.#url = await this.#address();
      return get();
    }
  }

  async #address(): Promise<string> {
    const params = { transportType: 'agent_discovery' };
    const answer = await this.#options.call('createTransport', params, this.#polled?.authToken);
    const transport = isRecord(answer) ? answer.agentDiscoveryTransport : undefined;
    if (isRecord(transport) && typeof transport.presignedUrl === 'string') return transport.presignedUrl;
    throw new TypeError('An answer without an address');
  }
}
