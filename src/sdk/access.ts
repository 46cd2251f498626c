// The side channel of one runtime: which provider its users get, and how its own API asks through it.
import type { SdkTopic, SiteName } from '../conduit/side-channel.js';
import { loggedUnlessTaken } from '../api/commands.js';
import type { SideChannel } from '../api/context.js';
import type { SideChannels } from '../api/core.js';
import type { GivenProvider, ProviderPlugin } from '../embedding/client-options.js';
import type { SideLine, SideLines } from '../embedding/embedding-options.js';
import type { InitCcpOptions } from '../embedding/options.js';
import { CommandErrorType } from '../errors/command-error.js';
import { assertFunction } from '../errors/errors.js';
import type { Logger } from '../log/logger.js';
import { SdkLink } from './link.js';
import { createProvider, type SdkClientConfig, type SdkProvider } from './provider.js';
import { commandErrorOf, SdkError } from './sdk-error.js';
import type { SdkHandler } from './subscriptions.js';

/** What the API itself hears, through whichever provider there is. */
interface ApiSubscription {
  readonly topic: SdkTopic;
  readonly handler: SdkHandler;
}

/** The lines of a CCP whose page has a provider of its own: it opens the channel, and is told of every frame before it is there. */
class GivenLines implements SideLines {
  readonly #provider: GivenProvider;
  readonly #failed: (error: unknown) => void;

  constructor(provider: GivenProvider, failed: (error: unknown) => void) {
    this.#provider = provider;
    this.#failed = failed;
  }

  of(region: SiteName): SideLine {
    return {
      framed: (iframe) =>
        this.#tell(() => this.#provider.setCCPIframe?.(this.#speaksOfRegions ? { iframe, region } : iframe)),
      opened: () => {},
      closed: () => {},
    };
  }

  activate(region: SiteName): void {
    this.#tell(() => this.#provider.setActiveRegion?.(region));
  }

  get #speaksOfRegions(): boolean {
    return typeof this.#provider.setActiveRegion === 'function';
  }

  #tell(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#failed(error);
    }
  }
}

/** Gives the clients their provider, and the API its way to the CCP. */
export class SdkAccess implements SideChannel, SideChannels<SdkClientConfig> {
  readonly #log: Logger;
  readonly #isEmbedded: () => boolean;
  readonly #link: SdkLink;
  readonly #own: SdkProvider;
  readonly #subscriptions = new Set<ApiSubscription>();
  /** The plugins that have been given each prototype. */
  readonly #applied = new WeakMap<object, Set<ProviderPlugin>>();
  #given: GivenProvider | null = null;
  #instanceUrl = '';

  /**
   * @param log told what goes wrong in code of the page's.
   * @param isEmbedded tells whether there is a CCP.
   */
  constructor(log: Logger, isEmbedded: () => boolean) {
    this.#log = log;
    this.#isEmbedded = isEmbedded;
    this.#link = new SdkLink({ failed: (error, of) => this.#failed(error, of) });
    this.#own = createProvider(this.#link, () => ({ instanceUrl: this.#instanceUrl }));
  }

  /** True while a CCP is embedded. */
  get isThere(): boolean {
    return this.#isEmbedded();
  }

  /** What clients are made with. */
  get clientConfig(): SdkClientConfig {
    return { provider: this.#provider };
  }

  begin({ ccpUrl, provider, plugins }: InitCcpOptions): SideLines {
    this.#instanceUrl = new URL(ccpUrl, document.baseURI).origin;
    const before = this.#provider;
    this.#given = provider ?? null;
    this.#plug([plugins ?? []].flat());
    if (this.#provider !== before) this.#move(before);
    return provider ? new GivenLines(provider, (error) => this.#failed(error, 'provider')) : this.#link;
  }

  request<Data = unknown>(namespace: string, command: string, data?: Readonly<Record<string, unknown>>): Promise<Data> {
    return loggedUnlessTaken(this.#ask(namespace, command, data) as Promise<Data>, command, this.#log);
  }

  subscribe<Data>(topic: SdkTopic, callback: (data: Data) => unknown): { unsubscribe(): void } {
    assertFunction(callback, 'f');
    // A function of its own for each: two subscriptions of one callback are two.
    const subscription: ApiSubscription = { topic, handler: (data) => callback(data as Data) };
    this.#subscriptions.add(subscription);
    this.#provider.getProxy().subscribe(topic, subscription.handler);
    return {
      unsubscribe: () => {
        if (this.#subscriptions.delete(subscription)) {
          this.#provider.getProxy().unsubscribe(topic, subscription.handler);
        }
      },
    };
  }

  /** Ends every subscription. */
  forget(): void {
    for (const { topic, handler } of this.#subscriptions) this.#provider.getProxy().unsubscribe(topic, handler);
    this.#subscriptions.clear();
    this.#link.forget();
  }

  get #provider(): SdkProvider {
    return (this.#given as SdkProvider | null) ?? this.#own;
  }

  async #ask(
    namespace: string,
    command: string,
    data: Readonly<Record<string, unknown>> | undefined,
  ): Promise<unknown> {
    try {
      if (!this.#isEmbedded()) {
        const details = { command, requestData: data };
        throw new SdkError({
          errorKey: CommandErrorType.NOT_CONNECTED,
          reason: `${command} was not sent: no CCP is embedded`,
          namespace,
          details,
        });
      }
      return await this.#provider.getProxy().request(namespace, command, data);
    } catch (error) {
      throw commandErrorOf(command, error);
    }
  }

  /** What the API hears goes on by another provider. */
  #move(before: SdkProvider): void {
    for (const { topic, handler } of this.#subscriptions) {
      before.getProxy().unsubscribe(topic, handler);
      this.#provider.getProxy().subscribe(topic, handler);
    }
  }

  /** Hands the provider's prototype from plugin to plugin; one that fails is the last. */
  #plug(plugins: readonly ProviderPlugin[]): void {
    let prototype = Object.getPrototypeOf(this.#provider) as object;
    const applied = this.#applied.get(prototype) ?? new Set();
    this.#applied.set(prototype, applied);
    try {
      for (const plugin of plugins) {
        if (applied.has(plugin)) continue;
        applied.add(plugin);
        prototype = plugin(prototype) as object;
      }
    } catch (error) {
      // It stays the last one, also with the next CCP.
      for (const plugin of plugins) applied.add(plugin);
      this.#log.error('A plugin of the provider failed; those after it were not called.').withException(error);
    }
  }

  #failed(error: unknown, of: string): void {
    this.#log.error('A handler of %s failed.', of).withException(error);
  }
}
