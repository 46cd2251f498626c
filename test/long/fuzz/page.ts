// The fuzzer's page: a live host and its siblings, a frame that plays its CCP, and others that only would like to.
import * as fc from 'fast-check';
import '../../../elements/define.js';
import type { ConnectCcpElement } from '../../../elements/ccp/element.js';
import { isAgentData, isEnvelope, isRecord } from '../../../src/conduit/wire.js';
import { AgentEvents, ContactEvents, LinkEventType } from '../../../src/events/event-names.js';
import { BEGINNING, message } from './messages.js';

/** From where messages come: from the CCP; from a frame of its origin beside it; from one of another origin; from the page
 * itself; from the CCP's frame after it has gone to another origin. */
export type Place = 'ccp' | 'sibling' | 'stranger' | 'page' | 'navigated';

/** What a run is to do. */
export interface FuzzRun {
  place: Place;
  /** Messages in all. */
  messages: number;
  seed: number;
}

/** Messages of one case: few enough to find out which of them it was, enough for what comes of several. */
const CASE = 100;

/** The longest time that a timer can be set to: nothing happens by itself. */
const NEVER = 2_000_000_000;

/** As many as the log keeps. */
const LOG_LINES = 2_000;

/** Events after which the host may show something else. */
const TELLING: readonly string[] = [
  LinkEventType.ACKNOWLEDGE,
  LinkEventType.TERMINATED,
  LinkEventType.AUTH_FAIL,
  LinkEventType.AUTHORIZE_SUCCESS,
  LinkEventType.ACCESS_DENIED,
];

/** True if a message of the CCP's may change what the host shows. */
function mayTell(said: unknown): boolean {
  if (!isEnvelope(said)) return false;
  const { event, data } = said;
  if (event === AgentEvents.UPDATE) return isAgentData(data);
  if (event === AgentEvents.MUTE_TOGGLE) return isRecord(data) && typeof data.muted === 'boolean';
  // A new stream is not muted, whatever was said of the last one.
  if (event === AgentEvents.LOCAL_MEDIA_STREAM_CREATED) return true;
  if (event === ContactEvents.VIEW) return isRecord(data) && typeof data.contactId === 'string';
  return TELLING.includes(event);
}

/** Errors and lines of the console that nobody should see. */
const complaints: string[] = [];
for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
  const print = console[level].bind(console);
  console[level] = (...args: unknown[]) => {
    if (String(args[0]).includes('Lit is in dev mode')) return;
    complaints.push(`console.${level}: ${String(args[0]).slice(0, 500)}`);
    print(...args);
  };
}
addEventListener('error', ({ message }) => complaints.push(`error: ${message}`));
addEventListener('unhandledrejection', ({ reason }) => complaints.push(`rejection: ${String(reason)}`));

const ccpUrl = new URLSearchParams(location.search).get('ccp')!;
const strangerUrl = ccpUrl.replace('//localhost', '//127.0.0.1');
const ccp = document.querySelector<ConnectCcpElement>('connect-ccp')!;

async function newFrame(src: string): Promise<HTMLIFrameElement> {
  const frame = Object.assign(document.createElement('iframe'), { src });
  document.body.append(frame);
  await loaded(frame);
  return frame;
}

const loaded = (frame: HTMLIFrameElement): Promise<unknown> =>
  new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));

let markers = 0;

/** A place from which messages come. */
class Speaker {
  constructor(
    readonly window: Window,
    private readonly isFrame: boolean,
  ) {}

  say(said: unknown): void {
    if (this.isFrame) this.window.postMessage({ control: 'say', message: said }, '*');
    else this.window.postMessage(said, location.origin);
  }

  /** Resolves once the page has dealt with everything that was said before. */
  async settle(): Promise<void> {
    const marker = (markers += 1);
    await new Promise<void>((resolve) => {
      const listener = ({ data }: MessageEvent<unknown>): void => {
        if (!isRecord(data) || data.marker !== marker) return;
        removeEventListener('message', listener);
        resolve();
      };
      addEventListener('message', listener);
      this.say({ marker });
    });
    await Promise.all([...document.querySelectorAll<ConnectCcpElement>(':defined')].map((one) => one.updateComplete));
  }
}

/** What the page shows and knows, to be compared by identity. */
function seen(): readonly unknown[] {
  const { core } = ccp.connect;
  const data = core.getAgentDataProvider();
  return [ccp.state, core.getStatus(), core.getFrame(), data.hasData && data.current];
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a.every((one, index) => one === b[index]);

let ports = 0;
let theCcp: Speaker;

/** The host as it is at the beginning of each case. */
async function begin(): Promise<void> {
  theCcp.say({ event: LinkEventType.ACKNOWLEDGE, data: { id: `port-of-run-${(ports += 1)}` } });
  theCcp.say({ event: AgentEvents.UPDATE, data: { ...(BEGINNING.data as object) } });
  await theCcp.settle();
  if (ccp.status !== 'ready') throw new Error(`the host is ${ccp.status}, not ready, when a case begins`);
}

/** Sends the messages of a case, and says what was wrong. */
async function run(place: Place, speaker: Speaker, messages: readonly unknown[]): Promise<void> {
  if (place !== 'navigated') await begin();
  theCcp.window.postMessage({ control: 'forget' }, '*');
  complaints.length = 0;
  let now = seen();
  let heard = 0;
  const events = ccp.connect.core.getEventBus().subscribeAll(() => (heard += 1));
  const wrong: string[] = [];
  const look = ({ data, source }: MessageEvent<unknown>): void => {
    if (source !== speaker.window) return;
    const before = now;
    now = seen();
    const isRight = place === 'ccp' && mayTell(data);
    if (!isRight && !isSame(before, now)) wrong.push(`changed by ${fc.stringify(data).slice(0, 2000)}`);
    if (isRight && (data as { event: string }).event === AgentEvents.UPDATE) wrong.push(...misread(data));
  };
  addEventListener('message', look);
  try {
    for (const said of messages) speaker.say(said);
    await speaker.settle();
  } finally {
    removeEventListener('message', look);
    events.unsubscribe();
  }
  if (place !== 'ccp' && heard > 0) wrong.push(`${heard} events were published`);
  wrong.push(...complaints);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}

/** Statuses in which nobody is signed in. */
const OVER: readonly string[] = ['signed-out', 'expired', 'denied'];

/** How the host's state differs from the data that it was made of, in what everybody can see. */
function misread(said: unknown): string[] {
  // What comes between the end of a session and the beginning of the next one is nobody's to see.
  if (ccp.status !== 'ready') return OVER.includes(ccp.status) && ccp.state.agent ? ['an agent is shown'] : [];
  const { snapshot } = (said as { data: { snapshot: { state: { name: string }; contacts: { contactId: string }[] } } })
    .data;
  // A moment that has got in by damage may be an old one: then it changes nothing.
  if ('snapshotTimestamp' in snapshot && snapshot.snapshotTimestamp !== undefined) return [];
  const contacts = [...new Set(snapshot.contacts.map(({ contactId }) => contactId))];
  const { agent, contacts: shown } = ccp.state;
  const isRight =
    agent?.state.name === snapshot.state.name &&
    JSON.stringify(shown.map(({ contactId }) => contactId)) === JSON.stringify(contacts);
  return isRight ? [] : [`not shown: ${fc.stringify(said).slice(0, 4000)}`];
}

async function speakerAt(place: Place): Promise<Speaker> {
  switch (place) {
    case 'ccp':
      return theCcp;
    case 'sibling':
      return new Speaker((await newFrame(ccpUrl)).contentWindow!, true);
    case 'stranger':
      return new Speaker((await newFrame(strangerUrl)).contentWindow!, true);
    case 'page':
      return new Speaker(window, false);
    case 'navigated': {
      await begin();
      const frame = ccp.connect.core.getFrame()!;
      frame.src = strangerUrl;
      await loaded(frame);
      return theCcp;
    }
  }
}

/** Loads the panel. To be called once. */
async function start(): Promise<void> {
  Object.assign(ccp, { ccpUrl, loginMode: 'none', synTimeout: NEVER, ackTimeout: NEVER, loadTimeout: NEVER });
  await ccp.updateComplete;
  const frame = ccp.connect.core.getFrame()!;
  await loaded(frame);
  theCcp = new Speaker(frame.contentWindow!, true);
  await begin();
}

/** The first of some messages that alone does what they do together; null if it takes several. */
async function culprit(place: Place, speaker: Speaker, messages: readonly unknown[]): Promise<unknown> {
  for (const said of messages) {
    try {
      await run(place, speaker, [said]);
    } catch {
      return said;
    }
  }
  return null;
}

/**
 * Sends messages of every shape from one place.
 * @returns what was found, with the seed that leads there again; null if all is well.
 */
async function fuzz({ place, messages, seed }: FuzzRun): Promise<string | null> {
  const speaker = await speakerAt(place);
  const property = fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 2 * CASE, size: 'max' }), (said) =>
    run(place, speaker, said),
  );
  // To shrink a hundred messages would take hours: which of them it was is found by sending each alone.
  const result = await fc.check(property, { seed, numRuns: Math.ceil(messages / CASE), endOnFailure: true });
  if (!result.failed) return null;
  const [said] = result.counterexample!;
  const path = `seed ${result.seed}, path ${result.counterexamplePath}`;
  return `${place}, ${path}: ${String(result.errorInstance)}\nby ${fc.stringify(await culprit(place, speaker, said))}`;
}

/** The log keeps the newest lines, also those of the CCP: it is filled with the same ones before memory is measured. */
function fillLog(): void {
  const log = ccp.connect.getLog();
  for (let line = 0; line < LOG_LINES; line++) log.trace('line %s', line);
}

Object.assign(window, { start, fuzz, fillLog });
