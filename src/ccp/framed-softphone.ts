// The CCP page's softphone as far as the wire shows it: whose it is, whether it is muted, which devices it uses.
import type { Conduit } from '../conduit/conduit.js';
import type { RequestClient } from '../conduit/request-client.js';
import { type AgentData, isAgentData, isRecord } from '../conduit/wire.js';
import { AgentEvents, ConfigurationEvents, EventType, MasterTopics } from '../events/event-names.js';

/** What a softphone needs. */
export interface FramedSoftphoneOptions {
  conduit: Conduit;
  /** Asks the worker which tab has the softphone. */
  masterClient: RequestClient;
  /** Whether this page may have it from the start: true unframed, false until `configure` allows it when framed. */
  allowed: boolean;
  broadcast: (event: string, data?: unknown) => void;
}

const DEVICE_CHANGES: Readonly<Record<string, string>> = {
  [ConfigurationEvents.SET_SPEAKER_DEVICE]: ConfigurationEvents.SPEAKER_DEVICE_CHANGED,
  [ConfigurationEvents.SET_MICROPHONE_DEVICE]: ConfigurationEvents.MICROPHONE_DEVICE_CHANGED,
  [ConfigurationEvents.SET_RINGER_DEVICE]: ConfigurationEvents.RINGER_DEVICE_CHANGED,
};

const TALKING = new Set(['connected', 'hold']);

/** True if the agent has a call through the browser: that is when a softphone has a microphone stream to mute. */
function hasSoftphoneCall({ snapshot }: AgentData): boolean {
  return snapshot.contacts.some(({ connections }) =>
    connections.some(
      ({ type, softphoneMediaInfo, state }) => type === 'agent' && !!softphoneMediaInfo && TALKING.has(state.type),
    ),
  );
}

/**
 * Answers mute and device broadcasts where this page has the softphone: it is allowed to, and is the master of
 * `connect::softphone`. There is no sound behind it. Protocol sections 3.3, 9.2.
 */
export class FramedSoftphone {
  readonly #options: FramedSoftphoneOptions;
  #allowed: boolean;
  #inCall = false;
  #muted = false;

  constructor(options: FramedSoftphoneOptions) {
    this.#options = options;
    this.#allowed = options.allowed;
    const { conduit } = options;
    conduit.onUpstream<unknown>(AgentEvents.UPDATE, (agent) => {
      if (isAgentData(agent)) this.#follow(hasSoftphoneCall(agent));
    });
    conduit.onUpstream<unknown>(EventType.MUTE, (data) => void this.#mute(data));
    conduit.onUpstream<unknown>(AgentEvents.MUTE_TOGGLE, (data) => {
      // The tab that has the softphone may change during a call: each remembers what the last one said.
      if (isRecord(data)) this.#muted = data.muted === true;
    });
    for (const [wanted, changed] of Object.entries(DEVICE_CHANGES)) {
      conduit.onUpstream<unknown>(wanted, (data) => void this.#changeDevice(changed, data));
    }
    if (this.#allowed) void this.#hasSoftphone();
  }

  /**
   * Takes the embedding page's settings.
   * @param softphone the member `softphone` of `configure`; only `allowFramedSoftphone` true lets a framed page have it.
   */
  configure(softphone: unknown): void {
    this.#allowed = isRecord(softphone) && softphone.allowFramedSoftphone === true;
    if (this.#allowed) void this.#hasSoftphone();
  }

  async #hasSoftphone(): Promise<boolean> {
    if (!this.#allowed) return false;
    try {
      const answer = await this.#options.masterClient.call('checkMaster', { topic: MasterTopics.SOFTPHONE });
      return this.#allowed && isRecord(answer) && answer.isMaster === true;
    } catch {
      return false; // No worker, no softphone.
    }
  }

  #follow(inCall: boolean): void {
    const ended = this.#inCall && !inCall;
    this.#inCall = inCall;
    if (!ended) return;
    this.#muted = false;
    void this.#tell(AgentEvents.MUTE_TOGGLE, { muted: false });
  }

  async #mute(data: unknown): Promise<void> {
    const wanted = isRecord(data) && typeof data.mute === 'boolean' ? data.mute : undefined;
    if (!(await this.#hasSoftphone())) return;
    if (wanted !== undefined) {
      if (!this.#inCall) return;
      this.#muted = wanted;
    }
    this.#options.broadcast(AgentEvents.MUTE_TOGGLE, { muted: this.#muted });
  }

  async #changeDevice(changed: string, data: unknown): Promise<void> {
    if (!isRecord(data) || typeof data.deviceId !== 'string') return;
    await this.#tell(changed, { deviceId: data.deviceId });
  }

  async #tell(event: string, data: unknown): Promise<void> {
    if (await this.#hasSoftphone()) this.#options.broadcast(event, data);
  }
}
