// The scripting API of the simulator, for tests and demos: attachSimulator.
import { LONGEST_WAIT, takeTime } from '../../conduit/time-limit.js';
import { isRecord } from '../../conduit/wire.js';
import { answerRequests } from './participant-bridge.js';
import type { ParticipantAnswer } from '../channel/chat-wire.js';
import { ScriptLink } from '../channel/script-link.js';
import type {
  Configured,
  CustomerFile,
  MonitorMode,
  NewCall,
  NetworkStatus,
  NewChat,
  NewEmail,
  NewPreview,
  NewQuickResponse,
  NewTask,
  ScriptedFailure,
  ServiceTruth,
  TaskEventName,
} from '../channel/script-channel.js';
import type { CustomerVoice, SoundHeard } from '../channel/far-end-wire.js';
import type { SdkFailure } from '../page/sdk/routes.js';
import type { SdkTruth } from '../page/sdk/sdk-line.js';
import type { MicrophoneTruth } from '../ccp/framed-softphone.js';
import type { MicrophonePlay } from '../page/played-microphone.js';
import { type BothRegions, forRegions, hasRegions, type TwoRegions } from './two-regions.js';

export type {
  Configured,
  CustomerFile,
  MonitorMode,
  NetworkStatus,
  NewCall,
  NewChat,
  NewContact,
  NewEmail,
  NewPreview,
  NewQuickResponse,
  NewTask,
  PastLine,
  ReceivedCall,
  ScriptedFailure,
  ServiceTruth,
  SimulatorOptions,
  TaskEventName,
} from '../channel/script-channel.js';

export type { CustomerVoice, SoundHeard } from '../channel/far-end-wire.js';
export type { SdkFailure } from '../page/sdk/routes.js';
export type { SdkTruth } from '../page/sdk/sdk-line.js';
export type { MicrophoneTruth } from '../ccp/framed-softphone.js';
export type { MicrophonePlay } from '../page/played-microphone.js';
export { simulatorUrl, type SimulatorPageOptions } from './simulator-url.js';
export { instanceArnOf } from '../service/traffic-distribution.js';
/** Something with two regions: a `<connect-global-ccp>`. */
export type RegionsOwner = TwoRegions<FrameOwner>;

/** Plays both regions. What is about one of them is done in the one where the agent works at that time. */
export type RegionsSimulator = BothRegions<Simulator>;
export type { RingtoneChannel, RingtoneSetting, RingtoneSettings } from '../ccp/ringtone-settings.js';

/** Something that has a CCP frame: a runtime (`connect`), once it offers `core.getFrame()`. */
export interface FrameOwner {
  readonly core: { getFrame(): HTMLIFrameElement | null };
}

/** What a simulator can be attached to: a host element, a runtime, or the frame itself. */
export type SimulatorHost = HTMLIFrameElement | FrameOwner | { readonly connect: FrameOwner | null | undefined };

const TIMEOUT = 5000;

/** How to attach. */
export interface AttachOptions {
  /** Milliseconds to wait for the simulator's page, and for each command. Default 5000. */
  timeout?: number;
}

/** Plays the customer, the supervisor, the network and the service. Every method resolves when it has taken effect. */
export interface Simulator {
  /** A call rings. Resolves to its contact id. */
  incomingCall(call?: NewCall): Promise<string>;
  /** A call of a campaign is shown to the agent before it is made. Resolves to its contact id. */
  incomingPreview(preview?: NewPreview): Promise<string>;
  /** A chat is offered. Resolves to its contact id. */
  incomingChat(chat?: NewChat): Promise<string>;
  /** An e-mail is offered. Resolves to its contact id. */
  incomingEmail(email?: NewEmail): Promise<string>;
  /** A task is offered. Resolves to its contact id. */
  incomingTask(task?: NewTask): Promise<string>;
  /** A queued callback is offered. Resolves to its contact id. */
  queuedCallback(call?: NewCall): Promise<string>;
  /** The customer leaves: while it rings, talks, or waits. */
  customerHangsUp(contactId: string): Promise<void>;
  /** The customer answers an outbound call or a callback. */
  customerAnswers(contactId: string): Promise<void>;
  /** The third party that is being called answers. */
  thirdPartyAnswers(contactId: string): Promise<void>;
  /** The third party leaves, or does not answer. */
  thirdPartyHangsUp(contactId: string): Promise<void>;
  /** The customer writes a line in a chat. */
  customerSays(contactId: string, text: string): Promise<void>;
  /** The customer types in a chat: the agent sees that they do. */
  customerTypes(contactId: string): Promise<void>;
  /**
   * The customer of a call sounds so from now on: `speech`, the default, `tone` (440 Hz), `silence`, or `{ url }` of a sound that
   * the simulator's page may fetch. Resolves when they do.
   */
  customerVoice(contactId: string, voice: CustomerVoice): Promise<void>;
  /** How loud the agent arrives at the customer of a call: 0 while muted, on hold or before the call is accepted. */
  heard(contactId: string): Promise<SoundHeard>;
  /** The customer has read what was said to them. */
  customerReads(contactId: string): Promise<void>;
  /** The customer sends a file. Resolves to its id. */
  customerSendsFile(contactId: string, file?: CustomerFile): Promise<string>;
  /** The customer chooses from an interactive message. */
  customerChooses(contactId: string, value: string): Promise<void>;
  /** The service, or a bot, says something in a chat; an interactive message by its content type. */
  systemSays(contactId: string, text: string, contentType?: string): Promise<void>;
  /** The service has looked at the files of a chat, or at one file, by its id. */
  scan(id: string, verdict: 'approved' | 'rejected'): Promise<void>;
  /** Something is told of a task, as TaskJS hears it; with `expire.complete` it is over, too. */
  taskEvent(contactId: string, event: TaskEventName): Promise<void>;
  /** The contact rings in vain, at once. */
  missed(contactId: string): Promise<void>;
  /** The contact fails, with this state of the agent. */
  contactFails(contactId: string, agentErrorState?: string): Promise<void>;
  /** Somebody else, such as a supervisor, sets the agent's state. */
  setAgentState(name: string): Promise<void>;
  /** Sets attributes of a contact; an empty text removes one. */
  setAttributes(contactId: string, attributes: Readonly<Record<string, string>>): Promise<void>;
  /** Sets members of the agent's configuration. */
  setConfiguration(part: Readonly<Record<string, unknown>>): Promise<void>;
  /** A supervisor listens to this contact; without an id, this agent is the supervisor. Resolves to the contact id. */
  monitor(contactId?: string | null, mode?: MonitorMode): Promise<string>;
  /** The next calls of an operation fail; `*` means every operation. */
  fail(operation: string, failure?: ScriptedFailure): Promise<void>;
  /** Milliseconds before each answer of the service, from now on. */
  latency(milliseconds: number): Promise<void>;
  /** Every token used so far is refused from now on. */
  expireSession(): Promise<void>;
  /** Every call is refused with 403 from now on, or no longer. */
  denyAccess(denied?: boolean): Promise<void>;
  /** A session begins, as after a sign-in. */
  signIn(): Promise<void>;
  /** The agent signs out. */
  signOut(): Promise<void>;
  /** Service time goes on by this many milliseconds at once. */
  advance(milliseconds: number): Promise<void>;
  /** Server clock minus browser clock, in milliseconds. */
  skew(milliseconds: number): Promise<void>;
  /** The service's own view: agent, contacts, calls received; `sdk`: what this CCP's side channel has heard. */
  truth(): Promise<ServiceTruth & { readonly sdk: SdkTruth | null }>;
  /** The quick responses of the instance from now on; an empty list: it has none. */
  quickResponses(all: readonly NewQuickResponse[]): Promise<void>;
  /** The CCP's network stands so from now on. */
  network(status: NetworkStatus): Promise<void>;
  /**
   * Warns that the session ends after so many milliseconds of service time, which it does unless the page shows that somebody is
   * there; null takes the warning back.
   */
  expiration(milliseconds: number | null): Promise<void>;
  /** The session could not be made longer. */
  extensionError(details?: unknown): Promise<void>;
  /** The side channel of this CCP's page. */
  readonly sdk: SimulatedSideChannel;
  /** The CCP says and hears nothing for so many milliseconds; 0 until further notice, -1 ends it. */
  silence(milliseconds: number): Promise<void>;
  /**
   * The web socket of every tab is lost for so many milliseconds of service time; 0, the default: lost and regained at
   * once; `Infinity`: until it is dropped once more. Resolves when it is lost.
   */
  dropSocket(milliseconds?: number): Promise<void>;
  /**
   * From now on requests of this page to the participant service of the simulator's region, by `fetch` and `XMLHttpRequest`,
   * are answered by the simulator: ChatJS then chats with its customers. Ends with {@link detach}. Resolves when it is in place; more calls do nothing.
   */
  answerParticipantService(): Promise<void>;
  /** The softphone fails: every page hears `agent::softphone_error`. */
  softphoneError(errorType: string, errorMessage?: string, endPointUrl?: string): Promise<void>;
  /**
   * Plays the microphone of this CCP's frame: `denied` and `missing` let the next call fail with `microphone_not_shared`,
   * and change what `getFrameMediaDevices` gives; `browser` ends it.
   */
  microphone(play: MicrophonePlay): Promise<void>;
  /** Whether this CCP's page holds the stream of the agent's microphone, and whether that is muted. */
  softphone(): Promise<MicrophoneTruth>;
  /** What the embedding page has told this CCP by `configure`, and what would ring by it. */
  configured(): Promise<Configured>;
  /**
   * The traffic goes to this region from now on. Each region finds that out by itself when it looks the next time, so both
   * have to be told, as {@link attachSimulator} on a `<connect-global-ccp>` does. With `soft`, calls in the other one may be
   * brought to their end first.
   */
  activeRegion(region: string, options?: { soft?: boolean }): Promise<void>;
  /**
   * If this CCP is in that region: its service fails every call with 503 from now on, and its page does not come up when it
   * is loaded anew; or no longer.
   */
  impair(region: string, impaired?: boolean): Promise<void>;
  /** The CCP page loads itself again. Resolves when it has. */
  reloadFrame(): Promise<void>;
  /**
   * From now on the customers of new calls speak from a frame of their own, hidden in this page: so they outlive a reload, a
   * replacement and the removal of the CCP's frame, as real ones do. Ends with {@link detach}.
   * @returns commands that go through that frame, and so outlive the CCP's too.
   */
  customersApart(): Promise<Simulator>;
  /** Lets go: nothing of the simulator's API is left in the page. May be called again. */
  detach(): void;
}

/** The CCP's side channel, on which the `@amazon-connect` clients ask. */
export interface SimulatedSideChannel {
  /** The next requests of a command are refused, whoever asks. Requests to the service behind it fail by {@link Simulator.fail}. */
  fail(command: string, failure?: SdkFailure): Promise<void>;
  /** The channel says and hears nothing for so many milliseconds; 0 until further notice, -1 ends it. */
  silence(milliseconds: number): Promise<void>;
  /** The CCP opens the channel anew, with another port. */
  reopen(): Promise<void>;
}

/** Waits for the definition of a custom element: what it offers is there from then on. */
async function whenDefined(host: object, timeout: number): Promise<void> {
  const tag = globalThis.Element && host instanceof Element ? host.localName : '';
  if (!tag.includes('-') || customElements.get(tag)) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    const message = `<${tag}> is not defined after ${timeout} ms: import connect-ccp-elements/define.js`;
    timer = setTimeout(() => reject(new Error(message)), timeout);
  });
  await Promise.race([customElements.whenDefined(tag), tooLate]).finally(() => clearTimeout(timer));
}

const hasContentWindow = (host: SimulatorHost): host is HTMLIFrameElement => 'contentWindow' in host;

function frameOf(host: SimulatorHost): HTMLIFrameElement | null {
  if (hasContentWindow(host)) return host;
  const owner = 'core' in host ? host : host.connect;
  return owner?.core?.getFrame?.() ?? null;
}

/**
 * Attaches to the simulator in a CCP frame. Opens one private message port to it; the page under test goes on talking
 * to its CCP over the wire alone. When the frame is replaced or loads again, the next command attaches again by itself.
 * Attached to two regions, commands go to the one where the agent works; `inRegion` gives those of one.
 * @param host a `<connect-ccp>` or `<connect-global-ccp>`, a runtime, or an iframe.
 * @param options how long to wait.
 * @returns the commands; rejects with an Error if the page in the frame is not the simulator.
 */
export async function attachSimulator(host: RegionsOwner, options?: AttachOptions): Promise<RegionsSimulator>;
export async function attachSimulator(host: SimulatorHost, options?: AttachOptions): Promise<Simulator>;
export async function attachSimulator(
  host: SimulatorHost | RegionsOwner,
  options: AttachOptions = {},
): Promise<Simulator> {
  if (!isRecord(host)) {
    throw new TypeError(
      `attachSimulator takes a <connect-ccp>, a runtime or an iframe, not ${host === null ? 'null' : typeof host}`,
    );
  }
  const { time } = takeTime('timeout', options.timeout, { usual: TIMEOUT, most: LONGEST_WAIT });
  await whenDefined(host, time);
  if (!hasRegions<FrameOwner>(host)) return attachOne(host, time);
  const attached = host.regions.map(async (one) => [one.region ?? '', await attachOne(one, time)] as const);
  return forRegions(host, new Map(await Promise.all(attached)));
}

/** The frame in which customers speak. */
function addCustomers(ccp: HTMLIFrameElement | null): HTMLIFrameElement {
  if (!ccp) throw new Error('customersApart needs the CCP of the simulator: embed it first.');
  const { ownerDocument } = ccp;
  const frame = ownerDocument.createElement('iframe');
  const address = new URL(ccp.src);
  address.searchParams.set('role', 'customers');
  Object.assign(frame, { src: address.href, hidden: true, allow: 'autoplay', title: 'Customers of the simulator' });
  ownerDocument.body.append(frame);
  return frame;
}

async function attachOne(host: SimulatorHost, timeout: number): Promise<Simulator> {
  const link = new ScriptLink(() => frameOf(host), timeout);
  await link.attach();
  const run =
    <Result>(command: string) =>
    (...args: unknown[]) =>
      link.run(command, args) as Promise<Result>;
  const truth = run<ServiceTruth>('truth');
  let letRequestsPass: (() => void) | undefined;
  let customers: HTMLIFrameElement | undefined;
  return {
    incomingCall: run('incomingCall'),
    incomingPreview: run('incomingPreview'),
    incomingChat: run('incomingChat'),
    incomingEmail: run('incomingEmail'),
    incomingTask: run('incomingTask'),
    queuedCallback: run('queuedCallback'),
    customerHangsUp: run('customerHangsUp'),
    customerAnswers: run('customerAnswers'),
    thirdPartyAnswers: run('thirdPartyAnswers'),
    thirdPartyHangsUp: run('thirdPartyHangsUp'),
    customerSays: run('customerSays'),
    customerTypes: run('customerTypes'),
    customerVoice: run('customerVoice'),
    heard: run('heard'),
    customerReads: run('customerReads'),
    customerSendsFile: run('customerSendsFile'),
    customerChooses: run('customerChooses'),
    systemSays: run('systemSays'),
    scan: run('scan'),
    taskEvent: run('taskEvent'),
    missed: run('missed'),
    contactFails: run('contactFails'),
    setAgentState: run('setAgentState'),
    setAttributes: run('setAttributes'),
    setConfiguration: run('setConfiguration'),
    monitor: run('monitor'),
    fail: run('fail'),
    latency: run('latency'),
    expireSession: run('expireSession'),
    denyAccess: run('denyAccess'),
    signIn: run('signIn'),
    signOut: run('signOut'),
    advance: run('advance'),
    skew: run('skew'),
    truth: async () => ({ ...(await truth()), sdk: await run<SdkTruth | null>('sdk.truth')() }),
    quickResponses: run('quickResponses'),
    network: run('network'),
    expiration: run('expiration'),
    extensionError: run('extensionError'),
    sdk: { fail: run('sdk.fail'), silence: run('sdk.silence'), reopen: run('sdk.reopen') },
    silence: run('silence'),
    dropSocket: run('dropSocket'),
    softphoneError: run('softphoneError'),
    microphone: run('microphone'),
    softphone: run('softphone'),
    configured: run('configured'),
    activeRegion: run('activeRegion'),
    impair: run('impair'),
    reloadFrame: async () => {
      const loaded = link.nextLoad();
      loaded.catch(() => {}); // Answered for below; must not count as unhandled if the command itself fails first.
      await link.run('reloadFrame', []);
      await loaded;
    },
    answerParticipantService: async () => {
      const { agent } = await truth();
      const region = String(agent.configuration.agentARN).split(':')[3] ?? '';
      letRequestsPass ??= answerRequests(globalThis, region, run<ParticipantAnswer>('participant'));
    },
    customersApart: async () => {
      customers ??= addCustomers(frameOf(host));
      return attachOne(customers, timeout);
    },
    detach: () => {
      letRequestsPass?.();
      customers?.remove();
      link.detach();
    },
  };
}
