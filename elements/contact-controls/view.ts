// What <connect-contact-controls> shows and does.
import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CcpController } from '../host/ccp-controller.js';
import { isFinished, isVoice } from '../host/contact.js';
import { errorWords } from '../words/error-words.js';
import type { ConnectErrorEvent } from '../host/events.js';
import type { ContactVerb, ContactView } from '../host/state.js';
import type { Localization } from '../words/localize.js';
import type { ViewOwner } from '../host/view-owner.js';
import { Announcer } from '../base/announcer.js';
import { renderAttributes, renderContent, renderHead, renderParties, stateClass } from './contact-item.js';
import { renderUnread } from './unread.js';
import { hasWorkspace, whoOf } from './contact-words.js';
import { kindOf } from '../looks/kind-icons.js';
import type { ControlsContext } from './context.js';
import { renderCallBack } from './call-back.js';
import { renderControls } from './controls.js';
import { Dial } from './dial.js';
import { DeviceCall } from './device-call.js';
import { FocusKeeper } from './focus-keeper.js';
import { renderIdle } from './idle.js';

import { renderNotice, renderTalkingMuted } from './notices.js';
import { CALL_BAR, isLiveCall } from './live-call.js';
import { ContactOrder } from './order.js';
import { renderOutcome, renderTrouble } from './outcomes.js';
import { Panel } from './panel.js';
import { PanelButton } from './panel-button.js';
import { problemOf } from './phone-number.js';
import { PressGuard } from './press-guard.js';
import { Reporter } from './reporter.js';
import { RingingSight } from './ringing-sight.js';
import { closesLayer } from '../base/closes-layer.js';
import { Selection } from './selection.js';
import { ShortcutList } from './shortcut-list.js';
import { contactForKey, type ShortcutMap, Shortcuts } from './shortcuts.js';
import { Times } from './times.js';
import { WrittenNumbers } from '../numbers/written-numbers.js';
import { Workspace } from './workspace.js';
import { enContactControls } from './en.js';
import { enShared } from '../words/en-shared.js';
import type { DeviceTerms } from '../devices/terms.js';
import type { Part, SharedTerms } from '../words/terms.js';
import type { ContactControlsTerms } from './terms.js';
import {
  ConnectDialRequestEvent,
  ConnectSelectContactRequestEvent,
  ConnectSetDeviceRequestEvent,
} from '../verbs/requests.js';
import { VERBS } from '../verbs/index.js';

/** What the item of one contact is made of, besides the contact. */
export interface ItemView {
  /** True for the one whose details and controls are shown. */
  readonly selected: boolean;
  /** True if there are others to choose. */
  readonly many: boolean;
  /** False while no command can be sent. */
  readonly enabled: boolean;
}

/** True for a contact that is over though the agent has not worked on it to the end. */
const isMissed = (contact: ContactView): boolean => isFinished(contact) && contact.state.type !== 'ended';

/** The element as this view sees it. */
export interface ContactControlsOwner extends ViewOwner {
  readonly element: ViewOwner['element'] & {
    readonly country: string;
    readonly holdSeconds: number | undefined;
    readonly shortcuts: ShortcutMap | null;
  };
  /** Renders the item of one contact, as a class made of the element may do in its own way. */
  renderContact(contact: ContactView, view: ItemView): unknown;
}

/** What one element shows. */
export class ContactControlsView {
  readonly #owner: ContactControlsOwner;
  readonly #element: ContactControlsOwner['element'];
  readonly #ccp: CcpController;
  readonly #words: Localization<SharedTerms & { readonly contactControls: ContactControlsTerms }>;
  readonly #announcer: Announcer;
  readonly #selection = new Selection();
  readonly #workspace = new Workspace();
  readonly #context: { -readonly [Member in keyof ControlsContext]: ControlsContext[Member] };
  readonly #dial: Dial;
  readonly #reporter: Reporter;
  readonly #devices: DeviceCall;
  readonly #shortcutList: ShortcutList;
  readonly #panelButton: PanelButton;
  readonly #numbers: WrittenNumbers;
  #panel: Panel | null = null;
  readonly #order = new ContactOrder();
  /** The contacts in the order in which they are shown. */
  #contacts: readonly ContactView[] = [];
  /** Counts what changes every item, such as how numbers are written. */
  #edition = 0;
  /** Of the listeners on the present host. */
  #life = new AbortController();
  /** Counts changes inside the selected item that are not changes of its contact. */
  #revision = 0;

  constructor(owner: ContactControlsOwner) {
    const { element, ccp } = (this.#owner = owner);
    this.#element = element;
    this.#ccp = ccp;
    this.#words = owner.localize((formats) => ({ ...enShared, contactControls: enContactControls(formats) }));
    this.#announcer = new Announcer(element);
    this.#numbers = new WrittenNumbers(element, () => {
      this.#edition++;
      element.requestUpdate();
    });
    this.#context = {
      terms: this.#words.terms.contactControls,
      errorWords: (error) => this.#numberWords(error) ?? errorWords(error, this.#words.terms),
      country: '',
      shown: (text) => this.#numbers.show(text, this.#element.country),
      written: (text) => this.#numbers.written(text, this.#element.country),
      duration: (milliseconds) => this.#words.formats.duration(milliseconds),
      connect: null,
      session: 0,
      update: () => this.#changed(),
      announce: (text) => this.#announcer.say(text),
      focus: (selector) => void this.#focus(selector),
    };
    this.#dial = new Dial(this.#context, (endpoint) => this.#ccp.request(new ConnectDialRequestEvent({ endpoint })));
    this.#reporter = new Reporter({
      element,
      announcer: this.#announcer,
      context: this.#context,
      onCommand: ({ contactId, operation, phase }) => {
        if (contactId === this.#selection.contactId) this.#panel?.settle(operation, phase);
      },
    });
    this.#devices = new DeviceCall({
      element,
      context: this.#context,
      hostErrors: () => this.#words.terms.hostErrors,
      translated: () => (this.#words.terms as { readonly devices?: Part<DeviceTerms> }).devices ?? {},
      request: async (device, deviceId) => {
        const event = new ConnectSetDeviceRequestEvent({ device, deviceId });
        return this.#ccp.request(event) ? (this.#ccp.host?.perform(event) ?? null) : null;
      },
    });
    this.#shortcutList = new ShortcutList(element, this.#context);
    this.#panelButton = new PanelButton({
      element,
      host: () => this.#ccp.host,
      changed: () => this.#changed(),
    });
    element.addController(
      new Shortcuts({
        element,
        map: () => this.#element.shortcuts,
        use: (verb) => this.#useByKey(verb),
        list: this.#shortcutList.toggle,
      }),
    );
    new FocusKeeper(element);
    new PressGuard(element);
    new RingingSight(element);
    new Times(element, {
      format: (milliseconds) => this.#words.formats.duration(milliseconds),
      late: (who) => this.#announcer.say(this.#context.terms.times.heldLong(who)),
    });
    this.#ccp.watch(({ contacts }) => contacts);
    this.#ccp.watch(({ agent }) => agent?.permissions);
    this.#ccp.watch(({ selectedContactId }) => selectedContactId);
    this.#ccp.watch(({ status }) => status);
    this.#ccp.watch(({ talkingMuted }) => talkingMuted);
    this.#ccp.whenForgotten(() => this.#forget());
    this.#ccp.onHost = (host) => {
      this.#forget();
      this.#reporter.follow(host);
      this.#life.abort();
      this.#life = new AbortController();
      host?.addEventListener('connect-error', this.#hostFailed, { signal: this.#life.signal });
      this.#devices.follow(host);
    };
  }

  willUpdate(): void {
    const contacts = (this.#contacts = this.#order.of(this.#ccp.state.contacts));
    this.#context.terms = this.#words.terms.contactControls;
    this.#context.country = this.#element.country;
    this.#context.connect = this.#ccp.host?.connect ?? null;
    this.#dial.note(this.#ccp.state.contacts);
    this.#reporter.compare(this.#ccp.state.contacts, this.#selection.contactId);
    const { selectedContactId } = this.#ccp.state;
    const selected = this.#selection.update({ contacts, selectedContactId });
    if (!selected || !this.#panel?.fits(selected)) this.#panel = null;
    this.#workspace.select(selected && hasWorkspace(selected) ? selected.contactId : null, this.#context.connect);
    const isRinging = contacts.some(({ ringing }) => ringing);
    this.#owner.setCustomStates(
      !this.#isBound ? 'unbound' : contacts.length === 0 ? 'idle' : isRinging ? 'ringing' : 'busy',
      this.#ccp.state.mute && 'muted',
      this.#ccp.state.talkingMuted && 'talking-muted',
      this.#panel !== null && 'panel-open',
      ...(selected ? this.#namesOf(selected, 'selected') : []),
    );
  }

  render(): unknown {
    const contacts = this.#contacts;
    const { status } = this.#ccp.state;
    const enabled = status === 'ready';
    const many = contacts.length > 1;
    const view = html`
      ${this.#announcer.render()} ${this.#shortcutList.render(this.#element.shortcuts)}
      ${this.#ccp.state.talkingMuted ? renderTalkingMuted(this.#context.terms) : nothing}
      ${
        this.#isBound && !enabled && contacts.length > 0
          ? renderNotice(this.#words.terms.status[status].heading)
          : nothing
      }
      ${
        contacts.length === 0
          ? this.#renderIdle()
          : html`<ul
              class="contacts ${many ? 'many' : ''}"
              part="contacts"
              aria-label=${this.#context.terms.contacts}
              @keydown=${this.#keydown}
            >
              ${repeat(
                contacts,
                ({ contactId }) => contactId,
                (contact) => {
                  const selected = contact.contactId === this.#selection.contactId;
                  const outcome = this.#reporter.outcome(contact);
                  return guard(
                    [
                      contact,
                      selected,
                      many,
                      enabled,
                      outcome,
                      this.#context.terms,
                      this.#edition,
                      selected && this.#revision,
                      this.#element.holdSeconds,
                      this.#element.shortcuts,
                    ],
                    () => this.#owner.renderContact(contact, { selected, many, enabled }),
                  );
                },
              )}
            </ul>`
      }
      ${this.#renderDial()} ${this.#devices.render()}
    `;
    return html`${keyed(this.#context.session, view)}`;
  }

  /** The item of one contact, as the element shows it unless a class made of it has another. */
  renderContact(contact: ContactView, { selected, many, enabled }: ItemView): unknown {
    const { terms } = this.#context;
    const { contactId } = contact;
    const panel = selected ? this.#panel : null;
    const select = many ? () => this.#select(contactId) : undefined;
    const use = (verb: ContactVerb) => this.#use(contact, verb);
    const outcome = this.#reporter.outcome(contact);
    const controls = (verbs?: readonly ContactVerb[]) =>
      renderControls({ contact, verbs, open: panel?.verb ?? null, enabled, terms, keys: this.#element.shortcuts, use });
    const about = selected
      ? html`${renderParties(contact, this.#context, enabled, ({ request }, connectionId) =>
            this.#ccp.request(request({ contactId, connectionId })),
          )}
          <div class="controls" part="controls" role="group" aria-label=${terms.controls}>
            ${renderCallBack(contact, this.#ccp, terms, enabled)}${controls()}
            <slot name="actions"></slot>
          </div>
          ${isMissed(contact) ? html`<p class="quiet" part="text">${terms.clearHelp}</p>` : nothing}
          ${panel ? html`<div class="panel" part="panel">${panel.render(contact)}</div>` : nothing}
          ${renderOutcome(outcome, this.#context)} ${renderContent(contact, terms)} ${renderAttributes(contact, terms)}
          <slot name="details"></slot>
          ${hasWorkspace(contact) ? this.#renderWorkspace(contact) : nothing}`
      : contact.ringing
        ? html`<div class="controls" part="controls" role="group" aria-label=${terms.controls}>${controls()}</div>
            ${renderTrouble(outcome, this.#context)}`
        : isLiveCall(contact)
          ? html`<div
                class="controls call-bar"
                part="call-bar"
                role="group"
                aria-label=${terms.callWith(whoOf(contact, terms))}
              >
                ${controls(CALL_BAR)}
              </div>
              ${renderTrouble(outcome, this.#context)}`
          : renderTrouble(outcome, this.#context);
    return html`
      <li
        class="contact ${stateClass(contact, terms)}"
        part="contact ${this.#namesOf(contact, 'contact').join(' ')} ${selected ? 'contact-selected' : ''}"
        data-contact=${contactId}
        tabindex="-1"
        aria-label=${whoOf(contact, terms)}
        aria-current=${selected ? 'true' : nothing}
      >
        ${renderHead(contact, { context: this.#context, select, isSelected: selected, holdSeconds: this.#element.holdSeconds })}
        ${selected ? nothing : renderUnread(contact, terms)} ${about}
      </li>
    `;
  }

  /** What is said of a number that a button or a script of the page has asked for, and that cannot be dialled. */
  #numberWords(error: unknown): string | undefined {
    const { problems } = this.#context.terms;
    const problem = problemOf(error);
    return problem && problems[problem];
  }

  /**
   * Nothing of an agent who has gone stays: no typed number, open panel, outcome or spoken text. All is rendered into new nodes, so that
   * nothing which people have typed or a screen reader might still read is left.
   */
  #forget(): void {
    this.#context.session++;
    this.#panel = null;
    this.#selection.clear();
    this.#announcer.clear();
    this.#reporter.forget();
    this.#dial.clear();
    this.#element.requestUpdate();
  }

  get #isBound(): boolean {
    return this.#ccp.host !== null;
  }

  #renderWorkspace(contact: ContactView) {
    const { host } = this.#ccp;
    const { hidePanel } = this.#words.terms;
    const { showPanel } = this.#context.terms;
    const chats = contact.type === 'chat' && globalThis.customElements.get('connect-chat') !== undefined;
    return html`
      <slot name="workspace" @slotchange=${this.#workspace.slotted}>
        ${
          chats
            ? html`<connect-chat part="chat" .forElement=${host} .contactId=${contact.contactId}></connect-chat>`
            : nothing
        }
        ${chats && this.#chatsAreThere ? nothing : this.#panelButton.render(contact, { showPanel, hidePanel })}
      </slot>
    `;
  }

  /** False once it has turned out that no conversation can be shown: then the panel has to do. */
  #chatsAreThere = true;

  readonly #hostFailed = ({ error }: ConnectErrorEvent): void => {
    if (error.code !== 'not-loaded') return;
    this.#chatsAreThere = false;
    this.#changed();
  };

  #renderIdle() {
    const { terms } = this.#context;
    const { status } = this.#ccp.state;
    const [heading, text] = !this.#isBound
      ? [terms.unbound, terms.unboundText]
      : status === 'ready'
        ? [terms.idle, terms.idleText]
        : // What to do about it is said once, where it can be done.
          [this.#words.terms.status[status].heading, ''];
    return renderIdle(heading, text);
  }

  #renderDial() {
    const { contacts, agent, status } = this.#ccp.state;
    if (!agent?.permissions.includes('outboundCall') || contacts.some(isVoice)) return nothing;
    const outcome = this.#reporter.outcome(null);
    return this.#dial.render(outcome, status !== 'ready' || outcome?.phase === 'pending');
  }

  #use(contact: ContactView, verb: ContactVerb): void {
    const { contactId } = contact;
    const definition = VERBS[verb];
    if (definition.opens) {
      if (this.#panel?.verb === verb) return this.#closePanel();
      this.#panel = new Panel(this.#context, contact, verb, definition, {
        request: (event) => this.#ccp.request(event),
        close: () => this.#closePanel(),
      });
      this.#changed();
      return this.#focus(this.#panel.first);
    }
    const isAllowed = this.#ccp.request(definition.request({ contactId }));
    // Whoever takes a contact wants to see it.
    if (isAllowed && verb === 'accept') this.#select(contactId);
  }

  #useByKey(verb: ContactVerb): boolean {
    const contact = contactForKey(verb, this.#contacts, this.#selection.contactId);
    if (!contact || this.#ccp.state.status !== 'ready' || contact.pending.includes(verb)) return false;
    this.#use(contact, verb);
    return true;
  }

  /** Selects at once, without waiting for the host: the choice is the agent's own. */
  #select(contactId: string): void {
    if (contactId === this.#selection.contactId) return;
    if (!this.#ccp.request(new ConnectSelectContactRequestEvent({ contactId }))) return;
    this.#selection.select(contactId);
    this.#element.requestUpdate();
  }

  #closePanel(): void {
    const verb = this.#panel?.verb;
    this.#panel = null;
    this.#changed();
    if (verb) this.#focus(`[aria-current] [data-verb="${verb}"]`);
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    if (this.#panel && closesLayer(event)) this.#closePanel();
  };

  #changed(): void {
    this.#revision++;
    this.#element.requestUpdate();
  }

  #focus(selector: string): void {
    void this.#element.updateComplete.then(() =>
      this.#element.renderRoot.querySelector<HTMLElement>(selector)?.focus(),
    );
  }

  /** Kind and state of a contact, as names of parts or custom states. */
  #namesOf(contact: ContactView, prefix: string): string[] {
    const names = `${kindOf(contact).replace('_', '-')} ${stateClass(contact, this.#context.terms)}`;
    return names.split(' ').map((name) => `${prefix}-${name}`);
  }
}
