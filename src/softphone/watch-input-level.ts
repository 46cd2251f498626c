// How loud the agent is, outside of calls: for a check of the sound before the first one.
import { InputLevel, type LevelListener } from './input-level.js';
import { openMicrophone, stopStream } from './microphone.js';

/** Which microphone is measured, and how long. */
export interface InputLevelOptions {
  /** As the page's own `enumerateDevices()` gives it; the system's choice if left out. */
  deviceId?: string;
  /** Ends the measuring, and closes the microphone. */
  signal?: AbortSignal;
}

/**
 * Measures a microphone. The browser asks the agent for it if it has not yet: to be called from a click.
 * @param callback told ten times a second how loud it is, 0 to 1.
 * @param options which microphone, and how long.
 * @returns settles once it is measured; rejects with an Error if the microphone cannot be used. Not in amazon-connect-streams.
 */
export async function watchInputLevel(
  callback: LevelListener,
  { deviceId, signal }: InputLevelOptions = {},
): Promise<void> {
  const stream = await openMicrophone({ deviceId });
  const [track] = stream.getAudioTracks();
  if (signal?.aborted || !track) return stopStream(stream);
  const level = new InputLevel(track, callback);
  const end = (): void => {
    level.end();
    stopStream(stream);
  };
  signal?.addEventListener('abort', end, { once: true });
}
