// A module that is loaded when it is first needed.

/** Loads a module on first use; after that its exports are available synchronously. */
export class LateModule<Module> {
  readonly #import: () => Promise<Module>;
  #loaded: Module | undefined;
  #loading: Promise<Module> | undefined;

  /**
   * @param load imports the module.
   */
  constructor(load: () => Promise<Module>) {
    this.#import = load;
  }

  /** The module; undefined until it has loaded. */
  get loaded(): Module | undefined {
    return this.#loaded;
  }

  /** Loads the module, once for all callers. If that fails, the next call tries again. */
  load(): Promise<Module> {
    this.#loading ??= this.#fetch().finally(() => (this.#loading = undefined));
    return this.#loading;
  }

  async #fetch(): Promise<Module> {
    return (this.#loaded ??= await this.#import());
  }
}
