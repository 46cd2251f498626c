// Which words the choice of devices needs. The English ones are loaded with it.

/** All words of the choice of devices but its name. */
export interface DeviceTerms {
  readonly microphone: string;
  readonly speaker: string;
  readonly ringer: string;
  /** Whatever the computer uses by itself. */
  readonly byDefault: string;
  /** The device that the agent has chosen is not there. */
  readonly gone: (name: string) => string;
  /** A microphone was chosen while nobody talks. */
  readonly nextCall: string;
  /** The browser does not say what its devices are called. */
  readonly hidden: string;
  /** On the button that asks for the microphone. */
  readonly allow: string;
  /** The browser gives no choice of speakers. */
  readonly noSpeakers: string;
  /** The panel has not said which devices it has. */
  readonly noAnswer: string;
}
