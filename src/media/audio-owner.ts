// Which tab has the sound of calls: learned from the master of `connect::softphone`, and guarded while it is this one.
// Not in amazon-connect-streams.
import type { AgentDataProvider } from '../agent/agent-data.js';
import type { Conduit } from '../conduit/conduit.js';
import { randomId } from '../conduit/random-id.js';
import { isRecord } from '../conduit/wire.js';
import type { AnyEventBus } from '../events/event-bus.js';
import { AgentEvents, CcpEvents, EventType, MasterTopics } from '../events/event-names.js';

/**
 * Where the sound of calls is, as far as the wire tells:
 *
 * - `unknown`: nothing is embedded, or the CCP has not said yet;
 * - `nobody`: no tab has the softphone;
 * - `here`: this tab has it;
 * - `elsewhere`: another tab of this browser has it;
 * - `lost`: this tab has it, but got it in the middle of a call, as after a reload: the sound of that call is most likely
 *   gone, and comes back with the next.
 */
export type AudioOwner = 'unknown' | 'nobody' | 'here' | 'elsewhere' | 'lost';

/** What {@link watchAudioOwner} tells. */
export interface AudioOwnerChange {
  readonly owner: AudioOwner;
  readonly previous: AudioOwner;
}

/** What the watch needs of a runtime: any `connect` has it. */
export interface AudioRuntime {
  readonly core: {
    readonly portStreamId: string | undefined;
    getEventBus(): AnyEventBus;
    getUpstream(): Conduit;
    getAgentDataProvider(): AgentDataProvider;
    hasPageSound(): boolean;
  };
}

/** Statuses in which nothing is embedded. */
const AT_REST: readonly unknown[] = ['idle', 'terminated'];

/**
 * Follows who has the audio, through any number of embedded CCPs.
 *
 * It asks only when the answer may be another: on the first data through a port, when a call through the browser begins,
 * moves on or ends, and when a tab comes or goes. Every answer counts, whoever asked for it, and so does the news that a tab
 * has taken the softphone over. docs/protocol.md, sections 4.6, 5.7.
 *
 * While this tab has the sound of a live call, the browser asks before it leaves the page.
 * @param connect the runtime.
 * @param changed told when somebody else has it; `unknown` is where it begins.
 * @param options `signal` ends the watching.
 */
export function watchAudioOwner(
  { core }: AudioRuntime,
  changed: (change: AudioOwnerChange) => void,
  { signal }: { signal?: AbortSignal } = {},
): void {
  const bus = core.getEventBus();
  const data = core.getAgentDataProvider();
  let owner: AudioOwner = 'unknown';
  /** The live calls through the browser, as they were last seen. */
  let calls = '';
  /** The CCP's port at its worker, once there are data. The worker knows page and CCP by this one id. */
  let port: string | undefined;
  let isTalking = false;
  /** Whether a call was under way when the last question was sent. */
  let wasTalking = false;
  /** True if the softphone came here in a call that was under way. */
  let isLate = false;

  // A function of its own for each watch, so that two runtimes do not remove each other's listener.
  const askBeforeLeaving = (event: Event): void => event.preventDefault();
  const guard = (isNeeded: boolean): void =>
    window[isNeeded ? 'addEventListener' : 'removeEventListener']('beforeunload', askBeforeLeaving);

  const become = (now: AudioOwner): void => {
    // Only while it is needed: a page with such a listener may be kept out of the browser's cache of pages. A sound that is in the
    // page itself ends with it, whoever takes the next call.
    guard((calls !== '' && now === 'here') || core.hasPageSound());
    const previous = owner;
    if (now === previous) return;
    owner = now;
    changed(Object.freeze({ owner, previous }));
  };

  const ask = (): void => {
    if (!port) return;
    wasTalking = isTalking;
    // The answer is handled below, like those to others; without one, the last known owner stays.
    const params = { topic: MasterTopics.SOFTPHONE, shouldNotBecomeMasterIfNone: true };
    const request = { event: EventType.MASTER_REQUEST, requestId: randomId(), method: 'checkMaster', params };
    core.getUpstream().sendUpstream(EventType.MASTER_REQUEST, request);
  };

  const forget = (): void => {
    port = undefined;
    become('unknown');
  };

  const look = (): void => {
    let seen = '';
    isTalking = false;
    for (const { data: contact } of data.current.contacts.values()) {
      for (const { connectionId, softphoneMediaInfo, state } of contact.connections) {
        if (!softphoneMediaInfo || state.type === 'disconnected') continue;
        seen += connectionId + state.type;
        isTalking ||= state.type !== 'connecting';
      }
    }
    isLate &&= isTalking;
    const { portStreamId } = core;
    if (seen === calls && portStreamId === port) return;
    calls = seen;
    port = portStreamId;
    become(owner);
    ask();
  };

  const heard = (response: unknown): void => {
    const answer = isRecord(response) && response.data;
    if (!port || !isRecord(answer) || answer.topic !== MasterTopics.SOFTPHONE) return;
    if (answer.masterId !== port) return become(answer.masterId ? 'elsewhere' : 'nobody');
    if (owner !== 'here' && owner !== 'lost') isLate = wasTalking && isTalking;
    // The sound of a call that the page has taken is not lost with the CCP's frame.
    isLate &&= !core.hasPageSound();
    become(isLate ? 'lost' : 'here');
  };

  bus.subscribe(AgentEvents.REFRESH, look, { signal });
  bus.subscribe(EventType.UPDATE_CONNECTED_CCPS, ask, { signal });
  bus.subscribe(EventType.MASTER_RESPONSE, heard, { signal });
  bus.subscribe(EventType.TERMINATED, forget, { signal });
  bus.subscribe(CcpEvents.SOUND, () => become(owner), { signal });
  // Through a new port nothing is known before the data come.
  const acknowledged = (answer: unknown): void => {
    if (isRecord(answer) && answer.id !== undefined && answer.id !== port) forget();
  };
  bus.subscribe(EventType.ACKNOWLEDGE, acknowledged, { signal });
  const statusChanged = ({ status }: { status: string }): void => {
    if (AT_REST.includes(status)) forget();
  };
  bus.subscribe(CcpEvents.STATUS, statusChanged, { signal });
  signal?.addEventListener('abort', () => guard(false), { once: true });
  // A watch that starts after the first data uses those.
  if (data.hasData) look();
}
