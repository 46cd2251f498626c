// <connect-app>: one of Amazon's own apps beside a panel. Registers nothing.
import '../page/lit-marks.js';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations } from 'lit';
import { entryOf } from '../../src/conduit/entry-of.js';
import { BoundElement } from '../host/bound-element.js';
import { ConnectErrorEvent } from '../host/events.js';
import { icon } from '../looks/icons.js';
import { siblingStyles } from '../looks/sibling-styles.js';
import { enShared } from '../words/en-shared.js';
import { hostErrorWords } from '../words/error-words.js';
import { enApp } from './en.js';
import { type AppFacts, RunningApp } from './running-app.js';
import { appStyles } from './styles.js';

/** Where an app stands. */
type Phase = 'waiting' | 'no-contact' | 'loading' | 'loaded' | 'ended' | 'failed';

/**
 * Embeds one of the apps that Amazon makes for agents, such as customer profiles or a guide, while an agent is signed in to the panel. It
 * is told what the panel tells, at its own origin alone, and what is known already at once. It ends with the agent's session, and when the
 * element goes; a guide is told so that it does not count as a chat of the agent's any longer.
 *
 * @element connect-app
 * @fires {ConnectErrorEvent} connect-error - the app cannot be embedded as it is set up; `error` says why
 * @csspart base - the box of the whole
 * @csspart frame - where the app stands
 * @csspart note - says why it is not there yet, or any longer
 * @csspart problem - says what is set up wrong
 * @csspart icon - every icon
 * @cssstate unbound - belongs to no host
 * @cssstate waiting - nobody is signed in
 * @cssstate no-contact - the contact of the guide is not there yet
 * @cssstate loading - the app is loading
 * @cssstate loaded - it has loaded
 * @cssstate ended - the guide has ended with its contact
 * @cssstate failed - it is set up wrong
 * @cssstate rtl - its text runs from right to left
 */
export class ConnectAppElement extends BoundElement {
  static override readonly tagName: string = 'connect-app';

  static override styles: CSSResultGroup = [BoundElement.styles, siblingStyles, appStyles];

  static override properties: PropertyDeclarations = {
    ...BoundElement.properties,
    name: {},
    appUrl: { attribute: 'app-url' },
    contactId: { attribute: 'contact-id' },
    contactFlowId: { attribute: 'contact-flow-id' },
    label: {},
  };

  /** Which app: `customerprofiles`, `wisdom`, `customviews` (guides), or another of Amazon's. */
  declare name: string;

  /** Address of the app, such as `https://example.my.connect.aws/customerprofiles-v2/`. */
  declare appUrl: string;

  /** Of a guide: id of the contact that it is about, with which it ends. None if left out. */
  declare contactId: string | null;

  /** Of a guide: id of the flow that it shows. */
  declare contactFlowId: string | null;

  /** What its frame is called for screen readers. Its name in words if left out. */
  declare label: string;

  readonly #words = this.localize(() => ({ ...enShared, app: enApp }));
  #app: RunningApp | null = null;
  #phase: Phase = 'waiting';
  #problem = '';
  /** What could not be embedded: it is not tried again as it is. */
  #failed = '';

  constructor() {
    super();
    this.name = this.appUrl = this.label = '';
    this.contactId = this.contactFlowId = null;
    this.ccp.watch(({ agent }) => agent !== null);
    this.ccp.watch(({ region }) => region);
    this.ccp.watch(({ contacts }) => contacts.map(({ contactId }) => contactId).join());
    this.ccp.whenForgotten(() => this.#settle());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end();
    this.#phase = 'waiting';
  }

  /** What is to be embedded now; else why nothing is. */
  get #wish(): AppFacts | Phase {
    const { host, state } = this.ccp;
    const { name, appUrl: url, contactId = null, contactFlowId = null } = this;
    if (!host || !state.agent) return 'waiting';
    const isGuide = name === 'customviews';
    if (isGuide && contactId && !state.contacts.some((contact) => contact.contactId === contactId)) {
      const hasEnded = this.#phase === 'ended' || this.#app?.facts.contactId === contactId;
      return hasEnded ? 'ended' : 'no-contact';
    }
    return isGuide ? { name, url, contactId, contactFlowId } : { name, url, contactId: null, contactFlowId: null };
  }

  /** Starts and ends the app as the page and the host's state want it. */
  #settle(): void {
    const box = this.renderRoot?.querySelector<HTMLElement>('.frame');
    if (!this.isConnected || !box) return;
    const wish = this.#wish;
    if (typeof wish === 'string') {
      this.#end();
      this.#failed = '';
      this.#become(wish);
      return;
    }
    const { connect } = this.ccp.host!;
    const wanted = JSON.stringify(wish);
    const isSame = this.#app?.connect === connect && JSON.stringify(this.#app.facts) === wanted && this.#app.isThere;
    if (isSame || this.#failed === wanted) return;
    this.#end();
    this.#failed = '';
    try {
      this.#app = new RunningApp(wish, { connect, box, loaded: () => this.#become('loaded') });
      this.#become('loading');
    } catch (error) {
      this.#failed = wanted;
      this.#problem = error instanceof Error ? error.message : String(error);
      this.#phase = 'failed';
      this.requestUpdate();
      this.dispatchEvent(new ConnectErrorEvent({ code: 'bad-option', message: this.#problem }));
    }
  }

  #end(): void {
    this.#app?.end();
    this.#app = null;
  }

  #become(phase: Phase): void {
    if (phase === this.#phase) return;
    this.#phase = phase;
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    this.setCustomStates(!this.bound && 'unbound', this.#phase);
  }

  protected override updated(): void {
    this.#settle();
    const { names } = this.#words.terms.app;
    this.#app?.name(this.label || entryOf<string>(names, this.name) || this.name);
  }

  protected override render(): unknown {
    return html`<div class="base" part="base" aria-busy=${this.#phase === 'loading' ? 'true' : nothing}>
      <div class="frame" part="frame"></div>
      <div class="note" role="status">${this.#note()}</div>
    </div>`;
  }

  #note(): unknown {
    const { terms } = this.#words;
    const { app } = terms;
    const note = (text: string) => html`<p part="note">${text}</p>`;
    switch (this.#phase) {
      case 'loaded':
        return nothing;
      case 'failed': {
        const text = hostErrorWords({ code: 'bad-option', message: this.#problem }, terms);
        return html`<p class="problem" part="problem">${icon('warning')} ${text}</p>`;
      }
      case 'waiting':
        return note(app.waiting);
      case 'no-contact':
        return note(app.noContact);
      default:
        return note(app[this.#phase]);
    }
  }
}
