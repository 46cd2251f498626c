// `window.connect` while two regions are embedded: everybody finds the active region there, and a region's own scripts find theirs.
import { isRecord } from '../conduit/wire.js';
import type { Connect } from '../connect.js';

/** Milliseconds that a script has to load: the panels wait for it. */
const PATIENCE = 30_000;

/** What other scripts put members on. */
type Namespace = Connect & Record<string, unknown>;

interface TrustedScriptPolicy {
  createScriptURL(url: string): unknown;
}

interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): TrustedScriptPolicy;
}

/**
 * Makes a function that turns a script's address into a trusted one, for pages that require Trusted Types; the page itself has
 * named the script. To be called once, since a page may refuse a second policy of the same name. Where ours is refused, the
 * address stays text, which the page's default policy may accept.
 */
export function createScriptTrust(): (url: string) => string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };
  let policy: TrustedScriptPolicy | undefined;
  return (url) => {
    try {
      policy ??= trustedTypes?.createPolicy('connect-ccp-elements', { createScriptURL: (given) => given });
    } catch {
      // Whether that matters shows when the address is used.
    }
    return (policy?.createScriptURL(url) ?? url) as string;
  };
}

/** Holds `window.connect` for as long as two regions are embedded. */
export class ActiveConnect {
  readonly #before = Object.getOwnPropertyDescriptor(globalThis, 'connect');
  readonly #present: () => Namespace;
  #hasEnded = false;
  /** The script of one region that is about to run or is running, and the API that it finds. */
  #script: Element | undefined;
  #own: Connect | undefined;

  /** @param active gives the API of the active region. */
  constructor(active: () => Connect) {
    this.#present = () => {
      if (this.#hasEnded) return (this.#before?.get?.() ?? this.#before?.value) as Namespace;
      if (!this.#script || document.currentScript !== this.#script) return active() as Namespace;
      // `currentScript` stays set in the microtasks after a script, where other code may run: it must not find the script's region.
      queueMicrotask(() => (this.#script = undefined));
      return this.#own as Namespace;
    };
    const present = this.#present;
    Object.defineProperty(globalThis, 'connect', {
      configurable: true,
      enumerable: true,
      get: present,
      // Scripts such as ChatJS write `window.connect = window.connect || {}`; what is really new is taken over.
      set(given: unknown) {
        const connect = present();
        if (!isRecord(given) || !connect) return;
        for (const [name, value] of Object.entries(given)) if (!(name in connect)) connect[name] = value;
      },
    });
  }

  /**
   * Runs scripts that find one region in `window.connect` as long as they run, each after the one before.
   * @param urls their addresses.
   * @param connect the region's API.
   * @param trust makes the page take an address.
   * @param failed told of a script that does not load, perhaps with a hint; the next ones run all the same.
   */
  async run(
    urls: readonly string[],
    connect: Connect,
    trust: (url: string) => string,
    failed: (url: string, hint?: string) => void,
  ): Promise<void> {
    for (const url of urls) {
      if (this.#hasEnded) return;
      const script = document.createElement('script');
      let timer: ReturnType<typeof setTimeout> | undefined;
      await new Promise<unknown>((resolve) => {
        script.onload = resolve;
        script.onerror = () => resolve(failed(url));
        timer = setTimeout(() => resolve(failed(url, ' It was waited for.')), PATIENCE);
        try {
          script.src = trust(url);
        } catch {
          return resolve(failed(url, ' Allow the Trusted Types policy connect-ccp-elements.'));
        }
        this.#script = script;
        this.#own = connect;
        document.head.append(script);
      });
      clearTimeout(timer);
      script.remove();
    }
  }

  /** Gives `window.connect` back. Where other code has replaced it since, our getter, if it is still called, gives the former value. */
  end(): void {
    this.#hasEnded = true;
    if (Object.getOwnPropertyDescriptor(globalThis, 'connect')?.get !== this.#present) return;
    delete (globalThis as { connect?: unknown }).connect;
    if (this.#before) Object.defineProperty(globalThis, 'connect', this.#before);
  }
}
