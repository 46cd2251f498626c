// Which settings a panel was loaded with, and when others come into force: at once, or when a live call is over.
import type { InitCcpOptions } from '../../src/index.js';
import { contentOf } from './content.js';

/** What the settings of a panel need of their element. */
export interface PanelSettingsOptions {
  /** What the panel is to be loaded with now; null while it is to wait for its coordinator. */
  wanted(): InitCcpOptions | null;
  /** True while a new frame would cut a live call off. */
  carriesCall(): boolean;
  /** Ends the panel, and loads it with what is wanted now. */
  load(): void;
  /** Told once of settings that wait for the end of a call, by the names of the options of `initCCP`. */
  waiting(names: readonly string[]): void;
}

/** What each option says. */
type Contents = ReadonlyMap<string, string>;

/** The options that are addresses: two of them are equal if they lead to the same place. */
const ADDRESSES: readonly string[] = ['ccpUrl', 'instanceUrl', 'loginUrl'];

/** Stands for a panel that waits for its coordinator. */
const MANAGED = 'managed';

/** Stands for options that cannot be read: they are tried once, and again when they are others. */
const UNREADABLE: Contents = new Map([['unreadable', '']]);

/** Not compared: the frame's title follows the language of the page without a new frame. */
const LIVE: readonly string[] = ['iframeTitle'];

function addressOf(value: unknown): unknown {
  const text = value instanceof URL ? value.href : value;
  return typeof text === 'string' && text !== '' && URL.canParse(text, document.baseURI)
    ? new URL(text, document.baseURI).href
    : value;
}

/** What of an option is compared. What is inside a provider of the page's own changes as it works; which one it is does not. */
function comparable(name: string, value: unknown): unknown {
  if (name === 'provider') return (value as { readonly id?: unknown } | null | undefined)?.id;
  return ADDRESSES.includes(name) ? addressOf(value) : value;
}

function contentsOf(options: InitCcpOptions | null): Contents {
  if (!options) return new Map([[MANAGED, '']]);
  const said = Object.entries(options)
    .filter(([name]) => !LIVE.includes(name))
    .map(([name, value]) => [name, contentOf(comparable(name, value))] as const);
  const nothing = contentOf(null);
  return new Map(said.filter(([, content]) => content !== nothing));
}

function differences(one: Contents, other: Contents): string[] {
  if (one.has(MANAGED) !== other.has(MANAGED)) return [MANAGED];
  return [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name));
}

/** The settings of one panel. They are compared by what they say, so that equal ones change nothing, whoever has made them. */
export class PanelSettings {
  readonly #needs: PanelSettingsOptions;
  #inForce: Contents | null = null;
  /** What waits for the end of a call, as it was told. */
  #told: string | null = null;

  /** @param needs what is needed of the element. */
  constructor(needs: PanelSettingsOptions) {
    this.#needs = needs;
  }

  /** False until the panel has been loaded for the first time, or could not be. */
  get haveBegun(): boolean {
    return this.#inForce !== null;
  }

  /** True while some wait for the end of a call. */
  get areWaiting(): boolean {
    return this.#told !== null;
  }

  /** What is wanted now is in force, or is not to be tried again before it is something else. */
  applied(): void {
    this.#inForce = this.#wanted;
    this.#told = null;
  }

  /** To be called when settings may have changed. */
  look(): void {
    const wanted = this.#wanted;
    const names = this.#inForce && differences(this.#inForce, wanted);
    if (names?.length === 0) this.#told = null;
    else if (names && this.#needs.carriesCall()) this.#wait(names, wanted);
    else this.#needs.load();
  }

  /** To be called when a call may be over. What waits comes into force after the present task: others are still hearing of that end. */
  callChanged(): void {
    if (!this.areWaiting || this.#needs.carriesCall()) return;
    queueMicrotask(() => {
      if (this.areWaiting) this.look();
    });
  }

  get #wanted(): Contents {
    try {
      return contentsOf(this.#needs.wanted());
    } catch {
      return UNREADABLE; // Why is told when they are tried.
    }
  }

  #wait(names: readonly string[], wanted: Contents): void {
    const now = contentOf(wanted);
    if (now === this.#told) return;
    this.#told = now;
    this.#needs.waiting(names);
  }
}
