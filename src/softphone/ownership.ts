// Which tab of the browser takes the calls: the master of `connect::softphone`. docs/protocol.md, section 4.6.
import { isRecord } from '../conduit/wire.js';
import type { AnyEventBus } from '../events/event-bus.js';
import { EventType, MasterTopics } from '../events/event-names.js';

/** What ownership needs of its runtime. */
export interface OwnershipNeeds {
  readonly bus: AnyEventBus;
  /** Asks the worker for the topic; gives its answer. */
  askMaster(topic: string): Promise<unknown>;
  /** The CCP's port at its worker: with another one, what was had is gone. */
  portId(): string | undefined;
}

/** Which tab takes the calls: this one, another one, or nobody knows for want of a worker that answers. */
export type Owner = 'here' | 'elsewhere' | 'unknown';

/** Keeps asking for the softphone, where there is a reason to think that it may be had. */
export class Ownership {
  readonly #needs: OwnershipNeeds;
  /** The port that has it, if it is this tab's. */
  #port: string | undefined;

  /**
   * @param needs bus and questions.
   * @param signal ends it.
   */
  constructor(needs: OwnershipNeeds, signal: AbortSignal) {
    this.#needs = needs;
    const heard = (response: unknown): void => {
      const data = isRecord(response) ? response.data : undefined;
      if (!isRecord(data) || data.topic !== MasterTopics.SOFTPHONE || !data.takeOver) return;
      if (data.masterId !== needs.portId()) this.#port = undefined;
    };
    needs.bus.subscribe(EventType.MASTER_RESPONSE, heard, { signal });
  }

  /** True if this tab has the softphone, as far as is known. */
  get isHere(): boolean {
    return this.#port !== undefined && this.#port === this.#needs.portId();
  }

  /** Asks for it, unless this tab has it. */
  async take(): Promise<Owner> {
    const port = this.#needs.portId();
    if (port === undefined) return 'unknown';
    if (this.isHere) return 'here';
    try {
      const answer = await this.#needs.askMaster(MasterTopics.SOFTPHONE);
      // The answer to a port that has been replaced says nothing of the new one.
      if (port !== this.#needs.portId()) return 'unknown';
      const isMaster = isRecord(answer) && (answer.isMaster === true || answer.masterId === port);
      if (!isMaster) return 'elsewhere';
      this.#port = port;
      return 'here';
    } catch {
      return 'unknown';
    }
  }
}
