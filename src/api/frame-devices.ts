// The media devices that the CCP's frame sees. docs/protocol.md, section 3.5.
import { within } from '../conduit/deadline.js';
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
export async function frameMediaDevices(conduit: Conduit, timeout: number): Promise<FrameMediaDevice[]> {
  const heard = new AbortController();
  const answer = promised<FrameMediaDevice[]>((resolve, reject) => {
    conduit.onUpstream(
      LinkEventType.MEDIA_DEVICE_RESPONSE,
      (said) => {
        if (isRecord(said) && said.error) reject(new Error(said.error as string));
        else resolve(said as FrameMediaDevice[]);
      },
      heard.signal,
    );
    conduit.sendUpstream(LinkEventType.MEDIA_DEVICE_REQUEST);
  });
  return within(answer, timeout, () => new Error('Timeout exceeded')).finally(() => heard.abort());
}
