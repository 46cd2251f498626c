// The words of the choice of devices, in English.
import type { DeviceTerms } from './terms.js';

export const enDevices: DeviceTerms = {
  microphone: 'Microphone',
  speaker: 'Speaker',
  ringer: 'Ringer',
  byDefault: 'System default',
  gone: (name) => `${name} is not connected. The system default is used.`,
  nextCall: 'It is used from the next call on.',
  hidden: 'Your browser hides the names of devices until you allow the microphone.',
  allow: 'Allow microphone',
  noSpeakers: 'This browser gives no choice of speakers: sound comes from the system default.',
  noAnswer: 'The contact control panel has not said which devices there are.',
};
