// The CCP page's softphone as far as the wire shows it: whose it is, whether it is muted, which devices it uses.
import type { Conduit } from '../../conduit/conduit.js';
import type { RequestClient } from '../../conduit/request-client.js';
import { type AgentData, isAgentData, isRecord } from '../../conduit/wire.js';
import { softphoneCalls } from '../../softphone/softphone-calls.js';
import type { CallMedia } from '../../softphone/sound-session.js';
import { AgentEvents, ConfigurationEvents, EventType, MasterTopics } from '../../events/event-names.js';

/** Makes the sound of calls. */
export interface CallSound {
  /** A call is taken here: its sound is set up, while it still rings. */
  begin(media: CallMedia): void;
  /** The agent is not heard, or is heard again. */
  setMuted(contactId: string, isMuted: boolean): void;
  /** The call is over. */
  end(contactId: string): void;
}

/** What a softphone needs. */
export interface FramedSoftphoneOptions {
  conduit: Conduit;
  /** Asks the worker which tab has the softphone. */
  masterClient: RequestClient;
  /** Whether this page may have it from the start: true unframed, false until `configure` allows it when framed. */
  allowed: boolean;
  broadcast: (event: string, data?: unknown) => void;
  /** False while the microphone cannot be had; the default is that it always can. */
  hasMicrophone?: () => boolean;
  /** Makes the sound; without it there is none. */
  sound?: CallSound;
}

const DEVICE_CHANGES: Readonly<Record<string, string>> = {
  [ConfigurationEvents.SET_SPEAKER_DEVICE]: ConfigurationEvents.SPEAKER_DEVICE_CHANGED,
  [ConfigurationEvents.SET_MICROPHONE_DEVICE]: ConfigurationEvents.MICROPHONE_DEVICE_CHANGED,
  [ConfigurationEvents.SET_RINGER_DEVICE]: ConfigurationEvents.RINGER_DEVICE_CHANGED,
};

const TALKING = new Set(['connected', 'hold']);

const NO_MICROPHONE = {
  errorType: 'microphone_not_shared',
  errorMessage: 'The microphone is not shared with the contact control panel.',
  endPointUrl: '',
};

/** The agent's call through the browser. */
interface SoftphoneCall {
  readonly contactId: string;
  /** The agent's own connection. */
  readonly connectionId: string;
  /** True once the agent is connected: that is when there is a microphone stream to mute. */
  readonly talking: boolean;
  /** What it says of its sound. */
  readonly media: CallMedia | undefined;
}

function softphoneCall({ snapshot }: AgentData): SoftphoneCall | undefined {
  for (const { contactId, connections } of snapshot.contacts) {
    const own = connections.find(
      ({ type, softphoneMediaInfo, state }) => type === 'agent' && softphoneMediaInfo && state.type !== 'disconnected',
    );
    if (!own) continue;
    const media = softphoneCalls(snapshot.contacts).get(contactId);
    return { contactId, connectionId: own.connectionId, talking: TALKING.has(own.state.type), media };
  }
  return undefined;
}

/** The microphone's stream of one call. Its track is on unless it is muted. */
interface LocalStream {
  readonly connectionId: string;
  muted: boolean;
}

/** What the microphone of a page does: as a script may look at it, to hold what is shown against it. */
export interface MicrophoneTruth {
  /** True if this page has the stream of the agent's call. */
  readonly holdsStream: boolean;
  /** True if that stream is muted. */
  readonly muted: boolean;
}

const NOTHING = Promise.resolve(false);

/**
 * Takes calls where this page has the softphone: it is allowed to, and is the master of `connect::softphone`. What it takes
 * it can mute. A call that was under way when the page came has its sound in another tab, or nowhere: a page that is
 * loaded again has lost it. It is as silent as Amazon's page: of the microphone the page that holds its
 * stream tells, and no other; a new stream says that it is there, not that it is unmuted. docs/protocol.md, sections 3.3, 9.2.
 */
export class FramedSoftphone {
  readonly #options: FramedSoftphoneOptions;
  #allowed: boolean;
  #isMaster = false;
  /** True once the agent has been seen. */
  #hasSeen = false;
  #call: SoftphoneCall | undefined;
  /** Whether the sound of the call is here. */
  #sound = NOTHING;
  /** The stream that this page holds, or null. */
  #stream: LocalStream | null = null;

  constructor(options: FramedSoftphoneOptions) {
    this.#options = options;
    this.#allowed = options.allowed;
    const { conduit } = options;
    conduit.onUpstream<unknown>(AgentEvents.UPDATE, (agent) => {
      if (isAgentData(agent)) this.#follow(softphoneCall(agent));
    });
    // A tab that has gone leaves the softphone to the next that asks.
    conduit.onUpstream(EventType.UPDATE_CONNECTED_CCPS, () => this.#compete());
    conduit.onUpstream<unknown>(EventType.MASTER_RESPONSE, (answer) => this.#heardOfMaster(answer));
    conduit.onUpstream<unknown>(EventType.MUTE, (data) => void this.#mute(data));
    for (const [wanted, changed] of Object.entries(DEVICE_CHANGES)) {
      conduit.onUpstream<unknown>(wanted, (data) => void this.#changeDevice(changed, data));
    }
    this.#compete();
  }

  /**
   * Takes the embedding page's settings.
   * @param softphone the member `softphone` of `configure`; only `allowFramedSoftphone` true lets a framed page have it.
   */
  configure(softphone: unknown): void {
    this.#allowed = isRecord(softphone) && softphone.allowFramedSoftphone === true;
    if (this.#call && !this.#call.talking) this.#sound = this.#take();
    else this.#compete();
  }

  /** What the microphone does. */
  get truth(): MicrophoneTruth {
    return { holdsStream: this.#stream !== null, muted: this.#stream?.muted ?? false };
  }

  /** Asks for the softphone, unless this page has it. */
  #compete(): void {
    if (!this.#isMaster) void this.#hasSoftphone();
  }

  async #hasSoftphone(): Promise<boolean> {
    if (!this.#allowed) return false;
    try {
      const answer = await this.#options.masterClient.call('checkMaster', { topic: MasterTopics.SOFTPHONE });
      this.#isMaster = isRecord(answer) && answer.isMaster === true;
      return this.#allowed && this.#isMaster;
    } catch {
      return false; // No worker, no softphone.
    }
  }

  /** Another tab has taken the softphone over. */
  #heardOfMaster(answer: unknown): void {
    const data = isRecord(answer) ? answer.data : undefined;
    if (isRecord(data) && data.topic === MasterTopics.SOFTPHONE && data.takeOver) this.#isMaster = false;
  }

  #follow(call: SoftphoneCall | undefined): void {
    const before = this.#call;
    const wasUnderWay = !this.#hasSeen && call?.talking === true;
    this.#call = call;
    this.#hasSeen = true;
    if (call && call.contactId !== before?.contactId) this.#sound = wasUnderWay ? NOTHING : this.#take();
    else this.#compete();
    if (!call) this.#sound = NOTHING;
    if (before && before.contactId !== call?.contactId) this.#options.sound?.end(before.contactId);
    if (this.#stream && this.#stream.connectionId !== call?.connectionId) this.#release();
    if (call?.talking && !this.#stream) void this.#open(call);
    if (call?.media) void this.#makeSound(call.media);
  }

  async #makeSound(media: CallMedia): Promise<void> {
    if ((await this.#sound) && this.#call?.contactId === media.contactId) this.#options.sound?.begin(media);
  }

  /** Opens the stream of a call, if its sound is here. */
  async #open({ connectionId }: SoftphoneCall): Promise<void> {
    const isHere = await this.#sound;
    if (!isHere || this.#stream || this.#call?.connectionId !== connectionId) return;
    this.#stream = { connectionId, muted: false };
    this.#options.broadcast(AgentEvents.LOCAL_MEDIA_STREAM_CREATED, { connectionId });
  }

  /** Lets go of the stream, which unmutes the microphone. */
  #release(): void {
    this.#stream = null;
    this.#options.broadcast(AgentEvents.MUTE_TOGGLE, { muted: false });
  }

  /** Takes the call, if this page has the softphone. */
  async #take(): Promise<boolean> {
    const { broadcast, hasMicrophone = () => true } = this.#options;
    if (!(await this.#hasSoftphone())) return false;
    if (hasMicrophone()) return true;
    broadcast(AgentEvents.SOFTPHONE_ERROR, NO_MICROPHONE);
    return false;
  }

  async #mute(data: unknown): Promise<void> {
    const wanted = isRecord(data) && typeof data.mute === 'boolean' ? data.mute : undefined;
    await this.#sound;
    if (!this.#stream) return;
    if (wanted !== undefined) {
      this.#stream.muted = wanted;
      if (this.#call) this.#options.sound?.setMuted(this.#call.contactId, wanted);
    }
    this.#options.broadcast(AgentEvents.MUTE_TOGGLE, { muted: this.#stream.muted });
  }

  async #changeDevice(changed: string, data: unknown): Promise<void> {
    if (!isRecord(data) || typeof data.deviceId !== 'string') return;
    await this.#tell(changed, { deviceId: data.deviceId });
  }

  async #tell(event: string, data: unknown): Promise<void> {
    if (await this.#hasSoftphone()) this.#options.broadcast(event, data);
  }
}
