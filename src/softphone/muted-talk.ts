// The level of the agent's microphone in a call, and whether they talk although they are muted.
import { InputLevel, type LevelListener, SpeechDetector } from './input-level.js';
import type { CallSession } from './sound-session.js';

/** Measures the microphone of one softphone while somebody wants to know, or the agent is muted. */
export class MutedTalk {
  readonly #changed: (isTalking: boolean) => void;
  readonly #listeners = new Set<LevelListener>();
  #level: InputLevel | null = null;
  #session: CallSession | undefined;
  #isTalking = false;

  /** @param changed told when somebody begins, or ceases, to talk into a microphone that is muted. */
  constructor(changed: (isTalking: boolean) => void) {
    this.#changed = changed;
  }

  /** True while somebody talks into a microphone that is muted. */
  get isTalking(): boolean {
    return this.#isTalking;
  }

  /** Has somebody told each level; what is returned ends it. */
  listen(listener: LevelListener): () => void {
    this.#listeners.add(listener);
    this.follow(this.#session);
    return () => {
      this.#listeners.delete(listener);
      this.follow(this.#session);
    };
  }

  /** Follows a session, whose microphone or mute may be another one than before; undefined: there is no call. */
  follow(session: CallSession | undefined): void {
    this.#session = session;
    this.#level?.end();
    this.#level = null;
    const isMuted = session?.isMuted ?? false;
    if (!isMuted) this.#tell(false);
    const track = session?.localStream?.getAudioTracks()[0];
    if (!track || track.readyState === 'ended' || (!isMuted && this.#listeners.size === 0)) return;
    const speech = new SpeechDetector();
    this.#level = new InputLevel(track, (level) => {
      for (const listener of [...this.#listeners]) listener(level);
      if (isMuted) this.#tell(speech.take(level));
    });
  }

  #tell(isTalking: boolean): void {
    if (isTalking === this.#isTalking) return;
    this.#isTalking = isTalking;
    this.#changed(isTalking);
  }
}
