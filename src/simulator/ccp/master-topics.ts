// Master topics: which of the browser's CCPs does a thing that only one may do, such as ring.
import { isRecord } from '../../conduit/wire.js';

/** Milliseconds for which a master may be silent before another port can take its topics. */
const LEASE = 120_000;

/** What a master request asks for. docs/protocol.md, section 4.6. */
export interface MasterParams {
  topic: string;
  /** True if the caller only wants to know. */
  shouldNotBecomeMasterIfNone?: boolean;
}

/** The answer to a master request. */
export interface MasterAnswer {
  masterId: string | null;
  topic: string;
  /** Answer to `checkMaster`: the caller is the master. */
  isMaster?: boolean;
  /** Answer to `becomeMaster`: another port was the master. */
  takeOver?: boolean;
}

/** How the topics are kept. */
export interface MasterTopicsOptions {
  /** Epoch milliseconds. */
  now?: () => number;
  /** Milliseconds of silence after which a lease can be taken over. */
  lease?: number;
}

function readParams(params: unknown): MasterParams {
  if (!isRecord(params) || typeof params.topic !== 'string' || params.topic === '') {
    throw new TypeError('A master request needs params with a topic.');
  }
  return { topic: params.topic, shouldNotBecomeMasterIfNone: Boolean(params.shouldNotBecomeMasterIfNone) };
}

/**
 * Topic to port. A port loses its topics when it closes; one whose page has died without a word loses them to the next
 * port that asks. Only ports that have synchronized are known to speak regularly, so only their silence means anything.
 * docs/protocol.md, sections 4.6 and 12.2 (L14).
 */
export class MasterTopics {
  readonly #masters = new Map<string, string>();
  readonly #lastSynchronized = new Map<string, number>();
  readonly #now: () => number;
  readonly #lease: number;

  constructor({ now = () => Date.now(), lease = LEASE }: MasterTopicsOptions = {}) {
    this.#now = now;
    this.#lease = lease;
  }

  /** Renews the leases of a port: its page has just synchronized. */
  renew(portId: string): void {
    this.#lastSynchronized.set(portId, this.#now());
  }

  /** Drops every topic of a port. */
  release(portId: string): void {
    this.#lastSynchronized.delete(portId);
    for (const [topic, master] of this.#masters) if (master === portId) this.#masters.delete(topic);
  }

  /**
   * Answers a master request.
   * @param portId the port that asks.
   * @param method `checkMaster` or `becomeMaster`.
   * @param params topic and options.
   * @throws TypeError if the method is unknown or there is no topic.
   */
  answer(portId: string, method: string, params: unknown): MasterAnswer {
    switch (method) {
      case 'checkMaster':
        return this.#check(portId, readParams(params));
      case 'becomeMaster':
        return this.#become(portId, readParams(params));
      default:
        throw new TypeError(`There is no master method ${method}; the methods are checkMaster and becomeMaster.`);
    }
  }

  #check(portId: string, { topic, shouldNotBecomeMasterIfNone }: MasterParams): MasterAnswer {
    const current = this.#masters.get(topic);
    const free = current === undefined || (current !== portId && this.#isSilent(current));
    if (free && !shouldNotBecomeMasterIfNone) this.#masters.set(topic, portId);
    const masterId = this.#masters.get(topic) ?? null;
    return { masterId, isMaster: masterId === portId, topic };
  }

  #become(portId: string, { topic }: MasterParams): MasterAnswer {
    const before = this.#masters.get(topic);
    this.#masters.set(topic, portId);
    return { masterId: portId, takeOver: before !== undefined && before !== portId, topic };
  }

  #isSilent(portId: string): boolean {
    const last = this.#lastSynchronized.get(portId);
    return last !== undefined && this.#now() - last > this.#lease;
  }
}
