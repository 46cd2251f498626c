// Quick responses: texts that an instance keeps ready. They come from the page; a slash begins the search for one.
import { html, nothing, type TemplateResult } from 'lit';
import type { ContactView } from '../host/state.js';
import type { ChatContext } from './context.js';
import { beginning, oneLine } from './readable.js';

/** A text that is kept ready. */
export interface QuickResponse {
  readonly name: string;
  /** What it is found by, without the slash. */
  readonly shortcut?: string;
  /** May name attributes, as `{{Attributes.tier}}`, and `{{customer}}` and `{{agent}}`. */
  readonly text: string;
}

/** Where they come from: a list, or a search of the page's own. */
export type QuickResponseSource =
  | readonly QuickResponse[]
  | ((query: string, signal: AbortSignal) => readonly QuickResponse[] | Promise<readonly QuickResponse[]>);

/** How many are shown. */
const MOST = 8;

/** A slash at the beginning of a word, and what is typed after it. */
const QUERY = /(?:^|\s)\/([^\s/]{0,60})$/u;

/** What stands for something in a text. */
const PLACE = /\{\{\s*(?:\$\.)?(?:attributes\.)?([^{}\s]+)\s*\}\}/giu;

/**
 * A text with what is known of a contact in it. What is not known stays as it stands: the agent sees it before it is sent.
 * @param text of a quick response.
 * @param contact the contact, or null.
 * @param names of customer and agent.
 */
export function filledIn(text: string, contact: ContactView | null, names: Readonly<Record<string, string>>): string {
  const known = Object.entries({ ...names, ...contact?.attributes }).map(([name, value]) => [
    name.toLowerCase(),
    value,
  ]);
  const values = new Map(known as [string, string][]);
  return text.replace(PLACE, (whole, name: string) => {
    const key = name.toLowerCase();
    return values.get(key) ?? values.get(key.split('.').at(-1) ?? '') ?? whole;
  });
}

/** What is searched for at the caret; null if nothing is. */
export function queryAt(text: string, caret: number): string | null {
  return QUERY.exec(text.slice(0, caret))?.[1] ?? null;
}

const fits = ({ name, shortcut = '', text }: QuickResponse, query: string): number => {
  const wanted = query.toLocaleLowerCase();
  if (shortcut.toLocaleLowerCase().startsWith(wanted)) return 3;
  if (name.toLocaleLowerCase().includes(wanted)) return 2;
  return text.toLocaleLowerCase().includes(wanted) ? 1 : 0;
};

/** The search of one composer. */
export class QuickResponses {
  source: QuickResponseSource = [];
  readonly #context: ChatContext;
  #found: readonly QuickResponse[] | null = null;
  #active = 0;
  #search: AbortController | undefined;

  constructor(context: ChatContext) {
    this.#context = context;
  }

  get isOpen(): boolean {
    return this.#found !== null;
  }

  /** Id of the one that Enter takes; undefined if there is none. */
  get activeId(): string | undefined {
    return this.#found?.length ? `quick-${this.#active}` : undefined;
  }

  /** Looks for what is typed; null closes the list. */
  async look(query: string | null): Promise<void> {
    this.#search?.abort();
    const { source } = this;
    if (query === null || (typeof source !== 'function' && source.length === 0)) return this.close();
    const { signal } = (this.#search = new AbortController());
    let found: readonly QuickResponse[];
    try {
      found = typeof source === 'function' ? await source(query, signal) : this.#ranked(source, query);
    } catch {
      found = [];
    }
    if (signal.aborted) return;
    this.#found = found.slice(0, MOST);
    this.#active = 0;
    this.#context.update();
  }

  close(): void {
    this.#search?.abort();
    if (!this.#found) return;
    this.#found = null;
    this.#context.update();
  }

  /** Another one is to be taken by Enter. */
  move(step: number): void {
    const { length } = this.#found ?? [];
    if (length) this.#active = (this.#active + step + length) % length;
    this.#context.update();
  }

  /** The one that Enter takes; undefined if there is none. */
  get active(): QuickResponse | undefined {
    return this.#found?.[this.#active];
  }

  render(take: (response: QuickResponse) => void): TemplateResult | typeof nothing {
    if (!this.#found) return nothing;
    const { terms } = this.#context;
    if (this.#found.length === 0)
      return html`<p class="quick-none" part="text" role="status">${terms.noQuickResponse}</p>`;
    return html`<ul class="quick" part="quick-responses" id="quick" role="listbox" aria-label=${terms.quickResponses}>
      ${this.#found.map(
        (response, index) =>
          html`<li
            id="quick-${index}"
            role="option"
            part="quick-response"
            aria-selected=${String(index === this.#active)}
            @pointerdown=${(event: Event) => event.preventDefault()}
            @pointerup=${() => take(response)}
          >
            <strong><bdi>${oneLine(response.name)}</bdi></strong>
            ${response.shortcut ? html`<code>/${oneLine(response.shortcut)}</code>` : nothing}
            <span><bdi>${beginning(response.text, 90)}</bdi></span>
          </li>`,
      )}
    </ul>`;
  }

  #ranked(source: readonly QuickResponse[], query: string): readonly QuickResponse[] {
    return source
      .map((response) => ({ response, rank: fits(response, query) }))
      .filter(({ rank }) => rank > 0)
      .sort((one, other) => other.rank - one.rank)
      .map(({ response }) => response);
  }
}
