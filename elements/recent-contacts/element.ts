// <connect-recent-contacts>: what the agent has had, and whom to call back. Registers nothing.
import '../page/lit-marks.js';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { BoundElement } from '../host/bound-element.js';
import { agentKey } from '../host/agent-key.js';
import type { ConnectHost } from '../host/host.js';
import type { ContactView } from '../host/state.js';
import { icon } from '../looks/icons.js';
import { kindIcon } from '../looks/kind-icons.js';
import { siblingStyles } from '../looks/sibling-styles.js';
import { hashOf } from '../devices/memory.js';
import { ConnectDialRequestEvent } from '../verbs/requests.js';
import { WrittenNumbers } from '../numbers/written-numbers.js';
import { enShared } from '../words/en-shared.js';
import { enRecentContacts } from './en.js';
import { History, type Keep, type RecentContact, watchHistories } from './history.js';
import { recentContactsStyles } from './styles.js';

const KEEPS: readonly string[] = ['page', 'session', 'local'];
const LIMIT = 50;

/**
 * Lists the contacts that this agent has had: who, what became of it, when and how long; each with a number can be called back.
 *
 * @element connect-recent-contacts
 * @slot empty - shown while there is nothing to list
 * @fires {ConnectDialRequestEvent} connect-dial-request - call somebody back; cancelable
 * @csspart base - the box of the whole
 * @csspart title - the heading
 * @csspart missed - how many were missed since the agent last looked
 * @csspart list - the list
 * @csspart contact - an item of it; `contact-answered`, `-missed`, `-rejected`, `-transferred`, `-unanswered`, `-failed` or `-live` too, and
 *   `contact-new` for one that was missed since the agent last looked
 * @csspart who - name or number
 * @csspart about - what became of it, when, how long
 * @csspart call-back - the button that calls back
 * @csspart empty - shown while there is nothing to list
 * @csspart kept - what is stored where
 * @csspart clear - the button that clears the list
 * @csspart icon - every icon
 * @cssstate unbound - belongs to no host
 * @cssstate empty - there is nothing to list
 * @cssstate missed - something was missed since the agent last looked
 * @cssstate rtl - its text runs from right to left
 */
export class ConnectRecentContactsElement extends BoundElement {
  static override readonly tagName: string = 'connect-recent-contacts';

  static override styles: CSSResultGroup = [BoundElement.styles, siblingStyles, recentContactsStyles];

  static override properties: PropertyDeclarations = {
    ...BoundElement.properties,
    keep: {},
    limit: { type: Number },
    country: {},
  };

  /** How long the list is kept: `page` until it is closed, `session` as long as the tab, `local` in this browser. */
  declare keep: Keep;
  /** How many contacts are kept at most. */
  declare limit: number;
  /** Code of the country whose numbers are shown as at home, such as `US`. */
  declare country: string;

  readonly #words = this.localize((formats) => ({ ...enShared, recentContacts: enRecentContacts(formats) }));
  readonly #numbers = new WrittenNumbers(this, () => this.requestUpdate());
  #history: History | null = null;
  /** How long the list is kept as it is, which may be shorter than the page asks for. */
  #keptFor: Keep = 'page';
  /** What the history is of, to tell when it is to be another one. */
  #key = '';
  #watching: (() => void) | undefined;
  #following = new AbortController();

  constructor() {
    super();
    this.keep = 'page';
    this.limit = LIMIT;
    this.country = '';
    this.ccp.watch(({ contacts }) => contacts);
    this.ccp.watch(({ agent }) => agent?.name);
    this.ccp.watch(({ agent }) => agent?.permissions);
    this.ccp.watch(({ status }) => status);
    this.ccp.onHost = (host) => this.#follow(host);
    this.ccp.whenForgotten(() => void this.#recall());
  }

  /** The contacts of the agent, newest first. */
  get contacts(): readonly RecentContact[] {
    return this.#history?.list ?? [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watching ??= watchHistories(() => this.requestUpdate());
    for (const look of ['pointerdown', 'focusin']) this.addEventListener(look, this.#looked);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watching?.();
    this.#watching = undefined;
    for (const look of ['pointerdown', 'focusin']) this.removeEventListener(look, this.#looked);
  }

  /** Forgets the agent's contacts, wherever they are kept. */
  clear(): void {
    this.#history?.clear();
  }

  readonly #looked = (): void => this.#history?.seen();

  #follow(host: ConnectHost | null): void {
    this.#following.abort();
    const { signal } = (this.#following = new AbortController());
    void this.#recall();
    const note = ({ contact }: { readonly contact: ContactView }): void => this.#history?.note(contact);
    host?.addEventListener('connect-contact-added', note, { signal });
    host?.addEventListener('connect-contact-change', note, { signal });
    host?.addEventListener('connect-contact-removed', ({ contact }) => this.#history?.gone(contact), { signal });
    const commanded = ({
      operation,
      phase,
      contactId,
    }: {
      operation: string;
      phase: string;
      contactId: string | null;
    }) => {
      if (phase !== 'confirmed' || (operation !== 'transfer' && operation !== 'leave')) return;
      const known = host?.state.contacts.find((contact) => contact.contactId === contactId);
      if (known) this.#history?.note(known, 'transferred');
    };
    host?.addEventListener('connect-command', commanded, { signal });
    host?.subscribe(
      ({ agent }) => agent?.name,
      () => void this.#recall(),
      { signal },
    );
  }

  get #wanted(): Keep {
    return KEEPS.includes(this.keep) ? this.keep : 'page';
  }

  /** The list of whoever is the agent now. */
  async #recall(): Promise<void> {
    const { host } = this.ccp;
    const agent = host ? agentKey(host) : '';
    const key = JSON.stringify([agent, this.keep, this.limit]);
    if (key === this.#key) return;
    this.#key = key;
    this.#history = null;
    this.requestUpdate();
    if (!agent) return;
    const hash = await hashOf(agent);
    if (key !== this.#key) return;
    // Without a hash nothing of an agent is written into storage.
    this.#keptFor = hash ? this.#wanted : 'page';
    this.#history = new History(hash ?? agent, this.#keptFor, this.limit > 0 ? Math.floor(this.limit) : LIMIT);
    for (const contact of this.ccp.state.contacts) this.#history.note(contact);
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    void this.#recall();
    const list = this.contacts;
    this.setCustomStates(
      !this.bound && 'unbound',
      list.length === 0 && 'empty',
      list.some(({ isNew }) => isNew) && 'missed',
    );
  }

  protected override render(): unknown {
    const { recentContacts: terms } = this.#words.terms;
    const list = this.contacts;
    const missed = list.filter(({ isNew }) => isNew).length;
    return html`<section part="base" class="base" aria-labelledby="title">
      <header>
        <h2 id="title" part="title">${terms.title}</h2>
        ${missed > 0 ? html`<span class="count" part="missed">${terms.missed(missed)}</span>` : nothing}
      </header>
      ${
        list.length === 0
          ? html`<div part="empty" class="quiet"><slot name="empty">${terms.empty}</slot></div>`
          : html`<ul part="list" aria-labelledby="title">
              ${repeat(
                list,
                ({ contactId }) => contactId,
                (one) => this.#item(one),
              )}
            </ul>`
      }
      ${
        list.length > 0
          ? html`<footer>
              <p class="quiet" part="kept">${terms.kept[this.#keptFor]}</p>
              <button class="small plain" part="clear" type="button" @click=${() => this.clear()}>
                ${terms.clear}
              </button>
            </footer>`
          : nothing
      }
      <div class="unseen" role="status">${missed > 0 ? terms.missed(missed) : ''}</div>
    </section>`;
  }

  #item({ who, number, channel, direction, outcome, at, lasted, isNew }: RecentContact): TemplateResult {
    const { recentContacts: terms } = this.#words.terms;
    const { moment, duration } = this.#words.formats;
    const result = outcome ?? 'live';
    const name = who || terms.unknown;
    const facts = [
      terms.directions[direction],
      terms.outcomes[result],
      moment(at),
      lasted === null ? '' : duration(lasted),
    ];
    return html`<li class="contact ${result}" part="contact contact-${result} ${isNew ? 'contact-new' : ''}">
      <span class="badge">${icon(kindIcon({ type: channel }))}</span>
      <span class="who" part="who">${this.#numbers.show(name, this.country)}</span>
      <span class="about" part="about"><bdi>${facts.filter(Boolean).join(' · ')}</bdi></span>
      ${number ? this.#callBack(number, name) : nothing}
    </li>`;
  }

  #callBack(number: string, name: string): TemplateResult | typeof nothing {
    const { recentContacts: terms } = this.#words.terms;
    const { agent, status, contacts } = this.ccp.state;
    if (!agent?.permissions.includes('outboundCall')) return nothing;
    const isUsable = status === 'ready' && !contacts.some(({ type }) => type === 'voice' || type === 'queue_callback');
    return html`<button
      class="small call"
      part="call-back"
      type="button"
      aria-label=${terms.callBackWho(name)}
      title=${terms.callBack}
      aria-disabled=${isUsable ? nothing : 'true'}
      @click=${() => isUsable && this.ccp.request(new ConnectDialRequestEvent({ endpoint: number }))}
    >
      ${icon('phone')}
    </button>`;
  }
}
