// The worker's part in two-region operation, first design: what a region that stands by shows, and what it says.
import { type AgentSnapshotData, isRecord } from '../conduit/wire.js';
import { DisasterRecoveryEvents } from '../events/event-names.js';

/** What an agent of a region that stands by still sees: contacts that have begun are brought to their end. */
const KEPT = ['connected', 'ended'];

/** Remembers whether the region stands by. Protocol section 4.9. */
export class Standby {
  readonly #sendToAll: (eventName: string, data?: unknown) => void;
  #suppressed = false;
  #forceOffline = false;

  /** @param sendToAll sends an event to every CCP. */
  constructor(sendToAll: (eventName: string, data?: unknown) => void) {
    this.#sendToAll = sendToAll;
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

  /** A CCP tells how far it has come with taking the agent offline. */
  forceOffline(data: unknown): void {
    const { offline, nextActiveArn } = isRecord(data) ? data : {};
    if (!this.#forceOffline) this.#sendToAll(DisasterRecoveryEvents.FAILOVER, { isPrimary: false, nextActiveArn });
    this.#forceOffline = Boolean(offline);
  }

  /** What is shown of a snapshot. While the agent has to go offline, every CCP is reminded of it. */
  filter(snapshot: AgentSnapshotData): AgentSnapshotData {
    if (!this.#suppressed) return snapshot;
    if (this.#forceOffline) this.#sendToAll(DisasterRecoveryEvents.FORCE_OFFLINE);
    return { ...snapshot, contacts: snapshot.contacts.filter(({ state }) => KEPT.includes(state.type)) };
  }
}
