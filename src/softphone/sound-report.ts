// What is counted of a call's sound: samples each second while it lasts, and a report at its end.
import { FAILURE_MEMBERS, type FailureMember } from './sound-failure.js';

/** `audio_input` is what arrives at the agent, `audio_output` what is sent: the names are the service's. */
export type StreamType = 'audio_input' | 'audio_output';

/** One direction of a call at one moment, as the service takes it. */
export interface StreamSample {
  readonly timestamp: Date;
  readonly softphoneStreamType: StreamType;
  /** Packets; in the list of samples since the last sample, in the report in all. */
  readonly packetsCount: number;
  readonly packetsLost: number;
  /** 0 to 32 768. */
  readonly audioLevel: number;
  readonly jitterBufferMillis: number;
  readonly roundTripTimeMillis: number;
}

/** The parts that setting up and ending a call consist of, in their order. */
export type CallPhase =
  | 'gum'
  | 'initialization'
  | 'iceCollection'
  | 'signallingConnect'
  | 'handshaking'
  | 'preTalking'
  | 'talking'
  | 'cleanup';

const PHASES: readonly CallPhase[] = [
  'gum',
  'initialization',
  'iceCollection',
  'signallingConnect',
  'handshaking',
  'preTalking',
  'talking',
  'cleanup',
];

/** The report of one call. */
export type SoundReportData = Readonly<
  Record<`${CallPhase}TimeMillis`, number> &
    Record<FailureMember, boolean> & {
      callStartTime: Date;
      callEndTime: Date;
      softphoneStreamStatistics: readonly StreamSample[];
    }
>;

/** Samples are taken for three hours, one a second in each direction; what comes later is not kept. */
const MOST_SAMPLES = 2 * 3 * 60 * 60;

/** The browser's levels are 0 to 1. */
const FULL_LEVEL = 32_768;

/** The members of the browser's statistics that are read; no browser has all. */
interface Counted {
  readonly type: string;
  readonly kind?: string;
  readonly packetsReceived?: number;
  readonly packetsSent?: number;
  readonly packetsLost?: number;
  readonly audioLevel?: number;
  readonly jitterBufferDelay?: number;
  readonly jitterBufferEmittedCount?: number;
  readonly roundTripTime?: number;
}

const finite = (value: number | undefined): number => (Number.isFinite(value) ? value! : 0);

/**
 * Both directions as the browser has counted them in all.
 * @param stats what the peer connection tells.
 */
export function totalsOf(stats: RTCStatsReport, timestamp = new Date()): [input: StreamSample, output: StreamSample] {
  const of = (type: string): Counted | undefined => {
    let found: Counted | undefined;
    stats.forEach((entry: Counted) => {
      if (entry.type === type && (entry.kind ?? 'audio') === 'audio') found ??= entry;
    });
    return found;
  };
  const arrives = of('inbound-rtp');
  const remote = of('remote-inbound-rtp');
  const roundTripTimeMillis = Math.round(finite(remote?.roundTripTime) * 1000);
  // Both are sums over all that was played: one by the other is how long a piece of sound has waited.
  const waited = finite(arrives?.jitterBufferDelay) / Math.max(finite(arrives?.jitterBufferEmittedCount), 1);
  const input: StreamSample = {
    timestamp,
    softphoneStreamType: 'audio_input',
    packetsCount: finite(arrives?.packetsReceived),
    packetsLost: Math.max(finite(arrives?.packetsLost), 0),
    audioLevel: Math.round(finite(arrives?.audioLevel) * FULL_LEVEL),
    jitterBufferMillis: Math.round(waited * 1000),
    roundTripTimeMillis,
  };
  const output: StreamSample = {
    timestamp,
    softphoneStreamType: 'audio_output',
    packetsCount: finite(of('outbound-rtp')?.packetsSent),
    packetsLost: Math.max(finite(remote?.packetsLost), 0),
    audioLevel: Math.round(finite(of('media-source')?.audioLevel) * FULL_LEVEL),
    jitterBufferMillis: 0,
    roundTripTimeMillis,
  };
  return [input, output];
}

/** Collects what becomes the report of one call. */
export class SoundReport {
  readonly #begun = new Date();
  readonly #times = new Map<CallPhase, number>();
  readonly #failures = new Set<FailureMember>();
  /** When the present phase has begun, by the clock that does not jump. */
  #since = performance.now();
  #totals: readonly StreamSample[] = [];
  #samples: StreamSample[] = [];
  #sampled = 0;

  /** A phase is over; the next one begins. */
  done(phase: CallPhase): void {
    const now = performance.now();
    this.#times.set(phase, Math.round(now - this.#since));
    this.#since = now;
  }

  /** Something has failed. */
  failed(member: FailureMember | null): void {
    if (member) this.#failures.add(member);
  }

  /** Takes the totals of both directions; what is new in them becomes a sample. */
  take(totals: readonly StreamSample[]): void {
    const before = this.#totals;
    this.#totals = totals;
    if (before.length === 0 || this.#sampled >= MOST_SAMPLES) return;
    this.#sampled += totals.length;
    totals.forEach((now, index) => {
      const last = before[index];
      this.#samples.push({
        ...now,
        packetsCount: Math.max(now.packetsCount - last.packetsCount, 0),
        packetsLost: Math.max(now.packetsLost - last.packetsLost, 0),
      });
    });
  }

  /** The samples since the last time, which are not given again. */
  takeSamples(): StreamSample[] {
    const samples = this.#samples;
    this.#samples = [];
    return samples;
  }

  /** The report. */
  finish(): SoundReportData {
    const times = PHASES.map((phase) => [`${phase}TimeMillis`, this.#times.get(phase) ?? 0] as const);
    const failures = FAILURE_MEMBERS.map((member) => [member, this.#failures.has(member)] as const);
    return {
      callStartTime: this.#begun,
      callEndTime: new Date(),
      ...(Object.fromEntries(times) as Record<`${CallPhase}TimeMillis`, number>),
      ...(Object.fromEntries(failures) as Record<FailureMember, boolean>),
      softphoneStreamStatistics: this.#totals,
    };
  }
}
