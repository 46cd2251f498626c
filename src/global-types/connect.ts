// The global `connect` as a type: the runtime, whose functions take and give what the types of this folder say.
import type { AgentData, ConnectionData, ContactData } from '../conduit/wire.js';
import type { ResilientConnect as Connect } from '../resiliency/resilient-connect.js';
import type { EventBus as AnyEventBus, EventCallback, Subscription } from '../events/event-bus.js';
import type { WireEndpoint } from '../conduit/wire.js';
import type { ConnectEventMap } from '../api/event-maps.js';
import type { Agent, AgentCallback, SoftphoneError } from './agent.js';
import type {
  BaseConnection,
  ChatConnection,
  EmailConnection,
  LiveEndpoint,
  TaskConnection,
  VoiceConnection,
} from './connection.js';
import type { WebSocketManager as AnyWebSocketManager } from '../media/web-socket-manager.js';
import type { ContactEventName } from '../events/event-names.js';
import type { Logger } from './log.js';
import type { EnumName } from './enums.js';
import type { GlobalResiliency } from './regions.js';
import type { Contact, ContactCallback, ViewContactEvent } from './contact.js';

/** Any function: what Streams declares where it does not say more. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- a narrower type would refuse what is declared so
export type AnyFunction = Function;

/** The bus under all subscriptions. */
export interface EventBus extends AnyEventBus<ConnectEventMap> {
  subscribe(eventName: string, callback: AnyFunction, options?: { signal?: AbortSignal }): Subscription;
  subscribeAll(callback: AnyFunction, options?: { signal?: AbortSignal }): Subscription;
}

/** A subscription whose callback may be any function. */
type Subscribe = (f: AnyFunction) => Subscription;

/** Everything under `connect.core`. */
export interface Core extends Omit<
  Connect['core'],
  | 'getEventBus'
  | 'onViewContact'
  | 'onAuthorizeSuccess'
  | 'onAuthorizeRetriesExhausted'
  | 'onCTIAuthorizeRetriesExhausted'
  | 'onIframeRetriesExhausted'
  | 'getFrameMediaDevices'
  | 'getSDKClientConfig'
  | 'getWebSocketManager'
> {
  getEventBus(): EventBus;
  onViewContact(callback: EventCallback<ViewContactEvent>): Subscription;
  readonly onAuthorizeSuccess: Subscribe;
  readonly onAuthorizeRetriesExhausted: Subscribe;
  readonly onCTIAuthorizeRetriesExhausted: Subscribe;
  readonly onIframeRetriesExhausted: Subscribe;
  getFrameMediaDevices(timeout?: number): Promise<MediaDeviceInfo[]>;
  getWebSocketManager(): AnyWebSocketManager & connect.WebSocketManager;
  getSDKClientConfig(): { provider: unknown };
}

type ConnectionClass<Instance> = new (contactId: string, connectionId: string) => Instance;

/** Classes whose objects have types of this folder. */
interface Classes {
  readonly Agent: new () => Agent;
  readonly AgentSnapshot: new (captured: AgentData) => Agent & { readonly agentData: AgentData };
  readonly Contact: new (contactId: string) => Contact;
  readonly ContactSnapshot: new (captured: ContactData) => Contact & { readonly contactData: ContactData };
  readonly BaseConnection: ConnectionClass<BaseConnection>;
  readonly Connection: ConnectionClass<VoiceConnection>;
  readonly VoiceConnection: ConnectionClass<VoiceConnection>;
  readonly ChatConnection: ConnectionClass<ChatConnection>;
  readonly TaskConnection: ConnectionClass<TaskConnection>;
  readonly EmailConnection: ConnectionClass<EmailConnection>;
  readonly ConnectionSnapshot: new (
    captured: ConnectionData,
  ) => BaseConnection & { readonly connectionData: ConnectionData };
  readonly Endpoint: EndpointClass;
  readonly Address: EndpointClass;
  readonly SoftphoneError: new (errorType: string, errorMessage: string, endPointUrl: string) => SoftphoneError;
}

interface EndpointClass {
  new (fields?: WireEndpoint): LiveEndpoint;
  byPhoneNumber(phoneNumber: string, name?: string): LiveEndpoint;
}

/** What this folder says in place of the runtime. */
type Said =
  keyof Classes | 'agent' | 'contact' | 'core' | 'initCCP' | 'globalResiliency' | 'getLog' | 'getContactEventName';

/** The global `connect`. */
export interface GlobalNamespace extends Omit<Connect, Said | EnumName>, Classes, Pick<typeof connect, EnumName> {
  readonly agent: ((callback: AgentCallback) => Subscription) & { readonly initialized: boolean };
  contact(callback: ContactCallback): Subscription;
  readonly core: Core;
  readonly initCCP: Core['initCCP'];
  readonly globalResiliency: GlobalResiliency;
  getLog(): Logger;
  getContactEventName(eventName: connect.ContactEvents | ContactEventName, contactId: string): string;
}
