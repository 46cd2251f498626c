// A CCP that a test plays itself: a real frame of the page's own origin, behind which the test speaks and listens.
import type { Connect } from '../../src/connect.js';
import { createConnect } from '../../src/connect.js';
import type { AgentData, Envelope, WireAcknowledge, WireRequest } from '../../src/conduit/wire.js';
import type { InitCcpOptions } from '../../src/embedding/options.js';

/** What the helper page has on its window. */
export interface CcpWindow extends Window {
  heard: { data: unknown; origin: string; fromParent: boolean }[];
  say(message: unknown, targetOrigin?: string, to?: Window, ports?: readonly MessagePort[]): void;
  wake(): void;
}

/** A request as the CCP hears it. */
export interface HeardRequest extends WireRequest {
  params: Readonly<Record<string, unknown>>;
}

/** Address of the helper page. */
export const CCP_URL = new URL('pages/ccp.html', import.meta.url).href;

/** The same page on another site. */
export const FOREIGN_CCP_URL = CCP_URL.replace('//localhost', '//127.0.0.1');

let lastMarker = 0;

interface Marker {
  marker: number;
}

const isMarker = (value: unknown): value is Marker => typeof value === 'object' && value !== null && 'marker' in value;

/** Resolves once the helper page runs in a frame of the page's own origin. */
export async function loadedWindow(frame: HTMLIFrameElement): Promise<CcpWindow> {
  const there = () => (frame.contentWindow as Partial<CcpWindow> | null)?.say !== undefined;
  while (!there()) await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  return frame.contentWindow as unknown as CcpWindow;
}

/** The CCP in the present frame of a runtime. */
export class FakeCcp {
  /** Everything that the page has sent to it, in order. */
  readonly sent: Envelope[] = [];
  /** The element that the frame is in. */
  readonly container: HTMLElement;
  readonly #connect: Connect;
  readonly #taken = new Set<Envelope>();
  readonly #markers = new Set<number>();
  #frame!: HTMLIFrameElement;
  #window!: CcpWindow;
  #waiting: (() => void)[] = [];

  constructor(connect: Connect, container: HTMLElement) {
    this.#connect = connect;
    this.container = container;
  }

  /** The frame that it lives in. */
  get frame(): HTMLIFrameElement {
    return this.#frame;
  }

  /** The frame's window. */
  get window(): CcpWindow {
    return this.#window;
  }

  /** Names of what the page has sent. */
  get sentEvents(): string[] {
    return this.sent.map(({ event }) => event);
  }

  /** Moves into the present frame, after it was made or replaced. */
  async attach(frame = this.#connect.core.getFrame()): Promise<this> {
    if (!frame) throw new Error('There is no frame to live in.');
    this.#window = await loadedWindow(frame);
    this.#frame = frame;
    this.#window.wake = () => this.#hear();
    this.#hear();
    return this;
  }

  /** Says anything to the page; resolves once the page has dealt with it. */
  async post(message: unknown): Promise<void> {
    const marker = (lastMarker += 1);
    const source = this.#window;
    await new Promise<void>((resolve) => {
      const listener = (event: MessageEvent<unknown>): void => {
        if (event.source !== source || !isMarker(event.data) || event.data.marker !== marker) return;
        window.removeEventListener('message', listener);
        resolve();
      };
      window.addEventListener('message', listener);
      source.say(message);
      source.say({ marker });
    });
  }

  /** Says an event to the page; resolves once the page has dealt with it. */
  say(event: string, data?: unknown): Promise<void> {
    return this.post({ event, data });
  }

  /** The first answer, or with nothing given one to `synchronize`. */
  acknowledge(data?: WireAcknowledge): Promise<void> {
    return this.say('acknowledge', data);
  }

  /** Reports the agent. */
  update(data: AgentData): Promise<void> {
    return this.say('agent::update', data);
  }

  /** Answers a request. */
  answer(request: WireRequest, { data, err = null }: { data?: unknown; err?: unknown }): Promise<void> {
    const event = request.event.replace('request', 'response');
    return this.say(event, { event, requestId: request.requestId, data, err });
  }

  /** The data of the next message of this name that has not been taken yet. */
  async next<Data = unknown>(event: string, fits: (data: Data) => boolean = () => true): Promise<Data> {
    for (;;) {
      const found = this.sent.find(
        (message) => message.event === event && !this.#taken.has(message) && fits(message.data as Data),
      );
      if (found) {
        this.#taken.add(found);
        return found.data as Data;
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** The next request of the API. */
  nextRequest(): Promise<HeardRequest> {
    return this.next<HeardRequest>('api_request');
  }

  /** The next broadcast of an event: its data. */
  async nextBroadcast(event: string): Promise<unknown> {
    const { data } = await this.next<Envelope>('broadcast', (broadcast) => broadcast.event === event);
    return data;
  }

  /** Resolves once everything that the page has sent so far is in `sent`. */
  async settle(): Promise<void> {
    const marker = (lastMarker += 1);
    this.#window.postMessage({ marker }, '*');
    while (!this.#markers.has(marker)) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #hear(): void {
    for (const { data } of this.#window.heard.splice(0)) {
      const message: unknown = structuredClone(data);
      if (isMarker(message)) this.#markers.add(message.marker);
      else this.sent.push(message as Envelope);
    }
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}

const open: { connect: Connect; container: HTMLElement }[] = [];

/** A runtime that is quiet on the console; its log keeps everything all the same. */
export function quietConnect(): Connect {
  const connect = createConnect();
  connect.getLog().setEchoLevel('CRITICAL');
  return connect;
}

/** A container in the page. */
export function makeContainer(): HTMLElement {
  return document.body.appendChild(document.createElement('div'));
}

/** Embeds a CCP that the test plays itself. It has said nothing yet. */
export async function fakeCcp(
  connect: Connect,
  options: Partial<InitCcpOptions> = {},
  container = makeContainer(),
): Promise<FakeCcp> {
  open.push({ connect, container });
  connect.core.initCCP(container, { ccpUrl: CCP_URL, loginPopup: false, ...options });
  return new FakeCcp(connect, container).attach();
}

/** Like {@link fakeCcp}, with the first answer given, and the agent's data reported. */
export async function readyCcp(
  connect: Connect,
  data: AgentData,
  options: Partial<InitCcpOptions> = {},
): Promise<FakeCcp> {
  const ccp = await fakeCcp(connect, options);
  await ccp.acknowledge({ id: 'port-1' });
  await ccp.update(data);
  return ccp;
}

/** Ends every CCP that a test has embedded, and takes its container out of the page. */
export function closeFakeCcps(): void {
  for (const { connect, container } of open.splice(0)) {
    connect.core.terminate();
    container.remove();
  }
}
