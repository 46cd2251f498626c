// Set device: another microphone, speaker or ringer, of the CCP's softphone and ringtone or of the page's own ringer.
import { promised } from '../../src/conduit/native-promise.js';
import { textField } from '../commands/request-fields.js';
import { ConnectRequestEvent } from '../host/requests.js';
import type { HostVerbDefinition } from './verb.js';

/** Devices that an agent chooses, and how the API calls them. */
const DEVICES = { microphone: 'Microphone', speaker: 'Speaker', ringer: 'Ringer' } as const;

/** Milliseconds to wait for the news of the change: to open a wireless microphone takes a while. */
const ANSWER_TIME = 3_000;

/** A device that an agent chooses. */
export type DeviceName = keyof typeof DEVICES;

/** Asks to use another device. */
export class ConnectSetDeviceRequestEvent extends ConnectRequestEvent {
  /** `microphone`, `speaker` or `ringer`. */
  readonly device: DeviceName;
  /** Its id, as the panel has it; as the page has it for the page's own ringer. Empty: what the system uses by itself. */
  readonly deviceId: string;

  constructor({ device, deviceId }: { readonly device: DeviceName; readonly deviceId: string }) {
    super('set-device');
    this.device = device;
    this.deviceId = deviceId;
  }
}

const isDevice = (name: string): name is DeviceName => Object.hasOwn(DEVICES, name);

export const setDevice: HostVerbDefinition = {
  /** No answer follows the command: the tab that has the sound of calls tells once another device is in use. */
  command(request, { connect, ringOn, terms }) {
    const device = textField(request, 'device') ?? '';
    const deviceId = textField(request, 'deviceId') ?? '';
    if (!isDevice(device)) throw new Error(terms.noSuchCommand(`set-device ${device}`));
    const name = DEVICES[device];
    return {
      answerTime: ANSWER_TIME,
      send: () =>
        (device === 'ringer' && ringOn(deviceId)) ||
        promised<void>((resolve) => {
          const agent = new connect.Agent();
          const changes = agent[`on${name}DeviceChanged`]((change) => {
            if (change?.deviceId !== deviceId) return;
            clearTimeout(timer);
            changes.unsubscribe();
            resolve();
          });
          const timer = setTimeout(() => changes.unsubscribe(), ANSWER_TIME);
          agent[`set${name}Device`](deviceId);
        }),
    };
  },
  needsAgent: true,
  buttons: {},
};
