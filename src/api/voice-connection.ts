// VoiceConnection: a leg of a call. docs/protocol.md, section 7.4.
import { copied } from '../agent/copy.js';
import { SdkNamespace } from '../conduit/side-channel.js';
import type { ConnectionData } from '../conduit/wire.js';
import type { Callbacks } from './commands.js';
import { BaseConnection, type CommandReturn } from './connection.js';
import { ScreenShareCapability, TRANSPORT_TYPES, VideoCapability } from './enums.js';
import { voiceIdEnded } from './voice-id.js';

/** What `onParticipantHold` and `onParticipantResume` give. */
export interface ParticipantHold {
  /** Id of the connection. */
  readonly participantId: string;
  readonly contactId: string;
  readonly isOnHold: boolean;
}

/** What `onCanResumeParticipantUpdated` gives. */
export interface CanResumeParticipant {
  /** Id of the connection. */
  readonly participantId: string;
  readonly contactId: string;
  readonly canResumeConnection: boolean;
}

/** What the page's own video is made of, as `amazon-chime-sdk-js` takes it. */
export interface VideoConnectionInfo {
  readonly attendee: { readonly attendeeId: string; readonly joinToken: string };
  readonly meeting: {
    readonly meetingId: string;
    readonly mediaRegion: string;
    readonly meetingFeatures: unknown;
    readonly mediaPlacement: Readonly<Record<string, string>>;
  };
}

/** A leg of a call. `connect.Connection` is this class. */
export class VoiceConnection extends BaseConnection {
  /** True if the service has muted it; undefined if it does not say. docs/protocol.md, section 7.4. */
  isMute(): boolean | null | undefined {
    return this.data.mute;
  }

  /** True if a supervisor has muted it; undefined if the service does not say. docs/protocol.md, section 7.4. */
  isForcedMute(): boolean | null | undefined {
    return this.data.forcedMute;
  }

  /** True if pictures can be sent through it. */
  canSendVideo(): boolean {
    return this.data.capabilities?.Video === VideoCapability.SEND;
  }

  /** True if a screen can be shared through it. */
  canSendScreenShare(): boolean {
    return this.data.capabilities?.ScreenShare === ScreenShareCapability.SEND;
  }

  /** What it can send besides sound, if the service says. docs/protocol.md, section 7.4. */
  getCapabilities(): ConnectionData['capabilities'] {
    return copied(this.data.capabilities);
  }

  /**
   * Mutes it in the service, for everybody.
   * @param callbacks told how it ended; without them a promise is returned. docs/protocol.md, section 5.2.
   */
  muteParticipant(): Promise<unknown>;
  muteParticipant(callbacks: Callbacks | null | undefined): void;
  muteParticipant(callbacks?: Callbacks | null): CommandReturn {
    return this.command('muteParticipant', callbacks);
  }

  /**
   * Unmutes it in the service.
   * @param callbacks told how it ended; without them a promise is returned. docs/protocol.md, section 5.2.
   */
  unmuteParticipant(): Promise<unknown>;
  unmuteParticipant(callbacks: Callbacks | null | undefined): void;
  unmuteParticipant(callbacks?: Callbacks | null): CommandReturn {
    return this.command('unmuteParticipant', callbacks);
  }

  /**
   * Asks for what the page's own video needs: the meeting and the attendee, as `amazon-chime-sdk-js` takes them.
   * @returns rejects with a CommandError. Streams documentation, "voiceConnection.getVideoConnectionInfo()".
   */
  getVideoConnectionInfo(): Promise<VideoConnectionInfo> {
    const { contactId } = this;
    return this.context.commands.send<VideoConnectionInfo>({
      operation: 'createTransport',
      params: () => ({ transportType: TRANSPORT_TYPES.WEB_RTC, contactId }),
      finish: (data) => (data as { readonly webRTCTransport: VideoConnectionInfo }).webRTCTransport,
    })!;
  }

  /** Called when this party is put on hold, by whomever. Streams documentation, "voiceConnection.onParticipantHold()". */
  onParticipantHold(f: (event: ParticipantHold) => unknown): { unsubscribe(): void } {
    return this.#on('voice/participantHold', f);
  }

  /** Called when this party is taken off hold, by whomever. Streams documentation, "voiceConnection.onParticipantResume()". */
  onParticipantResume(f: (event: ParticipantHold) => unknown): { unsubscribe(): void } {
    return this.#on('voice/participantResume', f);
  }

  /**
   * Whether this party can be taken off hold now: with two calls at once, not always.
   * @returns rejects with a CommandError. Streams documentation, "voiceConnection.canResumeParticipant()".
   */
  async canResumeParticipant(): Promise<boolean> {
    const answer = await this.context.sideChannel.request<{ readonly canResumeParticipant: boolean }>(
      SdkNamespace.VOICE,
      'voice/canResumeParticipant',
      { participantId: this.connectionId },
    );
    return answer.canResumeParticipant;
  }

  /** Called when {@link canResumeParticipant} changes. Streams documentation, "voiceConnection.onCanResumeParticipantUpdated()". */
  onCanResumeParticipantUpdated(f: (event: CanResumeParticipant) => unknown): { unsubscribe(): void } {
    return this.#on('voice/onCanResumeParticipantChanged', f);
  }

  #on<Data>(key: string, f: (event: Data) => unknown): { unsubscribe(): void } {
    return this.context.sideChannel.subscribe({ namespace: SdkNamespace.VOICE, key, parameter: this.connectionId }, f);
  }

  /** Rejects: Amazon has ended Voice ID. */
  getVoiceIdSpeakerId(): Promise<never> {
    return voiceIdEnded('getVoiceIdSpeakerId');
  }

  /** Rejects: Amazon has ended Voice ID. */
  getVoiceIdSpeakerStatus(): Promise<never> {
    return voiceIdEnded('getVoiceIdSpeakerStatus');
  }

  /** Rejects: Amazon has ended Voice ID. */
  optOutVoiceIdSpeaker(): Promise<never> {
    return voiceIdEnded('optOutVoiceIdSpeaker');
  }

  /** Rejects: Amazon has ended Voice ID. */
  deleteVoiceIdSpeaker(): Promise<never> {
    return voiceIdEnded('deleteVoiceIdSpeaker');
  }

  /** Rejects: Amazon has ended Voice ID. */
  updateVoiceIdSpeakerId(speakerId?: string): Promise<never> {
    return voiceIdEnded('updateVoiceIdSpeakerId', speakerId);
  }

  /** Rejects: Amazon has ended Voice ID. */
  evaluateSpeakerWithVoiceId(startNew?: boolean): Promise<never> {
    return voiceIdEnded('evaluateSpeakerWithVoiceId', startNew);
  }

  /** Rejects: Amazon has ended Voice ID. The callback is not called. */
  enrollSpeakerInVoiceId(callback?: (status: unknown) => void): Promise<never> {
    return voiceIdEnded('enrollSpeakerInVoiceId', callback);
  }
}
