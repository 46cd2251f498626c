// The service's end of the sound of calls: what it answers to JSON-RPC, and whom each far end hears. docs/protocol.md, section 9.2.
import { isRecord } from '../../conduit/wire.js';
import type { CustomerVoice, FarEnds, FarEndState, SoundDescription, SoundHeard } from '../channel/far-end-wire.js';
import { VOICES } from '../channel/far-end-wire.js';
import { agentConnection, type ContactModel, isFinished, isMonitoring, isVoice, parties } from './contact-model.js';
import type { Faults } from './faults.js';
import type { IdGenerator } from './id-generator.js';

/** The topic of what calls and the media service say to each other. */
export const SOFTPHONE_TOPIC = 'aws/softphone';

/** What the media service answers; each can be told to fail. */
export const MEDIA_OPERATIONS: readonly string[] = /*#__PURE__*/ Object.freeze([
  'invite',
  'accept',
  'bye',
  'connectContact',
  'disconnectContact',
]);

/** Milliseconds for which a persistent connection may be idle. */
const INACTIVITY_DURATION = 60_000;

const CALL_NOT_FOUND = 404;
const SERVER_ERROR = 500;

/** What a media service needs. */
export interface MediaServiceOptions {
  ids: IdGenerator;
  faults: Faults;
  contacts: () => readonly ContactModel[];
  /** Plays the far ends; without it no call has sound. */
  farEnds: FarEnds | undefined;
  publish: (message: unknown) => void;
}

/** One connection with an agent's browser. */
interface Leg {
  /** The name of its far end: the id of the persistent connection, or that of the agent's own connection. */
  readonly name: string;
  readonly isPersistent: boolean;
  /** The contacts that use it. */
  readonly contactIds: Set<string>;
  /** Where its far end stands, as it was last told. */
  told: string;
}

type Params = Readonly<Record<string, unknown>>;

/** An error that is answered. */
class Refusal extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** The media service of one instance. */
export class MediaService {
  readonly #options: MediaServiceOptions;
  readonly #legs = new Map<string, Leg>();
  readonly #voices = new Map<string, CustomerVoice>();

  constructor(options: MediaServiceOptions) {
    this.#options = options;
  }

  /** Takes what a page has sent to the topic. */
  async receive({ connectionId, jsonRpcMsg }: Params): Promise<void> {
    if (typeof connectionId !== 'string' || !isRecord(jsonRpcMsg)) return;
    const { id, method, params } = jsonRpcMsg;
    if (typeof method !== 'string') return; // an answer
    const answer = (said: object): void =>
      this.#options.publish({ connectionId, jsonRpcMsg: { jsonrpc: '2.0', id, ...said } });
    const fault = this.#options.faults.takeNamed(method);
    if (fault?.how === 'ignored') return;
    try {
      if (fault?.how === 'refused') throw new Refusal(fault.error().statusCode, fault.error().message);
      const result = await this.#perform(method, connectionId, isRecord(params) ? params : {});
      if (fault) throw new Refusal(fault.error().statusCode, fault.error().message);
      answer({ result });
    } catch (error) {
      const { code, message } = error instanceof Refusal ? error : new Refusal(SERVER_ERROR, String(error));
      answer({ error: { code, message } });
    }
  }

  /** Brings every far end to where its call is. To be called when contacts have changed. */
  follow(): void {
    const contacts = this.#options.contacts();
    for (const leg of [...this.#legs.values()]) {
      for (const contactId of leg.contactIds) {
        if (!contacts.some((contact) => contact.contactId === contactId)) leg.contactIds.delete(contactId);
      }
      if (leg.contactIds.size === 0 && !leg.isPersistent) this.#end(leg);
      else void this.#tell(leg).catch(() => {});
    }
    for (const contactId of this.#voices.keys()) {
      if (!contacts.some((contact) => contact.contactId === contactId)) this.#voices.delete(contactId);
    }
  }

  /**
   * The customer of a call sounds otherwise from now on.
   * @throws Error if there is no such voice, or its file cannot be played.
   */
  async setVoice(contact: ContactModel, voice: unknown): Promise<void> {
    needVoice(contact);
    const isFile = isRecord(voice) && typeof voice.url === 'string';
    if (!isFile && !VOICES.includes(voice)) {
      throw new Error(`customerVoice takes ${VOICES.join(', ')} or { url }, not ${JSON.stringify(voice)}.`);
    }
    this.#voices.set(contact.contactId, voice as CustomerVoice);
    const leg = this.#legOf(contact.contactId);
    if (leg) await this.#tell(leg);
  }

  /** How loud the agent arrives at the customer of a call. */
  async heard(contact: ContactModel): Promise<SoundHeard> {
    needVoice(contact);
    const leg = this.#legOf(contact.contactId);
    return leg && this.#options.farEnds && isBridged(contact)
      ? this.#options.farEnds.heard(leg.name)
      : { level: 0, peak: 0 };
  }

  #legOf(contactId: string): Leg | undefined {
    return [...this.#legs.values()].find(({ contactIds }) => contactIds.has(contactId));
  }

  #perform(method: string, connectionId: string, params: Params): Promise<unknown> | object {
    switch (method) {
      case 'invite':
        return this.#invite(connectionId, params);
      case 'accept':
        return { clientToken: this.#options.ids.uuid() };
      case 'bye':
        return this.#leave(params, true);
      case 'disconnectContact':
        return this.#leave(params, false);
      case 'connectContact':
        return this.#join(params);
      default:
        throw new Refusal(CALL_NOT_FOUND, `The media service has no method ${method}.`);
    }
  }

  async #invite(connectionId: string, params: Params): Promise<object> {
    const { farEnds, ids } = this.#options;
    const contact = this.#contactOf(connectionId, params.contactId);
    if (!farEnds) throw new Refusal(SERVER_ERROR, 'This service has nobody who plays the far ends of calls.');
    const isPersistent = params.persistentConnection === true;
    const known = typeof params.peerConnectionId === 'string' ? params.peerConnectionId : undefined;
    const name = isPersistent ? (known ?? ids.uuid()) : connectionId;
    const leg: Leg = this.#legs.get(name) ?? { name, isPersistent, contactIds: new Set(), told: '' };
    leg.contactIds.add(contact.contactId);
    this.#legs.set(name, leg);
    const state = this.#stateOf(leg);
    leg.told = JSON.stringify(state);
    const description = await farEnds.offer(name, params as unknown as SoundDescription, state);
    // The call may have gone on meanwhile.
    void this.#tell(leg).catch(() => {});
    if (!isPersistent) return description;
    const tokens = { peerConnectionId: name, peerConnectionToken: `simulated-${name}` };
    return { ...description, inactivityDuration: INACTIVITY_DURATION, ...tokens };
  }

  #contactOf(connectionId: string, contactId: unknown): ContactModel {
    const found = this.#options
      .contacts()
      .find((contact) => contact.contactId === contactId && agentConnection(contact)?.connectionId === connectionId);
    if (found && !isFinished(found)) return found;
    throw new Refusal(CALL_NOT_FOUND, `There is no call ${String(contactId)} with the connection ${connectionId}.`);
  }

  #join({ peerConnectionId, contactId }: Params): object {
    const leg = this.#legs.get(String(peerConnectionId));
    if (!leg) throw new Refusal(CALL_NOT_FOUND, `There is no connection ${String(peerConnectionId)}.`);
    leg.contactIds.add(String(contactId));
    void this.#tell(leg).catch(() => {});
    return {};
  }

  #leave({ contactId }: Params, ends: boolean): object {
    const leg = this.#legOf(String(contactId));
    leg?.contactIds.delete(String(contactId));
    if (leg && ends && leg.contactIds.size === 0) this.#end(leg);
    else if (leg) void this.#tell(leg).catch(() => {});
    return {};
  }

  #end(leg: Leg): void {
    this.#legs.delete(leg.name);
    void this.#options.farEnds?.end(leg.name).catch(() => {});
  }

  async #tell(leg: Leg): Promise<void> {
    const state = this.#stateOf(leg);
    const text = JSON.stringify(state);
    if (text === leg.told) return;
    leg.told = text;
    await this.#options.farEnds?.set(leg.name, state);
  }

  /** Of several calls on one connection, the one that is bridged is heard. */
  #stateOf(leg: Leg): FarEndState {
    const contacts = this.#options.contacts().filter(({ contactId }) => leg.contactIds.has(contactId));
    const bridged = contacts.find(isBridged);
    const { contactId = '' } = bridged ?? contacts[0] ?? {};
    const isMuted = (bridged && agentConnection(bridged)?.mute) === true;
    return { voice: this.#voices.get(contactId) ?? 'speech', speaks: !!bridged, hears: !!bridged && !isMuted };
  }
}

function needVoice(contact: ContactModel): void {
  if (!isVoice(contact)) throw new Error(`Contact ${contact.contactId} is of type ${contact.type}, and has no sound.`);
}

/** True while agent and customer hear each other: the service has joined them, and none of them is on hold. */
function isBridged(contact: ContactModel): boolean {
  if (contact.state.type !== 'connected') return false;
  if (isMonitoring(contact)) return true;
  return (
    agentConnection(contact)?.state.type === 'connected' &&
    parties(contact).some(({ state }) => state.type === 'connected')
  );
}
