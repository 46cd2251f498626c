// The microphone of the simulated CCP: whether it may be used, and which devices the frame says that it sees.
import type { ListDevices } from '../ccp/media-devices.js';

/** How the microphone stands: `browser` as it really is, the others are played. */
export type MicrophonePlay = 'browser' | 'granted' | 'denied' | 'missing';

const PLAYS: readonly unknown[] = ['browser', 'granted', 'denied', 'missing'] satisfies MicrophonePlay[];

const device = (kind: MediaDeviceKind, deviceId: string, label: string) => ({
  deviceId,
  kind,
  label,
  groupId: deviceId && `group ${deviceId}`,
});

const SPEAKERS = [device('audiooutput', 'default', 'Default speaker'), device('audiooutput', 'headset', 'Headset')];
const MICROPHONES = [device('audioinput', 'default', 'Default microphone'), device('audioinput', 'headset', 'Headset')];

/** Plays a microphone. As with a browser's permission, what is played outlives the page that a frame loads. */
export class PlayedMicrophone {
  readonly #browserDevices: ListDevices;
  readonly #key: string;
  #play: MicrophonePlay = 'browser';

  /**
   * @param browserDevices lists the real devices.
   * @param instance name of the simulated instance.
   */
  constructor(browserDevices: ListDevices, instance: string) {
    this.#browserDevices = browserDevices;
    this.#key = `connect-simulator:${instance}:microphone`;
    try {
      const kept = sessionStorage.getItem(this.#key);
      if (PLAYS.includes(kept)) this.#play = kept as MicrophonePlay;
    } catch {
      // Where the browser refuses storage to the frame, it lasts as long as the page.
    }
  }

  /** False while the CCP cannot take a call for want of a microphone. */
  get isThere(): boolean {
    return this.#play === 'browser' || this.#play === 'granted';
  }

  /**
   * Sets what is played.
   * @throws Error if there is no such play.
   */
  play(play: unknown): void {
    if (!PLAYS.includes(play)) throw new Error(`microphone takes one of ${PLAYS.join(', ')}, not ${String(play)}.`);
    this.#play = play as MicrophonePlay;
    try {
      sessionStorage.setItem(this.#key, this.#play);
    } catch {
      // As above.
    }
  }

  /** The devices as the frame lists them: without permission a browser says that there are some, not which. */
  async list(): Promise<readonly unknown[]> {
    switch (this.#play) {
      case 'granted':
        return [...MICROPHONES, ...SPEAKERS];
      case 'missing':
        return SPEAKERS;
      case 'denied':
        return [device('audioinput', '', ''), device('audiooutput', '', '')];
      default:
        return this.#browserDevices();
    }
  }
}
