// The CCP's end of the side channel, played by a test: offers a port from a fake CCP's frame, hears, and says.
import { CHANNEL_OFFER, type SdkDownstream } from '../../src/conduit/side-channel.js';
import { eventually } from './eventually.js';
import type { CcpWindow } from './fake-ccp.js';

/** Whatever the page says on the port. */
export interface HeardMessage {
  readonly type: string;
  readonly requestId?: string;
  readonly command?: string;
  readonly namespace?: string;
  readonly data?: unknown;
  readonly topic?: { readonly namespace: string; readonly key: string; readonly parameter?: string };
  readonly handlerId?: string;
  readonly providerId?: string;
  readonly messageOrigin?: Readonly<Record<string, unknown>>;
}

/** One port as the CCP holds it. */
export class FakeChannel {
  readonly heard: HeardMessage[] = [];
  readonly port: MessagePort;

  constructor(port: MessagePort) {
    this.port = port;
    port.onmessage = ({ data }: MessageEvent<HeardMessage>) => void this.heard.push(data);
  }

  /** Offers a channel from the frame's own window. */
  static offer(window: CcpWindow): FakeChannel {
    const { port1, port2 } = new MessageChannel();
    window.say({ type: CHANNEL_OFFER }, '*', undefined, [port2]);
    return new FakeChannel(port1);
  }

  /** Offers one, waits until it is taken, and acknowledges. */
  static async open(window: CcpWindow, { healthCheckInterval = 0 } = {}): Promise<FakeChannel> {
    const channel = FakeChannel.offer(window);
    await channel.next('cross-domain-site-ready');
    const status = { initialized: true, startTime: new Date() } as const;
    channel.say({ type: 'acknowledge', connectionId: 'line-1', status, healthCheckInterval });
    return channel;
  }

  /** Everything heard of one kind. */
  of(type: string): readonly HeardMessage[] {
    return this.heard.filter((message) => message.type === type);
  }

  /** Waits for so many messages of a kind, and gives the last one. */
  async next(type: string, count = 1): Promise<HeardMessage> {
    await eventually(
      () => this.of(type).length >= count,
      `${count} messages ${type}; heard ${JSON.stringify(this.heard)}`,
    );
    return this.of(type)[count - 1];
  }

  say(message: SdkDownstream): void {
    this.port.postMessage(message);
  }

  /** Answers a request with data. */
  answer({ requestId = '', namespace = '' }: HeardMessage, data: unknown): void {
    this.say({ type: 'response', namespace, requestId, isError: false, data });
  }

  /** Refuses a request. */
  refuse({ requestId = '', namespace = '' }: HeardMessage, errorKey: string, reason: string): void {
    this.say({ type: 'response', namespace, requestId, isError: true, errorKey, reason, details: {} });
  }

  publish(namespace: string, key: string, data: unknown, parameter?: string, handlerId?: string): void {
    this.say({ type: 'publish', topic: { namespace, key, ...(parameter && { parameter }) }, data, handlerId });
  }
}
