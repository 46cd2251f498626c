// The simulator's side channel as a whole: opened with the page, answered from the agent's data, and scripted.
import { type ReceivedSdkRequest, SdkChannel } from '../../ccp/sdk-channel.js';
import type { CcpPage } from '../../ccp/ccp-page.js';
import type { SdkTopic } from '../../../conduit/side-channel.js';
import type { AgentData } from '../../../conduit/wire.js';
import { AgentEvents } from '../../../events/event-names.js';
import { LinkSwitch } from '../link-switch.js';
import { SdkAnswers, type SdkFailure } from './routes.js';
import { tellNews } from './topics.js';

/** What a page's channel has heard. */
export interface SdkTruth {
  /** In the order in which they came. */
  readonly requests: readonly ReceivedSdkRequest[];
  /** What is subscribed to now. */
  readonly subscriptions: readonly SdkTopic[];
}

/** What a line is made of. */
export interface SdkLineOptions {
  window: Window;
  page: CcpPage;
  /** False while the page's link to its parent is cut as a whole. */
  isLinkAlive: () => boolean;
  signal: AbortSignal;
}

/** One page's end of the side channel. */
export class SdkLine {
  readonly #answers: SdkAnswers;
  readonly #channel: SdkChannel;
  readonly #switch = new LinkSwitch();

  constructor({ window, page, isLinkAlive, signal }: SdkLineOptions) {
    this.#answers = new SdkAnswers(page, window.location.href);
    this.#channel = new SdkChannel({
      window,
      parentOrigin: page.parentOrigin,
      answer: (request) => this.#answers.answer(request),
      isAlive: () => isLinkAlive() && this.#switch.isAlive,
      signal,
    });
    let before: AgentData | null = null;
    page.conduit.onUpstream(AgentEvents.UPDATE, () => {
      const now = page.agent;
      if (!now) return;
      tellNews(now, before, (namespace, key, data, parameter) => {
        this.publish({ namespace, key }, data);
        if (parameter !== undefined) this.publish({ namespace, key, parameter }, data);
      });
      before = now;
    });
  }

  /** What it has heard. */
  get truth(): SdkTruth {
    return this.#channel.truth;
  }

  /** Tells whoever has subscribed to a topic. */
  publish(topic: SdkTopic, data: unknown): void {
    this.#channel.publish(topic, data);
  }

  /** The next requests of a command are refused. */
  fail(command: string, failure?: SdkFailure): void {
    this.#answers.fail(command, failure);
  }

  /** The channel says and hears nothing for so many milliseconds; 0 until further notice, -1 ends it. */
  silence(milliseconds: number): void {
    this.#switch.silence(milliseconds);
  }

  /** Opens the channel anew: with a new port, on which nothing is subscribed to. */
  reopen(): void {
    this.#channel.open();
  }
}
