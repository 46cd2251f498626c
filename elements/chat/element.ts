// <connect-chat>: the conversation of one chat. Registers nothing. What it shows is fetched when the first one is on the page.
import '../page/lit-marks.js';
import { type CSSResultGroup, html, type PropertyDeclarations } from 'lit';
import { BoundElement } from '../host/bound-element.js';
import { ConnectErrorEvent } from '../host/events.js';
import { icon } from '../looks/icons.js';
import { siblingStyles } from '../looks/sibling-styles.js';
import { enShared } from '../words/en-shared.js';
import { hostErrorWords } from '../words/error-words.js';
import type { Localization } from '../words/localize.js';
import type { SharedTerms } from '../words/terms.js';
import { composerStyles } from './composer-styles.js';
import { lineStyles } from './line-styles.js';
import type { QuickResponseSource } from './quick-responses.js';
import { chatStyles } from './styles.js';
import type { ChatView } from './view.js';

/**
 * The conversation of a chat: what was said, what comes, and where the agent answers. It follows the selected contact unless
 * `contact-id` names one; while that is no chat, it is empty. All chats of the host are listened to as long as one of these elements has
 * been bound to it, so that what is not read is counted.
 *
 * @element connect-chat
 * @slot - shown while there is no chat
 * @fires {ConnectSendMessageRequestEvent} connect-send-message-request - a message is to be sent; cancelable
 * @fires {ConnectSendAttachmentRequestEvent} connect-send-attachment-request - a file is to be sent; cancelable
 * @csspart base - the box of the whole
 * @csspart top - the line with the customer's name
 * @csspart who - that name
 * @csspart verified - the mark of a customer whom the service knows
 * @csspart transcript - what was said; it scrolls
 * @csspart earlier - the button that loads what was said before
 * @csspart lines - the list of lines
 * @csspart line - one line; `line-own`, `line-customer`, `line-agent`, `line-bot` or `line-system` too, or `event`
 * @csspart divider - what stands between two lines; `day` or `contact-divider` too
 * @csspart head - who says a line, and when
 * @csspart speaker - the name in it
 * @csspart time - the time in it
 * @csspart bubble - what is said; `message` or `attachment` too
 * @csspart link - an address in it
 * @csspart file - a file, in a line or to be sent; `file-scanning`, `file-approved` or `file-rejected` too
 * @csspart file-name - its name
 * @csspart file-about - its size and state
 * @csspart choices - what an interactive message offers
 * @csspart choice - one of these
 * @csspart choice-detail - what is said of it
 * @csspart chosen - what the customer has chosen
 * @csspart interactive-title - what such a message asks; `interactive-subtitle` below it
 * @csspart unseen - who says a line, and when, for screen readers, where a line above it shows that
 * @csspart meta - what is said below a message of the agent's
 * @csspart delivery - how far it has come; `delivery-failed` and so on too
 * @csspart again - the button that sends it again
 * @csspart discard - the button that takes it away
 * @csspart happening - what has happened, such as that somebody has left
 * @csspart typing - says who types
 * @csspart jump - the button that leads to new messages
 * @csspart notice - says what is wrong with the connection
 * @csspart retry - its button
 * @csspart ended - says that the chat is over
 * @csspart composer - where the agent writes
 * @csspart entry - the line with field and buttons
 * @csspart field - the field
 * @csspart attach - the button for files
 * @csspart send - the button that sends
 * @csspart left - how many characters are left
 * @csspart files - the files that are to be sent
 * @csspart remove-file - the button that takes one of them out
 * @csspart problem - why a file cannot be sent
 * @csspart quick-responses - the list of quick responses
 * @csspart quick-response - one of these
 * @csspart idle - shown while there is no chat
 * @csspart badge - the icon in it
 * @csspart title - its first line
 * @csspart text - what follows it, and other quiet text
 * @csspart icon - every icon
 * @cssstate unbound - belongs to no host
 * @cssstate idle - there is no chat to show
 * @cssstate opening - the conversation is being opened
 * @cssstate open - it is open
 * @cssstate lost - its connection is lost, and will be back
 * @cssstate failed - it could not be opened, and is tried again
 * @cssstate not-loaded - what it takes to chat is not there
 * @cssstate ended - the chat is over
 * @cssstate typing - somebody types
 * @cssstate unread - there is something that the agent has not seen
 * @cssstate verified - the service knows who the customer is
 * @cssstate rtl - its text runs from right to left
 */
export class ConnectChatElement extends BoundElement {
  static override readonly tagName: string = 'connect-chat';

  static override styles: CSSResultGroup = [BoundElement.styles, siblingStyles, chatStyles, lineStyles, composerStyles];

  static override properties: PropertyDeclarations = {
    ...BoundElement.properties,
    contactId: { attribute: 'contact-id' },
    quickResponses: { attribute: false },
  };

  /** Id of the chat. Null or left out: the selected contact. */
  declare contactId: string | null | undefined;

  /** Texts that are kept ready, or a function that searches for some. A slash in the field begins the search. */
  declare quickResponses: QuickResponseSource;

  #view: ChatView | null = null;
  #loading: Promise<void> | null = null;
  /** The words for a view that did not load; null unless that is so. */
  #failure: Localization<SharedTerms> | null = null;

  constructor() {
    super();
    this.quickResponses = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#view) this.#view.connected();
    else void (this.#loading ??= this.#load());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#view?.disconnected();
  }

  async #load(): Promise<void> {
    try {
      const { ChatView: View } = await import('./view.js');
      this.#failure = null;
      this.#view = new View({
        element: this,
        ccp: this.ccp,
        localize: (english) => this.localize(english),
        setCustomStates: (...names) => this.setCustomStates(...names),
      });
    } catch {
      this.#failure ??= this.localize(() => enShared);
      this.setCustomStates('not-loaded');
      const message = 'What <connect-chat> shows did not load: chat.min.js has to stand beside the bundle.';
      (this.ccp.host ?? this).dispatchEvent(new ConnectErrorEvent({ code: 'not-loaded', message }));
    }
    // Another element, or this one when it comes back, may have more luck.
    this.#loading = null;
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    this.#view?.willUpdate();
  }

  protected override updated(): void {
    this.#view?.updated();
  }

  protected override render(): unknown {
    if (this.#view) return this.#view.render();
    if (!this.#failure) return html``;
    const words = hostErrorWords({ code: 'not-loaded', message: '' }, this.#failure.terms);
    return html`<div class="notice" part="notice">
      ${icon('warning')}
      <p part="text">${words}</p>
    </div>`;
  }
}
