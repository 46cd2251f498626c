// connect.BaseConnection and its channels as types: ours, where what Streams declares without null has none.
import type {
  BaseConnection as AnyConnection,
  ChatConnection as AnyChatConnection,
  TaskConnection as AnyTaskConnection,
} from '../api/connection.js';
import type { VoiceConnection as AnyVoiceConnection } from '../api/voice-connection.js';
import type { Endpoint as AnyEndpoint } from '../api/endpoint.js';
import type { TimedState } from '../conduit/wire.js';
import type { EnumValue } from './values.js';

/** An endpoint that the library has made. */
export interface LiveEndpoint extends AnyEndpoint {
  readonly endpointARN: string;
  readonly endpointId: string;
  readonly type: connect.EndpointType;
  readonly name: string;
  readonly phoneNumber: string;
  readonly agentLogin: string;
  readonly queue: string;
}

/** An endpoint, whoever has made it: a page may write one by itself. */
export type Endpoint = Omit<LiveEndpoint, 'stripPhoneNumber'>;

/** State of a connection. */
export interface ConnectionState extends TimedState {
  readonly type: connect.ConnectionStateType;
}

/** Who is being monitored. */

export type MonitorInfo = {
  readonly agentName: string;
  readonly customerName: string;
  readonly joinTime: Date;
};

/** A connection of any channel. */
export interface BaseConnection extends AnyConnection {
  getEndpoint(): LiveEndpoint;
  getAddress(): LiveEndpoint;
  getState(): ConnectionState;
  getStatus(): ConnectionState;
  getType(): connect.ConnectionType;
  getMonitorInfo(): MonitorInfo | null;
  getMonitorCapabilities(): connect.MonitoringMode[] | undefined;
  getMonitorStatus(): connect.MonitoringMode | null;
  isSilentMonitorEnabled(): boolean;
  isBargeEnabled(): boolean;
  getQuickConnectName(): string | null;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- of other libraries, and declared so by Streams
  getMediaController<Controller = any>(): Promise<Controller>;
  toSnapshot(): BaseConnection;
}

/** What a channel's class adds to every connection. */
type Own<Channel, Said extends string> = Omit<Channel, keyof AnyConnection | Said>;

/** What a connection can send besides sound. */
export type CapabilitiesDictionary = Readonly<Record<string, string>>;

/** What is known of the sound of a call. */
export type VoiceMediaInfo = {
  readonly autoAccept: boolean;
  readonly callConfigJson: string;
  readonly callContextToken: string;
  readonly callType: connect.SoftphoneCallType;
  readonly mediaLegContextToken: string;
};

/** A token with which to take part in a chat. */
export type ConnectionToken = {
  readonly chatTokenTransport: { readonly expiry: string; readonly participantToken: string };
};

/** What a chat session is made of. */
export type ChatMediaInfo = {
  readonly contactId: string;
  readonly initialContactId: string;
  readonly participantId: string;
  readonly participantToken: string;
  getConnectionToken: ChatConnection['getConnectionToken'];
  readonly originalInfo: {
    readonly chatAutoAccept: boolean;
    readonly connectionData: string;
    readonly customerName: string | null;
    readonly agentName: string | null;
  };
};

/** What is known of a task's connection. */
export type TaskMediaInfo = { readonly contactId: string; readonly initialContactId: string };

/** By what means the customer of a chat has shown who they are. */
export type CustomerAuthenticationMethod = 'CONNECT' | 'CUSTOM';

/** What the service knows of who the customer of a chat is. */
export type CustomerAuthenticationDetails = {
  Status: EnumValue<'CustomerAuthenticationStatus'>;
  IdentityProvider?: string;
  ClientId?: string;
  AssociatedCustomerId?: string;
  AuthenticationMethod?: CustomerAuthenticationMethod;
};

/** A leg of a call. */
export interface VoiceConnection
  extends BaseConnection, Own<AnyVoiceConnection, 'isMute' | 'isForcedMute' | 'getCapabilities'> {
  getMediaInfo(): VoiceMediaInfo;
  getMediaType(): connect.MediaType.SOFTPHONE;
  isMute(): boolean;
  isForcedMute(): boolean;
  getCapabilities(): CapabilitiesDictionary;
}

/** The agent's or the customer's part in a chat. */
export interface ChatConnection
  extends
    BaseConnection,
    Own<AnyChatConnection, 'getParticipantName' | 'getAuthenticationDetails' | 'getConnectionToken'> {
  getMediaInfo(): ChatMediaInfo;
  getMediaType(): connect.MediaType.CHAT;
  getMonitorCapabilities(): connect.MonitoringMode[];
  getConnectionToken(): Promise<ConnectionToken>;
  getParticipantName(): string | null;
  getAuthenticationDetails(): CustomerAuthenticationDetails | null;
}

/** The agent's part in a task. */
export interface TaskConnection extends BaseConnection, Own<AnyTaskConnection, never> {
  getMediaInfo(): TaskMediaInfo;
  getMediaType(): connect.MediaType.TASK;
}

/** The agent's part in an e-mail. */
export interface EmailConnection extends BaseConnection {
  getMediaType(): connect.MediaType.EMAIL;
}
