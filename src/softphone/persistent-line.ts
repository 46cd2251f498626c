// A connection to the media service that outlives the call it was made for, where the agent's configuration says so: the next call begins at once.
import { ScopedTimer } from '../conduit/scoped-timer.js';
import { stopStream } from './microphone.js';
import type { MediaLeg } from './media-leg.js';

/** How the service knows it. */
export interface LineTokens {
  readonly peerConnectionId: string;
  readonly peerConnectionToken: string;
}

/** A connection that is kept, with the microphone of the calls that use it. */
export class PersistentLine {
  readonly leg: MediaLeg;
  readonly tokens: LineTokens;
  readonly #inactivityDuration: number;
  readonly #end = new AbortController();
  readonly #idle = new ScopedTimer(this.#end.signal);
  #stream: MediaStream | null;
  #users = 1;
  #isMuted = false;
  #restarting: Promise<void> | null = null;

  /**
   * @param leg the connection; it belongs to the line from now on.
   * @param stream the microphone of the call that it was made for.
   * @param tokens how the service knows it.
   * @param inactivityDuration milliseconds for which it is kept without a call.
   */
  constructor(leg: MediaLeg, stream: MediaStream | null, tokens: LineTokens, inactivityDuration: number) {
    this.leg = leg;
    this.#stream = stream;
    this.tokens = tokens;
    this.#inactivityDuration = inactivityDuration;
  }

  /** False once it is closed, or has broken. */
  get isUsable(): boolean {
    return !this.#end.signal.aborted && this.leg.state === 'connected';
  }

  /** True while no call uses it. */
  get isIdle(): boolean {
    return this.#users === 0;
  }

  /** Aborts when it closes. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** The microphone of its calls; null while there are none. */
  get stream(): MediaStream | null {
    return this.#stream;
  }

  /** True if the agent is not heard by its calls: they have one microphone. */
  get isMuted(): boolean {
    return this.#isMuted;
  }

  /** Mutes the agent for its calls, or lets them be heard. */
  setMuted(isMuted: boolean): void {
    this.#isMuted = isMuted;
    this.#applyMute();
  }

  /**
   * Looks for another way. What all its calls notice is done once.
   * @param find does that.
   * @returns what became of it, for each who has asked.
   */
  restart(find: () => Promise<void>): Promise<void> {
    return (this.#restarting ??= find().finally(() => (this.#restarting = null)));
  }

  /** A further call uses it. */
  use(): void {
    this.#users += 1;
    this.#idle.stop();
  }

  /** What its calls are heard by. */
  async send(stream: MediaStream): Promise<void> {
    if (this.#stream !== stream) stopStream(this.#stream);
    this.#stream = stream;
    this.#applyMute();
    await this.leg.send(stream.getAudioTracks()[0] ?? null);
  }

  /** A call is over. Without a call nothing is sent, and the microphone is let go. */
  release(): void {
    this.#users -= 1;
    if (this.#users > 0 || this.#end.signal.aborted) return;
    stopStream(this.#stream);
    this.#stream = null;
    this.#isMuted = false;
    this.leg.send(null).catch(() => this.close());
    this.#idle.start(this.#inactivityDuration, () => this.close());
  }

  /** Ends it, with the sound of every call on it. */
  close(): void {
    if (this.#end.signal.aborted) return;
    this.#end.abort();
    stopStream(this.#stream);
    this.#stream = null;
    this.leg.close();
  }

  #applyMute(): void {
    for (const track of this.#stream?.getAudioTracks() ?? []) track.enabled = !this.#isMuted;
  }
}
