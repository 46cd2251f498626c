// <connect-wrap-up>: codes and notes of a contact, saved by the page before it is cleared. Registers nothing.
import '../page/lit-marks.js';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { closesLayer } from '../base/closes-layer.js';
import { hostOfRequest } from '../host/binding.js';
import { BoundElement } from '../host/bound-element.js';
import { agentKey } from '../host/agent-key.js';
import { isFinished, nameOfContact } from '../host/contact.js';
import type { ConnectRequestEvent } from '../host/requests.js';
import type { AgentView, ContactView } from '../host/state.js';
import { icon } from '../looks/icons.js';
import { siblingStyles } from '../looks/sibling-styles.js';
import { ConnectClearRequestEvent } from '../verbs/requests.js';
import { enShared } from '../words/en-shared.js';
import { AgentDrafts } from './drafts.js';
import { enWrapUp } from './en.js';
import { ConnectWrapUpRequestEvent } from './request.js';
import { wrapUpStyles } from './styles.js';

/** Something that can be said about a contact. */
export interface WrapUpCode {
  readonly value: string;
  readonly label: string;
  /** Heading under which it stands, if any. */
  readonly group?: string;
}

/** How the last attempt to save stands. */
type Saving = {
  readonly contactId: string;
  readonly phase: 'saving' | 'failed' | 'required';
  readonly why?: string;
} | null;

/**
 * Takes a code and notes about a contact, during it and after it. Nothing of it is lost before the page has saved it.
 *
 * @element connect-wrap-up
 * @slot fields - further fields of the page's own
 * @fires {ConnectWrapUpRequestEvent} connect-wrap-up-request - code and notes are to be saved; `waitUntil(promise)`; cancelable
 * @fires {ConnectClearRequestEvent} connect-clear-request - then the contact is to be cleared; cancelable
 * @csspart base - the box of the whole
 * @csspart title - the heading
 * @csspart who - whom it is about
 * @csspart label - what stands above a field
 * @csspart code - the list of codes
 * @csspart notes - the field for notes
 * @csspart done - the button that saves and clears
 * @csspart hint - what is said beside it
 * @csspart problem - why nothing was saved
 * @csspart question - the question before a contact without a code is closed
 * @csspart button - its buttons; `close` and `stay` too
 * @csspart empty - shown while there is no contact
 * @csspart icon - every icon
 * @cssstate unbound - belongs to no host
 * @cssstate idle - there is no contact to wrap up
 * @cssstate open - there is one
 * @cssstate saving - it is being saved
 * @cssstate rtl - its text runs from right to left
 */
export class ConnectWrapUpElement extends BoundElement {
  static override readonly tagName: string = 'connect-wrap-up';

  static override styles: CSSResultGroup = [BoundElement.styles, siblingStyles, wrapUpStyles];

  static override properties: PropertyDeclarations = {
    ...BoundElement.properties,
    codes: { attribute: false },
    required: { type: Boolean },
    withoutNotes: { attribute: 'without-notes', type: Boolean },
    contactId: { attribute: 'contact-id' },
  };

  /** What can be said about a contact: `{ value, label, group }` each. */
  declare codes: readonly WrapUpCode[];
  /** A code has to be chosen before the contact is closed. */
  declare required: boolean;
  /** There is no field for notes. */
  declare withoutNotes: boolean;
  /** The contact that it is about; the selected one, else the first that is over, if left out. */
  declare contactId: string | null;

  readonly #words = this.localize(() => ({ ...enShared, wrapUp: enWrapUp }));
  #saving: Saving = null;
  #whose: { readonly agent: AgentView | null; readonly drafts: AgentDrafts } = {
    agent: null,
    drafts: new AgentDrafts(''),
  };
  /** What would close a contact without a code, and waits for the agent's answer. */
  #asked: ConnectRequestEvent | null = null;
  /** Requests that have been answered for, or are the element's own. */
  readonly #allowed = new WeakSet<Event>();
  #listening: AbortController | undefined;
  #news = '';

  constructor() {
    super();
    this.codes = [];
    this.required = this.withoutNotes = false;
    this.contactId = null;
    this.ccp.watch(({ contacts }) => contacts);
    this.ccp.watch(({ selectedContactId }) => selectedContactId);
    this.ccp.whenForgotten(() => {
      this.#asked = null;
      this.#settle(null, '');
    });
  }

  /** What is written about the contact that is shown, and not saved yet; null while there is none. */
  get draft(): { readonly contactId: string; readonly code: string | null; readonly notes: string } | null {
    const contact = this.#contact;
    if (!contact) return null;
    const { code, notes } = this.#drafts.of(contact.contactId);
    return { contactId: contact.contactId, code: code || null, notes };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#listening = new AbortController());
    const options = { capture: true, signal };
    for (const name of ['connect-clear-request', 'connect-set-agent-state-request'] as const) {
      this.ownerDocument.addEventListener(name, (event) => this.#guard(event), options);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
  }

  /**
   * Saves code and notes of the contact that is shown, and clears it, as its button does.
   * @returns true if it was saved and cleared.
   */
  async done(): Promise<boolean> {
    const contact = this.#contact;
    const { host } = this.ccp;
    if (!contact || !host || !isFinished(contact) || this.#saving?.phase === 'saving') return false;
    const { contactId } = contact;
    const drafts = this.#drafts;
    const { code, notes } = drafts.of(contactId);
    if (this.required && !code) {
      this.#settle({ contactId, phase: 'required' }, this.#words.terms.wrapUp.required);
      await this.updateComplete;
      this.#field('code')?.focus();
      return false;
    }
    const event = new ConnectWrapUpRequestEvent({ contactId, code: code || null, notes });
    if (!this.dispatchEvent(event)) return false;
    this.#settle({ contactId, phase: 'saving' }, this.#words.terms.wrapUp.saving);
    try {
      await event.settled;
    } catch (error) {
      // Of an agent who has gone meanwhile nothing is told.
      if (!this.#isSaving(contactId)) return false;
      const why = error instanceof Error ? error.message : typeof error === 'string' ? error : '';
      this.#settle({ contactId, phase: 'failed', why }, this.#words.terms.wrapUp.failed(why));
      return false;
    }
    if (!this.#isSaving(contactId)) return false;
    this.#settle(null, this.#words.terms.wrapUp.saved);
    const clearing = new ConnectClearRequestEvent({ contactId });
    this.#allowed.add(clearing);
    if (!this.ccp.request(clearing)) return false;
    const phase = await host.perform(clearing);
    if (phase === 'confirmed') drafts.forget(contactId);
    return phase === 'confirmed';
  }

  #settle(saving: Saving, news: string): void {
    this.#saving = saving;
    this.#news = news;
    this.requestUpdate();
  }

  #isSaving(contactId: string): boolean {
    return this.#saving?.phase === 'saving' && this.#saving.contactId === contactId;
  }

  /** The drafts of the agent who is signed in. */
  get #drafts(): AgentDrafts {
    const { host } = this.ccp;
    const agent = host?.state.agent ?? null;
    if (agent !== this.#whose.agent) this.#whose = { agent, drafts: new AgentDrafts(host ? agentKey(host) : '') };
    return this.#whose.drafts;
  }

  get #contact(): ContactView | null {
    const { contacts, selectedContactId } = this.ccp.state;
    const find = (id: string | null) => contacts.find(({ contactId }) => contactId === id);
    if (this.contactId) return find(this.contactId) ?? null;
    const selected = find(selectedContactId);
    return selected ?? contacts.find(isFinished) ?? contacts.find(({ ringing }) => !ringing) ?? null;
  }

  /** The contacts that a request would close though nothing is said about them. */
  #unsaid(event: ConnectRequestEvent): readonly ContactView[] {
    const { contacts } = this.ccp.state;
    const worked = contacts.filter(({ state }) => state.type === 'ended');
    const closed =
      event.type === 'connect-clear-request' ? worked.filter(({ contactId }) => contactId === event.contactId) : worked;
    // A state that is chosen while a contact goes on is for later.
    if (event.type !== 'connect-clear-request' && !contacts.every(isFinished)) return [];
    return closed.filter(({ contactId }) => !this.#drafts.of(contactId).code);
  }

  #guard(event: ConnectRequestEvent): void {
    const { host } = this.ccp;
    if (!this.required || !host || event.defaultPrevented || this.#allowed.has(event)) return;
    if (hostOfRequest(event) !== host) return;
    if (this.#unsaid(event).length === 0) return;
    event.preventDefault();
    this.#asked = event;
    this.requestUpdate();
    void this.updateComplete.then(() => this.#field('stay')?.focus());
  }

  #answer(isYes: boolean): void {
    const event = this.#asked;
    this.#asked = null;
    this.requestUpdate();
    if (isYes && event) {
      this.#allowed.add(event);
      void this.ccp.host?.perform(event);
    } else void this.updateComplete.then(() => this.#field('code')?.focus());
  }

  #field(id: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`#${id}`);
  }

  protected override willUpdate(): void {
    const contact = this.#contact;
    if (this.#asked && this.#unsaid(this.#asked).length === 0) this.#asked = null;
    this.setCustomStates(
      !this.bound && 'unbound',
      contact ? 'open' : 'idle',
      this.#saving?.phase === 'saving' && 'saving',
    );
  }

  protected override render(): unknown {
    const { wrapUp: terms } = this.#words.terms;
    const contact = this.#contact;
    return html`<section class="base" part="base" aria-label=${terms.title}>
      ${contact ? keyed(contact.contactId, this.#form(contact)) : html`<p class="quiet" part="empty">${terms.nobody}</p>`}
      ${this.#asked ? this.#question(this.#asked) : nothing}
      <div class="unseen" role="status">${this.#news}</div>
    </section>`;
  }

  #form(contact: ContactView) {
    const { wrapUp: terms } = this.#words.terms;
    const { contactId } = contact;
    const { code, notes } = this.#drafts.of(contactId);
    const saving = this.#saving?.contactId === contactId ? this.#saving : null;
    const isBusy = saving?.phase === 'saving';
    const isOver = isFinished(contact);
    const problem =
      saving?.phase === 'failed' ? terms.failed(saving.why ?? '') : saving?.phase === 'required' ? terms.required : '';
    return html`<form
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.done();
      }}
    >
      <h2 part="title">${terms.title} <bdi class="quiet" part="who">${nameOfContact(contact)}</bdi></h2>
      ${
        this.codes.length > 0
          ? html`<label part="label" for="code">${terms.code}</label>
              <select
                id="code"
                part="code"
                ?required=${this.required}
                aria-invalid=${saving?.phase === 'required' ? 'true' : nothing}
                aria-describedby=${problem ? 'problem' : nothing}
                .value=${code}
                @change=${(event: Event) => this.#keep(contactId, { code: (event.target as HTMLSelectElement).value })}
              >
                <option value="" ?selected=${code === ''}>${terms.choose}</option>
                ${this.#options(code)}
              </select>`
          : nothing
      }
      ${
        this.withoutNotes
          ? nothing
          : html`<label part="label" for="notes">${terms.notes}</label>
              <textarea
                id="notes"
                part="notes"
                rows="3"
                dir="auto"
                .value=${notes}
                @input=${(event: Event) => this.#keep(contactId, { notes: (event.target as HTMLTextAreaElement).value })}
              ></textarea>`
      }
      <slot name="fields"></slot>
      ${problem ? html`<p class="problem" part="problem" id="problem">${icon('warning')}${problem}</p>` : nothing}
      <button
        class="done"
        part="done"
        type="submit"
        aria-disabled=${isOver && !isBusy ? nothing : 'true'}
        aria-busy=${isBusy ? 'true' : nothing}
        aria-describedby=${isOver ? nothing : 'hint'}
      >
        ${icon(isBusy ? 'pending' : 'check')}${isBusy ? terms.saving : terms.done}
      </button>
      ${isOver ? nothing : html`<p class="quiet" part="hint" id="hint">${terms.later}</p>`}
    </form>`;
  }

  #options(chosen: string) {
    const groups = [...new Set(this.codes.map(({ group = '' }) => group))];
    const option = ({ value, label }: WrapUpCode) =>
      html`<option value=${value} ?selected=${value === chosen}>${label}</option>`;
    return groups.map((group) => {
      const options = this.codes.filter((code) => (code.group ?? '') === group).map(option);
      return group ? html`<optgroup label=${group}>${options}</optgroup>` : options;
    });
  }

  #keep(contactId: string, changes: Partial<{ code: string; notes: string }>): void {
    this.#drafts.keep(contactId, changes);
    if (this.#saving?.phase !== 'saving') this.#saving = null;
    this.requestUpdate();
  }

  #question(event: ConnectRequestEvent) {
    const { wrapUp: terms } = this.#words.terms;
    const who = this.#words.formats.list(this.#unsaid(event).map(nameOfContact));
    const onKey = (key: KeyboardEvent): void => {
      if (closesLayer(key)) this.#answer(false);
    };
    return html`<div class="question" part="question" role="alertdialog" aria-labelledby="asked" @keydown=${onKey}>
      <p id="asked">${terms.question(who)}</p>
      <button class="small" part="button close" type="button" @click=${() => this.#answer(true)}>
        ${terms.closeAnyway}
      </button>
      <button class="small quiet" part="button stay" id="stay" type="button" @click=${() => this.#answer(false)}>
        ${terms.stay}
      </button>
    </div>`;
  }
}
