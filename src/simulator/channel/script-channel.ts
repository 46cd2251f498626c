// The simulator's private channel: what its page and its worker say to each other beside the CCP's own wire.
//
// Messages on the port of `new SharedWorker(…)`, told from envelopes by their member `simulator`:
//
// | message | from | meaning |
// |---|---|---|
// | `{simulator: 'options', options}` | page | sets the instance up. The first one of a worker's life counts, later ones are ignored |
// | `{simulator: 'ccp'}` | page | this port is a CCP from now on: the worker answers `acknowledge {id}` and counts it |
// | `{simulator: 'script', port}` | page | opens a scripting channel on the port that is transferred with it |
// | `{simulator: 'far-ends', port, apart}` | page | this page can play the customers of calls, asked on the port that is transferred with it |
// | `{simulator: 'news', topic, data}` | worker, to every port | the page publishes it on its side channel |
// | `{simulator: 'session', signedIn}` | worker, to every port | the session has begun or ended: the page keeps its storage right |
//
// A port that only scripts never sends `ccp`, and counts as no CCP. Envelopes sent before `ccp` are ignored.
// After `{simulator: 'session', signedIn: true}` a page that holds no token makes one and sends `configure`.
import type { RingtoneSettings } from '../ccp/ringtone-settings.js';
import type { SdkTopic } from '../../conduit/side-channel.js';
import { isRecord } from '../../conduit/wire.js';
import type { CustomerVoice, SoundHeard } from './far-end-wire.js';
import type { ChatItem, ParticipantAnswer, ParticipantRequest } from './chat-wire.js';

/** How a simulated instance is set up. All members are optional; the first page of an instance decides. */
export interface SimulatorOptions {
  /** Name of the instance: pages with the same one share an agent. Default: the region. */
  instance?: string;
  /** AWS region that ARNs name. Default `us-east-1`. */
  region?: string;
  /** Start of the random numbers that ids are made of. Default 1. */
  seed?: number;
  /** Name of the agent. Default `Jane Doe`. */
  agentName?: string;
  /** Milliseconds before each answer of the service. Default 0. */
  latency?: number;
  /** Whether the page shows a sign-in first; the worker does not look at it. Default `none`. */
  signin?: 'none' | 'required';
  /** Number of quick connects; the first ones are the named ones of the directory. Default 5. */
  endpoints?: number;
  /** Number of queues in the routing profile. Default 3. */
  queues?: number;
  /** Name of the state that the agent starts in. Default `Offline`. */
  state?: string;
  /** The agent's desk phone. Default `+12065550199`. */
  extension?: string;
  /** True if the agent talks through the browser. Default true. */
  softphone?: boolean;
  /** True if softphone calls are answered without a click. Default false. */
  autoAccept?: boolean;
  /** True if the agent may call out. Default true. */
  outboundCall?: boolean;
  /** True if calls may have more than three parties. Default false. */
  multiParty?: boolean;
  /** Chats that the agent may have at the same time. Default 2. */
  chats?: number;
  /** Tasks that the agent may have at the same time. Default 2. */
  tasks?: number;
  /** Milliseconds of service time for which a contact rings. Default 20 000. */
  ringTimeout?: number;
  /** Server clock minus browser clock, in milliseconds. Default 0. */
  skew?: number;
  /** Of two regions, the one to which the traffic goes at first. Default `us-east-1`. */
  activeRegion?: string;
  /** AWS region of the other instance, if the agent's session is for two: what `enableGlobalResiliency` asks for. */
  otherRegion?: string;
  /** Milliseconds between two looks at where the traffic goes. Default 100; a real CCP looks once a minute. */
  regionPause?: number;
  /** True if the region is out of service: its page does not load. Default false. */
  impaired?: boolean;
}

/** What every new contact may be given. */
export interface NewContact {
  /** Name of a queue of the routing profile. Default: its first queue. */
  queue?: string;
  /** Contact attributes. */
  attributes?: Readonly<Record<string, string>>;
  /** Id of the first contact of the chain; for transferred contacts and callbacks. */
  initialContactId?: string;
}

/** A call that arrives. */
export interface NewCall extends NewContact {
  /** The customer's number, in E.164 form. Default `+12065550100`. */
  from?: string;
  /** `WebRTC`: from a browser, with which pictures and screens can be shared. Default `Telephony`. */
  subtype?: 'Telephony' | 'WebRTC';
  /** Who can send pictures, in a call from a browser. */
  video?: { agent?: boolean; customer?: boolean };
  /** Who can share a screen, in a call from a browser. */
  screenShare?: { agent?: boolean; customer?: boolean };
}

/** An e-mail that arrives. */
export interface NewEmail extends NewContact {
  /** The customer's address. Default `ana@customer.example`. */
  from?: string;
  /** The address that they have written to. Default `support@desk.example`. */
  to?: string;
  subject?: string;
  /** What it says, as plain text. */
  body?: string;
  attachments?: readonly { name: string; type?: string; text?: string }[];
}

/** A text that agents send again and again. */
export interface NewQuickResponse {
  name: string;
  /** What is typed after a slash. */
  shortcutKey?: string;
  /** The text. `{{name}}` stands for an attribute of the contact. */
  text: string;
}

/** A line of an earlier chat with the same customer. */
export interface PastLine {
  /** Who has said it. Default `customer`. */
  from?: 'customer' | 'agent' | 'bot' | 'system';
  /** Name of who has; default the customer's, the agent's, or what they are. */
  name?: string;
  text: string;
  /** Content type. Default `text/plain`. */
  contentType?: string;
  /** How long ago, in minutes. Default: a day ago, each line a minute after the one before. */
  minutesAgo?: number;
  /** Id of the contact in which it was said; lines without one are of one contact. */
  contactId?: string;
}

/** A file that a customer sends. */
export interface CustomerFile {
  /** Default `photo.png`. */
  name?: string;
  /** Default `image/png`. */
  type?: string;
  /** Bytes. Default 48 000. */
  size?: number;
}

/** A chat that arrives. */
export interface NewChat extends NewContact {
  /** The customer's name. Default `Customer`. */
  from?: string;
  /** The same, under the name that it has in the contact's data. */
  customerName?: string;
  /** What the customer has written before the agent is there. */
  message?: string;
  /** What was said in earlier chats, oldest first. */
  history?: readonly PastLine[];
  /** True if the customer has signed in. Default false. */
  authenticated?: boolean;
  /** False if no files can be sent. Default true. */
  attachments?: boolean;
  /** What the customer answers, one after the other, typing first; true for sensible replies. Default: nothing by themselves. */
  replies?: readonly string[] | true;
}

/** A call that a campaign offers to the agent before it is made. */
export interface NewPreview extends NewCall {
  /** Seconds after which the call is made by itself. Default 30. */
  autoDialTimeout?: number;
  /** True if the agent may reject it. Default true. */
  canDiscardPreview?: boolean;
}

/** How the CCP's network stands. */
export type NetworkStatus = 'connected' | 'connecting' | 'disconnected' | 'failed';

/** A task that arrives. */
export interface NewTask extends NewContact {
  /** Who or what has made it: its name, unless `name` gives another. Default `Task`. */
  from?: string;
  /** What there is to do. */
  name?: string;
  description?: string;
  references?: Readonly<Record<string, { type: string; value: string }>>;
  /** Members of the contact's `channelContext`. */
  channelContext?: Readonly<Record<string, unknown>>;
}

/** How a supervisor listens. */
export type MonitorMode = 'SILENT_MONITOR' | 'BARGE';

/** What is told of a task over the web socket, as TaskJS hears it. */
export type TaskEventName =
  'transfer.initiated' | 'transfer.succeeded' | 'transfer.failed' | 'expire.warning' | 'expire.complete';

/** A failure that the service is told to have. */
export interface ScriptedFailure {
  /** HTTP status. Default 500. */
  status?: number;
  /** Exception type, by default the one that goes with the status; or, for the media service, the number of its error. */
  code?: string | number;
  message?: string;
  /** How many calls fail. Default 1; `Infinity` for all from now on, 0 to end it. */
  times?: number;
  /**
   * How they fail. `refused`, the default: an error, and nothing is done. `ignored`: the answer is fine, but nothing is done.
   * `done`: an error, though it is done.
   */
  how?: 'refused' | 'ignored' | 'done';
}

/** A call that the service has received. */
export interface ReceivedCall {
  operation: string;
  params: unknown;
  /** Service time, in epoch milliseconds. */
  at: number;
}

/** The service's own view. All times are Date objects with the server's skew in them. */
export interface ServiceTruth {
  agent: {
    name: string;
    state: { name: string; type: string };
    nextState: { name: string; type: string } | null;
    configuration: Record<string, unknown>;
  };
  /** As in a snapshot. */
  contacts: Record<string, unknown>[];
  /** In the order in which they came, those of the participant service included; without the polling of the worker. */
  calls: ReceivedCall[];
  /** What was said in each chat, by contact. */
  transcripts: Record<string, readonly ChatItem[]>;
  /** Service time, in epoch milliseconds. */
  now: number;
}

/** What the embedding page has told the CCP by `configure`. */
export interface Configured {
  /** As it came; null before. Credentials are not among it. */
  settings: Readonly<Record<string, unknown>> | null;
  /** What would ring, by channel: the CCP's own settings with those merged in. No sound is made. */
  ringtones: RingtoneSettings;
}

/** What can be scripted of the service. All throw an Error that names what is wrong and what would be right. */
export interface ServiceScript {
  /** A call rings. Returns its contact id. */
  incomingCall(call?: NewCall): string;
  /** A call of a campaign is shown to the agent before it is made. Returns its contact id. */
  incomingPreview(preview?: NewPreview): string;
  /** A chat is offered. Returns its contact id. */
  incomingChat(chat?: NewChat): string;
  /** An e-mail is offered. Returns its contact id. */
  incomingEmail(email?: NewEmail): string;
  /** A task is offered. Returns its contact id. */
  incomingTask(task?: NewTask): string;
  /** A queued callback is offered. Returns its contact id. */
  queuedCallback(call?: NewCall): string;
  /** The customer leaves: while it rings, talks, or waits. */
  customerHangsUp(contactId: string): void;
  /** The customer answers an outbound call or a callback. */
  customerAnswers(contactId: string): void;
  /** The third party that is being called answers. */
  thirdPartyAnswers(contactId: string): void;
  /** The third party leaves, or does not answer. */
  thirdPartyHangsUp(contactId: string): void;
  /** The customer writes a line. */
  customerSays(contactId: string, text: string): void;
  /** The customer types: the agent sees that they do. */
  customerTypes(contactId: string): void;
  /** The customer of a call sounds so from now on. Default `speech`. */
  customerVoice(contactId: string, voice: CustomerVoice): Promise<void>;
  /** How loud the agent arrives at the customer of a call. */
  heard(contactId: string): Promise<SoundHeard>;
  /** The customer has read what was said to them. */
  customerReads(contactId: string): void;
  /** The customer sends a file, which the service has yet to look at. Returns its id. */
  customerSendsFile(contactId: string, file?: CustomerFile): string;
  /** The customer chooses from an interactive message. */
  customerChooses(contactId: string, value: string): void;
  /** The service, or a bot, says something; an interactive message by its content type. */
  systemSays(contactId: string, text: string, contentType?: string): void;
  /** The service has looked at the files of a chat, or at one file, by its id. By itself it approves of them after ten seconds. */
  scan(id: string, verdict: 'approved' | 'rejected'): void;
  /** What was said in a chat so far; empty for what is none. For the simulator's own panel. */
  transcript(contactId: string): readonly ChatItem[];
  /** The agent says something in the simulator's own panel. */
  agentSays(contactId: string, text: string): void;
  /** Something is told of a task; with `expire.complete` it is over, too. */
  taskEvent(contactId: string, event: TaskEventName): void;
  /** The contact rings in vain, at once. */
  missed(contactId: string): void;
  /** The contact fails with this state of the agent, default `FailedConnectAgent`. */
  contactFails(contactId: string, agentErrorState?: string): void;
  /** Somebody else, such as a supervisor, sets the agent's state. */
  setAgentState(name: string): void;
  /** Sets attributes of a contact; an empty text removes one. */
  setAttributes(contactId: string, attributes: Readonly<Record<string, string>>): void;
  /** Sets members of the agent's configuration, `permissions`, `dialableCountries` and `queues` included. */
  setConfiguration(part: Readonly<Record<string, unknown>>): void;
  /**
   * With a contact id, a supervisor listens to this contact (or barges in). Without one, this agent is the supervisor
   * and a contact to monitor arrives. Returns the contact id.
   */
  monitor(contactId?: string | null, mode?: MonitorMode): string;
  /**
   * The next calls of an operation fail. `*` means every operation; those that the worker polls with only if `times` is
   * Infinity, for they would use up what waits for a command.
   */
  fail(operation: string, failure?: ScriptedFailure): void;
  /** Milliseconds before each answer, from now on. */
  latency(milliseconds: number): void;
  /** Every token used so far is refused with 401 from now on. */
  expireSession(): void;
  /** Every call is refused with 403 from now on, or no longer. */
  denyAccess(denied?: boolean): void;
  /** A session begins: pages without a token make one and send `configure`. */
  signIn(): void;
  /** The agent signs out: the worker sends `terminated`. */
  signOut(): void;
  /** Service time goes on by this many milliseconds at once; what is due in it happens, in order. */
  advance(milliseconds: number): void;
  /** Server clock minus browser clock, in milliseconds. */
  skew(milliseconds: number): void;
  /**
   * The web socket of every tab is lost for so many milliseconds of service time; 0, the default: lost and regained at
   * once; `Infinity`: until it is dropped once more.
   */
  dropSocket(milliseconds?: number): void;
  /** The quick responses of the instance from now on; an empty list: it has none. */
  quickResponses(all: readonly NewQuickResponse[]): void;
  /** The CCP's network stands so from now on: told on the side channel. */
  network(status: NetworkStatus): void;
  /**
   * Warns that the session ends after so many milliseconds of service time, which it does unless the page shows that somebody is
   * there; null takes the warning back. Told on the side channel.
   */
  expiration(milliseconds: number | null): void;
  /** The session could not be made longer: told on the side channel, with these details. */
  extensionError(details?: unknown): void;
  /** Answers a request to the participant service; for the page that ChatJS runs in. */
  participant(request: ParticipantRequest): Promise<ParticipantAnswer>;
  /** The traffic goes to this region from now on. `soft`: calls in the other one may be brought to their end first. */
  activeRegion(region: string, options?: { soft?: boolean }): void;
  /** The service's own view. */
  truth(): ServiceTruth;
}

/** Name of something that can be scripted. */
export type ServiceCommand = keyof ServiceScript;

/** Every command of the scripting channel. */
export const SERVICE_COMMANDS = /*#__PURE__*/ Object.freeze([
  'incomingCall',
  'incomingPreview',
  'incomingChat',
  'incomingEmail',
  'incomingTask',
  'queuedCallback',
  'customerHangsUp',
  'customerAnswers',
  'thirdPartyAnswers',
  'thirdPartyHangsUp',
  'customerSays',
  'customerTypes',
  'customerVoice',
  'heard',
  'customerReads',
  'customerSendsFile',
  'customerChooses',
  'systemSays',
  'scan',
  'transcript',
  'agentSays',
  'taskEvent',
  'missed',
  'contactFails',
  'setAgentState',
  'setAttributes',
  'setConfiguration',
  'monitor',
  'fail',
  'latency',
  'expireSession',
  'denyAccess',
  'signIn',
  'signOut',
  'advance',
  'skew',
  'activeRegion',
  'dropSocket',
  'quickResponses',
  'network',
  'expiration',
  'extensionError',
  'participant',
  'truth',
] as const satisfies readonly ServiceCommand[]);

/** The answer to the request with the same id: a result, or the message of an error. */
export type ScriptAnswer = { id: number | string; result: unknown } | { id: number | string; error: string };

/** What the page sends on the port of the worker, beside envelopes. */
export type SimulatorPortMessage =
  | { simulator: 'options'; options: SimulatorOptions }
  | { simulator: 'ccp' }
  | { simulator: 'script'; port: MessagePort }
  | { simulator: 'far-ends'; port: MessagePort; apart: boolean };

/** What the worker sends to every port for the side channel of its page. */
export interface SimulatorNewsMessage {
  simulator: 'news';
  topic: SdkTopic;
  data: unknown;
}

/** What the worker sends to every port, beside envelopes. */
export interface SimulatorSessionMessage {
  simulator: 'session';
  signedIn: boolean;
}

/** True if a message belongs to this channel; no envelope does. */
export function isSimulatorMessage(
  value: unknown,
): value is SimulatorPortMessage | SimulatorSessionMessage | SimulatorNewsMessage {
  return isRecord(value) && typeof value.simulator === 'string';
}
