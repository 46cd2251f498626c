// The agent's quick connects: loaded when they are needed, searched, filtered by type, shown page by page.
import { html, nothing, type TemplateResult } from 'lit';
import type { Endpoint } from '../../src/index.js';
import { icon, type IconName } from '../looks/icons.js';
import type { ControlsContext } from './context.js';
import type { ContactControlsTerms } from './terms.js';

/** Quick connects on one page. */
const PAGE = 8;

/** Types of quick connects, with their icons. */
const ICONS = { phone_number: 'phone', agent: 'person', queue: 'people' } as const satisfies Record<string, IconName>;

type QuickConnectType = keyof typeof ICONS;

const isKnown = (type: string | null): type is QuickConnectType => type !== null && Object.hasOwn(ICONS, type);

/** The list, from which one is chosen. */
export class QuickConnects {
  readonly #context: ControlsContext;
  readonly #types: readonly string[];
  readonly #choose: (endpoint: Endpoint) => void;
  /** Null while they load. */
  #found: readonly Endpoint[] | null = null;
  /** What went wrong. */
  #failure: unknown = null;
  #query = '';
  #type: QuickConnectType | 'all' = 'all';
  #page = 0;

  /**
   * @param context the element.
   * @param types those that can be reached from the contact.
   * @param choose takes the one that is chosen.
   */
  constructor(context: ControlsContext, types: readonly string[], choose: (endpoint: Endpoint) => void) {
    this.#context = context;
    this.#types = types;
    this.#choose = choose;
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
      this.#found = reachable.sort((a, b) => nameOf(a, terms).localeCompare(nameOf(b, terms)));
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

  /** @param disabled true while none can be chosen. */
  render(disabled: boolean): TemplateResult {
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
      <div class="filters">
        <label class="search">
          <span class="unseen">${terms.search}</span>${icon('search')}
          <input
            id="search"
            part="input"
            type="search"
            autocomplete="off"
            placeholder=${terms.search}
            @input=${this.#searched}
          />
        </label>
        ${this.#typeFilter(this.#types.filter((type) => found.some((endpoint) => endpoint.type === type)))}
      </div>
      ${
        matches.length === 0
          ? html`<p class="quiet" part="no-match">${terms.matches(0)}</p>`
          : html`<ul class="connects" part="quick-connects" aria-label=${terms.quickConnects}>
              ${matches.slice(first, first + PAGE).map((endpoint, index) => this.#item(endpoint, index, disabled))}
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

  #item(endpoint: Endpoint, index: number, disabled: boolean): TemplateResult {
    const { type } = endpoint;
    const detail = endpoint.stripPhoneNumber() || endpoint.agentLogin || '';
    return html`
      <li>
        ${icon(isKnown(type) ? ICONS[type] : 'phone')}
        <button
          class="connect"
          part="quick-connect"
          type="button"
          aria-describedby=${detail ? `detail-${index}` : nothing}
          aria-disabled=${disabled ? 'true' : nothing}
          @click=${() => disabled || this.#choose(endpoint)}
        >
          <bdi>${nameOf(endpoint, this.#context.terms)}</bdi>
        </button>
        ${
          detail
            ? html`<span id="detail-${index}" class="detail" part="quick-connect-detail"><bdi>${detail}</bdi></span>`
            : nothing
        }
      </li>
    `;
  }

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

  readonly #searched = (event: Event): void => this.#show({ query: (event.target as HTMLInputElement).value });

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
    this.#context.update();
    const { length } = this.#matches();
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
