// The provider that the @amazon-connect clients are made with: `new VoiceClient(connect.core.getSDKClientConfig())`.
import type { SdkTopic } from '../conduit/side-channel.js';
import { assertFunction } from '../errors/errors.js';
import type { ChildFunctions, ChildPort } from './child-channels.js';
import type { HealthChange } from './health-check.js';
import type { LineEvent, LineStatus } from './line.js';
import type { SdkLink, SdkTrouble } from './link.js';
import type { Listener } from './listeners.js';
import type { SdkHandler } from './subscriptions.js';

/** What a client, or a page, can do with the channel. */
export interface SdkProxy {
  /** Asks the CCP for something; rejects with a ConnectError. */
  request<Data = unknown>(namespace: string, command: string, data?: unknown): Promise<Data>;
  subscribe(topic: SdkTopic, handler: SdkHandler): void;
  unsubscribe(topic: SdkTopic, handler: SdkHandler): void;
  readonly connectionStatus: LineStatus;
  readonly proxyType: string;
  onConnectionStatusChange(listener: Listener<LineEvent>): void;
  offConnectionStatusChange(listener: Listener<LineEvent>): void;
}

/** How clients are made: pass it to their constructors. */
export interface SdkClientConfig {
  readonly provider: SdkProvider;
}

/** What a provider says of itself. */
export interface SdkProviderConfig {
  /** Origin of the instance. */
  readonly instanceUrl: string;
  readonly logging?: { readonly minLogToConsoleLevel?: number };
}

/** What every client takes. A page may hand in its own by the option `provider` of `initCCP`. */
export interface SdkProvider {
  readonly id: string;
  readonly config: Readonly<object>;
  getProxy(): SdkProxy;
  onError?(listener: Listener<SdkTrouble>): void;
  offError?(listener: Listener<SdkTrouble>): void;
  /** Takes the CCP's frame, in providers that open the channel themselves. */
  setCCPIframe?(frame: HTMLIFrameElement): void;
}

/** The page's end of the channel, with all that the clients and `AppManager` ask for. */
export class ChannelProxy implements SdkProxy {
  readonly #link: SdkLink;
  readonly proxyType = 'streams-site';

  constructor(link: SdkLink) {
    this.#link = link;
  }

  get connectionStatus(): LineStatus {
    return this.#link.status;
  }

  request<Data = unknown>(namespace: string, command: string, data?: unknown): Promise<Data> {
    return this.#link.request(namespace, command, data) as Promise<Data>;
  }

  subscribe(topic: SdkTopic, handler: SdkHandler): void {
    assertFunction(handler, 'handler');
    this.#link.subscribe(topic, handler);
  }

  unsubscribe(topic: SdkTopic, handler: SdkHandler): void {
    this.#link.unsubscribe(topic, handler);
  }

  onConnectionStatusChange(listener: Listener<LineEvent>): void {
    assertFunction(listener, 'listener');
    this.#link.statusListeners.add(listener);
  }

  offConnectionStatusChange(listener: Listener<LineEvent>): void {
    this.#link.statusListeners.remove(listener);
  }

  onHealthCheckStatusChanged(listener: Listener<HealthChange>): void {
    assertFunction(listener, 'listener');
    this.#link.healthListeners.add(listener);
  }

  offHealthCheckStatusChanged(listener: Listener<HealthChange>): void {
    this.#link.healthListeners.remove(listener);
  }

  /** The id of the connection; rejects with an Error if the CCP opens none within 10 s. */
  getConnectionId(): Promise<string> {
    return this.#link.connectionId();
  }

  /** Does nothing: this library sends no logs anywhere. */
  log(): void {}

  /** Does nothing: this library sends no logs anywhere. */
  sendLogMessage(): void {}

  /** Does nothing: this library sends no metrics anywhere. */
  sendMetric(): void {}

  /** Does nothing: this library sends no metrics anywhere. */
  sendMetricMessage(): void {}

  /** Lets an app in a frame speak to the CCP. */
  addChildIframeChannel(child: ChildPort): void {
    this.#link.children.addPort(child);
  }

  /** Gives such an app another port. */
  updateChildIframeChannelPort(child: ChildPort): void {
    this.#link.children.updatePort(child);
  }

  /** Lets an app in this document speak to the CCP. */
  addChildComponentChannel(child: ChildFunctions): void {
    this.#link.children.addFunctions(child);
  }
}

/**
 * Makes the provider of one runtime. Its class is its own, so that what a plugin puts on its prototype is on no other one.
 * @param link the channel.
 * @param config what it says of itself now.
 */
export function createProvider(link: SdkLink, config: () => SdkProviderConfig): SdkProvider {
  const proxy = new ChannelProxy(link);
  class ConnectProvider implements SdkProvider {
    get id(): string {
      return link.providerId;
    }

    get config(): SdkProviderConfig {
      return Object.freeze({ ...config() });
    }

    getProxy(): ChannelProxy {
      return proxy;
    }

    onError(listener: Listener<SdkTrouble>): void {
      assertFunction(listener, 'listener');
      link.errorListeners.add(listener);
    }

    offError(listener: Listener<SdkTrouble>): void {
      link.errorListeners.remove(listener);
    }

    /** Does nothing: each frame of the CCP is known. A page that has had its own provider may go on calling it. */
    setCCPIframe(): void {}
  }
  return new ConnectProvider();
}
