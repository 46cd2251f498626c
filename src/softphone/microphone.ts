// The agent's microphone, opened in the page.
import { within } from '../conduit/deadline.js';
import { SoundFailure } from './sound-failure.js';

/** Milliseconds that the browser, and the agent whom it asks, have to give the microphone. */
export const MICROPHONE_LIMIT = 10_000;

/** How the microphone is opened. */
export interface MicrophoneOptions {
  /** The device that the agent has chosen; the system's own choice if left out. */
  deviceId?: string;
  /** True: no echo is cancelled, which a headset does not need. Streams documentation, `disableEchoCancellation`. */
  disableEchoCancellation?: boolean;
  /** Opens it in place of the browser's `navigator.mediaDevices.getUserMedia`. */
  getUserMedia?: (constraints: MediaStreamConstraints) => Promise<MediaStream>;
  /** Milliseconds to wait; {@link MICROPHONE_LIMIT} if left out. */
  limit?: number;
}

const REFUSED =
  'The microphone cannot be used: allow it for this page, plug one in, or see whether another program has it.';
const LATE = 'Nobody has allowed the microphone in time: answer the question of the browser, then take the next call.';
const INSECURE = 'The browser gives this page no microphone: serve it over https.';

/** Ends the tracks of a stream. */
export const stopStream = (stream: MediaStream | null | undefined): void =>
  stream?.getTracks().forEach((track) => track.stop());

/** What is asked of the browser. */
export function microphoneConstraints({
  deviceId,
  disableEchoCancellation,
}: MicrophoneOptions): MediaStreamConstraints {
  const audio: MediaTrackConstraints = {};
  if (deviceId) audio.deviceId = { exact: deviceId };
  if (disableEchoCancellation) {
    audio.echoCancellation = false;
    audio.autoGainControl = true;
  }
  return { audio: Object.keys(audio).length > 0 ? audio : true };
}

/**
 * Opens the microphone.
 * @param options which one, and how.
 * @returns its stream, which the caller stops; rejects with a SoundFailure. One that comes too late is closed again.
 */
export async function openMicrophone(options: MicrophoneOptions = {}): Promise<MediaStream> {
  const { mediaDevices } = navigator as Partial<Pick<Navigator, 'mediaDevices'>>;
  const { getUserMedia = mediaDevices && ((constraints) => mediaDevices.getUserMedia(constraints)) } = options;
  if (!getUserMedia) throw new SoundFailure('microphone', INSECURE);
  const { limit = MICROPHONE_LIMIT } = options;
  let isLate = false;
  const opening = (async () => getUserMedia(microphoneConstraints(options)))();
  opening.then(
    (stream) => isLate && stopStream(stream),
    () => {},
  );
  try {
    return await within(opening, limit, () => new SoundFailure('microphone-timeout', LATE));
  } catch (error) {
    isLate = true;
    throw SoundFailure.from(error, 'microphone', REFUSED);
  }
}
