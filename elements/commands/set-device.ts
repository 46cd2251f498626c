// The command that changes a device: of the CCP's softphone and ringtone, or of the page's own ringer.
import type { CommandMaker } from './target.js';

/** Devices that an agent chooses, and how the API calls them. */
const DEVICES = { microphone: 'Microphone', speaker: 'Speaker', ringer: 'Ringer' } as const;

/** Milliseconds to wait for the news of the change: to open a wireless microphone takes a while. */
const ANSWER_TIME = 3_000;

/** A device that an agent chooses. */
export type DeviceName = keyof typeof DEVICES;

/** No answer follows the command: the tab that has the sound of calls tells once another device is in use. */
export const setDeviceCommand: CommandMaker = ({ device = '', deviceId = '' }, { connect, ringOn, terms }) => {
  if (!Object.hasOwn(DEVICES, device)) throw new Error(terms.noSuchCommand(`set-device ${device}`));
  const name = DEVICES[device as DeviceName];
  return {
    answerTime: ANSWER_TIME,
    send: () =>
      (device === 'ringer' && ringOn(deviceId)) ||
      new Promise<void>((resolve) => {
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
};
