// The devices that the CCP's frame sees, told to the embedding page when it asks. docs/protocol.md, section 3.5.
import type { TwoWayConduit } from './two-way-conduit.js';
import { EventType } from '../../events/event-names.js';

/** Lists the devices as plain objects. */
export type ListDevices = () => Promise<readonly unknown[]>;

/** Lists what the browser shows to the page in a window. */
export async function browserDevices({ navigator }: Window): Promise<readonly unknown[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.map((device) => device.toJSON() as unknown);
}

/**
 * Answers each `media_device_request`.
 * @param conduit of the CCP page.
 * @param list gives the devices; why it cannot is told in their place.
 */
export function answerMediaDeviceRequests(conduit: TwoWayConduit, list: ListDevices): void {
  conduit.onDownstream(EventType.MEDIA_DEVICE_REQUEST, () => {
    const tell = (answer: unknown) => conduit.sendDownstream(EventType.MEDIA_DEVICE_RESPONSE, answer);
    new Promise<readonly unknown[]>((resolve) => resolve(list())).then(tell, (error: unknown) =>
      tell({ error: error instanceof Error ? error.message : String(error) }),
    );
  });
}
