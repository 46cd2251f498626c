// Watches the sound of calls for a host: an unusable microphone becomes its error before a call arrives, and which tab has the
// sound becomes a custom state.
import { type AudioOwnerChange, type Connect, type MicrophoneState, watchMicrophone } from '../../src/index.js';
import type { SharedTerms } from '../words/terms.js';
import type { HostStore } from '../host/store.js';
import type { FollowOwner } from './kept-ccps.js';

/** What the watch needs of its host. */
export interface AudioWatchOptions {
  readonly store: HostStore;
  /** The host's runtime; asked for only while it runs. */
  connect(): Connect;
  /** True if calls may be taken in the frame. */
  takesCalls(): boolean;
  /** The words for a microphone that cannot be used. */
  words(): SharedTerms['hostErrors'];
  /** Follows who has the audio. */
  followOwner: FollowOwner;
  /** Told who has the audio. */
  ownerChanged(change: AudioOwnerChange): void;
}

/** Statuses in which no panel is loaded. */
const AT_REST: readonly string[] = ['idle', 'duplicate', 'terminated'];

/** Watches while a panel is loaded. The browser never prompts the agent for it. */
export class AudioWatch {
  readonly #needs: AudioWatchOptions;
  #scope: AbortController | null = null;
  #microphone: MicrophoneState = 'unknown';
  /** The problem that is published as the host's error, or null. */
  #told: MicrophoneState | null = null;

  constructor(needs: AudioWatchOptions) {
    this.#needs = needs;
    needs.store.subscribe(
      ({ status }) => status,
      (status) => {
        if (AT_REST.includes(status)) this.#end();
        else this.#begin();
        this.#tell();
      },
      undefined,
    );
  }

  #begin(): void {
    if (this.#scope) return;
    const { signal } = (this.#scope = new AbortController());
    const { connect, takesCalls, followOwner, ownerChanged } = this.#needs;
    const { core, AgentEvents } = connect();
    followOwner(connect(), ownerChanged, { signal });
    if (!takesCalls()) return;
    // A desk phone may be chosen in the middle of a shift.
    core.getEventBus().subscribe(AgentEvents.REFRESH, () => this.#tell(), { signal });
    const heard = (state: MicrophoneState): void => {
      this.#microphone = state;
      this.#tell();
    };
    watchMicrophone(heard, { signal });
  }

  #end(): void {
    this.#scope?.abort();
    this.#scope = null;
    this.#microphone = 'unknown';
    this.#told = null; // the state begins anew, without an error
  }

  /** True if the agent can get calls and takes them in the browser: only then is the microphone needed. */
  get #isNeeded(): boolean {
    const { store, connect } = this.#needs;
    if (store.state.status !== 'ready') return false;
    const agent = new (connect().Agent)();
    return agent.isSoftphoneEnabled() && agent.getChannelConcurrency('VOICE') > 0;
  }

  #tell(): void {
    const { store, words } = this.#needs;
    const state = this.#microphone;
    const wrong = (state === 'denied' || state === 'missing') && this.#isNeeded ? state : null;
    if (wrong === this.#told) return;
    this.#told = wrong;
    if (!wrong) return store.mend();
    const code = `microphone-${wrong}` as const;
    store.fail({ code, message: words()[code]('') });
  }
}
