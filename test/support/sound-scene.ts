// One page that is all of it: an agent's softphone, the simulated service, and the customer whom it plays. What they say to each other is kept.
import { EventBus } from '../../src/events/event-bus.js';
import { AgentEvents, LinkEventType, WebSocketEvents } from '../../src/events/event-names.js';
import type { AgentConfiguration, AgentData } from '../../src/conduit/wire.js';
import { isRecord } from '../../src/conduit/wire.js';
import { Logger } from '../../src/log/logger.js';
import { FarEndPlayer } from '../../src/simulator/page/far-end-player.js';
import { FarEndPages } from '../../src/simulator/worker/far-end-pages.js';
import { createCtiService, type SimulatedCtiService } from '../../src/simulator/service/cti-service.js';
import type { SimulatorOptions } from '../../src/simulator/channel/script-channel.js';
import type { RtcJs } from '../../src/softphone/rtc-js.js';
import { type Softphone, type SoftphoneNeeds, startSoftphone } from '../../src/softphone/softphone.js';
import type { SoftphoneManagerOptions } from '../../src/softphone/softphone-options.js';
import { snapshotOf } from './cti-scene.js';
import { eventually } from './eventually.js';

/** What the page has sent up: broadcasts and requests by name, and what went over the web socket by its method. */
export interface Said {
  readonly what: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Such a page. */
export class SoundScene {
  readonly service: SimulatedCtiService;
  readonly bus = new EventBus();
  readonly said: Said[] = [];
  /** What the service has said over the web socket. */
  readonly heard: Readonly<Record<string, unknown>>[] = [];
  /** False: another tab takes the calls. */
  isMaster = true;
  /** False: the worker says nothing of who takes the calls. */
  isAnswering = true;
  /** connect-rtc-js, if the page has loaded it. */
  rtcJs: RtcJs | undefined;
  /** What the service is told to add to calls' `callConfigJson`. */
  config: Readonly<Record<string, unknown>> = {};
  readonly #end = new AbortController();
  readonly #farEnds = new MessageChannel();
  #link!: { send(text: string): void; close(): void };
  #data: AgentData | null = null;
  #softphone!: Softphone;

  constructor(options: SimulatorOptions = {}) {
    const pages = new FarEndPages();
    pages.add(this.#farEnds.port1, true);
    new FarEndPlayer(this.#farEnds.port2);
    this.service = createCtiService({ state: 'Available', ...options, farEnds: pages });
  }

  /**
   * The agent has opened the page.
   * @param options how the page takes calls.
   * @param late what happens once the page has asked for the softphone, and before that is there.
   */
  async begin(options: SoftphoneManagerOptions = {}, late?: () => Promise<void>): Promise<this> {
    await new Promise<void>((resolve) => {
      this.#link = this.service.openSocket('', {
        opened: resolve,
        received: (text) => this.#receive(text),
        closed: () => this.bus.trigger(WebSocketEvents.CONNECTION_LOST),
      });
    });
    await this.update();
    const atFirst = this.#data;
    await late?.();
    const needs: SoftphoneNeeds = {
      bus: this.bus,
      log: new Logger({ console: { log() {}, info() {}, warn() {}, error() {}, debug() {} } as unknown as Console }),
      options,
      agent: () => this.#data,
      tell: (event, data) => this.tell(event, data),
      request: (method, params) => {
        this.#note(method, params);
        return this.service.call(method, params, { authToken: 'token' });
      },
      askMaster: (topic) =>
        this.isAnswering
          ? Promise.resolve({ topic, isMaster: this.isMaster, masterId: this.isMaster ? 'port' : 'other' })
          : Promise.reject(new Error('The worker does not answer.')),
      portId: () => 'port',
      rtcJs: () => this.rtcJs,
      webSocketManager: () => ({}),
      subscribeTopics: (topics) => {
        this.#note('subscribe', { topics });
        this.#link.send(JSON.stringify({ topic: 'aws/subscribe', content: { topics } }));
      },
      sendMessage: (payload) => {
        const { jsonRpcMsg } = payload as { jsonRpcMsg: Readonly<Record<string, unknown>> };
        this.#note(
          `rpc ${typeof jsonRpcMsg.method === 'string' ? jsonRpcMsg.method : 'answer'}`,
          payload as Said['data'],
        );
        this.#link.send(JSON.stringify(payload));
      },
      signal: this.#end.signal,
    };
    this.#softphone = startSoftphone(needs, atFirst);
    if (this.isMaster && this.isAnswering) await eventually(() => this.manager, 'no manager was made');
    return this;
  }

  get manager() {
    return this.#softphone.manager;
  }

  /** The agent's data as they are now reach the page. */
  async update(): Promise<void> {
    const snapshot = await snapshotOf(this.service);
    const answer = await this.service.call('getAgentConfiguration', {}, { authToken: 'token' });
    const { configuration } = answer as { configuration: AgentConfiguration };
    for (const { connections } of snapshot.contacts) {
      for (const { softphoneMediaInfo } of connections) {
        if (!softphoneMediaInfo) continue;
        const config = JSON.parse(String(softphoneMediaInfo.callConfigJson)) as object;
        Object.assign(softphoneMediaInfo, { callConfigJson: JSON.stringify({ ...config, ...this.config }) });
      }
    }
    this.#data = { snapshot, configuration };
    this.bus.trigger(AgentEvents.REFRESH);
  }

  /** Tells every tab, this one included. */
  tell(event: string, data?: unknown): void {
    this.#note(event, isRecord(data) ? data : {});
    this.bus.trigger(event, data);
  }

  /** The agent mutes, or unmutes. */
  mute(isMuted: boolean): void {
    this.bus.trigger(LinkEventType.MUTE, { mute: isMuted });
  }

  /** Calls an operation of the service on a contact, and has the page hear of it. */
  async act(method: string, contactId: string, params: object = {}): Promise<void> {
    await this.service.call(method, { contactId, ...params }, { authToken: 'token' });
    await this.update();
  }

  /** The agent's own connection of a contact. */
  ownConnection(contactId: string): string {
    const contact = this.#data?.snapshot.contacts.find((one) => one.contactId === contactId);
    return contact?.connections.find(({ type }) => type === 'agent')?.connectionId ?? '';
  }

  /** A call that the agent has accepted, with its sound. */
  async call(): Promise<string> {
    const id = this.service.incomingCall();
    await this.update();
    await this.act('acceptContact', id);
    await this.connected(id);
    return id;
  }

  /** Waits until a call has sound. */
  connected(id: string): Promise<void> {
    return eventually(() => this.manager?.getSession(this.ownConnection(id))?.isConnected, 'the call has no sound');
  }

  /** Waits until something was said. */
  async saying(what: string): Promise<Said['data']> {
    await eventually(() => this.said.some((one) => one.what === what), `${what} was not said`);
    return this.said.findLast((one) => one.what === what)!.data;
  }

  /** Everything that was said since the last time. */
  takeSaid(): string[] {
    return this.said.splice(0).map(({ what }) => what);
  }

  /** The service says something over the web socket. */
  serve(content: object): void {
    this.bus.trigger(WebSocketEvents.ALL_MESSAGE, { topic: 'aws/softphone', content: JSON.stringify(content) });
  }

  /** Everything ends. */
  end(): void {
    this.#end.abort();
    this.#link.close();
    this.#farEnds.port1.close();
    this.#farEnds.port2.close();
  }

  #note(what: string, data: Said['data']): void {
    this.said.push({ what, data });
  }

  #receive(text: string): void {
    const message = JSON.parse(text) as Readonly<Record<string, unknown>>;
    this.heard.push(message);
    this.bus.trigger(WebSocketEvents.ALL_MESSAGE, message);
  }
}
