// A module that is fetched when it is first needed.

/** Where a module comes from. What it has is there at once from then on. */
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

  /** The module, once it is there. */
  get loaded(): Module | undefined {
    return this.#loaded;
  }

  /** Fetches the module, once for all; if that fails, the next call tries again. */
  load(): Promise<Module> {
    this.#loading ??= this.#fetch().finally(() => (this.#loading = undefined));
    return this.#loading;
  }

  async #fetch(): Promise<Module> {
    return (this.#loaded ??= await this.#import());
  }
}
