// The options of `connect.core.initSoftphoneManager`. Streams documentation, "connect.core.initSoftphoneManager()".

/** How the page takes calls. */
export interface SoftphoneManagerOptions {
  /** Accepted, since pages give it: a page that takes calls is allowed to. */
  allowFramedSoftphone?: boolean;
  /** True: no echo is cancelled, which a headset does not need. */
  disableEchoCancellation?: boolean;
  /** Accepted, since pages give it: the microphone is always opened while the call still rings. */
  allowEarlyGum?: boolean;
  /** One of `connect.VDIPlatformType`: needs connect-rtc-js on the page. */
  VDIPlatform?: string | null;
  /** True: a connection that is kept may be kept for longer. */
  allowExtendedPersistentConnection?: boolean;
  /** The audio element that plays the others; else the one with the id `remote-audio`, else one is made. Not in amazon-connect-streams. */
  audio?: HTMLAudioElement | null;
  /** Opens the microphone in place of the browser, for a page that changes its sound. Not in amazon-connect-streams. */
  getUserMedia?: (constraints: MediaStreamConstraints) => Promise<MediaStream>;
  /** Told of the sound of each call, for a page that records or shows it. Not in amazon-connect-streams. */
  onTrack?: (track: MediaStreamTrack, connectionId: string) => void;
}
