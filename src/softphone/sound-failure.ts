// Why a call through the page has no sound: each kind of failure, what pages are told of it, and what the report counts it as.

/** What went wrong. */
export type SoundFailureKind =
  | 'microphone-timeout'
  | 'microphone'
  | 'offer'
  | 'local-description'
  | 'ice'
  | 'signalling'
  | 'handshake'
  | 'busy'
  | 'call-not-found'
  | 'no-description'
  | 'no-candidate'
  | 'remote-description'
  | 'connection';

/** The members of a call's report that say what went wrong. */
export const FAILURE_MEMBERS = /*#__PURE__*/ Object.freeze([
  'iceCollectionFailure',
  'signallingConnectionFailure',
  'handshakingFailure',
  'gumOtherFailure',
  'gumTimeoutFailure',
  'createOfferFailure',
  'setLocalDescriptionFailure',
  'userBusyFailure',
  'invalidRemoteSDPFailure',
  'noRemoteIceCandidateFailure',
  'setRemoteDescriptionFailure',
] as const);

/** One of {@link FAILURE_MEMBERS}. */
export type FailureMember = (typeof FAILURE_MEMBERS)[number];

interface FailureFacts {
  /** The `errorType` of `agent::softphone_error`; null: pages are not told, since the CCP shows it. */
  readonly errorType: string | null;
  /** What the report counts it as; null: it has no member for it. */
  readonly member: FailureMember | null;
}

const FACTS: Readonly<Record<SoundFailureKind, FailureFacts>> = {
  'microphone-timeout': { errorType: 'microphone_not_shared', member: 'gumTimeoutFailure' },
  microphone: { errorType: 'microphone_not_shared', member: 'gumOtherFailure' },
  offer: { errorType: 'webrtc_error', member: 'createOfferFailure' },
  'local-description': { errorType: 'webrtc_error', member: 'setLocalDescriptionFailure' },
  ice: { errorType: 'ice_collection_timeout', member: 'iceCollectionFailure' },
  signalling: { errorType: 'signalling_connection_failure', member: 'signallingConnectionFailure' },
  handshake: { errorType: 'signalling_handshake_failure', member: 'handshakingFailure' },
  busy: { errorType: 'user_busy_error', member: 'userBusyFailure' },
  'call-not-found': { errorType: null, member: 'handshakingFailure' },
  'no-description': { errorType: 'webrtc_error', member: 'invalidRemoteSDPFailure' },
  'no-candidate': { errorType: 'webrtc_error', member: 'noRemoteIceCandidateFailure' },
  'remote-description': { errorType: 'webrtc_error', member: 'setRemoteDescriptionFailure' },
  connection: { errorType: 'webrtc_error', member: null },
};

/** A failure of a call's sound. */
export class SoundFailure extends Error {
  readonly kind: SoundFailureKind;
  /** The addresses that were called in vain, if any were. */
  readonly endPointUrl: string;

  /**
   * @param kind what went wrong.
   * @param message what happened, and what can be done, for people.
   * @param options `endPointUrl`: the addresses that were called; `cause`: what the browser said.
   */
  constructor(
    kind: SoundFailureKind,
    message: string,
    { endPointUrl = '', cause }: { endPointUrl?: string; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.name = 'SoundFailure';
    this.kind = kind;
    this.endPointUrl = endPointUrl;
  }

  /** The `errorType` that pages are told; null if they are not. */
  get errorType(): string | null {
    return FACTS[this.kind].errorType;
  }

  /** What the report counts it as, or null. */
  get reportMember(): FailureMember | null {
    return FACTS[this.kind].member;
  }

  /** The failure itself, or one of this kind that has it as its cause. */
  static from(error: unknown, kind: SoundFailureKind, message: string): SoundFailure {
    if (error instanceof SoundFailure) return error;
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return new SoundFailure(kind, `${message} (${reason})`, { cause: error });
  }
}
