// The simulated sign-in session: who is signed in on an instance, kept where the browser lets the page keep it.
import { randomId } from '../conduit/random-id.js';
import { isRecord } from '../conduit/wire.js';

/** A session. Its token is what the worker calls the service with. */
export interface Session {
  readonly token: string;
  readonly userName: string;
}

function parseSession(text: string | null): Session | null {
  if (!text) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || typeof value.token !== 'string') return null;
    return { token: value.token, userName: typeof value.userName === 'string' ? value.userName : '' };
  } catch {
    return null; // Somebody else's text under our key.
  }
}

/** Keeps the session of one instance: in this partition's localStorage, else in memory. */
export class SessionStore {
  readonly key: string;
  #memory: Session | null = null;

  /** @param instance name of the simulated instance. */
  constructor(instance: string) {
    this.key = `connect-simulator:${instance}:session`;
  }

  /** The session, or null if nobody is signed in. */
  read(): Session | null {
    try {
      return parseSession(localStorage.getItem(this.key));
    } catch {
      return this.#memory;
    }
  }

  /** Begins a session. Returns it. */
  begin(userName: string): Session {
    const session: Session = { token: randomId(), userName };
    this.#memory = session;
    try {
      localStorage.setItem(this.key, JSON.stringify(session));
    } catch {
      // The browser refuses storage to this frame: the session lasts as long as the page.
    }
    return session;
  }

  /** Ends the session. */
  end(): void {
    this.#memory = null;
    try {
      localStorage.removeItem(this.key);
    } catch {
      // As above.
    }
  }
}
