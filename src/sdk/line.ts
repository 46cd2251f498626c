// One line to one CCP: the port that the page in its frame has opened last, from the offer to its end. docs/protocol.md, section 2.9.
import { CHANNEL_TAKEN, isChannelMessage, type SdkAcknowledge, type SdkDownstream } from '../conduit/side-channel.js';
import type { SideLine } from '../embedding/embedding-options.js';
import { type HealthChange, HealthCheck } from './health-check.js';

/** How a line stands. */
export type LineStatus = 'notConnected' | 'connecting' | 'initializing' | 'ready' | 'error' | 'reset';

/** What listeners are told when that changes. */
export interface LineEvent {
  readonly status: LineStatus;
  readonly connectionId?: string;
  readonly reason?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Who hears of a line. */
export interface LineOwner {
  readonly providerId: string;
  /** It stands elsewhere. */
  changed(line: SdkLine, event: LineEvent): void;
  /** What was sent through it gets no answer any more. */
  lost(line: SdkLine, isOver: boolean): void;
  /** The CCP says something. */
  heard(line: SdkLine, message: SdkDownstream): void;
  healthChanged(line: SdkLine, change: HealthChange): void;
  /** Asks the CCP through this line whether it is there. */
  ask(line: SdkLine): void;
}

/** The line to one CCP. Frames and ports come and go; it stays. */
export class SdkLine implements SideLine {
  readonly #owner: LineOwner;
  #port: MessagePort | null = null;
  /** Ends with the present port. */
  #life = new AbortController();
  #health: HealthCheck | null = null;
  #event: LineEvent = { status: 'notConnected' };

  constructor(owner: LineOwner) {
    this.#owner = owner;
  }

  /** How it stands. */
  get event(): LineEvent {
    return this.#event;
  }

  /** True once the CCP has acknowledged, as long as its port lives. */
  get isReady(): boolean {
    return this.#event.status === 'ready';
  }

  /** True while there is no CCP to wait for. */
  get isClosed(): boolean {
    return this.#event.status === 'notConnected';
  }

  framed(): void {
    this.#reset("the CCP's frame was loaded anew");
  }

  opened(port: MessagePort): void {
    if (this.#port) this.#reset('the CCP has opened the channel anew');
    this.#port = port;
    const { signal } = (this.#life = new AbortController());
    const { providerId } = this.#owner;
    this.#health = new HealthCheck(
      () => this.#owner.ask(this),
      (change) => this.#owner.healthChanged(this, change),
      signal,
    );
    port.addEventListener('message', ({ data }: MessageEvent<unknown>) => this.#hear(data), { signal });
    // Where the browser tells it: the page at the other end has gone. Elsewhere the next one shows it.
    port.addEventListener('close', () => this.#reset("the CCP's page has gone"), { signal });
    port.start();
    this.#become({ status: 'initializing' });
    port.postMessage({ type: CHANNEL_TAKEN, providerId });
  }

  closed(): void {
    this.#drop(true);
    if (!this.isClosed) this.#become({ status: 'notConnected' });
  }

  /**
   * Says something to the CCP.
   * @throws DataCloneError if it cannot be sent.
   */
  send(message: unknown): void {
    this.#port?.postMessage(message);
  }

  #reset(reason: string): void {
    if (this.#port) {
      this.#drop(false);
      this.#become({ status: 'reset', reason });
    }
    if (this.#event.status !== 'connecting') this.#become({ status: 'connecting' });
  }

  #drop(isOver: boolean): void {
    this.#life.abort();
    this.#port?.close();
    this.#port = this.#health = null;
    this.#owner.lost(this, isOver);
  }

  #become(event: LineEvent): void {
    this.#event = Object.freeze(event);
    this.#owner.changed(this, this.#event);
  }

  #hear(data: unknown): void {
    if (!isChannelMessage(data)) return;
    const message = data as SdkDownstream;
    switch (message.type) {
      case 'acknowledge':
        return this.#acknowledged(message);
      case 'healthCheckResponse':
        return this.#health?.heard(message);
      case 'error': {
        const { message: reason, key, isFatal, status, details } = message;
        if (isFatal) this.#become({ status: 'error', reason, details: { key, isFatal, status, details } });
        break;
      }
    }
    this.#owner.heard(this, message);
  }

  #acknowledged({ connectionId, healthCheckInterval }: SdkAcknowledge): void {
    this.#become({ status: 'ready', connectionId: String(connectionId) });
    this.#health?.start(healthCheckInterval);
  }
}
