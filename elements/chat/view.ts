// What <connect-chat> shows and does: fetched when the first of them is on the page.
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { Announcer } from '../base/announcer.js';
import type { Conversation } from '../conversations/conversation.js';
import type { ConversationStatus } from '../conversations/session-keeper.js';
import { type Conversations, conversationsOf } from '../conversations/conversations.js';
import type { Attachment, Line } from '../conversations/line.js';
import { plainText } from '../conversations/line.js';
import type { ConnectHost } from '../host/host.js';
import { ConnectErrorEvent } from '../host/events.js';
import { nameOfContact } from '../host/contact.js';
import type { ContactView } from '../host/state.js';
import type { ViewOwner } from '../host/view-owner.js';
import { icon } from '../looks/icons.js';
import { hostErrorWords } from '../words/error-words.js';
import type { Localization } from '../words/localize.js';
import { enShared } from '../words/en-shared.js';
import type { SharedTerms } from '../words/terms.js';
import { ConnectSendAttachmentRequestEvent } from '../verbs/send-attachment.js';
import { ConnectSendMessageRequestEvent } from '../verbs/send-message.js';
import { canWrite, Composer } from './composer.js';
import type { ChatContext } from './context.js';
import { enChat } from './en.js';
import { openFile } from './files.js';
import { speakerName } from './line-view.js';
import type { QuickResponseSource } from './quick-responses.js';
import { beginning, fileName, personName } from './readable.js';
import type { ChatTerms } from './terms.js';
import { Transcript } from './transcript.js';

// One file of a bundle has both: what is shown, and the conversations that requests need too.
export { conversationsOf } from '../conversations/conversations.js';

/** Of what comes in, how much is read out. */
const FIRST_WORDS = 120;

/** The element as this view sees it. */
export interface ChatOwner extends ViewOwner {
  readonly element: ViewOwner['element'] & {
    readonly contactId: string | null | undefined;
    readonly quickResponses: QuickResponseSource;
  };
}

/** What has the focus in an element. */
const focusIn = (root: HTMLElement | DocumentFragment): Element | null =>
  root instanceof ShadowRoot ? root.activeElement : null;

/** What one element shows. */
export class ChatView {
  readonly #owner: ChatOwner;
  readonly #words: Localization<SharedTerms & { readonly chat: ChatTerms }>;
  readonly #announcer: Announcer;
  readonly #context: { -readonly [Member in keyof ChatContext]: ChatContext[Member] };
  readonly #transcript: Transcript;
  readonly #composer: Composer;
  /** Addresses of opened files. */
  readonly #urls = new Map<Conversation, string[]>();
  #host: ConnectHost | null = null;
  #conversations: Conversations | null = null;
  #life = new AbortController();
  #stopWatching: (() => void) | undefined;
  #stopConversation: (() => void) | undefined;
  #shownTerms: ChatTerms | undefined;
  #typing: string | null = null;
  #status: ConversationStatus | null = null;
  #hadFocus = false;
  #toldMissing = false;
  #problem = '';

  constructor(owner: ChatOwner) {
    this.#owner = owner;
    this.#words = owner.localize((formats) => ({ ...enShared, chat: enChat(formats) }));
    this.#announcer = new Announcer(owner.element);
    this.#context = {
      terms: this.#words.terms.chat,
      formats: this.#words.formats,
      conversation: null,
      who: '',
      identity: '',
      update: () => owner.element.requestUpdate(),
      announce: (text) => this.#announcer.say(text),
    };
    this.#transcript = new Transcript(this.#context, {
      said: (line) => this.#said(line),
      failed: (line) => this.#say(this.#context.terms.delivery.failed, line),
      scrolled: () => owner.element.requestUpdate(),
      reachedStart: () => void this.#context.conversation?.loadEarlier().catch(() => {}),
      again: ({ key }) => void this.#context.conversation?.again(key).catch(() => {}),
      discard: ({ key }) => this.#context.conversation?.discard(key),
      open: (attachment) => void this.#open(attachment),
    });
    this.#composer = new Composer({
      context: this.#context,
      contact: () => this.#contact,
      agentName: () => owner.ccp.state.agent?.name ?? '',
      field: () => owner.element.renderRoot.querySelector('textarea'),
      send: (text) => this.#request((contactId) => new ConnectSendMessageRequestEvent({ contactId, text })),
      sendFile: (file) => this.#request((contactId) => new ConnectSendAttachmentRequestEvent({ contactId, file })),
    });
    owner.ccp.watch(({ contacts }) => contacts);
    owner.ccp.watch(({ selectedContactId }) => selectedContactId);
    owner.ccp.watch(({ agent }) => agent?.name);
    owner.ccp.whenForgotten(() => this.#announcer.clear());
    owner.ccp.onHost = (host) => this.#follow(host);
    this.#follow(owner.ccp.host);
    if (owner.element.isConnected) this.connected();
  }

  /** The element is on the page. */
  connected(): void {
    this.#life.abort();
    const { signal } = (this.#life = new AbortController());
    const look = (): void => this.#seen();
    const { ownerDocument } = this.#owner.element;
    ownerDocument.defaultView?.addEventListener('focus', look, { signal });
    ownerDocument.addEventListener('visibilitychange', look, { signal });
    this.#owner.element.requestUpdate();
  }

  /** The element has left the page. Its conversations stay: it may come back, or another one in its place. */
  disconnected(): void {
    this.#life.abort();
    this.#transcript.detach();
  }

  willUpdate(): void {
    const { element, setCustomStates } = this.#owner;
    this.#hadFocus = focusIn(element.renderRoot) !== null;
    this.#context.terms = this.#words.terms.chat;
    this.#context.formats = this.#words.formats;
    this.#composer.quickResponses.source = element.quickResponses;
    const contact = this.#contact;
    const conversation = contact ? (this.#conversations?.of(contact.contactId) ?? null) : null;
    this.#context.who = contact ? personName(nameOfContact(contact)) || this.#context.terms.speakers.customer : '';
    const identity = personName(contact?.identity?.name ?? '');
    const isNamedAnew = identity !== this.#context.identity;
    this.#context.identity = identity;
    this.#show(conversation);
    if (this.#shownTerms !== this.#context.terms || isNamedAnew) {
      if (this.#shownTerms) this.#transcript.redraw();
      this.#shownTerms = this.#context.terms;
    }
    const { status, typing, unread, isVerified } = conversation ?? {};
    setCustomStates(
      !this.#host && 'unbound',
      !conversation && 'idle',
      status ?? false,
      typing !== null && typing !== undefined && 'typing',
      (unread ?? 0) > 0 && 'unread',
      (isVerified ?? false) && 'verified',
    );
    this.#tellMissing(status === 'not-loaded');
  }

  updated(): void {
    const { renderRoot } = this.#owner.element;
    this.#transcript.attach(
      this.#owner.element.isConnected ? renderRoot.querySelector<HTMLElement>('.transcript') : null,
    );
    this.#transcript.settle();
    this.#composer.settle();
    renderRoot.querySelector('[role=option][aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
    // What had the focus is gone, such as the field of a chat that has ended: it stays with the conversation.
    if (this.#hadFocus && !focusIn(renderRoot)) {
      renderRoot.querySelector<HTMLElement>('.transcript, .rest')?.focus({ preventScroll: true });
    }
    this.#seen();
  }

  render(): unknown {
    const { terms, conversation, who } = this.#context;
    return html`
      ${this.#announcer.render()}
      ${
        conversation
          ? html`<section
              class="chat"
              part="base"
              aria-label=${terms.conversation(who)}
              @dragover=${this.#composer.dragOver}
              @dragleave=${this.#composer.dragLeave}
              @drop=${this.#composer.drop}
            >
              ${this.#renderHead(conversation)}
              <div class="box">
                <div
                  class="transcript"
                  part="transcript"
                  role="log"
                  aria-live="off"
                  aria-busy=${String(conversation.isLoading)}
                  aria-label=${terms.conversation(who)}
                  tabindex="0"
                >
                  ${this.#renderEarlier(conversation)} ${this.#transcript.list} ${this.#renderTyping(conversation)}
                </div>
                ${this.#renderJump()} ${this.#composer.renderAbove()}
              </div>
              ${this.#renderNotice(conversation)}
              ${
                // Another chat has a field of its own: what is typed for one that goes does not land in the next.
                canWrite(conversation) ? keyed(conversation, this.#composer.render(conversation)) : nothing
              }
            </section>`
          : html`<div class="rest" part="idle" tabindex="-1">
              <slot
                ><span class="badge" part="badge">${icon('chat')}</span><strong part="title">${terms.idle}</strong>
                <span class="quiet" part="text">${terms.idleText}</span></slot
              >
            </div>`
      }
    `;
  }

  #renderHead({ isVerified }: Conversation) {
    const { terms, who } = this.#context;
    return html`<header class="top" part="top">
      <strong class="name" part="who"><bdi>${who}</bdi></strong>
      ${isVerified ? html`<span class="verified" part="verified">${icon('check')}${terms.verified}</span>` : nothing}
    </header>`;
  }

  #renderEarlier(conversation: Conversation) {
    if (!conversation.hasEarlier) return nothing;
    const { terms } = this.#context;
    return html`<button
      class="earlier small"
      part="earlier"
      type="button"
      aria-disabled=${conversation.isLoading ? 'true' : nothing}
      @click=${() => void conversation.loadEarlier().catch(() => {})}
    >
      ${conversation.isLoading ? terms.loading : terms.earlier}
    </button>`;
  }

  #renderTyping({ typing }: Conversation) {
    if (typing === null) return nothing;
    const { terms, who } = this.#context;
    return html`<p class="typing" part="typing">
      <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${terms.typing(personName(typing) || who)}
    </p>`;
  }

  #renderJump() {
    if (this.#transcript.isAtEnd || this.#transcript.below === 0) return nothing;
    return html`<button class="jump small" part="jump" type="button" @click=${() => this.#transcript.toEnd()}>
      ${icon('down')}${this.#context.terms.newMessages(this.#transcript.below)}
    </button>`;
  }

  #renderNotice(conversation: Conversation) {
    const { terms } = this.#context;
    const { status } = conversation;
    const retry = (words: string) =>
      html`<button class="small" part="retry" type="button" @click=${() => conversation.retry()}>${words}</button>`;
    const notice = (words: unknown, action: unknown = nothing) =>
      html`<div class="notice" part="notice">
        ${icon('warning')}
        <p part="text">${words}</p>
        ${action}
      </div>`;
    if (status === 'ended') {
      return html`<p class="over" part="ended">
        ${terms.ended}${conversation.lines.length === 0 ? ` ${terms.notKept}` : ''}
      </p>`;
    }
    if (status === 'not-loaded') {
      return notice(hostErrorWords({ code: 'not-loaded', message: '' }, this.#words.terms), retry(terms.tryAgain));
    }
    if (status === 'failed') return notice(terms.failed, retry(terms.tryAgain));
    if (status === 'lost') return notice(terms.lost);
    if (this.#problem) return notice(this.#problem);
    if (status === 'opening')
      return html`<p class="quiet opening" part="text"><span class="progress"></span>${terms.opening}</p>`;
    return nothing;
  }

  /** The chat that is shown: the one that the page names, else the selected contact, if it is one. */
  get #contact(): ContactView | null {
    const { element, ccp } = this.#owner;
    const { contacts, selectedContactId } = ccp.state;
    const chats = contacts.filter(({ type }) => type === 'chat');
    const contactId = element.contactId ?? selectedContactId;
    if (contactId !== null) return chats.find((chat) => chat.contactId === contactId) ?? null;
    // As long as nobody has selected one, the only contact is meant.
    return contacts.length === 1 ? (chats[0] ?? null) : null;
  }

  #follow(host: ConnectHost | null): void {
    this.#host = host;
    this.#stopWatching?.();
    this.#conversations = host ? conversationsOf(host.connect) : null;
    this.#stopWatching = this.#conversations?.watch(() => this.#owner.element.requestUpdate());
    this.#owner.element.requestUpdate();
  }

  #show(conversation: Conversation | null): void {
    const shown = this.#context.conversation;
    if (conversation === shown) return;
    this.#stopConversation?.();
    this.#context.conversation = conversation;
    this.#typing = conversation?.typing ?? null;
    this.#status = conversation?.status ?? null;
    this.#problem = '';
    this.#transcript.show(conversation);
    this.#composer.reset();
    this.#stopConversation = conversation?.watch(({ what }) => {
      if (what === 'state') this.#stateChanged(conversation);
      if (what === 'cleared') this.#revoke(conversation);
    });
  }

  #stateChanged(conversation: Conversation): void {
    const { typing, status } = conversation;
    const { terms } = this.#context;
    if (status !== this.#status && (status === 'lost' || status === 'failed')) this.#announcer.say(terms[status]);
    this.#status = status;
    if (typing !== null && this.#typing === null) {
      this.#announcer.say(terms.typing(personName(typing) || this.#context.who));
    }
    this.#typing = typing;
    this.#owner.element.requestUpdate();
  }

  /** Something was said by others, or has happened: read out once. */
  #said(line: Line): void {
    const row = this.#transcript.list.querySelector(`[data-key="${CSS.escape(line.key)}"] .happening bdi`);
    if (!row) this.#say(speakerName(line, this.#context), line);
    else if (row.textContent) this.#announcer.say(row.textContent);
    this.#owner.element.requestUpdate();
  }

  #say(who: string, line: Line): void {
    this.#announcer.say(this.#context.terms.heard(who, beginning(plainText(line), FIRST_WORDS)));
  }

  /** What is shown has been seen, if somebody looks. */
  #seen(): void {
    const { conversation } = this.#context;
    const { element } = this.#owner;
    const { ownerDocument } = element;
    if (!conversation || !element.isConnected) return;
    if (ownerDocument.visibilityState !== 'visible' || !ownerDocument.hasFocus()) return;
    if (element.checkVisibility?.({ visibilityProperty: true }) === false) return;
    conversation.seen();
  }

  #request(make: (contactId: string) => ConnectSendMessageRequestEvent | ConnectSendAttachmentRequestEvent): boolean {
    const contactId = this.#context.conversation?.contactId;
    return contactId !== undefined && this.#owner.ccp.request(make(contactId));
  }

  async #open({ attachmentId, name }: Attachment): Promise<void> {
    const { conversation, terms } = this.#context;
    if (!conversation) return;
    const shown = fileName(name);
    try {
      const url = openFile(await conversation.file(attachmentId), shown);
      this.#urls.set(conversation, [...(this.#urls.get(conversation) ?? []), url]);
      this.#problem = '';
    } catch {
      this.#problem = terms.notOpened(shown);
      this.#announcer.say(this.#problem);
    }
    this.#owner.element.requestUpdate();
  }

  #revoke(conversation: Conversation): void {
    for (const url of this.#urls.get(conversation) ?? []) URL.revokeObjectURL(url);
    this.#urls.delete(conversation);
    this.#announcer.clear();
  }

  #tellMissing(isMissing: boolean): void {
    if (isMissing && !this.#toldMissing) {
      this.#host?.dispatchEvent(
        new ConnectErrorEvent({
          code: 'not-loaded',
          message:
            'There is no ChatJS: load amazon-connect-chatjs by a script, or install it beside this package. Where a bundle is used, chat-session.min.js has to stand beside it.',
        }),
      );
    }
    this.#toldMissing = isMissing;
  }
}
