// The side channel, typed once for both of its ends: a line of its own between page and CCP, beside the wire, on which the
// @amazon-connect clients ask and subscribe. docs/protocol.md, section 2.9.
import { isRecord } from './wire.js';

/** What the CCP says with a port in its hand: the page may have this channel. */
export const CHANNEL_OFFER = 'cross-domain-adapter-init';

/** What the page says on that port, to take it. */
export const CHANNEL_TAKEN = 'cross-domain-site-ready';

/** Parts of the CCP that answer requests. */
export const SdkNamespace = /*#__PURE__*/ Object.freeze({
  CONTACT: 'aws.connect.contact',
  VOICE: 'aws.connect.voice',
  ACTIVITY: 'aws.connect.activity',
  EMAIL: 'aws.connect.email',
  FILE: 'aws.connect.file',
  MESSAGE_TEMPLATE: 'aws.connect.messageTemplate',
  QUICK_RESPONSES: 'aws.connect.quick-responses',
  USER: 'aws.connect.user',
} as const);

/** What can be subscribed to. With a parameter it is another topic than without. */
export interface SdkTopic {
  readonly namespace: string;
  readonly key: string;
  /** Such as the id of a contact or of a participant. */
  readonly parameter?: string;
}

/** Which page a message comes from. */
export interface SdkMessageOrigin {
  readonly _type: 'streams-site' | 'global-resiliency-streams-site';
  readonly providerId: string;
  readonly origin: string;
  readonly path: string;
  /** With two regions, where the agent works. */
  readonly activeRegion?: SiteName;
}

/** The CCP of a runtime; of two regions, the first and the second. */
export type SiteName = 'primary' | 'secondary';

/** From the page: asks for something. */
export interface SdkRequest {
  readonly type: 'request';
  readonly namespace: string;
  readonly command: string;
  readonly requestId: string;
  readonly data?: unknown;
}

/** From the page: wants to hear of a topic from now on. */
export interface SdkSubscribe {
  readonly type: 'subscribe';
  readonly topic: SdkTopic;
  readonly handlerId: string;
}

/** From the page: nobody wants to hear of a topic any more. */
export interface SdkUnsubscribe {
  readonly type: 'unsubscribe';
  readonly topic: SdkTopic;
}

/** From the page: asks whether the CCP is still there. */
export interface SdkHealthCheck {
  readonly type: 'healthCheck';
}

/** From the page: what an app inside it says to the CCP. */
export interface SdkChildUpstream {
  readonly type: 'childUpstream';
  readonly sourceProviderId: string;
  readonly parentProviderId: string;
  readonly connectionId: string;
  readonly message: unknown;
}

/** Whatever the page says, without what is said of its origin. */
export type SdkUpstream = SdkRequest | SdkSubscribe | SdkUnsubscribe | SdkHealthCheck | SdkChildUpstream;

/** From the CCP: the channel is open. */
export interface SdkAcknowledge {
  readonly type: 'acknowledge';
  readonly connectionId: string;
  readonly status: { readonly initialized: true; readonly startTime: Date } | { readonly initialized: false };
  /** Milliseconds between two health checks; none where it is 0. */
  readonly healthCheckInterval: number;
}

/** From the CCP: the answer to the request with the same id. */
export type SdkResponse = {
  readonly type: 'response';
  readonly namespace: string;
  readonly requestId: string;
} & (
  | { readonly isError: false; readonly data: unknown }
  | {
      readonly isError: true;
      readonly errorKey: string;
      readonly reason: string;
      readonly details: Readonly<Record<string, unknown>>;
    }
);

/** From the CCP: news of a topic, for one subscriber or for all of it. */
export interface SdkPublish {
  readonly type: 'publish';
  readonly topic: SdkTopic;
  readonly data: unknown;
  readonly handlerId?: string;
}

/** From the CCP: something has gone wrong that is no answer to a request. */
export interface SdkErrorMessage {
  readonly type: 'error';
  readonly message: string;
  readonly key: string;
  readonly isFatal: boolean;
  readonly status: unknown;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** From the CCP: it is still there. */
export interface SdkHealthCheckResponse {
  readonly type: 'healthCheckResponse';
  readonly time: number;
  readonly counter: number;
}

/** From the CCP: something for an app inside the page. */
export interface SdkChildDownstream {
  readonly type: 'childDownstreamMessage';
  readonly connectionId: string;
  readonly targetProviderId: string;
  readonly message: unknown;
}

/** From the CCP: the line of an app inside the page is over. */
export interface SdkChildClose {
  readonly type: 'childConnectionClose';
  readonly connectionId: string;
}

/** Whatever the CCP says. */
export type SdkDownstream =
  | SdkAcknowledge
  | SdkResponse
  | SdkPublish
  | SdkErrorMessage
  | SdkHealthCheckResponse
  | SdkChildDownstream
  | SdkChildClose;

/** True if a message on the channel can be looked at. */
export const isChannelMessage = (value: unknown): value is { readonly type: string } =>
  isRecord(value) && typeof value.type === 'string';

/** One text for each topic, by which its subscribers are found. */
export const topicName = ({ namespace, key, parameter }: SdkTopic): string =>
  JSON.stringify([namespace, key, parameter || null]);
