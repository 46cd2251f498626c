// Whether the simulated region is out of service, kept in the tab: a page that is loaded anew does not come up then.

/** Keeps it for one instance: in the tab's sessionStorage, else for as long as the page lives. */
export class Outage {
  readonly #key: string;
  #memory: boolean;

  /**
   * @param instance name of the simulated instance.
   * @param atFirst whether it is out of service until it is told otherwise.
   */
  constructor(instance: string, atFirst: boolean) {
    this.#key = `connect-simulator:${instance}:outage`;
    this.#memory = atFirst;
  }

  /** True while it is out of service. */
  get isOn(): boolean {
    try {
      const kept = sessionStorage.getItem(this.#key);
      return kept === null ? this.#memory : kept === 'true';
    } catch {
      return this.#memory; // The browser refuses storage to this frame.
    }
  }

  set isOn(isOn: boolean) {
    this.#memory = isOn;
    try {
      sessionStorage.setItem(this.#key, String(isOn));
    } catch {
      // As above.
    }
  }
}
