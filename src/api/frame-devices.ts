// The media devices that the CCP's frame sees. Protocol section 3.5.
import { promised } from '../conduit/native-promise.js';
import { isRecord } from '../conduit/wire.js';
import { LinkEventType } from '../events/event-names.js';
import type { Conduit } from '../conduit/conduit.js';

/** A media device as the CCP tells of it: what `MediaDeviceInfo.toJSON()` gives. */
export type FrameMediaDevice = Readonly<Record<'deviceId' | 'kind' | 'label' | 'groupId', string>>;

/**
 * Asks the CCP for its media devices.
 * @param conduit the link to it.
 * @param timeout milliseconds to wait.
 * @returns what it lists; rejects with an Error if it cannot, or if nothing comes in time.
 */
export function frameMediaDevices(conduit: Conduit, timeout: number): Promise<FrameMediaDevice[]> {
  return promised((resolve, reject) => {
    const tooLate = AbortSignal.timeout(timeout);
    conduit.onUpstream(
      LinkEventType.MEDIA_DEVICE_RESPONSE,
      (answer) => {
        if (isRecord(answer) && answer.error) reject(new Error(answer.error as string));
        else resolve(answer as FrameMediaDevice[]);
      },
      tooLate,
    );
    tooLate.addEventListener('abort', () => reject(new Error('Timeout exceeded')));
    conduit.sendUpstream(LinkEventType.MEDIA_DEVICE_REQUEST);
  });
}
