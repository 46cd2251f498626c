// Where the traffic of two regions goes, as each of their workers is told when it asks.
import { IdGenerator } from './id-generator.js';

/** Where it goes unless told otherwise. */
const FIRST = 'us-east-1';

/**
 * ARN of the simulated instance of a region: the same for all that are in it.
 * @param region AWS region, perhaps with a discriminator after a dot: `us-east-1.instance0`.
 */
export function instanceArnOf(region: string): string {
  const seed = [...region].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7);
  return `arn:aws:connect:${region.split('.')[0]}:123456789012:instance/${new IdGenerator(seed).uuid()}`;
}

/** The distribution as one region sees it; both are told of a change. */
export class TrafficDistribution {
  #instanceArn: string;
  #isSoft = false;

  /** @param region where the traffic goes at first. */
  constructor(region = FIRST) {
    this.#instanceArn = instanceArnOf(region);
  }

  /**
   * Sends the traffic to a region.
   * @param region its name.
   * @param options `soft`: calls in the other one may be brought to their end first.
   */
  activate(region: string, { soft = false }: { soft?: boolean } = {}): void {
    this.#instanceArn = instanceArnOf(region);
    this.#isSoft = soft;
  }

  /** What is at the address that the service gives for it. docs/protocol.md, section 4.9. */
  answer(): { InstanceArn: string; TerminateActiveContacts: boolean } {
    return { InstanceArn: this.#instanceArn, TerminateActiveContacts: !this.#isSoft };
  }
}
