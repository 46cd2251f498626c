// The worker's part in two-region operation, first design: what a region that stands by shows, and what it says.
import { withoutWaitingContacts } from '../../conduit/standby.js';
import { type AgentSnapshotData, isRecord } from '../../conduit/wire.js';
import { DisasterRecoveryEvents } from '../../events/event-names.js';

/** What the service says of the two regions. */
export interface ActiveRegion {
  /** ARN of the instance that is to be active. */
  readonly instanceArn: string;
  /** True: calls in the other one may be brought to their end first. */
  readonly isSoft: boolean;
}

/** Who is told it. */
export interface PollOccasion {
  /** ARN of the worker's instance. */
  readonly ownArn: string;
  /** ARN of the other one. */
  readonly otherArn: string;
  /** True if a CCP has just come up. */
  readonly isFirstForCcp: boolean;
  /** True if the worker has not polled before. */
  readonly isFirstForWorker: boolean;
}

/** Remembers whether the region stands by. docs/protocol.md, section 4.9. */
export class Standby {
  readonly #sendToAll: (eventName: string, data?: unknown) => void;
  #suppressed = false;
  #forceOffline = false;
  /** True while a failover may be waiting for the end of a call. */
  #pendingFailover = false;

  /** @param sendToAll sends an event to every CCP. */
  constructor(sendToAll: (eventName: string, data?: unknown) => void) {
    this.#sendToAll = sendToAll;
  }

  /** True while the region stands by. */
  get isSuppressed(): boolean {
    return this.#suppressed;
  }

  /** A CCP tells that the region stands by, or serves again. */
  suppress(data: unknown): void {
    const { suppress, shouldSendFailoverDownstream = true } = isRecord(data) ? data : {};
    this.#suppressed = Boolean(suppress);
    if (!this.#suppressed) this.#forceOffline = false;
    if (shouldSendFailoverDownstream) {
      this.#sendToAll(DisasterRecoveryEvents.FAILOVER, { isPrimary: !this.#suppressed });
    }
  }

  /** A region that cannot ask whether it is to be active does not serve. */
  cannotAsk(): void {
    this.#suppressed = true;
  }

  /** A CCP tells how far it has come with taking the agent offline. */
  forceOffline(data: unknown): void {
    const { offline, nextActiveArn } = isRecord(data) ? data : {};
    if (!this.#forceOffline) {
      this.#pendingFailover = false;
      this.#sendToAll(DisasterRecoveryEvents.FAILOVER, { isPrimary: false, nextActiveArn });
    }
    this.#forceOffline = Boolean(offline);
  }

  /**
   * The service has said which region is to be active.
   * @param active what it says.
   * @param occasion who has asked.
   * @returns false if it names neither of the two.
   */
  heard({ instanceArn, isSoft }: ActiveRegion, occasion: PollOccasion): boolean {
    const { ownArn, otherArn, isFirstForCcp, isFirstForWorker } = occasion;
    if (instanceArn === ownArn) {
      if (!this.#suppressed && isFirstForCcp)
        this.#sendToAll(DisasterRecoveryEvents.FAILOVER, { nextActiveArn: ownArn });
      return true;
    }
    if (instanceArn !== otherArn) return false;
    const mayWait = isSoft && !isFirstForWorker;
    // A new window goes on in this region too, as long as the others wait in it for the end of a call.
    if (mayWait && isFirstForCcp && (!this.#suppressed || this.#pendingFailover)) {
      this.#sendToAll(DisasterRecoveryEvents.FAILOVER, { nextActiveArn: ownArn });
    }
    if (this.#suppressed) return true;
    this.#suppressed = true;
    this.#pendingFailover = mayWait;
    this.#sendToAll(DisasterRecoveryEvents.FORCE_OFFLINE, { softFailover: mayWait, nextActiveArn: instanceArn });
    return true;
  }

  /** Begins anew, as after a sign-out. */
  reset(): void {
    this.#suppressed = this.#forceOffline = this.#pendingFailover = false;
  }

  /** What is shown of a snapshot. While the agent has to go offline, every CCP is reminded of it. */
  filter(snapshot: AgentSnapshotData): AgentSnapshotData {
    if (!this.#suppressed) return snapshot;
    if (this.#forceOffline) this.#sendToAll(DisasterRecoveryEvents.FORCE_OFFLINE);
    return withoutWaitingContacts(snapshot);
  }
}
