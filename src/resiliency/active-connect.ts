// `window.connect` while two regions are embedded: everybody finds the active region there, and a region's own scripts find theirs.
import type { Connect } from '../connect.js';

/** What other scripts put members on. */
type Namespace = Connect & Record<string, unknown>;

interface TrustedScriptPolicy {
  createScriptURL(url: string): unknown;
}

interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): TrustedScriptPolicy;
}

/** Holds `window.connect` for as long as two regions are embedded. */
export class ActiveConnect {
  readonly #before = Object.getOwnPropertyDescriptor(globalThis, 'connect');
  readonly #present: () => Namespace;
  #hasEnded = false;
  readonly #scripts = new Map<Element, Connect>();
  #policy: TrustedScriptPolicy | undefined;

  /** @param active gives the API of the active region. */
  constructor(active: () => Connect) {
    // Scripts run one after the other, each with itself as the current one: nobody can look in between.
    this.#present = () => {
      if (this.#hasEnded) return (this.#before?.get?.() ?? this.#before?.value) as Namespace;
      return (this.#scripts.get(document.currentScript as Element) ?? active()) as Namespace;
    };
    const present = this.#present;
    Object.defineProperty(globalThis, 'connect', {
      configurable: true,
      enumerable: true,
      get: present,
      // Scripts such as ChatJS write `window.connect = window.connect || {}`; what is really new is taken over.
      set(given: unknown) {
        const connect = present();
        if (typeof given !== 'object' || given === null || !connect) return;
        for (const [name, value] of Object.entries(given)) if (!(name in connect)) connect[name] = value;
      },
    });
  }

  /**
   * Runs scripts that find one region in `window.connect`, each after the one before.
   * @param urls their addresses.
   * @param connect the region's API.
   * @param failed told of a script that does not load; the next ones run all the same.
   */
  async run(urls: readonly string[], connect: Connect, failed: (url: string) => void): Promise<void> {
    const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };
    for (const url of urls) {
      const script = document.createElement('script');
      this.#scripts.set(script, connect);
      await new Promise<unknown>((resolve) => {
        script.onload = resolve;
        script.onerror = () => resolve(failed(url));
        // The page itself has named the script: under Trusted Types that is what the policy says.
        this.#policy ??= trustedTypes?.createPolicy('connect-ccp-elements', { createScriptURL: (given) => given });
        script.src = (this.#policy?.createScriptURL(url) ?? url) as string;
        document.head.append(script);
      });
      this.#scripts.delete(script);
      script.remove();
    }
  }

  /** Gives `window.connect` back. If somebody else has taken it over since, it is what it was before once they are done. */
  end(): void {
    this.#hasEnded = true;
    if (Object.getOwnPropertyDescriptor(globalThis, 'connect')?.get !== this.#present) return;
    delete (globalThis as { connect?: unknown }).connect;
    if (this.#before) Object.defineProperty(globalThis, 'connect', this.#before);
  }
}
