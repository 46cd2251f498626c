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
    for (const url of urls) if (!(await this.#runOne(url, connect))) failed(url);
  }

  /** Gives `window.connect` back. If somebody else has taken it over since, it is what it was before once they are done. */
  end(): void {
    this.#hasEnded = true;
    if (Object.getOwnPropertyDescriptor(globalThis, 'connect')?.get !== this.#present) return;
    delete (globalThis as { connect?: unknown }).connect;
    if (this.#before) Object.defineProperty(globalThis, 'connect', this.#before);
  }

  #runOne(url: string, connect: Connect): Promise<boolean> {
    const script = document.createElement('script');
    this.#scripts.set(script, connect);
    return new Promise<boolean>((resolve) => {
      script.addEventListener('load', () => resolve(true));
      script.addEventListener('error', () => resolve(false));
      script.src = this.#trusted(url);
      document.head.append(script);
    }).finally(() => {
      this.#scripts.delete(script);
      script.remove();
    });
  }

  /** The page itself has named the script: under Trusted Types that is what the policy says. */
  #trusted(url: string): string {
    const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };
    this.#policy ??= trustedTypes?.createPolicy('connect-ccp-elements', { createScriptURL: (given) => given });
    return (this.#policy?.createScriptURL(url) ?? url) as string;
  }
}
