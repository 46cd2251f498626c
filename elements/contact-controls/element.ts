// <connect-contact-controls>: the agent's contacts, and what can be done with them. Registers nothing.
import '../page/lit-marks.js';
import type { CSSResultGroup, PropertyDeclarations } from 'lit';
import { BoundElement } from '../host/bound-element.js';
import type { ContactView } from '../host/state.js';
import { forgetDevices } from '../devices/memory.js';
import { siblingStyles } from '../looks/sibling-styles.js';
import { contactControlsStyles } from './styles.js';
import { controlStyles } from './control-styles.js';
import { idleStyles } from './idle-styles.js';
import { panelStyles } from './panel-styles.js';
import { checkedShortcuts, DEFAULT_SHORTCUTS, type ShortcutMap } from './shortcuts.js';
import { ContactControlsView, type ItemView } from './view.js';

/**
 * Shows every contact of the agent, one of them selected, with the controls that each allows, and dials when there is no call.
 *
 * @element connect-contact-controls
 * @slot idle - shown while there is no contact
 * @slot details - shown with the selected contact, below its controls
 * @slot actions - further controls of the selected contact
 * @slot workspace - for the selected chat or task; what is in it gets the properties `contactId` and `mediaController`. While it is empty,
 *   `<connect-chat>` stands there for chats, where that is defined
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
 * @csspart talking-muted - says that somebody talks who is muted; with `softphone="page"` on the host
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
 * @csspart picture - the page's picture of who it is, in place of that icon
 * @csspart detail - what the page knows besides the name
 * @csspart record - the link to the page's record
 * @csspart times - its times
 * @csspart time - how long it has lasted, or how long the work after it
 * @csspart hold-time - how long somebody has waited on hold
 * @csspart message-time - how long ago the customer wrote last
 * @csspart call-time - how long it had lasted when it was over
 * @csspart subject - subject of an e-mail
 * @csspart description - what a task is about
 * @csspart references - what a task refers to
 * @csspart reference-name - name of a reference
 * @csspart reference - a reference: a link, or text
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
 * @csspart control - one control; `control-accept` and so on too, and `control-call-back` with a missed call
 * @csspart call-bar - the controls that a live call keeps while another contact is selected
 * @csspart outcome - the line that says how the last command stands; `outcome-pending`, `-confirmed`, `-unconfirmed` and `-failed` too
 * @csspart panel - what a control has opened
 * @csspart keypad - the keypad
 * @csspart digits - the digits sent
 * @csspart keys - the twelve keys
 * @csspart key - a key
 * @csspart destinations - quick connects and typed number
 * @csspart typed-number - the typed number, as a destination
 * @csspart ways - the buttons of the destination that is chosen
 * @csspart way - one of them; `way-transfer` or `way-add-participant` too
 * @csspart favourite - the star of a quick connect
 * @csspart quick-connects - the list of quick connects
 * @csspart quick-connect - the button of one of them
 * @csspart quick-connect-detail - its number or login
 * @csspart type - a button that shows one type of quick connects only
 * @csspart pages - the line with the buttons that turn the page
 * @csspart page - one of these buttons
 * @csspart page-position - which quick connects are shown
 * @csspart loading - shown while quick connects load
 * @csspart no-match - shown when no quick connect matches
 * @csspart number - the form of a typed number, or the field of a transfer
 * @csspart label - what stands above a number field or a list
 * @csspart input - a text field, or a list
 * @csspart number-action - the button of a number field
 * @csspart problem - what is the matter with a number, a list or the devices
 * @csspart shortcuts - the list of keyboard shortcuts
 * @csspart show-panel - the button that shows the panel of a headless host
 * @csspart devices - the button that opens the choice of devices
 * @csspart device - one device: its name, a list, and what came of the last choice
 * @csspart button - the button that loads the quick connects or the devices again, or asks for the microphone
 * @csspart idle - shown while there is no contact
 * @csspart title - what is said in it
 * @csspart text - what follows that
 * @csspart dial - where a number is dialed
 * @csspart dial-keypad - the button that shows its keys
 * @csspart recent-numbers - the list of numbers of late
 * @csspart recent-number - one of them
 * @csspart unread - says what has come in a chat that is not selected
 * @csspart unread-count - how many messages
 * @csspart last-message - the last of them
 * @csspart chat - the `<connect-chat>` of the selected chat
 * @csspart icon - every icon
 * @cssstate unbound - belongs to no host
 * @cssstate idle - there is no contact
 * @cssstate ringing - a contact asks for the agent
 * @cssstate busy - there are contacts, none of which rings
 * @cssstate muted - the microphone is off
 * @cssstate talking-muted - somebody talks who is muted
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

  static override styles: CSSResultGroup = [
    BoundElement.styles,
    siblingStyles,
    contactControlsStyles,
    controlStyles,
    idleStyles,
    panelStyles,
  ];

  static override properties: PropertyDeclarations = {
    ...BoundElement.properties,
    country: {},
    holdSeconds: { attribute: 'hold-seconds', type: Number },
    shortcuts: { noAccessor: true, converter: { fromAttribute: (value: string | null) => value !== null } },
  };

  /** Code of the country that numbers without a country code belong to, such as `US`. */
  declare country: string;
  /** Seconds for which somebody may wait on hold: from then on their time is a warning, and is said once. */
  declare holdSeconds: number | undefined;

  readonly #view = new ContactControlsView({
    element: this,
    ccp: this.ccp,
    localize: (english) => this.localize(english),
    setCustomStates: (...names) => this.setCustomStates(...names),
    renderContact: (contact, view) => this.renderContact(contact, view),
  });

  #shortcuts: ShortcutMap | null = null;

  /**
   * Keys that do what controls do, wherever the focus is: the attribute, or true, takes `Alt+Shift+A` and so on; a map from verb to keys
   * takes others, such as `{ accept: 'Alt+Shift+1' }`; null, which it is by itself, takes none. `Alt+Shift+/` shows the list.
   * Setting it throws a ValueError if two verbs have the same keys, or one has a key that people type with.
   */
  get shortcuts(): ShortcutMap | null {
    return this.#shortcuts;
  }

  set shortcuts(wanted: ShortcutMap | boolean | null | undefined) {
    const old = this.#shortcuts;
    this.#shortcuts = wanted ? checkedShortcuts(wanted === true ? DEFAULT_SHORTCUTS : wanted) : null;
    this.requestUpdate('shortcuts', old);
  }

  constructor() {
    super();
    this.country = '';
  }

  /**
   * Forgets which devices agents have chosen in this browser: all agents, at all instances. What is in use stays so until
   * they sign in anew.
   */
  forgetDevices(): void {
    forgetDevices();
  }

  /**
   * Renders the item of one contact; called only when something that it shows has changed.
   * @param contact the contact.
   * @param view how it is shown.
   */
  protected renderContact(contact: ContactView, view: ItemView): unknown {
    return this.#view.renderContact(contact, view);
  }

  protected override willUpdate(): void {
    this.#view.willUpdate();
  }

  protected override render(): unknown {
    return this.#view.render();
  }
}
