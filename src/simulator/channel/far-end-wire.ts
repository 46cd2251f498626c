// What the simulator's worker and the page that plays the far ends of calls say to each other: workers have no peer connections.
import { isRecord } from '../../conduit/wire.js';

/** How a customer sounds: syllables, a tone of 440 Hz, nothing, or a file that the browser can decode. */
export type CustomerVoice = 'speech' | 'tone' | 'silence' | { readonly url: string };

/** The voices that have a name. */
export const VOICES: readonly unknown[] = /*#__PURE__*/ Object.freeze(['speech', 'tone', 'silence']);

/** How loud the agent arrives at a customer: 0 is silence, 1 as loud as can be. */
export interface SoundHeard {
  /** Now. */
  readonly level: number;
  /** The loudest within the last two seconds. */
  readonly peak: number;
}

/** Where a far end stands. */
export interface FarEndState {
  readonly voice: CustomerVoice;
  /** True if the customer is heard by the agent. */
  readonly speaks: boolean;
  /** True if the agent is heard by the customer. */
  readonly hears: boolean;
}

/** One side of a peer connection, described. */
export interface SoundDescription {
  readonly sdp: string;
  readonly candidates: readonly RTCIceCandidateInit[];
}

/** The far ends, as the service asks them. Each is known by a name that the service gives it. */
export interface FarEnds {
  /** Takes an offer, of a new far end or of one that is there; gives the answer. */
  offer(name: string, offer: SoundDescription, state: FarEndState): Promise<SoundDescription>;
  /** Sets where it stands; rejects if a file cannot be played. */
  set(name: string, state: FarEndState): Promise<void>;
  /** How loud the agent arrives. */
  heard(name: string): Promise<SoundHeard>;
  /** Ends it. */
  end(name: string): Promise<void>;
}

/** A question to the far ends. */
export interface FarEndRequest {
  readonly id: number;
  readonly ask: keyof FarEnds;
  readonly args: readonly unknown[];
}

/** Its answer. */
export type FarEndAnswer = { readonly id: number } & ({ readonly result: unknown } | { readonly error: string });

/** Said by a page that goes away. */
export interface FarEndsLeaving {
  readonly farEnds: 'leaving';
}

const ASKED: readonly unknown[] = ['offer', 'set', 'heard', 'end'] satisfies (keyof FarEnds)[];

/** True if a message is a question to the far ends. */
export const isFarEndRequest = (value: unknown): value is FarEndRequest =>
  isRecord(value) && typeof value.id === 'number' && ASKED.includes(value.ask) && Array.isArray(value.args);
