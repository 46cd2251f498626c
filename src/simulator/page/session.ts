// The simulated sign-in session: who is signed in on an instance, kept where the browser lets the page keep it.
import { randomId } from '../../conduit/random-id.js';
import { isRecord } from '../../conduit/wire.js';

/** A session. Its token is what the worker calls the service with. */
export interface Session {
  readonly token: string;
  readonly userName: string;
}

/** Where a session is kept: in this partition's localStorage, or in a cookie, as the real CCP does. */
export type SessionKeeping = 'storage' | 'cookie';

/** A place for one text. */
interface Place {
  read(): string | null;
  write(text: string): void;
  clear(): void;
}

const SECONDS_A_SHIFT = 12 * 60 * 60;

/** In a frame of another site the browser may hide the cookie, and forget what is written to it. */
function cookiePlace(key: string): Place {
  const name = encodeURIComponent(key);
  const read = (): string | null => {
    const found = document.cookie.split('; ').find((cookie) => cookie.startsWith(`${name}=`));
    return found ? decodeURIComponent(found.slice(name.length + 1)) : null;
  };
  const write = (text: string, seconds: number): void => {
    const cookie = `${name}=${encodeURIComponent(text)}; Path=/; Max-Age=${seconds}`;
    document.cookie = `${cookie}; SameSite=None; Secure`;
    // WebKit takes no secure cookie at http://localhost. Without that mark at least the frames of the same site see it.
    const isKept = seconds > 0 && read() === text;
    if (location.protocol === 'http:' && !isKept) document.cookie = cookie;
  };
  return {
    read,
    write: (text) => write(text, SECONDS_A_SHIFT),
    clear: () => write('', 0),
  };
}

/** Where the browser refuses storage to the frame, what is kept lasts as long as the page. */
function storagePlace(key: string): Place {
  let memory: string | null = null;
  const attempt = <Result>(action: () => Result, otherwise: Result): Result => {
    try {
      return action();
    } catch {
      return otherwise;
    }
  };
  return {
    read: () => attempt(() => localStorage.getItem(key), memory),
    write: (text) => {
      memory = text;
      attempt(() => localStorage.setItem(key, text), undefined);
    },
    clear: () => {
      memory = null;
      attempt(() => localStorage.removeItem(key), undefined);
    },
  };
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

/** Keeps the session of one instance. */
export class SessionStore {
  readonly key: string;
  readonly #place: Place;

  /**
   * @param instance name of the simulated instance.
   * @param keeping where it is kept.
   */
  constructor(instance: string, keeping: SessionKeeping = 'storage') {
    this.key = `connect-simulator:${instance}:session`;
    this.#place = keeping === 'cookie' ? cookiePlace(this.key) : storagePlace(this.key);
  }

  /** The session, or null if nobody is signed in. */
  read(): Session | null {
    return parseSession(this.#place.read());
  }

  /** Begins a session. Returns it. */
  begin(userName: string): Session {
    const session: Session = { token: randomId(), userName };
    this.#place.write(JSON.stringify(session));
    return session;
  }

  /** Ends the session. */
  end(): void {
    this.#place.clear();
  }
}
