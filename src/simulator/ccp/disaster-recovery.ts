// The CCP page's part in two-region operation, first design: it takes its agent out of a region that is to stand by.
import type { TwoWayConduit } from './two-way-conduit.js';
import type { RequestClient } from '../../conduit/request-client.js';
import { type AgentData, type ContactData, isRecord } from '../../conduit/wire.js';
import { AgentEvents, DisasterRecoveryEvents, MasterTopics } from '../../events/event-names.js';
import type { WorkerCredentials } from './authorization.js';

/** What the duty needs. */
export interface StandbyDutyOptions {
  conduit: TwoWayConduit;
  api: RequestClient;
  master: RequestClient;
  /** The last agent data, or null. */
  agent: () => AgentData | null;
  authorize: () => Promise<WorkerCredentials>;
  /** The data of `disasterRecovery::init_disaster_recovery`: the region's parameters. */
  params: unknown;
  /** Told of a failover that waits for the end of a call. */
  pending: (nextActiveArn: unknown) => void;
}

const isVoice = ({ type }: ContactData): boolean => type === 'voice' || type === 'queue_callback';
const agentConnectionOf = ({ connections }: ContactData) => connections.find(({ type }) => type === 'agent');

/** Suppresses or revives a region's CCP, and empties it when it goes out of service. docs/protocol.md, section 10.1. */
export class StandbyDuty {
  readonly #options: StandbyDutyOptions;
  /** The failover that waits for the agent's data, or for calls to end; undefined if none does. */
  #waiting: { soft: boolean; nextActiveArn: unknown } | undefined;

  constructor(options: StandbyDutyOptions) {
    this.#options = options;
    const { conduit, params } = options;
    const { SET_OFFLINE, FORCE_OFFLINE } = DisasterRecoveryEvents;
    conduit.onDownstream<unknown>(SET_OFFLINE, (data) => void this.#asMaster(data));
    conduit.onUpstream<unknown>(FORCE_OFFLINE, (data) => void this.#asMaster(data));
    conduit.onUpstream<unknown>(DisasterRecoveryEvents.FAILOVER, (data) => {
      if (isRecord(data) && data.isPrimary === true) this.#waiting = undefined;
    });
    conduit.onUpstream(AgentEvents.UPDATE, () => {
      if (this.#waiting) void this.#goOffline(this.#waiting.soft, this.#waiting.nextActiveArn);
    });
    const { pollForFailover, isPrimary, instanceArn, otherArn } = isRecord(params) ? params : {};
    if (pollForFailover) void this.#startPolling(instanceArn, otherArn);
    else this.#suppress(!isPrimary);
    if (!pollForFailover && !isPrimary) void this.#goOffline(false, undefined);
  }

  #suppress(suppress: boolean): void {
    const data = { suppress, shouldSendFailoverDownstream: false };
    this.#options.conduit.sendUpstream(DisasterRecoveryEvents.SUPPRESS, data);
  }

  async #startPolling(instanceArn: unknown, otherArn: unknown): Promise<void> {
    const { conduit, authorize } = this.#options;
    try {
      const { authToken } = await authorize();
      conduit.sendUpstream(DisasterRecoveryEvents.INIT_DR_POLLING, { instanceArn, otherArn, authToken });
    } catch {
      this.#suppress(true); // Nobody is signed in: a region that cannot ask does not serve.
    }
  }

  async #asMaster(data: unknown): Promise<void> {
    const { softFailover, nextActiveArn } = isRecord(data) ? data : {};
    try {
      const answer = await this.#options.master.call('checkMaster', { topic: MasterTopics.FAILOVER });
      if (isRecord(answer) && answer.isMaster === true) await this.#goOffline(softFailover === true, nextActiveArn);
    } catch {
      // No answer about the master: another tab, or the worker's next request, does it.
    }
  }

  async #goOffline(soft: boolean, nextActiveArn: unknown): Promise<void> {
    const { conduit, agent, pending } = this.#options;
    const data = agent();
    const calls = soft ? (data?.snapshot.contacts.filter(isVoice) ?? []) : [];
    const announced = this.#waiting !== undefined;
    this.#waiting = !data || calls.length > 0 ? { soft, nextActiveArn } : undefined;
    if (!data) return;
    if (calls.length > 0 && !announced) pending(nextActiveArn);
    const leaving = data.snapshot.contacts.filter((contact) => !calls.includes(contact));
    const left = await Promise.allSettled(leaving.map((contact) => this.#leave(contact)));
    if (calls.length > 0) return;
    if (left.some(({ status }) => status === 'rejected')) {
      conduit.sendUpstream(DisasterRecoveryEvents.FORCE_OFFLINE, { offline: true });
      return;
    }
    const news = leaving.length > 0 ? { offline: false } : { offline: false, nextActiveArn };
    conduit.sendUpstream(DisasterRecoveryEvents.FORCE_OFFLINE, news);
    await this.#setOffline(data);
  }

  async #leave(contact: ContactData): Promise<void> {
    const connection = agentConnectionOf(contact);
    const { contactId } = contact;
    if (!connection || contact.state.type === 'ended') return;
    await this.#options.api.call('destroyConnection', { contactId, connectionId: connection.connectionId });
  }

  async #setOffline({ configuration }: AgentData): Promise<void> {
    const offline = configuration.agentStates?.find(({ type }) => type === 'offline');
    if (!offline) return;
    try {
      await this.#options.api.call('putAgentState', { state: offline, enqueueNextState: false });
    } catch {
      // The service refuses: the agent stays as it is, and the region gives it no contacts while it is suppressed.
    }
  }
}
