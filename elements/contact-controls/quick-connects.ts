// The agent's quick connects: loaded when they are needed, favourites first, searched, filtered by type, shown page by page.
import { html, nothing, type TemplateResult } from 'lit';
import type { Endpoint } from '../../src/index.js';
import { repeat } from 'lit/directives/repeat.js';
import { icon, type IconName } from '../looks/icons.js';
import type { ControlsContext } from './context.js';
import { Favourites } from './favourites.js';
import type { ContactControlsTerms } from './terms.js';

/** Quick connects on one page. */
const PAGE = 8;

/** Types of quick connects, with their icons. */
const ICONS = { phone_number: 'phone', agent: 'person', queue: 'people' } as const satisfies Record<string, IconName>;

type QuickConnectType = keyof typeof ICONS;

const isKnown = (type: string | null): type is QuickConnectType => type !== null && Object.hasOwn(ICONS, type);

/** What the list needs to know when it is shown. */
export interface QuickConnectsView {
  /** False if something else is offered above it: then it need not say that it has nothing. */
  readonly isAlone: boolean;
  /** The buttons of the chosen one. */
  ways(endpoint: Endpoint, name: string): TemplateResult;
}

/** The list, from which one is chosen. */
export class QuickConnects {
  readonly #context: ControlsContext;
  readonly #types: readonly string[];
  readonly #favourites = new Favourites();
  /** Null while they load. */
  #found: readonly Endpoint[] | null = null;
  /** What went wrong. */
  #failure: unknown = null;
  #query = '';
  #type: QuickConnectType | 'all' = 'all';
  #page = 0;
  /** The chosen one, or null. */
  #chosen: Endpoint | null = null;

  /**
   * @param context the element.
   * @param types those that can be reached from the contact.
   */
  constructor(context: ControlsContext, types: readonly string[]) {
    this.#context = context;
    this.#types = types;
    void this.#load();
  }

  async #load(): Promise<void> {
    this.#found = this.#failure = null;
    this.#context.update();
    const { connect, session, terms } = this.#context;
    try {
      const agent = connect && new connect.Agent();
      const list = await agent?.getEndpoints(agent.getAllQueueARNs());
      const endpoints = list?.endpoints ?? [];
      const reachable = endpoints.filter(({ type }) => type !== null && this.#types.includes(type));
      if (connect) await this.#favourites.load(connect);
      // In this order as long as the panel is open: a star moves nothing under the pointer.
      const rankOf = ({ endpointId }: Endpoint): number => (this.#favourites.has(endpointId) ? 0 : 1);
      this.#found = reachable.sort((a, b) => rankOf(a) - rankOf(b) || nameOf(a, terms).localeCompare(nameOf(b, terms)));
      if (this.#query && session === this.#context.session) this.#tellMatches();
    } catch (error) {
      if (session !== this.#context.session) return;
      this.#failure = error;
      this.#context.announce(this.#failureWords());
    }
    this.#context.update();
  }

  #failureWords(): string {
    const { terms, errorWords } = this.#context;
    return terms.loadingFailed(errorWords(this.#failure));
  }

  /** Those that match what is searched for. */
  #matches(): readonly Endpoint[] {
    const query = this.#query.trim().toLocaleLowerCase();
    const texts = (endpoint: Endpoint) => [
      nameOf(endpoint, this.#context.terms),
      endpoint.stripPhoneNumber(),
      endpoint.agentLogin ?? '',
    ];
    return (this.#found ?? []).filter(
      (endpoint) =>
        (this.#type === 'all' || endpoint.type === this.#type) &&
        texts(endpoint).some((text) => text.toLocaleLowerCase().includes(query)),
    );
  }

  /**
   * Searches.
   * @param query a part of a name, a number or a login; empty for all.
   */
  search(query: string): void {
    this.#show({ query });
  }

  /**
   * Chooses the first that is shown.
   * @returns false if there is none.
   */
  chooseFirst(): boolean {
    const first = this.#matches().at(this.#page * PAGE);
    if (!first) return false;
    this.#chosen = first;
    this.#context.update();
    return true;
  }

  render({ isAlone, ways }: QuickConnectsView): TemplateResult | typeof nothing {
    const { terms } = this.#context;
    const found = this.#found;
    if (this.#failure) {
      return html`
        <p class="problem" part="problem">${icon('warning')}${this.#failureWords()}</p>
        <button class="small" part="button" type="button" @click=${() => this.#load()}>${terms.tryAgain}</button>
      `;
    }
    if (!found) return html`<p class="quiet" part="loading">${terms.loading}</p>`;
    const matches = this.#matches();
    const first = this.#page * PAGE;
    return html`
      ${
        found.length > PAGE
          ? this.#typeFilter(this.#types.filter((type) => found.some((endpoint) => endpoint.type === type)))
          : nothing
      }
      ${
        matches.length === 0
          ? isAlone
            ? html`<p class="quiet" part="no-match">${terms.matches(0)}</p>`
            : nothing
          : html`<ul class="connects" part="quick-connects" aria-label=${terms.quickConnects} @keydown=${this.#keydown}>
              ${repeat(
                matches.slice(first, first + PAGE),
                (endpoint) => endpoint,
                (endpoint, index) => this.#item(endpoint, index, ways),
              )}
            </ul>`
      }
      ${matches.length > PAGE ? this.#pages(matches.length) : nothing}
    `;
  }

  #typeFilter(types: readonly string[]) {
    const { terms } = this.#context;
    if (types.length < 2) return nothing;
    return html`<div class="types" role="group" aria-label=${terms.quickConnects}>
      ${(['all', ...types.filter(isKnown)] as const).map(
        (type) => html`
          <button
            class="chip"
            part="type"
            type="button"
            aria-pressed=${type === this.#type ? 'true' : 'false'}
            @click=${() => this.#show({ type })}
          >
            ${terms.types[type]}
          </button>
        `,
      )}
    </div>`;
  }

  #item(endpoint: Endpoint, index: number, ways: QuickConnectsView['ways']): TemplateResult {
    const { terms, shown } = this.#context;
    const { type, endpointId } = endpoint;
    const name = nameOf(endpoint, terms);
    const detail = endpoint.stripPhoneNumber() || endpoint.agentLogin || '';
    const isChosen = endpoint === this.#chosen;
    return html`
      <li class=${isChosen ? 'chosen' : ''}>
        ${icon(isKnown(type) ? ICONS[type] : 'phone')}
        <button
          class="connect"
          part="quick-connect"
          type="button"
          aria-describedby=${detail ? `detail-${index}` : nothing}
          aria-expanded=${String(isChosen)}
          @click=${() => this.#choose(isChosen ? null : endpoint)}
        >
          <bdi>${name}</bdi>
        </button>
        ${
          detail
            ? html`<span id="detail-${index}" class="detail" part="quick-connect-detail">${shown(detail)}</span>`
            : nothing
        }
        ${endpointId === null ? nothing : this.#renderStar(endpointId, name)}
        ${isChosen ? ways(endpoint, name) : nothing}
      </li>
    `;
  }

  #renderStar(endpointId: string, name: string): TemplateResult {
    return html`<button
      class="star"
      part="favourite"
      type="button"
      aria-label=${this.#context.terms.favourite(name)}
      aria-pressed=${String(this.#favourites.has(endpointId))}
      @click=${() => this.#star(endpointId)}
    >
      ${icon('star')}
    </button>`;
  }

  #choose(endpoint: Endpoint | null): void {
    this.#chosen = endpoint;
    this.#context.update();
  }

  #star(endpointId: string): void {
    this.#favourites.toggle(endpointId);
    this.#context.update();
  }

  /** The arrows walk through the list, and from its first line back to the field. */
  readonly #keydown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const list = event.currentTarget as HTMLElement;
    const lines = [...list.querySelectorAll<HTMLElement>('.connect')];
    const line = (event.target as HTMLElement).closest('li')?.querySelector<HTMLElement>('.connect');
    if (step === 0 || !line) return;
    event.preventDefault();
    const next = lines.indexOf(line) + step;
    if (next < 0) this.#context.focus('#destination');
    else lines.at(next)?.focus();
  };

  #pages(count: number): TemplateResult {
    const { terms } = this.#context;
    const first = this.#page * PAGE;
    const last = Math.min(first + PAGE, count);
    const turn = (by: number, name: string, iconName: IconName, possible: boolean) => html`
      <button
        class="small"
        part="page"
        type="button"
        aria-label=${name}
        aria-disabled=${possible ? nothing : 'true'}
        @click=${() => possible && this.#show({ page: this.#page + by })}
      >
        ${icon(iconName)}
      </button>
    `;
    return html`
      <div class="pages" part="pages">
        ${turn(-1, terms.previousPage, 'back', first > 0)}
        <span class="quiet" part="page-position">${terms.page(first + 1, last, count)}</span>
        ${turn(1, terms.nextPage, 'forward', last < count)}
      </div>
    `;
  }

  #show({
    query = this.#query,
    type = this.#type,
    page = 0,
  }: {
    query?: string;
    type?: QuickConnectType | 'all';
    page?: number;
  }): void {
    this.#query = query;
    this.#type = type;
    this.#page = page;
    this.#chosen = null;
    this.#context.update();
    // How many match is not known before they are there, and is said then.
    if (this.#found) this.#tellMatches();
  }

  #tellMatches(): void {
    const { length } = this.#matches();
    const page = this.#page;
    const first = page * PAGE;
    const { terms } = this.#context;
    this.#context.announce(
      page ? terms.page(first + 1, Math.min(first + PAGE, length), length) : terms.matches(length),
    );
  }
}

function nameOf(endpoint: Endpoint, { unknown }: ContactControlsTerms): string {
  return endpoint.name || endpoint.stripPhoneNumber() || endpoint.agentLogin || unknown;
}
