// <connect-contact-controls>: the agent's contacts, and what can be done with them. Registers nothing.
import './base/lit-marks.js';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { BoundElement } from './base/bound-element.js';
import { ConnectElement } from './base/connect-element.js';
import { type ContactVerb, isFinished, isVoice } from './base/contact-verbs.js';
import { errorWords } from './base/error-words.js';
import type { ContactView } from './base/host-state.js';
import { icon } from './base/icons.js';
import { contactControlsStyles } from './connect-contact-controls-styles.js';
import { Announcer } from './contact-controls/announcer.js';
import { renderAttributes, renderHead, renderParties, stateClass } from './contact-controls/contact-item.js';
import { hasWorkspace, kindOf, whoOf } from './contact-controls/contact-words.js';
import type { ControlsContext } from './contact-controls/context.js';
import { controlStyles } from './contact-controls/control-styles.js';
import { opensPanel, renderControls } from './contact-controls/controls.js';
import { DeviceCall } from './contact-controls/device-call.js';
import { FocusKeeper } from './contact-controls/focus-keeper.js';
import { NumberEntry } from './contact-controls/number-entry.js';
import { renderOutcome } from './contact-controls/outcomes.js';
import { Panel } from './contact-controls/panel.js';
import { panelStyles } from './contact-controls/panel-styles.js';
import { Reporter } from './contact-controls/reporter.js';
import { requestFor } from './contact-controls/request-for.js';
import { Selection } from './contact-controls/selection.js';
import { Times } from './contact-controls/times.js';
import { Workspace } from './contact-controls/workspace.js';
import { enContactControls } from './lang/en-contact-controls.js';
import { enShared } from './lang/en-shared.js';
import type { Terms } from './lang/terms.js';
import { ConnectDialRequestEvent, ConnectSelectContactRequestEvent, ConnectSetDeviceRequestEvent } from './requests.js';

/** What the item of one contact is made of, besides the contact. */
export interface ItemView {
  /** True for the one whose details and controls are shown. */
  readonly selected: boolean;
  /** True if there are others to choose. */
  readonly many: boolean;
  /** False while no command can be sent. */
  readonly enabled: boolean;
}

/**
 * Shows every contact of the agent, one of them selected, with the controls that each allows, and dials when there is no call.
 *
 * @element connect-contact-controls
 * @slot idle - shown while there is no contact
 * @slot details - shown with the selected contact, above its controls
 * @slot actions - further controls of the selected contact
 * @slot workspace - for the selected chat or task; what is in it gets the properties `contactId` and `mediaController`
 * @fires {ConnectAcceptRequestEvent} connect-accept-request - accept a contact
 * @fires {ConnectRejectRequestEvent} connect-reject-request - reject a contact
 * @fires {ConnectHangUpRequestEvent} connect-hang-up-request - hang up, or remove one party
 * @fires {ConnectHoldRequestEvent} connect-hold-request - put on hold
 * @fires {ConnectResumeRequestEvent} connect-resume-request - take off hold
 * @fires {ConnectMuteRequestEvent} connect-mute-request - mute the microphone
 * @fires {ConnectUnmuteRequestEvent} connect-unmute-request - unmute the microphone
 * @fires {ConnectSendDigitsRequestEvent} connect-send-digits-request - send digits as tones
 * @fires {ConnectDialRequestEvent} connect-dial-request - call a number
 * @fires {ConnectTransferRequestEvent} connect-transfer-request - hand the contact over
 * @fires {ConnectAddParticipantRequestEvent} connect-add-participant-request - call one more into the contact
 * @fires {ConnectConferenceRequestEvent} connect-conference-request - let all parties talk with each other
 * @fires {ConnectSwapRequestEvent} connect-swap-request - swap who talks and who waits
 * @fires {ConnectClearRequestEvent} connect-clear-request - clear a contact that is over
 * @fires {ConnectSelectContactRequestEvent} connect-select-contact-request - select a contact
 * @fires {ConnectSetDeviceRequestEvent} connect-set-device-request - use another device
 * @csspart notice - says why no command can be sent
 * @csspart contacts - the list
 * @csspart contact - an item of it; `contact-selected` too if it is the selected one, and by what it is `contact-voice`,
 *   `-queue-callback`, `-chat`, `-task` or `-other`, and `contact-ringing`, `-calling`, `-live`, `-hold` or `-over`, the last with
 *   `-ended`, `-missed`, `-rejected` or `-error`
 * @csspart head - who it is, state and time
 * @csspart badge - the circle with the icon of its kind
 * @csspart who - name or number
 * @csspart select - the button that selects it
 * @csspart about - state, number and queue
 * @csspart fact - number or queue
 * @csspart state - its state in words
 * @csspart time - how long it has been in that state
 * @csspart attributes - the list of its attributes
 * @csspart attribute-name - name of an attribute
 * @csspart attribute-value - value of an attribute
 * @csspart attributes-summary - what unfolds many attributes
 * @csspart parties - the list of parties
 * @csspart party - one party
 * @csspart party-name - name of a party
 * @csspart party-state - state of a party
 * @csspart party-control - a control of one party; `party-hold`, `party-resume` and `party-hang-up` too
 * @csspart controls - the group of controls
 * @csspart control - one control; `control-accept` and so on too
 * @csspart outcome - how the last command stands; `outcome-pending`, `-confirmed`, `-unconfirmed` and `-failed` too
 * @csspart panel - what a control has opened
 * @csspart keypad - the keypad
 * @csspart digits - the digits sent
 * @csspart keys - the twelve keys
 * @csspart key - a key
 * @csspart destinations - quick connects and typed number
 * @csspart how - the choice between transfer at once and after a talk
 * @csspart way - one of the two
 * @csspart quick-connects - the list of quick connects
 * @csspart quick-connect - the button of one of them
 * @csspart quick-connect-detail - its number or login
 * @csspart type - a button that shows one type of quick connects only
 * @csspart pages - the line with the buttons that turn the page
 * @csspart page - one of these buttons
 * @csspart page-position - which quick connects are shown
 * @csspart loading - shown while quick connects load
 * @csspart no-match - shown when no quick connect matches
 * @csspart number - the form of a typed number
 * @csspart label - what stands above a number field or a list
 * @csspart input - a text field, or a list
 * @csspart number-action - the button of a number field
 * @csspart problem - what is the matter with a number, a list or the devices
 * @csspart show-panel - the button that shows the panel of a headless host
 * @csspart devices - the button that opens the choice of devices
 * @csspart device - one device: its name, a list, and what came of the last choice
 * @csspart button - the button that loads the quick connects or the devices again, or asks for the microphone
 * @csspart idle - shown while there is no contact
 * @csspart title - what is said in it
 * @csspart text - what follows that
 * @csspart dial - where a number is dialed
 * @csspart icon - every icon
 * @cssstate unbound - belongs to no host
 * @cssstate idle - there is no contact
 * @cssstate ringing - a contact asks for the agent
 * @cssstate busy - there are contacts, none of which rings
 * @cssstate muted - the microphone is off
 * @cssstate panel-open - keypad or destinations are open
 * @cssstate selected-voice - the selected contact is a call
 * @cssstate selected-queue-callback - it is a queued callback
 * @cssstate selected-chat - it is a chat
 * @cssstate selected-task - it is a task
 * @cssstate selected-other - it is something else
 * @cssstate selected-ringing - it waits to be accepted
 * @cssstate selected-calling - it is being connected
 * @cssstate selected-live - it is connected
 * @cssstate selected-hold - it is on hold, or a task paused
 * @cssstate selected-over - it is over; `selected-ended`, `-missed`, `-rejected` or `-error` too
 * @cssstate selected-ended - it has ended: after-call work
 * @cssstate selected-missed - it was missed
 * @cssstate selected-rejected - it was rejected
 * @cssstate selected-error - it has failed
 * @cssstate rtl - its text runs from right to left
 */
export class ConnectContactControlsElement extends BoundElement {
  static override readonly tagName: string = 'connect-contact-controls';

  static override styles: CSSResultGroup = [ConnectElement.styles, contactControlsStyles, controlStyles, panelStyles];

  static override properties: PropertyDeclarations = { ...BoundElement.properties, country: {} };

  /** Code of the country that numbers without a country code belong to, such as `US`. */
  declare country: string;

  readonly #words = this.localize((formats) => ({ ...enShared, contactControls: enContactControls(formats) }));
  readonly #announcer = new Announcer(this);
  readonly #selection = new Selection();
  readonly #workspace = new Workspace();
  readonly #context: { -readonly [Member in keyof ControlsContext]: ControlsContext[Member] };
  readonly #dial: NumberEntry;
  readonly #reporter: Reporter;
  readonly #devices: DeviceCall;
  #panel: Panel | null = null;
  /** Counts what has changed inside the selected item without its contact changing. */
  #revision = 0;

  constructor() {
    super();
    this.country = '';
    this.#context = {
      terms: this.#words.terms.contactControls,
      errorWords: (error) => errorWords(error, this.#words.terms),
      country: '',
      connect: null,
      update: () => this.#changed(),
      announce: (text) => this.#announcer.say(text),
      focus: (selector) => void this.#focus(selector),
    };
    this.#dial = new NumberEntry(this.#context, 'dial', (endpoint) =>
      this.ccp.request(new ConnectDialRequestEvent({ endpoint })),
    );
    this.#reporter = new Reporter({
      element: this,
      announcer: this.#announcer,
      context: this.#context,
      onCommand: ({ contactId, operation, phase }) => {
        if (contactId === this.#selection.contactId) this.#panel?.settle(operation, phase);
      },
    });
    this.#devices = new DeviceCall({
      element: this,
      context: this.#context,
      hostErrors: () => this.#words.terms.hostErrors,
      ownWords: () => (this.#words.terms as Partial<Terms>).devices,
      request: async (device, deviceId) => {
        const event = new ConnectSetDeviceRequestEvent({ device, deviceId });
        return this.ccp.request(event) ? (this.ccp.host?.perform(event) ?? null) : null;
      },
    });
    new FocusKeeper(this);
    new Times(this, (milliseconds) => this.#words.formats.duration(milliseconds));
    this.ccp.watch(({ contacts }) => contacts);
    this.ccp.watch(({ agent }) => agent?.permissions);
    this.ccp.watch(({ selectedContactId }) => selectedContactId);
    this.ccp.watch(({ status }) => status);
    this.ccp.onHost = (host) => {
      this.#panel = null;
      this.#selection.clear();
      this.#reporter.follow(host);
      this.#devices.follow(host);
    };
  }

  protected override willUpdate(): void {
    const { contacts } = this.ccp.state;
    this.#context.terms = this.#words.terms.contactControls;
    this.#context.country = this.country;
    this.#context.connect = this.ccp.host?.connect ?? null;
    this.#reporter.compare(contacts);
    const selected = this.#selection.update(this.ccp.state);
    if (!selected || !this.#panel?.fits(selected)) this.#panel = null;
    this.#workspace.select(selected && hasWorkspace(selected) ? selected.contactId : null, this.#context.connect);
    const isRinging = contacts.some(({ ringing }) => ringing);
    this.setCustomStates(
      !this.bound ? 'unbound' : contacts.length === 0 ? 'idle' : isRinging ? 'ringing' : 'busy',
      this.ccp.state.mute && 'muted',
      this.#panel !== null && 'panel-open',
      ...(selected ? this.#namesOf(selected, 'selected') : []),
    );
  }

  protected override render(): unknown {
    const { contacts, status } = this.ccp.state;
    const enabled = status === 'ready';
    const many = contacts.length > 1;
    return html`
      ${this.#announcer.render()}
      ${
        this.bound && !enabled && contacts.length > 0
          ? html`<p class="notice" part="notice">${icon('warning')}${this.#words.terms.status[status].heading}</p>`
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
                    [contact, selected, many, enabled, outcome, this.#context.terms, selected && this.#revision],
                    () => this.renderContact(contact, { selected, many, enabled }),
                  );
                },
              )}
            </ul>`
      }
      ${this.#renderDial()} ${this.#devices.render()}
    `;
  }

  /**
   * Renders the item of one contact; called only when something that it shows has changed.
   * @param contact the contact.
   * @param view how it is shown.
   */
  protected renderContact(contact: ContactView, { selected, many, enabled }: ItemView): unknown {
    const { terms } = this.#context;
    const { contactId } = contact;
    const panel = selected ? this.#panel : null;
    const select = many ? () => this.#select(contactId) : undefined;
    const use = (verb: ContactVerb) => this.#use(contact, verb);
    const isShown = selected || contact.ringing;
    return html`
      <li
        class="contact ${stateClass(contact, terms)}"
        part="contact ${this.#namesOf(contact, 'contact').join(' ')} ${selected ? 'contact-selected' : ''}"
        data-contact=${contactId}
        tabindex="-1"
        aria-label=${whoOf(contact, terms)}
        aria-current=${selected ? 'true' : nothing}
      >
        ${renderHead(contact, terms, select, selected)}
        ${
          selected
            ? html`${renderAttributes(contact, terms)}
                <slot name="details"></slot>
                ${renderParties(contact, terms, enabled, (verb, connectionId) =>
                  this.ccp.request(requestFor(verb, { contactId, connectionId })),
                )}`
            : nothing
        }
        ${
          isShown
            ? html`<div class="controls" part="controls" role="group" aria-label=${terms.controls}>
                ${renderControls({ contact, open: panel?.verb ?? null, enabled, terms, use })}
                ${selected ? html`<slot name="actions"></slot>` : nothing}
              </div>`
            : nothing
        }
        ${renderOutcome(this.#reporter.outcome(contact), this.#context)}
        ${panel ? html`<div class="panel" part="panel">${panel.render(contact)}</div>` : nothing}
        ${selected && hasWorkspace(contact) ? this.#renderWorkspace(contact) : nothing}
      </li>
    `;
  }

  #renderWorkspace(contact: ContactView) {
    const { host } = this.ccp;
    // A panel that is seen needs no button.
    const canShow = host?.headless && host.showPanel && !isFinished(contact);
    return html`
      <slot name="workspace" @slotchange=${this.#workspace.slotted}>
        ${
          canShow
            ? html`<button class="small" part="show-panel" type="button" @click=${() => void this.#showPanel(contact)}>
                ${icon('panel')}${this.#context.terms.showPanel}
              </button>`
            : nothing
        }
      </slot>
    `;
  }

  #renderIdle() {
    const { terms } = this.#context;
    const { status } = this.ccp.state;
    const [heading, text] = !this.bound
      ? [terms.unbound, terms.unboundText]
      : status === 'ready'
        ? [terms.idle, terms.idleText]
        : [this.#words.terms.status[status].heading, this.#words.terms.status[status].text];
    return html`
      <div class="rest" part="idle" data-rest tabindex="-1">
        <slot name="idle"
          ><span class="badge" part="badge">${icon('phone')}</span><strong part="title">${heading}</strong
          ><span class="quiet" part="text">${text}</span></slot
        >
      </div>
    `;
  }

  #renderDial() {
    const { contacts, agent, status } = this.ccp.state;
    if (!agent?.permissions.includes('outboundCall') || contacts.some(isVoice)) return nothing;
    const { terms } = this.#context;
    const outcome = this.#reporter.outcome(null);
    return html`
      <div class="dial" part="dial">
        ${this.#dial.render({
          label: terms.numberToCall,
          action: terms.commands.dial[0],
          named: true,
          icon: 'phone',
          disabled: status !== 'ready' || outcome?.phase === 'pending',
        })}
        ${renderOutcome(outcome, this.#context)}
      </div>
    `;
  }

  #use(contact: ContactView, verb: ContactVerb): void {
    const { contactId } = contact;
    if (opensPanel(verb)) {
      if (this.#panel?.verb === verb) return this.#closePanel();
      this.#panel = new Panel(this.#context, contact, verb, {
        request: (event) => this.ccp.request(event),
        close: () => this.#closePanel(),
      });
      this.#changed();
      return this.#focus(this.#panel.first);
    }
    const isAllowed = this.ccp.request(requestFor(verb, { contactId }));
    // Whoever takes a contact wants to see it.
    if (isAllowed && verb === 'accept') this.#select(contactId);
  }

  /** The host's answer shows in the state; the choice is the agent's, and is seen at once. */
  #select(contactId: string): void {
    if (contactId === this.#selection.contactId) return;
    if (!this.ccp.request(new ConnectSelectContactRequestEvent({ contactId }))) return;
    this.#selection.select(contactId);
    this.requestUpdate();
  }

  #closePanel(): void {
    const verb = this.#panel?.verb;
    this.#panel = null;
    this.#changed();
    if (verb) this.#focus(`[aria-current] [data-verb="${verb}"]`);
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    const { key, repeat: isRepeated, target } = event;
    // A key that is held down must not go on from Accept to what comes next.
    if (isRepeated && key === 'Enter' && (target as Element).matches('.control')) event.preventDefault();
    if (key !== 'Escape' || !this.#panel) return;
    event.stopPropagation();
    this.#closePanel();
  };

  async #showPanel({ contactId }: ContactView): Promise<void> {
    const { host } = this.ccp;
    await host?.showPanel?.(contactId);
    const { activeElement } = (host ?? this).getRootNode() as Document | ShadowRoot;
    // The panel has gone, and the focus that was in it. If the agent is elsewhere by now, they stay there.
    if (activeElement && activeElement !== host && activeElement !== document.body) return;
    this.renderRoot.querySelector<HTMLElement>('[aria-current], [data-rest]')?.focus();
  }

  #changed(): void {
    this.#revision++;
    this.requestUpdate();
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  /** Kind and state of a contact, as names of parts or custom states. */
  #namesOf(contact: ContactView, prefix: string): string[] {
    const names = `${kindOf(contact).replace('_', '-')} ${stateClass(contact, this.#context.terms)}`;
    return names.split(' ').map((name) => `${prefix}-${name}`);
  }
}
